#pragma once

#include "widgets/base/Address.h"
#include "widgets/base/StateNotice.h"
#include "widgets/detail/WatchedObject.h"

#include <functional>

namespace detail {

/// What a person can do about a state.
struct Steps
{
    std::function<void()> retry;
    std::function<void()> showAll;          ///< the page of the object's kind
    std::function<void(const base::Address &)> open = {};   ///< where a refusal is explained
};

/// Says how what is shown relates to the server: what happened, why, and what to do.
void tell(base::StateNotice &notice, const ObjectName &name, const ObjectState &state, const Steps &steps);

/// Whether what is shown needs to be explained: it is not what the server has now.
bool needsWords(const ObjectState &state);

/// "live", "asked every 10 s", "stale since 14:02:11": one word for a header.
QString wordOf(const ObjectState &state);
base::Meaning meaningOf(const ObjectState &state);

/// The page of the kind's rows.
base::Address kindAddress(const kube::ResourceType &type);

} // namespace detail
