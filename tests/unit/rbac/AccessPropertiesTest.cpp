#include "models/rbac/Decision.h"
#include "models/rbac/Explain.h"
#include "models/rbac/Fix.h"
#include "models/rbac/NearMiss.h"
#include "models/rbac/PermissionMatrix.h"
#include "models/rbac/Risks.h"
#include "models/rbac/Unused.h"
#include "tests/unit/rbac/World.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace rbac;
using samples::World;

namespace {

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

} // namespace

/// What must hold in every world.
class AccessPropertiesTest : public QObject
{
    Q_OBJECT

    static constexpr unsigned Worlds = 300;

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
            QVERIFY(findUnused(one, inputs) == findUnused(two, other));
            const Request asked = world.request();
            QCOMPARE(one.allGrants(who, asked).size(), two.allGrants(who, asked).size());
            const auto first = nearMisses(one, who, asked);
            const auto second = nearMisses(two, who, asked);
            QVERIFY(std::ranges::equal(first, second, [](const NearMiss &left, const NearMiss &right) { return left.binding == right.binding && left.message == right.message; }));
        }
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
                    // A binding that is extended may be about reading in one word more.
                    const bool isReading = fix.kind == FixKind::ExtendBinding && (gain.right.verb == "get" || gain.right.verb == "list");
                    QVERIFY(gain.right.verb == asked.verb || isReading);
                    const std::string thing = gain.right.subresource.empty() ? gain.right.resource : gain.right.resource + '/' + gain.right.subresource;
                    QVERIFY(asked.isUrl() ? gain.right.url == asked.url : thing == asked.combinedResource() && gain.right.apiGroup == asked.apiGroup);
                }
            }
        }
        QVERIFY(fixes > 300);
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
            for (const std::string &name : World::people())
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
