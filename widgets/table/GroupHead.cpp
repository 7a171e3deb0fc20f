#include "widgets/table/GroupHead.h"

#include "widgets/base/HealthLook.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/table/ColumnTitle.h"
#include "widgets/table/GridHeader.h"
#include "widgets/table/StateChips.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <array>

namespace table {

namespace {

constexpr int foldWidth = 18;
constexpr int gap = 12;
/// How much of a row the value may take.
constexpr int widestValue = 640;

QString columnName(const tables::TableModel &model)
{
    return columnTitle(model.columns()[model.groupColumn().value_or(0)]);
}

QString valueOf(const tables::Group &group)
{
    return group.label.empty() ? QCoreApplication::translate("table", "no value") : base::oneLine(std::string_view(group.label));
}

/// Of events: how often they were seen in all, and when last; empty for other rows.
QString timesOf(const tables::TableModel &model, const tables::Group &group)
{
    if (!model.hasTimes())
        return {};
    kube::Cell seen;
    seen.type = kube::Cell::Type::Age;
    seen.seconds = group.newest;
    const QString age = QString::fromStdString(seen.display(model.now()));
    if (group.times == 1)
        return QCoreApplication::translate("table", "seen once, %1 ago").arg(age);
    const QString count = QLocale().toString(static_cast<qlonglong>(group.times));
    return QCoreApplication::translate("table", "seen %1 times, last %2 ago").arg(count, age);
}

QString number(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

} // namespace

QString groupWords(const tables::TableModel &model, int row)
{
    const tables::Group &group = model.group(row);
    const std::string &kind = model.source().type().kind;
    QStringList parts{columnName(model) + u' ' + valueOf(group), QCoreApplication::translate("table", "rows: %1").arg(number(group.shown))};
    for (std::size_t i = 0; i < group.byHealth.size(); ++i)
        if (group.byHealth[i] > 0 && isTold(kind, static_cast<kinds::Health>(i)))
            parts.push_back(number(group.byHealth[i]) + u' ' + wordOfState(kind, static_cast<kinds::Health>(i)));
    if (const QString times = timesOf(model, group); !times.isEmpty())
        parts.push_back(times);
    parts.push_back(group.folded ? QCoreApplication::translate("table", "folded") : QCoreApplication::translate("table", "unfolded"));
    return parts.join(QStringLiteral(", "));
}

void GroupHeadPainter::forget()
{
    QFont font = base::Theme::instance().tableFont();
    const QFontMetrics metrics(font);
    m_baseline = (base::Theme::RowHeight - metrics.height()) / 2 + metrics.ascent();
    m_plain.setFont(font);
    font.setWeight(base::strongWeight());
    m_bold.setFont(font);
    m_plain.setWidth(widestValue);
    m_bold.setWidth(widestValue);
}

int GroupHeadPainter::drawPart(QPainter &painter, TextCache &texts, const QString &text, base::Meaning color, QPoint baseline)
{
    const LaidText &laid = texts.lay(text.toStdString());
    painter.setPen(base::Theme::instance().color(color));
    drawText(painter, baseline, laid);
    return baseline.x() + static_cast<int>(laid.width) + gap;
}

void GroupHeadPainter::drawFold(QPainter &painter, bool folded, const QRect &rect) const
{
    const QPointF middle(rect.x() + GridHeader::Padding + 4, rect.center().y() + 0.5);
    const std::array<QPointF, 3> right{middle + QPointF(-2.5, -4), middle + QPointF(2.5, 0), middle + QPointF(-2.5, 4)};
    const std::array<QPointF, 3> down{middle + QPointF(-4, -2.5), middle + QPointF(4, -2.5), middle + QPointF(0, 2.5)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(base::Theme::instance().color(base::Meaning::Secondary));
    painter.drawPolygon(folded ? right.data() : down.data(), 3);
    painter.restore();
}

void GroupHeadPainter::paint(QPainter &painter, int row, const QRect &rect)
{
    const tables::Group &group = m_model.group(row);
    const QString times = timesOf(m_model, group);
    drawFold(painter, group.folded, rect);
    const int y = rect.y() + m_baseline;
    int x = rect.x() + GridHeader::Padding + foldWidth;
    x = drawPart(painter, m_plain, columnName(m_model), base::Meaning::Secondary, {x, y});
    x = drawPart(painter, m_bold, valueOf(group), base::Meaning::Text, {x, y});
    x = drawPart(painter, m_plain, u'(' + number(group.shown) + u')', base::Meaning::Text, {x, y}) + gap;
    if (!times.isEmpty())
        x = drawPart(painter, m_plain, times, base::Meaning::Secondary, {x, y});
    for (std::size_t i = 0; i < group.byHealth.size(); ++i) {
        const auto health = static_cast<kinds::Health>(i);
        if (group.byHealth[i] == 0 || health == kinds::Health::NotTold)
            continue;
        const QString sign = base::Theme::sign(base::meaningOf(health));
        x = drawPart(painter, m_plain, sign + u' ' + number(group.byHealth[i]) + u' ' + wordOfState(m_model.source().type().kind, health), base::meaningOf(health), {x, y});
    }
}

} // namespace table
