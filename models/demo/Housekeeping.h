#pragma once

#include "models/demo/Cluster.h"

namespace demo {

/// What a cluster keeps in order behind everybody's back: namespaces get their ServiceAccount and CA, ending ones are emptied,
/// what has lost its owner goes, aggregated ClusterRoles get their rules.
class Housekeeping
{
public:
    explicit Housekeeping(Cluster &cluster) : m_cluster(&cluster) { }

    void reconcileNamespaces();
    void collectOrphans();
    void aggregateRoles();

private:
    void aggregateRolesOnce();
    void furnish(const Object &nameSpace);
    void empty(const Object &nameSpace);

    Cluster *m_cluster;
};

} // namespace demo
