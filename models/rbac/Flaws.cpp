#include "models/rbac/Flaws.h"

#include <algorithm>
#include <array>

namespace rbac {

namespace {

constexpr std::string_view rbacGroup = "rbac.authorization.k8s.io";
constexpr std::size_t longestSubdomain = 253;

bool isSmallOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// One label of a DNS name.
bool isDnsLabel(std::string_view label)
{
    return !label.empty() && isSmallOrDigit(label.front()) && isSmallOrDigit(label.back()) && std::ranges::all_of(label, [](char c) { return isSmallOrDigit(c) || c == '-'; });
}

bool isDnsSubdomain(std::string_view name)
{
    if (name.size() > longestSubdomain)
        return false;
    for (;;) {
        const auto dot = name.find('.');
        if (!isDnsLabel(name.substr(0, dot)))
            return false;
        if (dot == name.npos)
            return true;
        name.remove_prefix(dot + 1);
    }
}

bool isPathSegment(std::string_view name)
{
    return name != "." && name != ".." && name.find('/') == name.npos && name.find('%') == name.npos;
}

std::string at(const char *list, std::size_t index, const char *field)
{
    return std::string(list) + '[' + std::to_string(index) + "]." + field;
}

/// Looks through the objects, one after the other.
class Search
{
public:
    void check(const Role &role)
    {
        m_object = role.ref;
        checkName("metadata.name", role.ref.name);
        for (std::size_t i = 0; i < role.rules.size(); ++i)
            checkRule(role.rules[i], i, !role.isClusterRole());
        if (role.aggregation && role.aggregation->empty())
            add("aggregationRule.clusterRoleSelectors", "at least one clusterRoleSelector required if aggregationRule is non-nil");
    }

    void check(const Binding &binding)
    {
        m_object = binding.ref;
        checkName("metadata.name", binding.ref.name);
        if (!binding.roleRef.apiGroup.empty() && binding.roleRef.apiGroup != rbacGroup)
            add("roleRef.apiGroup", "must be " + std::string(rbacGroup));
        if (!binding.target())
            add("roleRef.kind", binding.isClusterBinding() ? "must be ClusterRole" : "must be Role or ClusterRole");
        checkName("roleRef.name", binding.roleRef.name);
        for (std::size_t i = 0; i < binding.subjects.size(); ++i)
            checkSubject(binding.subjects[i], i, binding.isClusterBinding());
    }

    std::vector<Flaw> run(const Inputs &inputs)
    {
        for (const auto &role : inputs.roles)
            check(*role);
        for (const auto &binding : inputs.bindings)
            check(*binding);
        std::ranges::sort(m_out);
        return std::move(m_out);
    }

private:
    void add(std::string field, std::string message) { m_out.push_back({m_object, std::move(field), std::move(message)}); }

    void checkName(const char *field, const std::string &name)
    {
        if (name.empty())
            add(field, "is required");
        else if (!isPathSegment(name))
            add(field, "must be a part of a path: not . or .., without / and %");
    }

    void checkRule(const PolicyRule &rule, std::size_t index, bool isNamespaced)
    {
        if (rule.verbs.empty())
            add(at("rules", index, "verbs"), "verbs must contain at least one value");
        if (!rule.nonResourceUrls.empty()) {
            if (isNamespaced)
                add(at("rules", index, "nonResourceURLs"), "namespaced rules cannot apply to non-resource URLs");
            if (!rule.apiGroups.empty() || !rule.resources.empty() || !rule.resourceNames.empty())
                add(at("rules", index, "nonResourceURLs"), "rules cannot apply to both regular resources and non-resource URLs");
            return;
        }
        if (rule.apiGroups.empty())
            add(at("rules", index, "apiGroups"), "resource rules must supply at least one api group");
        if (rule.resources.empty())
            add(at("rules", index, "resources"), "resource rules must supply at least one resource");
    }

    void checkSubject(const Subject &subject, std::size_t index, bool isClusterWide)
    {
        constexpr std::array<std::string_view, 3> kinds = {"ServiceAccount", "User", "Group"};
        if (std::ranges::find(kinds, subject.kind) == kinds.end())
            return add(at("subjects", index, "kind"), "must be ServiceAccount, User or Group");
        if (subject.name.empty())
            add(at("subjects", index, "name"), "is required");
        if (subject.kind == "ServiceAccount")
            checkAccount(subject, index, isClusterWide);
        else if (!subject.apiGroup.empty() && subject.apiGroup != rbacGroup)
            add(at("subjects", index, "apiGroup"), "must be " + std::string(rbacGroup));
    }

    void checkAccount(const Subject &subject, std::size_t index, bool isClusterWide)
    {
        if (!subject.name.empty() && !isDnsSubdomain(subject.name))
            add(at("subjects", index, "name"), "must be a DNS subdomain");
        if (!subject.apiGroup.empty())
            add(at("subjects", index, "apiGroup"), "must be empty");
        if (isClusterWide && subject.namespaceName.empty())
            add(at("subjects", index, "namespace"), "is required");
    }

    ObjectRef m_object;
    std::vector<Flaw> m_out;
};

} // namespace

std::vector<Flaw> flawsOf(const Inputs &inputs)
{
    return Search().run(inputs);
}

} // namespace rbac
