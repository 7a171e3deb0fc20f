#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/rbac/RiskPicture.h"

#include <memory>
#include <optional>

namespace rbac {

class RiskPane;

/// Works out aside how a finding is drawn and which ways lead on from it, and has the pane show both as they come.
class RiskDrawer final
{
public:
    explicit RiskDrawer(RiskPane &pane) : m_pane(pane) { }

    /// Nothing: no finding is selected. The same again changes nothing.
    void draw(std::shared_ptr<const Basis> basis, const std::optional<Risk> &risk);

private:
    void takeWay(RiskWay way);

    RiskPane &m_pane;
    std::optional<Risk> m_risk;
    std::shared_ptr<const Basis> m_basis;
    base::EventLoopExecutor m_executor;
    base::Job m_drawing;
    base::Job m_paths;
};

} // namespace rbac
