#include "models/metrics/PromText.h"

namespace metrics {

namespace {

constexpr std::string_view Window = "$window";

std::string escapedByte(char byte)
{
    constexpr char digits[] = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(byte);
    return {'\\', 'x', digits[code >> 4], digits[code & 15]};
}

/// Where the string literal that begins at `at` ends.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    const char quote = text[at++];
    for (; at < text.size() && text[at] != quote; ++at) {
        if (text[at] == '\\' && quote != '`')
            ++at;
    }
    return std::min(at + 1, text.size());
}

std::string call(std::string_view function, std::string_view argument)
{
    return std::string(function) + "(" + std::string(argument) + ")";
}

} // namespace

std::string literal(std::string_view text)
{
    std::string out = "\"";
    for (const char each : text) {
        if (each == '"' || each == '\\')
            out += '\\';
        out += static_cast<unsigned char>(each) < 0x20 || each == 0x7f ? escapedByte(each) : std::string(1, each);
    }
    return out + '"';
}

std::string anyOf(const std::vector<std::string> &texts)
{
    std::string out;
    for (const std::string &text : texts) {
        if (!out.empty())
            out += '|';
        for (const char each : text) {
            if (std::string_view("\\.+*?()|[]{}^$").find(each) != std::string_view::npos)
                out += '\\';
            out += each;
        }
    }
    return texts.empty() ? "[^\\s\\S]+" : out;
}

Selector::Selector(std::string metric, const Capabilities &capabilities) : m_metric(std::move(metric))
{
    for (const auto &[label, value] : capabilities.scope())
        m_matchers += (m_matchers.empty() ? "" : ",") + label + "=" + literal(value);
}

Selector Selector::with(std::string_view label, std::string_view relation, std::string_view value) const
{
    Selector out = *this;
    if (!out.m_matchers.empty())
        out.m_matchers += ',';
    out.m_matchers.append(label).append(relation) += literal(value);
    return out;
}

std::string Selector::text() const
{
    return m_matchers.empty() ? m_metric : m_metric + "{" + m_matchers + "}";
}

std::string read(const Selector &selector, Reading reading)
{
    if (reading == Reading::Value)
        return selector.text();
    const std::string range = selector.text() + "[" + std::string(Window) + "]";
    if (reading == Reading::Fresh)
        return selector.text() + " and " + call("count_over_time", range);
    return call(reading == Reading::Rate ? "rate" : "increase", range);
}

std::string sum(std::string_view expression)
{
    return call("sum", expression);
}

std::string maxBy(std::string_view labels, std::string_view expression)
{
    return call("max by (" + std::string(labels) + ") ", expression);
}

std::string sumBy(std::string_view labels, std::string_view expression)
{
    return call("sum by (" + std::string(labels) + ") ", expression);
}

std::string renamed(std::string_view expression, std::string_view to, std::string_view from, std::string_view pattern)
{
    return call("label_replace", std::string(expression) + ", " + literal(to) + ", \"$1\", " + literal(from) + ", " + literal(pattern));
}

std::string either(std::string_view first, std::string_view other)
{
    return "(" + std::string(first) + " or " + std::string(other) + ")";
}

std::string withWindow(std::string_view expression, std::chrono::milliseconds window)
{
    std::string out;
    for (std::size_t at = 0; at < expression.size();) {
        const bool isString = expression[at] == '"' || expression[at] == '\'' || expression[at] == '`';
        const bool isWindow = expression.substr(at).starts_with(Window);
        const std::size_t end = isString ? endOfString(expression, at) : at + (isWindow ? Window.size() : 1);
        out += isWindow ? std::to_string(window.count()) + "ms" : std::string(expression.substr(at, end - at));
        at = end;
    }
    return out;
}

} // namespace metrics
