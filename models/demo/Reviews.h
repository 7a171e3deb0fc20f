#pragma once

#include "models/demo/Cluster.h"
#include "models/demo/Http.h"

#include <optional>

namespace demo {

/// Answers the questions about the asking user, who may do everything, or those that an impersonated one asks: SelfSubjectAccessReview (for
/// oneself), SelfSubjectRulesReview, SelfSubjectReview. Nothing for every other request.
std::optional<HttpAnswer> reviewAnswer(const HttpRequest &request, const Resource &resource, const Cluster &cluster);

} // namespace demo
