#pragma once

#include "widgets/table/GridHeader.h"
#include "widgets/table/GridPainter.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <optional>
#include <string>
#include <vector>

namespace table {

/// Shows a live table. It paints the whole viewport itself, so that a frame costs the same for ten rows and for a hundred thousand.
///
/// Selection and scroll stay with the objects while rows come, go and move. Text that is typed is given away: it belongs to the filter.
class GridView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// The model outlives it.
    explicit GridView(tables::TableModel &model, QWidget *parent = nullptr);
    ~GridView() override;

    tables::TableModel &model() const { return m_model; }
    GridHeader &header() const { return *m_header; }

    /// Columns and order as a person wants them; an empty layout is how the table is at first.
    void apply(const tables::TableLayout &layout);

    /// Until a person chooses a width, the columns share the width there is, by what their cells need now.
    void fitColumns();

    /// "namespace/name" of the current row; empty when there is none.
    QString currentKey() const;
    /// Of all selected rows, in the order in which they stand.
    QStringList selectedKeys() const;
    /// Makes that row the current and only selected one, and brings it on screen; false when it is not shown.
    bool showRow(kube::RowId row);
    /// Puts that row at the top, as far as there are rows below it.
    void scrollTo(int row);
    /// The selected rows as lines of tab-separated cells; the columns are those that are shown.
    void copyRows() const;
    /// The whole text of the current cell.
    void copyCell() const;

    // For those who describe what is painted: places of rows and columns in the viewport.
    int firstVisibleRow() const;
    /// One behind the last.
    int endVisibleRow() const;
    int currentRow() const;
    /// Of the cell that keys act on; -1: they act on the row.
    int currentColumn() const { return m_currentColumn; }
    QRect cellRect(int row, int column) const;
    void setCurrentCell(int row, int column);
    /// Follows the link of a cell, opens the object of a row, folds or unfolds a group.
    void activate(int row, int column);
    void setAllFolded(bool folded);

    QSize sizeHint() const override { return {800, 400}; }

Q_SIGNALS:
    /// Enter or a double click on an object.
    void opened(const QString &key);
    void linkActivated(const kinds::ObjectLink &link);
    void selectionChanged();
    /// Keys that are text go to the filter.
    void textTyped(const QString &text);
    void menuRequested(const QPoint &globalPosition);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Hit { int row = -1; const ColumnPlace *place = nullptr; };
    enum class Reach { Only, Extend, FocusOnly };

    // What is where.
    void placeColumns();
    void updateScrollBars();
    int rowTop(int row) const;
    Hit hitAt(const QPoint &position) const;
    std::optional<kinds::ObjectLink> linkAt(const QPoint &position);
    void ensureVisible(int row);
    void ensureColumnVisible();

    // When the rows change.
    void connectModel();
    void rememberAnchor();
    void restoreAnchor();
    void rowsMoved();
    void rowsChanged(int first, int last);
    void repaintAges();
    void sayRowCount();

    // What a person does.
    void moveTo(int row, Reach reach);
    void moveColumn(int step);
    void setFolded(int row, bool folded);
    bool handleFoldKey(const QKeyEvent &event);
    bool handleMoveKey(const QKeyEvent &event);
    bool handleActionKey(const QKeyEvent &event);
    void selectionMoved();
    void showTip(const QPoint &position, const QPoint &globalPosition);

    tables::TableModel &m_model;
    GridHeader *m_header;
    GridPainter m_painter;
    std::vector<ColumnPlace> m_places;

    int m_currentColumn = -1;
    int m_lastCurrentRow = 0;                               ///< where keys go on when the current row is gone
    kube::RowId m_anchorRow = tables::RowSelection::none;   ///< what stays where it is on screen
    int m_anchorY = 0;
    kube::RowId m_currentBefore = tables::RowSelection::none;
    std::size_t m_selectedBefore = 0;
    bool m_isFitted = false;
    std::optional<kinds::ObjectLink> m_pressedLink;

    QBasicTimer m_second;
    int m_ticks = 0;
    std::size_t m_agesPainted = 0;                          ///< a hash of the ages on screen
    int m_rowCountSaid = 0;
};

} // namespace table
