#pragma once

#include "models/base/Result.h"
#include "models/metrics/Querier.h"
#include "models/metrics/Sentence.h"
#include "models/text/Value.h"

#include <optional>
#include <string>
#include <vector>

namespace metrics {

/// What only one cluster has, read from its own objects; each part may be missing, where it may not be read.
struct ClusterIdentity
{
    struct Node
    {
        std::string name;
        std::string systemUuid;         ///< small letters

        bool operator==(const Node &) const = default;
    };
    struct Pod
    {
        std::string namespaceName;
        std::string name;
        std::string uid;

        bool operator==(const Pod &) const = default;
    };

    std::optional<base::SystemTime> kubeSystemCreated = {};
    std::vector<Node> nodes = {};       ///< some of them
    std::vector<Pod> pods = {};         ///< some of them

    static constexpr std::size_t MostNodes = 50;
    static constexpr std::size_t MostPods = 20;

    void takeKubeSystem(const text::Value &namespaceObject);
    void takeNodes(const text::Value &list);
    void takePods(const text::Value &list);
    bool isEmpty() const { return !kubeSystemCreated && nodes.empty() && pods.empty(); }
    bool operator==(const ClusterIdentity &) const = default;
};

/// Whether a server of the Prometheus API watches a certain cluster.
struct Proof
{
    enum class Verdict {
        ThisCluster,
        OtherCluster,
        Unproven,           ///< nothing says so, and nothing against it
    };

    Verdict verdict = Verdict::Unproven;
    Sentence reason = {};               ///< what says so, or why nothing can be said
    bool watchesOthers = false;         ///< series of other clusters are there too
    Labels scope = {};                  ///< what tells ours from theirs; empty: nothing does, or there are none

    bool operator==(const Proof &) const = default;
};

/// The one query that asks for everything the proof is made of.
std::string proofQuery(const ClusterIdentity &identity);
/// What follows from its answer.
Proof judge(const ClusterIdentity &identity, const Answer &answer);

} // namespace metrics
