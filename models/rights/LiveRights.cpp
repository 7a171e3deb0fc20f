#include "models/rights/LiveRights.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/MinorVersion.h"
#include "models/platform/Aside.h"

#include <algorithm>
#include <iterator>

namespace rights {

namespace {

/// 36 of "v1.36.3+k3s1".
std::optional<int> minorOf(const std::string &version)
{
    const auto known = kube::MinorVersion::parse(version);
    return known ? std::optional(known->minor) : std::nullopt;
}

Known unserved(std::string_view collection)
{
    return {collection, {}, rbac::Unreadable{std::string(collection), {}, {}, "the server does not serve them"}};
}

/// Of a large cluster it takes long to free, whoever lets go of it last.
std::shared_ptr<const rbac::Basis> basisOf(rbac::Inputs inputs, const rbac::Basis *before)
{
    const auto *basis = before ? new rbac::Basis(std::move(inputs), *before) : new rbac::Basis(std::move(inputs));
    return {basis, [](const rbac::Basis *last) { platform::runAside([last] { delete last; }); }};
}

Source sourceOf(cluster::ConnectedCluster &cluster)
{
    return {[&cluster](const kube::ResourceType &type) { return cluster.open(type); }, [&cluster] { return cluster.catalog(); },
            [&cluster] { return cluster.version(); }};
}

} // namespace

LiveRights::LiveRights(Source source, base::Executor &consumer) : m_source(std::move(source)), m_consumer(consumer) { }

LiveRights::LiveRights(cluster::ConnectedCluster &cluster, base::Executor &consumer) : LiveRights(sourceOf(cluster), consumer)
{
    connect(&cluster, &cluster::ConnectedCluster::catalogChanged, this, &LiveRights::catalogChanged);
    connect(&cluster, &cluster::ConnectedCluster::versionChanged, this, &LiveRights::listChanged);
}

rbac::FactSet LiveRights::wanted() const
{
    rbac::FactSet all;
    for (const auto &[who, facts] : m_wanted)
        all |= facts;
    return all;
}

void LiveRights::setWanted(const void *who, rbac::FactSet facts)
{
    const rbac::FactSet before = wanted();
    if (facts.none())
        m_wanted.erase(who);
    else
        m_wanted[who] = facts;
    if (wanted() != before)
        wantedChanged();
}

void LiveRights::setAsking(const void *who, bool isAsking)
{
    const bool before = m_asking.empty();
    if (isAsking)
        m_asking.insert(who);
    else
        m_asking.erase(who);
    if (m_asking.empty() != before)
        wantedChanged();
}

void LiveRights::wantedChanged()
{
    openLists();
    if (wanted().none())
        m_facts = nullptr;
    if (m_asking.empty())
        m_basis = nullptr;
    listChanged();
}

void LiveRights::catalogChanged()
{
    openLists();
    listChanged();
}

/// Those that are needed, no others; those that stay keep what was read.
void LiveRights::openLists()
{
    const std::vector<std::string_view> needed = rbac::sourcesOf(m_asking.empty() ? wanted() : rbac::FactSet().set());
    std::erase_if(m_lists, [&](const auto &list) { return std::ranges::find(needed, list.first) == needed.end(); });
    const kube::ApiCatalog catalog = m_source.catalog();
    m_hasCatalog = !catalog.types().empty();
    for (const std::string_view collection : needed) {
        std::unique_ptr<ReadList> &list = m_lists[collection];
        const kube::ResourceType *type = list ? nullptr : typeOf(collection, catalog);
        if (!type)
            continue;
        const std::shared_ptr<cluster::LiveRows> rows = m_source.open(*type);
        list = std::make_unique<ReadList>(collection, rows, m_consumer, [this] { listChanged(); });
        connect(rows.get(), &cluster::LiveRows::stateChanged, list.get(), [this] { Q_EMIT stateChanged(); });
    }
}

std::optional<Stale> LiveRights::stale() const
{
    std::optional<Stale> out;
    for (const auto &[collection, list] : m_lists) {
        auto state = list ? list->stale() : std::nullopt;
        if (!state)
            continue;
        if (!out)
            out = Stale{*state, {}};
        else if (state->since < out->state.since)
            out->state = std::move(*state);
        out->collections.push_back(collection);
    }
    return out;
}

std::string LiveRights::versionOf(const rbac::ObjectRef &ref) const
{
    constexpr std::pair<std::string_view, std::string_view> kinds[] = {{"Role", "roles"}, {"ClusterRole", "clusterroles"}, {"RoleBinding", "rolebindings"},
                                                                       {"ClusterRoleBinding", "clusterrolebindings"}, {"ServiceAccount", "serviceaccounts"}, {"Pod", "pods"},
                                                                       {"Namespace", "namespaces"}};
    const auto kind = std::ranges::find(kinds, ref.kind, [](const auto &each) { return each.first; });
    const auto list = kind == std::end(kinds) ? m_lists.end() : m_lists.find(kind->second);
    if (list == m_lists.end() || !list->second)
        return {};
    return list->second->versionOf(ref.namespaceName.empty() ? ref.name : ref.namespaceName + '/' + ref.name);
}

void LiveRights::retryNow()
{
    for (const auto &[collection, list] : m_lists)
        if (list && list->stale())
            list->retryNow();
}

void LiveRights::listChanged()
{
    m_isOther = true;
    workOutSoon();
}

/// Who asks waits for as little as the work allows.
std::chrono::milliseconds LiveRights::pause() const
{
    return m_asking.empty() ? Pause : std::clamp(10 * m_lastWork, LeastPause, Pause);
}

/// When everything is known, what was being worked out is done, and some time has passed since it began.
void LiveRights::workOutSoon()
{
    if (!isWanted()) {
        m_pause.cancel();
        m_work.cancel();
        return;
    }
    const bool isKnown = m_hasCatalog && std::ranges::all_of(m_lists, [](const auto &list) { return !list.second || list.second->isKnown(); });
    if (!m_isOther || !isKnown || m_pause.isRunning() || m_work.isRunning())
        return;
    const base::SteadyTime now = m_consumer.clock().steady();
    const auto wait = m_lastStart ? std::chrono::ceil<std::chrono::milliseconds>(*m_lastStart + pause() - now) : std::chrono::milliseconds(0);
    m_pause = m_consumer.after(std::max(wait, std::chrono::milliseconds(0)), [this] { workOut(); });
}

void LiveRights::workOut()
{
    m_isOther = false;
    m_lastStart = m_consumer.clock().steady();
    std::vector<Known> known;
    for (const auto &[collection, list] : m_lists)
        known.push_back(list ? list->known() : unserved(collection));
    rbac::Inputs inputs;
    inputs.catalog = m_source.catalog();
    inputs.serverMinor = minorOf(m_source.version());
    m_work = platform::runAside(m_consumer, [this, known = std::move(known), inputs = std::move(inputs), facts = wanted(), isAsking = !m_asking.empty(), before = m_basis](std::stop_token) mutable -> base::Task {
        for (const Known &each : known)
            addKnown(each, inputs);
        auto told = facts.any() ? std::make_shared<const rbac::AccessFacts>(rbac::accessFacts(inputs, facts)) : nullptr;
        auto basis = isAsking ? basisOf(std::move(inputs), before.get()) : nullptr;
        return [this, told = std::move(told), basis = std::move(basis)] { take(told, basis); };
    });
}

void LiveRights::take(std::shared_ptr<const rbac::AccessFacts> facts, std::shared_ptr<const rbac::Basis> basis)
{
    m_lastWork = std::chrono::ceil<std::chrono::milliseconds>(m_consumer.clock().steady() - *m_lastStart);
    m_facts = std::move(facts);
    m_basis = std::move(basis);
    Q_EMIT changed();
    workOutSoon();
}

} // namespace rights
