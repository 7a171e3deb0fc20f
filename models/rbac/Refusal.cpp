#include "models/rbac/Refusal.h"

#include "models/text/Json.h"

#include <algorithm>
#include <array>

namespace rbac {

namespace {

constexpr std::string_view kubeletWords = "Forbidden (user=";
/// JSON in JSON in a log.
constexpr int mostLevels = 3;

/// Reads a text from left to right; a piece that is not there leaves it as it was.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) { }

    bool take(std::string_view words)
    {
        if (!m_text.substr(m_position).starts_with(words))
            return false;
        m_position += words.size();
        return true;
    }

    std::optional<std::string> word()
    {
        const std::size_t end = m_text.find(' ', m_position);
        if (end == m_text.npos || end == m_position)
            return std::nullopt;
        std::string out(m_text.substr(m_position, end - m_position));
        m_position = end + 1;
        return out;
    }

    /// Go's %q, which is JSON's where names are sane.
    std::optional<std::string> quoted()
    {
        if (m_position >= m_text.size() || m_text[m_position] != '"')
            return std::nullopt;
        std::size_t end = m_position + 1;
        while (end < m_text.size() && m_text[end] != '"')
            end += m_text[end] == '\\' ? 2 : 1;
        if (end >= m_text.size())
            return std::nullopt;
        const auto value = text::parseJson(m_text.substr(m_position, end + 1 - m_position));
        if (!value || !value->isString())
            return std::nullopt;
        m_position = end + 1;
        return value->text();
    }

private:
    std::string_view m_text;
    std::size_t m_position = 0;
};

/// Without one level of backslashes; what they make of line breaks is a space.
std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '\\' && i + 1 < text.size();
        i += isEscape ? 1 : 0;
        out += isEscape && (text[i] == 'n' || text[i] == 'r' || text[i] == 't') ? ' ' : text[i];
    }
    return out;
}

/// What windows, chats and text programs make of the server's words is undone: lines that were broken, quotes that were curled.
std::string straightened(std::string_view text)
{
    constexpr std::array<std::string_view, 4> quotes = {"\u201c", "\u201d", "\u201e", "\u201f"};
    std::string out;
    while (!text.empty()) {
        const auto quote = std::ranges::find_if(quotes, [&](std::string_view each) { return text.starts_with(each); });
        const bool isSpace = text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t';
        if (quote != quotes.end())
            out += '"';
        else if (!isSpace || !out.ends_with(' '))
            out += isSpace ? ' ' : text.front();
        text.remove_prefix(quote != quotes.end() ? quote->size() : 1);
    }
    return out;
}

/// The name stands before: pods "x" is forbidden:
std::string nameBefore(std::string_view text)
{
    constexpr std::string_view words = "\" is forbidden: ";
    if (!text.ends_with(words))
        return {};
    text.remove_suffix(words.size());
    const auto quote = text.rfind('"');
    return quote == text.npos ? std::string() : std::string(text.substr(quote + 1));
}

bool readPlace(Scanner &scanner, Request &request)
{
    if (!scanner.take(" in API group "))
        return false;
    const auto group = scanner.quoted();
    if (!group)
        return false;
    request.apiGroup = *group;
    if (scanner.take(" at the cluster scope"))
        return true;
    if (!scanner.take(" in the namespace "))
        return false;
    request.namespaceName = scanner.quoted().value_or("");
    return !request.namespaceName.empty();
}

bool readWhat(Scanner &scanner, Request &request)
{
    if (scanner.take("path ")) {
        request.url = scanner.quoted().value_or("");
        return !request.url.empty();
    }
    if (!scanner.take("resource "))
        return false;
    const auto resource = scanner.quoted();
    if (!resource)
        return false;
    const auto slash = resource->find('/');
    request.resource = resource->substr(0, slash);
    request.subresource = slash == resource->npos ? std::string() : resource->substr(slash + 1);
    return readPlace(scanner, request);
}

std::optional<Refusal> readAt(std::string_view text, std::size_t position)
{
    Refusal out;
    Scanner scanner(text.substr(position));
    scanner.take("User ");
    const auto user = scanner.quoted();
    if (!user || !scanner.take(" cannot "))
        return std::nullopt;
    const auto verb = scanner.word();
    if (!verb)
        return std::nullopt;
    out.user = *user;
    out.request.verb = *verb;
    if (!readWhat(scanner, out.request))
        return std::nullopt;
    if (!out.request.isUrl())
        out.request.name = nameBefore(text.substr(0, position));
    return out;
}

/// What stands behind the words, up to the end; the text goes on behind that.
std::optional<std::string> between(std::string_view &text, std::string_view begin, std::string_view end)
{
    if (!text.starts_with(begin))
        return std::nullopt;
    const auto last = text.find(end, begin.size());
    if (last == text.npos)
        return std::nullopt;
    std::string out(text.substr(begin.size(), last - begin.size()));
    text.remove_prefix(last);
    return out;
}

/// A kubelet names itself nowhere, and of several subresources one would have been enough: the first gives least.
std::optional<Refusal> readKubelets(std::string_view text)
{
    const auto user = between(text, kubeletWords, ", verb=");
    const auto verb = between(text, ", verb=", ", resource=");
    const auto resource = between(text, ", resource=", ", subresource");
    const bool isList = text.starts_with(", subresource(s)=[");
    const auto subresources = between(text, isList ? ", subresource(s)=[" : ", subresource=", isList ? "])" : ")");
    if (!user || !verb || !resource || !subresources)
        return std::nullopt;
    Refusal out;
    out.user = *user;
    out.request.verb = *verb;
    out.request.resource = *resource;
    out.request.subresource = subresources->substr(0, subresources->find(' '));
    return out;
}

/// The first refusal that is written just so.
std::optional<Refusal> readPlain(std::string_view text)
{
    constexpr std::string_view start = "User \"";
    for (std::size_t at = text.find(start); at != text.npos; at = text.find(start, at + 1)) {
        if (auto refusal = readAt(text, at))
            return refusal;
    }
    for (std::size_t at = text.find(kubeletWords); at != text.npos; at = text.find(kubeletWords, at + 1)) {
        if (auto refusal = readKubelets(text.substr(at)))
            return refusal;
    }
    return std::nullopt;
}

} // namespace

std::optional<Refusal> readRefusal(std::string_view text)
{
    if (auto refusal = readPlain(text))
        return refusal;
    std::string plain = straightened(text);
    for (int level = 0; level <= mostLevels; ++level) {
        if (auto refusal = readPlain(plain))
            return refusal;
        plain = unescaped(plain);
    }
    return std::nullopt;
}

} // namespace rbac
