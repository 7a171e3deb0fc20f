#include "widgets/account/BasisTab.h"

#include "models/platform/Aside.h"
#include "widgets/base/StateNotice.h"
#include "widgets/detail/SummaryView.h"
#include "widgets/rbac/AccessWords.h"

#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace account {

using base::Meaning;

BasisTab::BasisTab(std::shared_ptr<rights::LiveRights> live, detail::Surroundings surroundings, QWidget *parent)
    : ObjectTab(parent), m_live(std::move(live)), m_layout(new QVBoxLayout(this)), m_stack(new QStackedLayout)
    , m_stale(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this))
    , m_view(new detail::SummaryView(std::move(surroundings), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_stale);
    m_layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_view);
    m_stale->hide();
    m_notice->tell(Meaning::Progress, tr("Reading who may do what"), tr("Roles, bindings, accounts and pods of all namespaces are being listed."));
    connect(m_live.get(), &rights::LiveRights::changed, this, &BasisTab::tellAgain);
    connect(m_live.get(), &rights::LiveRights::stateChanged, this, &BasisTab::tellStale);
    connect(m_view, &detail::SummaryView::openRequested, this, &ObjectTab::openRequested);
    connect(m_view, &detail::SummaryView::noticed, this, &ObjectTab::noticed);
}

BasisTab::~BasisTab()
{
    m_live->setAsking(this, false);
}

void BasisTab::setHead(QWidget *head)
{
    m_layout->insertWidget(0, head);
}

void BasisTab::showEvent(QShowEvent *event)
{
    ObjectTab::showEvent(event);
    m_live->setAsking(this, true);
    lookingChanged(true);
    tellAgain();
    tellStale();
}

/// What is told stays until there is something newer.
void BasisTab::hideEvent(QHideEvent *event)
{
    ObjectTab::hideEvent(event);
    m_live->setAsking(this, false);
    lookingChanged(false);
}

void BasisTab::tellAgain()
{
    if (!isVisible() || !m_live->basis())
        return;
    m_isOther = m_work.isRunning();
    auto tell = m_isOther ? nullptr : telling(m_live->basis());
    if (!tell)
        return;
    m_work = platform::runAside(m_executor, [this, tell = std::move(tell)](std::stop_token) -> base::Task {
        return [this, summary = tell()] { take(summary); };
    });
}

void BasisTab::take(const detail::Summary &summary)
{
    m_view->setSummary(summary);
    m_stack->setCurrentWidget(m_view);
    if (!std::exchange(m_isSettled, true))
        Q_EMIT settled();
    if (std::exchange(m_isOther, false))
        m_again = m_executor.after(std::chrono::milliseconds(0), [this] { tellAgain(); });
}

/// Of lists that are not read for it, nothing is known.
void BasisTab::tellStale()
{
    const auto stale = isVisible() ? m_live->stale() : std::nullopt;
    m_stale->setVisible(stale.has_value());
    if (stale)
        m_stale->tell(Meaning::Warning, tr("Not up to date"), rbac::staleText(*stale), {{tr("Try again"), [this] { m_live->retryNow(); }}}, stale->state.nextAttempt);
}

} // namespace account
