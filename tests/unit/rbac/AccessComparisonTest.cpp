#include "models/rbac/AccessComparison.h"

#include "models/kube/BuiltinCatalog.h"
#include "models/rbac/Covers.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "tests/unit/rbac/World.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;

namespace {

Basis basisOf(const std::string &yaml)
{
    Inputs inputs = samples::inputs(yaml);
    inputs.catalog = kube::builtinCatalog();
    return Basis(std::move(inputs));
}

QStringList words(const AccessComparison &comparison, Side side)
{
    QStringList out;
    for (const ComparedRight &each : comparison.rights) {
        std::string names;
        for (const std::string &name : each.right.names)
            names += ' ' + name;
        if (each.side == side)
            out << QString::fromStdString(each.right.verb + ' ' + each.right.resource + names);
    }
    return out;
}

const Identity front = Identity::ofServiceAccount({"shop", "front"}), back = Identity::ofServiceAccount({"shop", "back"});

} // namespace

/// What two identities may do, or one in two clusters.
class AccessComparisonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightsAreOnTheSideThatHasThem()
    {
        const Basis basis = basisOf(role("Role", "shop/reads", "{verbs: [get, list], apiGroups: [''], resources: [pods]}") + role("Role", "shop/gets", "{verbs: [get, watch], apiGroups: [''], resources: [pods]}")
                                    + binding("shop/one", "Role/reads", account("shop", "front")) + binding("shop/two", "Role/gets", account("shop", "back")));
        const AccessComparison comparison = compareAccess({&basis, front}, {&basis, back});
        QCOMPARE(words(comparison, Side::OnlyFirst), QStringList{QStringLiteral("list pods")});
        QCOMPARE(words(comparison, Side::OnlySecond), QStringList{QStringLiteral("watch pods")});
        QCOMPARE(words(comparison, Side::Both), QStringList{QStringLiteral("get pods")});
        QCOMPARE(comparison.rightCounts, (std::array<std::size_t, SideCount>{1, 1, 1}));
    }

    void aWiderRightIncludesANarrowerOne()
    {
        const Basis basis = basisOf(role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: [''], resources: ['*']}") + role("Role", "shop/gets", "{verbs: [get], apiGroups: [''], resources: [pods]}")
                                    + binding("/one", "ClusterRole/all", account("shop", "front")) + binding("shop/two", "Role/gets", account("shop", "back")));
        const AccessComparison comparison = compareAccess({&basis, front}, {&basis, back});
        QCOMPARE(words(comparison, Side::OnlyFirst), QStringList{QStringLiteral("* *")});
        QCOMPARE(words(comparison, Side::OnlySecond), QStringList());
    }

    void ofNamesThoseAreToldThatAreOnOneSide()
    {
        const Basis basis = basisOf(role("Role", "shop/a", "{verbs: [get], apiGroups: [''], resources: [secrets], resourceNames: [tls, key]}") + role("Role", "shop/b", "{verbs: [get], apiGroups: [''], resources: [secrets], resourceNames: [key]}")
                                    + binding("shop/one", "Role/a", account("shop", "front")) + binding("shop/two", "Role/b", account("shop", "back")));
        const AccessComparison comparison = compareAccess({&basis, front}, {&basis, back});
        QCOMPARE(words(comparison, Side::OnlyFirst), QStringList{QStringLiteral("get secrets tls")});
        QCOMPARE(words(comparison, Side::Both), QStringList{QStringLiteral("get secrets key")});
        QCOMPARE(words(comparison, Side::OnlySecond), QStringList());
    }

    void risksAreComparedAsWell()
    {
        const std::string execs = "{verbs: [create], apiGroups: [''], resources: [pods/exec]}";
        const Basis one = basisOf(role("ClusterRole", "/exec", execs) + binding("/exec", "ClusterRole/exec", account("shop", "front")));
        const Basis other = basisOf(role("Role", "shop/exec", execs) + binding("shop/exec", "Role/exec", account("shop", "front")));
        const AccessComparison comparison = compareAccess({&one, front}, {&other, front});
        QVERIFY(std::ranges::find(comparison.risks, ComparedRisk{Side::OnlyFirst, Severity::High, "R27", {}}) != comparison.risks.end());
        QVERIFY(std::ranges::find(comparison.risks, ComparedRisk{Side::OnlySecond, Severity::Medium, "R27", "shop"}) != comparison.risks.end());
        QCOMPARE(comparison.riskCounts[static_cast<std::size_t>(Side::Both)], std::size_t(0));
    }

    void swappedItTellsTheSame()
    {
        for (unsigned seed = 0; seed < 200; ++seed) {
            const Basis basis(samples::World(seed).inputs());
            const Compared ci{&basis, Identity::ofServiceAccount({"a", "ci"})}, ann{&basis, Identity::authenticated("ann", {"dev"})};
            const AccessComparison forth = compareAccess(ci, ann), back = compareAccess(ann, ci);
            QCOMPARE(words(forth, Side::OnlyFirst), words(back, Side::OnlySecond));
            QCOMPARE(words(forth, Side::OnlySecond), words(back, Side::OnlyFirst));
            QCOMPARE(words(forth, Side::Both), words(back, Side::Both));
            QCOMPARE(forth.rightCounts[static_cast<std::size_t>(Side::OnlyFirst)], uncoveredRights(rightsOf(basis.evaluator, ann.identity), bareOf(basis, ci.identity)).size());
            const AccessComparison itself = compareAccess(ci, ci);
            QCOMPARE(itself.rightCounts[static_cast<std::size_t>(Side::OnlyFirst)] + itself.riskCounts[static_cast<std::size_t>(Side::OnlySecond)], std::size_t(0));
        }
    }

private:
    static std::vector<Right> bareOf(const Basis &basis, const Identity &identity)
    {
        std::vector<Right> out;
        for (Right right : rightsOf(basis.evaluator, identity)) {
            right.subject = right.binding = right.role = {};
            right.rule = 0;
            out.push_back(std::move(right));
        }
        return sortedOnce(std::move(out));
    }
};

QTEST_APPLESS_MAIN(AccessComparisonTest)
#include "AccessComparisonTest.moc"
