#include "widgets/table/TableHead.h"

#include "models/text/Selector.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/MenuButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/Theme.h"
#include "widgets/table/StateChips.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace table {

using base::Theme;

namespace {

struct Widths { int least, most; };

/// It gives way where the window is narrow.
void setSizes(QLineEdit &edit, Widths widths)
{
    edit.setFixedHeight(Theme::ControlHeight);
    edit.setMinimumWidth(widths.least);
    edit.setMaximumWidth(widths.most);
}

} // namespace

TableHead::TableHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new base::PlainLabel(title, this))
    , m_count(new base::PlainLabel(this))
    , m_chips(new StateChips(this))
    , m_filter(new base::SearchLine(this))
    , m_labels(new QLineEdit(this))
    , m_brokenFirst(new QPushButton(tr("Broken first"), this))
    , m_group(new QPushButton(this))
    , m_groupMenu(new QMenu(this))
    , m_only(new QPushButton(tr("Show only") + QStringLiteral("  ▾"), this))
    , m_onlyMenu(new QMenu(this))
    , m_columns(new QPushButton(tr("Columns"), this))
    , m_panel(new QPushButton(tr("Details"), this))
    , m_error(new base::PlainLabel(this))
{
    m_title->setFont(Theme::instance().titleFont());
    m_brokenFirst->setCheckable(true);
    m_only->setAccessibleName(tr("Show only"));
    m_only->hide();
    m_panel->setCheckable(true);
    m_panel->hide();
    base::setPlainToolTip(m_panel, tr("The selected object in short, beside the table"));
    setGroup({});
    makeFilter();
    makeLabels();
    auto *first = new QHBoxLayout;
    first->setSpacing(2 * Theme::Step);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_count, m_chips})
        first->addWidget(widget);
    first->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(2 * Theme::Step);
    second->addWidget(m_filter, 3);
    second->addWidget(m_labels, 2);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_only, m_brokenFirst, m_group, m_columns, m_panel})
        second->addWidget(widget);
    second->addWidget(m_error, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(first);
    column->addLayout(second);
    connect(m_chips, &StateChips::chosen, this, &TableHead::statesChosen);
    connect(m_filter, &base::SearchLine::typed, this, &TableHead::filterTyped);
    connect(m_brokenFirst, &QPushButton::clicked, this, &TableHead::brokenFirstChosen);
    base::opensBelow(*m_groupMenu, *m_group);
    base::opensBelow(*m_onlyMenu, *m_only);
    connect(m_columns, &QPushButton::clicked, this, &TableHead::columnsRequested);
    connect(m_panel, &QPushButton::clicked, this, &TableHead::panelChosen);
}

void TableHead::makeFilter()
{
    m_filter->setPlaceholderText(tr("Filter: text, /regex/, node:worker-2, !not"));
    m_filter->setAccessibleName(tr("Filter of the rows"));
    base::offerToClear(*m_filter);
    setSizes(*m_filter, {140, 320});
}

/// The server is asked anew for each selector, so it counts when it is finished, not while it is typed.
void TableHead::makeLabels()
{
    m_labels->setPlaceholderText(tr("Labels: app=web, tier!=cache"));
    m_labels->setAccessibleName(tr("Label selector, which the server obeys"));
    base::setPlainToolTip(m_labels, tr("Only objects with these labels are asked of the server. Enter takes it."));
    base::offerToClear(*m_labels);
    setSizes(*m_labels, {110, 220});
    connect(m_labels, &QLineEdit::editingFinished, this, &TableHead::chooseLabels);
    connect(m_labels, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            chooseLabels();
    });
}

void TableHead::chooseLabels()
{
    const QString typed = m_labels->text().trimmed();
    const auto selector = text::LabelSelector::parse(typed.toStdString());
    m_labelsProblem = selector ? QString() : tr("Labels: %1").arg(base::oneLine(selector.error().message));
    showProblem();
    if (!selector || typed == m_chosenLabels)
        return;
    m_chosenLabels = typed;
    Q_EMIT labelsChosen(typed);
}

void TableHead::setLabels(const QString &selector)
{
    const QSignalBlocker blocker(m_labels);
    m_labels->setText(selector);
    m_chosenLabels = selector;
}

std::vector<base::Command> TableHead::commands()
{
    using base::Command;
    const auto stateless = [this] { return m_brokenFirst->isHidden() ? tr("Rows of this kind have no state") : QString(); };
    const auto nothingOffered = [this] { return m_only->isHidden() ? tr("Rows of this kind are found by the filter") : QString(); };
    return {Command::make(QStringLiteral("filter-rows"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Filter the rows")}, QKeySequence(),
                          [this] { m_filter->setFocus(Qt::ShortcutFocusReason); }),
            Command::make(QStringLiteral("clear-filter"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Clear the filter")}, {},
                          [this] {
                              m_filter->clear();
                              Q_EMIT statesChosen({});
                          }),
            Command::make(QStringLiteral("label-selector"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Select by labels on the server")}, {},
                          [this] { m_labels->setFocus(Qt::ShortcutFocusReason); }),
            Command::make(QStringLiteral("broken-first"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Broken first, on or off")}, {},
                          [this] { m_brokenFirst->click(); }, stateless),
            Command::make(QStringLiteral("show-only"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Show only…")}, {}, [this] { m_only->click(); }, nothingOffered),
            Command::make(QStringLiteral("columns"), {"table::TableHead", QT_TRANSLATE_NOOP("table::TableHead", "Choose columns…")}, {}, [this] { m_columns->click(); })};
}

void TableHead::showCount(const QString &text)
{
    if (m_count->text() != text)
        m_count->show(text);
}

void TableHead::setKind(const std::string &kind) { m_chips->setKind(kind); }

void TableHead::showStates(const tables::TableCounts &counts, tables::TableModel::HealthSet shown) { m_chips->show(counts, shown); }

QLineEdit &TableHead::filter() const { return *m_filter; }

QString TableHead::filterText() const { return m_filter->wholeText(); }

void TableHead::showFilterNote(const QString &text)
{
    m_filterNote = text;
    showProblem();
}

void TableHead::showProblem() { m_error->show(m_filterNote.isEmpty() ? m_labelsProblem : m_filterNote); }

void TableHead::setBrokenFirst(bool on) { m_brokenFirst->setChecked(on); }

void TableHead::setGroup(const QString &column)
{
    const QString words = column.isEmpty() ? tr("Group") : tr("Group: %1").arg(column);
    m_group->setText(base::buttonText(words) + QStringLiteral("  ▾"));
    m_group->setAccessibleName(words);
}

void TableHead::offerOnly() { m_only->show(); }

void TableHead::setHasStates(bool has) { m_brokenFirst->setVisible(has); }

void TableHead::offerPanel() { m_panel->show(); }

void TableHead::setPanelShown(bool shown) { m_panel->setChecked(shown); }

} // namespace table
