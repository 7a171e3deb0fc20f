#pragma once

#include "models/http/SocketIo.h"
#include "models/http/Transfer.h"

#include <unordered_map>
#include <vector>

namespace http {

/// A connection that libcurl made and encrypts, with a multi handle of its own: first it is dialled, then bytes go through it.
class DialedSocket final : public SocketIo
{
public:
    DialedSocket(Request request, LoopState &loop);
    ~DialedSocket() override;
    DialedSocket(const DialedSocket &) = delete;
    DialedSocket &operator=(const DialedSocket &) = delete;

    /// Begins to dial, as soon as it is known which proxy leads there. Errors: Misuse.
    base::Result<void> begin();
    void addSockets(std::vector<curl_waitfd> &sockets) const;
    base::SteadyTime nextTimer() const;
    void handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last);
    void handleTimers(base::SteadyTime now);
    /// Nothing while it is dialled.
    const std::optional<base::Result<void>> &outcome() const { return m_outcome; }

    Progress receive(char *to, std::size_t most) override;
    Progress send(const char *from, std::size_t size) override;
    void endWriting() override { }      // neither TLS nor WebSocket ends one direction alone
    std::intptr_t socket() const override { return m_socket; }
    base::Error failure() const override { return m_transfer.errorOf(m_code, Step::Stream); }

private:
    static int socketChanged(CURL *easy, curl_socket_t socket, int what, void *self, void *);
    static int timerChanged(CURLM *multi, long milliseconds, void *self);
    void dial();
    void act(curl_socket_t socket, int events);
    Progress progress(CURLcode code, std::size_t bytes);

    LoopState &m_loop;
    Transfer m_transfer;
    CURLM *m_multi;
    std::unordered_map<curl_socket_t, short> m_sockets;
    base::SteadyTime m_timer = base::SteadyTime::max();
    std::optional<base::Result<void>> m_outcome;
    std::intptr_t m_socket = -1;
    CURLcode m_code = CURLE_OK;
    bool m_isAdded = false;
};

} // namespace http
