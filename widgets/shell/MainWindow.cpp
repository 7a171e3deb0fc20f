#include "widgets/shell/MainWindow.h"

#include "models/settings/Settings.h"
#include "widgets/base/Feature.h"
#include "widgets/base/Page.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/Shortcuts.h"
#include "widgets/base/Theme.h"
#include "widgets/base/Trace.h"
#include "widgets/base/TroubleText.h"
#include "widgets/shell/ClusterPane.h"
#include "widgets/shell/Commands.h"
#include "widgets/shell/FocusOrder.h"
#include "widgets/shell/HangulKeys.h"
#include "widgets/shell/KeyTip.h"
#include "widgets/shell/Rail.h"
#include "widgets/shell/StatusBar.h"
#include "widgets/shell/TopBar.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace shell {

namespace {

QFrame *line(QFrame::Shape shape, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFrameShape(shape);
    frame->setFrameShadow(QFrame::Plain);
    frame->setLineWidth(1);
    const auto recolor = [frame] {
        QPalette palette;
        palette.setColor(QPalette::WindowText, base::Theme::instance().color(base::Meaning::Border));
        frame->setPalette(palette);
    };
    QObject::connect(&base::Theme::instance(), &base::Theme::changed, frame, recolor);
    recolor();
    if (shape == QFrame::HLine)
        frame->setFixedHeight(1);
    else
        frame->setFixedWidth(1);
    return frame;
}

} // namespace

MainWindow::MainWindow(cluster::Clusters &clusters, base::Registry &registry, QWidget *parent)
    : QMainWindow(parent)
    , m_clusters(clusters)
    , m_registry(registry)
    , m_central(new QWidget(this))
    , m_topBar(new TopBar(clusters, m_central))
    , m_rail(new Rail(clusters, m_central))
    , m_stack(new QStackedWidget(m_central))
    , m_statusBar(new StatusBar(m_central))
{
    setWindowTitle(tr("Wheelhouse"));
    resize(1440, 900);
    auto *column = new QVBoxLayout(m_central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(line(QFrame::HLine, m_central));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(line(QFrame::VLine, m_central));
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    column->addWidget(line(QFrame::HLine, m_central));
    column->addWidget(m_statusBar);
    setCentralWidget(m_central);

    connect(m_rail, &Rail::clusterChosen, this, qOverload<cluster::ConnectedCluster *>(&MainWindow::showCluster));
    connect(m_rail, &Rail::catalogChosen, this, &MainWindow::showCatalog);
    connect(m_topBar, &TopBar::entryChosen, this, &MainWindow::chooseEntry);
    connect(m_statusBar, &StatusBar::connectionRequested, this, [this] { open({QStringLiteral("connection"), {}, {}, {}}); });
    connect(&clusters, &cluster::Clusters::disconnecting, this, &MainWindow::forget);
    connect(&clusters, &cluster::Clusters::marksChanged, this, &MainWindow::pageChanged);
    connect(&clusters, &cluster::Clusters::problemFound, this, [this](const cluster::CatalogProblem &problem) {
        m_statusBar->tell(base::oneLine(problem.error.message)); // it names the file
    });
    registry.setShell(this);
    new HangulKeys(this);
    const auto tellTrouble = [this] {
        if (const auto &trouble = m_clusters.settings().trouble())
            m_statusBar->tell(base::describe(*trouble));
    };
    connect(&clusters.settings(), &settings::Settings::troubleChanged, this, tellTrouble);
    tellTrouble();
    addShortcuts();
}

MainWindow::~MainWindow()
{
    m_registry.setShell(nullptr);
}

void MainWindow::addShortcuts()
{
    addCommands(m_registry, *this);
    const base::Shortcuts shortcuts(m_clusters.settings(), m_registry);
    addBarButtons();
    for (const base::Command &command : m_registry.commands()) {
        auto *shortcut = new QShortcut(shortcuts.of(command), this);
        connect(shortcut, &QShortcut::activated, this, [this, name = command.name] { run(name); });
        connect(&m_clusters.settings(), &settings::Settings::changed, shortcut, [this, shortcut, name = command.name](const std::string &section) {
            const base::Command *found = section == base::Shortcuts::Section ? m_registry.command(name) : nullptr;
            if (found)
                shortcut->setKey(base::Shortcuts(m_clusters.settings(), m_registry).of(*found));
        });
    }
}

bool MainWindow::focusNextPrevChild(bool next)
{
    orderFocus(*this);
    return QMainWindow::focusNextPrevChild(next);
}

void MainWindow::addBarButtons()
{
    std::vector<const base::Command *> shown;
    for (const base::Command &command : m_registry.commands()) {
        if (command.barTitle)
            shown.push_back(&command);
    }
    std::ranges::stable_sort(shown, {}, &base::Command::barRank);
    for (const base::Command *command : shown)
        addToTopBar(*command);
}

/// So that what can be done by keys can be done with the mouse as well.
void MainWindow::addToTopBar(const base::Command &command)
{
    new KeyTip(m_topBar->addButton(command.barTitle(), [this, name = command.name] { run(name); }), command.name, command.title());
}

QKeySequence MainWindow::keysOf(const QString &command) const
{
    return base::Shortcuts(m_clusters.settings(), m_registry).of(command);
}

void MainWindow::run(const QString &command)
{
    const base::Command *found = m_registry.command(command);
    if (const QString refusal = found->refusal(); !refusal.isEmpty())
        return tell(refusal);
    found->run();
}

void MainWindow::showCatalog()
{
    if (const base::PageEntry *entry = m_registry.page(QStringLiteral("catalog")))
        showPage(*entry);
}

base::Page *MainWindow::showPage(const base::PageEntry &entry)
{
    base::Page *&page = m_pages[entry.name];
    if (!page) {
        page = entry.make(m_clusters, nullptr, m_stack);
        connect(page, &base::Page::clusterRequested, this, qOverload<cluster::ConnectedCluster *>(&MainWindow::showCluster));
        connect(page, &base::Page::openRequested, this, [this](const base::Address &address) { open(address); });
        connect(page, &base::Page::settled, this, &MainWindow::settled);
        connect(page, &base::Page::noticed, m_statusBar, &StatusBar::tell);
        connect(page, &base::Page::commandChanged, this, &MainWindow::pageChanged);
        m_stack->addWidget(page);
    }
    m_current = nullptr;
    m_page = page;
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(nullptr);
    m_topBar->setView(nullptr);
    m_statusBar->setCluster(nullptr);
    page->becameCurrent();
    pageChanged();
    Q_EMIT shownChanged();
    return page;
}

base::ClusterView *MainWindow::view() const
{
    return m_current ? &m_current->view() : nullptr;
}

base::Page *MainWindow::open(const base::Address &address)
{
    const base::PageEntry *entry = m_registry.page(address.place);
    if (entry && (address.place == QLatin1String("catalog") || (!m_current && !entry->needsCluster)))
        return showPage(*entry);
    if (m_current)
        m_current->open(address);
    return page();
}

void MainWindow::tryAgain()
{
    if (page() && page()->tryAgain())
        return;
    if (m_current)
        m_current->view().cluster().retryNow();
}

void MainWindow::find()
{
    if (page() && !page()->find())
        m_statusBar->tell(tr("There is nothing to look in on this page"));
}

cluster::ConnectedCluster *MainWindow::shownCluster() const
{
    return m_current ? &m_current->view().cluster() : nullptr;
}

ClusterPane *MainWindow::paneOf(cluster::ConnectedCluster *cluster)
{
    ClusterPane *&pane = m_panes[cluster];
    if (pane)
        return pane;
    pane = new ClusterPane(m_clusters, *cluster, m_registry, m_stack);
    connect(pane, &ClusterPane::currentPageChanged, this, &MainWindow::pageChanged);
    connect(pane, &ClusterPane::settled, this, &MainWindow::settled);
    connect(pane, &ClusterPane::noticed, m_statusBar, &StatusBar::tell);
    connect(pane, &ClusterPane::ownViewRequested, this, &MainWindow::openAsOneself);
    m_stack->addWidget(pane);
    return pane;
}

void MainWindow::showCluster(cluster::ConnectedCluster *cluster)
{
    const bool isNew = !m_panes.contains(cluster);
    bringForward(cluster);
    if (isNew && !m_current->openRemembered())
        m_current->open(home());
}

void MainWindow::showCluster(cluster::ConnectedCluster *cluster, const base::Address &address)
{
    bringForward(cluster);
    m_current->open(address);
}

/// Beside what was open of it the last time, which would be forgotten otherwise.
void MainWindow::open(cluster::ConnectedCluster &cluster, const base::Address &address)
{
    const bool isNew = !m_panes.contains(&cluster);
    bringForward(&cluster);
    if (isNew)
        m_current->openRemembered();
    m_current->open(address);
}

void MainWindow::openAsOneself(const base::Address &address)
{
    if (cluster::ConnectedCluster *own = m_current ? m_clusters.connectTo(cluster::EntryId::of(m_current->view().cluster().entry())) : nullptr)
        open(*own, address);
}

void MainWindow::bringForward(cluster::ConnectedCluster *cluster)
{
    base::Trace::instance().mark({"input", cluster->entry().context.context, {}, 0});
    m_current = paneOf(cluster);
    m_stack->setCurrentWidget(m_current);
    m_rail->setCurrent(cluster);
    m_topBar->setView(&m_current->view());
    m_statusBar->setCluster(cluster);
    if (base::Page *page = m_current->currentPage())
        page->becameCurrent();
    pageChanged();
    Q_EMIT shownChanged();
}

void MainWindow::tell(const QString &text)
{
    m_statusBar->tell(text);
}

void MainWindow::setNamespaces(const QStringList &namespaces)
{
    if (m_current)
        m_current->view().setNamespaces(namespaces);
}

void MainWindow::chooseEntry(int index)
{
    if (index < 0 || index >= static_cast<int>(m_clusters.entries().size()))
        return;
    if (cluster::ConnectedCluster *cluster = m_clusters.connectTo(cluster::EntryId::of(m_clusters.entries()[static_cast<std::size_t>(index)])))
        showCluster(cluster);
}

void MainWindow::forget(cluster::ConnectedCluster *cluster)
{
    const auto found = m_panes.find(cluster);
    if (found == m_panes.end())
        return;
    if (m_current == found->second)
        showCatalog();
    delete found->second;
    m_panes.erase(found);
}

base::Page *MainWindow::page() const
{
    return m_current ? m_current->currentPage() : m_page;
}

void MainWindow::pageChanged()
{
    const base::Page *page = this->page();
    m_statusBar->setCommand(page ? fullCommand(page->command()) : QString());
    m_statusBar->setApiCall(page && m_current ? base::apiCallFor(m_current->view().cluster(), page->apiCall()) : page ? page->apiCall() : QString());
    const QString place = m_current ? base::sessionName(m_clusters, m_current->view().cluster()) : QString();
    const QString title = page ? base::oneLine(page->title()) : QString();
    if (title.isEmpty() || place.isEmpty())
        setWindowTitle(title.isEmpty() && place.isEmpty() ? tr("Wheelhouse") : tr("%1 - Wheelhouse").arg(title + place));
    else
        setWindowTitle(tr("%1 - %2 - Wheelhouse").arg(title, place));
}

/// Each with the context and whom it is viewed as, so that it says the same in any shell. One that names somebody itself asks about them as oneself.
QString MainWindow::fullCommand(const QString &command) const
{
    if (command.isEmpty() || !m_current)
        return command;
    const QString kubectl = QStringLiteral("kubectl ");
    const cluster::ConnectedCluster &cluster = m_current->view().cluster();
    const QString own = base::kubectlFor(QString::fromStdString(cluster.entry().context.context)), viewed = base::kubectlFor(cluster);
    QStringList lines = command.split(u'\n');
    for (QString &line : lines) {
        if (line.startsWith(kubectl))
            line = (line.contains(QStringLiteral(" --as")) ? own : viewed) + u' ' + line.mid(kubectl.size());
    }
    return lines.join(u'\n');
}

bool MainWindow::isSettled() const
{
    return m_current ? m_current->isSettled() : m_page && m_page->isSettled();
}

} // namespace shell
