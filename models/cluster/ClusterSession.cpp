#include "models/cluster/ClusterSession.h"

#include "models/kinds/KindRowReader.h"
#include "models/kube/TableRowReader.h"

#include <algorithm>
#include <array>

namespace cluster {

namespace {

/// Their contents are secrets or large: only what the server's Table shows of them is fetched.
constexpr std::array<std::string_view, 2> tableOnly{"secrets", "configmaps"};

bool isTableOnly(const kube::ResourceType &type)
{
    return type.group.empty() && std::ranges::find(tableOnly, type.resource) != tableOnly.end();
}

const kube::ResourceType &definitionType()
{
    static const kube::ResourceType type{"apiextensions.k8s.io", "v1", "customresourcedefinitions", "customresourcedefinition", "CustomResourceDefinition", false, {}, {}, {}, {}};
    return type;
}

const kube::ResourceType &apiServiceType()
{
    static const kube::ResourceType type{"apiregistration.k8s.io", "v1", "apiservices", "apiservice", "APIService", false, {}, {}, {}, {}};
    return type;
}

} // namespace

ClusterSession::ClusterSession(kube::Api &api, base::Executor &consumer, const std::vector<std::string> &knownNamespaces, Observers observers)
    : m_api(api)
    , m_consumer(consumer)
    , m_observers(std::move(observers))
    , m_abilities(std::make_shared<kube::Reflector::ServerAbilities>())
    , m_namespaces(std::make_shared<NamespaceNames>(api, m_abilities))
    , m_anchor(std::make_shared<Anchor>(Anchor{this}))
    , m_discoveryMemory(std::make_shared<kube::DiscoveryMemory>())
    , m_wakeWatch(api.executor(), [&consumer, anchor = std::weak_ptr(m_anchor)] {
        consumer.post([anchor] {
            if (const auto here = anchor.lock(); here && here->session)
                here->session->retryNow(kube::Retry::Everything);
        });
    })
{
    m_namespaces->setKnown({knownNamespaces.begin(), knownNamespaces.end()});
    discover();
    followDefinitions();
}

ClusterSession::~ClusterSession()
{
    m_anchor->session = nullptr;
}

void ClusterSession::setKnownNamespaces(const std::vector<std::string> &names)
{
    m_api.executor().post([namespaces = m_namespaces, known = std::set(names.begin(), names.end())] { namespaces->setKnown(known); });
}

std::unique_ptr<LiveStore> ClusterSession::makeStore(const Entry &entry, std::function<void()> changed)
{
    const kube::ResourceType &type = entry.type;
    const kinds::Kind *kind = isTableOnly(type) ? nullptr : kinds::findKind(type.apiVersion(), type.kind);
    LiveCollection::Setup setup{m_api, m_abilities, {}, {}, {}, std::move(changed), kube::randomFraction, m_namespaces};
    setup.collection.type = type;
    setup.collection.namespaceName = entry.namespaceName;
    setup.collection.labelSelector = entry.labelSelector;
    setup.collection.format = kind ? kube::ItemFormat::Protobuf : kube::ItemFormat::Table;
    if (kind) {
        setup.reader = std::make_unique<kinds::KindRowReader>(*kind, kinds::KeepObject::Yes);
    } else {
        setup.collection.wholeObjects = !isTableOnly(type);
        setup.reader = std::make_unique<kube::TableRowReader>(m_api.executor().clock());
    }
    setup.packer = std::make_shared<kube::ObjectPacker>();
    return std::make_unique<LiveStore>(std::move(setup));
}

std::shared_ptr<LiveStore> ClusterSession::open(const kube::ResourceType &type, const std::string &namespaceName, const std::string &labelSelector)
{
    const std::string key = type.apiVersion() + '/' + type.resource + '@' + namespaceName + '?' + labelSelector;
    Entry &entry = m_stores[key];
    entry.grace.cancel();
    entry.type = type;
    entry.namespaceName = namespaceName;
    entry.labelSelector = labelSelector;
    if (auto handle = entry.handle.lock())
        return handle;
    if (!entry.store)
        entry.store = makeStore(entry, m_observers.rowsWait);
    // The handle shares the store; when the last one goes, the session is told.
    std::shared_ptr<LiveStore> handle(entry.store.get(), [kept = entry.store, anchor = std::weak_ptr(m_anchor), key](LiveStore *) {
        if (const auto here = anchor.lock(); here && here->session)
            here->session->released(key);
    });
    entry.handle = handle;
    return handle;
}

std::vector<ClusterSession::Open> ClusterSession::openLists() const
{
    std::vector<Open> open;
    for (const auto &[key, entry] : m_stores)
        open.push_back({entry.type, entry.namespaceName, entry.labelSelector, entry.store->store().size(), entry.store->state(), !entry.handle.expired()});
    for (std::size_t i = 0; i < m_definitions.size(); ++i) {
        if (m_definitions[i])
            open.push_back({i == 0 ? definitionType() : apiServiceType(), {}, {}, m_definitions[i]->store().size(), m_definitions[i]->state(), true});
    }
    return open;
}

void ClusterSession::released(const std::string &key)
{
    const auto found = m_stores.find(key);
    if (found == m_stores.end())
        return;
    found->second.grace = m_consumer.after(GraceTime, [this, key] {
        // The job that runs this lives in the entry.
        const Entry gone = std::move(m_stores.at(key));
        m_stores.erase(key);
    });
}

void ClusterSession::retryNow(kube::Retry what)
{
    m_api.executor().post([&api = m_api] { api.startOver(); });
    for (const auto &[key, entry] : m_stores)
        entry.store->retryNow(what);
    for (const auto &definitions : m_definitions) {
        if (definitions)
            definitions->retryNow(what);
    }
    if (m_catalogError)
        discover();
}

void ClusterSession::discover()
{
    m_refresh = m_consumer.after(CatalogRefresh, [this] { discover(); });
    m_discovery = kube::discover(m_api, [&consumer = m_consumer, anchor = std::weak_ptr(m_anchor)](base::Result<kube::ApiCatalog> catalog) {
        consumer.post([anchor, catalog = std::move(catalog)]() mutable {
            if (const auto here = anchor.lock(); here && here->session)
                here->session->discovered(std::move(catalog));
        });
    }, kube::Retries::None, m_discoveryMemory);
}

void ClusterSession::discovered(base::Result<kube::ApiCatalog> catalog)
{
    const bool isNews = m_catalogError || !catalog || m_catalog != *catalog;
    m_catalogError.reset();
    m_nextDiscovery.reset();
    if (catalog) {
        m_catalog = std::move(*catalog);
    } else {
        m_catalogError = catalog.error();
        const std::chrono::milliseconds delay = std::max<std::chrono::milliseconds>(CatalogRetry, catalog.error().retryAfter.value_or(std::chrono::seconds(0)));
        m_nextDiscovery = m_consumer.clock().now() + delay;
        m_refresh = m_consumer.after(delay, [this] { discover(); });
    }
    if (isNews && m_observers.catalogChanged)
        m_observers.catalogChanged();
}

void ClusterSession::followDefinitions()
{
    for (const kube::ResourceType *type : {&definitionType(), &apiServiceType()}) {
        const std::size_t index = m_definitions.size();
        const auto changed = [&consumer = m_consumer, index, anchor = std::weak_ptr(m_anchor)] {
            consumer.post([index, anchor] {
                const auto here = anchor.lock();
                if (here && here->session)
                    here->session->pumpDefinitions(index);
            });
        };
        LiveCollection::Setup setup{m_api, m_abilities, {}, {}, {}, changed};
        setup.collection.type = *type;
        setup.collection.format = kube::ItemFormat::Table;
        setup.reader = std::make_unique<kube::TableRowReader>(m_api.executor().clock());
        m_definitions.push_back(std::make_unique<LiveStore>(std::move(setup)));
    }
}

void ClusterSession::pumpDefinitions(std::size_t index)
{
    if (index >= m_definitions.size() || !m_definitions[index])
        return;
    const bool changed = !m_definitions[index]->pump().isEmpty();
    const std::optional<base::Error> &error = m_definitions[index]->state().error;
    // A server without that API, or a viewer who may not read it, is asked once; the catalog is refreshed now and then anyway.
    if (error && (error->kind == base::ErrorKind::NotFound || error->kind == base::ErrorKind::Forbidden))
        m_definitions[index].reset();
    if (changed)
        definitionsChanged();
}

void ClusterSession::definitionsChanged()
{
    m_discoveryDelay = m_consumer.after(CatalogDelay, [this] { discover(); });
}

} // namespace cluster
