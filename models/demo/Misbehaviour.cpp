#include "models/demo/Misbehaviour.h"

#include "models/demo/Refusal.h"

#include <algorithm>
#include <array>

namespace demo {

using Act = Misbehaviour::Act;

namespace {

bool matchesPattern(std::string_view pattern, std::string_view text)
{
    std::size_t at = 0, from = 0, star = pattern.npos, mark = 0;
    while (from < text.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            mark = from;
        } else if (at < pattern.size() && pattern[at] == text[from]) {
            ++at;
            ++from;
        } else if (star != pattern.npos) {
            at = star + 1;
            from = ++mark;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + std::ptrdiff_t(at), pattern.end(), [](char rest) { return rest == '*'; });
}

/// A word is NAME=VALUE, or NAME alone for any value.
bool holdsWord(const HttpRequest &request, std::string_view word)
{
    const std::size_t equals = word.find('=');
    return std::any_of(request.parameters.begin(), request.parameters.end(), [&](const auto &parameter) {
        return parameter.first == word.substr(0, equals) && (equals == word.npos || parameter.second == word.substr(equals + 1));
    });
}

constexpr std::array actsOnStreams { Act::Drop, Act::ExpireWatch, Act::Silence, Act::Slow, Act::HalfLines, Act::NoBookmarks,
    Act::WrongVersion, Act::UnknownObject, Act::DuplicateAdded };

bool isOnStreams(Act act) { return std::find(actsOnStreams.begin(), actsOnStreams.end(), act) != actsOnStreams.end(); }

std::string withWrongVersions(std::string text)
{
    constexpr std::string_view key = "\"resourceVersion\":\"";
    for (std::size_t at = 0; (at = text.find(key, at)) != text.npos;) {
        at += key.size();
        text.replace(at, text.find('"', at) - at, "lie-1");
    }
    return text;
}

bool isOfType(std::string_view line, std::string_view type)
{
    return line.substr(0, 9 + type.size()) == "{\"type\":\"" + std::string(type);
}

constexpr std::string_view unknownObject =
    R"({"type":"DELETED","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"never-was","namespace":"default","uid":"00000000-0000-4000-a000-000000000000","resourceVersion":"1"}}})";

} // namespace

bool Misbehaviour::fits(const HttpRequest &request) const
{
    const std::size_t mark = path.find('?');
    if (!matchesPattern(std::string_view(path).substr(0, mark), request.path))
        return false;
    std::string_view words = mark == path.npos ? std::string_view() : std::string_view(path).substr(mark + 1);
    while (!words.empty()) {
        const std::size_t end = words.find('&');
        if (!holdsWord(request, words.substr(0, end)))
            return false;
        words.remove_prefix(end == words.npos ? words.size() : end + 1);
    }
    return true;
}

Misbehaviour refused(std::string path, int code)
{
    Misbehaviour result;
    result.act = Act::Refuse;
    result.path = std::move(path);
    result.code = code;
    return result;
}

Misbehaviour throttled(std::string path, std::string retryAfter)
{
    Misbehaviour result = refused(std::move(path), 429);
    result.headers.emplace_back("Retry-After", std::move(retryAfter));
    return result;
}

std::vector<Misbehaviour> Misbehaviours::take(const HttpRequest &request, bool onStream)
{
    std::vector<Misbehaviour> result;
    for (Misbehaviour &candidate : m_all) {
        if (candidate.times == 0 || (onStream && !isOnStreams(candidate.act)) || !candidate.fits(request))
            continue;
        if (candidate.percent < 100 && int(m_random() % 100) >= candidate.percent)
            continue;
        candidate.times -= candidate.times > 0 ? 1 : 0;
        result.push_back(candidate);
    }
    return result;
}

std::vector<std::string> told(std::vector<std::string> lines, const std::vector<Misbehaviour> &lies)
{
    std::vector<std::string> result;
    for (std::string &line : lines) {
        if (findAct(lies, Act::Silence) || (findAct(lies, Act::NoBookmarks) && isOfType(line, "BOOKMARK")))
            continue;
        if (findAct(lies, Act::UnknownObject))
            result.push_back(std::string(unknownObject) + '\n');
        if (findAct(lies, Act::WrongVersion))
            line = withWrongVersions(std::move(line));
        if (findAct(lies, Act::DuplicateAdded) && isOfType(line, "ADDED"))
            result.push_back(line);
        result.push_back(std::move(line));
    }
    if (findAct(lies, Act::ExpireWatch))
        result.push_back("{\"type\":\"ERROR\",\"object\":" + statusJson(410, "too old resource version: 1 (2)") + "}\n");
    return result;
}

std::string toldWhole(std::string body, const std::vector<Misbehaviour> &lies)
{
    return findAct(lies, Act::WrongVersion) ? withWrongVersions(std::move(body)) : body;
}

const Misbehaviour *findAct(const std::vector<Misbehaviour> &all, Act act)
{
    const auto found = std::find_if(all.begin(), all.end(), [act](const Misbehaviour &entry) { return entry.act == act; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace demo
