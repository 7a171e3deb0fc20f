#pragma once

#include "models/http/SocketStream.h"
#include "models/http/Transfer.h"

namespace http {

class DialedSocket;

/// Connects a stream to a server by libcurl, with all it knows of proxies, TLS and the words for what goes wrong. I/O thread only.
class Dialer final : public LoopMember
{
public:
    Dialer(Request request, std::shared_ptr<SocketStream> stream, LoopState &loop);
    ~Dialer() override;

    void addSockets(std::vector<curl_waitfd> &sockets) const override;
    base::SteadyTime nextTimer() const override;
    void handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last) override;
    void handleTimers(base::SteadyTime now) override;
    bool isFinished() const override;
    void fail(const base::Error &error) override;
    void expireIf(const Connection &connection) override;
    void leaveLostWay() override { }

private:
    void takeEnd();

    std::shared_ptr<SocketStream> m_stream;
    std::shared_ptr<const Connection> m_connection;
    std::unique_ptr<DialedSocket> m_line;   ///< null: handed over, or failed
    std::optional<base::Error> m_refusal;   ///< met before anything was tried
};

} // namespace http
