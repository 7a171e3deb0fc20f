#pragma once

#include "models/demo/Filter.h"
#include "models/demo/Rendering.h"

#include <chrono>
#include <optional>

namespace demo {

/// What a watch request asks for beside its objects.
struct WatchWish
{
    std::optional<std::uint64_t> from;   ///< changes after this version; none: from now, and first what is there
    bool sendsInitialEvents = false;     ///< ... ended by a bookmark that says so
    bool bookmarks = false;
    std::chrono::seconds limit{0};       ///< the server ends the stream then
    std::chrono::seconds bookmarkEvery{60};
};

/// One watch: turns the store's history into lines, as far as it has come. Nothing is pushed; whoever owns it takes.
class Watch
{
public:
    Watch(const ObjectStore &store, const Rendering &rendering, Filter filter, Representation as, WatchWish wish,
        base::SteadyTime now);

    /// Complete lines since the last time; bookmarks when they are due.
    std::vector<std::string> take(base::SteadyTime now);

    /// Nothing will come any more: its time is over, or the history it needs is gone (after an ERROR line).
    bool isEnded() const { return m_isEnded; }
    /// When take() has something to say even if nothing changes.
    base::SteadyTime nextDue() const { return std::min(m_nextBookmark, m_end); }

private:
    void takeInitial(std::vector<std::string> &lines);
    void takeChanges(std::vector<std::string> &lines);
    void takeChange(const Change &change, std::vector<std::string> &lines);
    void add(std::string_view type, const Object &object, std::vector<std::string> &lines);

    const ObjectStore *m_store;
    const Rendering *m_rendering;
    Filter m_filter;
    Representation m_as;
    WatchWish m_wish;
    std::uint64_t m_seen = 0;
    bool m_hasBegun = false;
    bool m_hasHeader = false;
    bool m_isEnded = false;
    base::SteadyTime m_nextBookmark;
    base::SteadyTime m_end;
};

} // namespace demo
