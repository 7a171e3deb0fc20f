#pragma once

#include "models/overview/Overview.h"
#include "widgets/base/Address.h"
#include "widgets/overview/SyncedRows.h"

#include <optional>

namespace overview {

/// What needs attention, the worst first, all of it: what is not on screen costs nothing.
class UnwellModel final : public SyncedRows<Unwell>
{
    Q_OBJECT

public:
    enum Column { State, Kind, Namespace, Name, Why, Age, ColumnCount };

    /// Both outlive it.
    UnwellModel(const Overview &overview, const base::Clock &clock, QObject *parent = nullptr);

    void refresh();
    /// All that need attention, those that share a row too.
    std::size_t objectCount() const;
    /// Nothing when it is gone by now.
    std::optional<base::Address> addressAt(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const Unwell &row, int column) const;

    const Overview &m_overview;
    const base::Clock &m_clock;
};

} // namespace overview
