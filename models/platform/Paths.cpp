#include "models/platform/Paths.h"

#include "models/platform/FileCalls.h"
#include "models/platform/NativePath.h"

#include <QDir>
#include <QStandardPaths>

namespace platform {

namespace {

constexpr const char *FolderName = "wheelhouse";

/// As people of this system write it.
std::string written(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdString();
}

std::string homeFolder()
{
#ifdef Q_OS_WIN
    return written(QDir::homePath());
#else
    // QDir::homePath() answers "/" when HOME is not set; nothing of ours belongs there.
    return qEnvironmentVariableIsEmpty("HOME") ? std::string() : QDir::homePath().toStdString();
#endif
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
// The XDG rules: a relative value counts as none. QStandardPaths takes it, and makes a runtime folder when there is none.
std::string standardFolder(QStandardPaths::StandardLocation, const char *variable, const char *belowHome, const std::string &home)
{
    const QString given = qEnvironmentVariable(variable);
    if (QDir::isAbsolutePath(given))
        return joinPath(QDir::cleanPath(given).toStdString(), FolderName);
    return home.empty() || !belowHome ? std::string() : joinPath(joinPath(home, belowHome), FolderName);
}
#else
std::string standardFolder(QStandardPaths::StandardLocation location, const char *, const char *, const std::string &home)
{
    const std::string folder = written(QStandardPaths::writableLocation(location));
    return folder.empty() || home.empty() ? std::string() : joinPath(folder, FolderName);
}
#endif

} // namespace

Paths Paths::ofUser(std::string_view dataFolder)
{
    Paths paths;
    paths.m_home = homeFolder();
    if (!dataFolder.empty()) {
        const QString given = QString::fromUtf8(dataFolder.data(), qsizetype(dataFolder.size()));
        const std::string root = written(QDir::cleanPath(QDir::current().absoluteFilePath(given)));
        paths.m_config = joinPath(root, "config");
        paths.m_state = joinPath(root, "state");
        paths.m_cache = joinPath(root, "cache");
        paths.m_runtime = joinPath(root, "runtime");
        return paths;
    }
    paths.m_config = standardFolder(QStandardPaths::GenericConfigLocation, "XDG_CONFIG_HOME", ".config", paths.m_home);
    paths.m_state = standardFolder(QStandardPaths::GenericDataLocation, "XDG_DATA_HOME", ".local/share", paths.m_home);
    paths.m_cache = standardFolder(QStandardPaths::GenericCacheLocation, "XDG_CACHE_HOME", ".cache", paths.m_home);
    paths.m_runtime = standardFolder(QStandardPaths::RuntimeLocation, "XDG_RUNTIME_DIR", nullptr, paths.m_home);
    return paths;
}

base::Result<void> makePrivateFolder(const std::string &path)
{
    if (path.empty())
        return base::makeError(base::ErrorKind::Io, "nothing can be saved: this machine names no folder for it (is HOME set?)");
    if (auto made = FileCalls::system().makeFolders(path); !made) {
        base::Error error = std::move(made).error();
        error.message = "nothing can be saved in " + path + ": " + error.message;
        return error;
    }
    return {};
}

std::string joinPath(std::string_view folder, std::string_view path)
{
    const bool absolute = QDir::isAbsolutePath(QString::fromUtf8(path.data(), qsizetype(path.size())));
    if (folder.empty() || absolute)
        return std::string(path);
    std::string joined(folder);
    const char separator = separatorOf(folder);
    if (joined.back() != '/' && joined.back() != separator)
        joined += separator;
    return joined.append(path);
}

} // namespace platform
