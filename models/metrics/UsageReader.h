#pragma once

#include "models/metrics/UsageTable.h"

#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/kube/Api.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace metrics {

/// Whose usage is asked for.
struct UsageQuestion
{
    enum class Detail { Totals, Containers };

    Measured measured = Measured::Pods;
    std::string namespaceName = {};         ///< of pods; empty: all
    std::string name = {};                  ///< of one object; empty: all
    std::string labelSelector = {};         ///< what metrics.k8s.io selects by; other sources leave that to the asker
    Detail detail = Detail::Totals;         ///< with containers, where that costs more

    bool operator==(const UsageQuestion &) const = default;
};

/// What is known of a cluster that is asked; asked for on the consumer's thread, each time anew.
struct UsageBase
{
    std::function<kube::Api &()> api;
    /// Namespaces that may be asked where all of them together may not.
    std::function<std::vector<std::string>()> namespaces = [] { return std::vector<std::string>(); };
};

/// One way to learn what pods or nodes use.
class UsageReader
{
public:
    using Done = std::function<void(base::Result<UsageTable>)>;

    virtual ~UsageReader() = default;
    virtual Rung rung() const = 0;
    /// On the thread of the consumer, where the callback comes, too; once, unless the job is let go.
    virtual base::Job read(const UsageQuestion &question, Done done) = 0;
};

/// metrics.k8s.io: one request for the whole cluster, or one for each known namespace where that is refused.
std::unique_ptr<UsageReader> makeMetricsApiReader(UsageBase base, base::Executor &consumer);

/// The summary of each kubelet, through the API server; a few at once.
std::unique_ptr<UsageReader> makeKubeletReader(UsageBase base, base::Executor &consumer);

inline constexpr std::size_t KubeletsAtOnce = 4;
inline constexpr std::size_t MostKubelets = 200;        ///< more are a task for something that runs in the cluster

} // namespace metrics
