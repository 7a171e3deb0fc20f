#include "models/text/YamlEditor.h"

#include "models/text/Json.h"
#include "models/text/Yaml.h"

#include <algorithm>

namespace text {

namespace {

std::string doubleQuoted(std::string_view value)
{
    std::string out;
    appendJsonString(out, value);
    return out;
}

std::string singleQuoted(std::string_view value)
{
    std::string out = "'";
    for (const char byte : value)
        out += byte == '\'' ? std::string("''") : std::string(1, byte);
    return out + "'";
}

/// Whether it may stand without quotes in any place, and is read as this very string.
bool isPlainWord(const std::string &word)
{
    constexpr std::string_view signs = "-_.:/@";
    const auto isFine = [&](char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || signs.find(byte) != std::string_view::npos;
    };
    return !word.empty() && std::ranges::all_of(word, isFine) && !word.ends_with(':') && writeYaml(Value::string(word)) == word + "\n";
}

std::string written(const std::string &value) { return isPlainWord(value) ? value : doubleQuoted(value); }

} // namespace

YamlEditor::YamlEditor(std::string_view text) : m_text(text)
{
    m_lines.push_back(0);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n')
            m_lines.push_back(at + 1);
    }
}

bool YamlEditor::replace(const Value &map, const Value &old, const std::string &fresh) { return take(replacement(map, old, fresh)); }
bool YamlEditor::insert(const Value &map, const std::string &key, const std::string &fresh) { return take(insertion(map, key, fresh)); }

bool YamlEditor::take(std::optional<Edit> edit)
{
    if (!edit)
        return false;
    m_edits.push_back(std::move(*edit));
    return true;
}

std::string YamlEditor::result() const
{
    std::vector<const Edit *> order;
    for (const Edit &edit : m_edits)
        order.push_back(&edit);
    std::ranges::stable_sort(order, {}, [](const Edit *edit) { return edit->offset; });
    std::string out(m_text);
    for (auto edit = order.rbegin(); edit != order.rend(); ++edit)
        out.replace((*edit)->offset, (*edit)->length, (*edit)->replacement);
    return out;
}

std::optional<YamlEditor::Edit> YamlEditor::replacement(const Value &map, const Value &old, const std::string &fresh) const
{
    const auto begin = offsetOf(old.line(), old.column());
    if (!begin)
        return {};
    if (old.isNull() && !m_text.substr(*begin).starts_with('n') && !m_text.substr(*begin).starts_with('~'))
        return Edit{*begin, 0, " " + doubleQuoted(fresh)};
    const char first = *begin < m_text.size() ? m_text[*begin] : '\0';
    switch (first) {
    case '"': return Edit{*begin, doubleQuotedEnd(*begin) - *begin, doubleQuoted(fresh)};
    case '\'': return Edit{*begin, singleQuotedEnd(*begin) - *begin, singleQuoted(fresh)};
    case '|':
    case '>': return Edit{*begin, blockEnd(*begin, std::size_t(map.column())) - *begin, doubleQuoted(fresh)};
    case '&':
    case '*':
    case '!': return {};
    default: return Edit{*begin, plainEnd(*begin) - *begin, written(fresh)};
    }
}

std::optional<YamlEditor::Edit> YamlEditor::insertion(const Value &map, const std::string &key, const std::string &fresh) const
{
    const auto begin = offsetOf(map.line(), map.column());
    if (!begin || map.members().empty())
        return {};
    if (*begin < m_text.size() && m_text[*begin] == '{')
        return Edit{*begin + 1, 0, doubleQuoted(key) + ": " + doubleQuoted(fresh) + ", "};
    const std::size_t lineBegin = m_lines[std::size_t(map.line() - 1)];
    const std::string_view indentation = m_text.substr(lineBegin, *begin - lineBegin);
    if (indentation.find_first_not_of(' ') != std::string_view::npos)
        return {};
    const bool windows = lineEnd(*begin) > 0 && m_text[lineEnd(*begin) - 1] == '\r';
    return Edit{lineBegin, 0, std::string(indentation) + key + ": " + written(fresh) + (windows ? "\r\n" : "\n")};
}

/// Columns count characters, not bytes.
std::optional<std::size_t> YamlEditor::offsetOf(int line, int column) const
{
    if (line < 1 || column < 1 || std::size_t(line) > m_lines.size())
        return {};
    std::size_t at = m_lines[std::size_t(line - 1)];
    for (int step = 1; step < column && at < m_text.size(); ++step) {
        do
            ++at;
        while (at < m_text.size() && (static_cast<unsigned char>(m_text[at]) & 0xC0) == 0x80);
    }
    return at;
}

std::size_t YamlEditor::lineEnd(std::size_t from) const { return std::min(m_text.find('\n', from), m_text.size()); }

std::size_t YamlEditor::doubleQuotedEnd(std::size_t begin) const
{
    std::size_t at = begin + 1;
    while (at < m_text.size() && m_text[at] != '"')
        at += m_text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, m_text.size());
}

std::size_t YamlEditor::singleQuotedEnd(std::size_t begin) const
{
    std::size_t at = begin + 1;
    while (at < m_text.size() && (m_text[at] != '\'' || m_text.substr(at, 2) == "''"))
        at += m_text[at] == '\'' ? 2 : 1;
    return std::min(at + 1, m_text.size());
}

/// A plain scalar of one line.
std::size_t YamlEditor::plainEnd(std::size_t begin) const
{
    const std::size_t comment = std::min({m_text.find(" #", begin), m_text.find("\t#", begin), m_text.size()});
    std::size_t end = std::min({lineEnd(begin), comment, std::min(m_text.find_first_of(",}]", begin), m_text.size())});
    while (end > begin && (m_text[end - 1] == ' ' || m_text[end - 1] == '\t' || m_text[end - 1] == '\r'))
        --end;
    return end;
}

/// Up to the line break before the first line that is not indented deeper than the keys.
std::size_t YamlEditor::blockEnd(std::size_t begin, std::size_t keyColumn) const
{
    std::size_t end = lineEnd(begin);
    while (end < m_text.size()) {
        const std::size_t next = end + 1;
        const std::size_t word = std::min(m_text.find_first_not_of(" \r", next), m_text.size());
        const bool blank = word >= m_text.size() || m_text[word] == '\n';
        if (!blank && word - next < keyColumn)
            break;
        if (blank && word >= m_text.size())
            break;
        end = lineEnd(next);
    }
    return end > begin && m_text[end - 1] == '\r' ? end - 1 : end;
}

} // namespace text
