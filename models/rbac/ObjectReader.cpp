#include "models/rbac/ObjectReader.h"

#include <algorithm>

namespace rbac {

using text::Value;

namespace {

constexpr std::string_view rbacGroup = "rbac.authorization.k8s.io/";
constexpr std::string_view tokenSecretType = "kubernetes.io/service-account-token";
constexpr const char *mirrorAnnotation = "kubernetes.io/config.mirror";
constexpr const char *accountAnnotation = "kubernetes.io/service-account.name";

std::vector<std::string> readWords(const Value &list)
{
    std::vector<std::string> out;
    out.reserve(list.items().size());
    for (const Value &item : list.items())
        out.push_back(item.text());
    return out;
}

std::vector<std::string> readNames(const Value &references)
{
    std::vector<std::string> out;
    for (const Value &reference : references.items())
        out.push_back(reference["name"].text());
    return out;
}

std::optional<bool> readSwitch(const Value &value)
{
    return value.type() == Value::Type::Boolean ? std::optional(value.asBoolean()) : std::nullopt;
}

ObjectRef readRef(const Value &object, std::string_view kind, bool isNamespaced)
{
    const Value &metadata = object["metadata"];
    return {std::string(kind), isNamespaced ? metadata["namespace"].text() : std::string(), metadata["name"].text()};
}

PolicyRule readRule(const Value &rule)
{
    return {readWords(rule["verbs"]), readWords(rule["apiGroups"]), readWords(rule["resources"]), readWords(rule["resourceNames"]), readWords(rule["nonResourceURLs"])};
}

bool mountsToken(const Value &spec)
{
    const auto isToken = [](const Value &source) { return source.find("serviceAccountToken") != nullptr; };
    return std::ranges::any_of(spec["volumes"].items(), [&](const Value &volume) { return std::ranges::any_of(volume["projected"]["sources"].items(), isToken); });
}

const Value &controllerOf(const Value &metadata)
{
    static const Value none;
    for (const Value &owner : metadata["ownerReferences"].items()) {
        if (owner["controller"].asBoolean())
            return owner;
    }
    return none;
}

/// A ReplicaSet is named by its Deployment, which puts the same hash on its pods.
void nameDeployment(const Value &metadata, PodUse &pod)
{
    const std::string hash = '-' + metadata["labels"]["pod-template-hash"].text();
    if (pod.ownerKind != "ReplicaSet" || hash.size() < 2 || !pod.ownerName.ends_with(hash))
        return;
    pod.ownerKind = "Deployment";
    pod.ownerName.resize(pod.ownerName.size() - hash.size());
}

} // namespace

Labels readLabels(const Value &map)
{
    Labels out;
    for (const Value::Member &member : map.members())
        out[member.key] = member.value.text();
    return out;
}

ObjectSelector readSelector(const Value &selector)
{
    ObjectSelector out;
    out.matchLabels = readLabels(selector["matchLabels"]);
    for (const Value &expression : selector["matchExpressions"].items())
        out.matchExpressions.push_back({expression["key"].text(), expression["operator"].text(), readWords(expression["values"])});
    return out;
}

std::shared_ptr<const Role> readRole(const Value &object, std::string_view kind)
{
    auto role = std::make_shared<Role>();
    role->ref = readRef(object, kind, kind == "Role");
    role->labels = readLabels(object["metadata"]["labels"]);
    role->annotations = readLabels(object["metadata"]["annotations"]);
    role->rules.reserve(object["rules"].items().size());
    for (const Value &rule : object["rules"].items())
        role->rules.push_back(readRule(rule));
    if (role->isClusterRole() && object["aggregationRule"].isMap()) {
        role->aggregation.emplace();
        for (const Value &selector : object["aggregationRule"]["clusterRoleSelectors"].items())
            role->aggregation->push_back(readSelector(selector));
    }
    return role;
}

std::shared_ptr<const Binding> readBinding(const Value &object, std::string_view kind)
{
    auto binding = std::make_shared<Binding>();
    binding->ref = readRef(object, kind, kind == "RoleBinding");
    binding->labels = readLabels(object["metadata"]["labels"]);
    binding->annotations = readLabels(object["metadata"]["annotations"]);
    const Value &roleRef = object["roleRef"];
    binding->roleRef = {roleRef["apiGroup"].text(), roleRef["kind"].text(), roleRef["name"].text()};
    for (const Value &subject : object["subjects"].items())
        binding->subjects.push_back({subject["kind"].text(), subject["apiGroup"].text(), subject["namespace"].text(), subject["name"].text()});
    return binding;
}

std::shared_ptr<const ServiceAccount> readServiceAccount(const Value &object)
{
    auto account = std::make_shared<ServiceAccount>();
    const Value &metadata = object["metadata"];
    account->ref = {metadata["namespace"].text(), metadata["name"].text()};
    account->labels = readLabels(metadata["labels"]);
    account->annotations = readLabels(metadata["annotations"]);
    account->automountToken = readSwitch(object["automountServiceAccountToken"]);
    account->secrets = readNames(object["secrets"]);
    account->imagePullSecrets = readNames(object["imagePullSecrets"]);
    return account;
}

PodUse readPodUse(const Value &object)
{
    const Value &metadata = object["metadata"];
    const Value &spec = object["spec"];
    const Value &owner = controllerOf(metadata);
    PodUse pod;
    pod.ref = readRef(object, "Pod", true);
    pod.isMirror = metadata["annotations"].find(mirrorAnnotation) != nullptr;
    const std::string &account = spec["serviceAccountName"].text().empty() ? spec["serviceAccount"].text() : spec["serviceAccountName"].text();
    pod.serviceAccount = account.empty() && !pod.isMirror ? "default" : account;
    pod.node = spec["nodeName"].text();
    pod.phase = object["status"]["phase"].text();
    pod.ownerKind = owner["kind"].text();
    pod.ownerName = owner["name"].text();
    nameDeployment(metadata, pod);
    pod.automountToken = readSwitch(spec["automountServiceAccountToken"]);
    pod.mountsProjectedToken = mountsToken(spec);
    return pod;
}

std::optional<TokenSecret> readTokenSecret(const Value &object)
{
    if (object["type"].text() != tokenSecretType)
        return std::nullopt;
    return TokenSecret{readRef(object, "Secret", true), object["metadata"]["annotations"][accountAnnotation].text()};
}

bool addObject(const Value &object, Inputs &inputs)
{
    const std::string &kind = object["kind"].text();
    const std::string &apiVersion = object["apiVersion"].text();
    if (apiVersion.starts_with(rbacGroup)) {
        if (kind == "Role" || kind == "ClusterRole")
            inputs.roles.push_back(readRole(object, kind));
        else if (kind == "RoleBinding" || kind == "ClusterRoleBinding")
            inputs.bindings.push_back(readBinding(object, kind));
        else
            return false;
        return true;
    }
    if (apiVersion != "v1")
        return false;
    if (kind == "ServiceAccount")
        inputs.serviceAccounts.push_back(readServiceAccount(object));
    else if (kind == "Pod")
        inputs.pods.push_back(readPodUse(object));
    else if (kind == "Namespace")
        inputs.namespaces.push_back(object["metadata"]["name"].text());
    else if (kind == "ResourceQuota")
        inputs.quotaNamespaces.push_back(object["metadata"]["namespace"].text());
    else if (auto secret = kind == "Secret" ? readTokenSecret(object) : std::nullopt)
        inputs.tokenSecrets.push_back(std::move(*secret));
    else
        return false;
    return true;
}

} // namespace rbac
