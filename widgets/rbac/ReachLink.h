#pragma once

#include "models/rbac/Question.h"
#include "widgets/base/Address.h"

#include <optional>

namespace rbac {

/// Where a question about the API may be meant for the network: an account's pods, and other pods or Services. The page that tells the two apart, with
/// one of its pods; nothing for every other question.
std::optional<base::Address> reachLinkOf(const Question &question, const Inputs &inputs);

} // namespace rbac
