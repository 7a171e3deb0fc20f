#pragma once

#include "models/kube/Traffic.h"

#include <QAbstractTableModel>

#include <vector>

namespace connection {

/// The newest requests to a cluster, the newest first, narrowed to those that hold what was typed.
class RequestsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Method, Outcome, Path, Bytes, Took, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRecords(std::vector<kube::RequestRecord> records);
    void setFilter(const QString &text, bool failuresOnly);
    int total() const { return static_cast<int>(m_records.size()); }
    /// The oldest first.
    std::vector<kube::RequestRecord> shown() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Rows that stay keep their places in a view: the selection, and what has the focus.
    void choose();
    void removeMissing(const std::vector<kube::RequestRecord> &wanted);
    void insertNew(const std::vector<kube::RequestRecord> &wanted);
    bool isShown(const kube::RequestRecord &record) const;
    static QString textOf(const kube::RequestRecord &record, int column);

    std::vector<kube::RequestRecord> m_records;
    std::vector<kube::RequestRecord> m_shown;   ///< the newest first
    QString m_filter;
    bool m_failuresOnly = false;
};

} // namespace connection
