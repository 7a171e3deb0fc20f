#include "models/kube/Reflector.h"

#include "models/kube/Status.h"
#include "models/text/JsonStream.h"

#include <algorithm>
#include <utility>

namespace kube {

using base::Error;
using base::ErrorKind;
using base::Result;
using std::chrono::milliseconds;
using std::chrono::seconds;

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
    {
    }

    void begin();
    void retryNow();
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
    void pageFinished(Result<text::ListHead> result);
    void startWatch(WatchKind kind);
    Result<void> event(const text::WatchFrame &frame, WatchAttempt &attempt);
    Result<void> tableColumns(const text::WatchFrame &frame, const WatchAttempt &attempt);
    Result<void> objectEvent(WatchEventType type, std::string_view object, const WatchAttempt &attempt);
    void bookmark(const ObjectMark &mark, WatchAttempt &attempt);
    void watchFinished(WatchAttempt &attempt, const Result<void> &result);
    void streamingListFailed(const WatchAttempt &attempt, const Error &error);
    void listed(std::string resourceVersion);
    void listFailed(const Error &error);
    void watchFailed(const Error &error);
    bool tryAnotherFormat(const Error &error);

    void later(milliseconds delay, void (Engine::*next)());
    void resume() { startWatch(WatchKind::Resumed); }
    milliseconds delayAfter(const Error &error);
    void setPhase(SyncState::Phase phase);
    void setFailed(const Error &error, milliseconds delay);
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
    std::vector<TableColumn> m_columns;     ///< of the rows that were put last

    SyncState m_state;
    base::SystemTime m_heard{};
    std::string m_version;          ///< where the next watch goes on; empty: list first
    bool m_everComplete = false;
    bool m_streamThisTime = true;
    bool m_mayStream = true;        ///< a streaming list needs the right to watch; pages need only that to list

    std::string m_continue;
    int m_pages = 0;
    bool m_wholeList = false;       ///< a continue token expired: the list is asked for in one piece
    int m_pageLimit = FirstPage;

    void (Engine::*m_next)() = nullptr;
    base::Job m_request;
    base::Job m_timer;
};

/// Receives one answer; the engine holds its job, and with it this pointer's truth.
class Reflector::Engine::Attempt : public ApiReceiver
{
public:
    explicit Attempt(Engine &engine) : m_engine(engine), m_format(engine.m_format), m_started(engine.m_api.executor().clock().steady()) { }

protected:
    /// The content is at fault: says in which answer, and how far it had come. What the server itself said stays as it is.
    Error placed(Error error) const
    {
        if (error.kind == ErrorKind::BadInput || error.kind == ErrorKind::TooLarge)
            error.message = "in the answer to GET " + m_engine.path() + ", before byte " + std::to_string(m_received) + ": " + error.message;
        return error;
    }

    Engine &m_engine;
    ItemFormat m_format;
    base::SteadyTime m_started;
    std::size_t m_received = 0;
    std::optional<Error> m_broken;
};

class Reflector::Engine::PageAttempt final : public Attempt
{
public:
    using Attempt::Attempt;

    void opened(const http::ResponseHead &head) override
    {
        const std::string *type = head.header("content-type");
        m_format = formatOfAnswer(type ? *type : std::string(), m_format);
        m_splitter = makeListSplitter(m_format);
        if (m_engine.m_pages == 1) {
            m_engine.setPhase(SyncState::Phase::Listing);
            m_engine.m_sink.restart();
        }
    }

    void bytes(std::string_view chunk) override
    {
        if (m_broken)
            return;
        m_engine.heard();
        m_received += chunk.size();
        const auto result = m_splitter->feed(chunk, [this](std::string_view item) { take(item); });
        if (!m_broken && !result)
            m_broken = result.error();
    }

    void finished(const Result<void> &result) override
    {
        if (m_broken)
            return m_engine.pageFinished(placed(*m_broken));
        if (!result)
            return m_engine.pageFinished(result.error());
        Result<text::ListHead> head = m_splitter->finish();
        if (const auto list = head ? checkList(*head) : Result<void>(head.error()); !list)
            return m_engine.pageFinished(placed(list.error()));
        if ( m_format == ItemFormat::Table && !m_columnsRead) {
            if (const auto columns = readTableColumns(envelope()); columns && !columns->empty())
                m_engine.setColumns(*columns);
        }
        m_engine.pageFinished(std::move(head));
    }

private:
    /// What is no list of what was asked for, a proxy's page or a Status, must not pass for an empty one.
    Result<void> checkList(const text::ListHead &head) const
    {
        if (Status status; head.kind == "Status" && m_format != ItemFormat::Protobuf && parseStatus(envelope(), &status))
            return errorFromStatus(status);
        const bool isTable = m_format == ItemFormat::Table;
        const bool isOther = !isTable && head.kind.ends_with("List") && head.kind != m_engine.m_collection.type.kind + "List";
        if (head.kind.empty() || head.kind == "Status" || isOther)
            return base::makeError(ErrorKind::BadInput, "a list of " + m_engine.m_collection.type.resource + " is wanted, not "
                                       + (head.kind.empty() ? "an object without a kind" : head.kind.substr(0, 100)));
        return {};
    }

    void take(std::string_view item)
    {
        if (m_broken)
            return;
        if (m_format == ItemFormat::Table && !std::exchange(m_columnsRead, true)) {
            const auto columns = readTableColumnsEarly(envelope());
            if (!columns) {
                m_broken = base::makeError(ErrorKind::BadInput, "the Table names its columns after its rows, or not at all");
                return;
            }
            m_engine.setColumns(*columns);
        }
        if (const auto version = m_engine.m_sink.put(m_format, item); !version)
            m_broken = version.error();
    }

    const std::string &envelope() const { return static_cast<const text::JsonListSplitter &>(*m_splitter).envelope(); }

    std::unique_ptr<text::ListSplitter> m_splitter;
    bool m_columnsRead = false;
};

class Reflector::Engine::WatchAttempt final : public Attempt
{
public:
    WatchAttempt(Engine &engine, WatchKind kind) : Attempt(engine), m_listing(kind == WatchKind::StreamingList) { }

    void opened(const http::ResponseHead &head) override
    {
        const std::string *type = head.header("content-type");
        m_format = formatOfAnswer(type ? *type : std::string(), m_format);
        m_splitter = makeWatchSplitter(m_format);
        m_isOpen = true;
        if (m_listing) {
            m_engine.setPhase(SyncState::Phase::Listing);
            m_engine.m_sink.restart();
            waitForEndBookmark();
        } else {
            m_engine.setPhase(SyncState::Phase::Live);
        }
    }

    void bytes(std::string_view chunk) override
    {
        if (m_broken)
            return;
        m_engine.heard();
        m_received += chunk.size();
        const auto result = m_splitter->feed(chunk, [this](const text::WatchFrame &frame) {
            if (m_broken)
                return;
            ++m_events;
            if (const auto taken = m_engine.event(frame, *this); !taken)
                m_broken = taken.error();
        });
        if (!m_broken && !result)
            m_broken = result.error();
        if (m_broken) {
            // The server may keep a stream open after its ERROR event; nothing more can come of it.
            m_engine.watchFinished(*this, Result<void>(placed(*m_broken)));
        } else if (m_listing) {
            waitForEndBookmark();
        }
    }

    void finished(const Result<void> &result) override
    {
        if (!m_broken)
            m_engine.watchFinished(*this, result);
    }

    ItemFormat format() const { return m_format; }
    bool isOpen() const { return m_isOpen; }
    bool isListing() const { return m_listing; }
    int events() const { return m_events; }
    bool isVeryShort() const { return m_events == 0 && m_engine.m_api.executor().clock().steady() - m_started < seconds(1); }
    void listingEnded()
    {
        m_listing = false;
        m_patience.cancel();
    }

private:
    void waitForEndBookmark()
    {
        m_patience = m_engine.m_api.executor().after(EndBookmarkPatience, [this] {
            m_engine.m_streamThisTime = false;
            m_engine.m_abilities->streamingList &= m_events == 0;
            m_engine.begin();
        });
    }

    std::unique_ptr<text::WatchSplitter> m_splitter;
    base::Job m_patience;
    int m_events = 0;
    bool m_listing;
    bool m_isOpen = false;
};

// Requests

ApiRequest Reflector::Engine::request(std::string_view accept) const
{
    ApiRequest request;
    request.path = path();
    request.accept = accept;
    request.lane = http::Lane::Bulk;
    request.byteCap = 0;
    request.retries = Retries::None;
    if (!m_collection.labelSelector.empty())
        request.add("labelSelector", m_collection.labelSelector);
    if (!m_collection.fieldSelector.empty())
        request.add("fieldSelector", m_collection.fieldSelector);
    return request;
}

void Reflector::Engine::begin()
{
    m_timer.cancel();
    const bool stream = m_abilities->streamingList && m_mayStream && m_streamThisTime && !m_wholeList;
    m_streamThisTime = true;
    if (stream)
        startWatch(WatchKind::StreamingList);
    else
        startPages();
}

void Reflector::Engine::startPages()
{
    m_continue.clear();
    m_pages = 0;
    startPage();
}

void Reflector::Engine::startPage()
{
    ApiRequest page = request(listAccept(m_format));
    ++m_pages;
    if (!m_wholeList)
        page.add("limit", std::to_string(m_pages == 1 ? std::min<int>(m_pageLimit, FirstPage) : m_pageLimit));
    if (!m_continue.empty())
        page.add("continue", m_continue);
    if (!m_wholeList)
        page.byteCap = 64LL * 1024 * 1024;
    page.deadline = milliseconds(0);
    page.slow.bytes = 30 * 1024;
    m_request = m_api.start(std::move(page), std::make_shared<PageAttempt>(*this));
}

void Reflector::Engine::startWatch(WatchKind kind)
{
    ApiRequest watch = request(watchAccept(m_format));
    watch.add("watch", "1");
    watch.add("allowWatchBookmarks", "true");
    watch.add("timeoutSeconds", std::to_string(300 + static_cast<int>(300 * m_random())));
    watch.add("resourceVersion", m_version);
    if (kind == WatchKind::StreamingList) {
        watch.add("sendInitialEvents", "true");
        watch.add("resourceVersionMatch", "NotOlderThan");
    }
    watch.deadline = milliseconds(0);
    watch.silence = WatchSilence;
    m_request = m_api.start(std::move(watch), std::make_shared<WatchAttempt>(*this, kind));
}

// What came of them

void Reflector::Engine::pageFinished(Result<text::ListHead> result)
{
    if (!result) {
        if (result.error().kind == ErrorKind::Gone && !m_continue.empty()) {
            m_wholeList = true;
            return startPages();
        }
        if (result.error().kind == ErrorKind::TooLarge && m_pageLimit > 1) {
            m_pageLimit = std::max(1, m_pageLimit / 8);
            return startPages();
        }
        return listFailed(result.error());
    }
    m_continue = std::move(result->continueToken);
    if (m_continue.empty())
        return listed(std::move(result->resourceVersion));
    if (m_pages >= MaxPages)
        return listFailed(base::makeError(ErrorKind::TooLarge, "the list has no end: " + std::to_string(MaxPages) + " pages were read"));
    if (m_pages == 1 && m_pageLimit == FirstPage)
        m_pageLimit = NextPages;
    startPage();
}

void Reflector::Engine::listed(std::string resourceVersion)
{
    m_version = std::move(resourceVersion);
    m_wholeList = false;
    m_pageLimit = FirstPage;
    m_everComplete = true;
    m_sink.complete();
    resume();
}

Result<void> Reflector::Engine::event(const text::WatchFrame &frame, WatchAttempt &attempt)
{
    const WatchEventType type = watchEventType(frame.type);
    if (const auto known = tableColumns(frame, attempt); !known)
        return known;
    switch (type) {
    case WatchEventType::Error:
        return readWatchError(attempt.format(), frame.object);
    case WatchEventType::Bookmark: {
        const auto mark = readMark(attempt.format(), frame.object);
        if (!mark)
            return mark.error();
        bookmark(*mark, attempt);
        return {};
    }
    case WatchEventType::Unknown:
        return base::makeError(ErrorKind::BadInput, "the watch sent an event of unknown type " + std::string(frame.type.substr(0, 40)));
    default:
        return objectEvent(type, frame.object, attempt);
    }
}

/// The first event of a watch names the Table's columns. If they are others than those of the rows that are there, all rows are asked for anew.
Result<void> Reflector::Engine::tableColumns(const text::WatchFrame &frame, const WatchAttempt &attempt)
{
    if (attempt.format() != ItemFormat::Table || attempt.events() > 1 || watchEventType(frame.type) == WatchEventType::Error)
        return {};
    const auto columns = readTableColumns(frame.object);
    if (!columns)
        return columns.error();
    if (columns->empty() || *columns == m_columns)
        return {};
    if (!attempt.isListing() && !m_columns.empty())
        return base::makeError(ErrorKind::Gone, "the server's Table has other columns now");
    setColumns(*columns);
    return {};
}

Result<void> Reflector::Engine::objectEvent(WatchEventType type, std::string_view object, const WatchAttempt &attempt)
{
    const bool gone = type == WatchEventType::Deleted;
    const auto version = gone ? m_sink.remove(attempt.format(), object) : m_sink.put(attempt.format(), object);
    if (!version)
        return version.error();
    // The first events of a streaming list come in no order of versions: none of them is a place to go on from.
    if (!attempt.isListing() && !version->empty())
        m_version = *version;
    return {};
}

void Reflector::Engine::bookmark(const ObjectMark &mark, WatchAttempt &attempt)
{
    if (attempt.isListing() && !mark.endsInitialEvents)
        return;
    if (!mark.resourceVersion.empty())
        m_version = mark.resourceVersion;
    if (!attempt.isListing())
        return;
    attempt.listingEnded();
    m_everComplete = true;
    m_sink.complete();
    setPhase(SyncState::Phase::Live);
}

void Reflector::Engine::watchFinished(WatchAttempt &attempt, const Result<void> &result)
{
    if (attempt.isListing())
        return streamingListFailed(attempt, result ? base::makeError(ErrorKind::Network, "the list ended before it was complete") : result.error());
    if (!result)
        return watchFailed(result.error());
    if (attempt.isVeryShort())
        return watchFailed(base::makeError(ErrorKind::Network, "the watch ended at once, without an event"));
    resume();
}

void Reflector::Engine::streamingListFailed(const WatchAttempt &attempt, const Error &error)
{
    const bool refused = error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Unsupported;
    if (!attempt.isOpen() && refused) {
        if (tryAnotherFormat(error))
            return begin();
        m_abilities->streamingList = false;
        return begin();
    }
    if (!attempt.isOpen() && error.kind == ErrorKind::Forbidden) {
        m_mayStream = false;
        return begin();
    }
    listFailed(error);
}

bool Reflector::Engine::tryAnotherFormat(const Error &error)
{
    if (error.kind != ErrorKind::Unsupported || m_format != ItemFormat::Protobuf)
        return false;
    m_format = ItemFormat::Json;
    return true;
}

void Reflector::Engine::listFailed(const Error &error)
{
    if (tryAnotherFormat(error))
        return begin();
    if (error.kind == ErrorKind::Gone || error.reason == "ResourceVersionTooLarge")
        m_version.clear();
    const milliseconds delay = delayAfter(error);
    setFailed(error, delay);
    later(delay, &Engine::begin);
}

void Reflector::Engine::watchFailed(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Forbidden:
    case ErrorKind::Unsupported:
    case ErrorKind::NotFound:
        // The list was allowed: ask for it again and again, and say so.
        m_version.clear();
        m_streamThisTime = false;
        setPhase(SyncState::Phase::Polling);
        return later(PollInterval, &Engine::begin);
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Throttled: {
        const milliseconds delay = delayAfter(error);
        setFailed(error, delay);
        return later(delay, m_version.empty() ? &Engine::begin : &Engine::resume);
    }
    default:
        return listFailed(error);
    }
}

// Time and state

void Reflector::Engine::later(milliseconds delay, void (Engine::*next)())
{
    m_next = next;
    m_request.cancel();
    m_timer = m_api.executor().after(delay, [this] { (this->*std::exchange(m_next, nullptr))(); });
}

milliseconds Reflector::Engine::delayAfter(const Error &error)
{
    constexpr seconds longest{60};
    milliseconds delay = m_backoff.next();
    if (error.retryAfter)
        delay = std::max<milliseconds>(delay, std::min(*error.retryAfter, longest));
    return delay;
}

void Reflector::Engine::retryNow()
{
    m_backoff.reset();
    if (m_next)
        return (this->*std::exchange(m_next, nullptr))();
    if (m_state.phase == SyncState::Phase::Live && !m_version.empty())
        resume();
}

void Reflector::Engine::setPhase(SyncState::Phase phase)
{
    heard();
    if (m_state.phase == phase && !m_state.error)
        return;
    m_state = {phase, now(), std::nullopt, std::nullopt};
    m_sink.stateChanged(m_state);
}

void Reflector::Engine::setFailed(const Error &error, milliseconds delay)
{
    m_state.phase = m_everComplete ? SyncState::Phase::Stale : SyncState::Phase::Connecting;
    m_state.since = m_everComplete ? m_heard : now();
    m_state.error = error;
    m_state.nextAttempt = now() + delay;
    m_sink.stateChanged(m_state);
}

Reflector::Reflector(Api &api, Collection collection, CollectionSink &sink, std::shared_ptr<ServerAbilities> abilities,
                     std::function<double()> random)
    : m_engine(std::make_unique<Engine>(api, std::move(collection), sink, std::move(abilities), std::move(random)))
{
}

Reflector::~Reflector() = default;

void Reflector::start()
{
    m_engine->begin();
}

void Reflector::retryNow()
{
    m_engine->retryNow();
}

const SyncState &Reflector::state() const
{
    return m_engine->state();
}

} // namespace kube
