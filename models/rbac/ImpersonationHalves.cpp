#include "models/rbac/ImpersonationHalves.h"

#include <algorithm>

namespace rbac {

namespace {

constexpr std::string_view identityGroup = "authentication.k8s.io";

struct Mode
{
    const char *acting;         ///< the verb on whom it acts as
    std::string_view doing;     ///< how verbs on what is done in it begin
    const char *resource;
    bool isClusterScoped;
};

constexpr Mode modes[] = {
    {"impersonate:user-info", "impersonate-on:user-info:", "users", true},
    {"impersonate:serviceaccount", "impersonate-on:serviceaccount:", "serviceaccounts", false},
    {"impersonate:arbitrary-node", "impersonate-on:arbitrary-node:", "nodes", true},
    {"impersonate:associated-node", "impersonate-on:associated-node:", "nodes", true},
};

bool actsAs(const PolicyRule &rule, const Mode &mode)
{
    const Request request{mode.acting, std::string(identityGroup), mode.resource, {}, {}, {}, {}};
    return verbFits(rule, mode.acting) && groupFits(rule, identityGroup) && resourceFits(rule, Probe(request));
}

bool does(const PolicyRule &rule, const Mode &mode)
{
    const auto isOfMode = [&](const std::string &verb) { return verb == "*" || verb.starts_with(mode.doing); };
    return !(rule.resources.empty() && rule.nonResourceUrls.empty()) && std::ranges::any_of(rule.verbs, isOfMode);
}

} // namespace

ImpersonationHalves::Halves ImpersonationHalves::halvesOf(const PolicyRule &rule)
{
    Halves out;
    unsigned bit = 1;
    for (const Mode &mode : modes) {
        const bool isActing = actsAs(rule, mode);
        out.actingAnywhere |= static_cast<Modes>(isActing ? bit : 0);
        out.acting |= static_cast<Modes>(isActing && !mode.isClusterScoped ? bit : 0);
        out.doing |= static_cast<Modes>(does(rule, mode) ? bit : 0);
        bit <<= 1;
    }
    return out;
}

ImpersonationHalves::ImpersonationHalves(const AccessEvaluator &evaluator) : m_evaluator(evaluator)
{
    for (const auto &role : evaluator.roles()) {
        for (const PolicyRule &rule : role->rules) {
            const Halves halves = halvesOf(rule);
            if ((halves.actingAnywhere | halves.doing) == 0)
                continue;
            Halves &all = m_roles[role.get()];
            all.acting |= halves.acting;
            all.actingAnywhere |= halves.actingAnywhere;
            all.doing |= halves.doing;
        }
    }
}

template<typename IsHalf>
std::optional<Grant> ImpersonationHalves::leadOf(std::vector<Grant> &grants, IsHalf isHalf)
{
    for (Grant &grant : grants) {
        for (grant.rule = 0; grant.rule < grant.role->rules.size(); ++grant.rule) {
            if (isHalf(halvesOf(grant.policyRule()), *grant.binding))
                return grant;
        }
    }
    return std::nullopt;
}

std::optional<Grant> ImpersonationHalves::constrainedBy(const ObjectRef &subject) const
{
    if (m_roles.empty())
        return std::nullopt;
    const Identity identity = Identity::ofSubject(subject);
    Modes acting = 0;
    Modes doing = 0;
    std::vector<Grant> own;
    m_evaluator.visitEverywhere(identity, [&](const auto &binding, std::size_t index, const auto &role) {
        const auto found = m_roles.find(role.get());
        if (found == m_roles.end())
            return true;
        acting |= found->second.actingBy(*binding);
        doing |= found->second.doing;
        if (subjectRef(binding->subjects[index], *binding) == subject)
            own.push_back({binding, index, role, 0});
        return true;
    });
    std::ranges::sort(own, {}, [](const Grant &grant) { return grant.binding->ref; });
    const auto whole = static_cast<Modes>(acting & doing);
    const auto leading = leadOf(own, [whole](const Halves &halves, const Binding &binding) { return (halves.actingBy(binding) & whole) != 0; });
    return leading ? leading : leadOf(own, [whole](const Halves &halves, const Binding &) { return (halves.doing & whole) != 0; });
}

} // namespace rbac
