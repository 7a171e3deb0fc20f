#pragma once

#include "models/base/Result.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace demo {

/// What the pods of a workload do beside running.
struct PodBehaviour
{
    std::chrono::seconds crashesAfter{0};    ///< 0: never
    std::chrono::seconds completesAfter{0};  ///< 0: never
    int exitCode = 0;
    std::string message;
    int restarts = 0;                        ///< when the cluster is first looked at
    bool imageIsMissing = false;
    bool fitsNoNode = false;
};

/// A deployment whose number of replicas goes up and down.
struct Scaling
{
    std::string nameSpace;
    std::string deployment;
    std::chrono::seconds every{60};
    std::uint32_t least = 1;
    std::uint32_t most = 1;
};

/// What life.yaml says: how old things are, and what they do. Keys are "namespace/beginning of the name"; the longest that fits
/// counts.
class Behaviours
{
public:
    static base::Result<Behaviours> parse(std::string_view yaml);

    std::chrono::seconds ageOf(std::string_view nameSpace, std::string_view name) const;
    PodBehaviour ofPod(std::string_view nameSpace, std::string_view name) const;
    /// The address a service has for certain; empty: any.
    std::string addressOf(std::string_view nameSpace, std::string_view service) const;
    const std::vector<Scaling> &scalings() const { return m_scalings; }
    /// Namespaces in which a pod is replaced now and then.
    const std::vector<std::string> &restless() const { return m_restless; }

private:
    std::map<std::string, std::chrono::seconds, std::less<>> m_ages;
    std::map<std::string, PodBehaviour, std::less<>> m_pods;
    std::map<std::string, std::string, std::less<>> m_addresses;
    std::vector<Scaling> m_scalings;
    std::vector<std::string> m_restless;
};

} // namespace demo
