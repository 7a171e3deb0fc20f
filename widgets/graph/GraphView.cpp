#include "widgets/graph/GraphView.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphAccessible.h"
#include "widgets/graph/GraphWords.h"
#include "widgets/graph/Headings.h"
#include "widgets/graph/ScenePainter.h"
#include "widgets/graph/Walk.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

namespace graph {

using base::Meaning;
using base::Theme;

namespace {

constexpr int HeadingHeight = 26;
constexpr int Side = 4 * Theme::Step;
constexpr int Margin = HeadingHeight + 2 * Theme::Step;
/// What is not lit shines through that much of the ground.
constexpr int VeilAlpha = 175;
constexpr double LeastFirstScale = 0.7;
constexpr double BarWidth = 4;
constexpr int BarAlpha = 130;

/// A lock with its bow, or the letter for what is not confirmed.
void paintProof(QPainter &painter, const QRectF &cell, Sign sign, double scale)
{
    const Theme &theme = Theme::instance();
    const QRectF body(cell.right() - 7 * scale, cell.bottom() - 5 * scale, 7 * scale, 5 * scale);
    if (sign == Sign::Confirmed) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Meaning::Ok), 1.2 * scale));
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(QRectF(body.left() + 1.5 * scale, body.top() - 3 * scale, 4 * scale, 6 * scale), 0, 180 * 16);
        painter.fillRect(body, theme.color(Meaning::Ok));
        return;
    }
    const Meaning meaning = sign == Sign::Contradicted ? Meaning::Error : Meaning::Unknown;
    painter.fillRect(body.adjusted(-scale, -3 * scale, 0, 0), theme.color(meaning));
    QFont font = theme.captionFont();
    font.setPixelSize(std::max(5, static_cast<int>(7 * scale)));
    painter.setFont(font);
    painter.setPen(theme.color(Meaning::Surface));
    painter.drawText(body.adjusted(-scale, -3 * scale, 0, 0), Qt::AlignCenter, sign == Sign::Contradicted ? QStringLiteral("≠") : QStringLiteral("?"));
}

} // namespace

GraphView::GraphView(const QString &name, QWidget *parent) : QWidget(parent), m_scene(std::make_shared<const Scene>(Drawing(), Layout()))
{
    installGraphAccessibility();
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_layer.forget();
        update();
    });
}

void GraphView::showScene(std::shared_ptr<const Scene> scene)
{
    const std::shared_ptr<const Scene> before = std::exchange(m_scene, std::move(scene));
    const Spot was = std::exchange(m_current, before->sameIn(*m_scene, m_current));
    m_hovered = before->sameIn(*m_scene, m_hovered);
    m_path = m_scene->among(m_pathIds);
    m_pathCells.find(*m_scene);
    m_foundCells.find(*m_scene);
    updateLight();
    if (!m_isBegun)
        begin();
    else if (m_current.isValid())
        m_camera.panBy((m_camera.toView(before->frameOf(was).topLeft()) - m_camera.toView(m_scene->frameOf(m_current).topLeft())).toPoint());
    sayScene(this);
    if (was.isValid())
        Q_EMIT currentChanged();
}

void GraphView::beginAnew()
{
    setCurrent({});
    m_isBegun = false;
}

/// As soon as there is something and room for it.
void GraphView::begin()
{
    const Spot middle = beginning(*m_scene);
    if (!middle.isValid() || !isVisible() || size().isEmpty())
        return;
    m_isBegun = true;
    m_camera.fitWidth(m_scene->bounds(), m_scene->frameOf(middle).center().y(), size(), Side, Margin, LeastFirstScale);
    m_firstCamera = m_camera;
}

void GraphView::setPath(const std::vector<std::string> &ids, std::vector<NamedCell> cells)
{
    m_pathIds = ids;
    m_path = m_scene->among(ids);
    m_pathCells = {std::move(cells), {}};
    m_pathCells.find(*m_scene);
    update();
}

void GraphView::Cells::find(const Scene &scene)
{
    spots.clear();
    const auto table = std::ranges::find_if(scene.nodes(), [](const Scene::Node &node) { return node.box.matrix.has_value(); });
    if (table == scene.nodes().end() || names.empty())
        return;
    const Matrix &matrix = *table->box.matrix;
    std::map<std::string_view, int> rows;
    for (std::size_t i = 0; i < matrix.rows.size(); ++i)
        rows.emplace(matrix.rows[i].name, static_cast<int>(i));
    for (const NamedCell &cell : names) {
        const auto row = rows.find(cell.first);
        for (std::size_t column = 0; row != rows.end() && column < matrix.verbs.size(); ++column)
            if (cell.second == matrix.verbs[column] || cell.second == "*")
                spots.push_back({static_cast<int>(table - scene.nodes().begin()), row->second, static_cast<int>(column)});
    }
}

void GraphView::reveal(const Spot &spot)
{
    m_camera.reveal(m_scene->frameOf(spot), size(), Side, Margin);
    moved();
}

void GraphView::setCurrent(const Spot &spot)
{
    if (spot == m_current)
        return;
    m_current = spot;
    if (spot.isValid()) {
        reveal(spot);
    }
    updateLight();
    sayCurrent(this);
    Q_EMIT currentChanged();
}

void GraphView::setCellWay(CellWay way)
{
    m_cellWay = std::move(way);
    updateLight();
}

void GraphView::setFound(const std::vector<std::string> &ids, std::vector<NamedCell> cells)
{
    m_foundIds = ids;
    m_foundCells = {std::move(cells), {}};
    m_foundCells.find(*m_scene);
    updateLight();
}

/// The pointer goes before what is looked for, and that before the keys.
void GraphView::updateLight()
{
    const bool isFound = !m_hovered.isValid() && !m_foundIds.empty();
    m_light = isFound ? m_scene->among(m_foundIds) : lightOf(m_hovered.isValid() ? m_hovered : m_current);
    update();
}

Light GraphView::lightOf(const Spot &spot) const
{
    if (!spot.isValid())
        return {};
    const Box &box = m_scene->node(spot.box).box;
    if (!box.matrix)
        return m_scene->through(spot.box);
    std::vector<std::string> ids = spot.isCell() && m_cellWay ? m_cellWay(spot) : std::vector<std::string>();
    if (ids.empty())
        return {};
    ids.push_back(box.id);
    return m_scene->among(ids);
}

bool GraphView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    showTip(help->pos(), help->globalPos());
    return true;
}

void GraphView::showTip(const QPoint &point, const QPoint &global)
{
    const Spot spot = m_scene->at(m_camera.toScene(QPointF(point)));
    if (!spot.isValid() || (m_scene->node(spot.box).box.matrix && !spot.isCell()))
        return QToolTip::hideText();
    const QString around = surroundingsOf(*m_scene, spot);
    const QString text = around.isEmpty() ? nameOf(*m_scene, spot) : nameOf(*m_scene, spot) + u'\n' + around;
    QToolTip::showText(global, base::plainToolTip(text), this, rectOf(spot));
}

void GraphView::paintEvent(QPaintEvent *)
{
    if (!m_isBegun)
        begin();
    QPainter painter(this);
    const QPixmap &picture = m_layer.picture(m_scene, m_camera, size(), devicePixelRatioF());
    painter.drawPixmap(QPoint(), picture);
    const bool isAllLit = m_light.boxes.size() + 1 >= m_scene->nodes().size();     // but the table: nothing is left to be veiled
    if (!m_light.isEmpty() && !isAllLit)
        paintLight(painter, m_light, true);
    if (!m_path.isEmpty())
        paintLight(painter, m_path, false);
    paintCells(painter, picture, m_hovered.isValid() ? Cells() : m_foundCells);
    paintCells(painter, picture, m_pathCells);
    paintProofs(painter);
    paintFocus(painter);
    paintVerbs(painter);
    paintHeadings(painter);
    paintReach(painter);
}

/// The verbs of the table stay below the headings while rows of it are in sight.
void GraphView::paintVerbs(QPainter &painter)
{
    const auto table = std::ranges::find_if(m_scene->nodes(), [](const Scene::Node &node) { return node.box.matrix.has_value(); });
    if (table == m_scene->nodes().end())
        return;
    const double headHeight = metricsOf(*table->box.matrix).headHeight * m_camera.scale(), rowHeight = MatrixMetrics::RowHeight * m_camera.scale();
    const QRectF frame = m_camera.toView(table->frame);
    if (frame.top() >= HeadingHeight || frame.bottom() - 2 * rowHeight < HeadingHeight + headHeight)
        return;
    painter.fillRect(QRectF(frame.left(), HeadingHeight, frame.width(), headHeight), Theme::instance().color(Meaning::Background));
    painter.save();
    painter.translate(m_camera.offset() + QPointF(0, HeadingHeight - frame.top()));
    painter.scale(m_camera.scale(), m_camera.scale());
    ScenePainter(painter, *m_scene, m_camera.scale()).paintVerbs(*table);
    painter.restore();
}

/// A bar at an edge tells which part is seen, where there is more.
void GraphView::paintReach(QPainter &painter)
{
    if (m_scene->count() == 0)
        return;
    QColor ink = Theme::instance().color(Meaning::Secondary);
    ink.setAlpha(BarAlpha);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const QRectF all = m_camera.toView(m_scene->bounds()).united(QRectF(rect()));
    const double across = width() / all.width(), down = height() / all.height();
    if (across < 1)
        painter.drawRoundedRect(QRectF(-all.left() * across, height() - BarWidth - 1, width() * across, BarWidth), BarWidth / 2, BarWidth / 2);
    if (down < 1)
        painter.drawRoundedRect(QRectF(width() - BarWidth - 1, -all.top() * down, BarWidth, height() * down), BarWidth / 2, BarWidth / 2);
}

/// Above a veil in their own colours, or thick as the path of an answer.
void GraphView::paintLight(QPainter &painter, const Light &light, bool veils)
{
    if (veils) {
        QColor veil = Theme::instance().color(Meaning::Background);
        veil.setAlpha(VeilAlpha);
        painter.fillRect(rect(), veil);
    }
    const QRectF seen = m_camera.toScene(QRectF(rect()));
    std::vector<int> boxes, lines;
    std::ranges::copy_if(light.boxes, std::back_inserter(boxes), [&](int box) { return m_scene->node(box).frame.intersects(seen); });
    std::ranges::copy_if(light.lines, std::back_inserter(lines), [&](int line) { return m_scene->link(line).bounds.intersects(seen); });
    painter.save();
    painter.setClipRect(rect());
    painter.translate(m_camera.offset());
    painter.scale(m_camera.scale(), m_camera.scale());
    ScenePainter scene(painter, *m_scene, m_camera.scale());
    const auto emphasis = veils ? ScenePainter::Emphasis::None : ScenePainter::Emphasis::Path;
    scene.paintSpans(m_scene->spansOf(light.lines), seen, emphasis);
    scene.paintLines(lines, emphasis);
    scene.paintBoxes(boxes, emphasis);
    painter.restore();
}

void GraphView::setProofs(Proofs proofs)
{
    m_proofs = std::move(proofs);
    update();
}

/// In the lower corner of each cell: a lock, a cross or a question mark.
void GraphView::paintProofs(QPainter &painter)
{
    if (m_proofs.empty() || detailAt(m_camera.scale()) != Detail::Words)
        return;
    const auto table = std::ranges::find_if(m_scene->nodes(), [](const Scene::Node &node) { return node.box.matrix.has_value(); });
    for (std::size_t row = 0; table != m_scene->nodes().end() && row < std::min(m_proofs.size(), table->box.matrix->rows.size()); ++row)
        for (std::size_t column = 0; column < m_proofs[row].size(); ++column) {
            const QRectF cell = m_camera.toView(m_scene->frameOf({static_cast<int>(table - m_scene->nodes().begin()), static_cast<int>(row), static_cast<int>(column)}));
            if (m_proofs[row][column] != Sign::None && cell.intersects(QRectF(rect())))
                paintProof(painter, cell, m_proofs[row][column], m_camera.scale());
        }
}

/// Above a veil, with a ring around each.
void GraphView::paintCells(QPainter &painter, const QPixmap &picture, const Cells &cells)
{
    constexpr int ring = 1;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::instance().color(Meaning::Accent), 2));
    for (const Spot &spot : cells.spots) {
        const QRect cell = rectOf(spot);
        if (!cell.intersects(rect()))
            continue;
        painter.save();
        painter.setClipRect(cell);
        painter.drawPixmap(QPoint(), picture);
        painter.restore();
        painter.drawRoundedRect(cell.adjusted(-ring, -ring, ring, ring), Theme::Radius, Theme::Radius);
    }
}

void GraphView::paintFocus(QPainter &painter)
{
    if (!m_current.isValid())
        return;
    constexpr int ring = 3;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::instance().color(Meaning::Accent), 2, hasFocus() ? Qt::SolidLine : Qt::DotLine));
    painter.drawRoundedRect(rectOf(m_current).adjusted(-ring, -ring, ring, ring), Theme::Radius + ring, Theme::Radius + ring);
}

/// They stay at the top.
void GraphView::paintHeadings(QPainter &painter)
{
    const Theme &theme = Theme::instance();
    painter.fillRect(0, 0, width(), HeadingHeight, theme.color(Meaning::Background));
    QFont font = theme.captionFont();
    font.setWeight(base::strongWeight());
    painter.setFont(font);
    painter.setPen(theme.color(Meaning::Secondary));
    for (const ShownHeading &heading : shownHeadings(*m_scene, m_camera, painter.fontMetrics(), width()))
        painter.drawText(QRectF(heading.x, 0, width(), HeadingHeight), Qt::AlignLeft | Qt::AlignVCenter, heading.text);
}

} // namespace graph
