#pragma once

#include "models/kube/ApiCatalog.h"

namespace kube {

/// The resource types of Kubernetes 1.36 itself with every API switched on, in the server's order: for work without a server,
/// and to know what no server means differently.
const ApiCatalog &builtinCatalog();

/// The type of a full plural name of the core group, which comes first on every server, so that nobody has to be asked;
/// else null.
const ResourceType *findCoreType(std::string_view plural);

} // namespace kube
