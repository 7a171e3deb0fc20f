#include "models/demo/PromqlLexer.h"

#include <algorithm>
#include <array>

namespace demo {

namespace {

using Kind = PromqlToken::Kind;

constexpr std::array<std::string_view, 24> signs{"=~", "!~", "==", "!=", "<=", ">=", "(", ")", "{", "}", "[", "]", ",", "=", "<", ">", "+", "-", "*", "/", "%", "^", "@", ":"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isWordStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':'; }
bool isWordPart(char c) { return isWordStart(c) || isDigit(c); }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Cuts a query into tokens.
class Lexer
{
public:
    explicit Lexer(std::string_view query) : m_query(query) { }

    base::Result<std::vector<PromqlToken>> read()
    {
        for (skipBlanks(); m_at < m_query.size(); skipBlanks()) {
            if (!readToken())
                return promqlError(m_query, m_at, m_problem);
        }
        m_tokens.push_back({Kind::End, {}, m_at});
        return std::move(m_tokens);
    }

private:
    char at(std::size_t offset = 0) const { return m_at + offset < m_query.size() ? m_query[m_at + offset] : '\0'; }

    void skipBlanks()
    {
        while (isSpace(at()) || at() == '#') {
            if (at() == '#')
                m_at = std::min(m_query.find('\n', m_at), m_query.size());
            else
                ++m_at;
        }
    }

    bool readToken()
    {
        if (at() == '"' || at() == '\'' || at() == '`')
            return readText();
        if (isDigit(at()) || (at() == '.' && isDigit(at(1))))
            return readNumber();
        // In brackets a colon would be a subquery.
        if (isWordStart(at()) && !(at() == ':' && m_brackets > 0))
            return add(Kind::Word, std::find_if_not(m_query.begin() + std::ptrdiff_t(m_at), m_query.end(), isWordPart) - m_query.begin() - std::ptrdiff_t(m_at));
        const auto sign = std::ranges::find_if(signs, [&](std::string_view each) { return m_query.substr(m_at).starts_with(each); });
        m_problem = std::string("unexpected character: '") + at() + "'";
        if (sign == signs.end())
            return false;
        m_brackets += *sign == "[" ? 1 : *sign == "]" ? -1 : 0;
        return add(Kind::Sign, std::ptrdiff_t(sign->size()));
    }

    bool add(Kind kind, std::ptrdiff_t length)
    {
        m_tokens.push_back({kind, std::string(m_query.substr(m_at, std::size_t(length))), m_at});
        m_at += std::size_t(length);
        return true;
    }

    /// 5, .5, 1e3, 0x1f; 5m, 1h30m
    bool readNumber()
    {
        std::size_t end = m_at;
        while (end < m_query.size() && (isWordPart(m_query[end]) || m_query[end] == '.' || isExponentSign(end)) && m_query[end] != ':')
            ++end;
        const std::string_view spelling = m_query.substr(m_at, end - m_at);
        const bool isHexadecimal = spelling.starts_with("0x") || spelling.starts_with("0X");
        const bool isDuration = !isHexadecimal && spelling.find_first_of("smhdwy") != spelling.npos;
        return add(isDuration ? Kind::Duration : Kind::Number, std::ptrdiff_t(spelling.size()));
    }

    bool isExponentSign(std::size_t place) const
    {
        const char c = m_query[place];
        return (c == '+' || c == '-') && (m_query[place - 1] == 'e' || m_query[place - 1] == 'E') && isDigit(m_query[m_at]);
    }

    bool readText()
    {
        const char quote = at();
        std::string text;
        std::size_t i = m_at + 1;
        for (; i < m_query.size() && m_query[i] != quote; ++i) {
            if (m_query[i] == '\\' && quote != '`' && i + 1 < m_query.size()) {
                const char escaped = m_query[++i];
                text += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
            } else {
                text += m_query[i];
            }
        }
        m_problem = "unterminated quoted string";
        if (i >= m_query.size())
            return false;
        m_tokens.push_back({Kind::Text, std::move(text), m_at});
        m_at = i + 1;
        return true;
    }

    std::string_view m_query;
    std::size_t m_at = 0;
    int m_brackets = 0;
    std::string m_problem;
    std::vector<PromqlToken> m_tokens;
};

} // namespace

base::Error promqlError(std::string_view query, std::size_t at, const std::string &message)
{
    const std::string_view before = query.substr(0, at);
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t lineStart = before.rfind('\n');
    const std::size_t column = at - (lineStart == before.npos ? 0 : lineStart + 1) + 1;
    return base::makeErrorAt(base::ErrorKind::Invalid, std::to_string(line) + ':' + std::to_string(column) + ": parse error: " + message, int(line), int(column));
}

base::Result<std::vector<PromqlToken>> readPromqlTokens(std::string_view query) { return Lexer(query).read(); }

} // namespace demo
