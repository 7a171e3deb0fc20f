#pragma once

#include "models/rbac/HolderList.h"
#include "widgets/rbac/ProofWords.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace rbac {

/// What the server says to one who may do it.
using BadgeOfHolder = std::function<ProofWords(const ObjectRef &holder)>;

/// Who may do something: each once, by kind, with who that is and the ways it comes.
class HoldersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Who, Means, Ways, Proof, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<HolderEntry> entries);
    void setProofs(BadgeOfHolder badgeOf) { m_badgeOf = std::move(badgeOf); }
    /// What the server says may be other than before.
    void proofsChanged();
    const std::vector<HolderEntry> &entries() const { return m_entries; }
    const HolderEntry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const HolderEntry &entry, int column) const;
    static QString wayText(const HolderEntry &entry);
    QString tip(const HolderEntry &entry, int column) const;
    ProofWords badgeOf(const HolderEntry &entry) const { return m_badgeOf ? m_badgeOf(entry.subject) : ProofWords(); }

    std::vector<HolderEntry> m_entries;
    BadgeOfHolder m_badgeOf;
};

} // namespace rbac
