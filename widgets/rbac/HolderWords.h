#pragma once

#include "models/rbac/HolderList.h"
#include "widgets/rbac/AnswerWords.h"

#include <QString>

namespace rbac {

/// "✓ Who may: 14 · ServiceAccounts: 9 · Users: 2 · Groups: 3"
VerdictWords verdictOf(const Holders &holders, const std::vector<HolderEntry> &entries);
/// What was understood, and what is not known.
QString leadOf(const Holders &holders);
/// Who that is: whom a group means, or how many pods run as an account.
QString meaningOf(const HolderEntry &entry);
/// "through RoleBinding shop/read and Role shop/reader", a line for each way.
QStringList waysOf(const HolderEntry &entry);
/// All of it as text, a line for each who may.
QString explanationOf(const Holders &holders, const std::vector<HolderEntry> &entries);

} // namespace rbac
