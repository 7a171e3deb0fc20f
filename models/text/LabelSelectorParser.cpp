#include "models/text/GoQuote.h"
#include "models/text/LabelNames.h"
#include "models/text/Selector.h"

#include <algorithm>
#include <charconv>

namespace text {
namespace {

using Operator = LabelSelector::Operator;
using Requirement = LabelSelector::Requirement;

enum class Kind { End, Identifier, Not, Comma, Open, Close, Word, Sign };

/// One piece of a selector; Word is in or notin, which are operators only behind a key.
struct Token
{
    Kind kind = Kind::End;
    std::string text;
    Operator operation = Operator::Exists;
};

struct Sign
{
    std::string_view text;
    Kind kind;
    Operator operation;
};

constexpr Sign Signs[] = {
    {"==", Kind::Sign, Operator::DoubleEquals}, {"!=", Kind::Sign, Operator::NotEquals}, {"=", Kind::Sign, Operator::Equals},
    {">", Kind::Sign, Operator::GreaterThan},   {"<", Kind::Sign, Operator::LessThan},   {"!", Kind::Not, Operator::DoesNotExist},
    {",", Kind::Comma, Operator::Exists},       {"(", Kind::Open, Operator::Exists},     {")", Kind::Close, Operator::Exists},
};

std::vector<Token> tokens(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n";
    constexpr std::string_view breaks = " \t\r\n=!(),><";
    std::vector<Token> out;
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
        if (text.empty())
            break;
        const auto sign = std::find_if(std::begin(Signs), std::end(Signs), [&](const Sign &s) { return text.starts_with(s.text); });
        if (sign != std::end(Signs)) {
            out.push_back({sign->kind, std::string(sign->text), sign->operation});
            text.remove_prefix(sign->text.size());
            continue;
        }
        const std::string_view word = text.substr(0, std::min(text.find_first_of(breaks), text.size()));
        const bool isOperator = word == "in" || word == "notin";
        out.push_back({isOperator ? Kind::Word : Kind::Identifier, std::string(word), word == "in" ? Operator::In : Operator::NotIn});
        text.remove_prefix(word.size());
    }
    out.emplace_back();
    return out;
}

bool isIdentifier(const Token &token)
{
    return token.kind == Kind::Identifier || token.kind == Kind::Word;
}

bool isNumber(std::string_view text)
{
    std::int64_t number = 0;
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size();
}

std::string found(const Token &token, const char *what)
{
    std::string out = "found '";
    out += token.text;
    out += "'";
    out += what;
    return out;
}

/// Reads requirements one after the other; the first problem ends it.
class Parser
{
public:
    explicit Parser(std::string_view text) : m_tokens(tokens(text)) { }

    bool parse(std::vector<Requirement> &out)
    {
        while (here().kind != Kind::End) {
            if (!isIdentifier(here()) && here().kind != Kind::Not)
                return fail(found(here(), ", expected: !, identifier, or 'end of string'"));
            if (!parseRequirement(out.emplace_back()))
                return fail("unable to parse requirement: " + m_problem);
            if (here().kind == Kind::End)
                break;
            if (take().kind != Kind::Comma)
                return fail(found(m_tokens[m_at - 1], ", expected: ',' or 'end of string'"));
            if (!isIdentifier(here()) && here().kind != Kind::Not)
                return fail(found(here(), ", expected: identifier after ','"));
        }
        return true;
    }

    const std::string &problem() const { return m_problem; }

private:
    const Token &here() const { return m_tokens[m_at]; }
    const Token &take() { return m_tokens[m_at + 1 < m_tokens.size() ? m_at++ : m_at]; }

    bool fail(std::string problem)
    {
        m_problem = std::move(problem);
        return false;
    }

    bool failAt(std::string place, std::string_view value, const std::string &problem)
    {
        place += ": Invalid value: ";
        place += goQuoted(value);
        place += ": ";
        place += problem;
        return fail(std::move(place));
    }

    bool parseRequirement(Requirement &requirement)
    {
        const bool negated = here().kind == Kind::Not;
        if (negated)
            take();
        if (!isIdentifier(here()))
            return fail(found(here(), ", expected: identifier"));
        requirement.key = take().text;
        if (const std::string problem = problemWithLabelKey(requirement.key); !problem.empty())
            return failAt("<nil>", requirement.key, problem);
        requirement.operation = negated ? Operator::DoesNotExist : Operator::Exists;
        if (negated || here().kind == Kind::End || here().kind == Kind::Comma)
            return true;
        if (here().kind != Kind::Word && here().kind != Kind::Sign)
            return fail(found(here(), ", expected: in, notin, =, ==, !=, gt, lt"));
        requirement.operation = here().operation;
        const bool isSet = take().kind == Kind::Word;
        return (isSet ? parseSet(requirement.values) : parseValue(requirement.values)) && check(requirement);
    }

    bool parseValue(std::vector<std::string> &values)
    {
        if (here().kind == Kind::End || here().kind == Kind::Comma) {
            values.emplace_back();
            return true;
        }
        if (!isIdentifier(here()))
            return fail(found(here(), ", expected: identifier"));
        values.push_back(take().text);
        return true;
    }

    bool parseSet(std::vector<std::string> &values)
    {
        if (here().kind != Kind::Open)
            return fail(found(here(), " expected: '('"));
        take();
        if (!isIdentifier(here()) && here().kind != Kind::Comma && here().kind != Kind::Close)
            return fail(found(here(), ", expected: ',', ')' or identifier"));
        while (here().kind != Kind::Close) {
            if (!parseElement(values))
                return false;
        }
        take();
        if (values.empty())
            values.emplace_back();
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        return true;
    }

    /// A value with what ends it, or a comma, which has an empty value beside it where no other is.
    bool parseElement(std::vector<std::string> &values)
    {
        if (isIdentifier(here())) {
            values.push_back(take().text);
            return here().kind == Kind::Comma || here().kind == Kind::Close || fail(found(here(), ", expected: ',' or ')'"));
        }
        if (here().kind != Kind::Comma)
            return fail(found(here(), ", expected: ',', or identifier"));
        take();
        if (values.empty() || here().kind == Kind::Close || here().kind == Kind::Comma)
            values.emplace_back();
        return true;
    }

    /// Upstream names every problem, in brackets when there are several.
    bool check(const Requirement &requirement)
    {
        std::vector<std::string> problems;
        const auto note = [&](std::string place, std::string_view value, const std::string &problem) {
            if (problem.empty())
                return;
            failAt(std::move(place), value, problem);
            problems.push_back(m_problem);
        };
        const bool isNumeric = requirement.operation == Operator::GreaterThan || requirement.operation == Operator::LessThan;
        if (isNumeric && !isNumber(requirement.values[0]))
            note("values[0]", requirement.values[0], "for 'Gt', 'Lt' operators, the value must be an integer");
        for (std::size_t i = 0; i < requirement.values.size(); ++i) {
            std::string place = "values[";
            place += std::to_string(i);
            place += "][";
            place += requirement.key;
            place += "]";
            note(std::move(place), requirement.values[i], problemWithLabelValue(requirement.values[i]));
        }
        if (problems.size() < 2)
            return problems.empty();
        std::string all = "[";
        for (const std::string &problem : problems) {
            all += &problem == &problems.front() ? "" : ", ";
            all += problem;
        }
        return fail(all + "]");
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::string m_problem;
};

} // namespace

base::Result<LabelSelector> LabelSelector::parse(std::string_view text)
{
    LabelSelector selector;
    Parser parser(text);
    if (!parser.parse(selector.m_requirements))
        return base::makeError(base::ErrorKind::BadInput, parser.problem());
    std::stable_sort(selector.m_requirements.begin(), selector.m_requirements.end(),
                     [](const Requirement &a, const Requirement &b) { return a.key < b.key; });
    return selector;
}

} // namespace text
