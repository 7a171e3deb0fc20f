#include "widgets/viewas/KnownIdentities.h"

#include "widgets/base/PlainText.h"

#include <set>

namespace viewas {

namespace {

/// A name that cannot be shown as it is is not offered: what is shown is what would be sent.
void add(std::set<QString> &names, const std::string &name)
{
    const QString text = QString::fromStdString(name);
    if (!text.isEmpty() && base::oneLine(text) == text)
        names.insert(text);
}

/// A user with a slash in the name could be taken for an account.
std::string typedForm(const rbac::Subject &subject, const rbac::Binding &binding)
{
    if (subject.kind == "ServiceAccount") {
        const rbac::ObjectRef ref = rbac::subjectRef(subject, binding);
        return ref.namespaceName + '/' + ref.name;
    }
    const bool isPlainUser = subject.kind == "User" && subject.name.find('/') == std::string::npos;
    return isPlainUser ? subject.name : subject.kind + '/' + subject.name;
}

} // namespace

QStringList knownIdentities(const rbac::Basis &basis)
{
    std::set<QString> names;
    for (const auto &account : basis.inputs.serviceAccounts)
        add(names, account->ref.namespaceName + '/' + account->ref.name);
    for (const auto &binding : basis.inputs.bindings) {
        for (const rbac::Subject &subject : binding->subjects)
            add(names, typedForm(subject, *binding));
    }
    return {names.begin(), names.end()};
}

QStringList knownGroups(const rbac::Basis &basis)
{
    std::set<QString> names;
    for (const auto &binding : basis.inputs.bindings) {
        for (const rbac::Subject &subject : binding->subjects) {
            if (subject.kind == "Group")
                add(names, subject.name);
        }
    }
    return {names.begin(), names.end()};
}

} // namespace viewas
