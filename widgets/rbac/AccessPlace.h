#pragma once

#include "models/rbac/Objects.h"
#include "widgets/base/Address.h"

#include <QString>

#include <vector>

namespace rbac {

/// What a page of access is about, as it stands behind the # of its address: "of:User/jane,Group/devs" and "ask:" with a question. What
/// would not fit there is percent-encoded.
struct AccessPlace
{
    std::vector<ObjectRef> middle;      ///< at most as many as one graph shows
    QString question;

    QString toPart() const;
    /// Whatever makes no sense is left out. The text of a refusal puts the one who was refused into the middle.
    static AccessPlace parse(const QString &part);
    /// As people write whom they mean, with commas between them: "team-a/web" is a ServiceAccount, "jane" a user, "Group/devs" what it says.
    static AccessPlace ofWords(const QString &words);
    QString words() const;
    /// Where identities without a page of their own are shown, "users//jane" and "groups//devs", and several accounts, "serviceaccounts/a/web,b/api";
    /// every other address as it is.
    static base::Address addressFor(const base::Address &address);
    bool operator==(const AccessPlace &) const = default;
};

} // namespace rbac
