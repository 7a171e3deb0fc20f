#include "models/environment/Names.h"

#include <algorithm>
#include <charconv>

namespace environment {

namespace {

constexpr int FirstThatTakesAll = 30;

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The 28 of "v1.28.4+k3s1"; a node that says nothing is taken for a new one.
int minorOf(std::string_view version)
{
    const std::size_t point = version.find('.');
    int minor = FirstThatTakesAll;
    if (point != std::string_view::npos && version.substr(0, point).ends_with('1'))
        std::from_chars(version.data() + point + 1, version.data() + version.size(), minor);
    return minor;
}

} // namespace

bool takesName(std::string_view name, const text::Value &node)
{
    if (minorOf(node["status"]["nodeInfo"]["kubeletVersion"].text()) >= FirstThatTakesAll)
        return true;
    const auto mayFollow = [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '.'; };
    return !name.empty() && !isDigit(name[0]) && std::ranges::all_of(name, mayFollow) && name != "." && !name.starts_with("..");
}

bool isShellName(std::string_view name)
{
    return !name.empty() && !isDigit(name[0]) && std::ranges::all_of(name, [](char c) { return isLetter(c) || isDigit(c); });
}

} // namespace environment
