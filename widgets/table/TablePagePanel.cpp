// The panel of the row that is selected in a table.

#include "widgets/table/TablePage.h"

#include "models/tables/PackedObjects.h"
#include "widgets/base/ObjectPanel.h"
#include "widgets/table/BesideTable.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TableHead.h"

namespace table {

namespace {

/// Packed; unpacking more would be felt, and the server's answer is read on another thread.
constexpr std::size_t MostAtHand = 16 * 1024;

} // namespace

void TablePage::offerPanel(std::function<base::ObjectPanel *(QWidget *parent)> make)
{
    connect(m_beside, &BesideTable::panelMade, this, [this](base::ObjectPanel *panel) {
        connect(panel, &base::ObjectPanel::openRequested, this, &Page::openRequested);
        connect(panel, &base::ObjectPanel::noticed, this, &Page::noticed);
    });
    connect(m_beside, &BesideTable::choiceChanged, this, [this] { m_head->setPanelShown(m_beside->panel()); });
    m_head->offerPanel();
    m_beside->setPanel(std::move(make), [this](base::ObjectPanel &panel) { tellPanel(panel); });
}

/// With what the row was read from, so that something is seen before the server answers.
void TablePage::tellPanel(base::ObjectPanel &panel) const
{
    const QString key = m_grid->currentKey();
    if (key.isEmpty())
        return panel.showNothing();
    tables::RowQueue row;
    row.want(m_model->rowId(m_grid->currentRow()));
    const tables::PackedObjects packed = row.take(m_rows->store(), m_rows->type(), 1);
    const bool isAtHand = !packed.objects.empty() && packed.objects.front().packed.size() <= MostAtHand;
    auto object = !isAtHand ? base::Result<text::Value>(base::makeError(base::ErrorKind::NotFound, {})) : tables::unpackObject(packed, packed.objects.front());
    panel.showObject(m_rows->type(), addressOf(key), object ? std::make_shared<const text::Value>(std::move(*object)) : nullptr);
}

bool TablePage::switchToPanel()
{
    base::ObjectPanel *panel = m_beside->panel();
    if (!panel)
        return false;
    if (panel->isAncestorOf(focusWidget()) && focusWidget()->hasFocus())
        m_grid->setFocus(Qt::ShortcutFocusReason);
    else
        panel->setFocus(Qt::ShortcutFocusReason);
    return true;
}

} // namespace table
