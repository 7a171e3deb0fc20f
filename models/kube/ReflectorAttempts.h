#pragma once

#include "models/kube/ReflectorEngine.h"
#include "models/text/JsonStream.h"

#include <memory>
#include <utility>

namespace kube {

/// Receives one answer; the engine holds its job, and with it this pointer's truth.
class Reflector::Engine::Attempt : public ApiReceiver
{
public:
    explicit Attempt(Engine &engine) : m_engine(engine), m_format(engine.m_format), m_started(engine.m_api.executor().clock().steady()) { }

protected:
    /// The content is at fault: says in which answer, and how far it had come. What the server itself said stays as it is.
    base::Error placed(base::Error error) const
    {
        if (error.kind == base::ErrorKind::BadInput || error.kind == base::ErrorKind::TooLarge)
            error.message = "in the answer to GET " + m_engine.path() + ", before byte " + std::to_string(m_received) + ": " + error.message;
        return error;
    }

    Engine &m_engine;
    ItemFormat m_format;
    base::SteadyTime m_started;
    std::size_t m_received = 0;
    std::optional<base::Error> m_broken;
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

    void finished(const base::Result<void> &result) override
    {
        if (m_broken)
            return m_engine.pageFinished(placed(*m_broken));
        if (!result)
            return m_engine.pageFinished(result.error());
        base::Result<text::ListHead> head = m_splitter->finish();
        if (const auto list = head ? checkList(*m_splitter, *head, m_format, &m_engine.m_collection.type) : base::Result<void>(head.error()); !list)
            return m_engine.pageFinished(placed(list.error()));
        if (m_format == ItemFormat::Table && !m_columnsRead) {
            if (const auto columns = readTableColumns(envelope()); columns && !columns->empty())
                m_engine.setColumns(*columns);
        }
        m_engine.pageFinished(std::move(head));
    }

private:
    void take(std::string_view item)
    {
        if (m_broken)
            return;
        if (m_format == ItemFormat::Table && !std::exchange(m_columnsRead, true)) {
            const auto columns = readTableColumnsEarly(envelope());
            if (!columns) {
                m_broken = base::makeError(base::ErrorKind::BadInput, "the Table names its columns after its rows, or not at all");
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
    WatchAttempt(Engine &engine, WatchKind kind)
        : Attempt(engine), m_inOrder(kind == WatchKind::Resumed && !engine.m_version.empty()), m_listing(kind == WatchKind::StreamingList)
    {
        waitForAnswer();
    }

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
            m_engine.m_limit.cancel();
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
            m_isPastList |= m_listing && watchEventType(frame.type) != WatchEventType::Added;
            if (const auto taken = m_engine.event(frame, *this); !taken)
                m_broken = taken.error();
        });
        if (!m_broken && !result)
            m_broken = result.error();
        if (m_broken) {
            // The server may keep a stream open after its ERROR event; nothing more can come of it.
            m_engine.watchFinished(*this, base::Result<void>(placed(*m_broken)));
        } else if (m_listing && listGrew()) {
            waitForEndBookmark();
        }
    }

    void finished(const base::Result<void> &result) override
    {
        if (!m_broken)
            m_engine.watchFinished(*this, result);
    }

    ItemFormat format() const { return m_format; }
    bool isOpen() const { return m_isOpen; }
    bool isListing() const { return m_listing; }
    int events() const { return m_events; }
    bool isVeryShort() const { return m_events == 0 && m_engine.m_api.executor().clock().steady() - m_started < std::chrono::seconds(1); }
    /// The first events of a list or of a watch from nowhere come in no order of versions: none of them is a place to go on from.
    bool isInOrder(WatchEventType type) { return m_inOrder = m_inOrder || (!m_listing && type != WatchEventType::Added); }
    void listingEnded()
    {
        m_listing = false;
        m_inOrder = true;
        m_engine.m_limit.cancel();
    }

private:
    void waitForAnswer()
    {
        m_engine.m_limit = m_engine.m_api.executor().after(m_listing ? ListAnswerLimit : WatchSilence, [this] {
            m_engine.watchFinished(*this, base::makeError(base::ErrorKind::Timeout, "no answer from the server"));
        });
    }

    /// What comes after the first event that is none of a list is no part of it, even if it never ends.
    bool listGrew() const
    {
        return !m_isPastList && (m_events > m_eventsThen || m_received - m_receivedThen >= ListProgress);
    }

    void waitForEndBookmark()
    {
        m_eventsThen = m_events;
        m_receivedThen = m_received;
        m_engine.m_limit = m_engine.m_api.executor().after(EndBookmarkPatience, [this] {
            m_engine.m_streamThisTime = false;
            m_engine.m_mayStream &= m_events == 0;
            m_engine.begin();
        });
    }

    std::unique_ptr<text::WatchSplitter> m_splitter;
    int m_events = 0;
    int m_eventsThen = 0;               ///< when the list was last seen to grow
    std::size_t m_receivedThen = 0;
    bool m_isPastList = false;          ///< something came that is no part of a list
    bool m_inOrder;
    bool m_listing;
    bool m_isOpen = false;
};

} // namespace kube
