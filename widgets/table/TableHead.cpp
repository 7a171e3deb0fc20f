#include "widgets/table/TableHead.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/table/StateChips.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace table {

using base::Theme;

TableHead::TableHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new base::PlainLabel(title, this))
    , m_count(new base::PlainLabel(this))
    , m_chips(new StateChips(this))
    , m_filter(new QLineEdit(this))
    , m_brokenFirst(new QPushButton(tr("Broken first"), this))
    , m_columns(new QPushButton(tr("Columns"), this))
    , m_filterError(new base::PlainLabel(this))
{
    m_title->setFont(Theme::instance().titleFont());
    m_brokenFirst->setCheckable(true);
    makeFilter();
    auto *first = new QHBoxLayout;
    first->setSpacing(2 * Theme::Step);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_count, m_chips})
        first->addWidget(widget);
    first->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(2 * Theme::Step);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filter, m_brokenFirst, m_columns})
        second->addWidget(widget);
    second->addWidget(m_filterError, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(first);
    column->addLayout(second);
    connect(m_chips, &StateChips::chosen, this, &TableHead::statesChosen);
    connect(m_filter, &QLineEdit::textChanged, this, &TableHead::filterTyped);
    connect(m_brokenFirst, &QPushButton::clicked, this, &TableHead::brokenFirstChosen);
    connect(m_columns, &QPushButton::clicked, this, &TableHead::columnsRequested);
}

void TableHead::makeFilter()
{
    m_filter->setPlaceholderText(tr("Filter: text, /regex/, node:worker-2, !not"));
    m_filter->setAccessibleName(tr("Filter of the rows"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedSize(320, Theme::ControlHeight);
}

void TableHead::showCount(const QString &text)
{
    if (m_count->text() != text)
        m_count->show(text);
}

void TableHead::showStates(const tables::TableCounts &counts, tables::TableModel::HealthSet shown) { m_chips->show(counts, shown); }

void TableHead::showFilterError(const QString &text) { m_filterError->show(text); }

void TableHead::setBrokenFirst(bool on) { m_brokenFirst->setChecked(on); }

void TableHead::setHasStates(bool has) { m_brokenFirst->setVisible(has); }

} // namespace table
