#include "models/kube/ApiClient.h"

#include "models/http/Meta.h"
#include "models/http/Url.h"
#include "models/kube/ApiUrl.h"
#include "models/kube/CredentialsHeaders.h"
#include "models/kube/ReadOnly.h"
#include "models/kube/Status.h"
#include "models/kube/Traffic.h"

#include <algorithm>
#include <atomic>
#include <optional>

namespace kube {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t refusalCap = 1024 * 1024;
constexpr std::chrono::milliseconds brokenConnectionDelay{1000};

/// Between programs of one machine gzip costs more than it saves.
bool isFar(const std::string &server)
{
    const auto url = http::parseUrl(server);
    return !url || !url->isLoopback();
}

/// What a transport tells, in a word for a list of requests.
const char *failureWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network: return "connection";
    case ErrorKind::Tls: return "TLS";
    case ErrorKind::Timeout: return "timeout";
    case ErrorKind::TooLarge: return "too large";
    case ErrorKind::Cancelled: return "cancelled";
    default: return "failed";
    }
}

} // namespace

struct ApiClient::Core
{
    Core(std::string url, http::Transport &sender, base::Executor &thread, Authorizer *credentials)
        : server(std::move(url)), transport(sender), executor(thread), authorizer(credentials)
    {
    }

    std::string server;
    http::Transport &transport;
    base::Executor &executor;
    Authorizer *authorizer;     ///< null when the client is gone
    std::function<void(const std::string &)> warningHandler;
    std::function<void(base::SystemTime)> dateHandler;
    std::shared_ptr<const http::Connection> connection;     ///< of the last request
    bool isFar = true;
    std::atomic<Access> access = Access::ReadWrite;
    std::shared_ptr<Traffic> traffic;                       ///< null: nothing is counted
};

/// One request with all its attempts; lives on the I/O thread until it is finished or let go.
class ApiClient::Exchange final : public http::Receiver, public std::enable_shared_from_this<Exchange>
{
public:
    Exchange(std::shared_ptr<Core> core, ApiRequest request, std::shared_ptr<ApiReceiver> receiver)
        : m_core(std::move(core)), m_request(std::move(request)), m_receiver(std::move(receiver))
    {
    }

    void start(base::JobToken token)
    {
        m_token.emplace(std::move(token));
        if (leadsElsewhere(m_request.path))
            return finish(base::makeError(ErrorKind::Invalid, "no name may be \".\" or \"..\""));
        if (const auto refused = refusal())
            return finish(*refused);
        authorize();
    }

    /// The transport holds its receiver for as long as the request runs: it must be told.
    void stop()
    {
        m_work.cancel();
        counted("cancelled");
    }

    void head(const http::ResponseHead &head) override;
    void bytes(std::string_view chunk) override;
    void done(const Result<void> &result) override;

private:
    void authorize();
    void send();
    void refused();
    /// Asked before each attempt: the cluster may have been marked since the last one.
    std::optional<Error> refusal() const { return m_core->access == Access::ReadOnly ? refusalOfReadOnly(m_request) : std::nullopt; }
    bool mayRetry() const { return m_request.retries == Retries::AsClientGo && m_attempts <= MaxRetries; }
    bool isGood(int status) const { return (status >= 200 && status < 300) || (status == 304 && !m_request.knownTag.empty()); }
    bool isGet() const { return m_request.method == http::Method::Get; }
    void again(std::chrono::milliseconds delay);
    void finish(const Result<void> &result);
    /// An attempt is over.
    void counted(const char *failure);

    std::shared_ptr<Core> m_core;
    ApiRequest m_request;
    std::shared_ptr<ApiReceiver> m_receiver;
    std::optional<base::JobToken> m_token;

    Authorization m_authorization;
    http::ResponseHead m_head;
    std::string m_refusal;
    int m_attempts = 0;
    bool m_isOpen = false;
    std::uint64_t m_counted = 0;            ///< the attempt that goes on; 0: none
    bool m_renewedCredentials = false;
    base::Job m_work;
};

void ApiClient::Exchange::authorize()
{
    if (!m_core->authorizer)
        return finish(base::makeError(ErrorKind::Cancelled, "the connection was closed"));
    m_work = m_core->authorizer->fetch([weak = weak_from_this()](Result<Authorization> authorization) {
        const auto self = weak.lock();
        if (!self)
            return;
        if (!authorization)
            return self->finish(authorization.error());
        self->m_authorization = std::move(*authorization);
        self->send();
    });
}

namespace {

/// Whoever the connection acts as is replaced as a whole.
std::vector<http::Header> asWhom(std::vector<http::Header> headers, const Impersonation &as)
{
    if (as.isEmpty())
        return headers;
    std::erase_if(headers, [](const http::Header &header) { return header.name.starts_with("Impersonate-"); });
    for (http::Header &header : impersonationHeaders(as))
        headers.push_back(std::move(header));
    return headers;
}

} // namespace

void ApiClient::Exchange::send()
{
    if (const auto refused = refusal())
        return finish(*refused);
    ++m_attempts;
    m_head = {};
    m_refusal.clear();
    http::Request request;
    request.method = m_request.method;
    request.url = urlOf(m_core->server, m_request);
    request.headers = asWhom(m_authorization.headers, m_request.as);
    if (auto good = checkHeaders(request.headers); !good)
        return finish(std::move(good).error());
    request.headers.push_back({"Accept", m_request.accept});
    request.headers.push_back({"User-Agent", userAgent()});
    if (!m_request.contentType.empty())
        request.headers.push_back({"Content-Type", m_request.contentType});
    if (!m_request.knownTag.empty())
        request.headers.push_back({"If-None-Match", m_request.knownTag});
    request.body = m_request.body;
    request.connection = m_authorization.connection;
    request.lane = m_request.lane;
    request.deadline = m_request.deadline;
    request.silence = m_request.silence;
    request.slow = m_request.slow;
    request.byteCap = m_request.byteCap;
    request.compress = m_request.compress && m_core->isFar;
    m_core->connection = m_authorization.connection;
    if (m_core->traffic)
        m_counted = m_core->traffic->begin(m_request);
    m_work = m_core->transport.send(std::move(request), shared_from_this());
}

void ApiClient::Exchange::head(const http::ResponseHead &head)
{
    m_head = head;
    if (m_counted)
        m_core->traffic->answered(m_counted, head.status);
    if (const std::string *header = head.header("date"); header && m_core->dateHandler) {
        if (const auto date = http::parseHttpDate(*header))
            m_core->dateHandler(*date);
    }
    if (m_core->warningHandler) {
        for (const std::string &warning : http::warnings(head))
            m_core->warningHandler(warning);
    }
    if (isGood(head.status)) {
        m_isOpen = true;
        m_token->deliver([this] { m_receiver->opened(m_head); });
    }
}

void ApiClient::Exchange::counted(const char *failure)
{
    if (const std::uint64_t number = std::exchange(m_counted, 0))
        m_core->traffic->ended(number, failure);
}

void ApiClient::Exchange::bytes(std::string_view chunk)
{
    if (m_counted)
        m_core->traffic->received(m_counted, chunk.size());
    if (m_isOpen)
        m_token->deliver([&] { m_receiver->bytes(chunk); });
    else if (m_refusal.size() < refusalCap)
        m_refusal += chunk.substr(0, refusalCap - m_refusal.size());
}

void ApiClient::Exchange::done(const Result<void> &result)
{
    counted(result ? "" : failureWord(result.error().kind));
    if (m_isOpen)
        return finish(result);
    if (result)
        return refused();
    const bool broken = result.error().kind == ErrorKind::Network && m_head.status == 0 && result.error().reason == "connection-lost";
    if (broken && isGet() && mayRetry())
        return again(brokenConnectionDelay);
    finish(result.error());
}

void ApiClient::Exchange::refused()
{
    if (const auto target = http::redirectTarget(m_head)) {
        Error error = base::makeError(ErrorKind::Server, "the server redirects to " + *target + "; redirects are not followed, because they would carry the credentials along");
        error.code = m_head.status;
        return finish(error);
    }
    Error error = errorFromAnswer(m_head.status, m_refusal);
    if (const std::string *header = m_head.header("retry-after"))
        error.retryAfter = http::parseRetryAfter(*header);
    if (error.kind == ErrorKind::Unauthorized && m_core->authorizer && m_core->authorizer->rejected(m_authorization)) {
        if (isGet() && !std::exchange(m_renewedCredentials, true))
            return authorize();
    }
    // A 429 was not begun by the server; what else failed there is only asked for again when asking changes nothing.
    const bool harmless = isGet() || error.kind == ErrorKind::Throttled;
    const bool invited = (m_head.status == 429 || m_head.status >= 500) && m_head.header("retry-after") && error.retryAfter;
    if (invited && harmless && mayRetry())
        return again(*error.retryAfter);
    finish(error);
}

void ApiClient::Exchange::again(std::chrono::milliseconds delay)
{
    m_work = m_core->executor.after(delay, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->send();
    });
}

void ApiClient::Exchange::finish(const Result<void> &result)
{
    const auto self = shared_from_this();
    const auto receiver = m_receiver;
    m_token->finish([&] { receiver->finished(result); });
}

ApiClient::ApiClient(std::string server, http::Transport &transport, base::Executor &executor, Authorizer &authorizer)
    : m_core(std::make_shared<Core>(std::move(server), transport, executor, &authorizer))
{
    m_core->isFar = isFar(m_core->server);
}

ApiClient::~ApiClient()
{
    m_core->authorizer = nullptr;
}

void ApiClient::startOver()
{
    m_core->authorizer->retry();
    if (m_core->connection)
        m_core->transport.retire(*m_core->connection);
}

base::Executor &ApiClient::executor()
{
    return m_core->executor;
}

void ApiClient::setAccess(Access access)
{
    m_core->access = access;
}

void ApiClient::setTraffic(std::shared_ptr<Traffic> traffic)
{
    m_core->traffic = std::move(traffic);
}

void ApiClient::setWarningHandler(std::function<void(const std::string &)> handler)
{
    m_core->warningHandler = std::move(handler);
}

void ApiClient::setDateHandler(std::function<void(base::SystemTime)> handler)
{
    m_core->dateHandler = std::move(handler);
}

base::Job ApiClient::start(ApiRequest request, std::shared_ptr<ApiReceiver> receiver)
{
    base::Executor &executor = m_core->executor;
    auto exchange = std::make_shared<Exchange>(m_core, std::move(request), std::move(receiver));
    // Who lets go may be on another thread: the exchange itself ends on the I/O thread.
    auto [job, token] = base::Job::make([&executor, exchange]() mutable { executor.post([kept = std::move(exchange)] { kept->stop(); }); });
    executor.post([weak = std::weak_ptr(exchange), token = token] {
        if (const auto self = weak.lock())
            self->start(token);
    });
    return std::move(job);
}

std::string ApiClient::userAgent()
{
#if defined(_WIN32)
    constexpr const char *system = "windows";
#elif defined(__APPLE__)
    constexpr const char *system = "darwin";
#else
    constexpr const char *system = "linux";
#endif
#if defined(__aarch64__) || defined(_M_ARM64)
    constexpr const char *machine = "arm64";
#else
    constexpr const char *machine = "amd64";
#endif
    return std::string("wheelhouse/" WHEELHOUSE_VERSION " (") + system + '/' + machine + ')';
}

} // namespace kube
