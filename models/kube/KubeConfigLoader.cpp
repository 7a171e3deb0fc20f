#include "models/kube/KubeConfigLoader.h"

#include "models/kube/KubeConfigParser.h"
#include "models/platform/NativePath.h"
#include "models/platform/Paths.h"

#include <algorithm>
#include <set>

namespace kube {

namespace {

/// As filepath.Join of Go: without detours and without a slash at the end; written as the folder is.
void resolve(std::string &path, const std::string &folder)
{
    if (path.empty() || platform::isAbsolutePath(path))
        return;
    const auto resolved = platform::nativePath(platform::pathFrom(folder, path)).lexically_normal();
    path = platform::utf8Path(resolved.has_filename() ? resolved : resolved.parent_path());
    std::ranges::replace(path, '/', platform::separatorOf(folder));
}

void resolvePaths(KubeConfig &config, const std::string &file, const KubeFiles &files)
{
    const std::string folder = platform::folderOf(files.absolutePath(file));
    for (KubeConfig::Cluster &cluster : config.clusters)
        resolve(cluster.authorityFile, folder);
    for (KubeConfig::User &user : config.users) {
        for (std::string *path : {&user.clientCertificateFile, &user.clientKeyFile, &user.tokenFile})
            resolve(*path, folder);
        if (user.exec && platform::isPlace(user.exec->command))
            resolve(user.exec->command, folder);
    }
}

template<typename T>
void setFile(std::vector<T> &entries, const std::string &file)
{
    for (T &entry : entries)
        entry.file = file;
}

template<typename T>
void addMissing(std::vector<T> &base, std::vector<T> &&more)
{
    std::set<std::string> names;
    for (const T &entry : base)
        names.insert(entry.name);
    for (T &entry : more) {
        if (names.insert(entry.name).second)
            base.push_back(std::move(entry));
    }
}

void addError(std::optional<KubeConfigError> &all, const base::Error &error)
{
    if (!all)
        all = KubeConfigError{KubeConfigErrorKind::Load, error.message, error.line};
    else
        all->message += "; " + error.message;
}

// kubectl asks for an explicit file by stat before it reads anything.
std::string statWords(const std::string &path)
{
    return "stat " + path + ": no such file or directory";
}

} // namespace

std::string kubeHome(const std::vector<std::string> &environment, const KubeFiles &files)
{
    const platform::HomeFolders homes = platform::homeFolders(environment);
    const auto hasConfig = [&](const std::string &home) { return files.open(platform::joinPath(platform::joinPath(home, ".kube"), "config")).has_value(); };
    if (const auto found = std::ranges::find_if(homes.withConfig, hasConfig); found != homes.withConfig.end())
        return *found;
    const auto existing = std::ranges::find_if(homes.others, [&](const std::string &home) { return files.isFolder(home); });
    if (existing != homes.others.end())
        return *existing;
    return homes.others.empty() ? std::string() : homes.others.front();
}

std::string KubeConfigPlaces::folder() const
{
    return home.empty() ? std::string() : platform::joinPath(home, ".kube");
}

std::vector<std::string> KubeConfigPlaces::files() const
{
    if (!explicitFile.empty())
        return {explicitFile};
    if (environment.empty())
        return home.empty() ? std::vector<std::string>() : std::vector<std::string>{platform::joinPath(folder(), "config")};
    std::vector<std::string> list;
    for (const std::string &file : platform::listEntries(environment)) {
        if (std::find(list.begin(), list.end(), file) == list.end())
            list.push_back(file);
    }
    return list;
}

base::Result<KubeConfig> readKubeConfig(std::string_view bytes, const std::string &path, const KubeFiles &files)
{
    auto config = parseKubeConfig(bytes);
    if (!config) {
        base::Error error = std::move(config).error();
        if (!path.empty())
            error.message = "error loading config file \"" + path + "\": " + error.message;
        return error;
    }
    if (path.empty())
        return config;
    setFile(config->clusters, path);
    setFile(config->users, path);
    setFile(config->contexts, path);
    for (KubeConfigWarning &warning : config->warnings)
        warning.file = path;
    resolvePaths(*config, path, files);
    return config;
}

base::Result<KubeConfig> loadKubeConfigFile(const std::string &path, const KubeFiles &files)
{
    auto bytes = files.read(path, largestKubeConfig);
    if (bytes)
        return readKubeConfig(*bytes, path, files);
    base::Error error = std::move(bytes).error();
    error.message = "error loading config file \"" + path + "\": " + error.message;
    return error;
}

void mergeInto(KubeConfig &base, KubeConfig more)
{
    addMissing(base.clusters, std::move(more.clusters));
    addMissing(base.users, std::move(more.users));
    addMissing(base.contexts, std::move(more.contexts));
    addMissing(base.extensions, std::move(more.extensions));
    if (base.currentContext.empty()) {
        base.currentContext = std::move(more.currentContext);
        base.currentContextLine = more.currentContextLine;
    }
    base.colors = base.colors || more.colors;
    for (KubeConfigWarning &warning : more.warnings)
        base.warnings.push_back(std::move(warning));
}

MergedConfig loadMergedConfig(const KubeConfigPlaces &places, const KubeFiles &files)
{
    MergedConfig merged;
    std::string missing;
    for (const std::string &file : places.files()) {
        auto config = loadKubeConfigFile(file, files);
        if (config) {
            merged.files.push_back(file);
            merged.currentContexts[file] = config->currentContext;
            mergeInto(merged.config, std::move(*config));
        } else if (config.error().kind != base::ErrorKind::NotFound) {
            merged.files.push_back(file);
            addError(merged.error, config.error());
        } else if (!places.explicitFile.empty()) {
            addError(merged.error, base::makeError(base::ErrorKind::NotFound, statWords(file)));
        } else {
            missing += (missing.empty() ? "" : ", ") + file;
        }
    }
    if (merged.files.empty() && !missing.empty() && !places.environment.empty())
        merged.warning = "Config not found: " + missing;
    return merged;
}

} // namespace kube
