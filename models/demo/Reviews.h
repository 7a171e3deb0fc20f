#pragma once

#include "models/base/Clock.h"
#include "models/demo/Http.h"
#include "models/demo/ResourceCatalog.h"

#include <optional>

namespace demo {

/// Answers the questions about the asking user, who may do everything: SelfSubjectAccessReview, SelfSubjectRulesReview,
/// SelfSubjectReview. Nothing for every other request.
std::optional<HttpAnswer> reviewAnswer(const HttpRequest &request, const Resource &resource, const base::Clock &clock);

} // namespace demo
