#pragma once

#include "models/base/Executor.h"
#include "models/http/Streams.h"
#include "models/http/WebSocketFrames.h"
#include "models/http/WebSocketHandshake.h"

namespace http {

/// Hears of messages on the I/O thread. It may let go of their link in any call but part().
class MessageReceiver
{
public:
    virtual ~MessageReceiver() = default;
    virtual void opened(const std::string &protocol) = 0;
    virtual void part(const MessagePart &part) = 0;
    virtual void roomAgain() = 0;
    /// The last call. Without an error the server closed the link in good order (1000, 1001, or no code).
    virtual void ended(const base::Result<void> &result) = 0;
};

class WebSocketReceiver : public MessageReceiver
{
public:
    /// The last call: the server answered something else than an upgrade.
    virtual void refused(const ResponseHead &head, const std::string &body) = 0;
};

/// Binary messages in both directions, on the I/O thread. Letting go closes it.
class MessageLink
{
public:
    virtual ~MessageLink() = default;
    /// One message. Bounded as ByteStream::write: ask hasRoom() first.
    virtual void send(std::string_view message) = 0;
    virtual bool hasRoom() const = 0;
    /// Ends it: the server is told the code, and ended() comes with the error, though never from inside this.
    virtual void abort(int code, base::Error error) = 0;
    /// Paused, it is not judged by its silence.
    virtual void pause() = 0;
    virtual void resume() = 0;
};

/// How long is waited, and how much is taken.
struct WebSocketLimits
{
    std::chrono::milliseconds answer{30'000};       ///< for the server's answer once the connection stands
    std::chrono::milliseconds ping{10'000};         ///< of silence before each of ours, while somebody listens
    std::chrono::milliseconds silence{60'000};      ///< without any byte, while somebody listens: the server is gone
    std::chrono::milliseconds stall{60'000};        ///< without the server taking a byte of what waits for it
    std::uint64_t longestMessage = 4 * 1024 * 1024;
    int pingsPerSecond = 100;                       ///< more is a flood
};

/// One WebSocket (RFC 6455) over a dialled connection; only binary messages. I/O thread only. Letting go says goodbye with 1000, where
/// the way is free, and closes without waiting for an answer.
///
/// A server that breaks the rules is told why (1002, 1003, 1009) and the end is an error that says the same. At most one pong waits.
class WebSocket final : public MessageLink, private ByteReceiver, private WebSocketFrameReader::Sink
{
public:
    /// Begins to dial; the receiver, the executor and the streams outlive this.
    WebSocket(Streams &streams, base::Executor &executor, WebSocketWish wish, WebSocketLimits limits, WebSocketReceiver &receiver);
    ~WebSocket() override;
    WebSocket(const WebSocket &) = delete;
    WebSocket &operator=(const WebSocket &) = delete;

    void send(std::string_view message) override;
    bool hasRoom() const override { return m_state == State::Open && m_stream->hasRoom(); }
    void abort(int code, base::Error error) override;
    void pause() override;
    void resume() override;

private:
    enum class State { Dialling, Asking, Refusing, Open, Over };

    void connected() override;
    void bytes(std::string_view chunk) override;
    void roomAgain() override;
    void ended(const base::Result<void> &result) override;
    void part(const MessagePart &part) override;
    void control(Opcode opcode, std::string_view payload) override;
    bool wantsMore() const override { return m_state == State::Open; }

    void takeAnswer(std::string_view chunk);
    void open(std::string_view rest);
    void takeFrames(std::string_view chunk);
    void answerPing(std::string_view payload);
    void sayClose(int code, std::string_view reason);
    void serverCloses(std::string_view payload);
    void fail(base::Error error);
    void breakOff(const FrameError &error);
    void stop(base::Result<void> result);
    void deliverEnd();
    void refuse();
    void watchTime();
    void look();
    bool isToPing(base::SteadyTime now) const;
    std::optional<base::Error> overdue(base::SteadyTime now);

    base::Executor &m_executor;
    WebSocketWish m_wish;
    WebSocketLimits m_limits;
    WebSocketReceiver &m_receiver;
    std::string m_key = newWebSocketKey();
    UpgradeAnswer m_answer;
    WebSocketFrameReader m_reader;
    State m_state = State::Dialling;
    bool m_isPaused = false;
    bool m_isFeeding = false;
    std::optional<base::Result<void>> m_end;    ///< to be told
    base::SteadyTime m_asked{};
    base::SteadyTime m_heard{};
    base::SteadyTime m_pinged{};
    base::SteadyTime m_drained{};           ///< when the server last took something, or nothing waited
    std::size_t m_unsent = 0;
    base::SteadyTime m_pingSecond{};
    int m_pings = 0;
    std::optional<std::string> m_pong;      ///< waits for room
    base::Job m_timer;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    std::unique_ptr<ByteStream> m_stream;   // last: it calls us
};

} // namespace http
