#include "widgets/charts/ChartView.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/charts/ChartAccessible.h"
#include "widgets/charts/TwinModel.h"

#include <QHeaderView>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace charts {

using base::Meaning;
using base::Theme;

namespace {

constexpr int ButtonSide = 24;
constexpr int ColumnCharacters = 15;
constexpr int TimeCharacters = 20;

const Chart &orNothing(const std::shared_ptr<const Chart> &chart)
{
    static const Chart nothing;
    return chart ? *chart : nothing;
}

} // namespace

ChartView::ChartView(ChartGroup &group, const QString &title, QWidget *parent)
    : QWidget(parent), m_group(group), m_title(title), m_menuButton(new QToolButton(this)), m_file(new base::FileExport(this))
{
    installChartAccessibility();
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_menuButton->setText(QStringLiteral("⋯"));
    m_menuButton->setStyleSheet(QStringLiteral("QToolButton { border: none; padding: 0; min-height: 0; }"));
    m_menuButton->setAccessibleName(tr("What can be done with %1").arg(title));
    base::setPlainToolTip(m_menuButton, m_menuButton->accessibleName());
    connect(m_menuButton, &QToolButton::clicked, this, [this] { showMenu(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
    connect(m_file, &base::FileExport::noticed, this, &ChartView::noticed);
    connect(&group, &ChartGroup::crosshairMoved, this, [this] {
        update();
        sayReading(this);
    });
    connect(&group, &ChartGroup::zoomChanged, this, [this] {
        followTable();
        outdate();
    });
    connect(&Theme::instance(), &Theme::changed, this, &ChartView::outdate);
}

ChartView::~ChartView() = default;

void ChartView::setSource(const QString &source)
{
    if (std::exchange(m_source, source) != source)
        update();
}

void ChartView::showChart(std::shared_ptr<const Chart> chart)
{
    if (m_notice)
        m_notice->hide();
    const bool isSame = m_chart && chart && m_chart->unit == chart->unit && m_chart->range == chart->range && m_chart->step == chart->step && m_chart->lines == chart->lines
        && m_chart->events == chart->events && m_chart->staleSince == chart->staleSince;
    if (isSame)
        return;
    std::vector<std::string> hidden;
    for (std::size_t i = 0; i < m_hidden.size(); ++i)
        if (m_hidden[i])
            hidden.push_back(m_chart->lines[i].name);
    m_chart = std::move(chart);
    m_hidden.assign(orNothing(m_chart).lines.size(), 0);
    for (std::size_t i = 0; i < m_hidden.size(); ++i)
        m_hidden[i] = std::ranges::find(hidden, m_chart->lines[i].name) != hidden.end();
    followTable();
    arrange();
    outdate();
    sayChart(this);
}

void ChartView::showNotice(Meaning meaning, const QString &title, const QString &detail, const std::vector<base::StateNotice::Step> &steps)
{
    if (!m_notice)
        m_notice = new base::StateNotice(base::StateNotice::Form::Centered, this);
    m_notice->tell(meaning, title, detail, steps);
    m_chart.reset();
    m_hidden.clear();
    m_picture = {};
    arrange();
    m_notice->show();
    m_isDrawn = true;
    update();
    sayChart(this);
}

Range ChartView::range() const
{
    return m_group.zoom() ? *m_group.zoom() : orNothing(m_chart).range;
}

void ChartView::toggle(std::size_t line)
{
    if (line >= m_hidden.size())
        return;
    const char isHidden = m_hidden[line] ? 0 : 1;
    const bool isBefore = m_chart->lines[line].role == Role::Before;
    for (std::size_t i = 0; i < m_hidden.size(); ++i)
        if (i == line || (isBefore && m_chart->lines[i].role == Role::Before))
            m_hidden[i] = isHidden;
    outdate();
    sayChart(this);
}

void ChartView::setForm(Form form)
{
    if (std::exchange(m_form, form) == form)
        return;
    if (form == Form::Table && !m_table) {
        m_table = new base::PlainTable(m_title, this);
        m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        m_table->setModel(new TwinModel(m_table));
        m_table->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    }
    followTable();
    if (m_table) {
        const bool hadFocus = hasFocus() || m_table->hasFocus();
        m_table->setVisible(form == Form::Table);
        if (hadFocus)
            (form == Form::Table ? static_cast<QWidget *>(m_table) : this)->setFocus(Qt::OtherFocusReason);
    }
    arrange();
    outdate();
    Q_EMIT formChanged();
}

void ChartView::followTable()
{
    if (m_form != Form::Table)
        return;
    static_cast<TwinModel *>(m_table->model())->show(orNothing(m_chart), range());
    QList<int> widths(m_table->model()->columnCount(), ColumnCharacters);
    widths[0] = TimeCharacters;
    m_table->setWidths(-1, widths);
}

void ChartView::arrange()
{
    m_places = placesIn(size(), orNothing(m_chart));
    m_legend.arrange(orNothing(m_chart), m_places.legend);
    m_menuButton->setGeometry(m_places.title.right() - ButtonSide + 1, m_places.title.top() + 2, ButtonSide, ButtonSide);
    const QRect below(1, m_places.title.bottom() + 1, width() - 2, height() - m_places.title.bottom() - 2);
    if (m_notice)
        m_notice->setGeometry(below);
    if (m_table)
        m_table->setGeometry(below);
}

/// What is seen stays until it is this one's turn.
void ChartView::outdate()
{
    m_isDrawn = !m_chart;
    update();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    outdate();
}

QString ChartView::currentReading() const
{
    return m_chart && m_group.crosshair() ? reading(*m_chart, m_hidden, *m_group.crosshair(), range()) : QString();
}

QString ChartView::summary() const
{
    if (hasNotice())
        return m_notice->accessibleName() + u'\n' + m_notice->accessibleDescription();
    return m_chart ? chartSummary(*m_chart, m_hidden, range()) : tr("Nothing is known yet");
}

} // namespace charts
