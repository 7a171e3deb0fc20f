#pragma once

#include "models/detail/LiveList.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detail {

/// One event about an object, in whichever of the two forms it was written.
struct Event
{
    std::string uid;
    std::string type;                           ///< "Normal", "Warning"
    std::string reason;
    std::string message;
    std::string source;                         ///< who says it
    std::string part;                           ///< of the object: "spec.containers{main}"; mostly empty
    std::int64_t count = 1;
    std::optional<std::int64_t> first;          ///< unix seconds
    std::optional<std::int64_t> last;
    bool isAboutEarlier = false;                ///< an object of the same name that is gone

    bool operator==(const Event &) const = default;
};

/// The events of an object by name and kind; those of its predecessors too.
kube::Collection eventsOf(std::string_view kind, const std::string &namespaceName, const std::string &name);

/// Newest first. With a uid, those about another object are marked.
std::vector<Event> readEvents(const LiveList::Content &content, std::string_view uid);

} // namespace detail
