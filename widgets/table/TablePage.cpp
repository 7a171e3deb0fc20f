#include "widgets/table/TablePage.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kinds/Groups.h"
#include "models/text/Selector.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StateNotice.h"
#include "widgets/table/ColumnChooser.h"
#include "widgets/table/GridView.h"
#include "widgets/table/RowActions.h"
#include "widgets/table/TableHead.h"
#include "widgets/table/TableState.h"
#include "widgets/table/UserColumnDialog.h"

#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace table {

namespace {

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

TablePage::TablePage(base::ClusterView &view, const kube::ResourceType &type, QWidget *parent)
    : Page(parent)
    , m_view(view)
    , m_rows(view.cluster().open(type))
    , m_trace(view.cluster().entry().context.context, type.qualifiedName(),
              [this] {
                  return TableTrace::Rows{static_cast<std::int64_t>(m_model->counts().shown), static_cast<std::int64_t>(m_model->counts().all), m_rows->store().isComplete()};
              })
    , m_head(new TableHead(title(), this))
    , m_strip(new base::StateNotice(base::StateNotice::Form::Strip, this))
    , m_middle(new base::StateNotice(base::StateNotice::Form::Centered, this))
    , m_stack(new QStackedWidget(this))
    , m_memory(view.settings(), type)
{
    m_trace.listRequested();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_strip);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_middle);
    m_strip->hide();
    connectHead();
    connect(&m_memory, &LayoutMemory::changed, this, &TablePage::applyLayout);
    makeGrid();
    connectRows();
    connect(&m_view, &base::ClusterView::namespacesChanged, this, &TablePage::namespacesChanged);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] { m_head->filter().setFocus(); m_head->filter().selectAll(); });
    updateState();
}

TablePage::~TablePage()
{
    delete m_grid; // it looks at the model, which is a member and would go first
}

void TablePage::connectHead()
{
    m_trace.watchInput(&m_head->filter());
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
        returnToPlace();
        updateState();
    });
    connect(m_rows.get(), &cluster::LiveRows::stateChanged, this, [this] {
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

void TablePage::makeGrid()
{
    auto model = std::make_unique<tables::TableModel>(m_rows->store(), m_rows->type(), m_rows->type().namespaced, m_view.cluster().clock());
    const bool hadFocus = m_grid && m_grid->hasFocus();
    if (m_grid && !m_wanted)
        m_wanted = TablePlace::of(*m_grid);
    delete m_grid;
    m_userColumns.reset();
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
    connect(m_actions, &RowActions::noticed, this, &TablePage::noticed);
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
    connect(m_grid, &GridView::opened, this, &TablePage::openKey);
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
    m_head->setGroup(column ? base::oneLine(std::string_view(m_model->columns()[*column].name)) : QString());
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

base::Address TablePage::address() const
{
    return {QString::fromStdString(m_rows->type().qualifiedName()), {}, {}, {}};
}

QString TablePage::title() const
{
    return base::oneLine(kinds::pluralTitle(m_rows->type()));
}

/// kubectl takes one namespace or all of them.
QString TablePage::command() const
{
    const kube::ResourceType &type = m_rows->type();
    const QString labels = m_head->labels().isEmpty() ? QString() : QStringLiteral(" -l ") + base::shellWord(m_head->labels());
    const QString get = QStringLiteral("kubectl get ") + QString::fromStdString(type.qualifiedName()) + labels;
    if (!type.namespaced)
        return get;
    return m_view.namespaces().size() == 1 ? get + QStringLiteral(" -n ") + m_view.namespaces().first() : get + QStringLiteral(" -A");
}

QString TablePage::apiCall() const
{
    const kube::ResourceType &type = m_rows->type();
    const bool isOne = type.namespaced && m_view.namespaces().size() == 1;
    const QString path = QString::fromStdString(kube::collectionPath(type, isOne ? m_view.namespaces().first().toStdString() : std::string()));
    const QString labels = m_head->labels().isEmpty() ? QString() : QStringLiteral("?labelSelector=") + QString::fromUtf8(QUrl::toPercentEncoding(m_head->labels()));
    return QStringLiteral("GET ") + path + labels;
}

void TablePage::filterTyped(const QString &text)
{
    m_trace.expect("filter-painted");
    const auto result = m_model->setFilter(text.toStdString());
    m_head->showFilterError(result ? QString() : tr("Filter, character %1: %2").arg(QString::number(result.error().column), base::oneLine(result.error().message)));
    updateState();
}

void TablePage::namespacesChanged()
{
    std::vector<std::string> namespaces;
    for (const QString &name : m_view.namespaces())
        namespaces.push_back(name.toStdString());
    m_model->setNamespaces(std::move(namespaces));
    updateState();
    Q_EMIT commandChanged();
}

text::Value TablePage::state() const
{
    text::Value state = (m_wanted ? *m_wanted : TablePlace::of(*m_grid)).toValue();
    state.set("filter", text::Value::string(m_head->filter().text().toStdString()));
    state.set("labels", text::Value::string(m_head->labels().toStdString()));
    state.set("states", text::Value::number(static_cast<std::int64_t>(m_model->healthShown().to_ulong())));
    return state;
}

void TablePage::restore(const text::Value &state)
{
    if (const std::string &labels = state["labels"].text(); !labels.empty() && text::LabelSelector::parse(labels)) {
        m_head->setLabels(QString::fromStdString(labels));
        openRows(m_head->labels());
    }
    m_wanted = TablePlace::fromValue(state);
    m_model->setHealthShown(tables::TableModel::HealthSet(static_cast<unsigned long long>(state["states"].asInteger())));
    if (state["filter"].isString())
        m_head->filter().setText(QString::fromStdString(state["filter"].text()));
    returnToPlace();
    updateState();
}

void TablePage::returnToPlace()
{
    if (!m_wanted || !m_rows->store().isComplete())
        return;
    const TablePlace place = *std::exchange(m_wanted, std::nullopt);
    if (m_grid->currentKey().isEmpty())
        place.applyTo(*m_grid);
}

void TablePage::openKey(const QString &key)
{
    const qsizetype slash = m_rows->type().namespaced ? key.indexOf(u'/') : -1;
    Q_EMIT openRequested({QString::fromStdString(m_rows->type().qualifiedName()), slash < 0 ? QString() : key.left(slash), key.mid(slash + 1), {}});
}

/// "All" is not all where some namespaces may not be listed.
QString TablePage::limitText() const
{
    const auto &only = m_rows->state().onlyNamespaces;
    if (!only || !m_view.namespaces().isEmpty())
        return {};
    return only->size() == 1 ? tr(" in the one namespace you may list") : tr(" in the %1 namespaces you may list").arg(number(only->size()));
}

/// Zero is only said when it is zero.
void TablePage::updateHead(bool isCounted)
{
    const tables::TableCounts &counts = m_model->counts();
    const QString text = !isCounted                   ? QString()
        : m_rows->store().isComplete()                ? tr("%1 of %2").arg(number(counts.shown), number(counts.all))
        : counts.all > 0                              ? tr("%1 of %2 so far").arg(number(counts.shown), number(counts.all))
                                                      : QString();
    const QString undecided = counts.undecided > 0 ? tr(" (%1 not decided: the expression is too costly for them)").arg(number(counts.undecided)) : QString();
    const QString whole = text.isEmpty() ? text : text + limitText() + undecided;
    m_head->showCount(whole);
    m_head->showStates(counts, m_model->healthShown());
}

void TablePage::updateState()
{
    const TableState state = tableState({m_rows->state(), m_rows->store().isComplete(), m_model->counts(), title(), m_view.namespaces(), m_rows->type().namespaced, m_head->labels()});
    updateHead(state.isCounted);
    std::vector<base::StateNotice::Step> steps;
    for (const TableState::Step step : state.steps) {
        switch (step) {
        case TableState::Step::TryAgain: steps.push_back({tr("Try again now"), [this] { m_rows->retryNow(); }}); break;
        case TableState::Step::ClearFilter: steps.push_back({tr("Clear the filter"), [this] { m_model->setHealthShown({}); m_head->filter().clear(); filterTyped({}); }}); break;
        case TableState::Step::AllLabels: steps.push_back({tr("Show all labels"), [this] { m_head->setLabels({}); openRows({}); Q_EMIT stateChanged(); Q_EMIT commandChanged(); }}); break;
        case TableState::Step::AllNamespaces: steps.push_back({tr("Show all namespaces"), [this] { m_view.setNamespaces({}); }}); break;
        }
    }
    base::StateNotice *notice = state.hidesRows ? m_middle : m_strip;
    if (!state.title.isEmpty())
        notice->tell(state.meaning, state.title, state.detail, steps, state.nextAttempt);
    m_strip->setVisible(!state.hidesRows && !state.title.isEmpty());
    m_stack->setCurrentWidget(state.hidesRows ? static_cast<QWidget *>(m_middle) : m_grid);
    if (state.isSettled && !m_settled)
        QTimer::singleShot(0, this, &TablePage::settle);
}

void TablePage::settle()
{
    m_settled = true;
    Q_EMIT settled();
}

} // namespace table
