#pragma once

#include "models/rbac/Inputs.h"
#include "models/text/Value.h"

#include <memory>

namespace rbac {

/// Read JSON or YAML objects as they are stored; of whatever has a strange shape, what makes sense is kept. The kind is
/// the caller's knowledge: items of a typed list do not name it. Pure functions, any thread.
std::shared_ptr<const Role> readRole(const text::Value &object, std::string_view kind);
std::shared_ptr<const Binding> readBinding(const text::Value &object, std::string_view kind);
std::shared_ptr<const ServiceAccount> readServiceAccount(const text::Value &object);
PodUse readPodUse(const text::Value &object);
/// Of a Secret of type kubernetes.io/service-account-token; nothing for every other.
std::optional<TokenSecret> readTokenSecret(const text::Value &object);
Labels readLabels(const text::Value &map);
ObjectSelector readSelector(const text::Value &selector);

/// Adds an object that names its kind and API group to what it belongs to; false when access does not ask about it.
bool addObject(const text::Value &object, Inputs &inputs);

} // namespace rbac
