#include "models/rbac/Explain.h"

#include <algorithm>

namespace rbac {

namespace {

void addResources(const PolicyRule &rule, const Right &base, std::vector<Right> &out)
{
    for (const std::string &verb : rule.verbs) {
        for (const std::string &group : rule.apiGroups) {
            for (const std::string &resource : rule.resources) {
                Right &right = out.emplace_back(base);
                // Behind a last slash there is no subresource: "*/" is a name of its own, and no wildcard.
                const auto slash = resource.ends_with('/') ? resource.npos : resource.find('/');
                right.verb = verb;
                right.apiGroup = group;
                right.resource = resource.substr(0, slash);
                right.subresource = slash == resource.npos ? std::string() : resource.substr(slash + 1);
                right.names = rule.resourceNames;
            }
        }
    }
}

void addUrls(const PolicyRule &rule, const Right &base, std::vector<Right> &out)
{
    for (const std::string &verb : rule.verbs) {
        for (const std::string &url : rule.nonResourceUrls) {
            Right &right = out.emplace_back(base);
            right.verb = verb;
            right.url = url;
        }
    }
}

void addRule(const PolicyRule &rule, const Right &base, std::vector<Right> &out)
{
    addResources(rule, base, out);
    if (base.namespaceName.empty())
        addUrls(rule, base, out);
}

} // namespace

std::vector<Right> rightsOf(const AccessEvaluator &evaluator, const Identity &identity)
{
    std::vector<Right> out;
    evaluator.visitEverywhere(identity, [&](const auto &binding, std::size_t subject, const auto &role) {
        if (!role)
            return true;
        Right base;
        base.namespaceName = binding->ref.namespaceName;
        base.subject = subjectRef(binding->subjects[subject], *binding);
        base.binding = binding->ref;
        base.role = role->ref;
        for (base.rule = 0; base.rule < role->rules.size(); ++base.rule)
            addRule(role->rules[base.rule], base, out);
        return true;
    });
    return sortedOnce(std::move(out));
}

/// Rights are large: what is sorted is where they are.
std::vector<Right> sortedOnce(std::vector<Right> rights)
{
    std::vector<Right *> order;
    order.reserve(rights.size());
    for (Right &right : rights)
        order.push_back(&right);
    std::ranges::sort(order, [](const Right *a, const Right *b) { return *a < *b; });
    const auto repeated = std::ranges::unique(order, [](const Right *a, const Right *b) { return *a == *b; });
    order.erase(repeated.begin(), repeated.end());
    std::vector<Right> out;
    out.reserve(order.size());
    for (Right *right : order)
        out.push_back(std::move(*right));
    return out;
}

std::vector<Right> rightsOfRule(const PolicyRule &rule, const std::string &namespaceName)
{
    Right base;
    base.namespaceName = namespaceName;
    std::vector<Right> out;
    addRule(rule, base, out);
    return out;
}

std::optional<ObjectRef> carrierOf(const std::vector<Grant> &grants)
{
    if (grants.empty())
        return std::nullopt;
    const ObjectRef &first = grants.front().binding->ref;
    const bool isOnly = std::ranges::all_of(grants, [&](const Grant &grant) { return grant.binding->ref == first; });
    return isOnly ? std::optional(first) : std::nullopt;
}

} // namespace rbac
