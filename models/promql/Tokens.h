#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace promql {

enum class TokenKind {
    Identifier,         ///< of metrics, labels, functions, words; with colons, as recording rules have
    Number,
    Duration,           ///< "5m", "1h30m"
    String,
    Operator,           ///< of one or two characters: "=~", "+"
    Open,               ///< ( [ {
    Close,
    Comma,
    Comment,
    Wrong,              ///< what PromQL does not know
};

/// A piece of a query, by its bytes.
struct Token
{
    TokenKind kind = TokenKind::Wrong;
    std::size_t begin = 0;
    std::size_t length = 0;
    bool isClosed = true;       ///< of a string: whether it has its end

    std::size_t end() const { return begin + length; }
    std::string_view text(std::string_view query) const { return query.substr(begin, length); }

    bool operator==(const Token &) const = default;
};

/// All tokens of a query, which may be unfinished; white space is between them. As Prometheus' own lexer cuts them. Any thread.
std::vector<Token> tokensOf(std::string_view query);

} // namespace promql
