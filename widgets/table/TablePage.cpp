#include "widgets/table/TablePage.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/table/BesideTable.h"
#include "widgets/table/ColumnChooser.h"
#include "widgets/table/ColumnTitle.h"
#include "widgets/table/GridView.h"
#include "widgets/table/OnlyMenu.h"
#include "widgets/table/RowActions.h"
#include "widgets/table/TableHead.h"
#include "widgets/table/UserColumnDialog.h"

#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace table {

TablePage::TablePage(base::ClusterView &view, const kube::ResourceType &type, std::vector<std::unique_ptr<tables::AddedCells>> added, QWidget *parent)
    : Page(parent)
    , m_view(view)
    , m_rows(view.cluster().open(type))
    , m_trace(view.cluster().entry().context.context, type.qualifiedName(),
              [this] {
                  return TableTrace::Rows{static_cast<std::int64_t>(m_model->counts().shown), static_cast<std::int64_t>(m_model->counts().all), m_rows->store().isComplete()};
              })
    , m_added(std::move(added))
    , m_head(new TableHead(title(), this))
    , m_strip(new base::StateNotice(base::StateNotice::Form::Strip, this))
    , m_middle(new base::StateNotice(base::StateNotice::Form::Centered, this))
    , m_beside(new BesideTable(view.settings(), this))
    , m_stack(new QStackedWidget(m_beside))
    , m_memory(view.settings(), type)
{
    m_trace.listRequested();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_strip);
    layout->addWidget(m_beside, 1);
    m_stack->addWidget(m_middle);
    m_strip->hide();
    connectHead();
    connect(&m_memory, &LayoutMemory::changed, this, &TablePage::applyLayout);
    makeGrid();
    connectRows();
    connect(&m_view, &base::ClusterView::namespacesChanged, this, &TablePage::namespacesChanged);
    updateState();
}

bool TablePage::find()
{
    m_head->filter().setFocus();
    m_head->filter().selectAll();
    return true;
}

TablePage::~TablePage()
{
    delete m_grid; // it looks at the model, which is a member and would go first
}

void TablePage::connectHead()
{
    m_trace.watchInput(&m_head->filter());
    m_head->setKind(m_rows->type().kind);
    connect(m_head, &TableHead::statesChosen, this, [this](tables::TableModel::HealthSet shown) {
        m_model->setHealthShown(shown);
        updateState();
        Q_EMIT stateChanged();
    });
    connect(m_head, &TableHead::filterTyped, this, &TablePage::filterTyped);
    connect(m_head, &TableHead::filterTyped, this, &TablePage::stateChanged);
    connect(m_head, &TableHead::labelsChosen, this, [this](const QString &labels) {
        openRows(labels);
        Q_EMIT stateChanged();
        Q_EMIT commandChanged();
    });
    connect(&m_head->filter(), &QLineEdit::returnPressed, this, [this] { m_grid->setFocus(); });
    connect(m_head, &TableHead::brokenFirstChosen, this, [this](bool on) {
        m_model->setBrokenFirst(on);
        layoutChosen();
    });
    connect(&m_head->groupMenu(), &QMenu::aboutToShow, this, &TablePage::fillGroupMenu);
    connect(&m_head->onlyMenu(), &QMenu::aboutToShow, this, [this] { fillOnlyMenu(m_head->onlyMenu(), *m_model, m_head->filter()); });
    if (hasOnlyMenu(m_rows->type()))
        m_head->offerOnly();
    connect(m_head, &TableHead::panelChosen, this, [this](bool on) {
        PanelChoice choice = PanelChoice::of(m_view.settings());
        choice.isShown = on;
        choice.remember(m_view.settings());
    });
    connect(m_head, &TableHead::columnsRequested, this, &TablePage::openChooser);
}

void TablePage::connectRows()
{
    connect(m_rows.get(), &cluster::LiveRows::replaced, this, [this] {
        makeGrid();
        m_trace.begin();
        updateState();
    });
    connect(m_rows.get(), &cluster::LiveRows::changed, this, [this](const kube::Delta &delta) {
        applyRows(delta);
        m_userColumns->read(delta);
        filterAgain();
        returnToPlace();
        updateState();
    });
    connect(m_rows.get(), &cluster::LiveRows::stateChanged, this, [this] {
        filterAgain();
        returnToPlace();
        updateState();
    });
}

void TablePage::openRows(const QString &labels)
{
    m_rows->disconnect(this);
    const auto before = std::exchange(m_rows, m_view.cluster().open(m_rows->type(), {}, labels.toStdString())); // the model looks at them still
    connectRows();
    makeGrid();
    m_trace.begin();
    returnToPlace();
    updateState();
}

/// The columns of a server's Table come with its first rows: only then what is remembered of them can be shown.
void TablePage::applyRows(const kube::Delta &delta)
{
    m_isReset = false;
    m_model->apply(delta);
    if (m_isReset)
        applyLayout();
}

std::vector<tables::AddedCells *> TablePage::addedCells() const
{
    std::vector<tables::AddedCells *> cells;
    for (const auto &each : m_added)
        cells.push_back(each.get());
    return cells;
}

void TablePage::makeGrid()
{
    auto model = std::make_unique<tables::TableModel>(m_rows->store(), m_rows->type(), m_rows->type().namespaced, m_view.cluster().clock());
    const bool hadFocus = m_grid && m_grid->hasFocus();
    if (m_grid && !m_wanted)
        m_wanted = TablePlace::of(*m_grid);
    delete m_grid;
    m_userColumns.reset();
    model->setAdded(addedCells());
    std::swap(model, m_model);
    if (model) {
        m_model->setHealthShown(model->healthShown());
        (void)m_model->setFilter(model->filterText());
    }
    std::vector<std::string> namespaces;
    for (const QString &name : m_view.namespaces())
        namespaces.push_back(name.toStdString());
    m_model->setNamespaces(std::move(namespaces));
    m_model->reload();
    m_grid = new GridView(*m_model, this);
    m_grid->setAccessibleName(title());
    m_actions = new RowActions(m_view, m_rows->type(), *m_grid, m_grid);
    m_actions->setAdded(m_addedActions);
    connect(m_actions, &RowActions::noticed, this, &TablePage::noticed);
    connect(m_actions, &RowActions::openRequested, this, &TablePage::openRequested);
    m_stack->addWidget(m_grid);
    m_trace.watchPaint(m_grid->viewport());
    m_trace.watchInput(m_grid->header().viewport());
    m_userColumns = std::make_unique<tables::UserColumnReader>(*m_model, m_executor, [this] { userCellsTaken(); });
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, [this] {
        m_isFittedToUserCells = false;
        m_isReset = true;
        m_userColumns->readAll();
    });
    applyLayout();
    m_head->setHasStates(m_model->source().healthColumn().has_value());
    connect(m_grid, &GridView::selectionChanged, this, &TablePage::stateChanged);
    connect(m_grid, &GridView::selectionChanged, m_beside, &BesideTable::selectionMoved);
    connect(m_grid, &GridView::opened, this, [this](const QString &key) { Q_EMIT openRequested(addressOf(key)); });
    connect(m_grid, &GridView::linkActivated, this, [this](const kinds::ObjectLink &link) {
        Q_EMIT openRequested({QString::fromStdString(link.resource), QString::fromStdString(link.namespaceName), QString::fromStdString(link.name), {}});
    });
    connect(m_grid, &GridView::textTyped, this, [this](const QString &text) {
        m_head->filter().setFocus();
        m_head->filter().insert(text);
    });
    connect(&m_grid->header(), &GridHeader::sectionClicked, this, [this] { m_trace.expect("sort-painted"); });
    connect(&m_grid->header(), &GridHeader::layoutChosen, this, &TablePage::layoutChosen);
    connect(&m_grid->header(), &GridHeader::userColumnRequested, this, &TablePage::openUserColumn);
    connect(&m_grid->header(), &GridHeader::chooserRequested, this, &TablePage::openChooser);
    if (hadFocus)
        m_grid->setFocus();
}

void TablePage::layoutChosen()
{
    m_memory.choose(m_grid->header().layout());
    showGroup();
}

void TablePage::applyLayout()
{
    m_grid->apply(m_memory.layout());
    m_head->setBrokenFirst(m_model->sortBy().brokenFirst);
    showGroup();
}

/// How wide a person's own column should be is known with its first cells.
void TablePage::userCellsTaken()
{
    if (!std::exchange(m_isFittedToUserCells, true))
        m_grid->fitColumns();
    updateState();
}

void TablePage::openUserColumn(const std::string &name)
{
    auto *dialog = new UserColumnDialog(*m_grid, name, userColumnHint(), m_grid);
    connect(dialog, &UserColumnDialog::chosen, &m_grid->header(), &GridHeader::setUserColumns);
    dialog->open();
}

QString TablePage::userColumnHint() const
{
    const kube::ResourceType &type = m_rows->type();
    const bool isSecret = type.group.empty() && (type.resource == "secrets" || type.resource == "configmaps");
    return isSecret ? tr("Only the metadata of these objects is read, so that their contents stay on the server until you look: a path can begin with .metadata.")
                    : QString();
}

void TablePage::showGroup()
{
    const auto column = m_model->groupColumn();
    m_head->setGroup(column ? columnTitle(m_model->columns()[*column]) : QString());
}

void TablePage::fillGroupMenu()
{
    QMenu &menu = m_head->groupMenu();
    menu.clear();
    if (m_model->groupColumn()) {
        connect(menu.addAction(tr("Fold all")), &QAction::triggered, this, [this] { m_grid->setAllFolded(true); });
        connect(menu.addAction(tr("Unfold all")), &QAction::triggered, this, [this] { m_grid->setAllFolded(false); });
        menu.addSeparator();
    }
    m_grid->header().fillGroupMenu(menu);
}

void TablePage::offerActions(std::vector<base::RowAction> actions)
{
    m_addedActions = std::move(actions);
    m_actions->setAdded(m_addedActions);
}

std::vector<base::Command> TablePage::commands()
{
    std::vector<base::Command> commands = m_head->commands();
    for (base::Command &command : m_actions->commands())
        commands.push_back(std::move(command));
    return commands;
}

void TablePage::openChooser()
{
    if (!m_chooser)
        m_chooser = new ColumnChooser(*m_grid, title(), m_grid);
    m_chooser->show();
    m_chooser->raise();
    m_chooser->activateWindow();
}

void TablePage::becameCurrent()
{
    m_trace.expect("context-switched");
    if (m_grid->isVisible())
        m_grid->viewport()->update();
}

} // namespace table
