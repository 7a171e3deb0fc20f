#pragma once

#include <QAbstractListModel>
#include <QString>

namespace palette {

/// What a box offers for what was typed: a row each, and headings between them, which cannot be chosen.
class Offers : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        MarksRole = Qt::UserRole,   ///< QList<int>: places in the title that were typed
        NoteRole,                   ///< behind the title, quieter
        NoteMarksRole,
        TailRole,                   ///< at the right edge
        RefusedRole,                ///< bool: it cannot be done now; the note says why
        HeadingRole,                ///< bool
    };

    using QAbstractListModel::QAbstractListModel;

    /// What the line says before anything is typed, and what the box is called.
    virtual QString invitation() const = 0;
    virtual void type(const QString &text) = 0;
    /// Whether the row can be chosen; what accept() will do is then done with nothing else on screen.
    virtual bool isPossible(int row) const = 0;
    virtual void accept(int row) = 0;
    /// What was and was not looked at, in a line; more of it in the tip.
    virtual QString status() const { return {}; }
    virtual QString statusTip() const { return {}; }
    /// The kubectl command that shows what the row leads to.
    virtual QString command(int) const { return {}; }
    /// The rows were painted.
    virtual void painted() { }

    int rowCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : count(); }
    Qt::ItemFlags flags(const QModelIndex &index) const final
    {
        return index.data(HeadingRole).toBool() ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    }

Q_SIGNALS:
    void statusChanged();

protected:
    virtual int count() const = 0;
};

} // namespace palette
