#pragma once

#include "models/metrics/PrometheusTransport.h"

#include <memory>

namespace metrics {

/// A server of the Prometheus API by its URL, as a person describes it. Prints no secret.
struct DirectServer
{
    std::string url;                            ///< with its path prefix
    base::SecretText bearer = {};
    std::string user = {};
    base::SecretText password = {};
    struct Header
    {
        std::string name;                       ///< "X-Scope-OrgID"
        base::SecretText value;

        bool operator==(const Header &) const = default;
    };
    std::vector<Header> headers = {};
    std::string authorityPem = {};              ///< only this CA is trusted; empty: the system's
    std::string clientCertificatePem = {};
    base::SecretText clientKeyPem = {};

    bool operator==(const DirectServer &) const = default;
};

/// What requests to a server have in common.
struct HttpRoute
{
    std::string url;                                    ///< to which paths are added
    std::vector<http::Header> headers = {};             ///< credentials too
    std::shared_ptr<const http::Connection> connection = {};
    Way way = Way::Direct;
    std::string place;
};

/// Where a person's words lead, or why they cannot be used: no URL of http or https, credentials without TLS to another machine, a header
/// that cannot be sent. A user and a password in the URL become credentials, and are not shown.
base::Result<HttpRoute> routeTo(const DirectServer &server);

/// By HTTP, without an API server between. No redirect is followed.
class HttpTransport final : public PrometheusTransport
{
public:
    /// Both outlive every request.
    HttpTransport(http::Transport &transport, base::Executor &executor, HttpRoute route);

    base::Job send(const PrometheusRequest &request, Done done) override;
    base::Executor &executor() override { return m_executor; }
    Way way() const override { return m_route.way; }
    const std::string &place() const override { return m_route.place; }

private:
    http::Transport &m_transport;
    base::Executor &m_executor;
    HttpRoute m_route;
};

} // namespace metrics
