#pragma once

#include "models/overview/Expiry.h"
#include "models/overview/VersionSkew.h"
#include "widgets/base/Theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace overview {

/// Versions and what ends on a day, each with what that means.
class FactsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Value, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::string &serverVersion, const std::vector<KubeletVersion> &kubelets, const std::vector<Expiry> &expiries, base::SystemTime now);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString what;
        QString value;
        base::Meaning meaning = base::Meaning::Text;
        QString state;
        QString tip;

        bool operator==(const Row &) const = default;
    };
    static Row rowOf(const KubeletVersion &kubelet);
    static Row rowOf(const Expiry &expiry, base::SystemTime now);

    std::vector<Row> m_rows;
};

} // namespace overview
