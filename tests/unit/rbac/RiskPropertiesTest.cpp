#include "models/rbac/Fix.h"
#include "models/rbac/RightHolders.h"
#include "models/rbac/Risks.h"
#include "tests/unit/rbac/World.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace rbac;
using samples::World;

namespace {

/// The table of risks without any index: each alternative for each name in each place, by single rules.
class RisksByLoops
{
public:
    explicit RisksByLoops(const Inputs &inputs) : m_inputs(inputs), m_evaluator(inputs) { }

    std::set<Risk> all() const
    {
        std::set<Risk> out;
        for (const ObjectRef &subject : RightHolders(m_evaluator).subjects()) {
            for (const std::string &place : {std::string(), std::string("a"), std::string("b")}) {
                for (const RiskTable::Alternative &alternative : RiskTable::instance().alternatives())
                    addAlternative(alternative, subject, place, out);
            }
        }
        return out;
    }

private:
    struct Holding
    {
        std::shared_ptr<const Binding> binding;
        std::shared_ptr<const Role> role;
        bool isDirect;
    };

    std::vector<Holding> holdingsOf(const ObjectRef &subject, const std::string &place) const
    {
        std::vector<Holding> out;
        m_evaluator.visit(Identity::ofSubject(subject), place, [&](const auto &binding, std::size_t index, const auto &role) {
            if (role)
                out.push_back({binding, role, subjectRef(binding->subjects[index], *binding) == subject});
            return true;
        });
        return out;
    }

    /// -1 when no rule of the role gives it.
    static int ruleOf(const Holding &holding, std::size_t term)
    {
        const std::string &about = RiskTable::instance().terms()[term].namespaceName();
        if (!about.empty() && !holding.binding->ref.namespaceName.empty() && about != holding.binding->ref.namespaceName)
            return -1;
        for (std::size_t rule = 0; rule < holding.role->rules.size(); ++rule) {
            const auto given = RiskTable::instance().termsOf(holding.role->rules[rule]);
            if ((holding.binding->isClusterBinding() ? given.clusterWide : given.inNamespace).test(term))
                return static_cast<int>(rule);
        }
        return -1;
    }

    void addAlternative(const RiskTable::Alternative &alternative, const ObjectRef &subject, const std::string &place, std::set<Risk> &out) const
    {
        const RiskRule &risk = riskRules()[alternative.risk];
        const auto holdings = holdingsOf(subject, place);
        const auto isHeld = [&](std::size_t term) { return std::ranges::any_of(holdings, [&](const Holding &holding) { return ruleOf(holding, term) >= 0; }); };
        const auto isOwn = [&](const Holding &holding, std::size_t term) { return holding.isDirect && holding.binding->ref.namespaceName == place && ruleOf(holding, term) >= 0; };
        const bool isScoped = risk.scope == RiskScope::Anywhere || (risk.scope == RiskScope::ClusterOnly) == place.empty();
        if (!isScoped || alternative.beforeMinor != 0 || !std::ranges::all_of(alternative.needed, isHeld) || std::ranges::any_of(alternative.excluded, isHeld))
            return;
        const auto leading = std::ranges::find_if(alternative.needed, [&](std::size_t term) { return std::ranges::any_of(holdings, [&](const Holding &holding) { return isOwn(holding, term); }); });
        if (leading == alternative.needed.end())
            return;
        const bool isLowered = !place.empty() && risk.scope != RiskScope::NamespaceOnly && risk.severity != Severity::Info;
        for (const Holding &holding : holdings) {
            if (isOwn(holding, *leading))
                out.insert({risk.id, isLowered ? static_cast<Severity>(static_cast<int>(risk.severity) + 1) : risk.severity, subject, place, holding.binding->ref, holding.role->ref,
                            static_cast<std::size_t>(ruleOf(holding, *leading))});
        }
    }

    const Inputs &m_inputs;
    AccessEvaluator m_evaluator;
};

} // namespace

/// What must hold for the risks of every world.
class RiskPropertiesTest : public QObject
{
    Q_OBJECT

    static constexpr unsigned Worlds = 300;

    static Severity worstOf(const std::vector<Risk> &risks)
    {
        Severity out = Severity::Info;
        for (const Risk &risk : risks)
            out = std::min(out, risk.severity);
        return out;
    }

private Q_SLOTS:
    void theRisksOfTheTableAreThoseTheLoopsFind()
    {
        std::size_t found = 0;
        for (unsigned seed = 1; seed <= Worlds; ++seed) {
            World world(seed);
            const Inputs inputs = world.inputs();
            const std::set<Risk> expected = RisksByLoops(inputs).all();
            std::set<std::string_view> ids;
            for (const RiskTable::Alternative &alternative : RiskTable::instance().alternatives())
                ids.insert(riskRules()[alternative.risk].id);
            std::set<Risk> risks;
            for (const Risk &risk : findRisks(AccessEvaluator(inputs), inputs)) {
                const bool isByCode = !ids.contains(risk.id) || (risk.id == "R62" && risk.binding.isEmpty());
                if (!isByCode)
                    risks.insert(risk);
            }
            QVERIFY2(risks == expected, qPrintable(QString::number(seed)));
            found += risks.size();
        }
        QVERIFY2(found > 1'000, qPrintable(QString::number(found)));
    }

    /// The measure is the fix that adds one new role and binding just where the request is.
    void noFixBringsAHigherRiskThanTheRightItselfDoes()
    {
        int risky = 0;
        for (unsigned seed = 1; seed <= Worlds; ++seed) {
            World world(seed);
            const Inputs inputs = world.inputs();
            const AccessEvaluator evaluator(inputs);
            const Identity who = world.identity();
            const Request asked = world.request();
            const auto before = findRisks(evaluator, inputs);
            const auto added = [&](const Fix &fix) {
                const AccessEvaluator then(fix.whatIf.after);
                return risksOnlyIn({findRisks(then, fix.whatIf.after), then}, {before, evaluator});
            };
            const auto fixes = fixesFor(evaluator, inputs, who, asked, std::nullopt);
            const bool isLocal = !asked.isUrl() && !asked.namespaceName.empty();
            const auto plain = std::ranges::find(fixes, isLocal ? FixKind::RoleAndBinding : FixKind::ClusterBinding, &Fix::kind);
            if (plain == fixes.end())
                continue;
            const Severity worst = worstOf(added(*plain));
            for (const Fix &fix : fixes) {
                const auto risks = added(fix);
                // An account may also be named as a user (S30).
                const auto isHis = [&](const Risk &risk) { return Identity::ofSubject(risk.subject).user == who.user || risk.subject->kind == "Namespace"; };
                const auto other = std::ranges::find_if_not(risks, isHis);
                QVERIFY2(other == risks.end(), qPrintable(QString::number(seed) + QString::fromStdString(other == risks.end() ? std::string() : std::string(other->id) + ' ' + other->subject.text())));
                const bool isWider = isLocal && fix.kind == FixKind::ClusterBinding;
                QVERIFY2(isWider || worstOf(risks) >= worst, qPrintable(QString::number(seed)));
                QVERIFY(!isWider || fix.yaml.starts_with("# Warning"));
                risky += risks.empty() ? 0 : 1;
            }
        }
        QVERIFY2(risky > 100, qPrintable(QString::number(risky)));
    }
};

QTEST_APPLESS_MAIN(RiskPropertiesTest)
#include "RiskPropertiesTest.moc"
