#include "widgets/rbac/HoldersView.h"

#include "widgets/base/BarButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace rbac {

using base::Theme;

HoldersView::HoldersView(QWidget *parent) : QWidget(parent), m_lead(new base::CutLabel(this)), m_table(new base::PlainTable(tr("Who may do it"), this))
{
    m_table->setModel(&m_model);
    m_table->setWidths(HoldersModel::Ways, {13, 32, 22, 30, 13});
    m_table->setMinimumHeight(Theme::HeaderHeight + 2 * Theme::RowHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Step);
    layout->addWidget(m_lead);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeActions());
    connect(m_table, &base::PlainTable::chosen, this, [this](int row) { Q_EMIT accessRequested(m_model.entry(row).subject); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HoldersView::tellActions);
    tellActions();
}

QWidget *HoldersView::makeActions()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, Theme::Step, 0, 0);
    row->setSpacing(2 * Theme::Step);
    m_accessButton = base::addBarButton(*row, tr("Show its access"), tr("Show all that the selected one may do (Enter)"));
    connect(m_accessButton, &QPushButton::clicked, this, [this] { Q_EMIT accessRequested(m_model.entry(m_table->currentIndex().row()).subject); });
    m_verifyButton = base::addBarButton(*row, tr("Ask the server"), tr("Ask the server about the selected one alone"));
    connect(m_verifyButton, &QPushButton::clicked, this, [this] { Q_EMIT verifyRequested({m_model.entry(m_table->currentIndex().row()).subject}); });
    m_verifyAllButton = base::addBarButton(*row, tr("Ask about all"), tr("Ask the server about each of them"));
    connect(m_verifyAllButton, &QPushButton::clicked, this, &HoldersView::verifyAll);
    connect(base::addBarButton(*row, tr("Copy"), tr("Copy the list as text")), &QPushButton::clicked, this, &HoldersView::copyRequested);
    row->addStretch(1);
    return bar;
}

void HoldersView::setProofs(BadgeOfHolder badgeOf)
{
    m_canVerify = static_cast<bool>(badgeOf);
    m_model.setProofs(std::move(badgeOf));
    tellActions();
}

/// The one that was selected stays it when the list is told anew.
void HoldersView::show(std::vector<HolderEntry> entries, const QString &lead)
{
    const int before = m_table->currentIndex().row();
    const ObjectRef selected = before >= 0 ? m_model.entry(before).subject : ObjectRef();
    m_model.show(std::move(entries));
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.entry(row).subject == selected)
            m_table->setCurrentIndex(m_model.index(row, 0));
    m_lead->show(lead);
    base::setPlainToolTip(m_lead, lead);
    tellActions();
}

void HoldersView::tellActions()
{
    const bool hasOne = m_table->currentIndex().isValid();
    m_accessButton->setEnabled(hasOne);
    m_verifyButton->setEnabled(hasOne);
    m_verifyButton->setVisible(m_canVerify);
    m_verifyAllButton->setVisible(m_canVerify && m_model.rowCount() > 0);
}

void HoldersView::verifyAll()
{
    std::vector<ObjectRef> subjects;
    for (const HolderEntry &entry : m_model.entries())
        subjects.push_back(entry.subject);
    Q_EMIT verifyRequested(subjects);
}

} // namespace rbac
