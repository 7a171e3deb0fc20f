#include "models/cluster/NamespaceNames.h"

#include "models/text/Json.h"

#include <algorithm>

namespace cluster {

using base::ErrorKind;
using base::Result;

namespace {

kube::Collection namespaces()
{
    const kube::ResourceType type{{}, "v1", "namespaces", "namespace", "Namespace", false, {}, {}, {}, {}};
    return {type, {}, {}, {}, kube::ItemFormat::Json};
}

bool isRefusal(const base::Error &error)
{
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Unsupported;
}

} // namespace

NamespaceNames::NamespaceNames(kube::Api &api, std::shared_ptr<kube::Reflector::ServerAbilities> abilities, std::function<double()> random)
    : m_api(api), m_abilities(std::move(abilities)), m_random(std::move(random))
{
}

NamespaceNames::~NamespaceNames() = default;

void NamespaceNames::add(Listener &listener)
{
    m_listeners.push_back(&listener);
    if (!m_reflector)
        return start();
    if (!m_names)
        return;
    m_api.executor().post([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->tell();
    });
}

void NamespaceNames::remove(Listener &listener)
{
    std::erase(m_listeners, &listener);
    if (m_listeners.empty())
        m_reflector.reset();
}

void NamespaceNames::start()
{
    m_isRefused = false;
    m_names.reset();
    m_reflector = std::make_unique<kube::Reflector>(m_api, namespaces(), *this, m_abilities, m_random);
    m_reflector->start();
}

void NamespaceNames::giveUp()
{
    m_isRefused = true;
    // Not at once: the reflector that is to go is the one that calls.
    m_api.executor().post([weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self || !self->m_isRefused)
            return;
        self->m_reflector.reset();
        self->tell();
    });
}

void NamespaceNames::tell()
{
    for (Listener *listener : std::vector(m_listeners)) {
        if (std::ranges::find(m_listeners, listener) != m_listeners.end())
            listener->namespacesChanged();
    }
}

void NamespaceNames::setKnown(std::set<std::string> names)
{
    m_known = std::move(names);
    if (m_isRefused && !m_reflector)
        tell();
}

void NamespaceNames::retryNow(kube::Retry what)
{
    if (m_reflector)
        m_reflector->retryNow(what);
    else if (m_isRefused && !m_listeners.empty())
        start();
}

void NamespaceNames::complete()
{
    const bool changed = m_names != m_listed;
    m_names = m_listed;
    if (changed)
        tell();
}

Result<std::string> NamespaceNames::read(std::string_view object)
{
    const auto parsed = text::parseJson(object);
    if (!parsed)
        return parsed.error();
    m_version = (*parsed)["metadata"]["resourceVersion"].text();
    return std::string((*parsed)["metadata"]["name"].text());
}

Result<std::string_view> NamespaceNames::put(kube::ItemFormat, std::string_view object)
{
    const auto name = read(object);
    if (!name)
        return name.error();
    const bool isNew = m_listed.insert(*name).second;
    if (isNew && m_names && m_state.phase != kube::SyncState::Phase::Listing && m_names->insert(*name).second)
        tell();
    return std::string_view(m_version);
}

Result<std::string_view> NamespaceNames::remove(kube::ItemFormat, std::string_view object)
{
    const auto name = read(object);
    if (!name)
        return name.error();
    m_listed.erase(*name);
    if (m_names && m_names->erase(*name) > 0)
        tell();
    return std::string_view(m_version);
}

void NamespaceNames::stateChanged(const kube::SyncState &state)
{
    m_state = state;
    if (m_names || !state.error)
        return;
    if (isRefusal(*state.error))
        giveUp();
    else
        tell();
}

} // namespace cluster
