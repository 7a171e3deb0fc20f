#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/rights/SharedRights.h"
#include "widgets/rbac/IdentityPicker.h"

#include <QObject>

#include <memory>
#include <optional>

namespace rbac {

/// One of the two whose access is compared: who it is, in which cluster, and what is known of that cluster while somebody looks.
class CompareSide final : public QObject
{
    Q_OBJECT

public:
    CompareSide(const QString &name, std::shared_ptr<rights::SharedRights> known, QWidget *parent);
    ~CompareSide() override;

    IdentityPicker &picker() { return *m_picker; }
    const IdentityPicker &picker() const { return *m_picker; }
    cluster::ConnectedCluster *cluster() const { return m_cluster; }
    rights::LiveRights *live() const { return m_live.get(); }
    /// Null: not read yet.
    const std::shared_ptr<const Basis> &basis() const { return m_basis; }
    /// Nothing: what is written means nobody.
    std::optional<Identity> identity() const;
    bool isEmpty() const { return m_picker->identity().isEmpty(); }
    /// Names who it is and where.
    QString words() const;

    /// Takes the cluster that is chosen.
    void follow();
    /// A cluster that goes is followed no more at once.
    void forget(const cluster::ConnectedCluster *gone);
    void startAsking();
    void stopAsking();

Q_SIGNALS:
    /// Somebody else was chosen.
    void chosen();
    /// There is another basis.
    void changed();
    void stateChanged();

private:
    void leave();
    void takeBasis();
    void offer();

    std::shared_ptr<rights::SharedRights> m_known;
    IdentityPicker *m_picker;
    cluster::ConnectedCluster *m_cluster = nullptr;
    std::shared_ptr<rights::LiveRights> m_live;
    std::shared_ptr<const Basis> m_basis;
    bool m_isAsking = false;
    base::EventLoopExecutor m_executor;
    base::Job m_offering;
};

} // namespace rbac
