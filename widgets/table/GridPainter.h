#pragma once

#include "widgets/table/CellLook.h"
#include "widgets/table/GroupHead.h"
#include "widgets/table/TextCache.h"

#include <QRect>

#include <vector>

namespace table {

/// Where one shown column stands in the viewport.
struct ColumnPlace
{
    int column = 0;
    int x = 0;
    int width = 0;
};

/// Paints rows: stripes and selection first, then the glyphs of every cell, column by column, then the heads of groups.
class GridPainter
{
public:
    explicit GridPainter(const tables::TableModel &model);

    /// After the font, the colours or the columns changed.
    void forget();

    struct Scene
    {
        QRect viewport;
        int firstRowTop = 0;        ///< y of the first of the rows
        int firstRow = 0;
        int endRow = 0;
        const std::vector<ColumnPlace> &columns;
        int currentRow = -1;        ///< has the focus ring; -1: none
        int currentColumn = -1;     ///< the ring is around this cell only
    };
    void paint(QPainter &painter, const Scene &scene);

    /// How much of a cell's width its text takes, from the left.
    QRect textRect(int row, const ColumnPlace &place, int top);
    /// Whether the cell shows less than its text.
    bool isShortened(int row, const ColumnPlace &place);

private:
    const LaidText &lay(int row, const ColumnPlace &place, base::SystemTime now);
    void paintBackground(QPainter &painter, const Scene &scene) const;
    void paintColumn(QPainter &painter, const Scene &scene, const ColumnPlace &place, base::SystemTime now);
    void paintGroups(QPainter &painter, const Scene &scene);
    void paintRing(QPainter &painter, const Scene &scene) const;

    const tables::TableModel &m_model;
    QFont m_font;
    int m_baseline = 0;
    std::vector<TextCache> m_texts;     ///< by column
    CellLook m_look;
    GroupHeadPainter m_groups;
};

} // namespace table
