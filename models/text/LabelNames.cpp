#include "models/text/LabelNames.h"

#include <algorithm>

namespace text {
namespace {

constexpr std::size_t MostName = 63;
constexpr std::size_t MostPrefix = 253;

bool isLowerOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isAlphanumeric(char c)
{
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
}

bool isName(std::string_view name)
{
    const auto inside = [](char c) { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.'; };
    return !name.empty() && isAlphanumeric(name.front()) && isAlphanumeric(name.back()) && std::all_of(name.begin(), name.end(), inside);
}

bool isDnsLabel(std::string_view label)
{
    const auto inside = [](char c) { return isLowerOrDigit(c) || c == '-'; };
    return !label.empty() && isLowerOrDigit(label.front()) && isLowerOrDigit(label.back()) && std::all_of(label.begin(), label.end(), inside);
}

bool isSubdomain(std::string_view name)
{
    for (;;) {
        const std::size_t dot = name.find('.');
        if (!isDnsLabel(name.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        name.remove_prefix(dot + 1);
    }
}

std::string tooLong(std::size_t most)
{
    std::string text = "must be no more than ";
    text += std::to_string(most);
    text += " bytes";
    return text;
}

constexpr const char *NameRule =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
    "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
constexpr const char *ValueRule =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
    "alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is "
    "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
constexpr const char *SubdomainRule =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an "
    "alphanumeric character (e.g. 'example.com', regex used for validation is "
    "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

/// Collects problems of one part of a key.
class Problems
{
public:
    void add(bool applies, const char *part, const std::string &problem)
    {
        if (!applies)
            return;
        m_text += m_text.empty() ? "" : "; ";
        m_text += part;
        m_text += problem;
    }

    const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace

std::string problemWithLabelKey(std::string_view key)
{
    Problems problems;
    const auto slashes = std::count(key.begin(), key.end(), '/');
    if (slashes > 1) {
        problems.add(true, "a valid label key ", NameRule);
        return problems.text() + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
    }
    std::string_view name = key;
    if (slashes == 1) {
        const std::string_view prefix = key.substr(0, key.find('/'));
        name.remove_prefix(prefix.size() + 1);
        problems.add(prefix.empty(), "prefix part ", "must be non-empty");
        problems.add(prefix.size() > MostPrefix, "prefix part ", tooLong(MostPrefix));
        problems.add(!prefix.empty() && !isSubdomain(prefix), "prefix part ", SubdomainRule);
    }
    problems.add(name.empty(), "name part ", "must be non-empty");
    problems.add(name.size() > MostName, "name part ", tooLong(MostName));
    problems.add(!isName(name), "name part ", NameRule);
    return problems.text();
}

std::string problemWithLabelValue(std::string_view value)
{
    Problems problems;
    problems.add(value.size() > MostName, "", tooLong(MostName));
    problems.add(!value.empty() && !isName(value), "", ValueRule);
    return problems.text();
}

bool isNamespaceName(std::string_view name)
{
    return name.size() <= MostName && isDnsLabel(name);
}

} // namespace text
