#include "models/cluster/Reachability.h"

#include "models/http/Failure.h"
#include "models/http/Meta.h"
#include "models/http/Url.h"
#include "models/kube/KubeConfigLoader.h"
#include "models/kube/Status.h"
#include "models/text/Json.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace cluster {

namespace {

constexpr std::int64_t LargestAnswer = 64 * 1024;
constexpr std::size_t LongestVersion = 64;

/// Where the user info of a URL begins and how long it is with its @; a length of 0: there is none.
std::pair<std::size_t, std::size_t> userInfo(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    const std::size_t begin = scheme == url.npos ? 0 : scheme + 3;
    const std::string_view authority = url.substr(begin, std::min(url.find_first_of("/?#", begin), url.size()) - begin);
    const std::size_t sign = authority.rfind('@');
    return {begin, sign == authority.npos ? 0 : sign + 1};
}

Reach odd(std::string message, int status)
{
    base::Error error = base::makeError(base::ErrorKind::Server, std::move(message));
    error.code = status;
    return {Reach::State::Odd, {}, std::move(error), {}};
}

Reach readVersion(const http::ResponseHead &head, const std::string &body)
{
    const auto answer = text::parseJson(body);
    if (!answer || (*answer)["gitVersion"].text().empty())
        return odd("something answers there, but not as a Kubernetes API server: its /version names no version", head.status);
    return {Reach::State::Reachable, std::string((*answer)["gitVersion"].text().substr(0, LongestVersion)), {}, {}};
}

/// What an answer that came to its end says.
Reach readAnswer(const http::ResponseHead &head, const std::string &body)
{
    if (head.status == 200)
        return readVersion(head, body);
    if (head.status == 401 || head.status == 403)
        return {Reach::State::WantsCredentials, {}, {}, {}};
    if (const auto target = http::redirectTarget(head))
        return odd("the server redirects to " + *target + ", and redirects are not followed", head.status);
    base::Error error = kube::errorFromAnswer(head.status, body);
    error.code = head.status;
    return {Reach::State::Odd, {}, std::move(error), {}};
}

Reach readFailure(const http::ResponseHead &head, const base::Error &error)
{
    if (error.reason == http::reason::ClientCertificate)
        return {Reach::State::WantsCredentials, {}, {}, {}};
    return {head.status == 0 ? Reach::State::Unreachable : Reach::State::Odd, {}, error, {}};
}

} // namespace

ServerAddress ServerAddress::of(const kube::ConnectionSettings &settings)
{
    const auto [begin, length] = userInfo(settings.server);
    std::string url = settings.server;
    url.erase(begin, length);
    return {std::move(url), settings.authorityFile, settings.authorityPem, settings.serverName, settings.proxy, settings.insecure};
}

bool ServerAddress::mayBeAsked() const
{
    return userInfo(proxy).second == 0;
}

/// One server being asked. Begins, receives and ends on the I/O thread; its answer is taken on the consumer's.
class Reachability::Check final : public http::Receiver, public std::enable_shared_from_this<Check>
{
public:
    using Done = std::function<void(Reach)>;

    Check(ServerAddress address, Reachability &owner, Done done)
        : m_address(std::move(address)), m_transport(owner.m_transport), m_consumer(owner.m_consumer), m_files(owner.m_files), m_done(std::move(done))
    {
    }

    base::Job start(base::Executor &io)
    {
        auto [job, token] = base::Job::make([self = shared_from_this(), &io] {
            io.post([self] { self->end(); });
        });
        m_token.emplace(token);
        io.post([self = shared_from_this()] {
            if (!self->m_token->isCancelled())
                self->send();
        });
        return std::move(job);
    }

    void head(const http::ResponseHead &head) override { m_head = head; }
    void bytes(std::string_view chunk) override { m_body += chunk; }
    void done(const base::Result<void> &result) override
    {
        tell(result ? readAnswer(m_head, m_body) : readFailure(m_head, result.error()));
        closeConnection();
    }

private:
    void send();
    void tell(Reach reach);
    void end()
    {
        m_exchange.cancel();
        closeConnection();
    }
    void closeConnection()
    {
        if (m_connection)
            m_transport.retire(*std::exchange(m_connection, nullptr));
    }

    ServerAddress m_address;
    http::Transport &m_transport;
    base::Executor &m_consumer;
    const kube::KubeFiles &m_files;
    Done m_done;
    std::optional<base::JobToken> m_token;
    std::shared_ptr<const http::Connection> m_connection;
    http::ResponseHead m_head;
    std::string m_body;
    base::Job m_exchange;
};

void Reachability::Check::send()
{
    http::Connection connection;
    connection.authorityPem = m_address.authorityPem;
    connection.serverName = m_address.serverName;
    connection.insecure = m_address.insecure;
    connection.proxy = m_address.proxy;
    connection.compression = false;     // unlike a session's: what is closed after the check is the check's own
    if (!m_address.authorityFile.empty()) {
        auto authority = m_files.read(m_address.authorityFile, kube::largestKubeConfig);
        if (!authority)
            return tell({Reach::State::Unreachable, {}, std::move(authority).error(), {}});
        connection.authorityPem = std::move(*authority);
    }
    m_connection = std::make_shared<const http::Connection>(std::move(connection));
    http::Request request;
    request.url = http::joinUrl(m_address.url, "/version");
    request.headers = {{"Accept", "application/json"}};
    request.connection = m_connection;
    request.deadline = Deadline;
    request.byteCap = LargestAnswer;
    m_exchange = m_transport.send(std::move(request), shared_from_this());
}

void Reachability::Check::tell(Reach reach)
{
    m_consumer.post([self = shared_from_this(), reach = std::move(reach)]() mutable {
        reach.at = self->m_consumer.clock().now();
        self->m_token->finish([&] { self->m_done(std::move(reach)); });
    });
}

Reachability::Reachability(http::Transport &transport, base::Executor &io, base::Executor &consumer, const kube::KubeFiles &files)
    : m_transport(transport), m_io(io), m_consumer(consumer), m_files(files)
{
}

Reachability::~Reachability() = default;

void Reachability::want(const std::vector<ServerAddress> &addresses)
{
    m_wanted = addresses;
    const std::set<ServerAddress> wanted(addresses.begin(), addresses.end());
    const std::size_t before = m_running.size();
    std::erase_if(m_running, [&](const auto &entry) { return !wanted.contains(entry.first); });
    const bool hasStopped = m_running.size() != before;
    startMore();
    if (hasStopped)
        Q_EMIT changed();
}

void Reachability::askAgain(const ServerAddress &address)
{
    if (const auto known = m_answers.find(address); known != m_answers.end())
        known->second.freshUntil = m_consumer.clock().steady();
    startMore();
}

Reach Reachability::of(const ServerAddress &address) const
{
    if (m_running.contains(address))
        return {Reach::State::Checking, {}, {}, {}};
    const auto known = m_answers.find(address);
    return known == m_answers.end() ? Reach() : known->second.reach;
}

bool Reachability::mustAsk(const ServerAddress &address) const
{
    if (!address.mayBeAsked() || m_running.contains(address))
        return false;
    const auto known = m_answers.find(address);
    return known == m_answers.end() || known->second.freshUntil <= m_consumer.clock().steady();
}

void Reachability::startMore()
{
    bool hasStarted = false;
    for (const ServerAddress &address : m_wanted) {
        if (m_running.size() >= MostAtOnce)
            break;
        if (!mustAsk(address))
            continue;
        start(address);
        hasStarted = true;
    }
    if (hasStarted)
        Q_EMIT changed();
}

void Reachability::start(const ServerAddress &address)
{
    const auto check = std::make_shared<Check>(address, *this, [this, address](Reach reach) { take(address, std::move(reach)); });
    m_running[address] = check->start(m_io);
}

void Reachability::take(const ServerAddress &address, Reach reach)
{
    m_running.erase(address);
    m_answers[address] = {std::move(reach), m_consumer.clock().steady() + Fresh};
    startMore();
    Q_EMIT changed();
}

} // namespace cluster
