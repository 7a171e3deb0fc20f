#pragma once

#include "models/kube/Reflector.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// The state machine: one request at a time, which is a page of a list or a watch, or a timer until the next one.
class Reflector::Engine
{
public:
    Engine(Api &api, Collection collection, CollectionSink &sink, std::shared_ptr<ServerAbilities> abilities, std::function<double()> random)
        : m_api(api)
        , m_collection(std::move(collection))
        , m_sink(sink)
        , m_abilities(std::move(abilities))
        , m_random(random)
        , m_backoff(api.executor().clock(), random)
        , m_format(m_collection.format)
        , m_mayWatch(m_collection.type.verbs.empty() || m_collection.type.can("watch"))
        , m_mayStream(m_mayWatch)
    {
    }

    void begin();
    void retryNow(Retry what);
    const SyncState &state() const { return m_state; }

private:
    class Attempt;
    class PageAttempt;
    class WatchAttempt;
    enum class WatchKind { StreamingList, Resumed };

    std::string path() const { return collectionPath(m_collection.type, m_collection.namespaceName); }
    ApiRequest request(std::string_view accept) const;
    void startPages();
    void startPage();
    void pageFinished(base::Result<text::ListHead> result);
    void startWatch(WatchKind kind);
    base::Result<void> event(const text::WatchFrame &frame, WatchAttempt &attempt);
    base::Result<void> tableColumns(const text::WatchFrame &frame, const WatchAttempt &attempt);
    base::Result<void> objectEvent(WatchEventType type, std::string_view object, WatchAttempt &attempt);
    void bookmark(const ObjectMark &mark, WatchAttempt &attempt);
    void watchFinished(WatchAttempt &attempt, const base::Result<void> &result);
    void streamingListFailed(const WatchAttempt &attempt, const base::Error &error);
    void listed(std::string resourceVersion);
    void poll();
    void listFailed(const base::Error &error);
    void watchFailed(const base::Error &error);
    bool tryAnotherFormat(const base::Error &error);

    void later(std::chrono::milliseconds delay, void (Engine::*next)());
    void startNext();
    void resume();
    std::chrono::milliseconds delayAfter(const base::Error &error);
    void setPhase(SyncState::Phase phase);
    void setFailed(const base::Error &error, std::chrono::milliseconds delay);
    void setStale(const base::Error &error, std::optional<base::SystemTime> nextAttempt);
    void setColumns(const std::vector<TableColumn> &columns)
    {
        m_columns = columns;
        m_sink.setColumns(columns);
    }
    void heard() { m_heard = now(); }
    base::SystemTime now() const { return m_api.executor().clock().now(); }

    Api &m_api;
    Collection m_collection;
    CollectionSink &m_sink;
    std::shared_ptr<ServerAbilities> m_abilities;
    std::function<double()> m_random;
    Backoff m_backoff;
    ItemFormat m_format;
    const bool m_mayWatch;
    bool m_mayStream;               ///< a streaming list needs the right to watch; pages need only that to list
    std::vector<TableColumn> m_columns;     ///< of the rows that were put last

    SyncState m_state;
    base::SystemTime m_heard{};
    std::string m_version;          ///< where the next watch goes on; empty: list first
    bool m_everComplete = false;
    bool m_isListing = false;       ///< since it began, until it is whole
    bool m_streamThisTime = true;

    std::string m_continue;
    int m_pages = 0;
    bool m_wholeList = false;       ///< a continue token expired: the list is asked for in one piece
    int m_pageLimit = FirstPage;

    void (Engine::*m_next)() = nullptr;
    base::Job m_request;
    base::Job m_limit;              ///< of the time until the request's answer begins, or the next part of a streaming list comes
    base::Job m_timer;
    base::Job m_patience;           ///< until live rows count as stale because nobody answers
};

} // namespace kube
