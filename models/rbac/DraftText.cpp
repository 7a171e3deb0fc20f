#include "models/rbac/DraftText.h"

#include "models/rbac/ObjectWriter.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <array>

namespace rbac {

using text::Value;

namespace {

constexpr const char *rbacGroup = "rbac.authorization.k8s.io";

void erase(Value &map, std::string_view key)
{
    std::erase_if(map.members(), [&](const Value::Member &member) { return member.key == key; });
}

/// "Role" is called "new-role".
std::string nameFor(std::string_view kind, std::string_view namespaceName, const Basis &basis)
{
    const bool isBinding = kind.ends_with("Binding");
    const std::string wanted = isBinding ? "new-binding" : "new-role";
    std::string name = wanted;
    const auto isTaken = [&] {
        const ObjectRef ref{std::string(kind), std::string(namespaceName), name};
        return isBinding ? basis.evaluator.findBinding(ref) != nullptr : basis.evaluator.findRole(ref) != nullptr;
    };
    for (int i = 2; isTaken(); ++i)
        name = wanted + '-' + std::to_string(i);
    return name;
}

std::string rowsOf(const PolicyRule &rule, const std::string &indent)
{
    Role role;
    role.rules = {rule};
    const std::string all = text::writeYaml(Value::list({roleManifest(role)["rules"].items().front()}));
    std::string out;
    std::string_view rest = all;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        out += indent + std::string(rest.substr(0, end)) + '\n';
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

/// The indentation of the item that follows; none: there is none.
std::optional<std::string> indentOfItem(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view row = text.substr(0, end);
        const std::size_t first = row.find_first_not_of(' ');
        if (first != row.npos && row[first] != '#')
            return row[first] == '-' ? std::optional(std::string(row.substr(0, first))) : std::nullopt;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::nullopt;
}

std::string_view withoutBlanks(std::string_view row)
{
    while (!row.empty() && (row.back() == ' ' || row.back() == '\r'))
        row.remove_suffix(1);
    return row;
}

} // namespace

std::string draftText(const Value &object)
{
    constexpr std::array<std::string_view, 6> ofServer = {"managedFields", "uid", "resourceVersion", "creationTimestamp", "generation", "selfLink"};
    Value out = object;
    Value metadata = object["metadata"];
    for (const std::string_view key : ofServer)
        erase(metadata, key);
    Value annotations = metadata["annotations"];
    erase(annotations, "kubectl.kubernetes.io/last-applied-configuration");
    if (annotations.members().empty())
        erase(metadata, "annotations");
    else
        metadata.set("annotations", std::move(annotations));
    out.set("metadata", std::move(metadata));
    return text::writeYaml(out);
}

std::string templateText(std::string_view kind, std::string_view namespaceName, const Basis &basis)
{
    const bool isLocal = kind == "Role" || kind == "RoleBinding";
    const std::string place(isLocal ? namespaceName : std::string_view());
    const ObjectRef ref{std::string(kind), place, nameFor(kind, place, basis)};
    if (kind.ends_with("Binding")) {
        Binding binding;
        binding.ref = ref;
        binding.roleRef = {rbacGroup, "ClusterRole", "view"};
        binding.subjects = {{"ServiceAccount", {}, std::string(namespaceName), "default"}};
        return text::writeYaml(bindingManifest(binding));
    }
    Role role;
    role.ref = ref;
    role.rules = {{{"get", "list", "watch"}, {""}, {"pods"}, {}, {}}};
    return text::writeYaml(roleManifest(role));
}

std::optional<std::string> withRule(std::string_view text, const PolicyRule &rule)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view row = withoutBlanks(text.substr(at, end - at));
        const std::size_t next = std::min(end + 1, text.size());
        if (row == "rules: []" || row == "rules:") {
            const auto indent = row == "rules:" ? indentOfItem(text.substr(next)) : std::string();
            return std::string(text.substr(0, at)) + "rules:\n" + rowsOf(rule, indent.value_or(std::string())) + std::string(text.substr(next));
        }
        at = next;
    }
    return std::nullopt;
}

} // namespace rbac
