#pragma once

#include "models/rights/DraftWork.h"
#include "models/rights/LiveRights.h"
#include "widgets/base/Address.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace base {
class StateNotice;
}

namespace rbac {

class DraftPane;
class EffectPane;

/// Drafts on the left, and on the right what they come to, live while somebody types. Knows no cluster.
class WhatIfPane final : public QWidget
{
    Q_OBJECT

public:
    /// The executor, the GUI thread's, outlives it.
    explicit WhatIfPane(base::Executor &executor, QWidget *parent = nullptr);

    void showBasis(std::shared_ptr<const Basis> basis);
    void showViewer(const std::optional<base::Result<Identity>> &viewer);
    void tellStale(const std::optional<rights::Stale> &stale);
    /// What is on screen is what the newest drafts come to.
    bool isSettled() const;

    DraftPane &drafts() { return *m_drafts; }
    const DraftPane &drafts() const { return *m_drafts; }
    EffectPane &effect() { return *m_effect; }

Q_SIGNALS:
    void settled();
    void changed();
    void retryRequested();
    void openRequested(const base::Address &address);
    void noticed(const QString &text);

private:
    void open(const ObjectRef &object);
    void tellUnreadable(const Basis &basis);
    void tellWork();

    rights::DraftWork m_work;
    base::StateNotice *m_stale;
    base::StateNotice *m_unreadable;
    DraftPane *m_drafts;
    EffectPane *m_effect;
};

} // namespace rbac
