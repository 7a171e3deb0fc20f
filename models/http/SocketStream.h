#pragma once

#include "models/http/ByteStream.h"
#include "models/http/LoopMember.h"
#include "models/http/SocketIo.h"

#include <memory>
#include <optional>
#include <string>

namespace http {

/// A socket on the I/O thread with its two bounds. The loop and a ByteStream of its owner share it.
class SocketStream final : public LoopMember
{
public:
    /// Without a way in and out it is not connected yet.
    SocketStream(ByteReceiver &receiver, std::size_t room, std::unique_ptr<SocketIo> io = {});

    /// The end that its owner keeps.
    static std::unique_ptr<ByteStream> handle(std::shared_ptr<SocketStream> stream);

    void adopt(std::unique_ptr<SocketIo> io, std::shared_ptr<const Connection> connection);
    bool isClosed() const { return !m_receiver; }

    void write(std::string_view bytes);
    bool hasRoom() const { return m_io && m_unsent.size() < m_room; }
    void endWriting();
    void pause() { m_isPaused = true; }
    void resume() { m_isPaused = false; }
    std::size_t unsent() const { return m_unsent.size(); }
    void close();

    void addSockets(std::vector<curl_waitfd> &sockets) const override;
    base::SteadyTime nextTimer() const override;
    void handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last) override;
    void handleTimers(base::SteadyTime now) override;
    bool isFinished() const override { return isClosed(); }
    void fail(const base::Error &error) override;
    void expireIf(const Connection &connection) override;
    void leaveLostWay() override;

private:
    bool mayRead() const { return m_receiver && m_io && !m_isPaused && !m_hasEnded; }
    bool isDue() const;
    void work();
    void flush();
    void tellRoom();
    void readTurn();
    bool readOnce();
    void end(const base::Result<void> &result);

    ByteReceiver *m_receiver;                   ///< null: nobody listens any more
    std::size_t m_room;
    std::unique_ptr<SocketIo> m_io;
    std::shared_ptr<const Connection> m_connection;
    std::string m_unsent;
    std::optional<base::Error> m_failure;       ///< met while writing, told when everything that had come is read
    bool m_isPaused = false;
    bool m_isEnding = false;
    bool m_hasEnded = false;                    ///< the peer says no more
    bool m_wasFull = false;
    bool m_mayHaveMore = false;                 ///< TLS may hold bytes that the socket no longer tells of
};

} // namespace http
