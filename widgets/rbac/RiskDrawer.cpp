#include "widgets/rbac/RiskDrawer.h"

#include "models/platform/Aside.h"
#include "widgets/rbac/RiskPane.h"
#include "widgets/rbac/RiskTexts.h"

#include <utility>

namespace rbac {

/// First its own way, then those on, which may take long.
void RiskDrawer::draw(std::shared_ptr<const Basis> basis, const std::optional<Risk> &risk)
{
    if (risk == m_risk && basis == m_basis)
        return;
    m_risk = risk;
    m_basis = std::move(basis);
    m_paths.cancel();
    m_drawing.cancel();
    if (!risk)
        return m_pane.showNothing();
    m_drawing = platform::runAside(m_executor, [this, from = m_basis, one = *risk, words = riskWords()](std::stop_token) -> base::Task {
        return [this, way = wayOf(*from, one, words)] { takeWay(way); };
    });
}

void RiskDrawer::takeWay(RiskWay way)
{
    m_pane.show(m_basis, *m_risk, std::move(way));
    m_paths = platform::runAside(m_executor, [this, from = m_basis, risk = *m_risk, words = riskWords()](std::stop_token stopped) -> base::Task {
        return [this, ways = escalationsOf(*from, risk, words, stopped)] { m_pane.showEscalations(ways); };
    });
}

} // namespace rbac
