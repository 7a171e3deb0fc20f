#pragma once

#include "House.h"

// Compares what the files for each operating system define: where one has something, every other must have the same.
namespace house {

// A file's text for one system: "models/platform/Paths" of models/platform/Paths_windows.cpp.
struct SystemFile
{
    std::string name;
    std::string system; // windows, macos, linux or unix
};

inline SystemFile systemFileOf(const std::string &file)
{
    for (const std::string system : { "windows", "macos", "linux", "unix" }) {
        for (const std::string extension : { ".cpp", ".h" }) {
            const std::string ending = "_" + system + extension;
            if (file.size() > ending.size() && file.compare(file.size() - ending.size(), ending.size(), ending) == 0)
                return { file.substr(0, file.size() - ending.size()), system };
        }
    }
    return {};
}

// The name before the first parenthesis of a definition that begins a line; empty if the line begins none. What only declares is none.
inline std::string definedFunction(const std::string &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(?=[A-Za-z])(?!static\\b|using\\b|typedef\\b|extern\\b)[^(;=]*?([A-Za-z_~][\\w:~]*)\\("));
    static const QRegularExpression declaration(QStringLiteral("(?<!= default);\\s*$"));
    const auto line = QString::fromStdString(text);
    const auto match = pattern.match(line);
    return match.hasMatch() && !declaration.match(line).hasMatch() ? match.captured(1).toStdString() : std::string();
}

using FunctionsBySystem = std::map<std::string, std::multiset<std::string>>;

// What the rest of the program can call: definitions outside of unnamed namespaces, by system and by file without it.
inline std::map<std::string, FunctionsBySystem> systemFunctions(const std::vector<Line> &lines)
{
    std::map<std::string, FunctionsBySystem> found;
    bool isHidden = false;
    for (const auto &line : lines) {
        const auto [name, system] = systemFileOf(line.file);
        if (name.empty())
            continue;
        if (line.number == 1)
            isHidden = false;
        auto &functions = found[name][system];
        if (line.text == "namespace {")
            isHidden = true;
        else if (isHidden && line.text == "} ") // its comment is gone
            isHidden = false;
        else if (const auto function = isHidden ? std::string() : definedFunction(line.text); !function.empty())
            functions.insert(function);
    }
    return found;
}

// What one system gets of a file: its own and, except on Windows, what all Unix systems share.
inline std::multiset<std::string> functionsFor(const std::string &system, const FunctionsBySystem &bySystem)
{
    std::multiset<std::string> all;
    for (const auto &[each, functions] : bySystem) {
        if (each == system || (each == "unix" && system != "windows"))
            all.insert(functions.begin(), functions.end());
    }
    return all;
}

// Files and functions that one of the systems lacks.
inline Violations missingOnSystems(const std::filesystem::path &root)
{
    Violations found;
    for (const auto &[name, bySystem] : systemFunctions(sourceLines(root, { "models", "widgets", "app" }))) {
        std::map<std::string, std::size_t> most; // a name has as many definitions as on the system that has most
        for (const std::string system : { "linux", "macos", "windows" }) {
            const auto own = functionsFor(system, bySystem);
            for (const auto &function : own)
                most[function] = std::max(most[function], own.count(function));
        }
        for (const std::string system : { "linux", "macos", "windows" }) {
            const bool isThere = bySystem.count(system) || (system != "windows" && bySystem.count("unix"));
            if (!isThere)
                found.push_back(name + " has no file for " + system);
            const auto own = functionsFor(system, bySystem);
            for (const auto &[function, count] : most) {
                if (isThere && own.count(function) < count)
                    found.push_back(name + " defines " + (own.count(function) ? "fewer " : "no ") + function + " for " + system);
            }
        }
    }
    return found;
}

// Is it a header that every system has: the language's, Qt's, or one of a library behind a door? All others are of one system, or one processor.
inline bool isEverywhere(const std::string &header)
{
    static const QRegularExpression qtOfOneSystem(QStringLiteral("^(QtDBus|QDBus|QWinEvent|QtWin|QX11|QMac|QtMac|QWayland|QtWayland|QCocoa)"));
    const bool isLanguages = header.find_first_of("./") == std::string::npos && header[0] != 'Q';
    const bool isQts = header[0] == 'Q' && header.find('.') == std::string::npos && !qtOfOneSystem.match(QString::fromStdString(header)).hasMatch();
    const bool isBehindADoor = std::ranges::any_of(doors(), [&](const Door &door) { return !startsWith(door.headers, "Q") && startsWith(header, door.headers); });
    return isLanguages || isQts || isBehindADoor;
}

// Headers of one system in files that every system compiles, in angle brackets or in quotes; those of a processor's own instructions are known.
inline Violations strayedHeaders(const std::filesystem::path &root, const std::set<std::string> &known = {})
{
    Violations found;
    for (const auto &line : sourceLines(root, { "models", "widgets", "app" })) {
        const auto outside = included(line.text, '<'), quoted = included(line.text, '"');
        const bool isOwn = quoted.find('/') != std::string::npos || quoted.find(".moc") != std::string::npos;
        const auto header = outside.empty() && !isOwn ? quoted : outside;
        if (!header.empty() && systemFileOf(line.file).name.empty() && !isEverywhere(header) && !known.count(header))
            found.push_back(place(line) + "includes <" + header + ">, which belongs into a file for one system");
    }
    return found;
}

// Lines of the preprocessor that ask for a system, in files that every system compiles; by file.
inline std::map<std::string, Violations> questionsForTheSystem(const std::filesystem::path &root)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*(if|ifdef|ifndef|elif)\\b.*\\b(_?WIN(32|64)|__(MINGW|CYGWIN)\\w*|_MSC_VER|Q_OS_\\w+|Q_CC_MSVC|"
                                                           "__?linux(__)?|__?unix(__)?|__APPLE__|__MACH__|TARGET_OS_\\w+|__GLIBC__|__\\w*BSD__|__ANDROID__)\\b"));
    std::map<std::string, Violations> found;
    for (const auto &line : sourceLines(root, { "models", "widgets", "app" })) {
        const auto first = line.text.find_first_not_of(" \t");
        if (first == std::string::npos || line.text[first] != '#') // most lines by far
            continue;
        if (systemFileOf(line.file).name.empty() && pattern.match(QString::fromStdString(line.text)).hasMatch())
            found[line.file].push_back(place(line) + line.text);
    }
    return found;
}

// What is wrong with the list of tests that a build for Windows leaves out: each entry is "NAME: reason", NAME a test or, with a slash at its end, a folder.
inline Violations leftOutFaults(const std::filesystem::path &root)
{
    static const QRegularExpression entry(QStringLiteral("^([\\w/]+): \\S.{9,}$"));
    Violations found;
    std::set<std::string> seen;
    std::ifstream list(root / "packaging/windows/tests-left-out.txt");
    for (std::string line; std::getline(list, line);) {
        const auto match = entry.match(QString::fromStdString(line));
        const auto name = match.captured(1).toStdString();
        if (startsWith(line, "#"))
            continue;
        if (!match.hasMatch())
            found.push_back("no name with its reason: " + line);
        else if (!std::filesystem::exists(root / "tests" / (name.ends_with('/') ? name : name + ".cpp")))
            found.push_back("there is no " + name);
        else if (!seen.insert(name).second)
            found.push_back(name + " stands there twice");
    }
    if (seen.empty())
        found.push_back("there is no list");
    return found;
}

} // namespace house
