#pragma once

#include "models/kube/Api.h"
#include "models/kube/Authorizer.h"

#include <functional>
#include <memory>
#include <string>

namespace kube {

class Traffic;

/// What a person lets the program do to a cluster.
enum class Access { ReadWrite, ReadOnly };

/// Talks to one API server as one identity: builds URLs, adds credentials, turns refusals into errors with the server's own
/// words, and tries again where client-go does (rest/with_retry.go).
class ApiClient final : public Api
{
public:
    /// server is the base URL with its path prefix. All of them outlive the client. Made and destroyed on the I/O thread, or
    /// while no request runs.
    ApiClient(std::string server, http::Transport &transport, base::Executor &executor, Authorizer &authorizer);
    ~ApiClient() override;

    base::Job start(ApiRequest request, std::shared_ptr<ApiReceiver> receiver) override;
    void startOver() override;
    base::Executor &executor() override;

    /// Any thread, for what is sent from now on, further attempts included. With ReadOnly none that changes or runs something leaves the program
    /// (refusalOfReadOnly); it ends with an error of reason "ReadOnly".
    void setAccess(Access access);

    /// Where every attempt of every request is counted, before requests run.
    void setTraffic(std::shared_ptr<Traffic> traffic);
    /// Called on the I/O thread with each text of a Warning header.
    void setWarningHandler(std::function<void(const std::string &)> handler);
    /// Called on the I/O thread with the Date of each answer.
    void setDateHandler(std::function<void(base::SystemTime)> handler);
    /// Names the program in the server's audit log; "wheelhouse/0.1.0 (linux/amd64)".
    static std::string userAgent();

    static constexpr int MaxRetries = 10;

private:
    struct Core;
    class Exchange;
    std::shared_ptr<Core> m_core;
};

} // namespace kube
