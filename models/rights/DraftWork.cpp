#include "models/rights/DraftWork.h"

#include "models/platform/Aside.h"

namespace rights {

namespace {

/// Of a large cluster it takes long to free, whoever lets go of it last.
std::shared_ptr<const DraftResult> resultOf(std::shared_ptr<const rbac::Basis> basis, std::vector<rbac::Draft> drafts, const std::optional<rbac::Identity> &writer)
{
    auto *result = new DraftResult{std::move(basis), std::move(drafts), writer.has_value(), {}, {}, {}};
    std::shared_ptr<const DraftResult> out(result, [](const DraftResult *last) { platform::runAside([last] { delete last; }); });
    result->effect = rbac::effectOf(*result->basis, result->drafts, writer);
    result->steps = rbac::kubectlSteps(*result->basis, result->effect);
    result->yaml = rbac::yamlOf(result->effect);
    return out;
}

} // namespace

void DraftWork::setBasis(std::shared_ptr<const rbac::Basis> basis)
{
    if (basis == m_basis)
        return;
    m_basis = std::move(basis);
    workSoon(std::chrono::milliseconds(0));
}

void DraftWork::setWriter(std::optional<rbac::Identity> writer)
{
    if (writer == m_writer)
        return;
    m_writer = std::move(writer);
    workSoon(std::chrono::milliseconds(0));
}

void DraftWork::setDrafts(std::vector<rbac::Draft> drafts)
{
    m_drafts = std::move(drafts);
    workSoon(Rest);
}

/// Each key begins the rest anew.
void DraftWork::workSoon(std::chrono::milliseconds rest)
{
    m_isOther = true;
    m_rest = m_consumer.after(rest, [this] { work(); });
}

void DraftWork::work()
{
    if (!m_basis || !m_isOther || m_work.isRunning())
        return;
    m_isOther = false;
    m_work = platform::runAside(m_consumer, [this, basis = m_basis, drafts = m_drafts, writer = m_writer](std::stop_token) mutable -> base::Task {
        return [this, result = resultOf(std::move(basis), std::move(drafts), writer)] { take(result); };
    });
}

void DraftWork::take(std::shared_ptr<const DraftResult> result)
{
    m_result = std::move(result);
    Q_EMIT resultChanged();
    lookForRisks();
    if (m_isOther && !m_rest.isRunning())
        work();
}

void DraftWork::lookForRisks()
{
    if (m_riskWork.isRunning() || m_risksOf == m_result)
        return;
    m_riskWork = platform::runAside(m_consumer, [this, result = m_result](std::stop_token) -> base::Task {
        auto risks = std::make_shared<const rbac::RiskChanges>(rbac::riskChanges(*result->basis, result->effect));
        return [this, result, risks = std::move(risks)] {
            m_risks = risks;
            m_risksOf = result;
            Q_EMIT risksChanged();
            lookForRisks();
        };
    });
}

} // namespace rights
