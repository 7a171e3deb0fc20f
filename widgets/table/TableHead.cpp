#include "widgets/table/TableHead.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/table/StateChips.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
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
    , m_group(new QPushButton(tr("Group"), this))
    , m_columns(new QPushButton(tr("Columns"), this))
    , m_filterError(new base::PlainLabel(this))
{
    m_title->setFont(Theme::instance().titleFont());
    m_brokenFirst->setCheckable(true);
    m_group->setMenu(new QMenu(m_group));
    makeFilter();
    auto *first = new QHBoxLayout;
    first->setSpacing(2 * Theme::Step);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_count, m_chips})
        first->addWidget(widget);
    first->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(2 * Theme::Step);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filter, m_brokenFirst, m_group, m_columns})
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

std::vector<base::Command> TableHead::commands()
{
    using base::Command;
    const auto stateless = [this] { return m_brokenFirst->isHidden() ? tr("Rows of this kind have no state") : QString(); };
    return {Command::make(QStringLiteral("filter-rows"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Filter the rows")}, QKeySequence::Find,
                          [this] { m_filter->setFocus(Qt::ShortcutFocusReason); }),
            Command::make(QStringLiteral("clear-filter"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Clear the filter")}, {},
                          [this] {
                              m_filter->clear();
                              Q_EMIT statesChosen({});
                          }),
            Command::make(QStringLiteral("broken-first"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Broken first, on or off")}, {},
                          [this] { m_brokenFirst->click(); }, stateless),
            Command::make(QStringLiteral("columns"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Choose columns…")}, {}, [this] { m_columns->click(); })};
}

void TableHead::showCount(const QString &text)
{
    if (m_count->text() != text)
        m_count->show(text);
}

void TableHead::showStates(const tables::TableCounts &counts, tables::TableModel::HealthSet shown) { m_chips->show(counts, shown); }

void TableHead::showFilterError(const QString &text) { m_filterError->show(text); }

void TableHead::setBrokenFirst(bool on) { m_brokenFirst->setChecked(on); }

QMenu &TableHead::groupMenu() const { return *m_group->menu(); }

void TableHead::setGroup(const QString &column)
{
    m_group->setText(column.isEmpty() ? tr("Group") : base::buttonText(tr("Group: %1").arg(column)));
}

void TableHead::setHasStates(bool has) { m_brokenFirst->setVisible(has); }

} // namespace table
