#include "models/platform/WindowsNames.h"

#include <algorithm>

namespace platform::windowsnames {

namespace {

constexpr std::size_t SafeLength = 240;     ///< folders must leave room for a short file name
constexpr std::string_view Verbatim = "\\\\?\\";
constexpr std::string_view VerbatimShare = "\\\\?\\UNC\\";
constexpr std::string_view DefaultEndings = ".COM;.EXE;.BAT;.CMD";

bool isLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool isSlash(char letter)
{
    return letter == '\\' || letter == '/';
}

bool beginsWithTwoSlashes(std::string_view path)
{
    return path.size() > 1 && isSlash(path[0]) && isSlash(path[1]);
}

/// The system drops spaces and dots at the end of a name.
std::string_view withoutEnd(std::string_view name)
{
    while (name.ends_with(' ') || name.ends_with('.'))
        name.remove_suffix(1);
    return name;
}

/// Without what the form without limit takes for names or parts of them: ".", ".." and ends that are dropped otherwise.
std::string cleaned(std::string_view path, std::size_t rootParts)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const auto end = std::min(path.find_first_of("\\/"), path.size());
        const std::string_view part = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        if (part == ".." && parts.size() > rootParts)
            parts.pop_back();
        else if (!withoutEnd(part).empty())
            parts.push_back(withoutEnd(part));
    }
    std::string out;
    for (const std::string_view part : parts)
        out.append(out.empty() ? "" : "\\").append(part);
    return out;
}

} // namespace

bool isAbsolute(std::string_view path)
{
    return beginsWithTwoSlashes(path) || (path.size() > 2 && isLetter(path[0]) && path[1] == ':' && isSlash(path[2]));
}

bool isRemote(std::string_view path)
{
    if (!beginsWithTwoSlashes(path))
        return false;
    const bool isLongLocal = path.size() > 6 && path.substr(2, 1) == "?" && isSlash(path[3]) && isLetter(path[4]) && path[5] == ':';
    return !isLongLocal;
}

std::string withoutLimit(std::string_view path)
{
    if (path.size() < SafeLength || !isAbsolute(path) || path.starts_with(Verbatim) || path.starts_with("\\\\.\\"))
        return std::string(path);
    if (beginsWithTwoSlashes(path))
        return std::string(VerbatimShare) + cleaned(path, 2);
    return std::string(Verbatim) + cleaned(path, 1);
}

std::string plain(std::string_view path)
{
    if (path.starts_with(VerbatimShare))
        return "\\\\" + std::string(path.substr(VerbatimShare.size()));
    return std::string(path.starts_with(Verbatim) ? path.substr(Verbatim.size()) : path);
}

std::vector<std::string> programEndings(std::string_view pathExtensions)
{
    std::vector<std::string> endings;
    for (std::string_view rest = pathExtensions.empty() ? DefaultEndings : pathExtensions; !rest.empty();) {
        const auto end = std::min(rest.find(';'), rest.size());
        if (end > 1 && rest.front() == '.')
            endings.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return endings;
}

bool hasEnding(std::string_view name, const std::vector<std::string> &endings)
{
    const std::string wanted = upperCased(name);
    return std::ranges::any_of(endings, [&](const std::string &ending) { return wanted.ends_with(upperCased(ending)); });
}

bool isBatch(std::string_view program)
{
    return hasEnding(withoutEnd(program), {".bat", ".cmd"});
}

bool isHarmlessInBatch(std::string_view argument)
{
    constexpr std::string_view harmless = "-_./\\:=@+,~";
    const bool isPlain = std::ranges::all_of(argument, [&](char letter) {
        return isLetter(letter) || (letter >= '0' && letter <= '9') || harmless.find(letter) != std::string_view::npos;
    });
    return isPlain && !argument.ends_with('\\');
}

std::string quoted(std::string_view argument)
{
    std::string out = "\"";
    std::size_t backslashes = 0;
    for (const char letter : argument) {
        if (letter == '\\') {
            ++backslashes;
            continue;
        }
        out.append(letter == '"' ? backslashes * 2 + 1 : backslashes, '\\');
        backslashes = 0;
        out += letter;
    }
    out.append(backslashes * 2, '\\');
    return out + '"';
}

std::string commandLine(const std::string &program, const std::vector<std::string> &arguments)
{
    std::string line = quoted(program);
    for (const std::string &argument : arguments)
        line += " " + quoted(argument);
    return line;
}

std::string upperCased(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(), [](char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; });
    return upper;
}

} // namespace platform::windowsnames
