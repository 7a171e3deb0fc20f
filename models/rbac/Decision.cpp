#include "models/rbac/Decision.h"

#include "models/rbac/Marked.h"

#include <array>

namespace rbac {

namespace {

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    out += text;
    return out += '"';
}

/// As the server words it: of namespaced things the name comes first.
std::string allowedBy(const Grant &grant)
{
    const Binding &binding = *grant.binding;
    const ObjectRef subject = grant.subjectRef();
    std::string name = binding.ref.name;
    if (!binding.isClusterBinding())
        name += '/' + binding.ref.namespaceName;
    const std::string who = subject.namespaceName.empty() ? subject.name : subject.name + '/' + subject.namespaceName;
    return "RBAC: allowed by " + binding.ref.kind + ' ' + quoted(name) + " of " + binding.roleRef.kind + ' ' + quoted(binding.roleRef.name) + " to " + subject.kind + ' '
        + quoted(who);
}

std::string lowered(std::string text)
{
    for (char &c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

std::string missingRole(const Binding &binding)
{
    if (!binding.target())
        return "unsupported role reference kind: " + quoted(binding.roleRef.kind);
    return lowered(binding.roleRef.kind) + ".rbac.authorization.k8s.io " + quoted(binding.roleRef.name) + " not found";
}

/// What a refusal rests on: roles that are missing, and whether they or other bindings may only be out of sight.
struct Gaps
{
    Sentence unread;             ///< why the answer is not known; empty when it is
    std::string missing;         ///< the server's errors, joined
};

Gaps gapsOf(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &identity, const Request &request)
{
    Gaps out;
    const std::string namespaceName = request.isUrl() ? std::string() : request.namespaceName;
    if (inputs.isUnreadable("clusterrolebindings", ""))
        out.unread = Sentence(QT_TRANSLATE_NOOP("rbac", "ClusterRoleBindings could not be read"));
    else if (!namespaceName.empty() && inputs.isUnreadable("rolebindings", namespaceName))
        out.unread = Sentence(QT_TRANSLATE_NOOP("rbac", "RoleBindings in namespace %1 could not be read"), {namespaceName});
    evaluator.visit(identity, namespaceName, [&](const auto &binding, std::size_t, const auto &role) {
        if (role)
            return true;
        const auto target = binding->target();
        const bool isOutOfSight = target && inputs.isUnreadable(target->kind == "Role" ? "roles" : "clusterroles", target->namespaceName);
        if (isOutOfSight && out.unread.isEmpty())
            out.unread = Sentence(QT_TRANSLATE_NOOP("rbac", "%1, which %2 grants, could not be read"), {target->text(), binding->ref.text()});
        if (!isOutOfSight)
            out.missing += (out.missing.empty() ? "" : ", ") + missingRole(*binding);
        return true;
    });
    return out;
}

} // namespace

std::string_view verdictName(Verdict verdict)
{
    constexpr std::array<std::string_view, 3> names = {"allow", "no-opinion", "unknown"};
    return names[static_cast<std::size_t>(verdict)];
}

Decision decide(const AccessEvaluator &evaluator, const Inputs &inputs, const Identity &identity, const Request &request, Layers layers)
{
    if (layers == Layers::All && identity.isIn(mastersGroup))
        return {Verdict::Allow, Sentence(QT_TRANSLATE_NOOP("rbac", "the group system:masters may do everything"))};
    if (const auto grant = evaluator.firstGrant(identity, request))
        return {Verdict::Allow, allowedBy(*grant)};
    const Gaps gaps = gapsOf(evaluator, inputs, identity, request);
    const std::string refusal = gaps.missing.empty() ? std::string() : "RBAC: " + gaps.missing;
    if (layers == Layers::RbacOnly)
        return {Verdict::NoOpinion, refusal};
    if (!gaps.unread.isEmpty())
        return {Verdict::Unknown, gaps.unread};
    if (identity.isNode())
        return {Verdict::Unknown, Sentence(QT_TRANSLATE_NOOP("rbac", "the Node authorizer decides for %1"), {identity.user})};
    if (inputs.hasOtherAuthorizers)
        return {Verdict::Unknown, Sentence(QT_TRANSLATE_NOOP("rbac", "other authorizers are present"))};
    return {Verdict::NoOpinion, refusal};
}

} // namespace rbac
