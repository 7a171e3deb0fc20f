#include "models/rbac/RiskPicture.h"

#include "models/kube/BuiltinCatalog.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;

namespace {

/// An account that makes pods where a powerful account is.
Basis sample()
{
    Inputs inputs = samples::inputs(role("Role", "kube-system/maker", "{verbs: [create], apiGroups: [''], resources: [pods]}") + role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
                                    + binding("kube-system/make", "Role/maker", account("shop", "front")) + binding("/root", "ClusterRole/all", account("kube-system", "boss")));
    inputs.catalog = kube::builtinCatalog();
    inputs.serviceAccounts.push_back(std::make_shared<ServiceAccount>(ServiceAccount{{"kube-system", "boss"}, {}, {}, {}, {}, {}}));
    return Basis(std::move(inputs));
}

Risk riskIn(const Basis &basis, std::string_view id, std::string_view subject)
{
    for (const Risk &risk : basis.risks())
        if (risk.id == id && risk.subject.text() == subject)
            return risk;
    qFatal("no such finding");
}

const graph::Box *box(const RiskWay &way, std::string_view id)
{
    const auto found = std::ranges::find(way.drawing.boxes, id, &graph::Box::id);
    return found == way.drawing.boxes.end() ? nullptr : &*found;
}

bool isWhole(const RiskWay &way)
{
    const auto isPlaced = [&](const graph::Box &each) { return way.layout.find(each.id) != nullptr; };
    const auto isJoined = [&](const graph::Line &line) { return box(way, line.from) && box(way, line.to); };
    return std::ranges::all_of(way.drawing.boxes, isPlaced) && std::ranges::all_of(way.drawing.lines, isJoined);
}

} // namespace

/// How a finding and its ways on are drawn.
class RiskPictureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFindingIsDrawnFromWhoHasItToWhatComesOfIt()
    {
        const Basis basis = sample();
        const RiskWay way = wayOf(basis, riskIn(basis, "R24", "ServiceAccount/shop/front"), {});
        QVERIFY(isWhole(way));
        QCOMPARE(way.drawing.boxes.size(), std::size_t(5));
        QCOMPARE(way.drawing.lines.size(), std::size_t(4));
        QVERIFY(box(way, "ServiceAccount/shop/front")->rounded);
        QVERIFY(box(way, "RoleBinding/kube-system/make") && box(way, "Role/kube-system/maker"));
        QCOMPARE(box(way, "rule")->title, std::string("create pods"));
        QVERIFY(box(way, "effect")->marks.risk);
        QVERIFY(box(way, "effect")->caption.find("kube-system") != std::string::npos);
        QCOMPARE(way.cut, (std::vector<ObjectRef>{{"RoleBinding", "kube-system", "make"}}));
        QCOMPARE(way.objects.at("RoleBinding/kube-system/make").name, std::string("make"));
    }

    void whatCountsEverywhereIsDoubleFromTheBindingOn()
    {
        const Basis basis = sample();
        const RiskWay way = wayOf(basis, riskIn(basis, "R01", "ServiceAccount/kube-system/boss"), {});
        QVERIFY(box(way, "ClusterRoleBinding/root")->marks.clusterWide && box(way, "ClusterRole/all")->marks.clusterWide);
        QVERIFY(std::ranges::all_of(way.drawing.lines, [](const graph::Line &line) { return line.marks.clusterWide; }));
        const RiskWay narrow = wayOf(basis, riskIn(basis, "R24", "ServiceAccount/shop/front"), {});
        QVERIFY(!box(narrow, "Role/kube-system/maker")->marks.clusterWide);
    }

    void whatEverythingIncludesIsOneBoxThatCountsIt()
    {
        const Basis basis = sample();
        const RiskWay way = wayOf(basis, riskIn(basis, "R01", "ServiceAccount/kube-system/boss"), {});
        QVERIFY(isWhole(way));
        QVERIFY(way.included.size() > 20 && way.included.front() == "R04");
        QCOMPARE(box(way, "included")->title, "and " + std::to_string(way.included.size()) + " more risks");
        QVERIFY(!box(wayOf(basis, riskIn(basis, "R24", "ServiceAccount/shop/front"), {}), "included"));
    }

    void theWaysOnAreDrawnStepByStep()
    {
        const Basis basis = sample();
        const auto ways = escalationsOf(basis, riskIn(basis, "R24", "ServiceAccount/shop/front"), {}, {}).ways;
        QCOMPARE(ways.size(), std::size_t(3));      // the cluster, a node, the namespace
        const RiskWay &cluster = ways.front();
        QVERIFY(isWhole(cluster));
        QCOMPARE(cluster.target->text(), std::string("cluster-admin"));
        QVERIFY(box(cluster, "cluster-admin")->marks.risk && box(cluster, "cluster-admin")->marks.onPath);
        QVERIFY(box(cluster, "ServiceAccount/kube-system/boss"));
        QCOMPARE(cluster.paths.front().steps.size(), std::size_t(2));
        QCOMPARE(cluster.cut.size(), std::size_t(1));
        QCOMPARE(ways[1].target->text(), std::string("node"));
    }

    void whoHasEverythingIsThereAtOnce()
    {
        const Basis basis = sample();
        const auto ways = escalationsOf(basis, riskIn(basis, "R01", "ServiceAccount/kube-system/boss"), {}, {}).ways;
        QVERIFY(!ways.empty());
        QCOMPARE(ways.front().paths.front().steps.size(), std::size_t(1));
    }

    void aSearchThatIsStoppedSaysNothing()
    {
        const Basis basis = sample();
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(escalationsOf(basis, riskIn(basis, "R24", "ServiceAccount/shop/front"), {}, stopped.get_token()).ways.empty());
    }
};

QTEST_APPLESS_MAIN(RiskPictureTest)
#include "RiskPictureTest.moc"
