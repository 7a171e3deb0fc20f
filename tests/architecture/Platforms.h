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

// The name before the first parenthesis of a definition that begins a line; empty if the line begins none.
inline std::string definedFunction(const std::string &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(?=[A-Za-z])(?!static\\b|using\\b|typedef\\b|extern\\b)[^(;=]*?([A-Za-z_~][\\w:~]*)\\("));
    const auto match = pattern.match(QString::fromStdString(text));
    return match.hasMatch() ? match.captured(1).toStdString() : std::string();
}

// What the rest of the program can call: definitions outside of unnamed namespaces, by system and by file without it.
inline std::map<std::string, std::map<std::string, std::set<std::string>>> systemFunctions(const std::vector<Line> &lines)
{
    std::map<std::string, std::map<std::string, std::set<std::string>>> found;
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
inline std::set<std::string> functionsFor(const std::string &system, const std::map<std::string, std::set<std::string>> &bySystem)
{
    std::set<std::string> all;
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
        std::set<std::string> anywhere;
        for (const auto &[system, functions] : bySystem)
            anywhere.insert(functions.begin(), functions.end());
        for (const std::string system : { "linux", "macos", "windows" }) {
            const bool isThere = bySystem.count(system) || (system != "windows" && bySystem.count("unix"));
            if (!isThere)
                found.push_back(name + " has no file for " + system);
            const auto own = functionsFor(system, bySystem);
            for (const auto &function : anywhere) {
                if (isThere && !own.count(function))
                    found.push_back(name + " defines no " + function + " for " + system);
            }
        }
    }
    return found;
}

// Is it a header that one operating system has and another has not?
inline bool isOfOneSystem(const std::string &header)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^((sys|netinet|arpa|net|linux|mach|mach-o|fontconfig|CoreFoundation|CoreServices|Foundation|Security|SystemConfiguration)/.*"
        "|(unistd|fcntl|poll|pthread|pwd|grp|dirent|dlfcn|spawn|signal|termios|sched|ifaddrs|netdb|resolv|execinfo|libproc|strings|glob|fnmatch"
        "|windows|winsock2|ws2tcpip|winhttp|wincrypt|dpapi|shlobj|shlobj_core|shellapi|psapi|io|share|direct|process|dwmapi|tlhelp32|objbase|iphlpapi)\\.h)$"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(QString::fromStdString(header)).hasMatch();
}

// Such headers in files that every system compiles.
inline Violations strayedHeaders(const std::filesystem::path &root)
{
    Violations found;
    for (const auto &line : sourceLines(root, { "models", "widgets", "app" })) {
        const auto header = included(line.text, '<');
        if (!header.empty() && systemFileOf(line.file).name.empty() && isOfOneSystem(header))
            found.push_back(place(line) + "includes <" + header + ">, which belongs into a file for one system");
    }
    return found;
}

} // namespace house
