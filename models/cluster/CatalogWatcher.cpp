#include "models/cluster/CatalogWatcher.h"

#include "models/platform/NativePath.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QStringList>

#include <algorithm>
#include <set>

namespace cluster {

using kube::CatalogEntry;

namespace {

std::vector<std::string> namedBy(const std::vector<CatalogEntry> &entries)
{
    std::vector<std::string> paths;
    for (const CatalogEntry &entry : entries) {
        const kube::KubeConfig::User &user = entry.context.userEntry;
        for (const std::string &path : {entry.context.clusterEntry.authorityFile, user.clientCertificateFile, user.clientKeyFile, user.tokenFile}) {
            if (!path.empty() && platform::foreignPath(path, entry.file).empty())
                paths.push_back(path);
        }
    }
    return paths;
}

void makeUnique(std::vector<std::string> &paths)
{
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    std::erase(paths, std::string());
}

} // namespace

CatalogKeeper::CatalogKeeper(kube::CatalogSources sources, const kube::KubeFiles &files)
    : m_sources(std::move(sources))
    , m_files(files)
{
    refresh();
}

void CatalogKeeper::setSources(kube::CatalogSources sources)
{
    m_sources = std::move(sources);
}

// A file that vanished is no longer found in its folder; it stays in its place as long as its folder is a source. One whose content is now in
// another file has not vanished: it has another name, as what careful programs write first.
CatalogNews CatalogKeeper::refresh()
{
    CatalogNews news;
    std::vector<std::string> order;
    std::set<std::string> found;
    for (const kube::CatalogFile &place : kube::catalogFiles(m_sources, m_files)) {
        order.push_back(place.path);
        found.insert(place.path);
        m_known[place.path].place = place;
    }
    for (const std::string &path : order)
        reread(m_known[path], news);
    const std::vector<std::string> folders = watchedPaths();
    for (const std::string &path : m_order) {
        if (found.contains(path))
            continue;
        File &file = m_known[path];
        const bool mayReturn = file.isGood && std::ranges::find(folders, platform::folderOf(path)) != folders.end();
        const bool wasMoved = std::ranges::any_of(found, [&](const std::string &other) { return !file.bytes.empty() && m_known[other].wasRead && m_known[other].bytes == file.bytes; });
        if (mayReturn && !wasMoved) {
            order.push_back(path);
            reread(file, news);
        } else {
            m_known.erase(path);
        }
    }
    news.entriesChanged = news.entriesChanged || order != m_order;
    m_order = std::move(order);
    kube::CatalogSources pasted;
    pasted.pasted = m_sources.pasted;
    m_pasted = kube::readCatalog(pasted, m_files);
    return news;
}

void CatalogKeeper::reread(File &file, CatalogNews &news)
{
    auto bytes = m_files.read(file.place.path, file.place.limit);
    if (!bytes) {
        kube::CatalogFile place = file.place;
        place.mustExist = place.mustExist || file.isGood;
        file.wasRead = false;
        take(file, kube::readCatalogFile(place, m_files), news);
        return;
    }
    const bool isSame = file.wasRead && *bytes == file.bytes;
    if (isSame && namedBy(file.entries).empty())
        return;
    file.wasRead = true;
    file.bytes = std::move(*bytes);
    auto entries = kube::catalogOfText(file.bytes, file.place.path, m_files);
    // The text is the same: only what it says of other files can differ.
    if (!isSame || !std::ranges::equal(entries, file.entries, {}, &CatalogEntry::error, &CatalogEntry::error))
        take(file, std::move(entries), news);
}

void CatalogKeeper::take(File &file, std::vector<CatalogEntry> entries, CatalogNews &news)
{
    const bool isBroken = entries.size() == 1 && entries[0].error() && entries[0].error()->kind == kube::KubeConfigErrorKind::Load;
    const auto problem = isBroken ? entries[0].error() : std::nullopt;
    const bool isStillMissing = entries.empty() && file.entries.empty();
    if (problem == file.problem && (problem || isStillMissing))
        return;
    if (problem && problem != file.problem)
        news.problems.push_back({file.place.path, *problem});
    // An empty file is what a rewrite looks like halfway: it does not take away what was good either.
    const bool isHalfway = entries.empty() && file.isGood && file.bytes.empty();
    file.problem = problem;
    if (file.isGood && (isBroken || isHalfway))
        return;
    file.isGood = !isBroken && !entries.empty();
    file.entries = std::move(entries);
    news.entriesChanged = true;
}

std::vector<CatalogEntry> CatalogKeeper::entries() const
{
    std::vector<CatalogEntry> all;
    for (const std::string &path : m_order) {
        const std::vector<CatalogEntry> &entries = m_known.at(path).entries;
        all.insert(all.end(), entries.begin(), entries.end());
    }
    all.insert(all.end(), m_pasted.begin(), m_pasted.end());
    return all;
}

std::vector<CatalogProblem> CatalogKeeper::problems() const
{
    std::vector<CatalogProblem> all;
    for (const std::string &path : m_order) {
        if (const auto &problem = m_known.at(path).problem)
            all.push_back({path, *problem});
    }
    return all;
}

std::vector<std::string> CatalogKeeper::watchedPaths() const
{
    std::vector<std::string> paths = m_order;
    for (const std::string &file : m_sources.places.files())
        paths.push_back(platform::folderOf(file));
    if (m_sources.places.explicitFile.empty()) {
        paths.push_back(m_sources.places.folder());
        for (const std::string &added : m_sources.added) {
            paths.push_back(added);
            if (!m_files.isFolder(added))
                paths.push_back(platform::folderOf(added));
        }
    }
    makeUnique(paths);
    return paths;
}

std::vector<std::string> CatalogKeeper::namedPaths() const
{
    std::vector<std::string> paths;
    for (const auto &[path, file] : m_known) {
        const std::vector<std::string> named = namedBy(file.entries);
        paths.insert(paths.end(), named.begin(), named.end());
    }
    makeUnique(paths);
    return paths;
}

CatalogWatcher::CatalogWatcher(kube::CatalogSources sources, base::Executor &executor, std::function<void(const CatalogNews &)> changed,
                               const kube::KubeFiles &files)
    : m_executor(executor)
    , m_keeper(std::move(sources), files)
    , m_changed(std::move(changed))
    , m_watcher(std::make_unique<QFileSystemWatcher>())
{
    QObject::connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, m_watcher.get(), [this] { touch(); });
    QObject::connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, m_watcher.get(), [this] { touch(); });
    watchPaths();
    m_fingerprint = fingerprint();
    poll();
}

CatalogWatcher::~CatalogWatcher() = default;

void CatalogWatcher::setSources(kube::CatalogSources sources)
{
    m_keeper.setSources(std::move(sources));
    refresh();
}

void CatalogWatcher::touch()
{
    const base::SteadyTime now = m_executor.clock().steady();
    if (!m_quiet.isRunning())
        m_firstTouch = now;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_firstTouch + longestDelay - now);
    m_quiet = m_executor.after(std::clamp(left, std::chrono::milliseconds(0), quiet), [this] { refresh(); });
}

void CatalogWatcher::refresh()
{
    const CatalogNews news = m_keeper.refresh();
    watchPaths();
    m_fingerprint = fingerprint();
    if (news.entriesChanged || !news.problems.empty())
        m_changed(news);
}

// What changed after it was read and before its watch was there is told by nobody: it is read once more.
void CatalogWatcher::watchPaths()
{
    if (addNewPaths())
        touch();
}

// A file that is replaced loses its watch, so all paths are added again each time. Returns whether there is a new watch.
bool CatalogWatcher::addNewPaths()
{
    QStringList wanted;
    for (const std::string &path : m_keeper.watchedPaths()) {
        if (const QString name = QString::fromStdString(path); QFileInfo::exists(name))
            wanted << name;
    }
    const QStringList watched = m_watcher->files() + m_watcher->directories();
    QStringList gone, added;
    std::copy_if(watched.begin(), watched.end(), std::back_inserter(gone), [&](const QString &path) { return !wanted.contains(path); });
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(added), [&](const QString &path) { return !watched.contains(path); });
    if (!gone.isEmpty())
        m_watcher->removePaths(gone);
    return !added.isEmpty() && m_watcher->addPaths(added).size() < added.size();
}

void CatalogWatcher::poll()
{
    m_poll = m_executor.after(pollInterval, [this] {
        if (fingerprint() != m_fingerprint)
            refresh();
        poll();
    });
}

std::string CatalogWatcher::fingerprint() const
{
    std::string text;
    std::vector<std::string> paths = m_keeper.watchedPaths();
    for (std::string &path : m_keeper.namedPaths())
        paths.push_back(std::move(path));
    for (const std::string &path : paths) {
        const QFileInfo info(QString::fromStdString(path));
        text += path + '\n' + std::to_string(info.size()) + ' ' + std::to_string(info.lastModified().toMSecsSinceEpoch()) + ' '
            + info.canonicalFilePath().toStdString() + '\n';
    }
    return text;
}

} // namespace cluster
