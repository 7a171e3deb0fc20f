#include "models/metrics/ClusterPrometheus.h"

#include "models/metrics/RememberedServer.h"

#include <algorithm>

namespace metrics {

namespace {

constexpr const char *section = "prometheus";

/// What ends a query because of where the server is, and not because of what was asked.
bool isLoss(const base::Error &error)
{
    constexpr Obstacle losses[] = {Obstacle::Forbidden, Obstacle::Unauthorized, Obstacle::NoReadyPod, Obstacle::NoSuchService, Obstacle::Tls,
        Obstacle::Unreachable, Obstacle::WrongPrefix, Obstacle::Redirected, Obstacle::NotPrometheus};
    return error.kind != base::ErrorKind::Cancelled && std::ranges::find(losses, obstacleOf(error)) != std::end(losses);
}

} // namespace

ClusterPrometheus::ClusterPrometheus(cluster::ConnectedCluster &cluster, settings::Settings &settings, base::Executor &consumer, std::optional<DirectServer> named)
    : m_cluster(cluster), m_settings(settings), m_consumer(consumer), m_anchor(std::make_shared<Anchor>(Anchor{this})), m_connectionNumber(cluster.connectionNumber()), m_server(std::move(named))
{
    connect(&m_cluster, &cluster::ConnectedCluster::catalogChanged, this, &ClusterPrometheus::connectionChanged);
    connect(&m_cluster, &cluster::ConnectedCluster::healthChanged, this, &ClusterPrometheus::healthChanged);
    if (m_server)
        return;
    if (const auto remembered = readCandidate(m_settings.value(section, key())["person"]))
        m_server = remembered->direct;
}

ClusterPrometheus::~ClusterPrometheus()
{
    m_anchor->owner = nullptr;
    letGo();
}

std::string ClusterPrometheus::key() const
{
    return m_cluster.entry().file + '\n' + m_cluster.entry().context.context;
}

void ClusterPrometheus::want()
{
    if (m_state == State::Idle)
        look();
}

void ClusterPrometheus::lookAgain()
{
    look();
}

void ClusterPrometheus::failed(const base::Error &error)
{
    if (m_state != State::Found || !isLoss(error) || m_later.isRunning())
        return;
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(m_consumer.clock().steady() - m_lastSearch);
    m_later = m_consumer.after(std::max(m_pause - since, std::chrono::milliseconds(0)), [this] { look(); });
}

void ClusterPrometheus::setServer(std::optional<DirectServer> server)
{
    m_server = std::move(server);
    text::Value said = text::Value::map();
    if (m_server)
        said.set("person", writeCandidate(Candidate{Origin::Person, {}, {}, {}, m_server}, Way::Direct));
    if (!m_cluster.entry().isPasted)
        m_settings.set(section, key(), m_server ? said : text::Value());
    look();
}

std::vector<Candidate> ClusterPrometheus::firstCandidates() const
{
    if (m_server)
        return {Candidate{Origin::Person, {}, {}, {}, m_server}};
    const auto remembered = readCandidate(m_settings.value(section, key())["found"]);
    return remembered ? std::vector{*remembered} : std::vector<Candidate>();
}

/// What was found before serves until the search has an answer.
void ClusterPrometheus::look()
{
    m_later.cancel();
    m_lastSearch = m_consumer.clock().steady();
    const bool mayForward = !m_cluster.isComputed();    // a stream would be opened as oneself
    DiscoveryWish wish{Ways{m_cluster.api(), mayForward ? &m_cluster.streams() : nullptr, m_cluster.network().thread()}};
    wish.namespaces = m_cluster.knownNamespaces();
    wish.first = firstCandidates();
    wish.mayLookAround = !m_server;
    const int number = ++m_searchNumber;
    m_search = findPrometheus(std::move(wish), [&consumer = m_consumer, anchor = m_anchor, number](DiscoveryReport report, std::shared_ptr<PrometheusClient> client) {
        auto shared = std::make_shared<DiscoveryReport>(std::move(report));
        consumer.post([anchor, number, shared, client] {
            if (anchor->owner && anchor->owner->m_searchNumber == number)
                anchor->owner->take(std::move(*shared), client);
        });
    });
    if (!m_client)
        setState(State::Looking);
}

void ClusterPrometheus::take(DiscoveryReport report, std::shared_ptr<PrometheusClient> client)
{
    m_report = std::move(report);
    m_client = std::move(client);
    remember();
    m_state = m_client ? State::Found : State::Missing;
    waitForReturn();
    Q_EMIT changed();
}

/// One that was there may be starting anew; one that never was is looked for when a person asks.
void ClusterPrometheus::waitForReturn()
{
    m_wasFound = m_wasFound || m_client;
    m_pause = m_client ? std::chrono::milliseconds(Pause) : std::min<std::chrono::milliseconds>(2 * m_pause, LongestPause);
    if (m_wasFound && !m_client)
        m_later = m_consumer.after(m_pause, [this] { look(); });
}

/// What a person named is remembered as they said it; what somebody else may use is no memory of one's own.
void ClusterPrometheus::remember()
{
    if (m_server || !m_client || m_cluster.entry().isPasted || !m_cluster.viewedAs().isEmpty())
        return;
    text::Value known = text::Value::map();
    known.set("found", writeCandidate(found()->candidate, m_client->way()));
    if (m_settings.value(section, key()) != known)
        m_settings.set(section, key(), std::move(known));
}

/// The API that the old one asked is about to go.
void ClusterPrometheus::connectionChanged()
{
    if (m_cluster.connectionNumber() == m_connectionNumber)
        return;
    m_connectionNumber = m_cluster.connectionNumber();
    letGo();
    m_report = {};
    const bool wasWanted = m_state != State::Idle;
    m_state = State::Idle;
    if (wasWanted)
        look();
    else
        Q_EMIT changed();
}

/// What could not be asked before can be now.
void ClusterPrometheus::healthChanged()
{
    if (m_state == State::Missing && m_report.isUnreachable && m_cluster.health().state == cluster::Health::State::Live)
        look();
}

void ClusterPrometheus::letGo()
{
    ++m_searchNumber;
    m_search.cancel();
    m_later.cancel();
    m_wasFound = false;
    m_pause = Pause;
    if (const auto client = std::exchange(m_client, nullptr))
        client->close();
}

void ClusterPrometheus::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace metrics
