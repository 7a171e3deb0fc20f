// Which objects stand beside which, kind by kind.

#include "models/detail/Parts.h"
#include "models/detail/Related.h"
#include "models/kinds/Kind.h"
#include "models/text/Json.h"
#include "models/text/Selector.h"

#include <QtGlobal>

#include <algorithm>

namespace detail {

namespace {

using text::Value;

const Value &podLabels(const Value &object)
{
    return object["kind"].text() == "Pod" ? at(object, "metadata.labels") : at(object, "spec.template.metadata.labels");
}

bool selects(const Value &selector, const Value &labels)
{
    const auto parsed = text::LabelSelector::parse(selectorText(selector));
    const auto valueOf = [&](std::string_view key) {
        const Value *label = labels.find(key);
        return label ? std::optional<std::string_view>(label->text()) : std::nullopt;
    };
    return parsed && parsed->matches(valueOf);
}

// Whether the other one stands in the relation.

bool isAny(const Value &, const Value &)
{
    return true;
}

bool isOwned(const Value &object, const Value &other)
{
    const std::string &uid = at(object, "metadata.uid").text();
    return !uid.empty() && std::ranges::any_of(at(other, "metadata.ownerReferences").items(), [&](const Value &owner) { return owner["uid"].text() == uid; });
}

/// A Service without a selector picks no pod; one that only stands for another name never does.
bool picksPods(const Value &service)
{
    return !at(service, "spec.selector").members().empty() && at(service, "spec.type").text() != "ExternalName";
}

bool servesPods(const Value &object, const Value &service)
{
    return picksPods(service) && selects(at(service, "spec.selector"), podLabels(object));
}

/// An empty selector picks all pods of the namespace, in policy/v1beta1 none; an absent one none.
bool hasBudgeted(const Value &budget)
{
    const Value &selector = at(budget, "spec.selector");
    return selector.isMap() && (budget["apiVersion"].text() != "policy/v1beta1" || !selectorText(selector).empty());
}

bool budgetsPods(const Value &object, const Value &budget)
{
    return hasBudgeted(budget) && selects(at(budget, "spec.selector"), podLabels(object));
}

bool restrictsPods(const Value &object, const Value &policy)
{
    return selects(at(policy, "spec.podSelector"), podLabels(object));
}

bool mountsClaim(const Value &pod, const std::string &claim)
{
    return std::ranges::any_of(at(pod, "spec.volumes").items(), [&](const Value &volume) {
        // The claim of an ephemeral volume is named after its pod.
        const bool isEphemeral = volume["ephemeral"].isMap() && at(pod, "metadata.name").text() + '-' + volume["name"].text() == claim;
        return isEphemeral || at(volume, "persistentVolumeClaim.claimName").text() == claim;
    });
}

bool usesClaim(const Value &claim, const Value &pod)
{
    return mountsClaim(pod, at(claim, "metadata.name").text());
}

bool usesVolume(const Value &volume, const Value &pod)
{
    return mountsClaim(pod, at(volume, "spec.claimRef.name").text());
}

/// Names of ConfigMaps or Secrets stand in many places of a pod, each below a member that says which it is.
bool names(const Value &value, std::string_view member, std::string_view key, const std::string &name)
{
    if (value.isMap() && value[member][key].text() == name)
        return true;
    const auto inside = [&](const Value &part) { return names(part, member, key, name); };
    return std::ranges::any_of(value.items(), inside) || std::ranges::any_of(value.members(), [&](const Value::Member &each) { return inside(each.value); });
}

bool usesConfigMap(const Value &configMap, const Value &pod)
{
    const std::string &name = at(configMap, "metadata.name").text();
    static constexpr std::string_view members[] = {"configMap", "configMapRef", "configMapKeyRef"};
    return std::ranges::any_of(members, [&](std::string_view member) { return names(pod["spec"], member, "name", name); });
}

bool usesSecret(const Value &secret, const Value &pod)
{
    const std::string &name = at(secret, "metadata.name").text();
    const bool pullsWith = std::ranges::any_of(at(pod, "spec.imagePullSecrets").items(), [&](const Value &each) { return each["name"].text() == name; });
    static constexpr std::string_view members[] = {"secret", "secretRef", "secretKeyRef", "nodePublishSecretRef"};
    return pullsWith || names(pod["spec"], "secret", "secretName", name) || names(pod["spec"], "azureFile", "secretName", name)
        || std::ranges::any_of(members, [&](std::string_view member) { return names(pod["spec"], member, "name", name); });
}

bool leadsTo(const Value &service, const Value &ingress)
{
    return names(ingress["spec"], "service", "name", at(service, "metadata.name").text());
}

bool provesWith(const Value &secret, const Value &ingress)
{
    const std::string &name = at(secret, "metadata.name").text();
    return std::ranges::any_of(at(ingress, "spec.tls").items(), [&](const Value &each) { return each["secretName"].text() == name; });
}

/// The claims of a StatefulSet are called template-set-number; only some are owned by it.
bool isClaimOfSet(const Value &set, const Value &claim)
{
    const std::string &name = at(claim, "metadata.name").text();
    return std::ranges::any_of(at(set, "spec.volumeClaimTemplates").items(), [&](const Value &each) {
        const std::string prefix = at(each, "metadata.name").text() + '-' + at(set, "metadata.name").text() + '-';
        return name.starts_with(prefix) && name.size() > prefix.size() && name.find_first_not_of("0123456789", prefix.size()) == name.npos;
    });
}

bool isOfClass(const Value &storageClass, const Value &volume)
{
    return at(volume, "spec.storageClassName").text() == at(storageClass, "metadata.name").text();
}

bool bindsRole(const Value &role, const Value &binding)
{
    return at(binding, "roleRef.kind").text() == role["kind"].text() && at(binding, "roleRef.name").text() == at(role, "metadata.name").text();
}

bool isOtherOfRole(const Value &binding, const Value &other)
{
    const auto role = [](const Value &each) { return std::pair(at(each, "roleRef.kind").text(), at(each, "roleRef.name").text()); };
    return role(binding) == role(other) && at(binding, "metadata.uid").text() != at(other, "metadata.uid").text();
}

/// An account is also a user, and a member of two groups of accounts; what everybody is a member of says nothing of it.
bool isAccount(const Value &subject, const Value &account, const std::string &bindingNamespace)
{
    const std::string space = at(account, "metadata.namespace").text(), name = at(account, "metadata.name").text();
    const std::string &kind = subject["kind"].text(), &called = subject["name"].text();
    const std::string &itsSpace = subject["namespace"].text();
    if (kind == "ServiceAccount")
        return called == name && (itsSpace.empty() ? bindingNamespace : itsSpace) == space;
    if (kind == "User")
        return called == "system:serviceaccount:" + space + ':' + name;
    return kind == "Group" && (called == "system:serviceaccounts" || called == "system:serviceaccounts:" + space);
}

bool bindsAccount(const Value &account, const Value &binding)
{
    return std::ranges::any_of(binding["subjects"].items(), [&](const Value &subject) { return isAccount(subject, account, at(binding, "metadata.namespace").text()); });
}

/// Whether the controller copies the rules of a ClusterRole into an aggregated one; never into itself.
bool gathers(const Value &aggregated, const Value &role)
{
    return at(aggregated, "metadata.name").text() != at(role, "metadata.name").text()
        && std::ranges::any_of(at(aggregated, "aggregationRule.clusterRoleSelectors").items(), [&](const Value &selector) { return selects(selector, at(role, "metadata.labels")); });
}

bool isGatheredBy(const Value &role, const Value &aggregated)
{
    return gathers(aggregated, role);
}

/// Where to ask.
struct Question
{
    std::string namespaceName;
    std::string labels = {};
    std::string fields = {};
};
using Questions = std::optional<Question>;      ///< none where there is nothing to be found

std::string spaceOf(const Value &object)
{
    return at(object, "metadata.namespace").text();
}

Questions inNamespace(const Value &object)
{
    return Question{spaceOf(object)};
}

Questions inCluster(const Value &)
{
    return Question{};
}

Questions bySelector(const Value &object)
{
    const std::string labels = selectorText(at(object, "spec.selector"));
    return labels.empty() ? std::nullopt : std::optional(Question{spaceOf(object), labels});
}

Questions byService(const Value &object)
{
    return picksPods(object) ? bySelector(object) : std::nullopt;
}

Questions byBudget(const Value &object)
{
    return hasBudgeted(object) ? std::optional(Question{spaceOf(object), selectorText(at(object, "spec.selector"))}) : std::nullopt;
}

Questions byPodSelector(const Value &object)
{
    return Question{spaceOf(object), selectorText(at(object, "spec.podSelector"))};
}

Questions ofJobs(const Value &object)
{
    return Question{spaceOf(object), "job-name"};
}

Questions slices(const Value &object)
{
    return Question{spaceOf(object), "kubernetes.io/service-name=" + at(object, "metadata.name").text()};
}

Questions onNode(const Value &object)
{
    return Question{{}, {}, "spec.nodeName=" + at(object, "metadata.name").text()};
}

Questions asAccount(const Value &object)
{
    return Question{spaceOf(object), {}, "spec.serviceAccountName=" + at(object, "metadata.name").text()};
}

Questions whereRoleIsBound(const Value &binding)
{
    return at(binding, "roleRef.kind").text() == "Role" ? inNamespace(binding) : inCluster(binding);
}

Questions whereClusterRoleIsBound(const Value &binding)
{
    return at(binding, "roleRef.kind").text() == "ClusterRole" ? inCluster(binding) : std::nullopt;
}

Questions whereRulesAreGathered(const Value &role)
{
    return at(role, "aggregationRule.clusterRoleSelectors").items().empty() ? std::nullopt : inCluster(role);
}

/// A volume that was released still names the claim, of which there may be a new one by now.
Questions whereClaimed(const Value &object)
{
    const std::string &space = at(object, "spec.claimRef.namespace").text();
    return space.empty() || at(object, "status.phase").text() == "Released" ? std::nullopt : std::optional(Question{space});
}

/// Claims get the labels that the selector names, and nothing for its expressions.
Questions claimsOfSet(const Value &object)
{
    const Value &labels = at(object, "spec.selector.matchLabels");
    return at(object, "spec.volumeClaimTemplates").items().empty() ? std::nullopt : std::optional(Question{spaceOf(object), selectorText(labels)});
}

/// Of a kind that only its own server knows, whatever it may own.
Questions ofOwner(const Value &object)
{
    const bool isKnown = kinds::findKind(object["apiVersion"].text(), object["kind"].text()) != nullptr;
    return isKnown || spaceOf(object).empty() ? std::nullopt : inNamespace(object);
}

struct Rule
{
    std::string_view kinds;             ///< of the object, "Deployment.apps", between spaces; empty: every kind
    std::string_view title;
    Relation::Form form;
    std::string_view group, kind;       ///< of the others
    Questions (*ask)(const Value &object);
    bool (*fits)(const Value &object, const Value &other);
    std::string_view ownedBy = {};
    bool isScaler = false;
};

constexpr std::string_view pods = " Deployment.apps StatefulSet.apps DaemonSet.apps ReplicaSet.apps ReplicationController. Pod. ";
constexpr Relation::Form Table = Relation::Form::Table;
constexpr Relation::Form Row = Relation::Form::Row;
constexpr std::string_view network = "networking.k8s.io", access = "rbac.authorization.k8s.io";
constexpr std::string_view bindings = " RoleBinding.rbac.authorization.k8s.io ClusterRoleBinding.rbac.authorization.k8s.io ";
constexpr std::string_view clusterRole = " ClusterRole.rbac.authorization.k8s.io ";

constexpr Rule rules[] = {
    {" Deployment.apps ", QT_TRANSLATE_NOOP("detail", "ReplicaSets"), Table, "apps", "ReplicaSet", bySelector, isOwned},
    {" Deployment.apps ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", bySelector, isAny, "ReplicaSet"},
    {" StatefulSet.apps DaemonSet.apps ReplicaSet.apps ReplicationController. Job.batch ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", bySelector, isOwned},
    {" CronJob.batch ", QT_TRANSLATE_NOOP("detail", "Jobs"), Table, "batch", "Job", inNamespace, isOwned},
    {" CronJob.batch ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", ofJobs, isAny, "Job"},
    {" Service. ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", byService, isAny},
    {" Node. ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", onNode, isAny},
    {" ServiceAccount. ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", asAccount, isAny},
    {" ServiceAccount. ", QT_TRANSLATE_NOOP("detail", "RoleBindings"), Table, access, "RoleBinding", inCluster, bindsAccount},
    {" ServiceAccount. ", QT_TRANSLATE_NOOP("detail", "ClusterRoleBindings"), Table, access, "ClusterRoleBinding", inCluster, bindsAccount},
    {" Role.rbac.authorization.k8s.io ", QT_TRANSLATE_NOOP("detail", "RoleBindings"), Table, access, "RoleBinding", inNamespace, bindsRole},
    {clusterRole, QT_TRANSLATE_NOOP("detail", "ClusterRoleBindings"), Table, access, "ClusterRoleBinding", inCluster, bindsRole},
    {clusterRole, QT_TRANSLATE_NOOP("detail", "RoleBindings"), Table, access, "RoleBinding", inCluster, bindsRole},
    {clusterRole, QT_TRANSLATE_NOOP("detail", "Gathers the rules of"), Row, access, "ClusterRole", whereRulesAreGathered, gathers},
    {clusterRole, QT_TRANSLATE_NOOP("detail", "Its rules go into"), Row, access, "ClusterRole", inCluster, isGatheredBy},
    {bindings, QT_TRANSLATE_NOOP("detail", "ClusterRoleBindings of the same role"), Table, access, "ClusterRoleBinding", whereClusterRoleIsBound, isOtherOfRole},
    {bindings, QT_TRANSLATE_NOOP("detail", "RoleBindings of the same role"), Table, access, "RoleBinding", whereRoleIsBound, isOtherOfRole},
    {" PersistentVolumeClaim. ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", inNamespace, usesClaim},
    {" PersistentVolume. ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", whereClaimed, usesVolume},
    {" ConfigMap. ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", inNamespace, usesConfigMap},
    {" Secret. ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", inNamespace, usesSecret},
    {" PodDisruptionBudget.policy ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", byBudget, isAny},
    {" NetworkPolicy.networking.k8s.io ", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", byPodSelector, isAny},
    {pods, QT_TRANSLATE_NOOP("detail", "Services"), Row, "", "Service", inNamespace, servesPods},
    {pods, QT_TRANSLATE_NOOP("detail", "Autoscaler"), Row, "autoscaling", "HorizontalPodAutoscaler", inNamespace, isAny, "", true},
    {pods, QT_TRANSLATE_NOOP("detail", "Disruption budget"), Row, "policy", "PodDisruptionBudget", inNamespace, budgetsPods},
    {pods, QT_TRANSLATE_NOOP("detail", "Network policies"), Row, network, "NetworkPolicy", inNamespace, restrictsPods},
    {" StatefulSet.apps ", QT_TRANSLATE_NOOP("detail", "Claims"), Row, "", "PersistentVolumeClaim", claimsOfSet, isClaimOfSet},
    {" Service. ", QT_TRANSLATE_NOOP("detail", "EndpointSlices"), Row, "discovery.k8s.io", "EndpointSlice", slices, isAny},
    {" Service. ", QT_TRANSLATE_NOOP("detail", "Ingresses"), Row, network, "Ingress", inNamespace, leadsTo},
    {" Secret. ", QT_TRANSLATE_NOOP("detail", "Ingresses"), Row, network, "Ingress", inNamespace, provesWith},
    {" StorageClass.storage.k8s.io ", QT_TRANSLATE_NOOP("detail", "Volumes"), Row, "", "PersistentVolume", inCluster, isOfClass},
    {"", QT_TRANSLATE_NOOP("detail", "Deployments"), Row, "apps", "Deployment", ofOwner, isOwned},
    {"", QT_TRANSLATE_NOOP("detail", "StatefulSets"), Row, "apps", "StatefulSet", ofOwner, isOwned},
    {"", QT_TRANSLATE_NOOP("detail", "DaemonSets"), Row, "apps", "DaemonSet", ofOwner, isOwned},
    {"", QT_TRANSLATE_NOOP("detail", "ReplicaSets"), Row, "apps", "ReplicaSet", ofOwner, isOwned},
    {"", QT_TRANSLATE_NOOP("detail", "Jobs"), Row, "batch", "Job", ofOwner, isOwned},
    {"", QT_TRANSLATE_NOOP("detail", "Pods"), Table, "", "Pod", ofOwner, isOwned},
    {"", QT_TRANSLATE_NOOP("detail", "Services"), Row, "", "Service", ofOwner, isOwned},
    {"", QT_TRANSLATE_NOOP("detail", "Claims"), Row, "", "PersistentVolumeClaim", ofOwner, isOwned},
};

bool isFor(const Rule &rule, const Value &object)
{
    const std::string kind = ' ' + object["kind"].text() + '.' + std::string(groupOf(object["apiVersion"].text())) + ' ';
    return rule.kinds.empty() || rule.kinds.find(kind) != rule.kinds.npos;
}

/// What the answer depends on beside the selectors: another object of that name, or other labels, are another question.
std::string questionOf(const Value &object, const Relation &relation)
{
    return std::string(relation.title) + '\n' + relation.kind.namespaceName + '\n' + relation.labels + '\n' + relation.fields + '\n' + at(object, "metadata.uid").text() + '\n'
        + text::writeJson(podLabels(object)) + '\n' + at(object, "spec.claimRef.name").text()
        + (object["kind"].text() == "ClusterRole" ? '\n' + text::writeJson(at(object, "metadata.labels")) + text::writeJson(object["aggregationRule"]) : std::string());
}

} // namespace

std::vector<Relation> relationsOf(const Object &object)
{
    std::vector<Relation> relations;
    for (const Rule &rule : rules) {
        const auto question = isFor(rule, *object) ? rule.ask(*object) : std::nullopt;
        if (!question)
            continue;
        Relation relation{rule.title, rule.form, {std::string(rule.group), std::string(rule.kind), question->namespaceName, {}}, question->labels, question->fields, {}, rule.ownedBy, rule.isScaler};
        relation.reduce = [object, fits = rule.fits](Value other) { return fits(*object, other) ? std::optional(relativeOf(other)) : std::nullopt; };
        relation.question = questionOf(*object, relation);
        relations.push_back(std::move(relation));
    }
    return relations;
}

} // namespace detail
