#pragma once

#include <QTableView>

namespace base {

/// A small table of words and figures in the looks of the house; what grows and changes by the thousand is shown by the grid instead.
class PlainTable final : public QTableView
{
    Q_OBJECT

public:
    /// Of its model, besides the usual roles: the Meaning of a cell's colour; Text where there is none.
    static constexpr int MeaningRole = Qt::UserRole + 50;

    explicit PlainTable(const QString &name, QWidget *parent = nullptr);

    /// Its heads can be pressed; whoever shows it orders the rows.
    void offerSorting();
    /// That column takes the room which the others leave; these have so many characters, with 0 as many as their longest cell. Where there is
    /// no room for all, each gives way by the same part.
    void setWidths(int wide, const QList<int> &characters);

    enum class Sorted { Not, Up, Down };
    /// A head with the sign of how the rows are ordered by it, for models.
    static QString headOf(const QString &title, Sorted sorted);
    /// What a screen reader says of a cell, for models: a word where nothing is written.
    static QString spoken(const QString &text);

Q_SIGNALS:
    /// Return or a double click.
    void chosen(int row);
    /// A head was pressed.
    void sortWished(int column);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void fitColumns();
    int wishOf(int column) const;

    int m_wide = -1;
    QList<int> m_characters;
    bool m_isTight = false;     ///< not all have what they wish
};

} // namespace base
