#include "models/text/Selector.h"

#include <algorithm>
#include <charconv>

namespace text {
namespace {

using Operator = LabelSelector::Operator;

/// How an operator is written between the key and the values.
std::string_view spelling(Operator operation)
{
    constexpr std::string_view spellings[] = {" in ", " notin ", "=", "==", "!=", ">", "<", "", ""};
    return spellings[static_cast<int>(operation)];
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string joined(const std::vector<std::string> &parts)
{
    std::string out;
    for (const std::string &part : parts) {
        out += &part == &parts.front() ? "" : ",";
        out += part;
    }
    return out;
}

bool compares(Operator operation, std::string_view value, const std::vector<std::string> &values)
{
    const auto left = wholeNumber(value);
    const auto right = values.size() == 1 ? wholeNumber(values.front()) : std::nullopt;
    if (!left || !right)
        return false;
    return operation == Operator::GreaterThan ? *left > *right : *left < *right;
}

/// Cuts at commas that no backslash stands before; the backslashes stay.
std::vector<std::string> splitTerms(std::string_view text)
{
    std::vector<std::string> terms(1);
    bool escaped = false;
    for (const char c : text) {
        if (c == ',' && !escaped)
            terms.emplace_back();
        else
            terms.back() += c;
        escaped = !escaped && c == '\\';
    }
    std::sort(terms.begin(), terms.end());
    return terms;
}

base::Error invalid(std::string message)
{
    return base::makeError(base::ErrorKind::BadInput, std::move(message));
}

base::Result<std::string> unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            if (i + 1 == text.size() || std::string_view("\\,=").find(text[i + 1]) == std::string_view::npos)
                return invalid("invalid field selector: invalid escape sequence: " + std::string(text.substr(i, 2)));
            ++i;
        } else if (text[i] == ',' || text[i] == '=') {
            return invalid("invalid field selector: unescaped character in value: " + std::to_string(static_cast<int>(text[i])));
        }
        out += text[i];
    }
    return out;
}

std::string escaped(std::string_view value)
{
    std::string out;
    for (const char c : value) {
        if (c == '\\' || c == ',' || c == '=')
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace

std::string LabelSelector::Requirement::toString() const
{
    std::string out = operation == Operator::DoesNotExist ? "!" : "";
    out += key;
    out += spelling(operation);
    const bool isSet = operation == Operator::In || operation == Operator::NotIn;
    out += isSet ? "(" : "";
    out += joined(values);
    out += isSet ? ")" : "";
    return out;
}

bool LabelSelector::Requirement::matches(std::optional<std::string_view> value) const
{
    const auto listed = [&] { return std::find(values.begin(), values.end(), *value) != values.end(); };
    switch (operation) {
    case Operator::In: case Operator::Equals: case Operator::DoubleEquals:
        return value && listed();
    case Operator::NotIn: case Operator::NotEquals:
        return !value || !listed();
    case Operator::GreaterThan: case Operator::LessThan:
        return value && compares(operation, *value, values);
    case Operator::Exists:
        return value.has_value();
    case Operator::DoesNotExist:
        return !value;
    }
    return false;
}

bool LabelSelector::matches(const SelectorLookup &labels) const
{
    return std::all_of(m_requirements.begin(), m_requirements.end(), [&](const Requirement &r) { return r.matches(labels(r.key)); });
}

std::string LabelSelector::toString() const
{
    std::vector<std::string> parts;
    for (const Requirement &requirement : m_requirements)
        parts.push_back(requirement.toString());
    return joined(parts);
}

base::Result<FieldSelector> FieldSelector::parse(std::string_view text)
{
    FieldSelector selector;
    for (const std::string &term : splitTerms(text)) {
        if (term.empty())
            continue;
        const std::size_t mark = term.find('=');
        const bool unequal = mark != std::string::npos && mark > 0 && term[mark - 1] == '!';
        if (mark == std::string::npos)
            return invalid("invalid selector: '" + std::string(text) + "'; can't understand '" + term + "'");
        const bool doubled = !unequal && term.compare(mark, 2, "==") == 0;
        auto value = unescaped(std::string_view(term).substr(mark + (doubled ? 2 : 1)));
        if (!value)
            return value.error();
        selector.m_terms.push_back({term.substr(0, unequal ? mark - 1 : mark), !unequal, *std::move(value)});
    }
    std::erase_if(selector.m_terms, [](const Term &term) { return term.field.empty() && term.value.empty(); });
    return selector;
}

bool FieldSelector::matches(const SelectorLookup &fields) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return (fields(term.field).value_or("") == term.value) == term.equal; });
}

std::string FieldSelector::toString() const
{
    std::vector<std::string> parts;
    for (const Term &term : m_terms) {
        std::string part = term.field;
        part += term.equal ? "=" : "!=";
        part += escaped(term.value);
        parts.push_back(std::move(part));
    }
    return joined(parts);
}

} // namespace text
