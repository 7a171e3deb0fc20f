#pragma once

#include "models/text/Amounts.h"

namespace detail {

using text::Amounts;

/// What a pod has the scheduler set aside for it on its node, as kubectl describe counts it (component-helpers resource.PodRequests):
/// its containers and sidecars together, or the largest step of its start if that is more; what the pod asks for as a whole counts
/// instead; the overhead of its runtime comes on top.
Amounts podRequests(const text::Value &pod);

/// Whether its containers have ended for good, so that nothing is set aside any more.
bool hasEnded(const text::Value &pod);

} // namespace detail
