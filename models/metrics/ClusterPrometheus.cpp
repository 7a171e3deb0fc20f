#include "models/metrics/ClusterPrometheus.h"

#include "models/metrics/RememberedServer.h"

#include <algorithm>

namespace metrics {

namespace {

constexpr const char *section = OwnServer::Section;

/// What ends a query because of where the server is, and not because of what was asked.
bool isLoss(const base::Error &error)
{
    constexpr Obstacle losses[] = {Obstacle::Forbidden, Obstacle::Unauthorized, Obstacle::NoReadyPod, Obstacle::NoSuchService, Obstacle::Tls,
        Obstacle::Unreachable, Obstacle::WrongPrefix, Obstacle::Redirected, Obstacle::NotPrometheus};
    return error.kind != base::ErrorKind::Cancelled && std::ranges::find(losses, obstacleOf(error)) != std::end(losses);
}

/// Of the settings; what was pasted is not remembered.
std::string keyOf(const cluster::ConnectedCluster &cluster)
{
    return cluster.entry().isPasted ? std::string() : cluster.entry().file + '\n' + cluster.entry().context.context;
}

Candidate candidateOf(const DirectServer &server)
{
    return {Origin::Person, {}, {}, {}, server};
}

} // namespace

ClusterPrometheus::ClusterPrometheus(cluster::ConnectedCluster &cluster, settings::Settings &settings, base::Executor &consumer, std::shared_ptr<ServerSecrets> secrets,
                                     std::optional<DirectServer> named)
    : m_cluster(cluster), m_settings(settings), m_consumer(consumer), m_anchor(std::make_shared<Anchor>(Anchor{this})), m_connectionNumber(cluster.connectionNumber())
    , m_own({settings, keyOf(cluster), std::move(secrets)}, consumer, std::move(named), [this] { Q_EMIT changed(); })
{
    connect(&m_cluster, &cluster::ConnectedCluster::catalogChanged, this, &ClusterPrometheus::connectionChanged);
    connect(&m_cluster, &cluster::ConnectedCluster::healthChanged, this, &ClusterPrometheus::healthChanged);
}

ClusterPrometheus::~ClusterPrometheus()
{
    m_anchor->owner = nullptr;
    letGo();
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
    m_own.name(std::move(server));
    look();
}

std::vector<Candidate> ClusterPrometheus::firstCandidates() const
{
    if (server())
        return {candidateOf(*server())};
    const auto remembered = readCandidate(m_settings.value(section, keyOf(m_cluster))["found"]);
    return remembered ? std::vector{*remembered} : std::vector<Candidate>();
}

/// What was found before serves until the search has an answer.
void ClusterPrometheus::look()
{
    m_later.cancel();
    m_lastSearch = m_consumer.clock().steady();
    if (m_own.isIncomplete())
        return readOwn();
    const bool mayForward = !m_cluster.isComputed();    // a stream would be opened as oneself
    DiscoveryWish wish{Ways{m_cluster.api(), mayForward ? &m_cluster.streams() : nullptr, m_cluster.network().thread()}};
    wish.namespaces = m_cluster.knownNamespaces();
    wish.first = firstCandidates();
    wish.mayLookAround = !server();
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

/// Without what was typed for it a server is not asked: another one's figures could come of it, or a refusal for which it would be blamed.
void ClusterPrometheus::readOwn()
{
    setState(State::Looking);
    m_own.read([this] {
        if (m_own.lost())
            tellLost(*m_own.lost());
        else
            look();
    });
}

void ClusterPrometheus::tellLost(base::Error error)
{
    error.message = "what was entered for it has to be entered again: " + error.message;
    CandidateReport report{candidateOf(*server())};
    report.attempts.push_back({Way::Direct, report.candidate.text(), std::move(error)});
    take({{std::move(report)}}, nullptr);
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
    if (server() || !m_client || m_cluster.entry().isPasted || !m_cluster.viewedAs().isEmpty())
        return;
    text::Value known = text::Value::map();
    known.set("found", writeCandidate(found()->candidate, m_client->way()));
    if (m_settings.value(section, keyOf(m_cluster)) != known)
        m_settings.set(section, keyOf(m_cluster), std::move(known));
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
