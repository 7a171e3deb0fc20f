#include "widgets/base/ClusterView.h"

#include "models/cluster/ConnectedCluster.h"

namespace base {

/// Where namespaces may not be listed, those that are chosen are asked for all the same.
void ClusterView::tellCluster()
{
    std::vector<std::string> names;
    for (const QString &name : m_namespaces)
        names.push_back(name.toStdString());
    m_cluster.setChosenNamespaces(std::move(names));
}

} // namespace base
