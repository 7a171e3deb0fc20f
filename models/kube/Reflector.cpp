#include "models/kube/Reflector.h"

#include "models/kube/ReflectorEngine.h"

namespace kube {

Reflector::Reflector(Api &api, Collection collection, CollectionSink &sink, std::shared_ptr<ServerAbilities> abilities,
                     std::function<double()> random)
    : m_engine(std::make_unique<Engine>(api, std::move(collection), sink, std::move(abilities), std::move(random)))
{
}

Reflector::~Reflector() = default;

void Reflector::start()
{
    m_engine->begin();
}

void Reflector::retryNow(Retry what)
{
    m_engine->retryNow(what);
}

const SyncState &Reflector::state() const
{
    return m_engine->state();
}

} // namespace kube
