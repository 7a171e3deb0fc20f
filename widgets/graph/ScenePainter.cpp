#include "widgets/graph/ScenePainter.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace graph {

using base::Meaning;

namespace {

constexpr double Corner = 5;
constexpr double DoubleInset = 3;
constexpr double Padding = 10;
constexpr double SignRoom = 12;
constexpr double RiskSize = 15;
constexpr double ThinPen = 1.3;
constexpr double ThickPen = 2.4;
constexpr double DoubleGap = 2.6;

/// In the order of Tone.
constexpr std::array<Meaning, 6> tones{Meaning::Secondary, Meaning::Accent, Meaning::Group, Meaning::Binding, Meaning::Role, Meaning::Warning};

QColor color(Meaning meaning) { return base::Theme::instance().color(meaning); }
QColor color(Tone tone) { return color(tones[static_cast<std::size_t>(tone)]); }

QFont sized(int pixels, QFont::Weight weight)
{
    QFont font = base::Theme::instance().bodyFont();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QPen penOf(const QColor &color, double width, const Marks &marks)
{
    QPen pen(color, width);
    if (marks.dangling) {
        pen.setDashPattern({0.1, 4 / width});
        pen.setCapStyle(Qt::RoundCap);
    } else if (marks.implied) {
        pen.setDashPattern({5 / width, 4 / width});
    }
    return pen;
}

struct CellLook
{
    QStringView sign;
    Meaning meaning;
    bool isFilled;
};
/// In the order of Matrix::Cell.
constexpr std::array<CellLook, 5> cellLooks{{{u"·", Meaning::Secondary, false}, {u"✓", Meaning::Ok, true}, {u"(✓)", Meaning::Ok, false}, {u"?", Meaning::Unknown, false}, {u"✓", Meaning::Ok, true}}};
/// In the order of Matrix::Change, from the second.
constexpr std::array<CellLook, 3> changeLooks{{{u"+", Meaning::Accent, true}, {u"−", Meaning::Warning, false}, {u"±", Meaning::Warning, true}}};

const CellLook &lookOf(Matrix::Cell cell, Matrix::Change change)
{
    return change == Matrix::Change::None ? cellLooks[static_cast<std::size_t>(cell)] : changeLooks[static_cast<std::size_t>(change) - 1];
}

} // namespace

Detail detailAt(double scale)
{
    return scale < 0.16 ? Detail::Dots : scale < 0.5 ? Detail::Frames : Detail::Words;
}

ScenePainter::ScenePainter(QPainter &painter, const Scene &scene, double scale)
    : m_painter(painter), m_scene(scene), m_scale(scale), m_detail(detailAt(scale)), m_titleFont(sized(12, base::strongWeight())), m_captionFont(sized(11, QFont::Normal))
{
    painter.setRenderHint(QPainter::Antialiasing, m_detail != Detail::Dots);
}

void ScenePainter::paintLines(const std::vector<int> &lines, Emphasis emphasis)
{
    m_painter.setBrush(Qt::NoBrush);
    for (const int line : lines)
        paintLine(m_scene.link(line), emphasis);
}

void ScenePainter::paintBoxes(const std::vector<int> &boxes, Emphasis emphasis)
{
    for (const int box : boxes) {
        const Scene::Node &node = m_scene.node(box);
        if (m_detail == Detail::Dots)
            m_painter.fillRect(node.frame, color(emphasis == Emphasis::Path ? Tone::Accent : node.box.tone));
        else if (node.box.matrix)
            paintMatrix(node);
        else
            paintBox(node, emphasis);
    }
}

void ScenePainter::paintSpans(const std::vector<Scene::Span> &spans, const QRectF &seen, Emphasis emphasis)
{
    m_painter.setBrush(Qt::NoBrush);
    for (const Scene::Span &span : spans) {
        const Trunk &trunk = m_scene.trunk(span.trunk);
        QPainterPath path(trunk.stem);
        path.lineTo({trunk.x, trunk.stem.y()});
        const bool isWhole = span.looks.marks.implied || span.looks.marks.dangling;     // dashes begin where the line does
        path.moveTo({trunk.x, isWhole ? span.top : std::clamp(seen.top(), span.top, span.bottom)});
        path.lineTo({trunk.x, isWhole ? span.bottom : std::clamp(seen.bottom(), span.top, span.bottom)});
        stroke(path, span.looks, emphasis);
    }
}

/// Never thinner than a pixel.
void ScenePainter::stroke(const QPainterPath &path, const Line &looks, Emphasis emphasis)
{
    const bool onPath = emphasis == Emphasis::Path || looks.marks.onPath;
    const double width = std::max(onPath ? ThickPen : ThinPen, 1 / m_scale);
    const bool isDouble = looks.marks.clusterWide && m_detail == Detail::Words;
    m_painter.setPen(penOf(onPath ? color(Tone::Accent) : color(looks.tone), isDouble ? width + DoubleGap : width, looks.marks));
    m_painter.drawPath(path);
    if (isDouble) {
        m_painter.setPen(QPen(color(Meaning::Background), DoubleGap));
        m_painter.drawPath(path);
    }
}

void ScenePainter::paintLine(const Scene::Link &link, Emphasis emphasis)
{
    stroke(link.strand.path, link.line, emphasis);
    const bool isInColumn = m_scene.node(link.from).box.column == m_scene.node(link.to).box.column;     // there is no room for words
    if (!link.line.label.empty() && m_detail == Detail::Words && !isInColumn)
        paintLabel(link);
}

void ScenePainter::paintLabel(const Scene::Link &link)
{
    const QString label = base::oneLine(std::string_view(link.line.label));
    QRectF room = QFontMetricsF(m_titleFont).boundingRect(label).adjusted(-2, -1, 2, 1);
    room.moveCenter(link.strand.path.pointAtPercent(0.5));
    m_painter.fillRect(room, color(Meaning::Background));
    m_painter.setFont(m_titleFont);
    m_painter.setPen(color(link.line.tone));
    m_painter.drawText(room, Qt::AlignCenter, label);
    m_painter.setBrush(Qt::NoBrush);
}

void ScenePainter::paintBox(const Scene::Node &node, Emphasis emphasis)
{
    const Marks &marks = node.box.marks;
    const bool onPath = emphasis == Emphasis::Path || marks.onPath;
    const double radius = node.box.rounded ? node.frame.height() / 3 : Corner;
    m_painter.setPen(penOf(color(node.box.tone), std::max(onPath ? ThickPen : ThinPen, 1 / m_scale), marks));
    m_painter.setBrush(color(Meaning::Surface));
    m_painter.drawRoundedRect(node.frame, radius, radius);
    if (marks.unknown) {
        m_painter.setBrush(QBrush(color(Meaning::Border), Qt::BDiagPattern));
        m_painter.drawRoundedRect(node.frame, radius, radius);
    }
    m_painter.setBrush(Qt::NoBrush);
    if (marks.clusterWide && m_detail == Detail::Words)
        m_painter.drawRoundedRect(node.frame.adjusted(DoubleInset, DoubleInset, -DoubleInset, -DoubleInset), radius - DoubleInset / 2, radius - DoubleInset / 2);
    if (m_detail == Detail::Words)
        paintWords(node);
    paintMarks(node);
}

void ScenePainter::paintText(const QRectF &where, const std::string &text, const QFont &font, const QColor &ink)
{
    m_painter.setFont(font);
    m_painter.setPen(ink);
    m_painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(font).elidedText(base::oneLine(std::string_view(text)), Qt::ElideMiddle, where.width()));
}

void ScenePainter::paintWords(const Scene::Node &node)
{
    const QRectF room = node.frame.adjusted(Padding, 5, -Padding, -5);
    const QRectF title(room.topLeft(), QSizeF(room.width() - (node.box.marks.risk ? SignRoom - Padding / 2 : 0), room.height() / 2));
    paintText(title, node.box.title, m_titleFont, color(Meaning::Text));
    paintText(room.adjusted(0, room.height() / 2, 0, 0), node.box.caption, m_captionFont, color(Meaning::Secondary));
}

void ScenePainter::paintMarks(const Scene::Node &node)
{
    if (!node.box.marks.risk)
        return;
    const QPointF corner = node.frame.topRight();
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color(Meaning::Error));
    m_painter.drawPolygon(QPolygonF{corner - QPointF(RiskSize, 0), corner, corner + QPointF(0, RiskSize)});
    if (m_detail != Detail::Words)
        return;
    m_painter.setFont(sized(9, QFont::Bold));
    m_painter.setPen(color(Meaning::Surface));
    m_painter.drawText(QRectF(corner - QPointF(8, 0), QSizeF(7, 10)), Qt::AlignCenter, QStringLiteral("!"));
}

void ScenePainter::paintMatrix(const Scene::Node &node)
{
    const Matrix &matrix = *node.box.matrix;
    const MatrixMetrics metrics = metricsOf(matrix);
    paintVerbs(node);
    QRectF where(node.frame.left(), node.frame.top() + metrics.headHeight, node.frame.width(), MatrixMetrics::RowHeight);
    const QRectF seen = m_painter.hasClipping() ? m_painter.clipBoundingRect() : node.frame;
    for (const Matrix::Row &row : matrix.rows) {
        if (where.bottom() >= seen.top() && where.top() <= seen.bottom())
            paintRow(where, matrix, row, metrics.namesWidth);
        where.translate(0, MatrixMetrics::RowHeight);
    }
    for (const std::string &line : metrics.note) {
        if (m_detail == Detail::Words)
            paintText(where, line, m_captionFont, color(Meaning::Secondary));
        where.translate(0, MatrixMetrics::NoteHeight);
    }
}

void ScenePainter::paintVerbs(const Scene::Node &node)
{
    if (m_detail != Detail::Words)
        return;
    const MatrixMetrics metrics = metricsOf(*node.box.matrix);
    m_painter.setFont(m_captionFont);
    m_painter.setPen(color(Meaning::Secondary));
    double x = node.frame.left() + metrics.namesWidth + 8;
    for (const std::string &verb : node.box.matrix->verbs) {
        m_painter.save();
        m_painter.translate(x, node.frame.top() + metrics.headHeight - 6);
        m_painter.rotate(-45);
        m_painter.drawText(QPointF(), base::oneLine(std::string_view(verb)));
        m_painter.restore();
        x += MatrixMetrics::RowHeight;
    }
}

void ScenePainter::paintRow(const QRectF &where, const Matrix &matrix, const Matrix::Row &row, double namesWidth)
{
    if (m_detail == Detail::Words)
        paintText(QRectF(where.topLeft(), QSizeF(namesWidth - 4, where.height())), row.name, m_captionFont, color(Meaning::Text));
    const double gap = (MatrixMetrics::RowHeight - MatrixMetrics::CellSize) / 2;
    for (std::size_t column = 0; column < matrix.verbs.size(); ++column) {
        const QPointF corner(where.left() + namesWidth + static_cast<double>(column) * MatrixMetrics::RowHeight, where.top() + gap);
        paintCell({corner, QSizeF(MatrixMetrics::CellSize, MatrixMetrics::CellSize)}, row.cell(column), row.change(column));
    }
}

void ScenePainter::paintCell(const QRectF &where, Matrix::Cell cell, Matrix::Change change)
{
    constexpr int faint = 50;
    const CellLook &look = lookOf(cell, change);
    QColor ground = color(look.isFilled ? look.meaning : Meaning::Surface);
    if (look.isFilled)
        ground.setAlpha(faint);
    m_painter.setPen(QPen(color(change == Matrix::Change::None ? Meaning::Border : look.meaning), 1));
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(where, 3, 3);
    if (cell == Matrix::Cell::Unknown) {
        m_painter.setBrush(QBrush(color(Meaning::Border), Qt::BDiagPattern));
        m_painter.drawRoundedRect(where, 3, 3);
    }
    if (m_detail != Detail::Words)
        return;
    if (cell == Matrix::Cell::Everywhere) {
        m_painter.setPen(QPen(color(look.meaning), 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(where.adjusted(2, 2, -2, -2), 2, 2);
    }
    m_painter.setFont(m_captionFont);
    m_painter.setPen(color(look.meaning));
    m_painter.drawText(where, Qt::AlignCenter, look.sign.toString());
}

} // namespace graph
