#pragma once

#include "models/base/Executor.h"
#include "models/cluster/CatalogWatcher.h"

#include <functional>
#include <memory>
#include <vector>

namespace cluster {

/// The catalog at one moment.
struct CatalogSnapshot
{
    std::vector<kube::CatalogEntry> entries;
    std::vector<CatalogProblem> problems;       ///< every file whose newest content is not what is shown
    std::vector<CatalogProblem> newProblems;    ///< those that nobody was told of yet
};

/// A CatalogWatcher on a thread of its own: files may lie on a slow disk or a network, and whoever shows them never waits.
class CatalogReader
{
public:
    /// read is called on the consumer's thread: soon with the first reading, then after each change, and never again once this is gone.
    CatalogReader(kube::CatalogSources sources, base::Executor &consumer, std::function<void(CatalogSnapshot)> read);
    /// Waits until the thread has finished what it reads.
    ~CatalogReader();

    void setSources(kube::CatalogSources sources);

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace cluster
