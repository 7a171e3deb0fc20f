#pragma once

#include "models/base/Executor.h"
#include "models/rbac/KubectlSteps.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rights {

/// What drafts come to, on what was known when it was worked out. Immutable.
struct DraftResult
{
    std::shared_ptr<const rbac::Basis> basis;
    std::vector<rbac::Draft> drafts;
    bool hasWriter = false;                 ///< somebody is known who would apply it
    rbac::DraftEffect effect;
    std::vector<rbac::KubectlStep> steps;
    std::string yaml;
};

/// Works out what drafts come to while somebody types, aside: first who gains and loses what, then the risks. The newest drafts win; of each
/// step one runs at a time. GUI thread.
class DraftWork final : public QObject
{
    Q_OBJECT

public:
    /// How long a person rests between two keys at least.
    static constexpr std::chrono::milliseconds Rest{120};

    /// The consumer, the GUI thread's, outlives it.
    explicit DraftWork(base::Executor &consumer) : m_consumer(consumer) { }

    /// Null: nothing is known yet, and nothing is worked out.
    void setBasis(std::shared_ptr<const rbac::Basis> basis);
    void setWriter(std::optional<rbac::Identity> writer);
    /// After a rest.
    void setDrafts(std::vector<rbac::Draft> drafts);

    /// Null until it was worked out for the first time.
    const std::shared_ptr<const DraftResult> &result() const { return m_result; }
    /// The same for the risks; stays while newer ones are looked for.
    const std::shared_ptr<const rbac::RiskChanges> &risks() const { return m_risks; }
    /// Whether both are of the newest drafts.
    bool isSettled() const { return m_result && !m_isOther && !m_rest.isRunning() && !m_work.isRunning() && m_risksOf == m_result; }

Q_SIGNALS:
    void resultChanged();
    void risksChanged();

private:
    void workSoon(std::chrono::milliseconds rest);
    void work();
    void take(std::shared_ptr<const DraftResult> result);
    void lookForRisks();

    base::Executor &m_consumer;
    std::shared_ptr<const rbac::Basis> m_basis;
    std::vector<rbac::Draft> m_drafts;
    std::optional<rbac::Identity> m_writer;
    bool m_isOther = false;                                 ///< than what is being worked out
    std::shared_ptr<const DraftResult> m_result;
    std::shared_ptr<const rbac::RiskChanges> m_risks;
    std::shared_ptr<const DraftResult> m_risksOf;           ///< what they belong to
    base::Job m_rest;
    base::Job m_work;
    base::Job m_riskWork;
};

} // namespace rights
