#pragma once

#include "models/rbac/PictureFilter.h"
#include "widgets/rbac/ProofWords.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rbac {

/// What becomes of a right when the server is asked.
using BadgeOfRight = std::function<ProofWords(const Right &right)>;
/// The resourceVersion of an object as it was read last; empty where it is not known.
using VersionOf = std::function<std::string(const ObjectRef &object)>;

/// Every right with the way it comes: the facts of the graph's table and of the lines that lead to it.
class RightsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Verb, Resource, Names, Where, Through, FromBinding, FromRole, Proof, Versions, Change, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: everything is shown, else only what was found.
    void show(std::shared_ptr<const AccessPicture> picture, const Found *found);
    void setProofs(BadgeOfRight badgeOf) { m_badgeOf = std::move(badgeOf); }
    void setVersions(VersionOf versionOf) { m_versionOf = std::move(versionOf); }
    /// What the server says may be other than before.
    void proofsChanged();
    /// What would be lost stands behind what would be held.
    const Right &right(int row) const;
    GraphChange change(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;
    QString changeText(int row) const;
    /// What would be lost is no claim about now.
    ProofWords badgeOf(int row) const { return m_badgeOf && change(row) != GraphChange::Lost ? m_badgeOf(right(row)) : ProofWords(); }

    std::shared_ptr<const AccessPicture> m_picture;
    BadgeOfRight m_badgeOf;
    VersionOf m_versionOf;
    std::vector<std::size_t> m_rows;    ///< of the matrix, and behind it of what is lost
};

/// Every line of the graph between single objects, however they are stacked there, and what is the matter with their ends.
class ConnectionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { From, Relation, To, Note, Versions, Change, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: everything is shown, else only lines at whose ends something was found.
    void show(const std::shared_ptr<const AccessPicture> &picture, const Found *found);
    void setVersions(VersionOf versionOf) { m_versionOf = std::move(versionOf); }
    const GraphEdge &connection(int row) const { return m_rows[static_cast<std::size_t>(row)].edge; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        GraphEdge edge;
        QString note;
        bool isTrouble = false;     ///< the note says that something is missing
    };

    QString text(const Row &row, int column) const;

    std::vector<Row> m_rows;
    VersionOf m_versionOf;
};

} // namespace rbac
