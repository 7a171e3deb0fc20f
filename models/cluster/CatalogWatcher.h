#pragma once

#include "models/base/Executor.h"
#include "models/kube/Catalog.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

class QFileSystemWatcher;

namespace cluster {

/// A file whose newest content cannot be used, while its last good content is still shown.
struct CatalogProblem
{
    std::string file;
    kube::KubeConfigError error;

    bool operator==(const CatalogProblem &) const = default;
};

/// What changed in the catalog.
struct CatalogNews
{
    bool entriesChanged = false;
    std::vector<CatalogProblem> problems;   ///< new ones only: each is told once
};

/// The catalog, kept up to date by re-reading its files. What a file last said well stays when the file becomes broken,
/// unreadable or vanishes. Knows neither time nor notifications; one thread at a time.
class CatalogKeeper
{
public:
    explicit CatalogKeeper(kube::CatalogSources sources, const kube::KubeFiles &files = kube::KubeFiles::system());

    /// Looks at all files again. A file that is no longer among the sources is forgotten.
    CatalogNews refresh();
    void setSources(kube::CatalogSources sources);

    std::vector<kube::CatalogEntry> entries() const;
    /// Every file whose newest content is not what entries() shows.
    std::vector<CatalogProblem> problems() const;
    /// The files looked at, and the folders new ones may appear in.
    std::vector<std::string> watchedPaths() const;
    /// The files that entries name: CAs, certificates, keys and tokens.
    std::vector<std::string> namedPaths() const;

private:
    struct File
    {
        kube::CatalogFile place;
        std::string bytes;                          ///< of the last content that was looked at
        bool wasRead = false;
        bool isGood = false;                        ///< entries hold good content
        std::vector<kube::CatalogEntry> entries;
        std::optional<kube::KubeConfigError> problem;
    };

    void reread(File &file, CatalogNews &news);
    void take(File &file, std::vector<kube::CatalogEntry> entries, CatalogNews &news);

    kube::CatalogSources m_sources;
    const kube::KubeFiles &m_files;
    std::vector<std::string> m_order;
    std::map<std::string, File> m_known;
    std::vector<kube::CatalogEntry> m_pasted;
};

/// Refreshes a CatalogKeeper when files change: 300 ms after the last notification of the system, but not much later than the first;
/// and every few seconds when size or time of a file or of one it names differ, for what is not notified. Lives on its executor's thread, which runs a Qt event loop.
class CatalogWatcher
{
public:
    static constexpr std::chrono::milliseconds quiet{300};
    static constexpr std::chrono::milliseconds longestDelay{3000};
    static constexpr std::chrono::milliseconds pollInterval{5000};

    /// changed is called on the executor's thread, and never again once the watcher is gone.
    CatalogWatcher(kube::CatalogSources sources, base::Executor &executor, std::function<void(const CatalogNews &)> changed,
                   const kube::KubeFiles &files = kube::KubeFiles::system());
    ~CatalogWatcher();

    const CatalogKeeper &catalog() const { return m_keeper; }
    void setSources(kube::CatalogSources sources);

    /// What a notification of the system does: refresh soon, a little later for each further one.
    void touch();

private:
    void refresh();
    void watchPaths();
    bool addNewPaths();
    void poll();
    std::string fingerprint() const;

    base::Executor &m_executor;
    CatalogKeeper m_keeper;
    std::function<void(const CatalogNews &)> m_changed;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::string m_fingerprint;
    base::Job m_quiet;
    base::SteadyTime m_firstTouch;
    base::Job m_poll;
};

} // namespace cluster
