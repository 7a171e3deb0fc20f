#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// A reference to an object, as text "Kind/name" or "Kind/namespace/name".
struct ObjectRef
{
    std::string kind;
    std::string namespaceName;   ///< empty for cluster-scoped kinds
    std::string name;

    std::string text() const;
    /// The kind alone decides how many parts there are, so that names of users and groups may hold slashes.
    static std::optional<ObjectRef> parse(std::string_view text);
    auto operator<=>(const ObjectRef &) const = default;
};

/// A ServiceAccount by its place.
struct ServiceAccountRef
{
    std::string namespaceName;
    std::string name;

    /// "system:serviceaccount:NAMESPACE:NAME" (apiserver pkg/authentication/serviceaccount).
    std::string userName() const;
    /// The account behind a user name; nothing for every other user.
    static std::optional<ServiceAccountRef> fromUserName(std::string_view userName);
    ObjectRef ref() const { return {"ServiceAccount", namespaceName, name}; }
    auto operator<=>(const ServiceAccountRef &) const = default;
};

/// One rule of a role, as it is stored.
struct PolicyRule
{
    std::vector<std::string> verbs;
    std::vector<std::string> apiGroups;
    std::vector<std::string> resources;
    std::vector<std::string> resourceNames;
    std::vector<std::string> nonResourceUrls;

    bool operator==(const PolicyRule &) const = default;
    auto operator<=>(const PolicyRule &) const = default;
};

using Labels = std::map<std::string, std::string, std::less<>>;

/// Whether Kubernetes itself brings the object, and would bring it again.
bool isDefault(const Labels &labels);

/// A label selector as objects hold it: matchLabels and matchExpressions; without requirements it matches everything.
struct ObjectSelector
{
    struct Expression
    {
        std::string key;
        std::string operation;             ///< In, NotIn, Exists, DoesNotExist
        std::vector<std::string> values;

        bool operator==(const Expression &) const = default;
    };

    Labels matchLabels;
    std::vector<Expression> matchExpressions;

    /// An operation that does not exist matches nothing.
    bool matches(const Labels &labels) const;
    bool operator==(const ObjectSelector &) const = default;
};

/// A Role or a ClusterRole.
struct Role
{
    ObjectRef ref;
    Labels labels;
    Labels annotations;
    std::vector<PolicyRule> rules;
    std::optional<std::vector<ObjectSelector>> aggregation;   ///< clusterRoleSelectors, of a ClusterRole only

    bool isClusterRole() const { return ref.kind == "ClusterRole"; }
    bool operator==(const Role &) const = default;
};

/// Whom a binding names, as it is stored: the kind may be any word.
struct Subject
{
    std::string kind;
    std::string apiGroup;
    std::string namespaceName;
    std::string name;

    auto operator<=>(const Subject &) const = default;
};

/// The role a binding points to, as it is stored.
struct RoleRef
{
    std::string apiGroup;
    std::string kind;
    std::string name;

    auto operator<=>(const RoleRef &) const = default;
};

/// A RoleBinding or a ClusterRoleBinding.
struct Binding
{
    ObjectRef ref;
    Labels labels;
    Labels annotations;
    RoleRef roleRef;
    std::vector<Subject> subjects;

    bool isClusterBinding() const { return ref.kind == "ClusterRoleBinding"; }
    /// The role that is meant; nothing when its kind makes no sense here (another kind, or a Role in a ClusterRoleBinding).
    std::optional<ObjectRef> target() const;
    bool operator==(const Binding &) const = default;
};

/// The subject as a reference; a ServiceAccount without a namespace is one of the binding's own.
ObjectRef subjectRef(const Subject &subject, const Binding &binding);

/// What access asks about a ServiceAccount.
struct ServiceAccount
{
    ServiceAccountRef ref;
    Labels labels;
    Labels annotations;
    std::optional<bool> automountToken;
    std::vector<std::string> secrets;
    std::vector<std::string> imagePullSecrets;

    bool operator==(const ServiceAccount &) const = default;
};

/// What access asks about a pod: whose identity it has, and where it runs.
struct PodUse
{
    ObjectRef ref;
    std::string serviceAccount;            ///< as admission fills it in: "default" where nothing is said
    std::string node;                      ///< empty while it is not scheduled
    std::string phase;
    std::string ownerKind;                 ///< of the controller, "DaemonSet"; of a ReplicaSet the Deployment that made it
    std::string ownerName;
    std::optional<bool> automountToken;
    bool isMirror = false;                 ///< a static pod: it has no identity at the API server
    bool mountsProjectedToken = false;     ///< a volume of its own, whatever automount says

    /// Pending or running: its token is valid.
    bool isAlive() const { return phase != "Succeeded" && phase != "Failed"; }
    bool operator==(const PodUse &) const = default;
};

/// A Secret as far as its metadata and type say: never its data.
struct TokenSecret
{
    ObjectRef ref;
    std::string serviceAccount;            ///< of kubernetes.io/service-account.name

    bool operator==(const TokenSecret &) const = default;
};

} // namespace rbac
