#pragma once

#include "models/metrics/Candidates.h"

namespace metrics {

/// What is remembered of a server between starts, and what is made of it: where it is and by which way, and never a secret. Anything may be read: what
/// cannot be a candidate is none.
text::Value writeCandidate(const Candidate &candidate, Way way);
std::optional<Candidate> readCandidate(const text::Value &value);

} // namespace metrics
