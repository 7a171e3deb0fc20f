#pragma once

#include "models/http/WebSocket.h"
#include "models/kube/Api.h"
#include "models/kube/ApiClient.h"
#include "models/kube/Authorizer.h"

#include <atomic>
#include <memory>
#include <optional>

namespace kube {

/// The way to streams of one API server (port-forward, exec, attach) as one identity, as ApiClient is the way to its answers.
class PodStreams
{
public:
    /// All of them outlive this. Made and destroyed on the I/O thread. The server is the base URL with its path prefix.
    PodStreams(std::string server, http::Streams &streams, base::Executor &executor, Authorizer &authorizer);
    ~PodStreams();
    PodStreams(const PodStreams &) = delete;
    PodStreams &operator=(const PodStreams &) = delete;

    /// Any thread, for what is opened from now on: see ApiClient.
    void setAccess(Access access);

    /// What streams that run longer than this keep.
    struct Core
    {
        std::string server;
        http::Streams &streams;
        base::Executor &executor;
        Authorizer *authorizer;     ///< null: the PodStreams is gone
        std::atomic<Access> access = Access::ReadWrite;
    };
    const std::shared_ptr<Core> &core() const { return m_core; }

private:
    std::shared_ptr<Core> m_core;
};

/// A WebSocket to an API server: with credentials, once more after a 401, and with the server's own words for a refusal. I/O thread only.
class ApiWebSocket final : public http::MessageLink, private http::WebSocketReceiver
{
public:
    /// Begins at once; the errors come as ended(). A server that speaks none of the protocols is an Unsupported error with the purpose in it
    /// ("port-forwarding"). The receiver outlives this.
    ApiWebSocket(std::shared_ptr<PodStreams::Core> core, ApiRequest request, std::vector<std::string> protocols, std::string purpose,
        http::WebSocketLimits limits, http::MessageReceiver &receiver);
    ~ApiWebSocket() override;

    void send(std::string_view message) override;
    bool hasRoom() const override { return m_socket && m_socket->hasRoom(); }
    void abort(int code, base::Error error) override;
    void pause() override;
    void resume() override;

private:
    void authorize();
    void dial(base::Result<Authorization> authorization);
    void fail(const base::Error &error);
    base::Error unsupported(const std::string &answer) const;

    void opened(const std::string &protocol) override;
    void refused(const http::ResponseHead &head, const std::string &body) override;
    void part(const http::MessagePart &part) override { m_receiver.part(part); }
    void roomAgain() override { m_receiver.roomAgain(); }
    void ended(const base::Result<void> &result) override { m_receiver.ended(result); }

    std::shared_ptr<PodStreams::Core> m_core;
    ApiRequest m_request;
    std::vector<std::string> m_protocols;
    std::string m_purpose;
    http::WebSocketLimits m_limits;
    http::MessageReceiver &m_receiver;
    Authorization m_authorization;
    bool m_hasRenewed = false;
    base::Job m_work;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    std::unique_ptr<http::WebSocket> m_socket;
};

} // namespace kube
