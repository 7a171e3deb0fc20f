#include "widgets/rbac/RisksPage.h"

#include "models/platform/Aside.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/StateNotice.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/FilterKeys.h"
#include "widgets/rbac/RiskPane.h"
#include "widgets/rbac/RiskTexts.h"
#include "widgets/rbac/RisksHead.h"

#include <QLocale>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <iterator>
#include <utility>

namespace rbac {

using base::Meaning;

namespace {

constexpr int TableHeight = 300, PaneHeight = 400;
constexpr int WideEnough = 1120;        // for the rules, which are also in the drawing
constexpr std::chrono::milliseconds Slow{300};

} // namespace

RisksPage::RisksPage(std::shared_ptr<rights::LiveRights> live, base::ClusterView &view, QWidget *parent)
    : Page(parent), m_live(std::move(live)), m_view(view), m_stack(new QStackedLayout(this)), m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this))
    , m_stale(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_unreadable(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_head(new RisksHead(this))
    , m_table(new RisksTable(this)), m_pane(new RiskPane(base::kubectlFor(m_view.cluster()), this))
    , m_export(new ReportExport(QStringLiteral("risks"), {"rbac", QT_TRANSLATE_NOOP("rbac", "Export the findings as %1")}, [this] { return report(); }, this)), m_drawer(*m_pane)
{
    m_stack->addWidget(m_notice);
    m_stack->addWidget(makeContent());
    m_notice->tell(Meaning::Progress, tr("Looking for risks"), tr("Roles, bindings, accounts and pods of all namespaces are being listed."));
    m_export->fill(m_head->exportMenu());
    m_slow.setSingleShot(true);
    m_slow.setInterval(Slow);
    new FilterKeys(m_head->words(), m_table->widget());
    listen();
}

RisksPage::~RisksPage()
{
    m_live->setAsking(this, false);
}

void RisksPage::listen()
{
    connect(&m_slow, &QTimer::timeout, this, [this] { m_head->showProgress(tr("Working out")); });
    connect(m_live.get(), &rights::LiveRights::changed, this, &RisksPage::takeBasis);
    connect(m_live.get(), &rights::LiveRights::stateChanged, this, &RisksPage::tellState);
    connect(&m_view, &base::ClusterView::namespacesChanged, this, &RisksPage::list);
    connect(m_head, &RisksHead::wishChanged, this, &RisksPage::wishChanged);
    connect(m_table, &RisksTable::wishChanged, this, &RisksPage::wishChanged);
    connect(m_table, &RisksTable::selectionChanged, this, [this] { m_drawer.draw(model().list()->basis, m_table->selected()); });
    connect(m_table, &RisksTable::chosen, this, &RisksPage::openAccess);
    connect(m_pane, &RiskPane::openRequested, this, &Page::openRequested);
    connect(m_pane, &RiskPane::noticed, this, &Page::noticed);
    connect(m_export, &ReportExport::noticed, this, &Page::noticed);
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
    std::vector<base::Command> out = m_export->commands(), sorting = m_table->commands();
    out.insert(out.end(), std::make_move_iterator(sorting.begin()), std::make_move_iterator(sorting.end()));
    return out;
}

bool RisksPage::find()
{
    if (m_stack->currentWidget() == m_notice)
        return false;
    m_head->takeFocus();
    return true;
}

QWidget *RisksPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_stale);
    layout->addWidget(m_unreadable);
    m_stale->hide();
    m_unreadable->hide();
    auto *splitter = new QSplitter(Qt::Vertical, content);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->setAccessibleName(tr("Findings and the one that is selected"));
    splitter->addWidget(&m_table->widget());
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
    table().setColumnHidden(static_cast<int>(RiskPart::Rule), width() < WideEnough);
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
    RiskWish wish;
    m_head->addTo(wish);
    m_table->addTo(wish);
    wish.attacks = attackTexts();
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
    m_head->showProgress(QString());
    m_table->show(std::move(list));
    m_stack->setCurrentIndex(1);
    m_head->show(*model().list(), m_view.namespaces());
    tellUnreadable();
    m_drawer.draw(model().list()->basis, m_table->selected());
    if (!std::exchange(m_isSettled, true))
        Q_EMIT settled();
    if (m_isOther)
        m_again = m_executor.after(std::chrono::milliseconds(0), [this] { listNow(); });
}

/// What is not known may hold risks.
void RisksPage::tellUnreadable()
{
    const QString unread = unreadableText(model().list()->basis->inputs);
    m_unreadable->setVisible(!unread.isEmpty());
    if (!unread.isEmpty())
        m_unreadable->tell(Meaning::Warning, tr("There may be more risks than these"), unread);
}

void RisksPage::openAccess(const Risk &risk)
{
    auto address = addressOf(risk.subject->kind == "Namespace" ? ObjectRef() : risk.subject.get());
    if (!address)
        address = addressOf(risk.binding);
    if (!address)
        return;
    address->tab = QStringLiteral("access");
    Q_EMIT openRequested(*address);
}

std::optional<ReportExport::Report> RisksPage::report() const
{
    const auto list = model().list();
    if (!list)
        return std::nullopt;
    const auto make = [list, words = riskReportWords(list->basis->inputs)](RiskFormat format) { return exported(*list, format, words); };
    const auto told = [count = list->rows.size()](const QString &place) { return tr("%1 findings are in %2").arg(QLocale().toString(static_cast<qulonglong>(count)), place); };
    return ReportExport::Report{make, told};
}

void RisksPage::showOnly(Severities severities, const QString &words)
{
    m_head->showOnly(severities, words);
}

text::Value RisksPage::state() const
{
    text::Value out = text::Value::map();
    m_head->save(out);
    m_table->save(out);
    return out;
}

void RisksPage::restore(const text::Value &state)
{
    m_head->restore(state);
    m_table->restore(state);
    list();
}

} // namespace rbac
