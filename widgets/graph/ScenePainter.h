#pragma once

#include "widgets/graph/Scene.h"

#include <QColor>
#include <QFont>

#include <vector>

class QPainter;

namespace graph {

/// How much of a box can be seen: by its size on screen.
enum class Detail { Dots, Frames, Words };
Detail detailAt(double scale);

/// Paints boxes and lines in the colours of the theme, in the scene's own units.
class ScenePainter
{
public:
    /// Path: thick, and lines in the accent colour.
    enum class Emphasis { None, Path };

    /// The painter is scaled already.
    ScenePainter(QPainter &painter, const Scene &scene, double scale);

    /// Of trunks only what is seen is painted.
    void paintSpans(const std::vector<Scene::Span> &spans, const QRectF &seen, Emphasis emphasis);
    void paintLines(const std::vector<int> &lines, Emphasis emphasis);
    void paintBoxes(const std::vector<int> &boxes, Emphasis emphasis);
    /// Above the columns of a table.
    void paintVerbs(const Scene::Node &table);

private:
    void stroke(const QPainterPath &path, const Line &looks, Emphasis emphasis);
    void paintLine(const Scene::Link &link, Emphasis emphasis);
    void paintLabel(const Scene::Link &link);
    void paintBox(const Scene::Node &node, Emphasis emphasis);
    void paintWords(const Scene::Node &node);
    void paintMarks(const Scene::Node &node);
    void paintText(const QRectF &where, const std::string &text, const QFont &font, const QColor &color);
    void paintMatrix(const Scene::Node &node);
    void paintRow(const QRectF &where, const Matrix &matrix, const Matrix::Row &row, double namesWidth);
    void paintCell(const QRectF &where, Matrix::Cell cell, Matrix::Change change);

    QPainter &m_painter;
    const Scene &m_scene;
    double m_scale;
    Detail m_detail;
    QFont m_titleFont;
    QFont m_captionFont;
};

} // namespace graph
