#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <map>
#include <vector>

namespace overview {

/// A table whose rows are told anew as a whole: what stays keeps its row, so that the selection and the place stay too.
template<typename Row>
class SyncedRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

protected:
    /// More is not moved one by one.
    static constexpr std::size_t MostMoves = 500;

    const std::vector<Row> &rows() const { return m_rows; }
    const Row &rowAt(const QModelIndex &index) const { return m_rows[static_cast<std::size_t>(index.row())]; }

    /// No row may be there twice.
    void setRows(std::vector<Row> wanted)
    {
        std::map<Row, std::size_t> places;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            places.emplace(wanted[i], i);
        std::vector<bool> stays = staying(places);
        const auto staying = static_cast<std::size_t>(std::ranges::count(stays, true));
        if (m_rows.size() + wanted.size() - 2 * staying > MostMoves) {
            beginResetModel();
            m_rows = std::move(wanted);
            endResetModel();
            return;
        }
        removeOthers(stays);
        insertMissing(wanted);
        m_rows = std::move(wanted); // the same ones, of which something may be told anew
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    /// Those that are wanted still, and in the order in which they stand.
    std::vector<bool> staying(const std::map<Row, std::size_t> &places) const
    {
        std::vector<bool> stays(m_rows.size());
        std::size_t next = 0;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const auto place = places.find(m_rows[i]);
            stays[i] = place != places.end() && place->second >= next;
            if (stays[i])
                next = place->second + 1;
        }
        return stays;
    }

    void removeOthers(const std::vector<bool> &stays)
    {
        for (std::size_t i = m_rows.size(); i-- > 0;) {
            if (stays[i])
                continue;
            beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(i));
            endRemoveRows();
        }
    }

    void insertMissing(const std::vector<Row> &wanted)
    {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (i < m_rows.size() && m_rows[i] == wanted[i])
                continue;
            beginInsertRows({}, static_cast<int>(i), static_cast<int>(i));
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), wanted[i]);
            endInsertRows();
        }
    }

    std::vector<Row> m_rows;
};

} // namespace overview
