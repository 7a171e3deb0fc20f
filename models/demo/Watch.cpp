#include "models/demo/Watch.h"

#include "models/demo/Refusal.h"

#include <algorithm>

namespace demo {

Watch::Watch(
    const ObjectStore &store, const Rendering &rendering, Filter filter, Representation as, WatchWish wish, base::SteadyTime now)
    : m_store(&store)
    , m_rendering(&rendering)
    , m_filter(std::move(filter))
    , m_as(std::move(as))
    , m_wish(wish)
    , m_nextBookmark(now + wish.bookmarkEvery)
    , m_end(now + wish.limit)
{
}

std::vector<std::string> Watch::take(base::SteadyTime now)
{
    std::vector<std::string> lines;
    if (m_isEnded)
        return lines;
    if (!m_hasBegun)
        takeInitial(lines);
    takeChanges(lines);
    if (now >= m_nextBookmark && !m_isEnded) {
        m_nextBookmark = now + m_wish.bookmarkEvery;
        if (m_wish.bookmarks)
            lines.push_back(m_rendering->bookmark(*m_filter.resource(), m_seen, false, m_as));
    }
    m_isEnded = m_isEnded || now >= m_end;
    return lines;
}

void Watch::takeInitial(std::vector<std::string> &lines)
{
    m_hasBegun = true;
    if (m_wish.from) {
        m_seen = *m_wish.from;
        return;
    }
    for (const ObjectPointer &object : m_store->list(*m_filter.resource(), m_filter.nameSpace())) {
        if (m_filter.matches(*object))
            add("ADDED", *object, lines);
    }
    m_seen = m_store->version();
    if (m_wish.sendsInitialEvents && m_wish.bookmarks)
        lines.push_back(m_rendering->bookmark(*m_filter.resource(), m_seen, true, m_as));
}

void Watch::takeChanges(std::vector<std::string> &lines)
{
    if (m_seen < m_store->oldestVersion()) {
        const std::string message
            = "too old resource version: " + std::to_string(m_seen) + " (" + std::to_string(m_store->oldestVersion()) + ')';
        lines.push_back("{\"type\":\"ERROR\",\"object\":" + statusJson(410, message) + "}\n");
        m_isEnded = true;
        return;
    }
    const auto &changes = m_store->changes();
    auto change = std::upper_bound(changes.begin(), changes.end(), m_seen,
        [](std::uint64_t version, const Change &entry) { return version < entry.version; });
    for (; change != changes.end(); ++change)
        takeChange(*change, lines);
    m_seen = m_store->version();
}

/// An object that stops matching is as good as deleted, one that starts as added.
void Watch::takeChange(const Change &change, std::vector<std::string> &lines)
{
    const bool isGone = change.type == Change::Type::Deleted;
    const bool matched = change.previous && m_filter.matches(*change.previous);
    const bool matches = !isGone && m_filter.matches(*change.object);
    if (matches)
        add(matched ? "MODIFIED" : "ADDED", *change.object, lines);
    else if (matched)
        add("DELETED", *change.object, lines);
}

void Watch::add(std::string_view type, const Object &object, std::vector<std::string> &lines)
{
    lines.push_back(m_rendering->event(type, object, m_as, !m_hasHeader));
    m_hasHeader = true;
}

} // namespace demo
