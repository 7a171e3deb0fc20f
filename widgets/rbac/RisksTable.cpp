#include "widgets/rbac/RisksTable.h"

#include "models/text/Value.h"
#include "widgets/base/PlainTable.h"
#include "widgets/rbac/RiskTexts.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace rbac {

namespace {

constexpr int SignWidth = 6 * base::Theme::Step;    // of the sign that folds, with the room before it

} // namespace

RisksTable::RisksTable(QWidget *parent) : QObject(parent), m_model(new RisksModel(this)), m_table(new base::PlainTable(tr("Risks"), parent))
{
    m_table->setModel(m_model);
    m_table->setWidths(static_cast<int>(RiskPart::What), {10, 30, 28, 15, 20, 14, 14});
    m_table->offerSorting();
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &base::PlainTable::sortWished, this, [this](int column) { sortBy(static_cast<RiskPart>(column)); });
    connect(m_table, &base::PlainTable::chosen, this, [this](int row) { Q_EMIT chosen(m_model->risk(row)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_isTaking)
            Q_EMIT selectionChanged();
    });
}

std::optional<Risk> RisksTable::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() && m_model->list() ? std::optional(m_model->risk(current.row())) : std::nullopt;
}

void RisksTable::addTo(RiskWish &wish) const
{
    wish.order = m_order;
    wish.isDescending = m_isDescending;
    wish.selected = selected();
    wish.unfolded = m_unfolded;
}

void RisksTable::show(std::shared_ptr<const RiskList> list)
{
    m_isTaking = true;
    m_model->show(std::move(list));
    const RiskList &now = *m_model->list();
    if (!now.rows.empty())
        m_table->selectRow(static_cast<int>(now.selected.value_or(0)));     // one always is, so that the pane below is about something
    m_isTaking = false;
}

void RisksTable::sortBy(RiskPart part)
{
    m_isDescending = part == m_order && !m_isDescending;
    m_order = part;
    m_model->setOrder(m_order, m_isDescending);
    Q_EMIT wishChanged();
}

std::vector<base::Command> RisksTable::commands()
{
    std::vector<base::Command> out;
    for (int column = 0; column < RisksModel::ColumnCount; ++column) {
        const auto part = static_cast<RiskPart>(column);
        out.push_back({QStringLiteral("sort-risks-%1").arg(column), [part] { return tr("Sort the findings by: %1").arg(headOf(part)); }, {}, {}, [this, part] { sortBy(part); }});
    }
    return out;
}

void RisksTable::save(text::Value &state) const
{
    state.set("order", text::Value::number(static_cast<std::int64_t>(m_order)));
    state.set("descending", text::Value::boolean(m_isDescending));
}

void RisksTable::restore(const text::Value &state)
{
    const std::int64_t order = state["order"].asInteger();
    m_order = order >= 0 && order < RisksModel::ColumnCount ? static_cast<RiskPart>(order) : RiskPart::Severity;
    m_isDescending = state["descending"].asBoolean();
    m_model->setOrder(m_order, m_isDescending);
}

bool RisksTable::eventFilter(QObject *watched, QEvent *event)
{
    const int row = m_table->currentIndex().row();
    if (event->type() == QEvent::MouseButtonRelease && watched == m_table->viewport())
        pressed(*static_cast<QMouseEvent *>(event));
    if (event->type() != QEvent::KeyPress || watched != m_table || row < 0)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Right: turn(row, Way::Unfold); return true;
    case Qt::Key_Left: (void)(turn(row, Way::Fold) || selectWholeOf(row)); return true;
    default: return false;
    }
}

void RisksTable::pressed(const QMouseEvent &event)
{
    const QModelIndex index = m_table->indexAt(event.pos());
    if (index.column() == static_cast<int>(RiskPart::What) && event.pos().x() <= m_table->visualRect(index).left() + SignWidth)
        turn(index.row(), m_model->row(index.row()).isUnfolded ? Way::Fold : Way::Unfold);
}

/// False: there is nothing to turn that way.
bool RisksTable::turn(int row, Way way)
{
    const RiskRow &shown = m_model->row(row);
    if (shown.included.empty() || shown.isUnfolded == (way == Way::Unfold))
        return false;
    if (way == Way::Unfold)
        m_unfolded.push_back(m_model->risk(row));
    else
        std::erase(m_unfolded, m_model->risk(row));
    Q_EMIT wishChanged();
    return true;
}

bool RisksTable::selectWholeOf(int row)
{
    if (!m_model->row(row).isIncluded)
        return false;
    while (m_model->row(row).isIncluded)
        --row;
    m_table->selectRow(row);
    return true;
}

} // namespace rbac
