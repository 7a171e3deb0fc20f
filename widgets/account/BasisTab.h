#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/Summary.h"
#include "models/rights/LiveRights.h"
#include "widgets/base/Page.h"

#include <functional>
#include <memory>

class QStackedLayout;
class QVBoxLayout;

namespace base {
class StateNotice;
}
namespace detail {
class SummaryView;
struct Surroundings;
}

namespace account {

/// A tab that tells something about access, section by section, live while it is on screen. It is worked out aside.
class BasisTab : public base::ObjectTab
{
    Q_OBJECT

public:
    BasisTab(std::shared_ptr<rights::LiveRights> live, detail::Surroundings surroundings, QWidget *parent = nullptr);
    ~BasisTab() override;

    bool isSettled() const override { return m_isSettled; }
    detail::SummaryView &view() { return *m_view; }

protected:
    /// What is to be told is worked out by this, on another thread; nothing: not enough is known yet.
    virtual std::function<detail::Summary()> telling(std::shared_ptr<const rbac::Basis> basis) = 0;
    /// Somebody looks, or looks away.
    virtual void lookingChanged(bool) { }
    /// Something else that is told is other than before.
    void tellAgain();
    /// Stands above what is told.
    void setHead(QWidget *head);
    rights::LiveRights &live() { return *m_live; }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void take(const detail::Summary &summary);
    void tellStale();

    std::shared_ptr<rights::LiveRights> m_live;
    QVBoxLayout *m_layout;
    QStackedLayout *m_stack;
    base::StateNotice *m_stale;
    base::StateNotice *m_notice;
    detail::SummaryView *m_view;
    bool m_isSettled = false;
    bool m_isOther = false;         ///< than what is being worked out
    base::EventLoopExecutor m_executor;
    base::Job m_work;
    base::Job m_again;
};

} // namespace account
