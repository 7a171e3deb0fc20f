#include "models/metrics/HttpTransport.h"

#include "models/http/Meta.h"
#include "models/http/Url.h"
#include "models/kube/ApiClient.h"
#include "models/kube/CredentialsHeaders.h"
#include "models/metrics/PrometheusAnswer.h"
#include "models/text/Percent.h"

namespace metrics {

using base::ErrorKind;

namespace {

class Collector final : public http::Receiver
{
public:
    Collector(const base::Clock &clock, PrometheusTransport::Done done) : m_clock(clock), m_done(std::move(done)), m_sent(clock.now()), m_began(clock.steady()) { }

    void head(const http::ResponseHead &head) override { m_head = head; }
    void bytes(std::string_view chunk) override { m_body += chunk; }
    void done(const base::Result<void> &result) override
    {
        const auto call = std::move(m_done);
        call(result ? answer() : base::Result<PrometheusReply>(result.error()));
    }

private:
    base::Result<PrometheusReply> answer()
    {
        if (const auto target = http::redirectTarget(m_head))
            return redirectError(m_head.status, *target);
        if (m_head.status < 200 || m_head.status >= 300)
            return refusal();
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steady() - m_began);
        PrometheusReply reply{std::move(m_body), {}, m_sent, m_clock.now(), took};
        if (const std::string *date = m_head.header("date"))
            reply.date = http::parseHttpDate(*date);
        return reply;
    }

    base::Error refusal() const
    {
        base::Error error = refusalOf(m_head.status, m_body);
        if (const std::string *header = m_head.header("retry-after"))
            error.retryAfter = http::parseRetryAfter(*header);
        return error;
    }

    const base::Clock &m_clock;
    PrometheusTransport::Done m_done;
    base::SystemTime m_sent;
    base::SteadyTime m_began;
    http::ResponseHead m_head;
    std::string m_body;
};

bool hasCredentials(const DirectServer &server)
{
    return !server.bearer.isEmpty() || !server.user.empty() || !server.password.isEmpty() || !server.clientKeyPem.isEmpty() || !server.headers.empty();
}

base::Error misuse(const std::string &words)
{
    return base::makeError(ErrorKind::Misuse, words);
}

/// user:password@ becomes credentials, and leaves the URL, with a query and a fragment.
std::string withoutCredentials(DirectServer &server)
{
    std::string url = server.url.substr(0, server.url.find_first_of("?#"));
    const std::size_t from = url.find("://") + 3;
    const std::size_t at = url.substr(0, url.find('/', from)).rfind('@');
    if (at != std::string::npos && at >= from) {
        const std::string userInfo = url.substr(from, at - from);
        const std::size_t colon = std::min(userInfo.find(':'), userInfo.size());
        server.user = text::percentDecoded(userInfo.substr(0, colon), false);
        server.password = base::SecretText(text::percentDecoded(userInfo.substr(std::min(colon + 1, userInfo.size())), false));
        url.erase(from, at + 1 - from);
    }
    while (url.ends_with('/'))
        url.pop_back();
    return url;
}

std::vector<http::Header> headersOf(const DirectServer &server)
{
    std::vector<http::Header> headers;
    if (!server.bearer.isEmpty())
        headers.push_back(kube::bearerHeader(server.bearer));
    else if (!server.user.empty() || !server.password.isEmpty())
        headers.push_back(kube::basicHeader(server.user, server.password));
    for (const DirectServer::Header &each : server.headers)
        headers.push_back({each.name, each.value.reveal()});
    return headers;
}

} // namespace

base::Result<HttpRoute> routeTo(const DirectServer &given)
{
    DirectServer server = given;
    const auto url = http::parseUrl(server.url);
    if (!url)
        return url.error();
    if (url->scheme != "http" && url->scheme != "https")
        return misuse("the URL of a Prometheus begins with http:// or https://");
    HttpRoute route;
    route.url = withoutCredentials(server);
    route.place = route.url;
    if (url->scheme == "http" && hasCredentials(server) && !url->isLoopback())
        return misuse(route.url + ": credentials and headers are not sent without TLS to another machine; the URL should begin with https://");
    route.headers = headersOf(server);
    if (auto good = kube::checkHeaders(route.headers); !good)
        return std::move(good).error();
    http::Connection connection;
    connection.authorityPem = server.authorityPem;
    connection.clientCertificatePem = server.clientCertificatePem;
    connection.clientKeyPem = server.clientKeyPem;
    route.connection = std::make_shared<const http::Connection>(std::move(connection));
    return route;
}

HttpTransport::HttpTransport(http::Transport &transport, base::Executor &executor, HttpRoute route)
    : m_transport(transport), m_executor(executor), m_route(std::move(route))
{
}

base::Job HttpTransport::send(const PrometheusRequest &wanted, Done done)
{
    http::Request request;
    request.url = m_route.url + wanted.path;
    request.headers = m_route.headers;
    request.headers.push_back({"Accept", "application/json"});
    request.headers.push_back({"User-Agent", kube::ApiClient::userAgent()});
    const std::string query = wanted.encodedQuery();
    if (wanted.wantsBody()) {
        request.method = http::Method::Post;
        request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        request.body = query;
    } else if (!query.empty()) {
        request.url += '?' + query;
    }
    request.connection = m_route.connection;
    request.deadline = wanted.deadline;
    request.byteCap = wanted.byteCap;
    request.compress = m_route.way == Way::Direct;
    return m_transport.send(std::move(request), std::make_shared<Collector>(m_executor.clock(), std::move(done)));
}

} // namespace metrics
