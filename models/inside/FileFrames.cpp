#include "models/inside/FileFrames.h"

#include "models/kube/ResourceType.h"
#include "models/text/Plain.h"

#include <charconv>
#include <random>

namespace inside {

using base::ErrorKind;

namespace {

constexpr std::size_t filesInPart = 64;
constexpr std::size_t bytesInPart = 4 * 1024;   // proxies take 8 KiB for a request's head

/// The mark is $0. A pipe would be read until somebody writes to it: only files are.
constexpr const char *script = R"(for f; do if [ -e "$f" ] && [ ! -f "$f" ]; then echo "not a regular file" >&2; c=1; else cat "$f"; c=$?; fi; )"
                               R"(printf '\n%s %d\n' "$0" $c; printf '\n%s\n' "$0" >&2; done; exit 0)";

/// Takes what stands before the mark, and the mark.
std::optional<std::string_view> takeUntil(std::string_view &text, const std::string &mark)
{
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at + mark.size());
    return taken;
}

std::optional<int> takeCode(std::string_view &text)
{
    int code = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return text.starts_with('\n') ? std::optional(code) : std::nullopt;
}

base::Error endedEarly(const kube::CommandResult &result)
{
    const std::string code = result.exitCode == 0 ? "" : " with " + std::to_string(result.exitCode);
    return base::makeError(ErrorKind::Io, "the shell in the container ended" + code + " before all files were read");
}

} // namespace

std::vector<std::string> FileFrames::command() const
{
    std::vector<std::string> command{"sh", "-c", script, m_mark};
    command.insert(command.end(), m_paths.begin(), m_paths.end());
    return command;
}

base::Result<std::optional<std::vector<File>>> FileFrames::read(const kube::CommandResult &result) const
{
    std::vector<File> files;
    std::string_view output = result.output;
    std::string_view errors = result.errors;
    for (const std::string &path : m_paths) {
        const auto content = takeUntil(output, '\n' + m_mark + ' ');
        const auto code = content ? takeCode(output) : std::nullopt;
        if (!code)
            return endedEarly(result);
        if (*code == 126 || *code == 127)
            return std::optional<std::vector<File>>();
        output.remove_prefix(1);
        files.push_back({path, contentOf(std::string(*content), takeUntil(errors, '\n' + m_mark + '\n').value_or(std::string_view()), *code)});
    }
    return std::optional(std::move(files));
}

std::string newMark()
{
    std::random_device random;
    std::string mark = "mark-";
    for (int i = 0; i < 4; ++i)
        mark += std::to_string(random());
    return mark;
}

std::vector<std::vector<std::string>> inParts(const std::vector<std::string> &paths)
{
    std::vector<std::vector<std::string>> parts;
    std::size_t bytes = 0;
    for (const std::string &path : paths) {
        const std::size_t size = kube::percentEncode(path).size() + std::string_view("&command=").size();
        if (parts.empty() || parts.back().size() == filesInPart || bytes + size > bytesInPart) {
            parts.emplace_back();
            bytes = 0;
        }
        parts.back().push_back(path);
        bytes += size;
    }
    return parts;
}

base::Result<std::string> contentOf(std::string output, std::string_view errors, int exitCode)
{
    if (exitCode == 0)
        return output;
    std::string words = text::plain(errors);
    while (words.ends_with('\n'))
        words.pop_back();
    const bool isMissing = words.find("o such file") != std::string::npos || words.find("nonexistent") != std::string::npos;
    return base::makeError(isMissing ? ErrorKind::NotFound : ErrorKind::Io, words.empty() ? "reading it failed with " + std::to_string(exitCode) : words);
}

} // namespace inside
