#pragma once

#include "models/base/Result.h"
#include "models/kube/ConnectionSettings.h"

#include <QString>

namespace viewas {

/// What a person should know of how an identity is sent to the server; empty where there is nothing to know.
QString whoText(const kube::Impersonation &who);
/// The server's words, what they say is missing, and which rights would be needed to view as that identity.
QString refusedText(const kube::Impersonation &who, const base::Error &refusal);

} // namespace viewas
