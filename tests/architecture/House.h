#pragma once

#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// Reads a folder tree as the house it should be and tells where it is not. Nothing here knows a file of this repository.
namespace house {

using Arrows = std::map<std::string, std::set<std::string>>; // a layer and the layers it may include
using Violations = std::vector<std::string>;

struct Line
{
    std::string file; // from the root of the tree, with slashes
    int number;
    std::string text;
};

// An outside library's headers (by how their names begin) and the only folders that may include them; no folder: nobody may.
struct Door
{
    std::string headers;
    std::vector<std::string> folders;
};

inline const std::vector<Door> &doors()
{
    static const std::vector<Door> all = {
        { "curl/", { "models/http" } },
        { "openssl/", { "models/http" } },
        { "simdjson.h", { "models/text" } },
        { "protozero/", { "models/text" } },
        { "yaml-cpp/", { "models/text" } },
        { "yaml.h", { "models/text" } },
        { "zlib.h", { "models/text" } },
        { "zstd.h", { "models/text" } },
        { "zdict.h", { "models/text" } },
        { "pcre2.h", { "models/text" } },
        { "qt6keychain/", { "models/platform" } },
        { "Qsci/", { "widgets/editor" } },
        { "QtCharts", { "widgets/charts" } },
        { "QNetworkAccessManager", {} },
        { "QtNetwork/QNetworkAccessManager", {} },
    };
    return all;
}

inline bool startsWith(const std::string &text, const std::string &start) { return text.rfind(start, 0) == 0; }

inline bool isInside(const std::string &path, const std::string &folder) { return startsWith(path, folder + "/"); }

// Parses layers.txt: one "folder: uses... | libraries..." per line.
inline Arrows readArrows(const std::string &text)
{
    Arrows arrows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(':');
        std::istringstream uses(line.substr(colon + 1, line.find('|') - colon - 1));
        auto &targets = arrows[line.substr(0, colon)];
        for (std::string used; uses >> used;)
            targets.insert(used);
    }
    return arrows;
}

// The layer that a file belongs to: the longest one whose folder holds it; empty if none does.
inline std::string layerOf(const std::string &file, const Arrows &arrows)
{
    std::string found;
    for (const auto &[layer, uses] : arrows) {
        if (isInside(file, layer) && layer.size() > found.size())
            found = layer;
    }
    return found;
}

inline std::string place(const Line &line) { return line.file + ":" + std::to_string(line.number) + ": "; }

// Every line of every source file of the given folders, without its // comment, files in the order of their names.
inline std::vector<Line> sourceLines(const std::filesystem::path &root, const std::vector<std::string> &folders)
{
    static const std::set<std::string> extensions = { ".h", ".cpp", ".inc" };
    std::set<std::filesystem::path> files;
    for (const auto &folder : folders) {
        if (!std::filesystem::exists(root / folder))
            continue;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            if (extensions.count(entry.path().extension().string()))
                files.insert(entry.path());
        }
    }
    std::vector<Line> lines;
    for (const auto &file : files) {
        std::ifstream stream(file);
        const auto name = file.lexically_relative(root).generic_string();
        int number = 0;
        for (std::string text; std::getline(stream, text);) {
            const auto comment = text.find("// ");
            lines.push_back({ name, ++number, text.substr(0, comment) });
        }
    }
    return lines;
}

// The text between the quotes or angle brackets of an #include with that opening; empty if the line is none.
inline std::string included(const std::string &text, char opening)
{
    const auto hash = text.find_first_not_of(" \t");
    if (hash == std::string::npos || text[hash] != '#' || text.find("include", hash) == std::string::npos)
        return {};
    const auto from = text.find(opening);
    const auto to = text.find(opening == '<' ? '>' : '"', from + 1);
    return from == std::string::npos || to == std::string::npos ? std::string() : text.substr(from + 1, to - from - 1);
}

// What is wrong with including one of our own files; empty if nothing is.
inline std::string includeFault(const std::string &layer, const std::string &header, const Arrows &arrows)
{
    if (header.find('/') == std::string::npos && header.find(".moc") != std::string::npos)
        return {};
    const auto target = layerOf(header, arrows);
    if (target.empty())
        return "includes " + header + ", which is no path into a layer";
    if (target != layer && !arrows.at(layer).count(target))
        return "includes " + header + ", but layer(" + layer + ") does not use " + target;
    return {};
}

// Is it a header of one of Qt's modules that draw? Qt's own header folders decide.
inline bool drawsPixels(const std::string &header)
{
    const auto headers = QLibraryInfo::path(QLibraryInfo::HeadersPath).toStdString();
    for (const std::string module : { "QtGui", "QtWidgets", "QtSvg", "QtCharts", "QtOpenGL" }) {
        if (startsWith(header, module) || (header[0] == 'Q' && std::filesystem::exists(headers + "/" + module + "/" + header)))
            return true;
    }
    return false;
}

// What is wrong with including an outside header; empty if nothing is.
inline std::string doorFault(const std::string &layer, const std::string &header)
{
    if (isInside(layer + "/", "models") && drawsPixels(header))
        return "includes <" + header + ">, but models draw nothing";
    for (const auto &door : doors()) {
        const auto &folders = door.folders;
        if (startsWith(header, door.headers) && std::find(folders.begin(), folders.end(), layer) == folders.end())
            return "includes <" + header + "> past its door" + (folders.empty() ? "" : " " + folders.front());
    }
    return {};
}

// Includes against the arrows, and outside headers that are not behind their door.
inline Violations badIncludes(const std::filesystem::path &root, const Arrows &arrows)
{
    Violations found;
    for (const auto &line : sourceLines(root, { "models", "widgets", "app" })) {
        const auto own = included(line.text, '"');
        const auto outside = included(line.text, '<');
        if (own.empty() && outside.empty())
            continue;
        const auto layer = layerOf(line.file, arrows);
        std::string fault;
        if (layer.empty() && line.file != "app/main.cpp")
            fault = "belongs to no layer";
        else
            fault = !own.empty() ? includeFault(layer, own, arrows) : doorFault(layer, outside);
        if (!fault.empty())
            found.push_back(place(line) + fault);
    }
    return found;
}

inline int floorOf(const std::string &layer) { return startsWith(layer, "app") ? 2 : startsWith(layer, "widgets") ? 1 : 0; }

// Follows the arrows from a layer; tells the way that comes back to where it started.
inline bool leadsTo(const std::string &from, const std::string &goal, const Arrows &arrows, std::set<std::string> &seen)
{
    const auto found = arrows.find(from);
    if (found == arrows.end() || !seen.insert(from).second)
        return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const std::string &next) {
        return next == goal || leadsTo(next, goal, arrows, seen);
    });
}

// Arrows that point up or in a circle, and the one arrow that is forbidden though it points down.
inline Violations badArrows(const Arrows &arrows)
{
    Violations found;
    for (const auto &[layer, uses] : arrows) {
        std::set<std::string> seen;
        if (leadsTo(layer, layer, arrows, seen))
            found.push_back(layer + " is part of a circle");
        for (const auto &used : uses) {
            if (floorOf(used) > floorOf(layer))
                found.push_back(layer + " uses " + used + ", which lies above it");
            if (layer == "models/demo" && used == "models/kube")
                found.push_back("models/demo uses models/kube: a fault of the client would hide in its own mirror");
        }
    }
    return found;
}

// Words that must not stand in our code.
struct Rule
{
    std::string pattern;
    std::vector<std::string> folders; // where it is looked for
    std::string allowed; // the folder where it may stand; empty: nowhere
    std::string why;
};

inline const std::vector<Rule> &rules()
{
    static const std::vector<std::string> pixels = { "widgets", "app" };
    static const std::vector<std::string> all = { "models", "widgets", "app" };
    static const std::string base = "widgets/base";
    static const std::string text = "text from outside is shown by the plain-text widgets alone";
    static const std::string loop = "an event loop inside another";
    static const std::vector<Rule> table = {
        { "\\bQLabel\\s*[({]", pixels, base, text },
        { "\\bsetToolTip\\s*\\(", pixels, base, text },
        { "\\bQMessageBox::", pixels, base, text },
        { "\\bsetHtml\\s*\\(", pixels, base, text },
        { "\\bsetMarkdown\\s*\\(", pixels, base, text },
        { "\\b(QInputDialog|QProgressDialog|QErrorMessage|QTextBrowser|QWhatsThis|setWhatsThis)\\b", pixels, base, text },
        { "\\bQTextEdit\\s*[({*]", pixels, base, text },
        { "\\bQToolTip::showText\\((?!.*plainToolTip)", pixels, base, text },
        { "setData\\((?!.*plainToolTip).*ToolTipRole", pixels, base, text },
        { "ToolTipRole:\\s*return(?!.*plainToolTip)", pixels, base, text },
        { "->set(Title|Name)\\((?!.*toHtmlEscaped)", { "widgets/charts" }, base, text },
        { "\\.arg\\([^()]*(\\([^()]*\\)[^()]*)*\\)\\.arg\\(", pixels, "", "a %2 in the first text would be filled by the second: one arg() takes all" },
        { "\\bhttp::(Request|HttpThread)\\b", pixels, "", "what is sent goes through ApiClient, which knows which cluster is read-only" },
        { "\\bprocessEvents\\b", all, base, loop },
        { "(->|\\.)exec\\s*\\(", all, base, loop },
        { "\\bQEventLoop\\b", all, base, loop },
        { "\\bthread_local\\b", all, "", "MinGW frees its memory before the destructor runs: base::PerThread" },
        { "\\bYAML::LoadAll", all, "", "it hangs on some texts" },
        { "(^|std::|[^:>.\\w])(system|popen)\\s*\\(\\s*[^)\\s]", all, "", "a child process is started by its arguments, never by a shell" },
        { "\\b(sleep_for|sleep_until|QThread::m?sleep|usleep)\\b", all, "models/platform", "a thread that sleeps can be neither woken nor ended" },
    };
    return table;
}

inline bool isInsideAny(const std::string &path, const std::vector<std::string> &folders)
{
    return std::any_of(folders.begin(), folders.end(), [&path](const std::string &folder) { return isInside(path, folder); });
}

inline Violations forbiddenWords(const std::filesystem::path &root)
{
    Violations found;
    const auto lines = sourceLines(root, { "models", "widgets", "app" });
    for (const auto &rule : rules()) {
        const QRegularExpression pattern(QString::fromStdString(rule.pattern));
        for (const auto &line : lines) {
            const bool forbiddenHere = isInsideAny(line.file, rule.folders) && !isInsideAny(line.file, { rule.allowed });
            if (forbiddenHere && pattern.match(QString::fromStdString(line.text)).hasMatch())
                found.push_back(place(line) + line.text + " (" + rule.why + ")");
        }
    }
    return found;
}

} // namespace house
