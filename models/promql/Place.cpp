#include "models/promql/Place.h"

#include "models/promql/Tokens.h"
#include "models/promql/Words.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace promql {

namespace {

bool isRelation(std::string_view text) { return text == "=" || text == "!=" || text == "=~" || text == "!~"; }

bool isWord(std::string_view text)
{
    return isAggregation(text) || std::ranges::find(functions(), text, &Callable::name) != functions().end() || std::ranges::find(keywords(), text) != keywords().end();
}

/// Reads what surrounds the cursor.
class Reader
{
public:
    Reader(std::string_view query, std::size_t cursor) : m_query(query), m_cursor(std::min(cursor, query.size())), m_tokens(tokensOf(query))
    {
        const auto isBefore = [&](const Token &token) { return token.end() < m_cursor || (token.end() == m_cursor && !isTypedOn(token)); };
        m_here = static_cast<std::size_t>(std::ranges::find_if_not(m_tokens, isBefore) - m_tokens.begin());
        findOpen();
    }

    Place place() const
    {
        const Token *touched = touchedToken();
        if (touched && touched->kind == TokenKind::Comment)
            return {};
        if (touched && touched->kind == TokenKind::String)
            return m_open && opens('{') ? value(*touched) : Place();
        if (m_open && opens('['))
            return word(Wanted::Duration);
        if (touched && (touched->kind == TokenKind::Number || touched->kind == TokenKind::Duration || touched->kind == TokenKind::Wrong))
            return {};
        if (m_open && opens('{'))
            return inBraces();
        return m_open && isLabelList(*m_open) ? labelName(metricOfAll()) : word(Wanted::Expression);
    }

private:
    /// Whether a letter more would belong to it.
    static bool isTypedOn(const Token &token)
    {
        return token.kind == TokenKind::Identifier || token.kind == TokenKind::Number || token.kind == TokenKind::Duration || token.kind == TokenKind::Comment
            || (token.kind == TokenKind::String && !token.isClosed);
    }

    std::string_view text(std::size_t index) const { return m_tokens[index].text(m_query); }
    bool opens(char bracket) const { return m_query[m_tokens[*m_open].begin] == bracket; }
    bool isIdentifier(std::size_t index) const { return index < m_tokens.size() && m_tokens[index].kind == TokenKind::Identifier; }

    const Token *touchedToken() const
    {
        return m_here < m_tokens.size() && m_tokens[m_here].begin < m_cursor ? &m_tokens[m_here] : nullptr;
    }

    /// The innermost bracket that is open at the cursor.
    void findOpen()
    {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < m_here; ++i) {
            if (m_tokens[i].kind == TokenKind::Open)
                open.push_back(i);
            else if (m_tokens[i].kind == TokenKind::Close && !open.empty())
                open.pop_back();
        }
        if (!open.empty())
            m_open = open.back();
    }

    bool isLabelList(std::size_t open) const { return open > 0 && opens('(') && takesLabels(text(open - 1)); }

    Place word(Wanted wanted) const
    {
        const Token *touched = touchedToken();
        Place place{wanted, m_cursor, 0};
        if (touched) {
            place.begin = touched->begin;
            place.length = touched->length;
            place.typed = m_query.substr(touched->begin, m_cursor - touched->begin);
        }
        return place;
    }

    Place labelName(std::string metric) const
    {
        Place place = word(Wanted::LabelName);
        place.metric = std::move(metric);
        return place;
    }

    Place inBraces() const
    {
        const std::size_t before = m_here - 1;
        if (m_tokens[before].kind == TokenKind::Operator && isRelation(text(before)) && isIdentifier(before - 1))
            return describeValue(word(Wanted::LabelValue), before - 1);
        if (before != *m_open && m_tokens[before].kind != TokenKind::Comma)
            return {};
        Place place = labelName(metricBefore(*m_open));
        place.selector = selectorWithout(m_here);
        return place;
    }

    Place value(const Token &string) const
    {
        const std::size_t index = m_here;
        if (index < 2 || !isRelation(text(index - 1)) || !isIdentifier(index - 2))
            return {};
        Place place{Wanted::LabelValue, string.begin + 1, string.length - (string.isClosed ? 2 : 1)};
        place.typed = m_query.substr(place.begin, m_cursor - place.begin);
        place.isQuoted = true;
        return describeValue(std::move(place), index - 2);
    }

    Place describeValue(Place place, std::size_t label) const
    {
        place.label = text(label);
        place.metric = metricBefore(*m_open);
        place.selector = selectorWithout(label);
        return place;
    }

    std::string metricBefore(std::size_t open) const { return open > 0 && isIdentifier(open - 1) && !isWord(text(open - 1)) ? std::string(text(open - 1)) : std::string(); }

    /// The metric with what its braces say besides, as far as it is whole: label, relation, string.
    std::string selectorWithout(std::size_t label) const
    {
        std::string matchers;
        for (std::size_t i = *m_open + 1; i + 2 < m_tokens.size() && m_tokens[i].kind != TokenKind::Close; ++i) {
            const bool isWhole = isIdentifier(i) && isRelation(text(i + 1)) && m_tokens[i + 2].kind == TokenKind::String && m_tokens[i + 2].isClosed;
            if (!isWhole || i == label)
                continue;
            matchers += (matchers.empty() ? "" : ",") + std::string(text(i)) + std::string(text(i + 1)) + std::string(text(i + 2));
        }
        const std::string metric = metricBefore(*m_open);
        return matchers.empty() ? metric : metric + '{' + matchers + '}';
    }

    /// The first metric of the query.
    std::string metricOfAll() const
    {
        std::vector<bool> areLabels;        // by bracket
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const TokenKind kind = m_tokens[i].kind;
            if (kind == TokenKind::Open)
                areLabels.push_back(m_query[m_tokens[i].begin] == '{' || (i > 0 && takesLabels(text(i - 1))));
            else if (kind == TokenKind::Close && !areLabels.empty())
                areLabels.pop_back();
            else if (kind == TokenKind::Identifier && !isWord(text(i)) && std::ranges::find(areLabels, true) == areLabels.end())
                return std::string(text(i));
        }
        return {};
    }

    std::string_view m_query;
    std::size_t m_cursor;
    std::vector<Token> m_tokens;
    std::size_t m_here = 0;                 ///< the first token that the cursor is not behind
    std::optional<std::size_t> m_open;
};

} // namespace

Place placeAt(std::string_view query, std::size_t cursor)
{
    return Reader(query, cursor).place();
}

} // namespace promql
