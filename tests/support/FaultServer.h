#pragma once

#include "tests/support/Script.h"
#include "tests/support/ServerSocket.h"
#include "tests/support/TestCertificates.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <thread>
#include <vector>

struct ssl_ctx_st;

namespace support {

/// How a FaultServer speaks TLS.
struct TlsWish
{
    Identity identity;
    std::string clientAuthorityPem;     ///< a client must show a certificate of this authority; empty: none is asked for
    int oldestVersion = 0;              ///< OpenSSL's TLS1_VERSION and so on; 0: no limit
    int newestVersion = 0;
    std::string protocol = "http/1.1";  ///< the only one it accepts by ALPN
};

/// A request as it came.
struct SeenRequest
{
    std::string method;
    std::string target;   ///< path and query
    Headers headers;
    std::string body;

    /// The value of a header (any case), or empty.
    std::string header(const std::string &name) const;
};

/// A server on 127.0.0.1 that does what its scripts say, however wrong. HTTP/1.1, one thread per connection.
///
///   FaultServer server;
///   server.answer("/api/v1/pods", Script::answer(200, list));
///   server.answer("/api/v1/pods?watch=1", Script::stream().send(event).gate("more").send(event).close());
///   ... server.url("/api/v1/pods") ... server.open("more");
///
/// A key is a path and, after ?, words that the query must hold (split by &); the key with most words wins. Scripts given for
/// one key are used in order; the last stays. Without a script the answer is 404.
class FaultServer
{
public:
    /// Without a wish it speaks plain HTTP.
    explicit FaultServer(const std::optional<TlsWish> &tls = std::nullopt);
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    void answer(const std::string &key, Script script);
    /// Bytes to say as soon as a client connects, before any request: for what is not HTTP at all.
    void greet(Script script);
    /// Lets every script through that waits, or will wait, at the gate of this name.
    void open(const std::string &gate);

    int port() const { return m_listener.port; }
    std::string address() const { return "127.0.0.1:" + std::to_string(m_listener.port); }
    std::string url(const std::string &path = {}) const;

    int connections() const;                  ///< accepted so far
    int openConnections() const;
    std::int64_t bytesReceived() const;       ///< in requests, after TLS
    std::vector<SeenRequest> requests() const;
    void forgetRequests();
    std::vector<std::string> serverNames() const;   ///< SNI of each TLS handshake that succeeded; empty: none was sent
    /// Whether the condition came true in time; they are watched without polling.
    bool waitForRequests(std::size_t count, std::chrono::milliseconds limit = std::chrono::seconds(10)) const;
    bool waitForOpenConnections(int count, std::chrono::milliseconds limit = std::chrono::seconds(10)) const;
    /// Ends every connection hard and accepts new ones.
    void dropConnections();

private:
    class Peer;
    using Scripts = std::map<std::string, std::queue<Script>>;

    void accept();
    void serve(int socket);
    bool talk(Peer &peer);
    bool run(Peer &peer, const Script &script);
    bool perform(Peer &peer, const Script::Step &step);
    bool waitAtGate(Peer &peer, const std::string &name);
    Script scriptFor(const SeenRequest &request);
    std::optional<SeenRequest> readRequest(Peer &peer);

    std::shared_ptr<ssl_ctx_st> m_tls;
    sockets::Listener m_listener = sockets::listenHere();

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    bool m_isStopping = false;
    Scripts m_scripts;
    std::optional<Script> m_greeting;
    std::set<std::string> m_openGates;
    std::set<int> m_sockets;
    int m_accepted = 0;
    std::int64_t m_bytes = 0;
    std::vector<SeenRequest> m_requests;
    std::vector<std::string> m_serverNames;

    std::list<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace support
