#include "models/demo/Listener.h"

#include "models/demo/Refusal.h"
#include "models/demo/SampleData.h"

#include <algorithm>
#include <array>

namespace demo {

namespace {

constexpr std::array<std::string_view, 4> openPaths{"/version", "/healthz", "/livez", "/readyz"};

} // namespace

Listener::Listener(const base::Clock &clock, Options options, std::string secret)
    : m_clock(&clock)
    , m_options(std::move(options))
    , m_secret(std::move(secret))
    , m_cluster(clock, m_options.seed, m_options.history)
    , m_api(m_cluster, m_options.bookmarkEvery)
    , m_life(m_cluster, m_options.isLiving)
    , m_misbehaviours(m_options.seed)
{
    if (!m_options.letsImpersonate)
        m_api.refuseImpersonation();
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { catchUp(); });
}

base::Result<int> Listener::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        return base::makeError(
            base::ErrorKind::Network, "the demo cluster cannot listen: " + m_server.errorString().toStdString());
    return int(m_server.serverPort());
}

void Listener::load()
{
    m_loaded = loadSampleData(m_options.dataFolder, m_cluster, m_life);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    accept();
    scheduleNext();
}

void Listener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(nullptr);
        m_connections.push_back(std::make_unique<Connection>(socket, static_cast<Service &>(*this)));
        QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this] {
            m_connections.remove_if([](const auto &connection) { return connection->isGone(); });
        }, Qt::QueuedConnection);
    }
}

/// "/SECRET/api/..." or a bearer; what is left of the path is the API's.
bool Listener::admit(HttpRequest &request) const
{
    const std::string prefix = '/' + m_secret;
    if (request.path.compare(0, prefix.size(), prefix) == 0
        && (request.path.size() == prefix.size() || request.path[prefix.size()] == '/')) {
        request.path.erase(0, prefix.size());
        if (request.path.empty())
            request.path = "/";
        return true;
    }
    if (request.header("Authorization") == "Bearer " + m_secret)
        return true;
    return std::find(openPaths.begin(), openPaths.end(), request.path) != openPaths.end();
}

Api::Reply Listener::reply(const HttpRequest &request)
{
    if (!m_loaded)
        return refusal(500, "the sample data cannot be read: " + m_loaded.error().message);
    const std::uint64_t before = m_cluster.store().version();
    Api::Reply reply = m_api.answer(request);
    if (m_cluster.store().version() != before && !m_isFeedPlanned) {
        m_isFeedPlanned = true;
        QTimer::singleShot(0, &m_timer, [this] { catchUp(); });
    }
    if (std::holds_alternative<std::unique_ptr<Watch>>(reply) && !m_isFeedPlanned)
        QTimer::singleShot(0, &m_timer, [this] { scheduleNext(); });
    return reply;
}

void Listener::catchUp()
{
    m_isFeedPlanned = false;
    if (m_loaded)
        m_life.catchUp();
    feedAll();
    scheduleNext();
}

void Listener::feedAll()
{
    for (const auto &connection : m_connections)
        connection->feed();
}

/// The timer runs when something is due and not otherwise; once in ten seconds it looks at the clock, which may have been moved.
void Listener::scheduleNext()
{
    const base::SteadyTime now = m_clock->steady();
    base::SteadyTime next = now + std::chrono::seconds(10);
    if (const auto due = m_life.nextDue())
        next = std::min(next, *due);
    for (const auto &connection : m_connections) {
        if (const auto due = connection->nextDue())
            next = std::min(next, *due);
    }
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(next - now);
    m_timer.start(std::max(wait, std::chrono::milliseconds(20)));
}

void Listener::misbehave(std::vector<Misbehaviour> all)
{
    m_misbehaviours.set(std::move(all));
    feedAll();
}

void Listener::dropConnections()
{
    for (const auto &connection : m_connections)
        connection->abort();
}

void Listener::forgetHistory() { m_api.forgetHistory(); }

} // namespace demo
