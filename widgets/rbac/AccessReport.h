#pragma once

#include "models/base/Clock.h"
#include "widgets/rbac/Exported.h"

#include <QString>

namespace rbac {

/// The access of a picture as a Markdown document in the person's language: who, what could not be read, what the server confirmed, the answer or
/// who may, the rights with their ways, proofs and resourceVersions, the objects with their sentences. Texts from outside cannot become markup.
QString accessReport(const Exported &what, base::SystemTime made);

} // namespace rbac
