#pragma once

#include "widgets/base/Theme.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace disk {

/// A row of a table about a disk. The first cell is a size.
struct DiskRow
{
    QString key;                                    ///< the same in the next report
    std::optional<qint64> bytes;
    QStringList cells;                              ///< those behind the size
    int stateColumn = -1;                           ///< the cell that tells a state
    base::Meaning meaning = base::Meaning::Text;    ///< of it

    bool operator==(const DiskRow &) const = default;
};

/// Rows that fit some words, in the order they came in unless a column is chosen.
class DiskRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    DiskRows(QStringList heads, QObject *parent) : QAbstractTableModel(parent), m_heads(std::move(heads)) { }

    void show(std::vector<DiskRow> rows);
    void setFilter(const QString &words);
    /// By that column, the other way round, and as they came.
    void sortBy(int column);
    /// The place of a shown row among all that came.
    std::size_t place(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    const DiskRow &row(int row) const { return m_rows[place(row)]; }
    int find(const QString &key) const;
    std::size_t all() const { return m_rows.size(); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_heads.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const DiskRow &row, int column) const;
    bool isBefore(const DiskRow &one, const DiskRow &other) const;
    bool fits(const DiskRow &row) const;
    void arrange();

    QStringList m_heads;
    std::vector<DiskRow> m_rows;
    std::vector<std::size_t> m_shown;
    QStringList m_words;
    QStringList m_keys;         ///< of each word, the keys it was typed with
    int m_column = -1;
    bool m_isDescending = false;
};

} // namespace disk
