#pragma once

#include "models/cluster/LiveRows.h"
#include "models/overview/Tally.h"

#include <memory>

namespace overview {

/// How the objects of one kind are, live, for as long as this lives. GUI thread.
class KindState final : public QObject
{
    Q_OBJECT

public:
    explicit KindState(std::shared_ptr<cluster::LiveRows> rows);

    const kube::ResourceType &type() const { return m_rows->type(); }
    /// Another one after the rows were replaced.
    const Tally &tally() const { return *m_tally; }
    const kube::SyncState &sync() const { return m_rows->state(); }
    /// A whole listing was seen; before it, counts are of those that arrived so far.
    bool isComplete() const { return m_rows->store().isComplete(); }
    void setNamespaces(Tally::Namespaces namespaces);
    /// Of claims: the StorageClasses that make a volume only for a pod.
    void setPatientClasses(Tally::Names classes);

Q_SIGNALS:
    void changed();

private:
    void countAnew();

    std::shared_ptr<cluster::LiveRows> m_rows;
    std::unique_ptr<Tally> m_tally;
    Tally::Namespaces m_namespaces;
    Tally::Names m_patientClasses;
};

} // namespace overview
