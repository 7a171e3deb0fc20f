#include "models/rbac/ObjectWriter.h"

namespace rbac {

using text::Value;

namespace {

constexpr const char *apiGroup = "rbac.authorization.k8s.io";

Value list(const std::vector<std::string> &words)
{
    Value::List out;
    for (const std::string &word : words)
        out.push_back(Value::string(word));
    return Value::list(std::move(out));
}

void setLabels(Value &metadata, const char *key, const Labels &labels)
{
    if (labels.empty())
        return;
    Value map = Value::map();
    for (const auto &[name, value] : labels)
        map.set(name, Value::string(value));
    metadata.set(key, std::move(map));
}

Value envelope(const ObjectRef &ref, const Labels &labels, const Labels &annotations)
{
    Value metadata = Value::map();
    metadata.set("name", Value::string(ref.name));
    if (!ref.namespaceName.empty())
        metadata.set("namespace", Value::string(ref.namespaceName));
    setLabels(metadata, "labels", labels);
    setLabels(metadata, "annotations", annotations);
    Value out = Value::map();
    out.set("apiVersion", Value::string(std::string(apiGroup) + "/v1"));
    out.set("kind", Value::string(ref.kind));
    out.set("metadata", std::move(metadata));
    return out;
}

Value ruleManifest(const PolicyRule &rule)
{
    Value out = Value::map();
    const auto add = [&out](const char *key, const std::vector<std::string> &words) {
        if (!words.empty())
            out.set(key, list(words));
    };
    add("apiGroups", rule.apiGroups);
    add("resources", rule.resources);
    add("resourceNames", rule.resourceNames);
    add("nonResourceURLs", rule.nonResourceUrls);
    out.set("verbs", list(rule.verbs));
    return out;
}

Value selectorManifest(const ObjectSelector &selector)
{
    Value out = Value::map();
    setLabels(out, "matchLabels", selector.matchLabels);
    if (selector.matchExpressions.empty())
        return out;
    Value::List expressions;
    for (const ObjectSelector::Expression &expression : selector.matchExpressions) {
        Value one = Value::map();
        one.set("key", Value::string(expression.key));
        one.set("operator", Value::string(expression.operation));
        if (!expression.values.empty())
            one.set("values", list(expression.values));
        expressions.push_back(std::move(one));
    }
    out.set("matchExpressions", Value::list(std::move(expressions)));
    return out;
}

Value subjectManifest(const Subject &subject)
{
    Value out = Value::map();
    if (!subject.apiGroup.empty())
        out.set("apiGroup", Value::string(subject.apiGroup));
    out.set("kind", Value::string(subject.kind));
    out.set("name", Value::string(subject.name));
    if (!subject.namespaceName.empty())
        out.set("namespace", Value::string(subject.namespaceName));
    return out;
}

} // namespace

Value roleManifest(const Role &role)
{
    Value out = envelope(role.ref, role.labels, role.annotations);
    if (role.aggregation) {
        Value::List selectors;
        for (const ObjectSelector &selector : *role.aggregation)
            selectors.push_back(selectorManifest(selector));
        Value rule = Value::map();
        rule.set("clusterRoleSelectors", Value::list(std::move(selectors)));
        out.set("aggregationRule", std::move(rule));
    }
    Value::List rules;
    for (const PolicyRule &rule : role.rules)
        rules.push_back(ruleManifest(rule));
    out.set("rules", Value::list(std::move(rules)));
    return out;
}

Value bindingManifest(const Binding &binding)
{
    Value out = envelope(binding.ref, binding.labels, binding.annotations);
    Value roleRef = Value::map();
    roleRef.set("apiGroup", Value::string(apiGroup));
    roleRef.set("kind", Value::string(binding.roleRef.kind));
    roleRef.set("name", Value::string(binding.roleRef.name));
    out.set("roleRef", std::move(roleRef));
    Value::List subjects;
    for (const Subject &subject : binding.subjects)
        subjects.push_back(subjectManifest(subject));
    out.set("subjects", Value::list(std::move(subjects)));
    return out;
}

Subject subjectFor(const ObjectRef &identity)
{
    if (identity.kind == "ServiceAccount")
        return {identity.kind, {}, identity.namespaceName, identity.name};
    return {identity.kind, apiGroup, {}, identity.name};
}

} // namespace rbac
