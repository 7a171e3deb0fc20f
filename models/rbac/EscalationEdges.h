#pragma once

#include "models/rbac/EscalationPaths.h"
#include "models/rbac/RightHolders.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace rbac {

/// The steps that can be taken from a place, worked out when somebody stands there. Places are references of identities and pods, or
/// the texts of targets.
class EscalationEdges
{
public:
    /// Both outlive it and do not change.
    EscalationEdges(const AccessEvaluator &evaluator, const Inputs &inputs);

    /// The place of an identity whose rights are to be looked at as they are given, groups included.
    std::string start(const Identity &identity);
    const std::vector<EscalationStep> &from(const std::string &place);

    /// From now on no more steps than so many are made: what lies beyond is not looked at.
    void setMost(std::size_t steps) { m_most = steps; }
    bool isWhole() const { return m_isWhole; }

private:
    struct Reach;
    void addIdentity(const std::string &place, const Identity &identity, std::vector<EscalationStep> &out);
    void addTargets(const std::string &place, std::vector<EscalationStep> &out) const;
    std::vector<EscalationStep> made(const std::string &place);

    const AccessEvaluator &m_evaluator;
    const Inputs &m_inputs;
    RightHolders m_holders;
    std::set<std::string> m_namespaces;
    std::map<std::string, std::set<std::string>> m_accounts;   ///< by namespace
    std::map<std::string, Identity> m_starts;
    std::map<std::string, std::vector<EscalationStep>> m_edges;
    std::size_t m_most = std::size_t(-1);
    std::size_t m_made = 0;
    bool m_isWhole = true;
};

} // namespace rbac
