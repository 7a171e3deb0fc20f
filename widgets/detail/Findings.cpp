#include "widgets/detail/Findings.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/diagnosis/Diagnosis.h"

namespace detail {

Findings::Findings(cluster::ConnectedCluster &cluster) : Findings(cluster.api(), cluster.clock())
{
    // The signal comes while the API of the connection before still lives.
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, [this, &cluster] {
        if (m_api != &cluster.api())
            connectTo(cluster.api());
    });
}

Findings::Findings(kube::Api &api, const base::Clock &clock) : m_executor(clock)
{
    m_again.setInterval(LookAgain);
    connect(&m_again, &QTimer::timeout, this, &Findings::look);
    connectTo(api);
}

void Findings::connectTo(kube::Api &api)
{
    m_api = &api;
    m_evidence = std::make_unique<diagnosis::LiveEvidence>(api, m_executor, [this] { look(); });
    if (m_again.isActive())
        m_evidence->follow(m_object);
}

void Findings::follow(diagnosis::Object object)
{
    m_object = std::move(object);
    m_evidence->follow(m_object);
    m_notices = diagnosis::diagnose(m_evidence->evidence());
    m_again.start();
}

void Findings::pause()
{
    m_again.stop();
    m_evidence->pause();
}

void Findings::look()
{
    std::vector<Notice> notices = diagnosis::diagnose(m_evidence->evidence());
    if (notices == m_notices)
        return;
    m_notices = std::move(notices);
    Q_EMIT changed();
}

} // namespace detail
