#include "models/inside/Ways.h"

#include <algorithm>
#include <array>

namespace inside {

namespace {

constexpr const char *environPath = "/proc/self/environ";
constexpr const char *longest = "8388608";

/// What runtimes say of a program that is not there or cannot run.
constexpr std::array<std::string_view, 6> missingWords = {"OCI runtime exec failed", "executable file", "no such file or directory", "No such file or directory",
    "exec format error", "system cannot find the file"};

std::vector<std::vector<std::string>> readers(const std::string &path)
{
    return {{"cat", path}, {"head", "-c", longest, path}, {"dd", "if=" + path}, {"tail", "-c", "+1", path}, {"busybox", "cat", path}};
}

std::vector<Way> makeEnvironmentWays()
{
    std::vector<Way> ways;
    for (auto &command : readers(environPath))
        ways.push_back({std::move(command), Shape::Zeros});
    ways.insert(ways.begin() + 1, {{"env", "-0"}, Shape::Zeros});
    ways.push_back({{"python3", "-c", R"(import os,sys;[sys.stdout.buffer.write(k+b"="+v+b"\0") for k,v in os.environb.items()])"}, Shape::Zeros});
    ways.push_back({{"perl", "-e", R"(print "$_=$ENV{$_}\0" for keys %ENV)"}, Shape::Zeros});
    ways.push_back({{"node", "-e", R"(for(const k in process.env)process.stdout.write(k+"="+process.env[k]+"\0"))"}, Shape::Zeros});
    ways.push_back({{"env"}, Shape::Lines});
    ways.push_back({{"printenv"}, Shape::Lines});
    ways.push_back({{"cmd", "/c", "set"}, Shape::Lines});   // Windows
    return ways;
}

} // namespace

const std::vector<Way> &environmentWays()
{
    static const std::vector<Way> ways = makeEnvironmentWays();
    return ways;
}

std::vector<std::vector<std::string>> fileWays(const std::string &path)
{
    return readers(path);
}

bool isToolMissing(const base::Result<kube::CommandResult> &result)
{
    if (result)
        return result->exitCode == 126 || result->exitCode == 127;      // as shells and some runtimes say it
    const base::Error &error = result.error();
    const auto says = [&error](std::string_view word) { return error.message.find(word) != std::string::npos; };
    return error.kind == base::ErrorKind::Server && std::ranges::any_of(missingWords, says);
}

base::Error nothingToReadWith(const std::vector<std::vector<std::string>> &tried)
{
    std::string names;
    for (const auto &command : tried)
        (names += names.empty() ? "" : ", ") += command.front() + (command.size() == 2 && command.back().front() == '-' ? ' ' + command.back() : "");
    return base::makeError(base::ErrorKind::Unsupported, "the container has nothing to be read with; tried: " + names);
}

} // namespace inside
