#pragma once

#include "widgets/catalog/EntryWords.h"

#include <QAbstractTableModel>
#include <QSet>

#include <array>
#include <vector>

namespace catalog {

/// The contexts found, one row each, filtered and sorted. It keeps texts, never pointers into the catalog.
class CatalogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Version, Distribution, Server, User, Namespace, File };
    static constexpr int ColumnCount = File + 1;
    /// Besides the usual roles: the base::Meaning of a cell's colour.
    static constexpr int MeaningRole = Qt::UserRole;
    /// Of a name: the word of the colour that the person gave the cluster.
    static constexpr int ColorRole = Qt::UserRole + 1;

    /// Both outlive it.
    CatalogModel(cluster::Clusters &clusters, cluster::Reachability &reachability, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By one column; equal ones by name and file. Favourites stand first, whatever the order.
    void sort(int column, Qt::SortOrder order) override;

    /// The catalog was read again.
    void readEntries();
    /// What persons or servers say about some entries may have changed. Only another order begins anew.
    void readMarks();
    /// The state of some entries may have changed.
    void readStates();
    /// Rows that hold every word of it, in any case, in any column.
    void setFilter(const QString &filter);

    /// Each text of a column once, over all rows.
    QSet<QString> textsOf(int column) const;
    int total() const { return static_cast<int>(m_rows.size()); }
    cluster::EntryId idAt(int row) const { return shown(row).id; }
    /// -1 when it is not shown.
    int rowOf(const cluster::EntryId &id) const;
    const EntryState &stateAt(int row) const { return shown(row).state; }
    /// The server that an entry would be asked at, if it may be asked and nobody is connected to it.
    const std::optional<cluster::ServerAddress> &addressAt(int row) const { return shown(row).address; }

Q_SIGNALS:
    void entriesRead();

private:
    struct Row
    {
        cluster::EntryId id;
        std::array<QString, ColumnCount> texts;
        std::array<QString, ColumnCount> tips;
        std::array<std::string, ColumnCount> keys;      ///< numbers in them sort as numbers
        cluster::ClusterMarks marks;
        QString spoken;                                 ///< the name with its marks in words
        QString searched;                               ///< what is found besides the texts
        std::optional<cluster::ServerAddress> address;
        EntryState state;
        bool isCurrent = false;
        bool isUnverified = false;
        bool isBroken = false;
        bool isVersionOld = false;
    };

    Row rowFor(const kube::CatalogEntry &entry) const;
    void takeMarks(Row &row, const kube::CatalogEntry &entry) const;
    void takeState(Row &row, const kube::CatalogEntry &entry) const;
    void takeVersion(Row &row, const cluster::ConnectedCluster *connected, const std::string &reached) const;
    const Row &shown(int row) const { return m_rows[m_shown[static_cast<std::size_t>(row)]]; }
    bool matches(const Row &row) const;
    std::vector<std::size_t> arranged() const;
    void arrange() { m_shown = arranged(); }
    base::Meaning meaningOf(const Row &row, int column) const;

    cluster::Clusters &m_clusters;
    cluster::Reachability &m_reachability;
    std::vector<Row> m_rows;            ///< in the catalog's order
    std::vector<std::size_t> m_shown;
    QStringList m_words;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace catalog
