#include "models/demo/PromqlParser.h"

#include "models/demo/PromqlFunctions.h"
#include "models/demo/PromqlLexer.h"
#include "models/text/Numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace demo {

namespace {

using Expression = PromqlExpression;
using Pointer = std::unique_ptr<Expression>;
using Kind = PromqlToken::Kind;
using Type = Expression::Type;

constexpr std::array<std::string_view, 12> aggregations{"sum", "avg", "min", "max", "count", "group", "stddev", "stdvar", "topk", "bottomk", "quantile", "count_values"};
constexpr int highest = 7, powerLevel = 6, signLevel = 5;
constexpr int deepest = 100;

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

bool takesParameter(std::string_view aggregation) { return isOneOf(aggregation, {"topk", "bottomk", "quantile", "count_values"}); }

/// The loosest first; 0: no operator.
int levelOf(std::string_view name)
{
    if (name == "or")
        return 1;
    if (isOneOf(name, {"and", "unless"}))
        return 2;
    if (isComparison(std::string(name)))
        return 3;
    if (isOneOf(name, {"+", "-"}))
        return 4;
    if (isOneOf(name, {"*", "/", "%", "atan2"}))
        return signLevel;
    return name == "^" ? powerLevel : 0;
}

/// Reads tokens into a tree; the first problem ends it.
class Parser
{
public:
    Parser(std::string_view query, std::vector<PromqlToken> tokens) : m_query(query), m_tokens(std::move(tokens)) { }

    base::Result<Pointer> read()
    {
        if (now().kind == Kind::End)
            fail("no expression found in input");
        Pointer whole = m_error ? nullptr : expression(1);
        if (!m_error && now().kind != Kind::End)
            failUnexpected();
        return m_error ? base::Result<Pointer>(*m_error) : base::Result<Pointer>(std::move(whole));
    }

private:
    const PromqlToken &now() const { return m_tokens[m_next]; }
    bool is(std::string_view sign) const { return now().kind == Kind::Sign && now().text == sign; }
    bool isWord(std::string_view word) const { return now().kind == Kind::Word && now().text == word; }
    bool isOperator() const { return (now().kind == Kind::Sign || now().kind == Kind::Word) && levelOf(now().text) > 0; }
    std::string take() { return m_tokens[m_next + 1 < m_tokens.size() ? m_next++ : m_next].text; }
    bool takeIf(std::string_view text)
    {
        const bool isThere = is(text) || isWord(text);
        m_next += isThere ? 1 : 0;
        return isThere;
    }

    void fail(const std::string &message) { failAt(now().at, message); }
    void failAt(std::size_t at, const std::string &message)
    {
        if (!m_error)
            m_error = promqlError(m_query, at, message);
    }
    void failUnexpected(const std::string &where = {})
    {
        fail("unexpected " + (now().kind == Kind::End ? std::string("end of input") : '"' + now().text + '"') + where);
    }
    void expect(std::string_view sign, const std::string &where)
    {
        if (!takeIf(sign))
            failUnexpected(where + ", expected \"" + std::string(sign) + '"');
    }

    Pointer make(Expression::Kind kind, Type type, std::size_t at) const
    {
        auto made = std::make_unique<Expression>();
        made->kind = kind;
        made->type = type;
        made->at = at;
        return made;
    }

    Pointer expression(int level)
    {
        if (++m_depth > deepest)
            fail("the expression is nested too deeply");
        Pointer left = m_error ? nullptr : level == signLevel + 1 ? power() : level == highest ? nullptr : signedOrLower(level);
        while (!m_error && level <= signLevel && isOperator() && levelOf(now().text) == level)
            left = operation(std::move(left), level);
        --m_depth;
        return left;
    }

    Pointer signedOrLower(int level) { return level < signLevel ? expression(level + 1) : negated(); }

    /// A minus binds as a factor does: -2^2 is -(2^2).
    Pointer negated()
    {
        const std::size_t at = now().at;
        if (takeIf("+"))
            return checkedSign(negated(), at);
        if (!takeIf("-"))
            return power();
        Pointer part = checkedSign(++m_depth > deepest ? nullptr : negated(), at);
        --m_depth;
        if (m_error)
            return nullptr;
        Pointer minus = make(Expression::Kind::Negation, part->type, at);
        minus->parts.push_back(std::move(part));
        return minus;
    }

    Pointer checkedSign(Pointer part, std::size_t at)
    {
        if (part && part->type != Type::Scalar && part->type != Type::Vector)
            failAt(at, std::string("unary expression only allowed on expressions of type scalar or instant vector, got \"") + nameOf(part->type) + '"');
        if (!part)
            fail("the expression is nested too deeply");
        return part;
    }

    /// To the right: 2^3^2 is 2^(3^2).
    Pointer power()
    {
        Pointer left = atom();
        return !m_error && is("^") ? operation(std::move(left), powerLevel) : std::move(left);
    }

    Pointer operation(Pointer left, int level)
    {
        Pointer made = make(Expression::Kind::Operation, Type::Scalar, now().at);
        made->name = take();
        readModifiers(*made);
        Pointer right = level == powerLevel ? negated() : expression(level + 1);
        if (m_error)
            return nullptr;
        made->parts.push_back(std::move(left));
        made->parts.push_back(std::move(right));
        check(*made);
        return made;
    }

    void readModifiers(Expression &operation)
    {
        if (takeIf("bool")) {
            operation.isBool = true;
            if (!isComparison(operation.name))
                fail("bool modifier can only be used on comparison operators");
        }
        if (!isWord("on") && !isWord("ignoring"))
            return;
        operation.matching.isOn = take() == "on";
        operation.matching.labels = labelList();
        if (!isWord("group_left") && !isWord("group_right"))
            return;
        using Cardinality = PromqlMatching::Cardinality;
        operation.matching.cardinality = take() == "group_left" ? Cardinality::ManyToOne : Cardinality::OneToMany;
        if (is("("))
            operation.matching.included = labelList();
    }

    void check(Expression &operation)
    {
        const Type left = operation.parts[0]->type, right = operation.parts[1]->type;
        for (const Type type : {left, right})
            if (type != Type::Scalar && type != Type::Vector)
                return failAt(operation.at, "binary expression must contain only scalar and instant vector types");
        const bool isScalars = left == Type::Scalar && right == Type::Scalar;
        if (isScalars && isComparison(operation.name) && !operation.isBool)
            return failAt(operation.at, "comparisons between scalars must use BOOL modifier");
        if (isSetOperation(operation.name) && (left == Type::Scalar || right == Type::Scalar))
            return failAt(operation.at, "set operator \"" + operation.name + "\" not allowed in binary scalar expression");
        if (isSetOperation(operation.name) && operation.matching.cardinality != PromqlMatching::Cardinality::OneToOne)
            return failAt(operation.at, "no grouping allowed for \"" + operation.name + "\" operation");
        operation.type = isScalars ? Type::Scalar : Type::Vector;
    }

    std::vector<std::string> labelList()
    {
        std::vector<std::string> labels;
        expect("(", " in grouping opts");
        while (!m_error && !is(")")) {
            if (now().kind != Kind::Word)
                failUnexpected(" in grouping opts, expected label");
            labels.push_back(take());
            if (!takeIf(","))
                break;
        }
        expect(")", " in grouping opts");
        return labels;
    }

    Pointer atom()
    {
        Pointer made = plainAtom();
        return m_error ? nullptr : withSuffixes(std::move(made));
    }

    Pointer plainAtom()
    {
        const PromqlToken &token = now();
        if (token.kind == Kind::Number)
            return number();
        if (token.kind == Kind::Text) {
            Pointer made = make(Expression::Kind::Text, Type::Text, token.at);
            made->name = take();
            return made;
        }
        if (takeIf("(")) {
            Pointer inner = expression(1);
            expect(")", " in paren expression");
            return inner;
        }
        if (is("{"))
            return selector({});
        if (token.kind == Kind::Word)
            return wordAtom();
        failUnexpected();
        return nullptr;
    }

    Pointer number()
    {
        Pointer made = make(Expression::Kind::Number, Type::Scalar, now().at);
        const std::string &spelling = now().text;
        if (spelling.starts_with("0x") || spelling.starts_with("0X")) {
            std::uint64_t whole = 0;
            const auto [end, problem] = std::from_chars(spelling.data() + 2, spelling.data() + spelling.size(), whole, 16);
            if (problem != std::errc() || end != spelling.data() + spelling.size())
                fail("bad number or duration syntax: \"" + spelling + '"');
            made->number = double(whole);
        } else if (const auto value = text::parseDouble(spelling)) {
            made->number = *value;
        } else {
            fail("bad number or duration syntax: \"" + spelling + '"');
        }
        take();
        return made;
    }

    bool isFollowedByParenthesis() const { return m_next + 1 < m_tokens.size() && m_tokens[m_next + 1].kind == Kind::Sign && m_tokens[m_next + 1].text == "("; }

    Pointer wordAtom()
    {
        const std::string word = now().text;
        std::string lower = word;
        std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        if (isOneOf(lower, {"inf", "nan"})) {
            Pointer made = make(Expression::Kind::Number, Type::Scalar, now().at);
            made->number = lower == "inf" ? std::numeric_limits<double>::infinity() : std::nan("");
            take();
            return made;
        }
        const bool hasGrouping = m_next + 1 < m_tokens.size() && isOneOf(m_tokens[m_next + 1].text, {"by", "without"});
        if (std::ranges::find(aggregations, lower) != aggregations.end() && (isFollowedByParenthesis() || hasGrouping))
            return aggregation(lower);
        if (isFollowedByParenthesis())
            return call();
        take();
        return selector(word);
    }

    Pointer selector(const std::string &metric)
    {
        Pointer made = make(Expression::Kind::Selector, Type::Vector, m_next > 0 && !metric.empty() ? m_tokens[m_next - 1].at : now().at);
        if (!metric.empty())
            made->matchers.push_back({"__name__", LabelMatcher::Type::Equal, metric});
        if (takeIf("{")) {
            while (!m_error && !is("}")) {
                matcher(*made);
                if (!takeIf(","))
                    break;
            }
            expect("}", " in label matching");
        }
        const bool selectsSomething = std::ranges::any_of(made->matchers, [](const LabelMatcher &each) { return !each.matches({}); });
        if (!m_error && !selectsSomething)
            failAt(made->at, "vector selector must contain at least one non-empty matcher");
        return made;
    }

    void matcher(Expression &selector)
    {
        if (now().kind != Kind::Word)
            return failUnexpected(" in label matching, expected identifier");
        LabelMatcher made{take(), LabelMatcher::Type::Equal, {}};
        const std::string sign = now().kind == Kind::Sign ? now().text : std::string();
        if (!isOneOf(sign, {"=", "!=", "=~", "!~"}))
            return failUnexpected(" in label matching, expected label matching operator");
        using MatchType = LabelMatcher::Type;
        made.type = sign == "=" ? MatchType::Equal : sign == "!=" ? MatchType::NotEqual : sign == "=~" ? MatchType::Like : MatchType::NotLike;
        take();
        if (now().kind != Kind::Text)
            return failUnexpected(" in label matching, expected string");
        made.value = now().text;
        if (made.type == MatchType::Like || made.type == MatchType::NotLike) {
            auto pattern = text::Pattern::compile("^(?s:" + made.value + ")$(?!\\n)");
            if (!pattern)
                return fail("error parsing regexp: " + pattern.error().message);
            made.pattern = std::move(*pattern);
        }
        take();
        selector.matchers.push_back(std::move(made));
    }

    Pointer withSuffixes(Pointer made)
    {
        if (takeIf("[")) {
            if (made->kind != Expression::Kind::Selector || made->range)
                failAt(made->at, "ranges only allowed for vector selectors");
            made->range = duration();
            made->type = Type::Range;
            if (is(":"))
                fail("subqueries are not known to the sample cluster");
            expect("]", " in range");
        }
        if (!m_error && takeIf("offset")) {
            const bool isNegative = takeIf("-");
            if (made->kind != Expression::Kind::Selector)
                failAt(made->at, "offset modifier must be preceded by an instant vector selector or range vector selector");
            made->offset = duration() * (isNegative ? -1 : 1);
        }
        if (is("@"))
            fail("the @ modifier is not known to the sample cluster");
        return made;
    }

    std::int64_t duration()
    {
        const auto value = now().kind == Kind::Duration ? promqlDuration(now().text) : std::nullopt;
        if (!value || *value <= 0) {
            failUnexpected(", expected duration");
            return 1;
        }
        take();
        return *value;
    }

    void readGrouping(Expression &aggregation)
    {
        if (!isWord("by") && !isWord("without"))
            return;
        aggregation.isWithout = take() == "without";
        aggregation.grouping = labelList();
    }

    std::vector<Pointer> arguments(const std::string &where)
    {
        std::vector<Pointer> made;
        expect("(", where);
        while (!m_error && !is(")")) {
            made.push_back(expression(1));
            if (!takeIf(","))
                break;
        }
        expect(")", where);
        return made;
    }

    Pointer aggregation(const std::string &name)
    {
        Pointer made = make(Expression::Kind::Aggregation, Type::Vector, now().at);
        made->name = name;
        take();
        const bool isGroupedFirst = isWord("by") || isWord("without");
        readGrouping(*made);
        made->parts = arguments(" in aggregation");
        if (!isGroupedFirst)
            readGrouping(*made);
        if (m_error)
            return nullptr;
        const std::size_t wanted = takesParameter(name) ? 2 : 1;
        if (made->parts.size() != wanted)
            failAt(made->at, "wrong number of arguments for aggregate expression provided, expected " + std::to_string(wanted) + ", got " + std::to_string(made->parts.size()));
        else if (made->parts.back()->type != Type::Vector)
            failAt(made->parts.back()->at, std::string("expected type instant vector in aggregation expression, got ") + nameOf(made->parts.back()->type));
        else if (wanted == 2 && made->parts[0]->type != (name == "count_values" ? Type::Text : Type::Scalar))
            failAt(made->parts[0]->at, std::string("expected type ") + (name == "count_values" ? "string" : "scalar") + " in aggregation parameter, got " + nameOf(made->parts[0]->type));
        return made;
    }

    Pointer call()
    {
        Pointer made = make(Expression::Kind::Call, Type::Vector, now().at);
        made->name = take();
        const PromqlFunction *function = findPromqlFunction(made->name);
        if (!function)
            failAt(made->at, "unknown function with name \"" + made->name + '"');
        made->parts = m_error ? std::vector<Pointer>() : arguments(" in function call");
        if (m_error)
            return nullptr;
        made->type = function->result;
        checkArguments(*made, *function);
        return made;
    }

    void checkArguments(const Expression &call, const PromqlFunction &function)
    {
        const std::size_t given = call.parts.size(), most = function.isVariadic ? std::numeric_limits<std::size_t>::max() : function.arguments.size();
        if (given < function.least || given > most)
            return failAt(call.at, "expected " + std::string(function.least == most ? "" : given < function.least ? "at least " : "at most ")
                                       + std::to_string(given < function.least ? function.least : most) + " argument(s) in call to \"" + call.name + "\", got " + std::to_string(given));
        for (std::size_t i = 0; i < given; ++i) {
            const Type wanted = function.arguments[std::min(i, function.arguments.size() - 1)];
            if (call.parts[i]->type != wanted)
                return failAt(call.parts[i]->at, std::string("expected type ") + nameOf(wanted) + " in call to function \"" + call.name + "\", got " + nameOf(call.parts[i]->type));
        }
    }

    std::string_view m_query;
    std::vector<PromqlToken> m_tokens;
    std::size_t m_next = 0;
    int m_depth = 0;
    std::optional<base::Error> m_error;
};

} // namespace

const char *nameOf(PromqlExpression::Type type)
{
    switch (type) {
    case Type::Scalar: return "scalar";
    case Type::Vector: return "instant vector";
    case Type::Range: return "range vector";
    case Type::Text: break;
    }
    return "string";
}

bool isComparison(const std::string &name) { return isOneOf(name, {"==", "!=", "<", ">", "<=", ">="}); }
bool isSetOperation(const std::string &name) { return isOneOf(name, {"and", "or", "unless"}); }

std::optional<std::int64_t> promqlDuration(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::int64_t>, 7> units{
        {{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}, {"w", 604'800'000}, {"y", 31'536'000'000}}};
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::int64_t count = 0;
        const auto [end, problem] = std::from_chars(text.data() + at, text.data() + text.size(), count);
        at = std::size_t(end - text.data());
        const auto unit = std::ranges::find_if(units, [&](const auto &each) { return text.substr(at).starts_with(each.first); });
        if (problem != std::errc() || unit == units.end() || count > 100'000'000)
            return std::nullopt;
        sum += count * unit->second;
        at += unit->first.size();
    }
    return text.empty() ? std::nullopt : std::optional(sum);
}

base::Result<std::unique_ptr<PromqlExpression>> parsePromql(std::string_view query)
{
    auto tokens = readPromqlTokens(query);
    if (!tokens)
        return tokens.error();
    return Parser(query, std::move(*tokens)).read();
}

} // namespace demo
