#include "widgets/downward/DownwardTab.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/FileExport.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/StateNotice.h"
#include "widgets/downward/BuilderPane.h"
#include "widgets/downward/EntriesModel.h"
#include "widgets/downward/EntryPane.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace downward {

using base::Meaning;
using base::Theme;

namespace {

/// What the server gives a pod that has a ServiceAccount's token.
bool isAdded(const Entry &entry) { return entry.kind == EntryKind::Projected && entry.name.starts_with("kube-api-access-"); }

std::string keyOf(const Entry &entry)
{
    return std::string(wordOf(entry.kind)) + '/' + entry.container + '/' + entry.name + '/' + entry.path;
}

} // namespace

DownwardTab::DownwardTab(cluster::ConnectedCluster &cluster, detail::ObjectName pod, QWidget *parent)
    : LiveTab(std::make_shared<detail::WatchedObject>(cluster, pod), parent), m_cluster(cluster), m_reading(new ContainerReading(cluster, pod.namespaceName, pod.name, this))
    , m_model(new EntriesModel(this)), m_export(new base::FileExport(this))
{
    setContent(makeContent());
    connect(m_reading, &ContainerReading::changed, this, &DownwardTab::readingChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DownwardTab::arranged);
    connect(m_export, &base::FileExport::noticed, this, &DownwardTab::noticed);
    connect(&cluster, &cluster::ConnectedCluster::accessChanged, this, &DownwardTab::tellState);
    connect(&cluster, &cluster::ConnectedCluster::judgeChanged, this, &DownwardTab::tellState);
    tellState();
}

DownwardTab::~DownwardTab() = default;

QWidget *DownwardTab::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_notice = new base::StateNotice(base::StateNotice::Form::Strip, content);
    m_notice->hide();
    m_upper = new QStackedWidget(content);
    m_upper->addWidget(makeList());
    m_upper->addWidget(makeEmpty());
    m_lower = new QStackedWidget(content);
    m_pane = new EntryPane(m_lower);
    m_builder = new BuilderPane(m_lower);
    m_lower->addWidget(m_pane);
    m_lower->addWidget(m_builder);
    connect(m_builder, &BuilderPane::noticed, this, &DownwardTab::noticed);
    connect(m_builder, &BuilderPane::closed, this, &DownwardTab::closeBuilder);
    auto *splitter = m_splitter = new QSplitter(Qt::Vertical, content);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_upper);
    splitter->addWidget(m_lower);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    layout->addWidget(makeBar());
    layout->addWidget(m_notice);
    layout->addWidget(splitter, 1);
    return content;
}

QWidget *DownwardTab::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    m_filter = new base::SearchLine(bar);
    m_filter->setPlaceholderText(tr("Filter: name, field or value"));
    m_filter->setAccessibleName(tr("Filter of the entries"));
    m_filter->setFixedSize(240, Theme::ControlHeight);
    base::offerToClear(*m_filter);
    connect(m_filter, &base::SearchLine::typed, m_model, &EntriesModel::setFilter);
    connect(m_filter, &base::SearchLine::typed, this, &DownwardTab::tellState);
    layout->addWidget(m_filter);
    layout->addStretch(1);
    m_compare = base::addBarButton(*layout, tr("Compare with the container"), tr("Reads the variables and files inside of the containers, by commands that run there"));
    m_build = base::addBarButton(*layout, tr("Add entries…"), tr("Puts new entries together and shows the YAML to write; nothing is applied"));
    m_save = base::addBarButton(*layout, tr("Save as CSV…"), tr("All entries with their values, as a file for other programs"));
    for (QPushButton *button : {m_compare, m_build, m_save})     // their tips are no names
        button->setAccessibleName(button->text());
    connect(m_compare, &QPushButton::clicked, this, &DownwardTab::compareNow);
    connect(m_build, &QPushButton::clicked, this, &DownwardTab::openBuilder);
    connect(m_save, &QPushButton::clicked, this, &DownwardTab::save);
    return bar;
}

QWidget *DownwardTab::makeList()
{
    m_table = new base::PlainTable(tr("Entries of the Downward API"), this);
    m_table->setModel(m_model);
    m_table->setWidths(EntriesModel::Computed, {21, 28, 21, 0, 40, 0});
    m_table->setColumnHidden(EntriesModel::Inside, true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DownwardTab::selectionChanged);
    connect(m_table, &base::PlainTable::chosen, this, [this] {
        if (m_lower->currentIndex() == 1)
            closeBuilder();
    });
    return m_table;
}

QWidget *DownwardTab::makeEmpty()
{
    auto *notice = new base::StateNotice(base::StateNotice::Form::Centered, this);
    notice->tell(Meaning::Text, tr("This pod uses no field of the Downward API"),
                 tr("With the Downward API a pod tells its containers about itself, without asking the API server: its name, namespace, addresses, labels, and what a container may use.\n"
                    "As an environment variable a value is frozen when the container starts; as a file in a volume it follows the pod."),
                 {{tr("Add entries…"), [this] { openBuilder(); }}});
    return notice;
}

bool DownwardTab::isSettled() const
{
    const bool waitsForNode = m_node && !m_node->state().isKnown() && !m_node->state().error;
    return LiveTab::isSettled() && !waitsForNode;
}

QString DownwardTab::podText() const
{
    return detail::kubectl(QStringLiteral("exec"), watched().name()).replace(QStringLiteral("exec pods "), QStringLiteral("exec "));
}

QString DownwardTab::command() const
{
    const QString whole = detail::kubectl(QStringLiteral("get"), watched().name()) + QStringLiteral(" -o yaml");
    const Entry *entry = m_model->entryAt(m_table->currentIndex().row());
    if (!entry)
        return whole;
    const auto word = [](const std::string &text) { return base::shellWord(QString::fromStdString(text)); };
    if (entry->kind == EntryKind::Env)
        return whole + u'\n' + podText() + QStringLiteral(" -c %1 -- printenv %2").arg(word(entry->container), word(entry->name));
    if (entry->mounts.empty())
        return whole;
    return whole + u'\n' + podText() + QStringLiteral(" -c %1 -- cat %2").arg(word(entry->mounts.front().container), word(entry->mounts.front().file));
}

std::vector<base::Command> DownwardTab::commands()
{
    const auto whyNot = [this] { return m_reading->whyNot(); };
    return {base::Command::make(QStringLiteral("compare-with-container"), {"downward", QT_TRANSLATE_NOOP("downward", "Compare with the container")}, {}, [this] { compareNow(); }, whyNot),
            base::Command::make(QStringLiteral("add-downward-entries"), {"downward", QT_TRANSLATE_NOOP("downward", "Add entries of the Downward API…")}, {}, [this] { openBuilder(); })};
}

bool DownwardTab::find()
{
    m_filter->setFocus();
    m_filter->selectAll();
    return true;
}

void DownwardTab::showObject(const text::Value &)
{
    m_pod = watched().object();
    if (const std::string uid = watched().uid(); std::exchange(m_uid, uid) != uid)
        m_reading->forget();
    watchNode();
    inspectAgain();
}

/// Only while somebody looks, and only if an entry needs it.
void DownwardTab::watchNode()
{
    const std::string name = m_pod ? (*m_pod)["spec"]["nodeName"].text() : std::string();
    const kube::ResourceType *type = m_cluster.catalog().find("nodes");
    const bool isWanted = isVisible() && type && !name.empty() && needsNode(inspect(*m_pod, nullptr));
    if (!isWanted) {
        m_node.reset();
        return;
    }
    if (m_node && m_node->name().name == name)
        return;
    m_awaitsNode = true;
    m_node = std::make_shared<detail::WatchedObject>(m_cluster, detail::ObjectName{*type, {}, name});
    connect(m_node.get(), &detail::WatchedObject::changed, this, [this] {
        inspectAgain();
        if (isSettled() && std::exchange(m_awaitsNode, false))
            Q_EMIT settled();
    });
}

void DownwardTab::inspectAgain()
{
    if (m_node && m_node->object())
        m_nodeObject = m_node->object();
    const bool isThatNode = m_nodeObject && m_pod && (*m_nodeObject)["metadata"]["name"].text() == (*m_pod)["spec"]["nodeName"].text();
    const text::Value *node = isThatNode ? m_nodeObject.get() : nullptr;
    m_model->setReading(m_reading->reading());
    m_model->show(inspect(*m_pod, node));
    m_builder->setPod(m_pod, isThatNode ? m_nodeObject : nullptr);
    m_upper->setCurrentIndex(m_model->entries().empty() ? 1 : 0);
    if (m_model->entries().empty() && m_lower->currentIndex() == 0)
        m_lower->setVisible(false);
    else
        m_lower->setVisible(true);
    tellState();
    selectionChanged();
}

void DownwardTab::tellState()
{
    const QString whyNot = m_reading->whyNot();
    const bool hasEntries = !m_model->entries().empty();
    m_compare->setEnabled(whyNot.isEmpty() && hasEntries && !m_reading->isRunning());
    const QString tip = !whyNot.isEmpty() ? whyNot : tr("Reads the variables and files inside of the containers, by commands that run there");
    base::setPlainToolTip(m_compare, tip);
    m_compare->setAccessibleDescription(tip);
    m_save->setEnabled(hasEntries);
    m_table->setColumnHidden(EntriesModel::Inside, !m_reading->reading());
    m_notice->hide();
    tellAdded();
    tellNode();
    tellReading();
    tellFilter();
}

void DownwardTab::tellAdded()
{
    const auto &entries = m_model->entries();
    if (entries.empty() || !std::ranges::all_of(entries, isAdded))
        return;
    m_notice->tell(Meaning::Text, tr("The pod asks for nothing itself"),
                   tr("The server added the volume of the ServiceAccount. With the Downward API a pod tells its containers its name, addresses, labels and limits."), {{tr("Add entries…"), [this] { openBuilder(); }}});
    m_notice->show();
}

void DownwardTab::tellNode()
{
    const bool isMissing = m_node && !m_node->object() && m_node->state().error;
    if (!isMissing || !needsNode(m_model->entries()))
        return;
    m_notice->tell(Meaning::Warning, tr("The node of the pod could not be read"), base::errorText(*m_node->state().error), {{tr("Try again"), [this] { m_node->retryNow(); }}});
    m_notice->show();
}

void DownwardTab::tellReading()
{
    if (m_reading->isRunning()) {
        m_notice->tell(Meaning::Progress, tr("Reading inside of the containers"), tr("Commands run there that print variables and files."));
    } else if (!m_reading->refusal().isEmpty()) {
        m_notice->tell(Meaning::Warning, tr("The containers were not read"), m_reading->refusal());
    } else if (m_reading->reading()) {
        const QString time = QLocale().toString(QDateTime::fromSecsSinceEpoch(std::chrono::duration_cast<std::chrono::seconds>(m_reading->readAt().time_since_epoch()).count()).time(), QStringLiteral("HH:mm:ss"));
        const int differ = m_model->countOf(Match::Differs) + m_model->countOf(Match::Absent), unread = m_model->countOf(Match::Unreadable) + m_model->countOf(Match::NotRunning);
        m_notice->tell(differ ? Meaning::Warning : unread ? Meaning::Unknown : Meaning::Ok, tr("Compared with the containers at %1").arg(time),
                       tr("Equal: %1. Different: %2. Not readable: %3.").arg(QString::number(m_model->countOf(Match::Equal)), QString::number(differ), QString::number(unread)));
    } else {
        return;
    }
    m_notice->show();
}

void DownwardTab::tellFilter()
{
    if (m_model->entries().empty() || m_model->rowCount() > 0)
        return;
    m_notice->tell(Meaning::Text, tr("No entry matches the filter"), {});
    m_notice->show();
}

void DownwardTab::readingChanged()
{
    m_model->setReading(m_reading->reading());
    tellState();
    selectionChanged();
}

void DownwardTab::compareNow()
{
    if (m_pod && m_compare->isEnabled())
        m_reading->start(planOf(m_model->entries()), containersOf(*m_pod));
}

void DownwardTab::openBuilder()
{
    m_lower->setCurrentIndex(1);
    m_lower->setVisible(true);
    m_splitter->setSizes({m_splitter->height() * 2 / 5, m_splitter->height() * 3 / 5});
    m_builder->takeFocus();
}

void DownwardTab::closeBuilder()
{
    m_lower->setCurrentIndex(0);
    m_lower->setVisible(!m_model->entries().empty());
    m_splitter->setSizes({m_splitter->height() * 3 / 5, m_splitter->height() * 2 / 5});
    m_table->setFocus();
}

void DownwardTab::chooseRow(int row)
{
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void DownwardTab::selectionChanged()
{
    const int row = m_table->currentIndex().row();
    if (const Entry *entry = m_model->entryAt(row))
        m_chosen = keyOf(*entry);
    m_pane->show(m_model->entryAt(row), m_model->comparedAt(row));
    Q_EMIT commandChanged();
}

/// Rows of groups go over all columns; what was chosen is chosen again, else the first entry.
void DownwardTab::arranged()
{
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->isGroup(row))
            m_table->setSpan(row, 0, 1, EntriesModel::ColumnCount);
    int chosen = 1;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const Entry *entry = m_model->entryAt(row); entry && keyOf(*entry) == m_chosen)
            chosen = row;
    if (m_model->rowCount() > chosen)
        chooseRow(chosen);
    else
        selectionChanged();
}

void DownwardTab::save()
{
    const QString stem = QStringLiteral("downward-") + base::oneLine(std::string_view(watched().name().name));
    m_export->save({tr("Save the entries"), base::FileExport::datedName(stem, QStringLiteral("csv")), base::FileExport::filterFor(tr("CSV"), QStringLiteral("csv"))}, m_model->csv());
}

void DownwardTab::showEvent(QShowEvent *event)
{
    LiveTab::showEvent(event);
    if (m_pod) {
        watchNode();
        inspectAgain();
    }
}

void DownwardTab::hideEvent(QHideEvent *event)
{
    LiveTab::hideEvent(event);
    m_node.reset();
}

} // namespace downward
