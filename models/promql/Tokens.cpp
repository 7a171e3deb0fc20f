#include "models/promql/Tokens.h"

#include <algorithm>
#include <array>
#include <optional>

namespace promql {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isWordPart(char c) { return isLetter(c) || isDigit(c) || c == ':'; }
bool isOneOf(char c, std::string_view characters) { return characters.find(c) != characters.npos; }

constexpr std::array<std::string_view, 6> twins = {"=~", "!~", "!=", "==", "<=", ">="};
constexpr std::array<std::string_view, 6> units = {"ms", "s", "m", "h", "d", "w"};

class Lexer
{
public:
    explicit Lexer(std::string_view query) : m_query(query) { }

    std::vector<Token> tokens()
    {
        while (m_at < m_query.size()) {
            if (isSpace(m_query[m_at]))
                ++m_at;
            else
                add(next());
        }
        return std::move(m_tokens);
    }

private:
    std::string_view rest() const { return m_query.substr(m_at); }

    void add(Token token)
    {
        token.begin = m_at;
        m_at += token.length;
        m_tokens.push_back(token);
    }

    Token next() const
    {
        const char c = m_query[m_at];
        if (c == '#')
            return {TokenKind::Comment, 0, std::min(rest().find('\n'), rest().size())};
        if (isOneOf(c, "\"'`"))
            return string(c);
        if (isLetter(c) || c == ':')
            return {TokenKind::Identifier, 0, lengthOf(isWordPart)};
        if (isDigit(c) || (c == '.' && rest().size() > 1 && isDigit(rest()[1])))
            return number();
        if (isOneOf(c, "([{"))
            return {TokenKind::Open, 0, 1};
        if (isOneOf(c, ")]}"))
            return {TokenKind::Close, 0, 1};
        if (c == ',')
            return {TokenKind::Comma, 0, 1};
        return sign(c);
    }

    template<typename Fits>
    std::size_t lengthOf(Fits fits) const
    {
        return static_cast<std::size_t>(std::ranges::find_if_not(rest(), fits) - rest().begin());
    }

    Token string(char quote) const
    {
        for (std::size_t i = 1; i < rest().size(); ++i) {
            if (rest()[i] == quote)
                return {TokenKind::String, 0, i + 1};
            if (rest()[i] == '\n' && quote != '`')
                return {TokenKind::String, 0, i, false};
            if (rest()[i] == '\\' && quote != '`')
                ++i;
        }
        return {TokenKind::String, 0, rest().size(), false};
    }

    Token number() const
    {
        if (const auto length = duration())
            return {TokenKind::Duration, 0, *length};
        std::size_t i = rest().starts_with("0x") || rest().starts_with("0X") ? 2 : 0;
        const bool isHexadecimal = i == 2;
        for (; i < rest().size(); ++i) {
            const bool isExponentSign = !isHexadecimal && isOneOf(rest()[i], "+-") && i > 0 && isOneOf(rest()[i - 1], "eE");
            const bool isPart = isDigit(rest()[i]) || rest()[i] == '.' || isLetter(rest()[i]) || isExponentSign;
            if (!isPart)
                break;
        }
        return {isHexadecimal || isDecimal(rest().substr(0, i)) ? TokenKind::Number : TokenKind::Wrong, 0, i};
    }

    /// Digits with at most one point, and an exponent.
    static bool isDecimal(std::string_view text)
    {
        const std::size_t exponent = text.find_first_of("eE");
        const std::string_view mantissa = text.substr(0, exponent);
        const bool isMantissa = std::ranges::all_of(mantissa, [](char c) { return isDigit(c) || c == '.'; }) && std::ranges::count(mantissa, '.') <= 1;
        if (exponent == text.npos || !isMantissa)
            return isMantissa;
        std::string_view power = text.substr(exponent + 1);
        if (!power.empty() && isOneOf(power.front(), "+-"))
            power.remove_prefix(1);
        return !power.empty() && std::ranges::all_of(power, isDigit);
    }

    /// Of digits and units in turn, as many as there are.
    std::optional<std::size_t> duration() const
    {
        std::size_t end = 0;
        while (const std::size_t part = durationPart(rest().substr(end)))
            end += part;
        const bool goesOn = end < rest().size() && isWordPart(rest()[end]);
        return end > 0 && !goesOn ? std::optional(end) : std::nullopt;
    }

    static std::size_t durationPart(std::string_view text)
    {
        const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(text, isDigit) - text.begin());
        if (digits == 0)
            return 0;
        if (text.substr(digits).starts_with('y'))
            return digits + 1;
        const auto unit = std::ranges::find_if(units, [&](std::string_view each) { return text.substr(digits).starts_with(each); });
        return unit == units.end() ? 0 : digits + unit->size();
    }

    Token sign(char c) const
    {
        if (std::ranges::find(twins, rest().substr(0, 2)) != twins.end())
            return {TokenKind::Operator, 0, 2};
        return {isOneOf(c, "+-*/%^=<>@:") ? TokenKind::Operator : TokenKind::Wrong, 0, 1};
    }

    std::string_view m_query;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokensOf(std::string_view query)
{
    return Lexer(query).tokens();
}

} // namespace promql
