#include "models/http/WebSocket.h"

#include "models/http/Url.h"

#include <algorithm>

namespace http {

using base::ErrorKind;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds lookEvery{1'000};

base::Error named(ErrorKind kind, const std::string &message)
{
    return base::makeError(kind, message);
}

std::string seconds(milliseconds time)
{
    return time.count() % 1000 ? std::to_string(time.count()) + " ms" : std::to_string(time.count() / 1000) + " s";
}

Request dialRequest(const WebSocketWish &wish)
{
    Request request;
    request.url = wish.url;
    request.connection = wish.connection;
    return request;
}

} // namespace

WebSocket::WebSocket(Streams &streams, base::Executor &executor, WebSocketWish wish, WebSocketLimits limits, WebSocketReceiver &receiver)
    : m_executor(executor), m_wish(std::move(wish)), m_limits(limits), m_receiver(receiver), m_reader(limits.longestMessage)
{
    m_stream = streams.dial(dialRequest(m_wish), *this);
}

WebSocket::~WebSocket()
{
    if (m_state == State::Open)
        sayClose(closecode::Normal, {});
}

void WebSocket::connected()
{
    const auto request = upgradeRequest(m_wish, m_key);
    if (!request)
        return fail(request.error());
    m_state = State::Asking;
    m_asked = m_heard = m_drained = m_executor.clock().steady();
    m_stream->write(*request);
    watchTime();
}

void WebSocket::bytes(std::string_view chunk)
{
    m_heard = m_executor.clock().steady();
    if (m_state == State::Asking || m_state == State::Refusing)
        takeAnswer(chunk);
    else if (m_state == State::Open)
        takeFrames(chunk);
}

void WebSocket::takeAnswer(std::string_view chunk)
{
    const auto used = m_answer.feed(chunk);
    if (!used)
        return fail(used.error());
    if (!m_answer.hasHead())
        return;
    if (m_answer.head().status == 101)
        return open(chunk.substr(*used));
    m_state = State::Refusing;
    if (m_answer.isWhole())
        refuse();
}

void WebSocket::refuse()
{
    m_state = State::Over;
    m_timer.cancel();
    m_receiver.refused(m_answer.head(), m_answer.body());
}

void WebSocket::open(std::string_view rest)
{
    const auto protocol = agreedProtocol(m_answer.head(), m_key, m_wish.protocols);
    if (!protocol)
        return fail(protocol.error());
    m_state = State::Open;
    m_pinged = m_heard;
    const std::weak_ptr<int> alive = m_alive;
    m_receiver.opened(*protocol);
    if (!alive.expired() && m_state == State::Open && !rest.empty())
        takeFrames(rest);
}

void WebSocket::takeFrames(std::string_view chunk)
{
    m_isFeeding = true;
    const auto error = m_reader.feed(chunk, *this);
    m_isFeeding = false;
    if (error && m_state == State::Open)
        breakOff(*error);
    deliverEnd();
}

void WebSocket::stop(base::Result<void> result)
{
    if (std::exchange(m_state, State::Over) == State::Over)
        return;
    m_timer.cancel();
    m_end = std::move(result);
}

void WebSocket::deliverEnd()
{
    if (const auto end = std::exchange(m_end, {}))
        m_receiver.ended(*end);
}

void WebSocket::abort(int code, base::Error error)
{
    if (m_state == State::Open)
        sayClose(code, {});
    stop(std::move(error));
    if (m_isFeeding)
        return;
    m_executor.post([this, alive = std::weak_ptr(m_alive)] {
        if (!alive.expired())
            deliverEnd();
    });
}

void WebSocket::part(const MessagePart &part)
{
    m_receiver.part(part);
}

void WebSocket::control(Opcode opcode, std::string_view payload)
{
    if (opcode == Opcode::Ping)
        answerPing(payload);
    else if (opcode == Opcode::Close)
        serverCloses(payload);
}

void WebSocket::answerPing(std::string_view payload)
{
    const auto now = m_executor.clock().steady();
    if (now - m_pingSecond >= std::chrono::seconds(1)) {
        m_pingSecond = now;
        m_pings = 0;
    }
    if (++m_pings > m_limits.pingsPerSecond)
        return breakOff({closecode::ProtocolError, "more than " + std::to_string(m_limits.pingsPerSecond) + " pings in a second"});
    if (!m_stream->hasRoom())
        m_pong = std::string(payload);
    else
        m_stream->write(clientFrame(Opcode::Pong, payload, newMask()));
}

void WebSocket::serverCloses(std::string_view payload)
{
    const auto reason = readClose(payload);
    if (!reason)
        return breakOff({closecode::ProtocolError, "a close frame that is none"});
    sayClose(reason->code == closecode::NoCode ? closecode::Normal : reason->code, {});
    const bool isOrderly = reason->code == closecode::Normal || reason->code == closecode::NoCode || reason->code == 1001;
    const std::string words = reason->text.empty() ? "" : ": " + reason->text;
    stop(isOrderly ? base::Result<void>() : named(ErrorKind::Network, "the server closed the connection with code " + std::to_string(reason->code) + words));
}

void WebSocket::sayClose(int code, std::string_view reason)
{
    if (m_stream && m_stream->hasRoom())
        m_stream->write(clientFrame(Opcode::Close, closePayload(code, reason), newMask()));
}

/// Told when the frames that came together with it were looked at.
void WebSocket::breakOff(const FrameError &error)
{
    sayClose(error.code, error.message);
    base::Error told = named(error.code == closecode::TooBig ? ErrorKind::TooLarge : ErrorKind::Network,
        "the server sent " + error.message + "; the WebSocket was closed with " + std::to_string(error.code));
    told.reason = "websocket-protocol";
    stop(std::move(told));
}

void WebSocket::fail(base::Error error)
{
    stop(std::move(error));
    deliverEnd();
}

void WebSocket::roomAgain()
{
    if (const auto pong = std::exchange(m_pong, {}))
        m_stream->write(clientFrame(Opcode::Pong, *pong, newMask()));
    if (m_state == State::Open)
        m_receiver.roomAgain();
}

void WebSocket::ended(const base::Result<void> &result)
{
    if (m_state == State::Refusing)
        return refuse();
    fail(result ? named(ErrorKind::Network, m_state == State::Open ? "the connection was lost: the server ended it without a word (1006)"
                                                                   : "the server ended the connection in place of an answer to the upgrade")
                : result.error());
}

void WebSocket::send(std::string_view message)
{
    if (m_state == State::Open)
        m_stream->write(clientFrame(Opcode::Binary, message, newMask()));
}

void WebSocket::pause()
{
    m_isPaused = true;
    m_stream->pause();
}

void WebSocket::resume()
{
    m_isPaused = false;
    m_heard = m_executor.clock().steady();
    m_stream->resume();
}

void WebSocket::watchTime()
{
    m_timer = m_executor.after(lookEvery, [this] { look(); });
}

void WebSocket::look()
{
    const auto now = m_executor.clock().steady();
    if (auto error = overdue(now)) {
        if (m_state == State::Refusing)
            return refuse();   // its head is known; the rest of the body is not worth waiting for
        return fail(std::move(*error));
    }
    if (isToPing(now)) {
        m_pinged = now;
        m_stream->write(clientFrame(Opcode::Ping, {}, newMask()));
    }
    watchTime();
}

/// Only into a silence that somebody listens to: a server that has said everything and gone answers what it is sent with a reset, and
/// that takes away what is still on its way here.
bool WebSocket::isToPing(base::SteadyTime now) const
{
    return m_state == State::Open && !m_isPaused && now - std::max(m_heard, m_pinged) >= m_limits.ping && m_stream->hasRoom();
}

std::optional<base::Error> WebSocket::overdue(base::SteadyTime now)
{
    if (m_state != State::Open) {
        if (now - m_asked < m_limits.answer)
            return std::nullopt;
        return named(ErrorKind::Timeout, "the server did not answer the upgrade within " + seconds(m_limits.answer));
    }
    const std::size_t unsent = m_stream->unsent();
    if (unsent == 0 || unsent < m_unsent)
        m_drained = now;
    m_unsent = unsent;
    if (now - m_drained >= m_limits.stall)
        return named(ErrorKind::Timeout, "the server took nothing of what was sent to it for " + seconds(m_limits.stall));
    if (!m_isPaused && now - m_heard >= m_limits.silence)
        return named(ErrorKind::Timeout, "the server said nothing for " + seconds(m_limits.silence) + ", not even in answer to a ping");
    return std::nullopt;
}

} // namespace http
