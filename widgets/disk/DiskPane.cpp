#include "widgets/disk/DiskPane.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/platform/Aside.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StateNotice.h"
#include "widgets/disk/AdvicePane.h"
#include "widgets/disk/DiskHead.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace disk {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr int FilterWidth = 280;
constexpr int TableShare = 9, AdviceShare = 5;

/// Of an error that comes and goes; a refusal stays, and what was known before it is nobody's business any more.
bool passes(const base::Error &error)
{
    using Kind = base::ErrorKind;
    return error.kind != Kind::Forbidden && error.kind != Kind::Unauthorized && error.kind != Kind::NotFound;
}

} // namespace

DiskPane::DiskPane(cluster::ConnectedCluster &cluster, std::string node, QWidget *parent)
    : QWidget(parent), m_cluster(cluster), m_node(std::move(node)), m_connection(cluster.connectionNumber()), m_stale(new base::StateNotice(base::StateNotice::Form::Strip, this))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_stack(new QStackedLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stale);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(makeContent());
    m_stale->hide();
    m_notice->tell(Meaning::Progress, tr("Asking the kubelet what is on its disk"), QString());
    connect(&m_cluster, &cluster::ConnectedCluster::catalogChanged, this, &DiskPane::reconnected);
    connect(m_advice, &AdvicePane::openRequested, this, &DiskPane::openRequested);
    connect(m_advice, &AdvicePane::noticed, this, &DiskPane::noticed);
}

DiskPane::~DiskPane() = default;

QWidget *DiskPane::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_head = new DiskHead(content);
    layout->addWidget(m_head);
    layout->addWidget(makeBar());
    m_tableStack = new QStackedLayout;
    m_tables[0] = makeTable(Shown::Fillers, tr("What fills the disk"), {0, 0, 20, 0});
    m_tables[1] = makeTable(Shown::Images, tr("Images of the node"), {0, 30, 0, 26});
    m_advice = new AdvicePane(content);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(m_tableStack, TableShare);
    row->addWidget(m_advice, AdviceShare);
    layout->addLayout(row, 1);
    return content;
}

QWidget *DiskPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Margin, Theme::Step, Margin, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    m_choices[0] = base::addBarButton(*row, tr("What fills it"), tr("What takes space on the node, what frees most first"));
    m_choices[1] = base::addBarButton(*row, tr("Images"), tr("The images of the node, and the pods that use them"));
    base::makeChoice(this, {m_choices[0], m_choices[1]});
    for (const Shown shown : {Shown::Fillers, Shown::Images})
        connect(m_choices[int(shown)], &QPushButton::clicked, this, [this, shown] { choose(shown); });
    m_counts = new base::PlainLabel(bar);
    row->addWidget(m_counts, 1);
    m_filter = new base::SearchLine(bar);
    m_filter->setPlaceholderText(tr("Filter by image, pod or kind"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setFixedWidth(FilterWidth);
    m_filter->installEventFilter(this);
    base::offerToClear(*m_filter);
    row->addWidget(m_filter);
    connect(m_filter, &base::SearchLine::typed, this, [this](const QString &words) {
        for (const Shown shown : {Shown::Fillers, Shown::Images})
            keepChosen(shown, [&](DiskRows &rows) { rows.setFilter(words); });
        showCounts();
        advise();
    });
    return bar;
}

base::PlainTable *DiskPane::makeTable(Shown shown, const QString &name, const QList<int> &widths)
{
    const QStringList heads = shown == Shown::Fillers ? QStringList{tr("Size"), tr("What"), tr("Of"), tr("Freed")} : QStringList{tr("Size"), tr("Image"), tr("Use"), tr("Used by")};
    auto *rows = m_rows[int(shown)] = new DiskRows(heads, this);
    auto *table = new base::PlainTable(name, this);
    table->setModel(rows);
    table->setWidths(shown == Shown::Fillers ? 2 : 1, widths);
    table->offerSorting();
    m_tableStack->addWidget(table);
    connect(table, &base::PlainTable::sortWished, this, [this, shown](int column) {
        keepChosen(shown, [column](DiskRows &each) { each.sortBy(column); });
        advise();
    });
    connect(table, &base::PlainTable::chosen, this, [this, shown](int row) { openRow(shown, row); });
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_isTaking)
            advise();
    });
    return table;
}

void DiskPane::choose(Shown shown)
{
    m_shown = shown;
    m_choices[int(shown)]->setChecked(true);
    m_tableStack->setCurrentIndex(int(shown));
    showCounts();
    advise();
}

/// Down and Return go to the rows; Esc empties the filter and, when it is empty, goes there as well.
bool DiskPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != m_filter)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty())
        m_filter->clear();
    else if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
        table(m_shown).setFocus(Qt::OtherFocusReason);
    else
        return false;
    return true;
}

void DiskPane::takeFocus()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QString DiskPane::command() const
{
    return QStringLiteral("wheelhouse disk ") + base::shellWord(QString::fromStdString(m_node)) + QStringLiteral("\nkubectl get --raw ")
        + base::shellWord(QString::fromStdString(requestsFor(m_node).summary.path));
}

QString DiskPane::apiCall() const
{
    const Requests requests = requestsFor(m_node);
    QStringList lines;
    for (const kube::ApiRequest *request : {&requests.summary, &requests.configz, &requests.node})
        lines << QStringLiteral("GET ") + QString::fromStdString(request->path);
    lines << QStringLiteral("GET /api/v1/pods?fieldSelector=spec.nodeName=") + QString::fromStdString(m_node);
    return lines.join(u'\n');
}

void DiskPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DiskPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_asking.cancel();
    m_reading.cancel();
    m_next.cancel();
}

/// Another connection asks through another API; what was asked of the one before is not answered any more.
void DiskPane::reconnected()
{
    if (std::exchange(m_connection, m_cluster.connectionNumber()) != m_cluster.connectionNumber() && isVisible())
        refresh();
}

void DiskPane::refresh()
{
    m_next.cancel();
    m_asking = ask(m_cluster.api(), m_node, m_executor, [this](Answers answers) {
        m_reading = platform::runAside(m_executor, [this, kept = std::make_shared<Answers>(std::move(answers))](std::stop_token) -> base::Task {
            return [this, report = std::make_shared<base::Result<Report>>(reportOf(*kept))] { take(std::move(*report)); };
        });
    });
}

/// What the kubelet told stays while it does not answer, with the time at which it was true.
void DiskPane::take(base::Result<Report> report)
{
    const base::Error *silent = report ? report->why(Missing::What::Summary) : nullptr;
    const bool keeps = m_report && !m_report->why(Missing::What::Summary);
    if (!report)
        refuse(report.error());
    else if (silent && keeps && passes(*silent))
        tellStale(*silent);
    else {
        m_report = std::make_shared<const Report>(std::move(*report));
        m_known = m_executor.clock().now();
        m_stale->hide();
        showReport();
    }
    m_next = m_executor.after(Refresh, [this] { refresh(); });
    if (!std::exchange(m_isSettled, true))
        Q_EMIT settled();
}

void DiskPane::tellStale(const base::Error &error)
{
    m_stale->tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(*m_known)), base::oneLine(base::errorText(error)), {{tr("Try now"), [this] { refresh(); }}});
    m_stale->show();
}

void DiskPane::refuse(const base::Error &error)
{
    if (m_report && passes(error))
        return tellStale(error);
    m_report.reset();
    m_stale->hide();
    m_notice->tell(Meaning::Error, tr("The node cannot be read"), base::oneLine(base::errorText(error)), {{tr("Try again"), [this] { refresh(); }}});
    m_stack->setCurrentIndex(0);
}

/// Whoever is selected stays so, wherever they are now; where they are gone it is the first. A model that is reset tells nobody that nothing is selected.
void DiskPane::keepChosen(Shown shown, const std::function<void(DiskRows &)> &change)
{
    DiskRows &rows = *m_rows[int(shown)];
    const QModelIndex current = table(shown).currentIndex();
    const std::optional<QString> key = current.isValid() ? std::optional(rows.row(current.row()).key) : std::nullopt;
    const bool wasTaking = std::exchange(m_isTaking, true);
    change(rows);
    const int same = key ? rows.find(*key) : -1;
    if (rows.rowCount() > 0)
        table(shown).selectRow(std::max(same, 0));
    m_isTaking = wasTaking;
}

void DiskPane::showReport()
{
    std::vector<DiskRow> fillers, images;
    for (const Filler &filler : m_report->fillers)
        fillers.push_back(rowOf(filler));
    for (const ImageRow &image : m_report->images)
        images.push_back(rowOf(image));
    if (m_report->hasAllImages != Truth::Yes)
        images.push_back(unlistedRow(*m_report));
    for (const Shown shown : {Shown::Fillers, Shown::Images}) {
        const int scrolled = table(shown).verticalScrollBar()->value();
        keepChosen(shown, [&](DiskRows &rows) { rows.show(std::move(shown == Shown::Fillers ? fillers : images)); });
        table(shown).verticalScrollBar()->setValue(scrolled);
    }
    m_head->show(*m_report);
    m_stack->setCurrentIndex(1);
    showCounts();
    advise();
}

void DiskPane::showCounts()
{
    const DiskRows &rows = *m_rows[int(m_shown)];
    const bool isFiltered = static_cast<std::size_t>(rows.rowCount()) != rows.all();
    const QString time = m_known ? tr("as of %1").arg(base::localTime(*m_known)) : QString();
    m_counts->show(isFiltered ? tr("%1 of %2 rows").arg(QString::number(rows.rowCount()), QString::number(rows.all())) + QStringLiteral(" · ") + time : time);
}

void DiskPane::advise()
{
    const QModelIndex current = table(m_shown).currentIndex();
    if (!m_report || !current.isValid())
        return m_advice->clear();
    const std::size_t place = rows(m_shown).place(current.row());
    if (m_shown == Shown::Fillers)
        return m_advice->show(m_report->fillers[place], *m_report);
    if (place < m_report->images.size())
        return m_advice->show(m_report->images[place], *m_report);
    for (const Filler &filler : m_report->fillers)
        if (filler.what == Filler::What::ImagesNotListed)
            m_advice->show(filler, *m_report);
}

std::optional<base::Address> DiskPane::addressOf(Shown shown, std::size_t place) const
{
    const auto podAt = [](const std::string &path) { return base::Address{QStringLiteral("pods"), QString::fromStdString(path.substr(0, path.find('/'))), QString::fromStdString(path.substr(path.find('/') + 1)), {}}; };
    std::optional<std::size_t> image = shown == Shown::Images ? std::optional(place) : m_report->fillers[place].image;
    if (shown == Shown::Fillers && !m_report->fillers[place].pod.empty())
        return podAt(m_report->fillers[place].namespaceName + '/' + m_report->fillers[place].pod);
    if (!image || *image >= m_report->images.size() || !m_report->images[*image].users)
        return std::nullopt;
    const ImageUsers &users = *m_report->images[*image].users;
    const std::vector<std::string> &pods = users.running.empty() ? users.held : users.running;
    return pods.empty() ? std::nullopt : std::optional(podAt(pods.front()));
}

void DiskPane::openRow(Shown shown, int row)
{
    if (const auto address = addressOf(shown, rows(shown).place(row)))
        Q_EMIT openRequested(*address);
    else
        Q_EMIT noticed(tr("No pod belongs to it"));
}

} // namespace disk
