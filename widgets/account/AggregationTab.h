#pragma once

#include "models/rbac/Objects.h"
#include "widgets/account/BasisTab.h"

namespace account {

/// How a ClusterRole is put together by labels, and what its stored rules will become.
class AggregationTab final : public BasisTab
{
    Q_OBJECT

public:
    AggregationTab(std::shared_ptr<rights::LiveRights> live, detail::Surroundings surroundings, rbac::ObjectRef role, QWidget *parent = nullptr);

    QString command() const override;

protected:
    std::function<detail::Summary()> telling(std::shared_ptr<const rbac::Basis> basis) override;

private:
    rbac::ObjectRef m_role;
};

} // namespace account
