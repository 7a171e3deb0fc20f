#include "widgets/table/ColumnChooser.h"

#include "widgets/base/ClearButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/table/ColumnTitle.h"
#include "widgets/table/GridView.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace table {

namespace {

constexpr int ColumnRole = Qt::UserRole;

/// What is hidden is quieter, where the box before it is hard to see.
void showWhetherChecked(QListWidgetItem &item)
{
    item.setForeground(base::Theme::instance().color(item.checkState() == Qt::Checked ? base::Meaning::Text : base::Meaning::Secondary));
}

} // namespace

ColumnChooser::ColumnChooser(GridView &grid, const QString &title, QWidget *parent)
    : QDialog(parent), m_grid(grid), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Columns of %1").arg(title));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(420, 460);
    m_search->setPlaceholderText(tr("Find a column"));
    m_search->setAccessibleName(m_search->placeholderText());
    base::offerToClear(*m_search);
    m_search->installEventFilter(this);
    m_list->setAccessibleName(windowTitle());
    m_list->setAccessibleDescription(tr("Space shows or hides a column, Alt with an arrow key moves it"));
    m_list->setUniformItemSizes(true);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);

    makeButtons();

    connect(m_search, &QLineEdit::textChanged, this, &ColumnChooser::narrow);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) { itemChecked(*item); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnChooser::updateButtons);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::takeOrder);
    connect(new QShortcut(Qt::ALT | Qt::Key_Up, this), &QShortcut::activated, this, [this] { moveCurrent(-1); });
    connect(new QShortcut(Qt::ALT | Qt::Key_Down, this), &QShortcut::activated, this, [this] { moveCurrent(1); });
    connect(&m_grid.model(), &QAbstractItemModel::modelReset, this, &ColumnChooser::fill);
    fill();
    m_list->setCurrentRow(0);
}

/// What is done to the column stands beside the list, what is done to all of them below.
void ColumnChooser::makeButtons()
{
    auto *beside = new QVBoxLayout;
    auto *below = new QHBoxLayout;
    const auto add = [this](QBoxLayout &layout, const QString &text, std::function<void()> act) {
        auto *button = new QPushButton(text, this);
        button->setAccessibleName(text);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, std::move(act));
        layout.addWidget(button);
        return button;
    };
    m_up = add(*beside, tr("Move up"), [this] { moveCurrent(-1); });
    m_down = add(*beside, tr("Move down"), [this] { moveCurrent(1); });
    beside->addSpacing(3 * base::Theme::Step);
    add(*beside, tr("Add a column…"), [this] { Q_EMIT m_grid.header().userColumnRequested({}); });
    m_change = add(*beside, tr("Change…"), [this] { Q_EMIT m_grid.header().userColumnRequested(currentUserColumn()); });
    m_remove = add(*beside, tr("Remove"), [this] { m_grid.header().removeUserColumn(currentUserColumn()); });
    beside->addStretch();
    add(*below, tr("Reset"), [this] { reset(); });
    below->addStretch();
    add(*below, tr("Close"), [this] { reject(); });
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(beside);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * base::Theme::Step);
    layout->addWidget(m_search);
    layout->addLayout(middle, 1);
    layout->addLayout(below);
}

std::string ColumnChooser::currentUserColumn() const
{
    if (!m_list->currentItem())
        return {};
    const tables::TableColumn &column = m_grid.model().columns()[static_cast<std::size_t>(m_list->currentItem()->data(ColumnRole).toInt())];
    return column.isUser ? column.name : std::string();
}

QListWidgetItem *ColumnChooser::addItem(int column)
{
    const GridHeader &header = m_grid.header();
    auto *item = new QListWidgetItem(columnTitle(m_grid.model().columns()[static_cast<std::size_t>(column)]), m_list);
    item->setData(ColumnRole, column);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setCheckState(header.isSectionHidden(column) ? Qt::Unchecked : Qt::Checked);
    item->setSizeHint({0, base::Theme::RowHeight});
    showWhetherChecked(*item);
    return item;
}

void ColumnChooser::fill()
{
    m_isFilling = true;
    const int row = m_list->currentRow();
    m_list->clear();
    const GridHeader &header = m_grid.header();
    for (int place = 0; place < header.count(); ++place)
        addItem(header.logicalIndex(place));
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_isFilling = false;
    narrow(m_search->text());
}

void ColumnChooser::narrow(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
    chooseVisible();
    updateButtons();
}

/// Keys and buttons act on what is seen.
void ColumnChooser::chooseVisible()
{
    if (m_list->currentItem() && !m_list->currentItem()->isHidden())
        return;
    int row = 0;
    while (row < m_list->count() && m_list->item(row)->isHidden())
        ++row;
    m_list->setCurrentRow(row < m_list->count() ? row : -1);
}

/// The last column that is shown stays.
void ColumnChooser::itemChecked(QListWidgetItem &item)
{
    if (std::exchange(m_isFilling, true))
        return;
    showWhetherChecked(item);
    m_isFilling = false;
    const int column = item.data(ColumnRole).toInt();
    m_grid.header().setColumnShown(column, item.checkState() == Qt::Checked);
    if (m_grid.header().isSectionHidden(column) == (item.checkState() == Qt::Checked))
        fill();
}

void ColumnChooser::takeOrder()
{
    QList<int> columns;
    for (int row = 0; row < m_list->count(); ++row)
        columns.push_back(m_list->item(row)->data(ColumnRole).toInt());
    m_grid.header().setOrder(columns);
    updateButtons();
}

void ColumnChooser::moveCurrent(int step)
{
    const int from = m_list->currentRow();
    int to = from + step;
    while (to >= 0 && to < m_list->count() && m_list->item(to)->isHidden())
        to += step;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_isFilling = true;
    QListWidgetItem *item = m_list->takeItem(from);
    m_list->insertItem(to, item);
    m_list->setCurrentItem(item);
    m_isFilling = false;
    takeOrder();
}

void ColumnChooser::updateButtons()
{
    const auto canMove = [&](int step) {
        for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step)
            if (!m_list->item(row)->isHidden())
                return m_list->currentRow() >= 0;
        return false;
    };
    m_up->setEnabled(canMove(-1));
    m_down->setEnabled(canMove(1));
    const bool isUser = !m_isFilling && !currentUserColumn().empty();
    m_change->setEnabled(isUser);
    m_remove->setEnabled(isUser);
}

/// Columns that a person made stay: they have a button of their own.
void ColumnChooser::reset()
{
    tables::TableLayout first;
    first.userColumns = m_grid.model().userColumns();
    m_grid.apply(first);
    fill();
    Q_EMIT m_grid.header().layoutChosen();
}

/// The arrow keys leave the search for the list.
bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDown = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && !(static_cast<QKeyEvent *>(event)->modifiers() & Qt::AltModifier);
    if (!isDown)
        return QDialog::eventFilter(watched, event);
    m_list->setFocus();
    return true;
}

} // namespace table
