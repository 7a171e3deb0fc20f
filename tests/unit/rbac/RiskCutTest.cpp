#include "models/rbac/RiskCut.h"

#include "models/rbac/RightHolders.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "tests/unit/rbac/World.h"

#include <algorithm>
#include <bit>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;

namespace {

using Refs = std::vector<ObjectRef>;

Inputs without(const Inputs &inputs, const Refs &bindings)
{
    Inputs out = inputs;
    std::erase_if(out.bindings, [&](const auto &binding) { return std::ranges::find(bindings, binding->ref) != bindings.end(); });
    return out;
}

bool isSameFinding(const Risk &left, const Risk &right)
{
    return left.id == right.id && left.subject == right.subject && left.namespaceName == right.namespaceName;
}

/// Whether the subject has what the risk needs there, in any way.
bool hasRisk(const Inputs &inputs, const Risk &risk)
{
    const AccessEvaluator evaluator(inputs);
    const RightHolders holders(evaluator);
    const RiskTable::Terms terms = holders.termsOf(Identity::ofSubject(risk.subject)).allIn(risk.namespaceName);
    return std::ranges::any_of(RiskTable::instance().alternatives(), [&](const RiskTable::Alternative &alternative) {
        return riskRules()[alternative.risk].id == risk.id && alternative.countsFor(inputs.serverMinor)
            && std::ranges::all_of(alternative.needed, [&](std::size_t term) { return terms.test(term); });
    });
}

/// Whether fewer bindings would do, by trying all sets of them.
bool isSmallest(const Inputs &inputs, const Risk &risk, std::size_t size)
{
    for (unsigned set = 0; set < 1U << inputs.bindings.size(); ++set) {
        Refs gone;
        for (std::size_t i = 0; i < inputs.bindings.size(); ++i)
            if (set >> i & 1U)
                gone.push_back(inputs.bindings[i]->ref);
        if (std::popcount(set) < static_cast<int>(size) && !hasRisk(without(inputs, gone), risk))
            return false;
    }
    return true;
}

Refs cutFor(const Inputs &inputs, std::string_view id, std::string_view subject)
{
    const AccessEvaluator evaluator(inputs);
    for (const Risk &risk : findRisks(evaluator, inputs))
        if (risk.id == id && risk.subject.text() == subject)
            return cutOfRisk(evaluator, inputs, risk);
    return {};
}

constexpr const char *makesPods = "{verbs: [create], apiGroups: [''], resources: [pods]}";

} // namespace

/// The fewest bindings that end a finding.
class RiskCutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOnlyBindingEndsIt()
    {
        const Inputs inputs = samples::inputs(role("Role", "kube-system/maker", makesPods) + binding("kube-system/make", "Role/maker", account("shop", "front")));
        QCOMPARE(cutFor(inputs, "R24", "ServiceAccount/shop/front"), (Refs{{"RoleBinding", "kube-system", "make"}}));
    }

    void whatComesByAGroupCountsToo()
    {
        const Inputs inputs = samples::inputs(role("ClusterRole", "/maker", makesPods) + binding("a/make", "ClusterRole/maker", account("shop", "front"))
                                              + binding("/all-make", "ClusterRole/maker", samples::group("system:serviceaccounts")));
        QCOMPARE(cutFor(inputs, "R24", "ServiceAccount/shop/front"), (Refs{{"ClusterRoleBinding", {}, "all-make"}, {"RoleBinding", "a", "make"}}));
    }

    void ofAConjunctionTheRarerHalfGoes()
    {
        const std::string reads = "{verbs: [get], apiGroups: [''], resources: [secrets]}", makes = "{verbs: [create], apiGroups: [''], resources: [secrets]}";
        const Inputs inputs = samples::inputs(role("ClusterRole", "/reads", reads) + role("ClusterRole", "/makes", makes) + binding("/one", "ClusterRole/reads", account("a", "x"))
                                              + binding("/two", "ClusterRole/reads", account("a", "x")) + binding("/make", "ClusterRole/makes", account("a", "x")));
        QCOMPARE(cutFor(inputs, "R10", "ServiceAccount/a/x"), (Refs{{"ClusterRoleBinding", {}, "make"}}));
    }

    void aBindingThatLeadsNowhereEndsItself()
    {
        const Inputs inputs = samples::inputs(binding("a/lost", "Role/gone", account("a", "x")));
        QCOMPARE(cutFor(inputs, "R63", "ServiceAccount/a/x"), (Refs{{"RoleBinding", "a", "lost"}}));
    }

    void nothingEndsWhatTheMastersMay()
    {
        const Inputs inputs = samples::inputs(role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}") + binding("/root", "ClusterRole/all", samples::group("system:masters") + ", " + samples::user("ann")));
        QCOMPARE(cutFor(inputs, "R01", "Group/system:masters"), Refs());
        QCOMPARE(cutFor(inputs, "R01", "User/ann"), (Refs{{"ClusterRoleBinding", {}, "root"}}));
    }

    void noFewerBindingsEndAnyFindingOfSmallWorlds()
    {
        std::size_t findings = 0;
        for (unsigned seed = 0; seed < 60; ++seed) {
            const Inputs inputs = samples::World(seed).inputs();
            const AccessEvaluator evaluator(inputs);
            std::optional<Risk> last;
            for (const Risk &risk : findRisks(evaluator, inputs)) {
                if (riskRule(risk.id).words.empty() || !isSomebody(risk.subject) || (last && isSameFinding(*last, risk)))
                    continue;
                last = risk;
                const Refs cut = cutOfRisk(evaluator, inputs, risk);
                const Inputs left = without(inputs, cut);
                const auto after = findRisks(AccessEvaluator(left), left);
                QVERIFY(std::ranges::none_of(after, [&](const Risk &other) { return isSameFinding(other, risk); }));
                if (findings++ % 40 == 0)
                    QVERIFY(isSmallest(inputs, risk, cut.size()));
            }
        }
        QVERIFY(findings > 300);
    }
};

QTEST_APPLESS_MAIN(RiskCutTest)
#include "RiskCutTest.moc"
