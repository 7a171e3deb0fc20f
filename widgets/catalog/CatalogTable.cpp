#include "widgets/catalog/CatalogTable.h"

#include "widgets/base/ClusterColor.h"
#include "widgets/base/PlainCells.h"
#include "widgets/base/StrongFont.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <vector>

namespace catalog {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Padding = 2 * Theme::Step + 1;

constexpr int LongestMeasured = 60;         // characters
constexpr int LeastWidth = 70;
constexpr int ColorWidth = 4;
constexpr int Readable = 150;               ///< of a text that may be cut
/// The columns that share the room the state leaves; the last takes what is over.
constexpr std::array<int, 7> sharing{CatalogModel::Name, CatalogModel::Version, CatalogModel::Distribution, CatalogModel::Server,
                                     CatalogModel::User, CatalogModel::Namespace, CatalogModel::File};
/// What goes first where there is no room.
constexpr std::array<int, 4> leaving{CatalogModel::Namespace, CatalogModel::User, CatalogModel::Distribution, CatalogModel::Version};

/// With the colour that a person gave to a cluster.
class CellDelegate final : public base::PlainCells
{
public:
    explicit CellDelegate(QObject *parent) : PlainCells(CatalogModel::MeaningRole, Padding, parent) { }

protected:
    /// Of a path the end tells most.
    Qt::TextElideMode elision(const QModelIndex &index) const override { return index.column() == CatalogModel::File ? Qt::ElideLeft : Qt::ElideMiddle; }
    void paintMark(QPainter &painter, const QRect &cell, const QModelIndex &index) const override
    {
        if (const QColor color = base::clusterColor(index.data(CatalogModel::ColorRole).toString().toStdString()); color.isValid())
            painter.fillRect(cell.left() + 3, cell.top() + 3, ColorWidth, cell.height() - 6, color);
    }
};

} // namespace

CatalogTable::CatalogTable(CatalogModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new CellDelegate(this));
    setAccessibleName(tr("Contexts"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerButtonEnabled(false);
    verticalScrollBar()->setAccessibleName(tr("Scroll the contexts"));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(Theme::RowHeight);
    verticalHeader()->setDefaultSectionSize(Theme::RowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(40);
    header->setFixedHeight(Theme::HeaderHeight);
    sortByColumn(CatalogModel::Name, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    connect(&model, &QAbstractItemModel::modelReset, this, &CatalogTable::rowsOnScreenChanged);
    connect(&model, &CatalogModel::entriesRead, this, &CatalogTable::measure);
    connect(&model, &QAbstractItemModel::dataChanged, this, &CatalogTable::measureState);
    connect(&Theme::instance(), &Theme::changed, this, &CatalogTable::restyle);
    restyle();
}

void CatalogTable::restyle()
{
    const Theme &theme = Theme::instance();
    setFont(theme.tableFont());
    const QString sheet = QStringLiteral("QHeaderView { background: %1; border: none; } QHeaderView::section { background: %1; color: %2;"
                                         " border: none; border-top: 1px solid %3; border-bottom: 1px solid %3; padding: 0 8px; font-weight: %4; }");
    horizontalHeader()->setStyleSheet(sheet.arg(theme.color(Meaning::Surface).name(), theme.color(Meaning::Secondary).name(), theme.color(Meaning::Border).name(),
                                              QString::number(base::strongWeight())));
    measure();
}

int CatalogTable::widthOf(int column, int longest) const
{
    const QFontMetrics metrics(font());
    // The header's own hint knows nothing of a column that is hidden, nor of bold letters.
    QFont bold = font();
    bold.setWeight(base::strongWeight());
    int widest = QFontMetrics(bold).horizontalAdvance(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 4 * Padding;
    for (const QString &text : m_model.textsOf(column))
        widest = std::max(widest, metrics.horizontalAdvance(text.left(longest)) + 2 * Padding + 2);
    return widest;
}

/// Over all rows, so that nothing moves while a person filters.
void CatalogTable::measure()
{
    for (const int column : sharing)
        m_natural[static_cast<std::size_t>(column)] = std::max(LeastWidth, widthOf(column, LongestMeasured));
    measureState();
}

void CatalogTable::measureState()
{
    m_natural[CatalogModel::State] = widthOf(CatalogModel::State, -1);
    for (const int column : {int(CatalogModel::Version), int(CatalogModel::Distribution)}) {
        const auto at = static_cast<std::size_t>(column);
        m_natural[at] = std::max(LeastWidth, widthOf(column, LongestMeasured));
        const QSet<QString> texts = m_model.textsOf(column);
        m_isEmpty[at] = texts.isEmpty() || texts == QSet<QString>{QString()};
    }
    fitColumns();
}

/// Columns without a word are none; where the others have no room to be read, those go that the detail tells as well.
void CatalogTable::hideColumns()
{
    std::array<bool, CatalogModel::ColumnCount> isShown;
    std::ranges::transform(m_isEmpty, isShown.begin(), std::logical_not<>());
    const auto needed = [&] {
        int sum = 0;
        for (std::size_t column = 0; column < isShown.size(); ++column)
            sum += isShown[column] ? std::min(m_natural[column], column == CatalogModel::State ? m_natural[column] : Readable) : 0;
        return sum;
    };
    for (const int column : leaving) {
        if (needed() > viewport()->width())
            isShown[static_cast<std::size_t>(column)] = false;
    }
    for (int column = 0; column < CatalogModel::ColumnCount; ++column) {
        if (isColumnHidden(column) == isShown[static_cast<std::size_t>(column)])
            setColumnHidden(column, !isColumnHidden(column));
    }
}

/// Columns that need less than an equal share get what they need; the others share the rest.
void CatalogTable::fitColumns()
{
    hideColumns();
    int room = viewport()->width() - m_natural[CatalogModel::State];
    std::vector<int> order;
    std::ranges::copy_if(sharing, std::back_inserter(order), [this](int column) { return !isColumnHidden(column); });
    std::ranges::sort(order, {}, [this](int column) { return m_natural[static_cast<std::size_t>(column)]; });
    std::array<int, CatalogModel::ColumnCount> widths{};
    int left = static_cast<int>(order.size());
    for (const int column : order) {
        const auto at = static_cast<std::size_t>(column);
        widths[at] = std::max(LeastWidth, std::min(m_natural[at], room / left));
        room -= widths[at];
        --left;
    }
    widths[CatalogModel::File] += std::max(0, room);
    widths[CatalogModel::State] = m_natural[CatalogModel::State];
    for (int column = 0; column < CatalogModel::ColumnCount; ++column) {
        if (!isColumnHidden(column))
            setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
}

std::pair<int, int> CatalogTable::rowsOnScreen() const
{
    if (m_model.rowCount() == 0 || !isVisible())
        return {0, 0};
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? m_model.rowCount() : last + 1};
}

void CatalogTable::setCurrentRow(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row, CatalogModel::Name));
}

void CatalogTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentRowChanged();
}

void CatalogTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        Q_EMIT chosen(currentRow());
        return;
    }
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        return;     // whole rows: there is nothing to go to
    if (event->key() == Qt::Key_Slash) {
        event->ignore();    // leads to the filter
        return;
    }
    QTableView::keyPressEvent(event);
}

void CatalogTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    Q_EMIT rowsOnScreenChanged();
}

void CatalogTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    Q_EMIT rowsOnScreenChanged();
}

void CatalogTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    Q_EMIT rowsOnScreenChanged();
}

} // namespace catalog
