#include "models/platform/ChildProcess.h"

#include "models/platform/Aside.h"
#include "models/platform/NativePath.h"
#include "models/platform/Paths.h"
#include "models/platform/WindowsNames.h"

#include <algorithm>
#include <memory>

namespace platform {

namespace {

bool isSameName(std::string_view a, std::string_view b)
{
    return isEnvironmentCaseSensitive() ? a == b : windowsnames::upperCased(a) == windowsnames::upperCased(b);
}

} // namespace

base::Job startChild(base::Executor &executor, ChildCommand command, std::function<void(ChildOutcome)> done)
{
    return runAside(executor, [command = std::move(command), done = std::move(done)](const std::stop_token &stop) -> base::Task {
        auto outcome = std::make_shared<ChildOutcome>(runChild(command, stop));
        return [outcome, done] { done(std::move(*outcome)); };
    });
}

std::string environmentValue(const std::vector<std::string> &environment, std::string_view name)
{
    const auto found = std::find_if(environment.rbegin(), environment.rend(), [name](const std::string &entry) {
        return entry.size() > name.size() && entry[name.size()] == '=' && isSameName(std::string_view(entry).substr(0, name.size()), name);
    });
    return found == environment.rend() ? std::string() : found->substr(name.size() + 1);
}

std::string findProgram(const std::string &name, std::string_view searchPath)
{
    std::vector<std::string> endings = programEndings(currentEnvironment());
    if (endings.empty() || windowsnames::hasEnding(name, endings))
        endings.insert(endings.begin(), std::string());
    for (const std::string &folder : listEntries(searchPath)) {
        if (!isAbsolutePath(folder))
            continue;
        for (const std::string &ending : endings) {
            const std::string path = joinPath(folder, name + ending);
            if (isExecutable(path))
                return path;
        }
    }
    return {};
}

} // namespace platform
