#include "models/rbac/Refusal.h"

#include "models/text/Json.h"

namespace rbac {

namespace {

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

std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        out += text[i];
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

} // namespace

std::optional<Refusal> readRefusal(std::string_view text)
{
    constexpr std::string_view start = "User \"";
    for (std::size_t at = text.find(start); at != text.npos; at = text.find(start, at + 1)) {
        if (auto refusal = readAt(text, at))
            return refusal;
    }
    if (text.find("User \\\"") == text.npos)
        return std::nullopt;
    return readRefusal(unescaped(text));
}

} // namespace rbac
