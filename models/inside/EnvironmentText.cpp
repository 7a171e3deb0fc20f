#include "models/inside/EnvironmentText.h"

#include <algorithm>

namespace inside {

namespace {

Variable variableOf(std::string_view text)
{
    const std::size_t at = std::min(text.find('='), text.size());
    return {std::string(text.substr(0, at)), std::string(text.substr(std::min(at + 1, text.size())))};
}

std::string_view takeUntil(std::string_view &text, char end)
{
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return taken;
}

} // namespace

std::vector<Variable> readZeros(std::string_view text)
{
    std::vector<Variable> variables;
    while (!text.empty())
        variables.push_back(variableOf(takeUntil(text, '\0')));
    return variables;
}

std::vector<Variable> readLines(std::string_view text)
{
    std::vector<Variable> variables;
    while (!text.empty()) {
        std::string_view line = takeUntil(text, '\n');
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.find('=') == std::string_view::npos && !variables.empty())
            (variables.back().value += '\n') += line;
        else
            variables.push_back(variableOf(line));
    }
    return variables;
}

} // namespace inside
