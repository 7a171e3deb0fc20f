#include "widgets/base/PlainTable.h"

#include "widgets/base/PlainCells.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace base {

namespace {

constexpr int Padding = 2 * Theme::Step;

/// As the style writes it, which the header's own hint knows only once it was shown.
int headWidth(const QTableView &table, int column)
{
    QFont bold = table.font();
    bold.setWeight(strongWeight());
    const QString text = table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return qMax(QFontMetrics(bold).horizontalAdvance(text) + 2 * Padding + 2, table.horizontalHeader()->sectionSizeHint(column));
}

} // namespace

PlainTable::PlainTable(const QString &name, QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new PlainCells(MeaningRole, Padding, this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(Theme::RowHeight);
    verticalHeader()->setDefaultSectionSize(Theme::RowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(Theme::HeaderHeight);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    connect(&Theme::instance(), &Theme::changed, this, &PlainTable::restyle);
    restyle();
}

QString PlainTable::spoken(const QString &text)
{
    return text.isEmpty() ? tr("none") : text;
}

QString PlainTable::headOf(const QString &title, Sorted sorted)
{
    return sorted == Sorted::Not ? title : title + (sorted == Sorted::Down ? QStringLiteral(" ▾") : QStringLiteral(" ▴"));
}

void PlainTable::offerSorting()
{
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &PlainTable::sortWished);
}

void PlainTable::setWidths(int wide, const QList<int> &characters)
{
    m_wide = wide;
    m_characters = characters;
    restyle();
}

void PlainTable::restyle()
{
    const Theme &theme = Theme::instance();
    setFont(theme.tableFont());
    const QString sheet = QStringLiteral("QHeaderView { background: %1; border: none; } QHeaderView::section { background: %1; color: %2;"
                                         " border: none; border-top: 1px solid %3; border-bottom: 1px solid %3; padding: 0 8px; font-weight: %4; }");
    horizontalHeader()->setStyleSheet(sheet.arg(theme.color(Meaning::Surface).name(), theme.color(Meaning::Secondary).name(), theme.color(Meaning::Border).name(),
                                              QString::number(strongWeight())));
    if (!model())
        return;
    for (int column = 0; column < model()->columnCount() && column < m_characters.size(); ++column) {
        const QHeaderView::ResizeMode narrow = m_characters[column] == 0 ? QHeaderView::ResizeToContents : QHeaderView::Interactive;
        horizontalHeader()->setSectionResizeMode(column, column == m_wide ? QHeaderView::Stretch : narrow);
        horizontalHeader()->resizeSection(column, wishOf(column));
    }
    fitColumns();
}

int PlainTable::wishOf(int column) const
{
    const int letter = QFontMetrics(font()).horizontalAdvance(u'0');
    return qMax(m_characters[column] * letter + 2 * Padding, headWidth(*this, column));
}

/// What a person made wider or narrower stays, as long as there is room.
void PlainTable::fitColumns()
{
    int wished = 0;
    QList<int> shown;
    for (int column = 0; model() && column < model()->columnCount() && column < m_characters.size(); ++column) {
        if (isColumnHidden(column))
            continue;
        shown << column;
        wished += m_characters[column] == 0 ? columnWidth(column) : wishOf(column);
    }
    const bool isTight = wished > viewport()->width();
    if (!std::exchange(m_isTight, isTight) && !isTight)
        return;
    int heads = 0;      // what none gives away, so that each head can be read
    for (const int column : shown)
        heads += m_characters[column] == 0 ? columnWidth(column) : headWidth(*this, column);
    const double part = isTight ? std::max(0.0, double(viewport()->width() - heads) / std::max(1, wished - heads)) : 1;
    for (const int column : shown) {
        const int head = headWidth(*this, column);
        if (column != m_wide && m_characters[column] != 0)
            horizontalHeader()->resizeSection(column, head + static_cast<int>((wishOf(column) - head) * part));
    }
}

void PlainTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void PlainTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT chosen(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}

} // namespace base
