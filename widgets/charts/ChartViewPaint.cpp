#include "widgets/charts/ChartView.h"

#include "models/charts/Lookup.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartLook.h"
#include "widgets/charts/ChartPainter.h"

#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace charts {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Space = Theme::Step;
constexpr double ImageScale = 2;

} // namespace

QPixmap ChartView::pictureAt(double ratio)
{
    m_pens = pensOf(*m_chart);
    m_scales = scalesOf(*m_chart, m_hidden, range(), m_places.plot.size());
    QPixmap picture((QSizeF(m_places.picture.size()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Theme::instance().color(Meaning::Surface));
    QPainter painter(&picture);
    const ChartPainter::Subject subject{*m_chart, m_hidden, m_pens, m_scales, m_places.plot.translated(-m_places.picture.topLeft())};
    ChartPainter(painter, subject).paint(m_group.plotter(), m_drawsEverything ? ChartPainter::Detail::Everything : ChartPainter::Detail::Reduced);
    return picture;
}

void ChartView::draw()
{
    if (!m_chart || m_isDrawn || m_places.plot.isEmpty())
        return;
    m_picture = pictureAt(devicePixelRatioF());
    m_isDrawn = true;
    ++m_draws;
    update();
    Q_EMIT drawn();
}

QImage ChartView::image()
{
    QImage image((QSizeF(size()) * ImageScale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ImageScale);
    image.fill(Theme::instance().color(Meaning::Background));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, false);
    if (m_chart && !m_places.plot.isEmpty())
        paintLines(painter, pictureAt(ImageScale));
    return image;
}

void ChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, hasFocus());
    if (!m_chart && !hasNotice()) {
        painter.setFont(Theme::instance().bodyFont());
        painter.setPen(Theme::instance().color(Meaning::Secondary));
        painter.drawText(rect().adjusted(0, m_places.title.bottom(), 0, 0), Qt::AlignCenter, tr("Loading"));
    }
    if (!m_chart || m_form == Form::Table)
        return;
    if (!m_isDrawn)
        m_group.drawSoon(*this);
    if (!m_picture.isNull())
        paintLines(painter, m_picture);
}

void ChartView::paintGround(QPainter &painter, bool hasRing)
{
    const Theme &theme = Theme::instance();
    const double inset = hasRing ? 1 : 0.5;
    painter.setPen(QPen(theme.color(hasRing ? Meaning::Accent : Meaning::Border), 2 * inset));
    painter.setBrush(theme.color(Meaning::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), Theme::Radius, Theme::Radius);
    painter.setBrush(Qt::NoBrush);
    paintTitle(painter);
}

void ChartView::paintLines(QPainter &painter, const QPixmap &picture)
{
    painter.drawPixmap(m_places.picture.topLeft(), picture);
    paintDrag(painter);
    paintCrosshair(painter);
    if (m_pens.size() == m_chart->lines.size())
        m_legend.paint(painter, *m_chart, {m_pens, m_hidden, m_group.crosshair(), range()});
}

bool ChartView::isStale() const
{
    return m_chart && m_chart->staleSince && *m_chart->staleSince < range().to;
}

/// The title, and at the other end who measured this, or since when nobody could be asked.
void ChartView::paintTitle(QPainter &painter)
{
    const Theme &theme = Theme::instance();
    QFont font = theme.bodyFont();
    font.setWeight(base::strongWeight());
    painter.setFont(font);
    painter.setPen(theme.color(Meaning::Text));
    const QRect room = m_places.title.adjusted(0, 0, -m_menuButton->width() - Space, 0);
    const QString title = painter.fontMetrics().elidedText(m_title, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, title);
    const QRect rest = room.adjusted(painter.fontMetrics().horizontalAdvance(title) + 3 * Space, 0, 0, 0);
    painter.setFont(theme.captionFont());
    painter.setPen(theme.color(isStale() ? Meaning::Warning : Meaning::Secondary));
    const QString told = isStale() ? Theme::sign(Meaning::Warning) + u' ' + staleText(*m_chart->staleSince, range()) : m_source;
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, painter.fontMetrics().elidedText(base::oneLine(told), Qt::ElideMiddle, rest.width()));
}

void ChartView::paintCrosshair(QPainter &painter)
{
    if (!m_group.crosshair() || !m_scales.frame.range.contains(*m_group.crosshair()))
        return;
    const Theme &theme = Theme::instance();
    const QRect &plot = m_places.plot;
    const double x = plot.left() + m_scales.frame.xOf(*m_group.crosshair());
    painter.setPen(QPen(theme.color(Meaning::Text), 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 1));
    for (std::size_t i = 0; i < m_chart->lines.size() && i < m_pens.size(); ++i) {
        const auto value = m_chart->lines[i].role == Role::Value && !m_hidden[i] ? valueAt(m_chart->lines[i], *m_group.crosshair(), m_chart->gap()) : std::nullopt;
        if (!value)
            continue;
        painter.setPen(QPen(theme.color(Meaning::Surface), 1));
        painter.setBrush(m_pens[i].color());
        painter.drawEllipse(QPointF(x, plot.top() + m_scales.frame.yOf(*value)), 3.5, 3.5);
    }
    painter.setFont(theme.captionFont());
    const QString text = momentText(*m_group.crosshair(), range());
    const double wide = painter.fontMetrics().horizontalAdvance(text) + 2 * Space;
    const QRectF chip(std::clamp(x - wide / 2, 1.0, width() - wide - 1), plot.bottom() + 2, wide, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Meaning::Text));
    painter.drawRoundedRect(chip, 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.color(Meaning::Surface));
    painter.drawText(chip, Qt::AlignCenter, text);
}

void ChartView::paintDrag(QPainter &painter)
{
    if (!m_drag || m_drag->kind != Drag::Kind::Select)
        return;
    QColor ground = Theme::instance().color(Meaning::Accent);
    ground.setAlpha(50);
    painter.fillRect(QRect(QPoint(std::min(m_drag->begin, m_drag->now), m_places.plot.top()), QPoint(std::max(m_drag->begin, m_drag->now), m_places.plot.bottom())), ground);
}

} // namespace charts
