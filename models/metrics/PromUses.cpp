#include "models/metrics/PromUses.h"

#include <algorithm>
#include <array>

namespace metrics {

namespace {

constexpr std::array<std::string_view, 6> BeforeLabels = {"by", "without", "on", "ignoring", "group_left", "group_right"};
constexpr std::array<std::string_view, 8> OtherWords = {"and", "or", "unless", "bool", "offset", "start", "end", "atan2"};
constexpr std::array<std::string_view, 2> Numbers = {"inf", "nan"};

bool isLetter(char each)
{
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || each == '_' || each == ':';
}

bool isDigit(char each)
{
    return each >= '0' && each <= '9';
}

std::string lower(std::string_view word)
{
    std::string out(word);
    std::ranges::transform(out, out.begin(), [](char each) { return each >= 'A' && each <= 'Z' ? static_cast<char>(each + 32) : each; });
    return out;
}

/// Reads an expression once from its beginning to its end.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) { }

    std::vector<MetricUse> read()
    {
        while (!atEnd())
            step();
        return std::move(m_uses);
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char here() const { return atEnd() ? '\0' : m_text[m_at]; }
    void skipSpace();
    void step();
    void word();
    void name(std::string word);
    void skipTo(char close);
    std::string identifier();
    std::string string();
    std::vector<Matcher> matchers();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<MetricUse> m_uses;
};

void Reader::skipSpace()
{
    while (!atEnd() && (here() == ' ' || here() == '\n' || here() == '\t' || here() == '\r'))
        ++m_at;
}

void Reader::step()
{
    if (here() == '#')
        skipTo('\n');
    else if (here() == '"' || here() == '\'' || here() == '`')
        string();
    else if (here() == '{')
        m_uses.push_back({{}, matchers()});
    else if (here() == '[')
        skipTo(']');
    else if (isLetter(here()))
        word();
    else if (isDigit(here()) || here() == '$')
        for (++m_at; isLetter(here()) || isDigit(here()) || here() == '.';)
            ++m_at;
    else
        ++m_at;
}

void Reader::skipTo(char close)
{
    const std::size_t end = m_text.find(close, m_at);
    m_at = end == std::string_view::npos ? m_text.size() : end + 1;
}

std::string Reader::identifier()
{
    const std::size_t begin = m_at;
    while (isLetter(here()) || isDigit(here()))
        ++m_at;
    return std::string(m_text.substr(begin, m_at - begin));
}

void Reader::word()
{
    const std::string found = identifier();
    const std::string small = lower(found);
    skipSpace();
    if (std::ranges::find(BeforeLabels, small) != BeforeLabels.end()) {
        if (here() == '(')
            skipTo(')');
        return;
    }
    const bool isWord = std::ranges::find(OtherWords, small) != OtherWords.end() || std::ranges::find(Numbers, small) != Numbers.end();
    const std::string_view rest = m_text.substr(m_at);
    const bool isAggregation = rest.starts_with("by ") || rest.starts_with("by(") || rest.starts_with("without ") || rest.starts_with("without(");
    if (!isWord && !isAggregation && here() != '(')
        name(found);
}

void Reader::name(std::string metric)
{
    m_uses.push_back({std::move(metric), here() == '{' ? matchers() : std::vector<Matcher>()});
}

/// Its text, with the escapes that we write ourselves resolved.
std::string Reader::string()
{
    const char quote = here();
    std::string out;
    for (++m_at; !atEnd() && here() != quote; ++m_at) {
        if (here() == '\\' && quote != '`' && m_at + 1 < m_text.size())
            ++m_at;
        out += here();
    }
    ++m_at;
    return out;
}

std::vector<Matcher> Reader::matchers()
{
    std::vector<Matcher> out;
    for (++m_at; !atEnd() && here() != '}';) {
        if (!isLetter(here())) {
            ++m_at;
            continue;
        }
        Matcher matcher{identifier(), {}, {}};
        for (skipSpace(); here() == '=' || here() == '!' || here() == '~'; ++m_at)
            matcher.relation += here();
        skipSpace();
        if (here() == '"' || here() == '\'' || here() == '`')
            matcher.value = string();
        out.push_back(std::move(matcher));
    }
    ++m_at;
    return out;
}

} // namespace

std::vector<MetricUse> usesIn(std::string_view expression)
{
    return Reader(expression).read();
}

std::vector<std::string> metricsIn(std::string_view expression)
{
    std::vector<std::string> names;
    for (const MetricUse &use : usesIn(expression)) {
        if (!use.metric.empty() && std::ranges::find(names, use.metric) == names.end())
            names.push_back(use.metric);
    }
    return names;
}

} // namespace metrics
