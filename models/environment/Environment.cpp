#include "models/environment/Environment.h"

#include "models/environment/Builder.h"

#include <algorithm>
#include <array>
#include <set>

namespace environment {

namespace {

std::string joined(std::string_view word, const std::string &name, const std::string &key)
{
    std::string text(word);
    text.append(1, ' ').append(name);
    if (!key.empty())
        text.append(1, '/').append(key);
    return text;
}

void compare(Variable &variable, const std::string *inside)
{
    variable.wasAbsent = !inside;
    variable.valueAtStart.reset();
    if (!variable.value) {
        // What the source says now is not known, so that only its being there at all can be told.
        if (inside)
            variable.valueAtStart = *inside;
        variable.isChanged = variable.gap == Gap::NotSet && !inside ? std::optional(false) : variable.gap == Gap::Missing && inside ? std::optional(true) : std::nullopt;
        return;
    }
    variable.isChanged = !inside || *inside != *variable.value;
    if (inside && *variable.isChanged)
        variable.valueAtStart = *inside;
}

} // namespace

std::string textOf(const Origin &origin)
{
    switch (origin.kind) {
    case Origin::Kind::Literal:
        return "literal";
    case Origin::Kind::ConfigMap:
        return joined("ConfigMap", origin.name, origin.key);
    case Origin::Kind::Secret:
        return joined("Secret", origin.name, origin.key);
    case Origin::Kind::Field:
        return joined("fieldRef", origin.name, {});
    case Origin::Kind::Resource:
        return joined("resourceFieldRef", origin.key.empty() ? origin.name : origin.key + '/' + origin.name, {});
    case Origin::Kind::File:
        return joined("fileKeyRef", origin.name, origin.key);
    case Origin::Kind::Service:
        return joined("Service", origin.name, {});
    case Origin::Kind::Container:
        return "container";
    }
    return {};
}

std::size_t Environment::secretsNotRead() const
{
    std::set<std::string> names;
    for (const Variable &variable : variables) {
        if (variable.gap == Gap::NotRead && variable.origin.kind == Origin::Kind::Secret)
            names.insert(variable.origin.name);
    }
    return names.size();
}

Environment effectiveEnvironment(const text::Value &pod, std::string_view container, const Surroundings &surroundings)
{
    return Builder(pod, container, surroundings).build();
}

bool isOrdinaryName(std::string_view name)
{
    static constexpr std::array<std::string_view, 8> names{"PATH", "HOSTNAME", "HOME", "TERM", "PWD", "SHLVL", "LANG", "LC_ALL"};
    return std::ranges::find(names, name) != names.end();
}

void compareWith(Environment &environment, const std::vector<std::pair<std::string, std::string>> &inside)
{
    std::map<std::string, const std::string *> values;
    for (const auto &[name, value] : inside)
        values.emplace(name, &value);
    std::set<std::string> told;
    for (Variable &variable : environment.variables) {
        if (variable.name.empty())
            continue;
        const auto found = values.find(variable.name);
        compare(variable, found == values.end() ? nullptr : found->second);
        // What it was may be secret where what it is now is not.
        variable.isSecret = variable.isSecret || (variable.valueAtStart && environment.secretNames.mayHold(variable.name));
        told.insert(variable.name);
    }
    for (const auto &[name, value] : inside) {
        if (!told.insert(name).second)
            continue;
        Variable variable;
        variable.name = name;
        variable.origin = {Origin::Kind::Container};
        variable.isSecret = !isOrdinaryName(name) || environment.secretNames.mayHold(name);
        variable.gap = Gap::Absent;
        variable.valueAtStart = value;
        environment.variables.push_back(std::move(variable));
    }
}

} // namespace environment
