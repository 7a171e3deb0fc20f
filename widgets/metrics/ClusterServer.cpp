#include "widgets/metrics/ClusterServer.h"

#include "models/metrics/CapabilityQuestion.h"
#include "models/metrics/Catalogue.h"
#include "widgets/base/PlainText.h"

#include <utility>

namespace metrics {

ClusterServer::ClusterServer(std::shared_ptr<ClusterPrometheus> prometheus, const cluster::ConnectedCluster &cluster)
    : m_cluster(cluster), m_prometheus(std::move(prometheus)), m_anchor(std::make_shared<Anchor>(Anchor{this}))
{
    connect(m_prometheus.get(), &ClusterPrometheus::changed, this, &ClusterServer::follow);
    follow();
}

ClusterServer::~ClusterServer()
{
    m_anchor->owner = nullptr;
}

/// What it has is asked once for each server that is found; until then it counts as looked for.
void ClusterServer::follow()
{
    const std::shared_ptr<PrometheusClient> client = m_prometheus->client();
    if (client && client == m_asked)
        return;
    m_question.cancel();
    m_asked = client;
    m_error.reset();
    m_state = m_prometheus->state() == ClusterPrometheus::State::Missing ? State::Missing : State::Looking;
    if (client) {
        const CandidateReport *found = m_prometheus->found();
        const Labels scope = found && found->proof ? found->proof->scope : Labels();
        m_question = fetchCapabilities(client, catalogueMetrics(), scope, [anchor = m_anchor, &executor = m_executor, client](base::Result<Capabilities> known) {
            auto shared = std::make_shared<base::Result<Capabilities>>(std::move(known));
            executor.post([anchor, client, shared] {
                if (anchor->owner && anchor->owner->m_asked == client)
                    anchor->owner->take(*shared);
            });
        });
    }
    Q_EMIT changed();
}

void ClusterServer::take(const base::Result<Capabilities> &capabilities)
{
    m_state = capabilities ? State::Found : State::Missing;
    if (capabilities) {
        m_capabilities = *capabilities;
    } else {
        m_error = capabilities.error();
        m_asked.reset();
        m_prometheus->failed(*m_error);
    }
    Q_EMIT changed();
}

QString ClusterServer::name() const
{
    const CandidateReport *found = m_prometheus->found();
    const std::string flavour(found && found->build ? nameOf(found->build->flavour) : std::string_view());
    const QString what = flavour.empty() ? QStringLiteral("Prometheus") : QString::fromStdString(flavour);
    return found ? what + u' ' + base::oneLine(found->candidate.text()) : what;
}

QString ClusterServer::way() const
{
    if (!m_prometheus->client())
        return {};
    switch (m_prometheus->client()->way()) {
    case Way::ServiceProxy: return tr("through the service proxy of the API server");
    case Way::PortForward: return tr("by a port-forward into its pod");
    case Way::Direct: return tr("directly");
    }
    return {};
}

std::vector<Finding> ClusterServer::whyMissing() const
{
    if (m_error)
        return {findingOf(*m_error, m_prometheus->found() ? m_prometheus->found()->candidate.text() : std::string())};
    std::vector<Finding> findings = whyNoServer(m_prometheus->report(), distributionOf(m_cluster.version()));
    constexpr std::size_t most = 8;
    if (findings.size() > most)
        findings.resize(most);
    return findings;
}

std::optional<ClockDifference> ClusterServer::clockDifference() const
{
    return m_prometheus->client() ? m_prometheus->client()->clockDifference() : std::nullopt;
}

base::SystemTime ClusterServer::now() const
{
    return m_prometheus->client() ? m_prometheus->client()->now() : m_executor.clock().now();
}

std::shared_ptr<ServerSource> SharedServers::of(cluster::ConnectedCluster &cluster, settings::Settings &settings)
{
    std::erase_if(m_servers, [](const auto &entry) { return entry.second.expired(); });
    std::shared_ptr<ClusterServer> server = m_servers[&cluster].lock();
    if (!server)
        m_servers[&cluster] = server = std::make_shared<ClusterServer>(m_prometheus->of(cluster, settings), cluster);
    return server;
}

} // namespace metrics
