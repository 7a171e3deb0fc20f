#include "models/cluster/ConnectedCluster.h"

#include "models/text/Json.h"

#include <algorithm>
#include <set>

namespace cluster {

namespace {

std::string keyOf(const kube::ResourceType &type, const std::string &namespaceName, const std::string &labelSelector)
{
    return type.apiVersion() + '/' + type.resource + '@' + namespaceName + '?' + labelSelector;
}

using Phase = kube::SyncState::Phase;

Health::State stateOf(const base::Error &error, bool wasReached)
{
    switch (error.kind) {
    case base::ErrorKind::Untrusted: return Health::State::Untrusted;
    case base::ErrorKind::Unauthorized:
    case base::ErrorKind::Forbidden:
    case base::ErrorKind::Tls:
    case base::ErrorKind::Io:
    case base::ErrorKind::BadInput: return Health::State::Refused;
    default: return wasReached ? Health::State::Stale : Health::State::Connecting;
    }
}

} // namespace

ConnectedCluster::Link::Link(ConnectedCluster &owner, kube::ConnectionSettings settings) : connection(owner.m_network, std::move(settings), owner.m_clock, owner.m_traffic)
{
    connection.setAccess(owner.m_access);
    if (owner.m_judge)
        judged = std::make_unique<JudgedApi>(connection.api(), owner.m_judge);
    ClusterSession::Observers observers;
    observers.catalogChanged = [&owner] {
        ConnectedCluster &cluster = owner;          // who hears it may reconnect, and then this function is gone
        cluster.askVersion();
        Q_EMIT cluster.catalogChanged();
        cluster.updateHealth();
    };
    observers.rowsWait = [wakeUp = owner.m_wakeUp] {
        if (wakeUp->pending.exchange(true))
            return;
        wakeUp->consumer.post([wakeUp] {
            if (wakeUp->owner)
                wakeUp->owner->pump();
        });
    };
    session = std::make_unique<ClusterSession>(api(), owner.m_consumer, owner.knownBeside(connection.settings().namespaceName), std::move(observers));
}

ConnectedCluster::ConnectedCluster(Network &network, base::Executor &consumer, kube::CatalogEntry entry, kube::Access access, kube::Impersonation viewedAs)
    : m_network(network)
    , m_consumer(consumer)
    , m_entry(std::move(entry))
    , m_access(network.access() == kube::Access::ReadOnly ? network.access() : access)
    , m_viewedAs(std::move(viewedAs))
    , m_wakeUp(std::make_shared<WakeUp>(consumer, this))
    , m_clock(std::make_shared<kube::ServerClock>(consumer.clock()))
    , m_traffic(std::make_shared<kube::Traffic>(base::Clock::system()))
    , m_intake(consumer.clock())
    , m_return(network.thread(), network.thread(), consumer, [this] { m_link->session->retryNow(kube::Retry::Waiting); })
{
    m_since = consumer.clock().now();
    m_link = std::make_unique<Link>(*this, sentSettings());
    updateHealth();
}

ConnectedCluster::~ConnectedCluster()
{
    m_wakeUp->owner = nullptr;
}

/// Whom a kubeconfig acts as is replaced as a whole: no group or extra of theirs stays.
kube::ConnectionSettings ConnectedCluster::sentSettings() const
{
    kube::ConnectionSettings settings = m_entry.context.connection.value_or(kube::ConnectionSettings());
    if (!m_viewedAs.isEmpty() && !m_judge)
        settings.impersonation = m_viewedAs;
    return settings;
}

void ConnectedCluster::setJudge(std::shared_ptr<const Judge> judge)
{
    if (judge == m_judge)
        return;
    m_judge = std::move(judge);
    reconnect();
    Q_EMIT judgeChanged();
}

void ConnectedCluster::setEntry(kube::CatalogEntry entry)
{
    if (!entry.context.connection || entry.context.connection == m_entry.context.connection)
        return;
    const auto bare = [](const kube::CatalogEntry &of) { return kube::withoutRenewedTokens(of.context.connection.value_or(kube::ConnectionSettings())); };
    const bool isAnother = bare(entry) != bare(m_entry);
    m_entry = std::move(entry);
    if (isAnother)
        return reconnect();
    runOn(m_network.thread(), [this] { m_network.credentials().source(*m_entry.context.connection); });
}

void ConnectedCluster::reconnect()
{
    m_versionQuestion.cancel();
    m_version.clear();
    std::unique_ptr<Link> before = std::move(m_link);
    m_link = std::make_unique<Link>(*this, sentSettings());
    ++m_linkCount;
    for (const auto &[key, weak] : m_rows) {
        if (const auto rows = weak.lock())
            rows->use(m_link->session->open(rows->type(), rows->namespaceName(), rows->labelSelector()));
    }
    Q_EMIT catalogChanged();
    updateHealth();
}

void ConnectedCluster::setAccess(kube::Access access)
{
    if (m_network.access() == kube::Access::ReadOnly || access == m_access)
        return;
    m_access = access;
    m_link->connection.setAccess(access);
    Q_EMIT accessChanged();
}

std::vector<std::string> ConnectedCluster::knownBeside(const std::string &own) const
{
    std::set<std::string> names{own};
    for (const auto *each : {&m_addedNamespaces, &m_chosenNamespaces, &m_suspectedNamespaces})
        names.insert(each->begin(), each->end());
    return {names.begin(), names.end()};
}

std::vector<std::string> ConnectedCluster::knownNamespaces() const
{
    return knownBeside(settings().namespaceName);
}

void ConnectedCluster::setAddedNamespaces(std::vector<std::string> names)
{
    if (names == m_addedNamespaces)
        return;
    m_addedNamespaces = std::move(names);
    namespacesChanged();
}

void ConnectedCluster::setChosenNamespaces(std::vector<std::string> names)
{
    m_chosenNamespaces = std::move(names);
    m_link->session->setKnownNamespaces(knownNamespaces());
}

void ConnectedCluster::setSuspectedNamespaces(std::vector<std::string> names)
{
    if (names == m_suspectedNamespaces)
        return;
    m_suspectedNamespaces = std::move(names);
    namespacesChanged();
}

void ConnectedCluster::namespacesChanged()
{
    m_link->session->setKnownNamespaces(knownNamespaces());
    Q_EMIT addedNamespacesChanged();
}

/// Once for each connection, as soon as it is known that the server answers us.
void ConnectedCluster::askVersion()
{
    if (m_versionQuestion.isRunning() || !m_version.empty() || catalog().types().empty())
        return;
    kube::ApiRequest request;
    request.path = "/version";
    request.byteCap = 64 * 1024;
    m_versionQuestion = api().fetch(std::move(request), [wakeUp = m_wakeUp, link = m_linkCount](base::Result<kube::ApiAnswer> answer) {
        if (!answer)
            return;
        wakeUp->consumer.post([wakeUp, link, body = std::move(answer->body)] {
            if (wakeUp->owner && wakeUp->owner->m_linkCount == link)
                wakeUp->owner->takeVersion(body);
        });
    });
}

void ConnectedCluster::takeVersion(const std::string &answer)
{
    const auto version = text::parseJson(answer);
    if (!version || (*version)["gitVersion"].text().empty())
        return;
    m_version = (*version)["gitVersion"].text();
    Q_EMIT versionChanged();
}

std::vector<std::string> ConnectedCluster::groups() const
{
    std::set<std::string> groups;
    for (const kube::ResourceType &type : catalog().types())
        groups.insert(type.group);
    return {groups.begin(), groups.end()};
}

std::shared_ptr<LiveRows> ConnectedCluster::open(const kube::ResourceType &type, const std::string &namespaceName, const std::string &labelSelector)
{
    const std::string key = keyOf(type, namespaceName, labelSelector);
    if (auto rows = m_rows[key].lock())
        return rows;
    auto rows = std::make_shared<LiveRows>(type, namespaceName, labelSelector, m_link->session->open(type, namespaceName, labelSelector));
    m_rows[key] = rows;
    return rows;
}

std::shared_ptr<LiveRows> ConnectedCluster::known(const kube::ResourceType &type) const
{
    const auto found = m_rows.find(keyOf(type, {}, {}));
    return found == m_rows.end() ? nullptr : found->second.lock();
}

void ConnectedCluster::pumpNextFrame()
{
    const auto rest = Frame - (m_consumer.clock().steady() - m_lastPump);
    m_nextPump = m_consumer.after(std::chrono::duration_cast<std::chrono::milliseconds>(std::max(rest, base::SteadyTime::duration(0))) + std::chrono::milliseconds(1), [this] { pump(); });
}

/// At most once a frame: what comes sooner waits for the rest of it.
void ConnectedCluster::pump()
{
    if (m_consumer.clock().steady() - m_lastPump < Frame)
        return pumpNextFrame();
    m_lastPump = m_consumer.clock().steady();
    m_wakeUp->pending = false;
    std::erase_if(m_rows, [](const auto &entry) { return entry.second.expired(); });
    std::vector<std::shared_ptr<LiveRows>> held;
    for (const auto &[key, weak] : m_rows)
        held.push_back(weak.lock());
    const bool isAll = m_intake.take(held);
    updateHealth();
    Q_EMIT rowsChanged();
    if (!isAll)
        pumpNextFrame();
}

Health ConnectedCluster::currentHealth() const
{
    const bool wasReached = !catalog().types().empty();
    if (const auto &error = m_link->session->catalogError())
        return {stateOf(*error, wasReached), m_health.state == stateOf(*error, wasReached) ? m_health.since : m_consumer.clock().now(), error, m_link->session->nextDiscovery()};
    std::optional<Health> stale;
    for (const auto &[key, weak] : m_rows) {
        const auto rows = weak.lock();
        if (rows && rows->state().phase == Phase::Stale && rows->state().error && rows->state().error->kind != base::ErrorKind::Forbidden)
            stale = Health{Health::State::Stale, rows->state().since, rows->state().error, rows->state().nextAttempt};
    }
    if (stale)
        return *stale;
    return {wasReached ? Health::State::Live : Health::State::Connecting, m_since, std::nullopt, std::nullopt};
}

void ConnectedCluster::updateHealth()
{
    const Health now = currentHealth();
    if (now == m_health)
        return;
    m_health = now;
    watchForReturn();
    Q_EMIT healthChanged();
}

void ConnectedCluster::watchForReturn()
{
    const bool isGone = m_health.error && (m_health.error->kind == base::ErrorKind::Network || m_health.error->kind == base::ErrorKind::Timeout);
    if (isGone)
        m_return.lost(ServerAddress::of(settings()));
    else
        m_return.found();
}

void ConnectedCluster::retryNow()
{
    m_link->session->retryNow();
}

} // namespace cluster
