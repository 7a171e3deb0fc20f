#include "models/demo/Life.h"

#include "models/text/Time.h"

namespace demo {

namespace {

constexpr int mostRounds = 20;   // of controllers that answer to each other

} // namespace

Life::Life(Cluster &cluster, bool isLiving)
    : m_cluster(&cluster)
    , m_agenda(cluster.clock())
    , m_events(cluster)
    , m_pods(cluster, m_agenda, m_events)
    , m_workloads(cluster, m_events)
    , m_cronJobs(cluster, m_events)
    , m_services(cluster)
    , m_storage(cluster)
    , m_housekeeping(cluster)
    , m_rhythm(cluster, m_agenda, m_events)
    , m_isLiving(isLiving)
{
    m_pods.setBehaviours(m_behaviours);
    m_pods.setLiving(isLiving);
    m_services.setBehaviours(m_behaviours);
}

void Life::begin(Behaviours behaviours)
{
    m_behaviours = std::move(behaviours);
    m_housekeeping.reconcileNamespaces();
    m_housekeeping.aggregateRoles();
    m_cronJobs.makePast();
    m_workloads.setBirth([this](const Object &owner, const std::string &name) {
        const auto born = text::parseTime(owner.value["metadata"]["creationTimestamp"].text());
        const base::SystemTime oldest = m_cluster->clock().now() - m_behaviours.ageOf(owner.nameSpace, name);
        return born ? std::max(born->toSystemTime(), oldest) : oldest;
    });
    m_workloads.reconcile();
    for (const ObjectPointer &pod : m_cluster->store().list("pods"))
        m_pods.settle(*pod);
    for (int round = 0; round < 3; ++round)
        reconcile();
    m_workloads.setBirth({});
    m_rhythm.beat();
    m_seen = m_cluster->store().version();
    if (!m_isLiving)
        return;
    m_rhythm.begin(m_behaviours);
    planMinute();
}

/// Cron jobs are looked at when a minute begins.
void Life::planMinute()
{
    const std::int64_t second = text::Time::from(m_cluster->clock().now()).seconds % 60;
    m_agenda.after(std::chrono::seconds(60 - second), [this] {
        m_cronJobs.tick();
        planMinute();
    });
}

void Life::catchUp()
{
    for (int round = 0; round < mostRounds; ++round) {
        answerToChanges();
        if (!m_agenda.runDue() && m_seen == m_cluster->store().version())
            return;
    }
}

void Life::reconcile()
{
    m_workloads.reconcile();
    m_storage.reconcile();
    m_services.reconcile();
    m_cronJobs.reconcile();
    m_housekeeping.reconcileNamespaces();
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
    bool anyGone = false, anyRole = false, anyOther = false;
    for (const Change &change : changes) {
        const std::string &kind = change.object->resource->kind;
        const bool isGone = change.type == Change::Type::Deleted;
        if (kind == "Pod" && !isGone)
            m_pods.notice(*change.object);
        anyGone = anyGone || (isGone && kind != "Event");
        anyRole = anyRole || kind == "ClusterRole";
        anyOther = anyOther || (kind != "Event" && kind != "Lease");
    }
    if (anyGone)
        m_housekeeping.collectOrphans();
    if (anyRole)
        m_housekeeping.aggregateRoles();
    if (anyOther)
        reconcile();
}

} // namespace demo
