#pragma once

#include "models/downward/Comparison.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace downward {

/// The entries of a pod as rows, under a row for each container and volume. What does not match the filter is left out.
class EntriesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Field, Value, Lifetime, Computed, Inside, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<Entry> entries);
    /// Null: nothing was read.
    void setReading(const Reading *reading);
    void setFilter(const QString &words);

    const std::vector<Entry> &entries() const { return m_entries; }
    /// Null for the row of a group.
    const Entry *entryAt(int row) const;
    const std::vector<Compared> &comparedAt(int row) const;
    bool isGroup(int row) const { return row >= 0 && row < rowCount() && !m_rows[static_cast<std::size_t>(row)].entry; }
    int countOf(Match match) const;
    /// All entries, for other programs.
    std::string csv() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString group;
        std::optional<std::size_t> entry;

        bool operator==(const Row &) const = default;
    };

    std::vector<Row> rowsOf() const;
    void arrange();
    void compareAll();
    bool matches(const Entry &entry) const;
    QString cell(std::size_t entry, int column) const;
    QVariant meaningOf(std::size_t entry, int column) const;

    std::vector<Entry> m_entries;
    std::vector<std::vector<Compared>> m_compared;
    std::vector<Row> m_rows;
    QString m_filter;
    const Reading *m_reading = nullptr;
};

} // namespace downward
