#include "models/demo/Life.h"

#include "models/demo/Edit.h"
#include "models/text/Time.h"

namespace demo {

namespace {

constexpr int mostRounds = 20;   // of controllers that answer to each other

} // namespace

Life::Life(Cluster &cluster, bool isLiving)
    : m_cluster(&cluster), m_agenda(cluster.clock()), m_events(cluster), m_pods(cluster, m_agenda, m_events), m_workloads(cluster, m_events), m_isLiving(isLiving)
{
    m_pods.setBehaviours(m_behaviours);
    m_pods.setLiving(isLiving);
}

void Life::begin(Behaviours behaviours)
{
    m_behaviours = std::move(behaviours);
    m_workloads.setBirth([this](const std::string &nameSpace, const std::string &name) { return m_cluster->clock().now() - m_behaviours.ageOf(nameSpace, name); });
    m_workloads.reconcile();
    for (const ObjectPointer &pod : m_cluster->store().list("pods"))
        m_pods.settle(*pod);
    for (int i = 0; i < 3; ++i)
        m_workloads.reconcile();
    m_workloads.setBirth({});
    m_seen = m_cluster->store().version();
}

void Life::catchUp()
{
    for (int round = 0; round < mostRounds; ++round) {
        answerToChanges();
        if (!m_agenda.runDue() && m_seen == m_cluster->store().version())
            return;
    }
}

void Life::answerToChanges()
{
    if (m_seen == m_cluster->store().version())
        return;
    std::vector<Change> changes;
    for (const Change &change : m_cluster->store().changes()) {
        if (change.version > m_seen)
            changes.push_back(change);
    }
    m_seen = m_cluster->store().version();
    for (const Change &change : changes)
        notice(change);
    m_workloads.reconcile();
}

void Life::notice(const Change &change)
{
    if (change.object->resource->kind == "Pod" && change.type != Change::Type::Deleted)
        m_pods.notice(*change.object);
}

} // namespace demo
