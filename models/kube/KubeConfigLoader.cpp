#include "models/kube/KubeConfigLoader.h"

#include "models/kube/KubeConfigParser.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace kube {

namespace {

namespace fs = std::filesystem;

#ifdef _WIN32
constexpr char listSeparator = ';';
#else
constexpr char listSeparator = ':';
#endif

fs::path pathOf(const std::string &utf8)
{
    return fs::path(std::u8string(utf8.begin(), utf8.end()));
}

std::string textOf(const fs::path &path)
{
    const std::u8string text = path.u8string();
    return std::string(text.begin(), text.end());
}

void resolve(std::string &path, const fs::path &folder)
{
    if (path.empty() || pathOf(path).is_absolute())
        return;
    const fs::path resolved = (folder / pathOf(path)).lexically_normal();
    path = textOf(resolved.has_filename() ? resolved : resolved.parent_path());
}

void resolvePaths(KubeConfig &config, const std::string &file, const KubeFiles &files)
{
    const fs::path folder = pathOf(files.absolutePath(file)).parent_path();
    for (KubeConfig::Cluster &cluster : config.clusters)
        resolve(cluster.authorityFile, folder);
    for (KubeConfig::User &user : config.users) {
        for (std::string *path : {&user.clientCertificateFile, &user.clientKeyFile, &user.tokenFile})
            resolve(*path, folder);
        const bool isPath = user.exec && user.exec->command.find(static_cast<char>(fs::path::preferred_separator)) != std::string::npos;
        if (isPath)
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

std::string KubeConfigPlaces::folder() const
{
    return home.empty() ? std::string() : textOf(pathOf(home) / ".kube");
}

std::vector<std::string> KubeConfigPlaces::files() const
{
    if (!explicitFile.empty())
        return {explicitFile};
    if (environment.empty())
        return home.empty() ? std::vector<std::string>() : std::vector<std::string>{textOf(pathOf(folder()) / "config")};
    std::vector<std::string> list;
    for (std::size_t from = 0; from <= environment.size();) {
        const std::size_t to = std::min(environment.find(listSeparator, from), environment.size());
        const std::string file = environment.substr(from, to - from);
        if (!file.empty() && std::find(list.begin(), list.end(), file) == list.end())
            list.push_back(file);
        from = to + 1;
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
