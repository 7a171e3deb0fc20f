#include "models/rbac/Covers.h"
#include "models/rbac/Decision.h"
#include "models/rbac/Explain.h"
#include "models/rbac/Fix.h"
#include "models/rbac/NearMiss.h"
#include "models/rbac/PermissionMatrix.h"
#include "models/rbac/RightHolders.h"
#include "models/rbac/Risks.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace rbac;

namespace {

using Words = std::vector<std::string>;

const Words verbs = {"get", "list", "create", "*", "bind"};
const Words groups = {"", "apps", "*"};
const Words resources = {"pods", "pods/log", "*", "*/log", "secrets", "pods/*", "nodes"};
const Words names = {"x", "z", ""};
const Words namespaces = {"a", "b"};
const Words people = {"ann", "bob", "system:serviceaccount:a:ci"};
const Words memberships = {"dev", "system:authenticated", "system:serviceaccounts:a"};

/// A small world by chance, in which names meet often.
class World
{
public:
    explicit World(unsigned seed) : m_chance(seed) { }

    std::size_t below(std::size_t count) { return m_chance() % count; }
    const std::string &one(const Words &words) { return words[below(words.size())]; }
    Words some(const Words &words)
    {
        Words out;
        for (std::size_t i = 0; i <= below(2); ++i)
            out.push_back(one(words));
        return out;
    }

    PolicyRule rule()
    {
        if (below(6) == 0)
            return {some(verbs), {}, {}, {}, {below(2) ? "/metrics" : "/me*"}};
        return {some(verbs), some(groups), some(resources), below(4) ? Words() : some(names), {}};
    }

    std::shared_ptr<const Role> role()
    {
        auto out = std::make_shared<Role>();
        const bool isWide = below(2) == 0;
        out->ref = {isWide ? "ClusterRole" : "Role", isWide ? std::string() : one(namespaces), "r" + std::to_string(below(5))};
        for (std::size_t i = 0; i < below(4); ++i)
            out->rules.push_back(rule());
        return out;
    }

    std::shared_ptr<const Binding> binding()
    {
        auto out = std::make_shared<Binding>();
        const bool isWide = below(3) == 0;
        out->ref = {isWide ? "ClusterRoleBinding" : "RoleBinding", isWide ? std::string() : one(namespaces), "b" + std::to_string(below(9))};
        out->roleRef = {"rbac.authorization.k8s.io", below(2) ? "ClusterRole" : "Role", "r" + std::to_string(below(6))};
        for (std::size_t i = 0; i < below(3); ++i)
            out->subjects.push_back(subject());
        return out;
    }

    Subject subject()
    {
        switch (below(3)) {
        case 0:
            return {"User", {}, {}, one(people)};
        case 1:
            return {"Group", {}, {}, one(memberships)};
        default:
            return {"ServiceAccount", {}, below(2) ? std::string() : one(namespaces), "ci"};
        }
    }

    Inputs inputs()
    {
        Inputs out;
        for (int i = 0; i < 8; ++i)
            addNew(out.roles, role());
        for (int i = 0; i < 10; ++i)
            addNew(out.bindings, binding());
        return out;
    }

    Identity identity()
    {
        const std::string &who = one(people);
        return below(2) ? Identity::authenticated(who, {}) : Identity{who, {one(memberships)}, {}};
    }

    Request request()
    {
        if (below(6) == 0)
            return {one(verbs), {}, {}, {}, {}, {}, "/metrics"};
        return {one(verbs), below(2) ? "" : "apps", below(2) ? "pods" : "secrets", below(3) ? "" : "log", one(names), below(4) ? one(namespaces) : std::string(), {}};
    }

    template<typename Object>
    void shuffle(std::vector<Object> &objects) { std::ranges::shuffle(objects, m_chance); }

private:
    template<typename Object>
    static void addNew(std::vector<std::shared_ptr<const Object>> &objects, std::shared_ptr<const Object> made)
    {
        if (std::ranges::none_of(objects, [&](const auto &other) { return other->ref == made->ref; }))
            objects.push_back(std::move(made));
    }

    std::mt19937 m_chance;
};

/// The server's own loops, without any index (kubernetes pkg/registry/rbac/validation/rule.go).
bool allowsByLoops(const Inputs &inputs, const Identity &identity, const Request &request)
{
    for (const auto &binding : inputs.bindings) {
        const bool counts = binding->isClusterBinding() || (!request.isUrl() && !request.namespaceName.empty() && binding->ref.namespaceName == request.namespaceName);
        const bool isMeant = std::ranges::any_of(binding->subjects, [&](const Subject &subject) {
            if (subject.kind == "User")
                return subject.name == identity.user;
            if (subject.kind == "Group")
                return identity.isIn(subject.name);
            const std::string place = subject.namespaceName.empty() ? binding->ref.namespaceName : subject.namespaceName;
            return !place.empty() && identity.user == "system:serviceaccount:" + place + ":" + subject.name;
        });
        const auto target = binding->target();
        if (!counts || !isMeant || !target)
            continue;
        for (const auto &role : inputs.roles) {
            if (role->ref == *target && std::ranges::any_of(role->rules, [&](const PolicyRule &rule) { return ruleAllows(rule, request); }))
                return true;
        }
    }
    return false;
}

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

/// What must hold in every world.
class AccessPropertiesTest : public QObject
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
    void theIndexSaysWhatTheLoopsSay()
    {
        int allowed = 0;
        for (unsigned seed = 1; seed <= Worlds; ++seed) {
            World world(seed);
            const Inputs inputs = world.inputs();
            const AccessEvaluator evaluator(inputs);
            for (int i = 0; i < 40; ++i) {
                const Identity who = world.identity();
                const Request asked = world.request();
                const bool expected = allowsByLoops(inputs, who, asked);
                allowed += expected;
                QVERIFY2(evaluator.allows(who, asked) == expected, qPrintable(QString::number(seed)));
            }
        }
        QVERIFY2(allowed > 400, qPrintable(QString::number(allowed)));
    }

    void theOrderOfObjectsNeverMatters()
    {
        for (unsigned seed = 1; seed <= Worlds; ++seed) {
            World world(seed);
            const Inputs inputs = world.inputs();
            Inputs other = inputs;
            world.shuffle(other.roles);
            world.shuffle(other.bindings);
            const AccessEvaluator one(inputs);
            const AccessEvaluator two(other);
            const Identity who = world.identity();
            QVERIFY(rightsOf(one, who) == rightsOf(two, who));
            QVERIFY(findRisks(one, inputs) == findRisks(two, other));
            const Request asked = world.request();
            QCOMPARE(one.allGrants(who, asked).size(), two.allGrants(who, asked).size());
            const auto first = nearMisses(one, who, asked);
            const auto second = nearMisses(two, who, asked);
            QVERIFY(std::ranges::equal(first, second, [](const NearMiss &left, const NearMiss &right) { return left.binding == right.binding && left.message == right.message; }));
        }
    }

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

    void addingARuleNeverRemovesAPermission()
    {
        for (unsigned seed = 1; seed <= Worlds; ++seed) {
            World world(seed);
            const Inputs inputs = world.inputs();
            const AccessEvaluator before(inputs);
            AccessEvaluator after = before;
            auto changed = std::make_shared<Role>(*inputs.roles[world.below(inputs.roles.size())]);
            changed->rules.insert(changed->rules.begin() + static_cast<std::ptrdiff_t>(world.below(changed->rules.size() + 1)), world.rule());
            after.set(std::shared_ptr<const Role>(changed));
            for (int i = 0; i < 30; ++i) {
                const Identity who = world.identity();
                const Request asked = world.request();
                QVERIFY(!before.allows(who, asked) || after.allows(who, asked));
            }
        }
    }

    void everyPathAllowsAndWithoutTheCarrierNothingDoes()
    {
        for (unsigned seed = 1; seed <= Worlds; ++seed) {
            World world(seed);
            const Inputs inputs = world.inputs();
            const AccessEvaluator evaluator(inputs);
            for (int i = 0; i < 20; ++i) {
                const Identity who = world.identity();
                const Request asked = world.request();
                const auto grants = evaluator.allGrants(who, asked);
                for (const Grant &grant : grants) {
                    AccessEvaluator alone;
                    alone.set(grant.role);
                    alone.set(grant.binding);
                    QVERIFY(alone.allows(who, asked) && ruleAllows(grant.policyRule(), asked));
                    AccessEvaluator without = evaluator;
                    without.removeBinding(grant.binding->ref);
                    const auto carrier = carrierOf(grants);
                    QCOMPARE(without.allows(who, asked), carrier != grant.binding->ref);
                }
            }
        }
    }

    void everyFixAllowsAndGivesNothingElse()
    {
        int fixes = 0;
        for (unsigned seed = 1; seed <= Worlds; ++seed) {
            World world(seed);
            const Inputs inputs = world.inputs();
            const AccessEvaluator evaluator(inputs);
            const Identity who = world.identity();
            const Request asked = world.request();
            for (const Fix &fix : fixesFor(evaluator, inputs, who, asked, std::nullopt)) {
                ++fixes;
                AccessEvaluator after = evaluator;
                applyChanges(inputs, fix.whatIf.after, after);
                QVERIFY(after.allows(who, asked) && fix.whatIf.lost.empty());
                for (const RightChange &gain : fix.whatIf.gained) {
                    const std::string thing = gain.right.subresource.empty() ? gain.right.resource : gain.right.resource + '/' + gain.right.subresource;
                    QVERIFY(asked.isUrl() ? gain.right.url == asked.url : thing == asked.combinedResource() && gain.right.apiGroup == asked.apiGroup);
                }
            }
        }
        QVERIFY(fixes > 300);
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
            const auto added = [&](const Fix &fix) { return risksOnlyIn(findRisks(AccessEvaluator(fix.whatIf.after), fix.whatIf.after), before); };
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

    void theMatrixSaysWhatSingleDecisionsSay()
    {
        for (unsigned seed = 1; seed <= 100; ++seed) {
            World world(seed);
            const AccessEvaluator evaluator(world.inputs());
            std::vector<Request> permissions;
            for (int i = 0; i < 70; ++i)
                permissions.push_back(world.request());
            std::vector<Identity> identities;
            for (const std::string &name : people)
                identities.push_back(Identity::authenticated(name, {}));
            std::map<std::pair<std::size_t, std::string>, std::vector<std::uint64_t>> sets;
            PermissionMatrix(evaluator, permissions).visit(identities, [&](std::size_t who, std::string_view place, PermissionMatrix::Words words) {
                std::vector<std::uint64_t> &set = sets[{who, std::string(place)}];
                set.resize(words.size());
                for (std::size_t i = 0; i < words.size(); ++i)
                    set[i] |= words[i];
            });
            for (std::size_t who = 0; who < identities.size(); ++who) {
                for (std::size_t i = 0; i < permissions.size(); ++i) {
                    const auto has = [&](const std::string &place) {
                        const auto found = sets.find({who, place});
                        return found != sets.end() && (found->second[i / 64] >> (i % 64) & 1) != 0;
                    };
                    const bool isLocal = !permissions[i].isUrl() && !permissions[i].namespaceName.empty();
                    QCOMPARE(has("") || (isLocal && has(permissions[i].namespaceName)), evaluator.allows(identities[who], permissions[i]));
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(AccessPropertiesTest)
#include "AccessPropertiesTest.moc"
