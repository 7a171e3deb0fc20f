#pragma once

#include "models/demo/Cluster.h"

namespace demo {

/// The local-path provisioner: makes a volume for a claim as soon as a pod with a node uses it.
class Storage
{
public:
    explicit Storage(Cluster &cluster) : m_cluster(&cluster) { }

    void reconcile();

private:
    void makeClaims(const Object &statefulSet);
    void bind(const Object &claim, const std::string &node);

    Cluster *m_cluster;
};

} // namespace demo
