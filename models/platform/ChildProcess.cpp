#include "models/platform/ChildProcess.h"

#include "models/platform/Aside.h"
#include "models/platform/Paths.h"

#include <algorithm>
#include <memory>

namespace platform {

namespace {

#ifdef _WIN32
constexpr char ListSeparator = ';';
constexpr const char *ProgramEndings[] = {"", ".exe", ".com", ".cmd", ".bat"};
#else
constexpr char ListSeparator = ':';
constexpr const char *ProgramEndings[] = {""};
#endif

bool isAbsolute(std::string_view path)
{
    return joinPath("x", path) == path;
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
        return entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=';
    });
    return found == environment.rend() ? std::string() : found->substr(name.size() + 1);
}

std::string findProgram(const std::string &name, std::string_view searchPath)
{
    while (!searchPath.empty()) {
        const auto end = searchPath.find(ListSeparator);
        const std::string_view folder = searchPath.substr(0, end);
        searchPath.remove_prefix(end == std::string_view::npos ? searchPath.size() : end + 1);
        if (!isAbsolute(folder))
            continue;
        for (const char *ending : ProgramEndings) {
            const std::string path = joinPath(folder, name + ending);
            if (isExecutable(path))
                return path;
        }
    }
    return {};
}

} // namespace platform
