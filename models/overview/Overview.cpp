#include "models/overview/Overview.h"

#include "models/cluster/ConnectedCluster.h"

#include <algorithm>
#include <array>

namespace overview {

namespace {

/// In the order in which a fault of one explains those of the next.
constexpr std::array<std::string_view, 13> names{"nodes", "apiservices.apiregistration.k8s.io", "namespaces", "pods", "deployments.apps", "statefulsets.apps", "daemonsets.apps",
                                                 "jobs.batch", "cronjobs.batch", "horizontalpodautoscalers.autoscaling", "resourcequotas",
                                                 "persistentvolumeclaims", "persistentvolumes"};

constexpr std::string_view claims = "persistentvolumeclaims", classesOfThem = "storageclasses.storage.k8s.io";

/// Those whose volumes are made for the first pod that uses a claim.
Tally::Names patientClasses(const Tally &classes)
{
    Tally::Names found;
    const kube::Store &store = classes.store();
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (store.contains(row) && classes.cell(row, "VolumeBindingMode").text == "WaitForFirstConsumer")
            found.emplace(store.name(row));
    }
    return found;
}

bool isKnown(const KindState &kind)
{
    return kind.isComplete() || kind.sync().error;
}

} // namespace

Overview::Overview(cluster::ConnectedCluster &cluster) : m_cluster(cluster)
{
    openKinds();
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, &Overview::openKinds);
}

std::shared_ptr<KindState> Overview::open(std::string_view name)
{
    const kube::ResourceType *type = m_cluster.catalog().find(name);
    if (!type || type->qualifiedName() != name)
        return nullptr;
    auto kind = std::make_shared<KindState>(m_cluster.open(*type));
    kind->setNamespaces(m_namespaces);
    connect(kind.get(), &KindState::changed, this, &Overview::changed);
    return kind;
}

/// What is known already stays: a list is not made anew because some API came or went, or the connection is another.
void Overview::openKinds()
{
    if (m_cluster.catalog().types().empty())
        return; // a new connection does not know yet what it has
    Kinds kinds;
    for (const std::string_view name : names) {
        const auto known = std::ranges::find_if(m_kinds, [&](const auto &kind) { return kind && kind->type().qualifiedName() == name; });
        auto kind = known != m_kinds.end() && m_cluster.catalog().find(name) ? std::move(*known) : open(name);
        if (kind)
            kinds.push_back(std::move(kind));
    }
    m_kinds = std::move(kinds);
    if (!m_events)
        m_events = open("events");
    openClasses();
    Q_EMIT changed();
}

void Overview::openClasses()
{
    if (!kind(claims))
        m_classes.reset();
    else if (!m_classes && (m_classes = open(classesOfThem)))
        connect(m_classes.get(), &KindState::changed, this, &Overview::tellClasses);
    tellClasses();
}

void Overview::tellClasses()
{
    const auto found = std::ranges::find_if(m_kinds, [](const auto &each) { return each->type().qualifiedName() == claims; });
    if (found != m_kinds.end() && m_classes)
        (*found)->setPatientClasses(patientClasses(m_classes->tally()));
}

const KindState *Overview::kind(std::string_view name) const
{
    const auto found = std::ranges::find_if(m_kinds, [&](const auto &kind) { return kind->type().qualifiedName() == name; });
    return found == m_kinds.end() ? nullptr : found->get();
}

void Overview::setNamespaces(Tally::Namespaces namespaces)
{
    m_namespaces = std::move(namespaces);
    for (const auto &kind : m_kinds)
        kind->setNamespaces(m_namespaces);
    if (m_events)
        m_events->setNamespaces(m_namespaces);
}

std::vector<Unwell> Overview::unwell() const
{
    std::vector<Unwell> all;
    for (const auto &kind : m_kinds) {
        for (const UnwellRow &one : kind->tally().unwellTogether())
            all.push_back({kind, one.row, one.others});
    }
    std::ranges::stable_sort(all, {}, [](const Unwell &one) { return one.kind->tally().health(one.row); });
    return all;
}

std::vector<kube::RowId> Overview::warnings() const
{
    if (!m_events)
        return {};
    const Tally &tally = m_events->tally();
    std::vector<std::pair<std::int64_t, kube::RowId>> bySeen;
    for (const kube::RowId row : tally.unwell())
        bySeen.emplace_back(tally.cell(row, "Last Seen").seconds, row);
    std::ranges::sort(bySeen, std::greater());
    std::vector<kube::RowId> rows;
    std::ranges::transform(bySeen, std::back_inserter(rows), [](const auto &seen) { return seen.second; });
    return rows;
}

std::vector<std::string> Overview::kubelets() const
{
    std::vector<std::string> versions;
    const KindState *nodes = kind("nodes");
    if (!nodes)
        return versions;
    const kube::Store &store = nodes->tally().store();
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (store.contains(row))
            versions.emplace_back(nodes->tally().cell(row, "Version").text);
    }
    return versions;
}

bool Overview::isSettled() const
{
    const auto isKnownIfAny = [](const std::shared_ptr<KindState> &kind) { return !kind || isKnown(*kind); };
    return !m_kinds.empty() && std::ranges::all_of(m_kinds, isKnownIfAny) && isKnownIfAny(m_events) && isKnownIfAny(m_classes);
}

} // namespace overview
