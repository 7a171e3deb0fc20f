#include "models/text/YamlEmitter.h"

#include "models/text/Utf8.h"

#include <algorithm>
#include <array>

namespace text {

namespace {

constexpr int indentStep = 2;
constexpr int width = 80;
constexpr std::size_t longestSimpleKey = 128;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";   ///< behind it kubectl escapes every character

bool isBreak(char32_t c)
{
    return c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isBlankOrBreak(char32_t c)
{
    return c == ' ' || c == '\t' || c == 0 || isBreak(c);
}

/// Characters beyond the basic plane count as unprintable here, as they do for kubectl.
bool isPrintable(char32_t c)
{
    return c == '\n' || (c >= 0x20 && c <= 0x7E) || (c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF && !(c >= 0xD800 && c <= 0xDFFF));
}

bool isOneOf(char32_t c, std::string_view set)
{
    return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos;
}

/// Whether a text is written as it is, wherever it stands: most are. Others may be as well, which takes a longer look.
bool isOrdinary(std::string_view text)
{
    const auto isLetterOrDigit = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); };
    const auto isSeen = [](char c) { return c > ' ' && c <= '~'; };
    return !text.empty() && isLetterOrDigit(text.front()) && text.back() != ':' && std::ranges::all_of(text, isSeen);
}

bool isSpaceAt(std::string_view text, std::size_t at)
{
    return at < text.size() && text[at] == ' ';
}

} // namespace

/// What about a text forbids which style.
struct YamlEmitter::Traits
{
    bool indicators = false;     ///< would not be read as plain text
    bool lineBreaks = false;
    bool special = false;        ///< has characters that must be escaped
    bool edgeSpace = false;      ///< begins or ends with a space or line break
    bool trailingSpace = false;
    bool breakSpace = false;     ///< a space right behind a line break
    bool spaceBreak = false;     ///< a line break right behind a space
};

YamlEmitter::Traits YamlEmitter::analyze(std::string_view text)
{
    Traits traits;
    traits.indicators = text.starts_with("---") || text.starts_with("...");
    bool precededByBlank = true;
    bool previousSpace = false;
    bool previousBreak = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        const char32_t c = point.value;
        const std::size_t next = at + point.size;
        const bool isEdge = at == 0 || next >= text.size();
        const bool followedByBlank = next >= text.size() || text[next] == ' ' || text[next] == '\t';
        if (at == 0)
            traits.indicators |= isOneOf(c, "#,[]{}&*!|>'\"%@`") || (isOneOf(c, "?:-") && followedByBlank);
        else
            traits.indicators |= (c == ':' && followedByBlank) || (c == '#' && precededByBlank);
        traits.special |= !isPrintable(c);
        const bool space = c == ' ';
        const bool lineBreak = isBreak(c);
        traits.edgeSpace |= isEdge && (space || lineBreak);
        traits.trailingSpace |= space && next >= text.size();
        traits.breakSpace |= space && previousBreak;
        traits.spaceBreak |= lineBreak && previousSpace;
        traits.lineBreaks |= lineBreak;
        previousSpace = space;
        previousBreak = lineBreak;
        precededByBlank = isBlankOrBreak(c);
        at = next;
    }
    return traits;
}

YamlEmitter::Written YamlEmitter::select(std::string_view text, const Traits &traits, Style style, bool isSimpleKey)
{
    const bool unquotable = traits.spaceBreak || traits.special;
    if (style == Style::Literal)
        return unquotable || traits.trailingSpace || isSimpleKey || text.empty() ? Written::DoubleQuoted : Written::Literal;
    if (style == Style::DoubleQuoted || traits.breakSpace || unquotable)
        return Written::DoubleQuoted;
    const bool plain = !traits.edgeSpace && !traits.lineBreaks && !traits.indicators && !(text.empty() && isSimpleKey);
    return plain ? Written::Plain : Written::SingleQuoted;
}

void YamlEmitter::beginList(Place place)
{
    m_indents.push_back(m_indent);
    if (m_indent < 0)
        m_indent = 0;
    else if (place != Place::Value || m_indention)
        m_indent += indentStep;
}

void YamlEmitter::beginItem()
{
    writeIndent();
    writeIndicator("-", true, true);
}

void YamlEmitter::beginMap()
{
    m_indents.push_back(m_indent);
    m_indent = m_indent < 0 ? 0 : m_indent + indentStep;
}

bool YamlEmitter::beginKey(std::string_view key)
{
    writeIndent();
    const bool isLong = key.size() > longestSimpleKey || (!isOrdinary(key) && analyze(key).lineBreaks);
    if (isLong)
        writeIndicator("?", true, true);
    return isLong;
}

void YamlEmitter::separate(bool isLongKey)
{
    if (isLongKey)
        writeIndent();
    writeIndicator(":", isLongKey, isLongKey);
}

void YamlEmitter::endContainer()
{
    m_indent = m_indents.back();
    m_indents.pop_back();
}

void YamlEmitter::emptyContainer(std::string_view brackets)
{
    writeIndicator(brackets, true, false);
}

void YamlEmitter::scalar(std::string_view text, Style style, Place place)
{
    if (style == Style::Plain && isOrdinary(text))
        return writeOrdinary(text);
    const bool isSimpleKey = place == Place::Key;
    const Written written = select(text, analyze(text), style, isSimpleKey);
    const int outer = m_indent;
    m_indent = std::max(m_indent, 0) + indentStep;
    switch (written) {
    case Written::Plain: writePlain(text, !isSimpleKey); break;
    case Written::SingleQuoted: writeSingleQuoted(text, !isSimpleKey); break;
    case Written::DoubleQuoted: writeDoubleQuoted(text, !isSimpleKey); break;
    case Written::Literal: writeLiteral(text); break;
    }
    m_indent = outer;
}

std::string YamlEmitter::take()
{
    writeIndent();
    return std::move(m_out);
}

void YamlEmitter::put(char c)
{
    m_out.push_back(c);
    ++m_column;
}

void YamlEmitter::putBreak()
{
    m_out.push_back('\n');
    m_column = 0;
}

void YamlEmitter::writeIndent()
{
    const int indent = std::max(m_indent, 0);
    if (!m_indention || m_column > indent || (m_column == indent && !m_whitespace))
        putBreak();
    m_out.append(static_cast<std::size_t>(indent - std::min(m_column, indent)), ' ');
    m_column = std::max(m_column, indent);
    m_whitespace = true;
    m_indention = true;
}

void YamlEmitter::writeIndicator(std::string_view indicator, bool needsSpace, bool keepsIndention)
{
    if (needsSpace && !m_whitespace)
        put(' ');
    for (const char c : indicator)
        put(c);
    m_whitespace = false;
    m_indention = m_indention && keepsIndention;
}

void YamlEmitter::copy(std::string_view text, std::size_t &at)
{
    const std::size_t size = codePointAt(text, at).size;
    m_out.append(text.substr(at, size));
    ++m_column;
    at += size;
}

void YamlEmitter::writeOrdinary(std::string_view text)
{
    writeIndicator({}, true, false);
    m_out += text;
    m_column += static_cast<int>(text.size());
}

void YamlEmitter::writePlain(std::string_view text, bool mayFold)
{
    if (!m_whitespace)
        put(' ');
    bool afterSpace = false;
    for (std::size_t at = 0; at < text.size();) {
        const bool space = text[at] == ' ';
        if (space && mayFold && !afterSpace && m_column > width && !isSpaceAt(text, at + 1)) {
            writeIndent();
            ++at;
        } else {
            copy(text, at);
        }
        afterSpace = space;
        m_indention = m_indention && space;
    }
    m_whitespace = false;
    m_indention = false;
}

void YamlEmitter::writeSingleQuoted(std::string_view text, bool mayFold)
{
    writeIndicator("'", true, false);
    bool afterSpace = false;
    bool afterBreak = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = codePointAt(text, at).value;
        const bool space = c == ' ';
        const bool lineBreak = isBreak(c);
        const bool folds = space && mayFold && !afterSpace && m_column > width && at > 0 && at + 1 < text.size();
        if (folds && !isSpaceAt(text, at + 1)) {
            writeIndent();
            ++at;
        } else if (lineBreak) {
            if (!afterBreak && c == '\n')
                putBreak();
            copy(text, at);
            m_column = 0;
            m_indention = true;
        } else {
            if (afterBreak && !space)
                writeIndent();
            if (c == '\'')
                put('\'');
            copy(text, at);
            m_indention = m_indention && space;
        }
        afterSpace = space || (lineBreak && afterSpace);
        afterBreak = lineBreak || (space && afterBreak);
    }
    writeIndicator("'", false, false);
}

void YamlEmitter::writeDoubleQuoted(std::string_view text, bool mayFold)
{
    writeIndicator("\"", true, false);
    const bool escapesAll = text.starts_with(byteOrderMark);
    bool afterSpace = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        const bool space = point.value == ' ';
        if (escapesAll || !isPrintable(point.value) || isBreak(point.value) || point.value == '"' || point.value == '\\') {
            writeEscape(point.value);
            at += point.size;
        } else if (space && mayFold && !afterSpace && m_column > width && at > 0 && at + 1 < text.size()) {
            writeIndent();
            if (isSpaceAt(text, at + 1))
                put('\\');
            ++at;
        } else {
            copy(text, at);
        }
        afterSpace = space;
    }
    writeIndicator("\"", false, false);
}

void YamlEmitter::writeEscape(char32_t value)
{
    struct Short { char32_t value; char letter; };
    constexpr std::array shorts = {
        Short{0x00, '0'}, Short{0x07, 'a'}, Short{0x08, 'b'}, Short{0x09, 't'}, Short{0x0A, 'n'},
        Short{0x0B, 'v'}, Short{0x0C, 'f'}, Short{0x0D, 'r'}, Short{0x1B, 'e'}, Short{'"', '"'},
        Short{'\\', '\\'}, Short{0x85, 'N'}, Short{0x2028, 'L'}, Short{0x2029, 'P'},
    };
    put('\\');
    for (const Short &known : shorts) {
        if (known.value == value)
            return put(known.letter);
    }
    const int digits = value <= 0xFF ? 2 : value <= 0xFFFF ? 4 : 8;
    put(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        put("0123456789ABCDEF"[(value >> shift) & 0xF]);
}

void YamlEmitter::writeLiteral(std::string_view text)
{
    writeIndicator("|", true, false);
    writeLiteralHints(text);
    putBreak();
    m_indention = true;
    m_whitespace = true;
    bool afterBreak = true;
    for (std::size_t at = 0; at < text.size();) {
        const bool lineBreak = isBreak(codePointAt(text, at).value);
        if (!lineBreak && afterBreak)
            writeIndent();
        copy(text, at);
        if (lineBreak)
            m_column = 0;
        m_indention = lineBreak;
        afterBreak = lineBreak;
    }
}

/// An indentation figure when the first line begins with a space; + or - for line breaks at the end.
void YamlEmitter::writeLiteralHints(std::string_view text)
{
    std::array<char32_t, 2> last = {0, 0};
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        last = {last[1], point.value};
        at += point.size;
    }
    const char32_t first = codePointAt(text, 0).value;
    if (first == ' ' || isBreak(first))
        writeIndicator("2", false, false);
    const bool onlyOne = codePointAt(text, 0).size == text.size();
    if (!isBreak(last[1]))
        writeIndicator("-", false, false);
    else if (onlyOne || isBreak(last[0]))
        writeIndicator("+", false, false);
}

} // namespace text
