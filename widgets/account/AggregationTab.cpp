#include "widgets/account/AggregationTab.h"

#include "models/account/AggregationSummary.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/CellView.h"

namespace account {

using base::Theme;

AggregationTab::AggregationTab(std::shared_ptr<rights::LiveRights> live, detail::Surroundings surroundings, rbac::ObjectRef role, QWidget *parent)
    : BasisTab(std::move(live), std::move(surroundings), parent), m_role(std::move(role))
{
    auto *words = new base::PlainLabel(tr("An aggregated ClusterRole is written by a controller: it copies the rules of every ClusterRole with certain labels. The server looks at the stored rules alone."), this);
    words->setWordWrap(true);
    words->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 2 * Theme::Step);
    setHead(words);
}

QString AggregationTab::command() const
{
    return QStringLiteral("kubectl get clusterrole %1 -o yaml").arg(base::shellWord(QString::fromStdString(m_role.name)));
}

std::function<detail::Summary()> AggregationTab::telling(std::shared_ptr<const rbac::Basis> basis)
{
    return [basis = std::move(basis), role = m_role] { return aggregationSummary(*basis, role); };
}

} // namespace account
