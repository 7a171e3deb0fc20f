#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/cluster/ObjectFetch.h"
#include "models/rights/LiveRights.h"
#include "models/rights/Viewer.h"
#include "widgets/base/Page.h"
#include "widgets/rbac/Handover.h"

#include <map>
#include <memory>
#include <vector>

class QStackedLayout;

namespace base {
class ClusterView;
class StateNotice;
}

namespace rbac {

class WhatIfPane;

/// What would be if roles and bindings were others, on a copy: nothing of it is sent to the cluster.
class WhatIfPage final : public base::Page
{
    Q_OBJECT

public:
    /// The view outlives it.
    WhatIfPage(base::ClusterView &view, std::shared_ptr<rights::LiveRights> live, std::shared_ptr<rights::Viewer> viewer, std::shared_ptr<Handover> handover, QWidget *parent = nullptr);
    ~WhatIfPage() override;

    /// The page with this object drafted, or its end.
    static base::Address addressOfEdit(const ObjectRef &object);
    static base::Address addressOfDeletion(const ObjectRef &object);

    base::Address address() const override;
    QString title() const override;
    QString command() const override;
    bool isSettled() const override;
    void showAgain(const base::Address &address) override;
    text::Value state() const override;
    void restore(const text::Value &state) override;
    WhatIfPane &pane() { return *m_pane; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeBasis();
    void tellStale();
    void takeHandover();
    void read(const ObjectRef &object);

    base::ClusterView &m_view;
    std::shared_ptr<rights::LiveRights> m_live;
    std::shared_ptr<rights::Viewer> m_viewer;
    std::shared_ptr<Handover> m_handover;
    base::EventLoopExecutor m_executor;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    WhatIfPane *m_pane;
    std::map<ObjectRef, std::unique_ptr<cluster::ObjectFetch>> m_reads;     ///< the last of each
};

} // namespace rbac
