#include "models/rbac/Basis.h"

#include "models/rbac/EscalationPaths.h"
#include "models/rbac/Explain.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "tests/unit/rbac/World.h"

#include <algorithm>

using namespace rbac;
using samples::World;

namespace {

/// Worlds of a size where one object is little.
Inputs large(World &world)
{
    Inputs out = world.inputs();
    for (int i = 0; i < 60; ++i) {
        auto role = std::make_shared<Role>(*world.role());
        role->ref.name += "-" + std::to_string(i);
        out.roles.push_back(role);
    }
    return out;
}

/// Some objects come, some go, some are others.
Inputs changed(World &world, Inputs inputs)
{
    auto binding = std::make_shared<Binding>(*world.binding());
    const auto same = std::ranges::find_if(inputs.bindings, [&](const auto &each) { return each->ref == binding->ref; });
    if (same == inputs.bindings.end())
        inputs.bindings.push_back(binding);
    else if (world.below(2))
        *same = binding;
    else
        inputs.bindings.erase(same);
    if (world.below(2))
        inputs.roles.erase(inputs.roles.begin() + static_cast<std::ptrdiff_t>(world.below(inputs.roles.size())));
    return inputs;
}

std::vector<Risk> partAbout(const Basis &basis, const Identity &identity)
{
    std::vector<Risk> out;
    std::ranges::copy_if(basis.risks(), std::back_inserter(out), [&](const Risk &risk) {
        const auto pod = std::ranges::find(basis.inputs.pods, risk.subject.get(), &PodUse::ref);
        const bool isTheirs = pod != basis.inputs.pods.end() && identity.ref() == ServiceAccountRef{"a", pod->serviceAccount}.ref();
        return isTheirs || risk.subject.get() == identity.ref() || (risk.subject->kind == "Group" && identity.isIn(risk.subject->name)) || (risk.subject->kind == "User" && risk.subject->name == identity.user);
    });
    return out;
}

} // namespace

/// What questions are answered from, made of what it was before, and the findings about somebody.
class BasisTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBasisTakenOverAnswersAsANewOne()
    {
        for (unsigned seed = 0; seed < 40; ++seed) {
            World world(seed);
            auto basis = std::make_unique<const Basis>(large(world));
            for (int change = 0; change < 20; ++change) {
                basis = std::make_unique<const Basis>(changed(world, basis->inputs), *basis);
                const Basis fresh(basis->inputs);
                for (const std::string &user : World::people()) {
                    const Identity identity = Identity::authenticated(user, {"dev"});
                    QVERIFY(rightsOf(basis->evaluator, identity) == rightsOf(fresh.evaluator, identity));
                }
                QVERIFY(basis->risks() == fresh.risks());
            }
        }
    }

    void itMayBeTakenOverAnyNumberOfTimes()
    {
        World world(1);
        auto basis = std::make_unique<const Basis>(large(world));
        for (int change = 0; change < 450; ++change)
            basis = std::make_unique<const Basis>(changed(world, large(world)), *basis);
        QVERIFY(basis->risks() == Basis(basis->inputs).risks());
    }

    void theFindingsAboutSomebodyArePartOfAll()
    {
        std::size_t findings = 0;
        for (unsigned seed = 0; seed < 300; ++seed) {
            World world(seed);
            Inputs inputs = world.inputs();
            for (std::size_t i = 0; i < world.below(5); ++i)
                inputs.pods.push_back({{"Pod", "a", "p" + std::to_string(i)}, world.below(2) ? "ci" : "other", "n1", "Running", world.below(2) ? "DaemonSet" : "", {}, {}});
            const Basis basis(std::move(inputs));
            for (const Identity &identity : {Identity::ofServiceAccount({"a", "ci"}), Identity::authenticated("ann", {"dev"}), Identity::ofSubject({"Group", {}, "dev"})}) {
                const auto about = risksAbout(basis.evaluator, basis.inputs, {identity});
                QVERIFY(about == partAbout(basis, identity));
                findings += about.size();
            }
        }
        QVERIFY(findings > 500);
    }

    void aSearchWithinBoundsSaysWhenItIsNotWhole()
    {
        std::string yaml = samples::role("ClusterRole", "/maker", "{verbs: [create], apiGroups: [''], resources: [pods]}");
        yaml += samples::binding("/make", "ClusterRole/maker", samples::user("ann"));
        Inputs inputs = samples::inputs(yaml);
        for (int i = 0; i < 50; ++i)
            inputs.serviceAccounts.push_back(std::make_shared<ServiceAccount>(ServiceAccount{{"a", "account-" + std::to_string(i)}, {}, {}, {}, {}, {}}));
        const AccessEvaluator evaluator(inputs);
        const Identity ann{"ann", {}, {}};
        const auto whole = searchEscalations(evaluator, inputs, ann, {EscalationTarget::Kind::ClusterAdmin, {}}, {}, {});
        QVERIFY(whole.isWhole && whole.paths.empty());
        QVERIFY(!searchEscalations(evaluator, inputs, ann, {EscalationTarget::Kind::ClusterAdmin, {}}, {10, 20, 1000}, {}).isWhole);
        const auto node = searchEscalations(evaluator, inputs, ann, {EscalationTarget::Kind::Node, {}}, {}, {});
        QVERIFY(node.isWhole && node.paths.front().cut.size() == 1);
    }
};

QTEST_APPLESS_MAIN(BasisTest)
#include "BasisTest.moc"
