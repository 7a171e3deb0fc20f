#include "app/headless/EnvOutput.h"

#include "models/text/TextTable.h"

#include <ostream>

namespace headless {

using environment::Environment;
using environment::Gap;
using environment::Variable;
using text::Value;

namespace {

constexpr const char *mask = "***";

Value textOrNull(const std::string &text) { return text.empty() ? Value::null() : Value::string(text); }

std::string open(const Variable &variable, SecretsShown secrets, const std::string &value)
{
    return variable.isSecret && secrets == SecretsShown::Masked ? mask : value;
}

bool isMasked(const Variable &variable, SecretsShown secrets)
{
    return variable.isSecret && secrets == SecretsShown::Masked && (variable.value || variable.valueAtStart);
}

/// Why there is no value, where nobody else has said it.
std::string reasonOf(const Variable &variable)
{
    switch (variable.gap) {
    case Gap::NotSet:
        return "the node's kubelet leaves out this name";
    case Gap::NoNode:
        return "needs-node";
    case Gap::InFile:
        return "in a file that the pod writes";
    case Gap::None:
        return {};
    default:
        return variable.isExpanded ? "made of what is not known" : std::string();
    }
}

std::string errorOf(const Variable &variable) { return variable.error.empty() ? reasonOf(variable) : variable.error; }

Value overridesOf(const Variable &variable)
{
    Value list = Value::list();
    for (const environment::Origin &origin : variable.overrides)
        list.items().push_back(Value::string(textOf(origin)));
    return list;
}

Value jsonOf(const Variable &variable, SecretsShown secrets)
{
    Value entry = Value::map();
    entry.set("name", Value::string(variable.name));
    entry.set("value", variable.value ? Value::string(open(variable, secrets, *variable.value)) : Value::null());
    entry.set("source", Value::string(textOf(variable.origin)));
    entry.set("masked", Value::boolean(isMasked(variable, secrets)));
    entry.set("changedSinceStart", variable.isChanged ? Value::boolean(*variable.isChanged) : Value::null());
    entry.set("error", textOrNull(errorOf(variable)));
    entry.set("overrides", overridesOf(variable));
    if (!variable.prefix.empty())
        entry.set("prefix", Value::string(variable.prefix));
    if (variable.isYounger)
        entry.set("sourceIsYounger", Value::boolean(true));
    if (variable.valueAtStart || variable.wasAbsent)
        entry.set("valueAtStart", variable.valueAtStart ? Value::string(open(variable, secrets, *variable.valueAtStart)) : Value::null());
    return entry;
}

const char *changeWord(const Variable &variable)
{
    return !variable.isChanged ? "<unknown>" : *variable.isChanged ? "yes" : "no";
}

std::string noteOf(const Variable &variable, SecretsShown secrets)
{
    std::string note = errorOf(variable);
    const auto add = [&](const std::string &text) { note += (note.empty() ? "" : "; ") + text; };
    for (const environment::Origin &origin : variable.overrides)
        add("overrides " + textOf(origin));
    if (variable.valueAtStart)
        add("in the container: " + open(variable, secrets, *variable.valueAtStart));
    else if (variable.wasAbsent)
        add("not in the container");
    else if (variable.isYounger)
        add("its source is younger than the container");
    return note;
}

} // namespace

Value envJson(const Environment &environment, SecretsShown secrets)
{
    Value list = Value::list();
    for (const Variable &variable : environment.variables)
        list.items().push_back(jsonOf(variable, secrets));
    return list;
}

void printEnv(const Environment &environment, SecretsShown secrets, std::ostream &out)
{
    text::TextTable table([&out](std::string_view text) { out << text; });
    static constexpr std::string_view headers[] = {"Name", "Value", "Source", "Changed", "Note"};
    table.header(headers);
    for (const Variable &variable : environment.variables) {
        const std::string name = variable.name.empty() ? variable.prefix + '*' : variable.name;
        const std::string value = variable.value ? open(variable, secrets, *variable.value) : "<unknown>";
        const std::string source = textOf(variable.origin), note = noteOf(variable, secrets);
        const std::string_view cells[] = {name, value, source, changeWord(variable), note};
        table.row(cells);
    }
    table.flush();
}

} // namespace headless
