#include "models/kube/KubeConfigSaving.h"

#include "models/platform/Aside.h"
#include "models/platform/DurableFile.h"
#include "models/platform/NativePath.h"
#include "models/platform/Paths.h"

namespace kube {

namespace {

/// Nothing: there is no such file.
base::Result<void> missing(const std::string &path, const std::string &words, platform::FileCalls &calls)
{
    const auto state = calls.state(path);
    if (state)
        return base::makeError(base::ErrorKind::Conflict, path + words);
    return state.error().kind == base::ErrorKind::NotFound ? base::Result<void>() : base::Result<void>(state.error());
}

} // namespace

std::string savedKubeConfigPath(std::string_view folder, std::string_view name)
{
    return platform::joinPath(folder, "config-" + std::string(name));
}

std::string freeSavedName(const std::string &folder, const std::string &name, const KubeFiles &files)
{
    std::string free = name;
    const auto isTaken = [&] {
        const auto opened = files.open(savedKubeConfigPath(folder, free));
        return opened || opened.error().kind != base::ErrorKind::NotFound;
    };
    for (int number = 2; number < 1000 && isTaken(); ++number)
        free = name + '-' + std::to_string(number);
    return free;
}

base::Result<void> writeNewKubeConfig(const std::string &path, std::string_view text, platform::FileCalls &calls)
{
    platform::WriteOptions options;
    options.mustBeNew = true;
    auto done = calls.makeFolders(platform::folderOf(path));
    if (done)
        done = missing(path, " exists already", calls);
    if (done)
        done = missing(path + ".lock", " exists: another program writes the file, or left its lock behind", calls);
    return done ? platform::writeDurably(path, text, options, calls) : done;
}

base::Job saveNewKubeConfig(base::Executor &executor, std::string path, base::SecretText text, std::function<void(base::Result<void>)> done, platform::FileCalls &calls)
{
    return platform::runAside(executor, [path = std::move(path), text = std::move(text), done = std::move(done), &calls](const std::stop_token &) -> base::Task {
        return [done, result = writeNewKubeConfig(path, text.reveal(), calls)] { done(result); };
    });
}

} // namespace kube
