#pragma once

#include "models/demo/Behaviours.h"
#include "models/demo/Cluster.h"

namespace demo {

/// Gives Services their addresses and keeps their Endpoints and EndpointSlices as the ready pods are.
class Services
{
public:
    explicit Services(Cluster &cluster) : m_cluster(&cluster) { }

    void setBehaviours(const Behaviours &behaviours) { m_behaviours = &behaviours; }
    void reconcile();

private:
    ObjectPointer addressed(const Object &service);
    void publish(const Object &service);
    void put(text::Value object, const Object &service);

    Cluster *m_cluster;
    const Behaviours *m_behaviours = nullptr;
};

} // namespace demo
