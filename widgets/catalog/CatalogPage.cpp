#include "widgets/catalog/CatalogPage.h"

#include "widgets/base/ClearButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/StateNotice.h"
#include "widgets/catalog/CatalogTable.h"
#include "widgets/catalog/EntryDetail.h"
#include "widgets/catalog/ExecTrustAsker.h"

#include <QFocusEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace catalog {

using base::Meaning;
using base::PlainLabel;
using base::StateNotice;
using base::Theme;

namespace {

constexpr int DetailWidth = 330;
constexpr int LeastFilterWidth = 160;

QPushButton *makeButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(base::buttonText(text), parent);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

CatalogPage::CatalogPage(cluster::Clusters &clusters, FindDemo findDemo, QWidget *parent)
    : Page(parent), m_clusters(clusters), m_findDemo(std::move(findDemo)),
      m_reachability(clusters.network().thread(), clusters.network().thread(), clusters.consumer()), m_model(clusters, m_reachability), m_marked(new QTimer(this))
{
    setAccessibleName(title());
    setAutoFillBackground(true);
    m_stack = new QStackedWidget(this);
    m_empty = new StateNotice(StateNotice::Form::Centered, m_stack);
    m_stack->addWidget(makeMain());
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(&m_clusters, &cluster::Clusters::entriesChanged, this, &CatalogPage::readEntries);
    connect(&m_clusters, &cluster::Clusters::connectedTo, this, [this](cluster::ConnectedCluster *cluster) {
        watch(cluster);
        readStates();
    });
    connect(&m_clusters, &cluster::Clusters::disconnecting, this, [this] { QTimer::singleShot(0, this, &CatalogPage::readStates); });
    connect(&m_reachability, &cluster::Reachability::changed, this, [this] {
        readStates();
        rememberVersions();
    });
    m_marked->setSingleShot(true);
    connect(m_marked, &QTimer::timeout, this, &CatalogPage::readMarks);
    connect(&m_clusters, &cluster::Clusters::marksChanged, m_marked, qOverload<>(&QTimer::start));
    connect(&ExecTrustAsker::of(m_clusters), &ExecTrustAsker::failed, this, &base::Page::noticed);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const auto id = selected())
            m_wasSelected = id;
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CatalogPage::restoreSelection);
    connect(&Theme::instance(), &Theme::changed, this, &CatalogPage::restyle);
    for (cluster::ConnectedCluster *cluster : m_clusters.connected())
        watch(cluster);
    restyle();
    readEntries();
}

CatalogPage::~CatalogPage() = default;

base::Address CatalogPage::address() const { return {QStringLiteral("catalog"), {}, {}, {}}; }
QString CatalogPage::title() const { return tr("Clusters"); }
QString CatalogPage::command() const { return QStringLiteral("kubectl config get-contexts"); }

QWidget *CatalogPage::makeHeader(QWidget *parent)
{
    auto *header = new QWidget(parent);
    auto *heading = new PlainLabel(title(), header);
    heading->setFont(Theme::instance().titleFont());
    m_count = new PlainLabel(header);
    auto *filter = new base::SearchLine(header);
    m_filter = filter;
    m_filter->setPlaceholderText(tr("Filter: name, server, version, user, namespace, file"));
    m_filter->setAccessibleName(tr("Filter the contexts"));
    m_filter->setMinimumWidth(LeastFilterWidth);
    m_filter->installEventFilter(this);
    QPushButton *open = makeButton(tr("Open a kubeconfig…"), header);
    QPushButton *pasteButton = makeButton(tr("Paste a kubeconfig…"), header);
    QPushButton *check = makeButton(tr("Check all again"), header);

    auto *first = new QHBoxLayout;
    first->setSpacing(2 * Theme::Step);
    first->addWidget(heading);
    first->addWidget(m_count, 0, Qt::AlignBottom);
    first->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(2 * Theme::Step);
    second->addWidget(m_filter, 3);
    for (QPushButton *button : {open, pasteButton, check})
        second->addWidget(button);
    second->addStretch(1);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    layout->addLayout(first);
    layout->addLayout(second);

    connect(filter, &base::SearchLine::typed, this, [this](const QString &text) {
        base::offerToClear(*m_filter); // now, because reading the button's picture would be a part of the start that one sees
        m_model.setFilter(text);
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (const auto id = selected())
            connectTo(*id);
    });
    connect(open, &QPushButton::clicked, this, &CatalogPage::openFile);
    connect(pasteButton, &QPushButton::clicked, this, &CatalogPage::import);
    connect(check, &QPushButton::clicked, this, &CatalogPage::checkAgain);
    return header;
}

/// From the outside in: what moves to another parent takes on its style anew, with all that is in it.
QWidget *CatalogPage::makeMain()
{
    m_splitter = new QSplitter(Qt::Vertical, m_stack);
    auto *left = new QWidget(m_splitter);
    m_problems = new StateNotice(StateNotice::Form::Strip, left);
    m_table = new CatalogTable(m_model, left);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_detail = new EntryDetail(m_splitter);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader(left));
    layout->addWidget(m_problems);
    layout->addWidget(m_table, 1);
    m_splitter->setAccessibleName(tr("Contexts and details"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_detail->setMinimumSize(DetailWidth * 3 / 4, 5 * Theme::RowHeight);

    connect(m_table, &CatalogTable::chosen, this, [this](int row) { connectTo(m_model.idAt(row)); });
    connect(m_table, &CatalogTable::currentRowChanged, this, &CatalogPage::showDetail);
    connect(m_table, &CatalogTable::rowsOnScreenChanged, this, &CatalogPage::wantRowsOnScreen);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CatalogPage::showMenu);
    const auto withSelected = [this](auto act) {
        return [this, act] {
            if (const auto id = selected())
                act(*id);
        };
    };
    connect(m_detail, &EntryDetail::connectRequested, this, withSelected([this](const cluster::EntryId &id) { connectTo(id); }));
    connect(m_detail, &EntryDetail::disconnectRequested, this, withSelected([this](const cluster::EntryId &id) { disconnectFrom(id); }));
    connect(m_detail, &EntryDetail::marksChanged, this, [this](const cluster::ClusterMarks &marks) {
        if (const auto id = selected())
            mark(*id, marks);
    });
    connect(m_detail, &EntryDetail::checkRequested, this, [this] {
        if (const int row = m_table->currentRow(); row >= 0 && m_model.addressAt(row))
            m_reachability.askAgain(*m_model.addressAt(row));
    });
    connect(m_detail, &EntryDetail::trustRequested, this, withSelected([this](const cluster::EntryId &id) {
        if (cluster::ConnectedCluster *cluster = m_clusters.connected(id))
            ExecTrustAsker::of(m_clusters).ask(cluster);
    }));
    return m_splitter;
}

void CatalogPage::watch(cluster::ConnectedCluster *cluster)
{
    connect(cluster, &cluster::ConnectedCluster::healthChanged, this, &CatalogPage::readStates);
    connect(cluster, &cluster::ConnectedCluster::versionChanged, this, &CatalogPage::readStates);
}

/// The selection survives what the model does; without one the first row is selected.
void CatalogPage::restoreSelection()
{
    const int row = m_wasSelected ? m_model.rowOf(*m_wasSelected) : -1;
    m_table->setCurrentRow(std::max(row, 0));
    showCount();
    showDetail();
    wantRowsOnScreen();
}

void CatalogPage::readEntries()
{
    m_model.readEntries();
    showAwaited();
    showProblems();
    showEmpty();
    settleIfDone();
}

void CatalogPage::showAwaited()
{
    const auto isAwaited = [this](const kube::CatalogEntry &entry) {
        return entry.file == m_awaitedFile && (m_awaitedContext.empty() || entry.context.context == m_awaitedContext);
    };
    const auto found = std::ranges::find_if(m_clusters.entries(), isAwaited);
    if (m_awaitedFile.empty() || found == m_clusters.entries().end())
        return;
    const cluster::EntryId id = cluster::EntryId::of(*found);
    const bool connects = !m_awaitedContext.empty();
    m_awaitedFile.clear();
    m_awaitedContext.clear();
    select(id);
    if (connects)
        connectTo(id);
}

/// What servers tell strangers is worth as much as what they tell us.
void CatalogPage::rememberVersions()
{
    for (const kube::CatalogEntry &entry : m_clusters.entries()) {
        if (entry.error() || !entry.context.connection)
            continue;
        const cluster::Reach reach = m_reachability.of(cluster::ServerAddress::of(*entry.context.connection));
        if (!reach.version.empty())
            m_clusters.saw(cluster::EntryId::of(entry), reach.version);
    }
}

void CatalogPage::readMarks()
{
    m_model.readMarks();
    showDetail();
}

void CatalogPage::readStates()
{
    m_model.readStates();
    showDetail();
    settleIfDone();
}

void CatalogPage::restyle()
{
    const Theme &theme = Theme::instance();
    QPalette own;
    own.setColor(QPalette::Window, theme.color(Meaning::Surface));
    setPalette(own);
    QPalette secondary;
    secondary.setColor(QPalette::WindowText, theme.color(Meaning::Secondary));
    m_count->setPalette(secondary);
    QPalette border;
    border.setColor(QPalette::Window, theme.color(Meaning::Border));
    m_splitter->handle(1)->setPalette(border);
    m_splitter->handle(1)->setAutoFillBackground(true);
    m_detail->restyle();
}

void CatalogPage::wantRowsOnScreen()
{
    std::vector<cluster::ServerAddress> wanted;
    const auto [first, end] = m_table->rowsOnScreen();
    for (int row = first; row < end; ++row) {
        if (const auto &address = m_model.addressAt(row))
            wanted.push_back(*address);
    }
    m_reachability.want(wanted);
}

bool CatalogPage::isSettled() const
{
    const auto isConnecting = [](const cluster::ConnectedCluster *cluster) { return cluster->health().state == cluster::Health::State::Connecting && !cluster->health().error; };
    return m_clusters.isRead() && m_reachability.running() == 0 && std::ranges::none_of(m_clusters.connected(), isConnecting);
}

void CatalogPage::settleIfDone()
{
    if (isSettled())
        Q_EMIT settled();
}

void CatalogPage::becameCurrent()
{
    ExecTrustAsker::of(m_clusters).setWindow(window());
    wantRowsOnScreen();
    setFocus(Qt::OtherFocusReason);
}

/// Handed on, since a focus proxy would keep Tab away from what stands before it.
void CatalogPage::focusInEvent(QFocusEvent *event)
{
    if (m_stack->currentWidget() == m_empty)
        focusNextChild();
    else
        m_table->setFocus(event->reason());
}

std::optional<cluster::EntryId> CatalogPage::selected() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_model.rowCount() ? std::optional(m_model.idAt(row)) : std::nullopt;
}

void CatalogPage::select(const cluster::EntryId &id)
{
    if (m_model.rowOf(id) < 0)
        m_filter->clear();
    m_table->setCurrentRow(m_model.rowOf(id));
}

void CatalogPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeDetail();
}

/// Beside the table where there is room for both, else below it. Sizes a person chose stay until the place changes.
void CatalogPage::placeDetail()
{
    const bool hasRoom = width() >= m_splitter->widget(0)->minimumSizeHint().width() + DetailWidth;
    const Qt::Orientation wanted = hasRoom ? Qt::Horizontal : Qt::Vertical;
    if (m_isPlaced && m_splitter->orientation() == wanted)
        return;
    m_isPlaced = true;
    m_splitter->setOrientation(wanted);
    const int detail = hasRoom ? DetailWidth : height() / 3;
    m_splitter->setSizes({(hasRoom ? width() : height()) - detail, detail});
}

} // namespace catalog
