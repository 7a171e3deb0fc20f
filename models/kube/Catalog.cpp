#include "models/kube/Catalog.h"

#include "models/platform/Paths.h"

#include <algorithm>
#include <set>

namespace kube {

namespace {

/// What a kubeconfig is not called: the names and patterns other tools leave out, and kubectl's own preferences.
constexpr std::string_view ignoredNames[] = {".DS_Store", "Thumbs.db", "desktop.ini", "cache", "kubectx", "kubens", "kuberc"};
constexpr std::string_view ignoredStarts[] = {"._", ".#", "~", ".wheelhouse-"};   // the last: what our own writing left behind
constexpr std::string_view ignoredEnds[] = {".bak", ".lock", ".swn", ".swo", ".swp", "#", "~"};

/// Collects files, each real path once.
class FileList
{
public:
    explicit FileList(const KubeFiles &files) : m_files(files) { }

    void add(const std::string &path, std::uint64_t limit, bool mustExist)
    {
        if (m_seen.insert(m_files.realPath(path)).second)
            m_list.push_back({path, limit, mustExist});
    }

    /// The files directly in a folder.
    void addFolder(const std::string &folder)
    {
        auto items = m_files.list(folder);
        for (const FolderItem &item : items ? *items : std::vector<FolderItem>()) {
            const bool isWanted = item.isFile && item.size <= largestKubeConfigOfFolder && isKubeConfigName(item.name);
            if (isWanted)
                add(platform::joinPath(folder, item.name), largestKubeConfigOfFolder, false);
        }
    }

    std::vector<CatalogFile> take() { return std::move(m_list); }

private:
    const KubeFiles &m_files;
    std::vector<CatalogFile> m_list;
    std::set<std::string> m_seen;
};

CatalogEntry brokenEntry(const std::string &file, const base::Error &error)
{
    CatalogEntry entry;
    entry.file = file;
    entry.context.file = file;
    entry.context.error = KubeConfigError{KubeConfigErrorKind::Load, error.message, error.line};
    return entry;
}

std::vector<CatalogEntry> entriesOf(const KubeConfig &config, const std::string &file, const KubeFiles &files)
{
    std::vector<CatalogEntry> entries;
    entries.reserve(config.contexts.size());
    for (const KubeConfig::Context &context : config.contexts) {
        CatalogEntry &entry = entries.emplace_back();
        entry.file = file;
        entry.isCurrent = context.name == config.currentContext;
        entry.context = describeContext(config, context, files);
        entry.warnings = config.warnings;
    }
    return entries;
}

std::vector<CatalogEntry> entriesOfPasted(const PastedConfig &pasted, const KubeFiles &files)
{
    auto config = readKubeConfig(pasted.text.reveal(), {}, files);
    auto entries = config ? entriesOf(*config, pasted.name, files) : std::vector{brokenEntry(pasted.name, config.error())};
    for (CatalogEntry &entry : entries)
        entry.isPasted = true;
    return entries;
}

void append(std::vector<CatalogEntry> &out, std::vector<CatalogEntry> more)
{
    out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

bool isKubeConfigName(std::string_view name)
{
    const auto starts = [&](std::string_view start) { return name.starts_with(start); };
    const auto ends = [&](std::string_view end) { return name.ends_with(end); };
    return std::find(std::begin(ignoredNames), std::end(ignoredNames), name) == std::end(ignoredNames)
        && std::none_of(std::begin(ignoredStarts), std::end(ignoredStarts), starts)
        && std::none_of(std::begin(ignoredEnds), std::end(ignoredEnds), ends);
}

std::vector<CatalogFile> catalogFiles(const CatalogSources &sources, const KubeFiles &files)
{
    FileList list(files);
    for (const std::string &file : sources.places.files())
        list.add(file, largestKubeConfig, !sources.places.explicitFile.empty());
    if (sources.places.explicitFile.empty()) {
        if (const std::string folder = sources.places.folder(); !folder.empty())
            list.addFolder(folder);
        for (const std::string &added : sources.added)
            files.isFolder(added) ? list.addFolder(added) : list.add(added, largestKubeConfig, true);
    }
    return list.take();
}

std::vector<CatalogEntry> catalogOfText(std::string_view bytes, const std::string &file, const KubeFiles &files)
{
    auto config = readKubeConfig(bytes, file, files);
    return config ? entriesOf(*config, file, files) : std::vector{brokenEntry(file, config.error())};
}

std::vector<CatalogEntry> readCatalogFile(const CatalogFile &file, const KubeFiles &files)
{
    auto bytes = files.read(file.path, file.limit);
    if (bytes)
        return catalogOfText(*bytes, file.path, files);
    base::Error error = std::move(bytes).error();
    if (error.kind == base::ErrorKind::NotFound && !file.mustExist)
        return {};
    error.message = "error loading config file \"" + file.path + "\": " + error.message;
    return {brokenEntry(file.path, error)};
}

std::vector<CatalogEntry> readCatalog(const CatalogSources &sources, const KubeFiles &files)
{
    std::vector<CatalogEntry> entries;
    for (const CatalogFile &file : catalogFiles(sources, files))
        append(entries, readCatalogFile(file, files));
    for (const PastedConfig &pasted : sources.pasted)
        append(entries, entriesOfPasted(pasted, files));
    return entries;
}

} // namespace kube
