#include "widgets/table/BesideTable.h"

#include "models/settings/Settings.h"
#include "widgets/base/ObjectPanel.h"
#include "widgets/base/Theme.h"

#include <QScopedValueRollback>

namespace table {

BesideTable::BesideTable(settings::Settings &settings, QWidget *parent) : QSplitter(Qt::Horizontal, parent), m_settings(settings)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (base::ObjectPanel *shown = panel())
            m_tell(*shown);
    });
    connect(&m_settings, &settings::Settings::changed, this, [this](const std::string &section) {
        if (section == PanelChoice::Section && isVisible())
            follow();
    });
    connect(&base::Theme::instance(), &base::Theme::changed, this, &BesideTable::recolor);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        if (m_isPlacing || !panel())
            return;
        PanelChoice choice = PanelChoice::of(m_settings);
        choice.size = sizes().at(1);
        const QScopedValueRollback placing(m_isPlacing, true);
        choice.remember(m_settings);
    });
}

void BesideTable::setPanel(MakePanel make, Tell tell)
{
    m_make = std::move(make);
    m_tell = std::move(tell);
    if (isVisible())
        follow();
}

base::ObjectPanel *BesideTable::panel() const
{
    return m_panel && m_panel->isVisible() ? m_panel : nullptr;
}

void BesideTable::selectionMoved()
{
    if (panel())
        m_rest.start();
}

void BesideTable::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    follow(); // what was chosen while another page was shown counts here too
}

void BesideTable::follow()
{
    if (m_isPlacing || !m_make)
        return;
    const PanelChoice choice = PanelChoice::of(m_settings);
    if (choice.isShown && !m_panel) {
        m_panel = m_make(this);
        if (m_panel)
            Q_EMIT panelMade(m_panel);
    }
    if (m_panel && (choice.isShown || !m_panel->isHidden()))
        place(choice);
    Q_EMIT choiceChanged();
}

void BesideTable::place(const PanelChoice &choice)
{
    const QScopedValueRollback placing(m_isPlacing, true);
    if (indexOf(m_panel) < 0)
        addWidget(m_panel);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setOrientation(choice.isBelow ? Qt::Vertical : Qt::Horizontal);
    m_panel->setMinimumSize(choice.isBelow ? QSize(0, 140) : QSize(240, 0));
    m_panel->setVisible(choice.isShown);
    if (!choice.isShown)
        return;
    const int whole = choice.isBelow ? height() : width();
    setSizes({std::max(1, whole - choice.pixels() - handleWidth()), choice.pixels()});
    recolor();
    m_tell(*m_panel);
}

/// The line between both.
void BesideTable::recolor()
{
    if (indexOf(m_panel) < 0)
        return;
    // By style: what fills the window's background would win over the palette of a handle.
    handle(1)->setAttribute(Qt::WA_StyledBackground);
    handle(1)->setStyleSheet(QStringLiteral("background: %1").arg(base::Theme::instance().color(base::Meaning::Border).name()));
}

} // namespace table
