#include "widgets/rbac/RisksPage.h"

#include "models/platform/Aside.h"
#include "models/platform/DurableFile.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/MenuButton.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/StateNotice.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/RiskPane.h"
#include "widgets/rbac/RiskTexts.h"
#include "widgets/rbac/SeverityChips.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace rbac {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr int WordsWidth = 280;
constexpr int TableHeight = 380, PaneHeight = 360;
constexpr int WideEnough = 1120;        // for the rules, which are also in the drawing
constexpr std::chrono::milliseconds Slow{300};

QString numberText(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

struct Format
{
    RiskFormat format;
    const char *name;
    const char *suffix;
};
constexpr std::array<Format, 3> formats{{{RiskFormat::Csv, "CSV", "csv"}, {RiskFormat::Json, "JSON", "json"}, {RiskFormat::Markdown, "Markdown", "md"}}};

} // namespace

RisksPage::RisksPage(std::shared_ptr<rights::LiveRights> live, base::ClusterView &view, QWidget *parent)
    : Page(parent), m_live(std::move(live)), m_view(view), m_model(new RisksModel(this)), m_stack(new QStackedLayout(this))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_stale(new base::StateNotice(base::StateNotice::Form::Strip, this))
    , m_unreadable(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_table(new base::PlainTable(tr("Risks"), this)), m_pane(new RiskPane(this))
{
    m_stack->addWidget(m_notice);
    m_stack->addWidget(makeContent());
    m_notice->tell(Meaning::Progress, tr("Looking for risks"), tr("Roles, bindings, accounts and pods of all namespaces are being listed."));
    m_slow.setSingleShot(true);
    m_slow.setInterval(Slow);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_progress->show(tr("Working out")); });
    connect(m_live.get(), &rights::LiveRights::changed, this, &RisksPage::takeBasis);
    connect(m_live.get(), &rights::LiveRights::stateChanged, this, &RisksPage::tellState);
    connect(&m_view, &base::ClusterView::namespacesChanged, this, &RisksPage::list);
    connect(m_pane, &RiskPane::openRequested, this, &Page::openRequested);
    connect(m_pane, &RiskPane::noticed, this, &Page::noticed);
    connect(&Theme::instance(), &Theme::changed, this, &RisksPage::recolor);
    recolor();
}

RisksPage::~RisksPage()
{
    m_live->setAsking(this, false);
}

QString RisksPage::title() const
{
    return tr("Risks");
}

QString RisksPage::command() const
{
    return QStringLiteral("kubectl get clusterroles,clusterrolebindings,roles,rolebindings,serviceaccounts,pods -A");
}

std::vector<base::Command> RisksPage::commands()
{
    std::vector<base::Command> out;
    for (const Format &each : formats) {
        const QString name = QString::fromLatin1(each.name);
        out.push_back({QStringLiteral("export-risks-") + QString::fromLatin1(each.suffix), [name] { return tr("Export the findings as %1").arg(name); }, {}, {},
                       [this, format = each.format] { askPath(format); }, QStringLiteral("Export the findings as ") + name});
    }
    for (int column = 0; column < RisksModel::ColumnCount; ++column) {
        const auto part = static_cast<RiskPart>(column);
        out.push_back({QStringLiteral("sort-risks-%1").arg(column), [part] { return tr("Sort the findings by: %1").arg(headOf(part)); }, {}, {}, [this, column] { sortBy(column); }});
    }
    return out;
}

bool RisksPage::find()
{
    if (m_stack->currentWidget() == m_notice)
        return false;
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    return true;
}

QWidget *RisksPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    m_name = new base::PlainLabel(title(), head);
    m_figures = new base::PlainLabel(head);
    m_figures->setMinimumWidth(1);
    m_progress = new base::PlainLabel(head);
    m_fold = new QPushButton(tr("Fold defaults"), head);
    m_fold->setCheckable(true);
    m_fold->setChecked(true);
    m_fold->setAutoDefault(false);
    base::setPlainToolTip(m_fold, tr("Leave out what comes through bindings of Kubernetes or the platform, and count it"));
    m_fold->setAccessibleName(m_fold->toolTip());
    connect(m_fold, &QPushButton::toggled, this, &RisksPage::wishChanged);
    auto *save = new QPushButton(tr("Export"), head);
    save->setAutoDefault(false);
    save->setAccessibleName(tr("Export the findings"));
    auto *menu = new QMenu(save);
    for (const Format &each : formats)
        menu->addAction(QString::fromLatin1(each.name), this, [this, format = each.format] { askPath(format); });
    base::opensBelow(*menu, *save);
    row->addWidget(m_name);
    row->addWidget(m_figures, 1);
    row->addWidget(m_progress);
    row->addWidget(m_fold);
    row->addWidget(save);
    return head;
}

QWidget *RisksPage::makeFilter()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Margin, 0, Margin, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    m_chips = new SeverityChips(bar);
    m_words = new base::SearchLine(bar);
    m_words->setPlaceholderText(tr("Filter by words, names, namespaces"));
    m_words->setAccessibleName(tr("Filter the findings"));
    m_words->setFixedWidth(WordsWidth);
    m_words->setClearButtonEnabled(true);
    row->addWidget(m_chips);
    row->addStretch(1);
    row->addWidget(m_words);
    connect(m_chips, &SeverityChips::chosenChanged, this, &RisksPage::wishChanged);
    connect(m_words, &base::SearchLine::typed, this, &RisksPage::wishChanged);
    return bar;
}

QWidget *RisksPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stale);
    layout->addWidget(m_unreadable);
    layout->addWidget(makeFilter());
    m_stale->hide();
    m_unreadable->hide();
    m_table->setModel(m_model);
    m_table->setWidths(static_cast<int>(RiskPart::What), {10, 30, 30, 13, 22, 16, 14});
    m_table->horizontalHeader()->setSectionsClickable(true);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &RisksPage::sortBy);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RisksPage::selectionChanged);
    connect(m_table, &base::PlainTable::chosen, this, &RisksPage::openAccess);
    auto *splitter = new QSplitter(Qt::Vertical, content);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->setAccessibleName(tr("Findings and the one that is selected"));
    splitter->addWidget(m_table);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({TableHeight, PaneHeight});
    layout->addWidget(splitter, 1);
    return content;
}

void RisksPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_live->setAsking(this, true);
    takeBasis();
    tellState();
}

void RisksPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_live->setAsking(this, false);
}

void RisksPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_table->setColumnHidden(static_cast<int>(RiskPart::Rule), width() < WideEnough);
}

/// Nothing is listed for whoever looks away.
void RisksPage::takeBasis()
{
    if (!isVisible() || !m_live->basis() || m_live->basis() == m_basis)
        return;
    m_basis = m_live->basis();
    m_isOther = m_listing.isRunning();
    if (!m_isOther)
        listNow();
}

/// Of lists that are not read for it, nothing is known.
void RisksPage::tellState()
{
    const auto stale = isVisible() ? m_live->stale() : std::nullopt;
    m_stale->setVisible(stale.has_value());
    if (stale)
        m_stale->tell(Meaning::Warning, tr("Stale since %1").arg(base::localTime(stale->state.since)), staleText(*stale), {{tr("Try now"), [this] { m_live->retryNow(); }}}, stale->state.nextAttempt);
}

RiskWish RisksPage::wish() const
{
    RiskWish wish{m_words->wholeText().toStdString(), m_chips->chosen(), {}, m_fold->isChecked(), m_order, m_isDescending, attackTexts(), selected()};
    for (const QString &name : m_view.namespaces())
        wish.namespaces.push_back(name.toStdString());
    return wish;
}

void RisksPage::wishChanged()
{
    list();
    Q_EMIT stateChanged();
}

void RisksPage::listNow()
{
    m_isOther = false;
    m_listed = m_basis;
    list();
}

/// The newest wish wins; what is looked for in what was known goes on, so that there is an answer however often something changes.
void RisksPage::list()
{
    if (!m_listed)
        return;
    m_slow.start();
    m_listing = platform::runAside(m_executor, [this, basis = m_listed, wish = wish()](std::stop_token) -> base::Task {
        auto list = std::make_shared<const RiskList>(listRisks(basis, wish));
        return [this, list = std::move(list)] { take(list); };
    });
}

void RisksPage::take(std::shared_ptr<const RiskList> list)
{
    m_slow.stop();
    m_progress->show(QString());
    const int scrolled = m_table->rowAt(0);
    m_isTaking = true;
    m_model->show(std::move(list));
    m_stack->setCurrentIndex(1);
    const RiskList &now = *m_model->list();
    if (now.selected || (!m_isSettled && !now.rows.empty()))
        m_table->selectRow(static_cast<int>(now.selected.value_or(0)));
    else if (scrolled >= 0)
        m_table->scrollTo(m_model->index(std::min(scrolled, m_model->rowCount() - 1), 0), QAbstractItemView::PositionAtTop);
    m_isTaking = false;
    m_chips->show(now.counts);
    tellCounts();
    tellUnreadable();
    drawSelected();
    if (!std::exchange(m_isSettled, true))
        Q_EMIT settled();
    if (m_isOther)
        m_again = m_executor.after(std::chrono::milliseconds(0), [this] { listNow(); });
}

void RisksPage::tellCounts()
{
    const RiskList &now = *m_model->list();
    std::size_t fitting = 0;
    for (const std::size_t count : now.counts)
        fitting += count;
    const Inputs &inputs = now.basis->inputs;
    QString text = tr("%1 of %2 findings").arg(numberText(now.rows.size()), numberText(now.basis->risks().size()));
    if (now.basis->risks().empty())
        text = inputs.unreadable.empty() ? tr("Nothing of what anybody may do is in the table of risks.") : tr("No finding in what may be read");
    if (now.folded > 0)
        text += QStringLiteral(" · ") + tr("folded, by Kubernetes or the platform: %1").arg(numberText(now.folded));
    if (!m_view.namespaces().isEmpty())
        text += QStringLiteral(" · ") + tr("only in %1").arg(base::oneLine(m_view.namespaces().join(QStringLiteral(", "))));
    m_figures->show(text);
    base::setPlainToolTip(m_figures, text);
}

/// What is not known may hold risks.
void RisksPage::tellUnreadable()
{
    const QString unread = unreadableText(m_model->list()->basis->inputs);
    m_unreadable->setVisible(!unread.isEmpty());
    if (!unread.isEmpty())
        m_unreadable->tell(Meaning::Warning, tr("There may be more risks than these"), unread);
}

void RisksPage::sortBy(int column)
{
    const auto part = static_cast<RiskPart>(column);
    m_isDescending = part == m_order && !m_isDescending;
    m_order = part;
    m_model->setOrder(m_order, m_isDescending);
    wishChanged();
}

std::optional<Risk> RisksPage::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() && m_model->list() ? std::optional(m_model->risk(current.row())) : std::nullopt;
}

void RisksPage::selectionChanged()
{
    if (!m_isTaking)
        drawSelected();
}

/// First its own way, then those on, which may take long.
void RisksPage::drawSelected()
{
    const auto risk = selected();
    const std::shared_ptr<const Basis> basis = m_model->list()->basis;
    if (risk == m_drawn && basis == m_drawnFrom)
        return;
    m_drawn = risk;
    m_drawnFrom = basis;
    m_paths.cancel();
    m_drawing.cancel();
    if (!risk)
        return m_pane->showNothing();
    m_drawing = platform::runAside(m_executor, [this, basis, risk = *risk, words = riskWords()](std::stop_token) -> base::Task {
        return [this, way = wayOf(*basis, risk, words)] { takeWay(way); };
    });
}

void RisksPage::takeWay(RiskWay way)
{
    m_pane->show(m_drawnFrom, *m_drawn, std::move(way));
    m_paths = platform::runAside(m_executor, [this, basis = m_drawnFrom, risk = *m_drawn, words = riskWords()](std::stop_token stopped) -> base::Task {
        return [this, ways = escalationsOf(*basis, risk, words, stopped)] { m_pane->showEscalations(ways); };
    });
}

void RisksPage::openAccess(int row)
{
    const Risk &risk = m_model->risk(row);
    auto address = addressOf(risk.subject->kind == "Namespace" ? ObjectRef() : risk.subject.get());
    if (!address)
        address = addressOf(risk.binding);
    if (!address)
        return;
    address->tab = QStringLiteral("access");
    Q_EMIT openRequested(*address);
}

void RisksPage::askPath(RiskFormat format)
{
    const auto &entry = *std::ranges::find(formats, format, &Format::format);
    const QString suffix = QString::fromLatin1(entry.suffix);
    auto *dialog = new QFileDialog(this, tr("Export the findings as %1").arg(QString::fromLatin1(entry.name)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(QString::fromLatin1(entry.name), suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("risks-%1.%2").arg(QDate::currentDate().toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { exportTo(path, format); });
    dialog->open();
}

void RisksPage::exportTo(const QString &path, RiskFormat format)
{
    const auto list = m_model->list();
    if (!list)
        return;
    m_writing = platform::runAside(m_executor, [this, list, path, format, words = riskReportWords(list->basis->inputs)](std::stop_token) -> base::Task {
        const auto result = platform::writeDurably(path.toStdString(), exported(*list, format, words));
        return [this, path, result, count = list->rows.size()] {
            const QString place = base::oneLine(QDir::toNativeSeparators(path));
            Q_EMIT noticed(result ? tr("%1 findings are in %2").arg(numberText(count), place) : tr("%1 was not written: %2").arg(place, base::oneLine(base::errorText(result.error()))));
        };
    });
}

void RisksPage::showOnly(Severities severities, const QString &words)
{
    m_chips->choose(severities);
    m_words->setText(words);
    list();
}

text::Value RisksPage::state() const
{
    text::Value out = text::Value::map();
    out.set("words", text::Value::string(m_words->text().toStdString()));
    out.set("severities", text::Value::number(static_cast<std::int64_t>(m_chips->chosen().to_ulong())));
    out.set("folds", text::Value::boolean(m_fold->isChecked()));
    out.set("order", text::Value::number(static_cast<std::int64_t>(m_order)));
    out.set("descending", text::Value::boolean(m_isDescending));
    return out;
}

void RisksPage::restore(const text::Value &state)
{
    m_chips->choose(Severities(static_cast<unsigned long long>(state["severities"].asInteger())));
    m_words->setText(QString::fromStdString(state["words"].text()));
    if (const text::Value *folds = state.find("folds"))
        m_fold->setChecked(folds->asBoolean());
    const std::int64_t order = state["order"].asInteger();
    m_order = order >= 0 && order < RisksModel::ColumnCount ? static_cast<RiskPart>(order) : RiskPart::Severity;
    m_isDescending = state["descending"].asBoolean();
    m_model->setOrder(m_order, m_isDescending);
    list();
}

void RisksPage::recolor()
{
    const Theme &theme = Theme::instance();
    m_name->setFont(theme.titleFont());
    for (base::PlainLabel *label : {m_figures, m_progress}) {
        label->setFont(theme.bodyFont());
        label->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(Meaning::Secondary).name()));
    }
}

} // namespace rbac
