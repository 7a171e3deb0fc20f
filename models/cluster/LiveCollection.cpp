#include "models/cluster/LiveCollection.h"

#include <utility>

namespace cluster {

using kube::SyncState;

LiveCollection::Engine::Engine(Setup setup)
    : m_setup(std::move(setup)), m_feed(std::move(m_setup.reader), m_setup.packer, m_setup.changed)
{
    if (!m_setup.namespaces)
        m_setup.namespaces = std::make_shared<NamespaceNames>(m_setup.api, m_setup.abilities, m_setup.random);
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
    leaveNamespaces();
    m_parts.reset();
    m_reflector.reset();
}

void LiveCollection::Engine::retryNow(kube::Retry what)
{
    if (m_isListening)
        m_setup.namespaces->retryNow(what);
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
            self->followNamespaces();
        }
    });
}

void LiveCollection::Engine::followNamespaces()
{
    m_isListening = true;
    m_setup.namespaces->add(*this);
}

void LiveCollection::Engine::leaveNamespaces()
{
    if (std::exchange(m_isListening, false))
        m_setup.namespaces->remove(*this);
}

void LiveCollection::Engine::namespacesChanged()
{
    const NamespaceNames &namespaces = *m_setup.namespaces;
    if (namespaces.isRefused())
        reflectParts(namespaces.known());
    else if (namespaces.names())
        reflectParts(*namespaces.names());
    else if (!m_parts)
        m_feed.stateChanged(namespaces.state());
}

void LiveCollection::Engine::reflectParts(const std::set<std::string> &namespaces)
{
    if (!m_parts && namespaces.empty())
        return waitForRights();
    if (!m_parts)
        m_parts = std::make_unique<NamespaceParts>(m_setup.api, m_setup.collection, m_feed, m_setup.abilities, m_setup.random, m_refused.error);
    m_parts->follow(namespaces);
}

/// Nothing may be read now. Rights may be given later, so the whole is asked for again, seldom.
void LiveCollection::Engine::waitForRights()
{
    leaveNamespaces();
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
