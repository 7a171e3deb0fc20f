#include "models/cluster/LiveCollection.h"

#include "models/text/Json.h"

namespace cluster {

using kube::SyncState;

LiveCollection::Engine::Engine(Setup setup)
    : m_setup(std::move(setup)), m_feed(std::move(m_setup.reader), m_setup.packer, m_setup.changed)
{
}

void LiveCollection::Engine::start()
{
    m_again.cancel();
    m_fallingBack = false;
    m_reflector = std::make_unique<kube::Reflector>(m_setup.api, m_setup.collection, *this, m_setup.abilities, m_setup.random);
    m_reflector->start();
}

void LiveCollection::Engine::stop()
{
    m_again.cancel();
    m_namespaces.cancel();
    m_parts.reset();
    m_reflector.reset();
}

void LiveCollection::Engine::retryNow(kube::Retry what)
{
    if (m_parts)
        m_parts->retryNow(what);
    else if (m_reflector)
        m_reflector->retryNow(what);
    else if (m_again.isRunning())
        start();
}

bool LiveCollection::Engine::mayFallBack(const SyncState &state) const
{
    return !m_fallingBack && state.phase == SyncState::Phase::Connecting && state.error && state.error->kind == base::ErrorKind::Forbidden
        && m_setup.collection.type.namespaced && m_setup.collection.namespaceName.empty();
}

void LiveCollection::Engine::stateChanged(const SyncState &state)
{
    if (!mayFallBack(state)) {
        if (!m_fallingBack)
            m_feed.stateChanged(state);
        return;
    }
    m_fallingBack = true;
    m_refused = state;
    // Not at once: the reflector that is to go is the one that calls.
    m_setup.api.executor().post([weak = weak_from_this()] {
        if (const auto self = weak.lock(); self && self->m_reflector) {
            self->m_reflector.reset();
            self->fetchNamespaces();
        }
    });
}

void LiveCollection::Engine::fetchNamespaces()
{
    kube::ApiRequest request;
    request.path = "/api/v1/namespaces";
    request.accept = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
    m_namespaces = m_setup.api.fetch(std::move(request), [this](base::Result<kube::ApiAnswer> answer) {
        std::vector<std::string> names = m_setup.knownNamespaces;
        const auto parsed = std::move(answer).and_then([](kube::ApiAnswer &&whole) { return text::parseJson(whole.body); });
        if (parsed) {
            names.clear();
            for (const text::Value &item : (*parsed)["items"].items())
                names.push_back(item["metadata"]["name"].text());
        }
        reflectParts(std::move(names));
    });
}

void LiveCollection::Engine::reflectParts(std::vector<std::string> namespaces)
{
    if (namespaces.empty())
        return waitForRights();
    m_parts = std::make_unique<NamespaceParts>(m_setup.api, m_setup.collection, m_feed, m_setup.abilities, m_setup.random);
    m_parts->start(namespaces);
}

/// Nothing may be read now. Rights may be given later, so the whole is asked for again, seldom.
void LiveCollection::Engine::waitForRights()
{
    base::Executor &executor = m_setup.api.executor();
    m_refused.nextAttempt = executor.clock().now() + RefusedPause;
    m_again = executor.after(RefusedPause, [this] { start(); });
    m_feed.stateChanged(m_refused);
}

LiveCollection::LiveCollection(Setup setup) : m_executor(setup.api.executor()), m_engine(std::make_shared<Engine>(std::move(setup)))
{
    m_executor.post([engine = m_engine] { engine->start(); });
}

LiveCollection::~LiveCollection()
{
    m_executor.post([engine = std::move(m_engine)] { engine->stop(); });
}

void LiveCollection::retryNow(kube::Retry what)
{
    m_executor.post([engine = m_engine, what] { engine->retryNow(what); });
}

} // namespace cluster
