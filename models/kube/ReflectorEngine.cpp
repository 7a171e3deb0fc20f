#include "models/kube/ReflectorEngine.h"

#include "models/kube/ReflectorAttempts.h"
#include "models/kube/Status.h"

#include <algorithm>
#include <utility>

namespace kube {

using base::Error;
using base::ErrorKind;
using base::Result;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// The parameters of a streaming list are forbidden: by a feature gate, or by a server older than 1.27.
bool namesStreamingList(const Error &error)
{
    const auto has = [&](std::string_view word) { return error.message.find(word) != std::string::npos; };
    return error.kind == ErrorKind::Invalid && (has("sendInitialEvents") || has("resourceVersionMatch"));
}

} // namespace

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
    if (m_collection.format == ItemFormat::Table && m_collection.wholeObjects)
        request.add("includeObject", "Object");
    return request;
}

void Reflector::Engine::begin()
{
    m_isListing = true;
    const bool stream = m_mayStream && m_streamThisTime && !m_wholeList && !m_abilities->withoutStreamingLists.contains(m_collection.type.group);
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
    page.slow.bytes = ListProgress;
    m_limit.cancel();
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
    watch.compress = false;   // servers never compress a watch
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
    m_isListing = false;
    m_sink.complete();
    if (m_mayWatch)
        resume();
    else
        poll();
}

/// The list is allowed: asks for it again and again, and says so.
void Reflector::Engine::poll()
{
    m_version.clear();
    m_streamThisTime = false;
    setPhase(SyncState::Phase::Polling);
    later(PollInterval, &Engine::begin);
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

Result<void> Reflector::Engine::objectEvent(WatchEventType type, std::string_view object, WatchAttempt &attempt)
{
    const bool gone = type == WatchEventType::Deleted;
    const auto version = gone ? m_sink.remove(attempt.format(), object) : m_sink.put(attempt.format(), object);
    if (!version)
        return version.error();
    if (attempt.isInOrder(type) && !version->empty())
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
    m_isListing = false;
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
        return listFailed(base::makeError(ErrorKind::Network, "the watch ended at once, without an event"));
    resume();
}

void Reflector::Engine::streamingListFailed(const WatchAttempt &attempt, const Error &error)
{
    const bool refused = error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Forbidden;
    if (attempt.isOpen() || !refused)
        return listFailed(error);
    if (tryAnotherFormat(error))
        return begin();
    m_mayStream = false;
    if (namesStreamingList(error))
        m_abilities->withoutStreamingLists.insert(m_collection.type.group);
    begin();
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
    if (error.kind == ErrorKind::Gone || error.reason == tooLargeVersion)
        m_version.clear();
    const milliseconds delay = delayAfter(error);
    setFailed(error, delay);
    later(delay, &Engine::begin);
}

void Reflector::Engine::watchFailed(const Error &error)
{
    if (error.reason == tooLargeVersion)
        return listFailed(error);
    switch (error.kind) {
    case ErrorKind::Forbidden:
    case ErrorKind::Unsupported:
    case ErrorKind::NotFound:
        return poll();
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
    m_limit.cancel();
    m_request.cancel();
    m_timer = m_api.executor().after(delay, [this] { startNext(); });
}

void Reflector::Engine::startNext()
{
    m_timer.cancel();
    (this->*std::exchange(m_next, nullptr))();
}

milliseconds Reflector::Engine::delayAfter(const Error &error)
{
    constexpr seconds longest{60};
    milliseconds delay = m_backoff.next();
    if (error.retryAfter)
        delay = std::max<milliseconds>(delay, std::min(*error.retryAfter, longest));
    return delay;
}

void Reflector::Engine::resume()
{
    startWatch(WatchKind::Resumed);
    if (m_state.phase != SyncState::Phase::Live)
        return;
    m_patience = m_api.executor().after(AnswerPatience, [this] { setStale(base::makeError(ErrorKind::Timeout, "no answer to the watch yet"), std::nullopt); });
}

void Reflector::Engine::retryNow(Retry what)
{
    m_backoff.reset();
    if (m_next)
        return startNext();
    if (!m_isListing && !m_version.empty())
        return resume();
    const bool comes = m_state.phase == SyncState::Phase::Listing && now() - m_heard < AnswerPatience;
    if (what == Retry::Everything || !comes)
        begin();
}

void Reflector::Engine::setPhase(SyncState::Phase phase)
{
    heard();
    m_patience.cancel();
    if (m_state.phase == phase && !m_state.error)
        return;
    m_state = {phase, now(), std::nullopt, std::nullopt};
    m_sink.stateChanged(m_state);
}

void Reflector::Engine::setFailed(const Error &error, milliseconds delay)
{
    setStale(error, now() + delay);
}

void Reflector::Engine::setStale(const Error &error, std::optional<base::SystemTime> nextAttempt)
{
    m_patience.cancel();
    m_state.phase = m_everComplete ? SyncState::Phase::Stale : SyncState::Phase::Connecting;
    m_state.since = m_everComplete ? m_heard : now();
    m_state.error = error;
    m_state.nextAttempt = nextAttempt;
    m_sink.stateChanged(m_state);
}

} // namespace kube
