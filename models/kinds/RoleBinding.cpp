#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

/// RoleBindings and ClusterRoleBindings.
struct RoleBinding : Fields
{
    using Fields::Fields;

    Field roleKind = plan.field("roleRef.kind");
    Field roleName = plan.field("roleRef.name");
    Items subjects = plan.items("subjects");
    Field subjectKind = subjects.field("kind");
    Field subjectNamespace = subjects.field("namespace");
    Field subjectName = subjects.field("name");
};

const Column columns[] = {
    {"Name"},
    {"Role"},
    {"Age"},
    {"Users", Shown::Wide},
    {"Groups", Shown::Wide},
    {"ServiceAccounts", Shown::Wide},
    {"Subjects", Shown::Model},
};

void writeSubjects(CellWriter &out, const RoleBinding &f, const Record &binding, std::string_view kind)
{
    CellText text;
    for (const Record subject : binding.items(f.subjects)) {
        if (subject.text(f.subjectKind) != kind)
            continue;
        text.next(", ");
        if (kind == "ServiceAccount")
            text.add(subject.text(f.subjectNamespace)).add("/");
        text.add(subject.text(f.subjectName));
    }
    text.write(out);
}

/// Every subject with its kind, those of unknown kinds among them: "User/jane, ServiceAccount/dev/builder".
void writeAllSubjects(CellWriter &out, const RoleBinding &f, const Record &binding)
{
    CellText text;
    for (const Record subject : binding.items(f.subjects)) {
        text.next(", ").add(subject.text(f.subjectKind)).add("/");
        if (const std::string_view space = subject.text(f.subjectNamespace); !space.empty())
            text.add(space).add("/");
        text.add(subject.text(f.subjectName));
    }
    text.write(out);
}

void write(const RoleBinding &f, const Record &binding, CellWriter &out)
{
    out.text(binding.text(f.name));
    CellText role;
    role.add(binding.text(f.roleKind)).add("/").add(binding.text(f.roleName)).write(out);
    writeAge(out, binding, f.created);
    for (const std::string_view kind : {"User", "Group", "ServiceAccount"})
        writeSubjects(out, f, binding, kind);
    writeAllSubjects(out, f, binding);
}

constexpr Kind list[] = {
    makeKind<RoleBinding, write, "rbac.authorization.k8s.io/v1", "RoleBinding">("rolebindings", Scope::Namespaced, columns),
    makeKind<RoleBinding, write, "rbac.authorization.k8s.io/v1", "ClusterRoleBinding">("clusterrolebindings", Scope::Cluster, columns),
};

} // namespace

constinit const std::span<const Kind> roleBindingKinds = list;

} // namespace kinds
