#pragma once

#include "models/rights/DraftWork.h"
#include "widgets/rbac/WhatIfWords.h"

#include <QAbstractTableModel>

#include <optional>
#include <string>
#include <vector>

namespace rbac {

/// One thing that somebody drafts, beside the object as it was read.
struct DraftItem
{
    Draft draft;
    ObjectRef about = {};                           ///< the object that is there, of which this is a copy; without a kind: there is none
    std::string original = {};                      ///< its text as read
    std::string resourceVersion = {};
    std::optional<DraftedObject> read = {};         ///< the same, understood
    std::string readProblem = {};                   ///< why it could not be read
    bool isReading = false;
    bool isOther = false;                           ///< the object is another one since it was read
    std::optional<ObjectRef> names = {};            ///< what the text was about when it was added: until its outcome is known
    std::optional<DraftOutcome> outcome = {};       ///< of this text or of one before
    std::vector<ObjectCheck> checks = {};           ///< whether one may apply it, of each object that would be sent

    bool isDeletion() const { return draft.deletion.has_value(); }
    bool isEdited() const { return draft.text != original; }
};

/// What is drafted, a row for each thing.
class DraftsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Object, MayApply, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int add(DraftItem item);
    void drop(int row);
    void clear();
    const DraftItem &item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    /// Changes an item; its row is told anew.
    template<typename Change>
    void change(int row, Change change)
    {
        change(m_items[static_cast<std::size_t>(row)]);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    int count() const { return static_cast<int>(m_items.size()); }
    /// The row that drafts that object; -1: none.
    int find(const ObjectRef &object) const;
    std::vector<Draft> drafts() const;
    /// Items take what their own text came to.
    void show(const rights::DraftResult &result);
    SignedWords stateOf(int row) const;
    /// Without a word where nobody can say.
    SignedWords mayApply(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : count(); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString nameAt(int row) const;
    SignedWords wordsAt(int row, int column) const;

    std::vector<DraftItem> m_items;
};

} // namespace rbac
