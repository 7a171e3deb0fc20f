#pragma once

#include "models/detail/Family.h"
#include "models/detail/LiveList.h"

#include <cstdint>
#include <map>
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
    Reference about;                            ///< the object
    std::string aboutUid;                       ///< empty where the event does not tell
    std::string alike;                          ///< the same for events of one cause

    bool isWarning() const { return type == "Warning"; }
    bool operator==(const Event &) const = default;
};

/// The events of an object by name and kind; those of its predecessors too.
kube::Collection eventsOf(std::string_view kind, const std::string &namespaceName, const std::string &name);
/// All events of a namespace.
kube::Collection eventsIn(const std::string &namespaceName);
/// Takes out of an event what readEvents() does not look at: of a whole namespace there can be many.
text::Value reduceEvent(const text::Value &event);

/// Reads events as they come: one that did not change is not read again.
class EventReader
{
public:
    void take(const LiveList::Content &content);

    /// Newest first. With a uid, those about another object are marked.
    std::vector<Event> about(std::string_view uid) const;
    /// Newest first: those about an object of that kind and name, of which others than the one of that uid are marked, and about the others of
    /// the family.
    std::vector<Event> about(std::string_view kind, std::string_view name, std::string_view uid, const Family::Uids &family) const;

private:
    struct Read
    {
        std::shared_ptr<const text::Value> from;
        Event event;
    };
    std::map<std::string, Read> m_events;
};

/// Newest first. With a uid, those about another object are marked.
std::vector<Event> readEvents(const LiveList::Content &content, std::string_view uid);

/// How events are put in order.
struct EventOrder
{
    bool areGrouped = true;             ///< those of one cause stand together
    bool warningsFirst = false;

    bool operator==(const EventOrder &) const = default;
};

/// Events of one cause: the same type, reason, kind of object and, but for what differs from object to object, message.
struct EventGroup
{
    std::vector<Event> events;          ///< at least one; the newest first
    std::int64_t count = 0;             ///< how often they were seen in all
    std::optional<std::int64_t> first, last;
    std::size_t objects = 0;            ///< how many they are about
};

/// In the order of the newest of each; without grouping, each event is one.
std::vector<EventGroup> groupEvents(std::vector<Event> newestFirst, const EventOrder &order);

} // namespace detail
