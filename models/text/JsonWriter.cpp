#include "models/text/Json.h"

#include "models/text/Utf8.h"

namespace text {

namespace {

/// What is escaped beyond what JSON demands.
enum class Escapes { Needed, AsKubectl };

constexpr char hexDigits[] = "0123456789abcdef";

void appendUnicodeEscape(std::string &out, char32_t value)
{
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out.push_back(hexDigits[(value >> shift) & 0xF]);
}

/// The letter behind the backslash of a character that has one, else 0.
char shortEscape(char32_t c)
{
    switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

bool isEscaped(char32_t c, Escapes escapes)
{
    if (c < 0x20)
        return true;
    return escapes == Escapes::AsKubectl && (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029);
}

void appendString(std::string &out, std::string_view text, Escapes escapes)
{
    out.push_back('"');
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        if (const char letter = shortEscape(point.value)) {
            out.push_back('\\');
            out.push_back(letter);
        } else if (isEscaped(point.value, escapes)) {
            appendUnicodeEscape(out, point.value);
        } else if (point.valid) {
            out.append(text.substr(at, point.size));
        } else {
            appendUtf8(out, point.value);
        }
        at += point.size;
    }
    out.push_back('"');
}

/// Writes one tree in one style.
class Writer
{
public:
    Writer(std::string &out, JsonStyle style)
        : m_out(out)
        , m_indented(style == JsonStyle::Indented)
        , m_escapes(m_indented ? Escapes::AsKubectl : Escapes::Needed)
    {
    }

    void write(const Value &value)
    {
        switch (value.type()) {
        case Value::Type::Null: m_out += "null"; break;
        case Value::Type::Boolean: m_out += value.asBoolean() ? "true" : "false"; break;
        case Value::Type::Number: m_out += value.text(); break;
        case Value::Type::String: appendString(m_out, value.text(), m_escapes); break;
        case Value::Type::List: writeList(value.items()); break;
        case Value::Type::Map: writeMap(value.members()); break;
        }
    }

private:
    void writeList(const Value::List &items)
    {
        open('[');
        for (const Value &item : items) {
            separate(&item == &items.front());
            write(item);
        }
        close(']', items.empty());
    }

    void writeMap(const Value::Map &members)
    {
        open('{');
        for (const Value::Member &member : members) {
            separate(&member == &members.front());
            appendString(m_out, member.key, m_escapes);
            m_out += m_indented ? ": " : ":";
            write(member.value);
        }
        close('}', members.empty());
    }

    void open(char bracket)
    {
        m_out.push_back(bracket);
        ++m_depth;
    }

    void separate(bool isFirst)
    {
        if (!isFirst)
            m_out.push_back(',');
        breakLine();
    }

    void close(char bracket, bool isEmpty)
    {
        --m_depth;
        if (!isEmpty)
            breakLine();
        m_out.push_back(bracket);
    }

    void breakLine()
    {
        if (!m_indented)
            return;
        m_out.push_back('\n');
        m_out.append(m_depth * 4, ' ');
    }

    std::string &m_out;
    bool m_indented;
    Escapes m_escapes;
    std::size_t m_depth = 0;
};

} // namespace

std::string writeJson(const Value &value, JsonStyle style)
{
    std::string out;
    Writer(out, style).write(value);
    return out;
}

void appendJsonString(std::string &out, std::string_view text)
{
    appendString(out, text, Escapes::Needed);
}

} // namespace text
