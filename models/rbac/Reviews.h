#pragma once

#include "models/rbac/Identity.h"
#include "models/rbac/Request.h"
#include "models/text/Value.h"

#include <optional>

namespace rbac {

/// Questions to the server itself (kubernetes pkg/registry/authorization; S61, S66): what is sent, and what an answer means.

/// A SubjectAccessReview. The groups are sent as they are, implied ones too: the server adds none (S23).
text::Value subjectAccessReview(const Identity &identity, const Request &request);
text::Value selfSubjectReview();
/// The same for a request in a namespace, for those who may ask there only.
text::Value localSubjectAccessReview(const Identity &identity, const Request &request);
/// About whoever asks.
text::Value selfSubjectAccessReview(const Request &request);

/// Whether some authorizer allows it; one that was not answered allows nothing.
bool isAllowed(const text::Value &review);
/// Who asked; nothing when the review was not answered.
std::optional<Identity> reviewedUser(const text::Value &review);

/// The minor version in the answer of /version, where "36+" is 36.
std::optional<int> serverMinor(const text::Value &version);

} // namespace rbac
