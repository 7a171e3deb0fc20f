#pragma once

#include "models/text/Value.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace environment {

/// Bounds of the moment at which the kubelet put together the environment of a container that was started, in unix seconds: not before
/// `earliest`, as told by the pod (it was made; and with a margin for the node's clock: it was accepted by the node, the run before had ended, init
/// containers were done), nor after `latest`, when it started by the node's clock.
/// Nothing: it was never started, or nobody knows.
struct StartBounds
{
    std::optional<std::int64_t> earliest = {};
    std::optional<std::int64_t> latest = {};

    bool isStarted() const { return latest.has_value(); }
};

StartBounds startOf(const text::Value &pod, std::string_view container);

/// When an object was made or last changed, by whoever; nothing when it does not say so.
std::optional<std::int64_t> lastChange(const text::Value &object);

/// Whether what an object said when the container was started is what it says now: true where its last change is older. Nothing: it changed later,
/// or perhaps, and what it said before is not known. Seconds are cut off, so that the same second proves nothing.
std::optional<bool> isUnchanged(std::optional<std::int64_t> changed, const StartBounds &start);

/// When a label ("labels") or an annotation ("annotations") of the pod was set the last time; nothing when nobody owns it, as after it was removed.
std::optional<std::int64_t> lastChangeOfEntry(const text::Value &pod, std::string_view map, std::string_view key);

} // namespace environment
