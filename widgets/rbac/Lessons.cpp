#include "widgets/rbac/Lessons.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rbac {

namespace {

struct Lesson
{
    std::string_view name;
    const char *text;
};

constexpr std::array<Lesson, 9> kinds{{
    {"Pod", QT_TRANSLATE_NOOP("rbac::Lessons", "A pod calls the API server as the ServiceAccount in its spec, with a token that the kubelet puts into it. It is the account that holds rights, never the pod.")},
    {"ServiceAccount", QT_TRANSLATE_NOOP("rbac::Lessons", "A ServiceAccount is an identity for programs, and an object of a namespace. As a subject of a binding it needs its namespace beside its name.")},
    {"User", QT_TRANSLATE_NOOP("rbac::Lessons", "A user is a subject, but no object: Kubernetes only knows the name that a certificate, a token or a proxy brings.")},
    {"Group", QT_TRANSLATE_NOOP("rbac::Lessons", "A group is a subject, but no object: who is in it is said by the certificate or token, and for accounts by the server itself.")},
    {"RoleBinding", QT_TRANSLATE_NOOP("rbac::Lessons", "A RoleBinding gives the rules of one Role or ClusterRole to its subjects, in its own namespace only. Its roleRef can never be changed, only replaced.")},
    {"ClusterRoleBinding", QT_TRANSLATE_NOOP("rbac::Lessons", "A ClusterRoleBinding gives the rules of one ClusterRole to its subjects in every namespace, and for what belongs to no namespace.")},
    {"Role", QT_TRANSLATE_NOOP("rbac::Lessons", "A Role is a list of rules for one namespace. Rules only allow and add up: there is none that forbids. It gives nothing until a binding names it.")},
    {"ClusterRole", QT_TRANSLATE_NOOP("rbac::Lessons", "A ClusterRole is a list of rules without a namespace. A ClusterRoleBinding gives it everywhere, a RoleBinding in one namespace.")},
    {"Namespace", QT_TRANSLATE_NOOP("rbac::Lessons", "Where a right holds is decided by the binding: a RoleBinding counts in its namespace, a ClusterRoleBinding in all of them.")},
}};

constexpr const char *subject = QT_TRANSLATE_NOOP("rbac::Lessons", "A subject is whom a binding gives something: a user, a group or a ServiceAccount.");
constexpr const char *aggregation =
    QT_TRANSLATE_NOOP("rbac::Lessons", "This ClusterRole is aggregated: a controller fills in the rules of all ClusterRoles whose labels its selectors name. Rules written into it by hand are replaced.");

constexpr std::array<Lesson, 16> verbs{{
    {"get", QT_TRANSLATE_NOOP("rbac::Lessons", "get reads one object by its name: GET. For pods/exec and its like it also opens a connection.")},
    {"list", QT_TRANSLATE_NOOP("rbac::Lessons", "list reads all objects with all their content, so list on secrets shows the secrets: GET on the collection.")},
    {"watch", QT_TRANSLATE_NOOP("rbac::Lessons", "watch follows changes, whole objects again: GET with ?watch=true.")},
    {"create", QT_TRANSLATE_NOOP("rbac::Lessons", "create makes a new object: POST. A rule with resourceNames cannot allow it, because the name is not known yet.")},
    {"update", QT_TRANSLATE_NOOP("rbac::Lessons", "update replaces a whole object: PUT.")},
    {"patch", QT_TRANSLATE_NOOP("rbac::Lessons", "patch changes parts of an object: PATCH. kubectl apply and edit use it.")},
    {"delete", QT_TRANSLATE_NOOP("rbac::Lessons", "delete removes one object: DELETE.")},
    {"deletecollection", QT_TRANSLATE_NOOP("rbac::Lessons", "deletecollection removes all that a selector finds: DELETE on the collection.")},
    {"bind", QT_TRANSLATE_NOOP("rbac::Lessons", "bind has no HTTP method of its own: it lets somebody bind a role whose rights they do not have themselves.")},
    {"escalate", QT_TRANSLATE_NOOP("rbac::Lessons", "escalate has no HTTP method of its own: it lets somebody write rules into a role that they do not have themselves.")},
    {"impersonate", QT_TRANSLATE_NOOP("rbac::Lessons", "impersonate lets somebody act as another user, group or account: the request has Impersonate headers.")},
    {"use", QT_TRANSLATE_NOOP("rbac::Lessons", "use has no HTTP method of its own: admission asks for it before an object may refer to that policy.")},
    {"approve", QT_TRANSLATE_NOOP("rbac::Lessons", "approve lets somebody approve requests for certificates of a signer.")},
    {"sign", QT_TRANSLATE_NOOP("rbac::Lessons", "sign lets somebody issue certificates in the name of a signer.")},
    {"attest", QT_TRANSLATE_NOOP("rbac::Lessons", "attest lets somebody publish trust bundles of a signer.")},
    {"*", QT_TRANSLATE_NOOP("rbac::Lessons", "* stands for every verb, also for those that come with later versions.")},
}};

constexpr const char *urls = QT_TRANSLATE_NOOP("rbac::Lessons", "A URL that is no resource, such as /healthz: the verb is the HTTP method in small letters, and only ClusterRoleBindings count.");

QString said(const char *english) { return QCoreApplication::translate("rbac::Lessons", english); }

template<std::size_t Count>
QString find(const std::array<Lesson, Count> &lessons, std::string_view name)
{
    const auto found = std::ranges::find(lessons, name, &Lesson::name);
    return found == lessons.end() ? QString() : said(found->text);
}

} // namespace

QString lessonOf(const AccessPicture &picture, const GraphNode &node)
{
    const bool isAggregated = std::ranges::any_of(picture.shown.edges, [&](const GraphEdge &edge) { return edge.from == node.id && edge.kind == "aggregates"; });
    const bool isSubject = node.layer == GraphLayer::Identity || node.layer == GraphLayer::Group;
    return isAggregated ? said(aggregation) : isSubject ? said(subject) + u' ' + find(kinds, node.kind) : find(kinds, node.kind);
}

QString lessonOf(const GraphEdge &connection)
{
    if (connection.kind == "aggregates")
        return said(aggregation);
    const auto to = ObjectRef::parse(connection.to);
    const QString text = to ? find(kinds, to->kind) : QString();
    return connection.kind == "bound" ? said(subject) + u' ' + text : text;
}

QString lessonOf(std::string_view verb, std::string_view row)
{
    return row.starts_with('/') ? said(urls) : find(verbs, verb);
}

} // namespace rbac
