#pragma once

#include "models/graph/Drawing.h"
#include "models/graph/Layout.h"
#include "models/rbac/Basis.h"
#include "models/rbac/EscalationPaths.h"
#include "models/rbac/RiskList.h"

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// The words of the drawing of a risk that are not Kubernetes' own, so that a window can say them in its language.
struct RiskWords
{
    std::string title = "How it comes to this";
    std::string identity = "Identity", binding = "Binding", role = "Role", rule = "Rule", effect = "What comes of it";
    std::string step = "Through", place = "Becomes";
    std::string ruleNumber = "rule %1";             ///< %1: from 1
    std::string everywhere = "in the whole cluster";
    std::string onlyIn = "in %1";                   ///< %1: a namespace
    std::string clusterAdmin = "everything in the cluster";
    std::string node = "a node, with all that runs on it";
    std::string namespaceAdmin = "everything in %1";    ///< %1: a namespace
    std::string runsAs = "runs as it", nodePods = "has the tokens of its pods", tokenSecret = "holds its token";
    std::vector<std::string> attacks;               ///< in the order of riskRules(); empty: in English
    std::string more = "and %1 more risks";         ///< %1: how many the same rule gives besides
    std::string sameRule = "by the same rule";
    RuleSaying saying;
};

/// One way that a risk takes, drawn, and what cuts it.
struct RiskWay
{
    std::optional<EscalationTarget> target;         ///< nothing: the finding itself
    std::vector<EscalationPath> paths;              ///< of a target, the shortest
    std::vector<ObjectRef> cut;                     ///< empty: bindings cannot cut it
    bool isOfMasters = false;                       ///< of members of system:masters, about whom the server asks no authorizer
    std::vector<std::string_view> included;         ///< ids of the risks that the finding itself includes, the gravest first
    graph::Drawing drawing;
    graph::Layout layout;
    std::map<std::string, ObjectRef, std::less<>> objects;   ///< by the id of their box
};

/// Identity, binding, role, rule and what comes of it.
RiskWay wayOf(const Basis &basis, const Risk &risk, const RiskWords &words);

struct Escalations
{
    std::vector<RiskWay> ways;
    bool isWhole = true;            ///< else more can be reached than is looked at
};

/// The ways from who has the risk on to the cluster, a node and the namespace that it is about, as far as there are any; in that order. A pure
/// function, any thread; empty when it was stopped.
Escalations escalationsOf(const Basis &basis, const Risk &risk, const RiskWords &words, std::stop_token stopped);

} // namespace rbac
