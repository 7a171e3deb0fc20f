#include "models/platform/WindowsNames.h"

#include "models/platform/ChildProcess.h"

#include <algorithm>

namespace platform::windowsnames {

namespace {

constexpr std::size_t SafeLength = 240;     ///< folders must leave room for a short file name
constexpr std::string_view Verbatim = "\\\\?\\";
constexpr std::string_view VerbatimShare = "\\\\?\\UNC\\";
constexpr std::string_view DefaultEndings = ".com;.exe;.bat;.cmd";

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

std::string lowerCased(std::string_view name)
{
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
    return lower;
}

bool isSameName(std::string_view a, std::string_view b)
{
    return upperCased(a) == upperCased(b);
}

/// \\server\share of a path on a server, with one kind of slash and without case; empty for others.
std::string shareOf(std::string_view path)
{
    if (path.starts_with(VerbatimShare))
        path.remove_prefix(VerbatimShare.size());
    else if (beginsWithTwoSlashes(path) && path.substr(2, 1) != "?" && path.substr(2, 1) != ".")
        path.remove_prefix(2);
    else
        return {};
    const auto server = path.find_first_of("\\/");
    if (server == std::string_view::npos || server == 0)
        return {};
    const auto share = std::min(path.find_first_of("\\/", server + 1), path.size());
    return upperCased(path.substr(0, server)) + '\\' + upperCased(path.substr(server + 1, share - server - 1));
}

std::string_view nameOf(std::string_view path)
{
    const auto slash = path.find_last_of("\\/");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// CON, PRN, AUX, NUL, CONIN$, CONOUT$, COM0 to COM9 and LPT0 to LPT9.
bool isDeviceName(std::string_view name)
{
    constexpr std::string_view names[] = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"};
    if (std::ranges::any_of(names, [name](std::string_view each) { return isSameName(name, each); }))
        return true;
    const bool isPort = name.size() > 3 && (isSameName(name.substr(0, 3), "COM") || isSameName(name.substr(0, 3), "LPT"));
    const std::string_view number = isPort ? name.substr(3) : std::string_view();
    constexpr std::string_view superscripts[] = {"\xC2\xB9", "\xC2\xB2", "\xC2\xB3"};
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || std::ranges::find(superscripts, number) != std::end(superscripts);
}

} // namespace

bool isDevice(std::string_view path)
{
    if (beginsWithTwoSlashes(path) && path.substr(2, 1) == ".")
        return true;
    std::string_view name = nameOf(path);
    if (name.size() == path.size() && name.size() > 2 && name[1] == ':')
        name.remove_prefix(2);
    return isDeviceName(withoutEnd(name.substr(0, name.find_first_of(".:"))));
}

std::string foreignPath(std::string_view path, std::string_view namedBy)
{
    if (isDevice(path))
        return "it is a device of Windows and no file";
    if (!isRemote(path))
        return {};
    const std::string share = shareOf(path);
    const bool isOwn = !share.empty() && share == shareOf(namedBy);
    return isOwn ? std::string() : "it is on another computer, which would be told who you are; copy the file to this one";
}

std::string nameProblem(std::string_view path)
{
    const std::string_view name = nameOf(path);
    if (isDevice(path))
        return "Windows keeps this name for a device";
    if (withoutEnd(name) != name)
        return "on Windows no name ends in a dot or a space";
    const bool hasDrive = name.size() == path.size() && name.size() > 1 && isLetter(name[0]) && name[1] == ':';
    const auto isForbidden = [](char letter) { return std::string_view("<>:\"|?*").find(letter) != std::string_view::npos || static_cast<unsigned char>(letter) < 0x20; };
    if (std::ranges::any_of(name.substr(hasDrive ? 2 : 0), isForbidden))
        return "on Windows a name has none of < > : \" | ? * and no control characters";
    return {};
}

bool isAbsolute(std::string_view path)
{
    return beginsWithTwoSlashes(path) || (path.size() > 2 && isLetter(path[0]) && path[1] == ':' && isSlash(path[2]));
}

bool isRemote(std::string_view path)
{
    if (path.size() > 3 && isSlash(path[0]) && path.substr(1, 2) == "??" && isSlash(path[3]))
        return true;    // the kernel's own name space
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
        const std::string ending = (rest.starts_with('.') ? "" : ".") + lowerCased(rest.substr(0, end));
        if (ending.size() > 1)
            endings.push_back(ending);
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
    constexpr std::string_view dangerous = "\"%!&|<>^()";
    const bool isPlain = std::ranges::none_of(argument, [&](char letter) {
        return dangerous.find(letter) != std::string_view::npos || static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    });
    return isPlain && !argument.ends_with('\\');
}

std::string batchProblem(std::string_view program, const std::vector<std::string> &arguments)
{
    if (!isBatch(program))
        return {};
    constexpr const char *why = " has a character that cmd.exe would not pass on as it is: one of \" % ! & | < > ^ ( ), a line break or a backslash at its end";
    if (program.find_first_of("%!") != std::string_view::npos)
        return "the path of this batch file has a % or !, which cmd.exe would not take as it is";
    const auto bad = std::ranges::find_if_not(arguments, isHarmlessInBatch);
    return bad == arguments.end() ? std::string() : "it is a batch file, and its argument " + std::to_string(bad - arguments.begin() + 1) + why;
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
    std::string line = windowsnames::quoted(program);
    for (const std::string &argument : arguments)
        line += " " + windowsnames::quoted(argument);
    return line;
}

std::vector<std::string> listEntries(std::string_view list)
{
    std::vector<std::string> entries{std::string()};
    bool isQuoted = false;
    for (const char letter : list) {
        if (letter == '"')
            isQuoted = !isQuoted;
        else if (letter == ';' && !isQuoted)
            entries.emplace_back();
        else
            entries.back() += letter;
    }
    std::erase(entries, std::string());
    return entries;
}

HomeFolders homeFolders(const std::vector<std::string> &environment)
{
    const std::string home = environmentValue(environment, "HOME"), profile = environmentValue(environment, "USERPROFILE");
    const std::string drive = environmentValue(environment, "HOMEDRIVE"), path = environmentValue(environment, "HOMEPATH");
    const std::string onDrive = drive.empty() || path.empty() ? std::string() : drive + path;
    HomeFolders folders{{home, onDrive, profile}, {home, profile, onDrive}};
    std::erase(folders.withConfig, std::string());
    std::erase(folders.others, std::string());
    return folders;
}

std::string upperCased(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(), [](char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; });
    return upper;
}

} // namespace platform::windowsnames
