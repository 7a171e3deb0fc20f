#pragma once

#include "models/overview/Overview.h"
#include "widgets/base/Address.h"
#include "widgets/overview/SyncedRows.h"

#include <optional>

namespace overview {

/// The warnings among the events of a cluster, the newest first.
class WarningsModel final : public SyncedRows<kube::RowId>
{
    Q_OBJECT

public:
    enum Column { Seen, Reason, Namespace, Object, Message, Times, ColumnCount };

    /// Both outlive it.
    WarningsModel(const Overview &overview, const base::Clock &clock, QObject *parent = nullptr);

    void refresh();
    /// What the event is about; nothing when the program does not know its kind.
    std::optional<base::Address> objectAt(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(kube::RowId row, int column) const;

    const Overview &m_overview;
    const base::Clock &m_clock;
};

} // namespace overview
