#pragma once

#include "models/http/Transfer.h"

#include <unordered_map>
#include <vector>

namespace http {

/// The connections of one lane with one set of settings: a libcurl multi handle of its own, since libcurl alone would let requests
/// share connections that differ in ways it does not compare. With HTTP/2 it holds one connection. I/O thread only.
class ConnectionPool
{
public:
    ConnectionPool(std::shared_ptr<const Connection> connection, Lane lane, LoopState &loop);
    ~ConnectionPool();
    ConnectionPool(const ConnectionPool &) = delete;
    ConnectionPool &operator=(const ConnectionPool &) = delete;

    /// Whether a request with these settings may join.
    bool serves(const Connection &connection, Lane lane) const;
    void retireIf(const Connection &connection);
    /// Ends its streams, too.
    void expireIf(const Connection &connection);
    /// The same when this machine's way to the server is another one now.
    void leaveLostWay();
    /// Nothing goes on here, and nothing will or has for a while: its idle connections may be closed.
    bool isFinished(base::SteadyTime now) const;

    void start(std::unique_ptr<Transfer> transfer, std::uint64_t number);
    void cancel(std::uint64_t number);
    void cancelAll(const base::Error &error);

    /// How long a server that could not be reached by TLS is not dialled again. What waited for the connection that failed fails with it.
    static constexpr std::chrono::seconds DialPause{1};

    /// What the loop must wait for.
    void addSockets(std::vector<curl_waitfd> &sockets) const;
    base::SteadyTime nextTimer() const;
    bool hasPaused() const;

    /// Moves the transfers on: on sockets that are ready, on timers that are due, and those that waited for their next turn.
    void handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last);
    void handleTimers(base::SteadyTime now);

private:
    using Transfers = std::unordered_map<std::uint64_t, std::unique_ptr<Transfer>>;

    static int socketChanged(CURL *easy, curl_socket_t socket, int what, void *self, void *);
    static int timerChanged(CURLM *multi, long milliseconds, void *self);
    void endStreams(const char *why);
    bool hasLostItsSource() const;
    void act(curl_socket_t socket, int events);
    void resumePaused();
    void wakeWaiting();
    void takeFinished();
    std::unique_ptr<Transfer> takeOut(Transfers::iterator at);
    bool mustWait(const Transfer &transfer, base::SteadyTime now) const;
    void begin(std::unique_ptr<Transfer> transfer, std::uint64_t number);
    void beginHeld(base::SteadyTime now);
    void finish(std::unique_ptr<Transfer> transfer, CURLcode code);
    void failWithIt(const std::string &address, const base::Error &error);

    std::shared_ptr<const Connection> m_connection;
    Lane m_lane;
    LoopState &m_loop;
    CURLM *m_multi;
    CURL *m_waker;                                                  ///< does nothing but come and go
    bool m_isRetired = false;
    Transfers m_transfers;
    Transfers m_held;                                              ///< until their server may be dialled, and it is known how
    std::unordered_map<std::string, base::SteadyTime> m_dialAfter; ///< by the address of a server that could not be reached
    std::unordered_map<CURL *, std::uint64_t> m_numbers;
    std::unordered_map<curl_socket_t, short> m_sockets;
    base::SteadyTime m_lastUse;
    base::SteadyTime m_timer = base::SteadyTime::max();
    base::SteadyTime m_nextCheck = base::SteadyTime::max();
};

} // namespace http
