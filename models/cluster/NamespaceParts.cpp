#include "models/cluster/NamespaceParts.h"

#include <algorithm>

namespace cluster {

using base::Result;
using kube::ItemFormat;
using kube::SyncState;

/// One namespace: passes its rows on and remembers their names, to know after a listing which are gone.
class NamespaceParts::Part final : public kube::CollectionSink
{
public:
    Part(NamespaceParts &owner, std::string namespaceName, std::chrono::seconds firstPause)
        : m_owner(owner), m_namespace(std::move(namespaceName)), m_pauseTime(firstPause)
    {
    }

    void start()
    {
        kube::Collection collection = m_owner.m_collection;
        collection.namespaceName = m_namespace;
        m_reflector = std::make_unique<kube::Reflector>(m_owner.m_api, std::move(collection), *this, m_owner.m_abilities, m_owner.m_random);
        m_reflector->start();
    }
    void retryNow(kube::Retry what)
    {
        if (m_reflector)
            return m_reflector->retryNow(what);
        m_pause.cancel();
        start();
    }
    void takeRowsAway()
    {
        for (const std::string &name : m_known)
            m_owner.m_feed.removeNamed(m_namespace, name);
    }
    const std::string &name() const { return m_namespace; }
    const SyncState &state() const { return m_state; }
    /// Its rows are all there, or will never be.
    bool isSettled() const { return m_listedOnce || isForbidden(); }
    /// Nothing of it was ever seen, and none of it may be.
    bool isForbidden() const { return !m_listedOnce && m_state.error && m_state.error->kind == base::ErrorKind::Forbidden; }

    void restart() override { m_listed.clear(); m_listing = true; }
    void complete() override
    {
        for (const std::string &name : m_known) {
            if (!m_listed.contains(name))
                m_owner.m_feed.removeNamed(m_namespace, name);
        }
        m_known = std::exchange(m_listed, {});
        m_listing = false;
        m_listedOnce = true;
        m_owner.partChanged();
    }
    void setColumns(std::vector<kube::TableColumn> columns) override { m_owner.m_feed.setColumns(std::move(columns)); }

    Result<std::string_view> put(ItemFormat format, std::string_view object) override
    {
        auto version = m_owner.m_feed.put(format, object);
        if (version) {
            m_known.insert(m_owner.m_feed.lastName());
            if (m_listing)
                m_listed.insert(m_owner.m_feed.lastName());
        }
        return version;
    }

    Result<std::string_view> remove(ItemFormat format, std::string_view object) override
    {
        auto version = m_owner.m_feed.remove(format, object);
        if (version) {
            m_known.erase(m_owner.m_feed.lastName());
            m_listed.erase(m_owner.m_feed.lastName());
        }
        return version;
    }

    void stateChanged(const SyncState &state) override
    {
        m_state = state;
        if (isForbidden())
            pause();
        m_owner.partChanged();
    }

private:
    /// There may be hundreds of forbidden namespaces, so they are asked seldom.
    void pause()
    {
        base::Executor &executor = m_owner.m_api.executor();
        const auto time = m_pauseTime;
        m_pauseTime = std::min<std::chrono::seconds>(m_pauseTime * 2, ForbiddenPause);
        m_state.nextAttempt = executor.clock().now() + time;
        // Not at once: the reflector that is to go is the one that calls.
        m_pause = executor.after(std::chrono::milliseconds(0), [this, &executor, time] {
            m_reflector.reset();
            m_pause = executor.after(time, [this] { start(); });
        });
    }

    NamespaceParts &m_owner;
    std::string m_namespace;
    std::unique_ptr<kube::Reflector> m_reflector;
    SyncState m_state;
    std::set<std::string> m_known;
    std::set<std::string> m_listed;
    bool m_listing = false;
    bool m_listedOnce = false;
    std::chrono::seconds m_pauseTime;
    base::Job m_pause;
};

NamespaceParts::NamespaceParts(kube::Api &api, kube::Collection collection, CollectionFeed &feed,
                               std::shared_ptr<kube::Reflector::ServerAbilities> abilities, std::function<double()> random, std::optional<base::Error> refusal)
    : m_api(api), m_collection(std::move(collection)), m_feed(feed), m_abilities(std::move(abilities)), m_random(std::move(random)), m_refusal(std::move(refusal))
{
}

NamespaceParts::~NamespaceParts() = default;

void NamespaceParts::follow(const std::set<std::string> &namespaces)
{
    const bool isLater = std::exchange(m_started, true);
    if (!isLater)
        m_feed.restart();
    std::set<std::string> reflected;
    std::erase_if(m_parts, [&](const auto &part) {
        const bool isGone = !namespaces.contains(part->name());
        if (isGone)
            part->takeRowsAway();
        else
            reflected.insert(part->name());
        return isGone;
    });
    std::vector<Part *> added;
    for (const std::string &name : namespaces) {
        if (!reflected.contains(name))
            added.push_back(m_parts.emplace_back(std::make_unique<Part>(*this, name, isLater ? FirstPause : ForbiddenPause)).get());
    }
    for (Part *part : added)
        part->start();
    partChanged();
}

void NamespaceParts::retryNow(kube::Retry what)
{
    for (const auto &part : m_parts)
        part->retryNow(what);
}

/// How much a part's state says about the whole.
int NamespaceParts::weight(const Part &part) const
{
    enum { Forbidden, New, Fine, Unsettled, Failed };
    if (part.isForbidden())
        return Forbidden;
    if (part.state().error)
        return Failed;
    if (part.isSettled())
        return Fine;
    // A namespace that came later does not make the others less live while it is listed.
    return m_complete ? New : Unsettled;
}

std::vector<std::string> NamespaceParts::readable() const
{
    std::vector<std::string> names;
    for (const auto &part : m_parts) {
        if (!part->isForbidden())
            names.push_back(part->name());
    }
    return names;
}

/// The whole is as fresh as its stalest part; a part that is forbidden does not count while another is not.
void NamespaceParts::partChanged()
{
    const auto settled = [](const auto &part) { return part->isSettled(); };
    if (!m_complete && std::ranges::all_of(m_parts, settled)) {
        m_complete = true;
        m_feed.complete();
    }
    const auto worst = std::ranges::max_element(m_parts, {}, [this](const auto &part) { return weight(*part); });
    if (worst == m_parts.end())
        return;
    SyncState state = (*worst)->state();
    if (m_refusal && (*worst)->isForbidden())
        state.error = m_refusal;
    state.onlyNamespaces = readable();
    m_feed.stateChanged(state);
}

} // namespace cluster
