#include "widgets/connection/ConnectionPage.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/Theme.h"
#include "widgets/connection/Figures.h"
#include "widgets/connection/RequestsModel.h"
#include "widgets/connection/WatchesModel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTimerEvent>

namespace connection {

using base::Theme;

namespace {

constexpr int Refresh = 1000;               // ms
constexpr std::size_t RateSeconds = 10;

} // namespace

ConnectionPage::ConnectionPage(base::ClusterView &view, QWidget *parent)
    : Page(parent)
    , m_view(view)
    , m_watches(new WatchesModel(view.cluster(), this))
    , m_requests(new RequestsModel(this))
    , m_watchTable(new base::PlainTable(tr("Watched lists"), this))
    , m_requestTable(new base::PlainTable(tr("Requests"), this))
{
    m_watchTable->setModel(m_watches);
    m_watchTable->setWidths(WatchesModel::Kind, {40, 16, 26, 9, 11, 12, 14});
    m_requestTable->setModel(m_requests);
    m_requestTable->setWidths(RequestsModel::Path, {14, 8, 12, 60, 11, 11});
    connect(m_watchTable, &base::PlainTable::chosen, this, [this](int row) {
        const auto why = m_watches->whyNotAt(row);
        Q_EMIT openRequested(why ? *why : base::Address{QString::fromStdString(m_watches->typeAt(row).qualifiedName()), {}, {}, {}});
    });
    auto *below = new QWidget(this);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFilter());
    column->addWidget(m_requestTable, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_watchTable);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(splitter, 1);
    refresh();
}

bool ConnectionPage::find()
{
    m_filter->setFocus();
    m_filter->selectAll();
    return true;
}

QWidget *ConnectionPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(Theme::Step);
    auto *name = new base::PlainLabel(title(), head);
    name->setFont(Theme::instance().titleFont());
    m_figures = new base::PlainLabel(head);
    m_viewed = new base::PlainLabel(head);
    m_viewed->setWordWrap(true);
    m_viewed->setVisible(!m_view.cluster().viewedAs().isEmpty());
    m_figures->setAccessibleName(tr("Figures of the connection"));
    m_figures->setWordWrap(true);
    column->addWidget(name);
    column->addWidget(m_figures);
    column->addWidget(m_viewed);
    return head;
}

QWidget *ConnectionPage::makeFilter()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(2 * Theme::Step);
    m_filter = new QLineEdit(bar);
    m_filter->setPlaceholderText(tr("Filter: path, method or status"));
    m_filter->setAccessibleName(tr("Filter of the requests"));
    base::offerToClear(*m_filter);
    m_filter->setFixedSize(280, Theme::ControlHeight);
    m_failuresOnly = new QCheckBox(tr("Failures only"), bar);
    m_count = new base::PlainLabel(bar);
    auto *copyButton = new QPushButton(tr("Copy as text"), bar);
    base::setPlainToolTip(copyButton, tr("The requests that are shown, for a bug report: with names of kinds, namespaces and objects, without headers, bodies and values that could be secret"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filter, m_failuresOnly, m_count})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(copyButton);
    connect(m_filter, &QLineEdit::textChanged, this, &ConnectionPage::filter);
    connect(m_failuresOnly, &QCheckBox::toggled, this, &ConnectionPage::filter);
    connect(copyButton, &QPushButton::clicked, this, &ConnectionPage::copy);
    return bar;
}

QString ConnectionPage::title() const
{
    return tr("Connection");
}

bool ConnectionPage::isSettled() const
{
    const auto state = m_view.cluster().health().state;
    return m_isRefreshed && (state != cluster::Health::State::Connecting || m_view.cluster().health().error);
}

std::vector<base::Command> ConnectionPage::commands()
{
    return {base::Command::make(QStringLiteral("copy-requests"), {"connection::ConnectionPage", QT_TRANSLATE_NOOP("connection::ConnectionPage", "Copy the requests as text")}, {},
                                [this] { copy(); })};
}

void ConnectionPage::filter()
{
    m_requests->setFilter(m_filter->text(), m_failuresOnly->isChecked());
    m_count->show(tr("%1 of %2").arg(QLocale().toString(m_requests->rowCount()), QLocale().toString(m_requests->total())));
}

void ConnectionPage::copy()
{
    QGuiApplication::clipboard()->setText(reportOf(m_requests->shown()));
    Q_EMIT noticed(tr("Copied %1 requests").arg(QLocale().toString(m_requests->rowCount())));
}

void ConnectionPage::showFigures()
{
    const kube::Traffic::Figures figures = m_view.cluster().traffic().figures();
    std::int64_t lately = 0;
    for (std::size_t i = 0; i < RateSeconds; ++i)
        lately += figures.last[kube::Traffic::Seconds - 2 - i].requests; // the newest second is not over
    const QLocale locale;
    const QString text = QStringList{tr("%1 requests/s").arg(locale.toString(double(lately) / RateSeconds, 'f', 1)),
                                     tr("%1 open").arg(locale.toString(static_cast<qulonglong>(figures.open))),
                                     tr("%1 in all").arg(locale.toString(static_cast<qlonglong>(figures.total.requests))),
                                     tr("throttled (429): %1").arg(locale.toString(static_cast<qlonglong>(figures.total.throttled))),
                                     tr("received %1").arg(bytesText(figures.total.bytesIn)), tr("sent %1").arg(bytesText(figures.total.bytesOut))}
                             .join(QStringLiteral("  ·  "));
    if (m_figures->text() != text)
        m_figures->show(text);
}

/// What the requests have in common that are taken for somebody else's.
void ConnectionPage::showViewed()
{
    const cluster::ConnectedCluster &cluster = m_view.cluster();
    const QString who = base::viewedName(cluster.viewedAs());
    const QString text = cluster.isComputed() ? tr("Requests are sent with your own rights, and only those that %1 may make as far as that is known.").arg(who)
                                              : tr("Each request carries: %1").arg(base::apiCallFor(cluster, QStringLiteral(" ")).trimmed());
    if (m_viewed->text() != text)
        m_viewed->show(text);
}

void ConnectionPage::refresh()
{
    showFigures();
    if (!m_view.cluster().viewedAs().isEmpty())
        showViewed();
    m_watches->refresh();
    QScrollBar &scroll = *m_requestTable->verticalScrollBar();
    const QPersistentModelIndex top = scroll.value() > scroll.minimum() ? m_requestTable->indexAt({0, 0}) : QModelIndex(); // at the top one sees what comes
    m_requests->setRecords(m_view.cluster().traffic().records());
    filter();
    if (top.isValid())
        m_requestTable->scrollTo(top, QAbstractItemView::PositionAtTop);
}

void ConnectionPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
    m_second.start(Refresh, this);
}

void ConnectionPage::hideEvent(QHideEvent *event)
{
    m_second.stop();
    Page::hideEvent(event);
}

void ConnectionPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_second.timerId())
        return Page::timerEvent(event);
    refresh();
    m_isRefreshed = true;
    if (isSettled())
        Q_EMIT settled();
}

} // namespace connection
