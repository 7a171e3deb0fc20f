#include "models/rbac/Through.h"

#include "models/rbac/AccessPicture.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <QTest>

#include <algorithm>

using namespace rbac;

namespace {

const std::string shop = samples::role("ClusterRole", "/edit", "{verbs: [update], apiGroups: [''], resources: [pods]}, {verbs: [get], apiGroups: [''], resources: [pods]}")
    + samples::role("ClusterRole", "/admin", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
    + samples::binding("shop/edits", "ClusterRole/edit", samples::user("jane")) + samples::binding("/rules", "ClusterRole/admin", samples::user("jane") + ", " + samples::group("devs"));

std::shared_ptr<const Basis> basisOf(const std::string &yaml)
{
    return std::make_shared<const Basis>(samples::inputs(yaml));
}

AccessPicture pictureOfRole(const ObjectRef &role, bool isOnlyThrough)
{
    PictureWish wish{{Identity::authenticated("jane", {"devs"})}, true, {}, {}, {role}, isOnlyThrough};
    return pictureOf(basisOf(shop), wish);
}

bool hasBox(const AccessPicture &picture, const std::string &reference) { return !picture.boxesOf({reference}).empty(); }

} // namespace

/// What comes through a role or a binding, apart from everything else its subjects have.
class ThroughTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAccessOfARoleIsItsOwn()
    {
        const AccessPicture picture = pictureOfRole({"ClusterRole", {}, "edit"}, true);
        QVERIFY(hasBox(picture, "ClusterRole/edit") && hasBox(picture, "RoleBinding/shop/edits") && hasBox(picture, "User/jane"));
        QVERIFY(!hasBox(picture, "ClusterRole/admin") && !hasBox(picture, "Group/devs"));
        QCOMPARE(picture.whole.matrix.size(), std::size_t(2));
        QCOMPARE(picture.whole.otherRights, std::size_t(2));    // through the group, and by name
    }

    void allRightsOfTheSubjectsAreThereWhenAPersonWantsThem()
    {
        const AccessPicture picture = pictureOfRole({"ClusterRole", {}, "edit"}, false);
        QVERIFY(hasBox(picture, "ClusterRole/edit") && hasBox(picture, "ClusterRole/admin") && hasBox(picture, "Group/devs"));
        QCOMPARE(picture.whole.otherRights, std::size_t(0));
        QVERIFY(picture.through.isObject({"ClusterRole", {}, "edit"}));
    }

    void theAccessOfABindingIsItsOwn()
    {
        const AccessPicture picture = pictureOfRole({"ClusterRoleBinding", {}, "rules"}, true);
        QVERIFY(hasBox(picture, "ClusterRole/admin") && hasBox(picture, "Group/devs") && !hasBox(picture, "ClusterRole/edit"));
        QVERIFY(std::ranges::all_of(picture.whole.matrix, [](const Right &right) { return right.verb == "*"; }));
    }

    void ofAPartOnlyTheRulesThatItBringsCount()
    {
        Inputs inputs = samples::inputs(shop + samples::role("ClusterRole", "/part", "{verbs: [get], apiGroups: [''], resources: [pods]}"));
        auto part = std::make_shared<Role>(*inputs.roles.back());
        part->labels = {{"to", "edit"}};
        inputs.roles.back() = part;
        auto whole = std::make_shared<Role>(*inputs.roles.front());
        ObjectSelector selector;
        selector.matchLabels.insert({"to", "edit"});
        whole->aggregation = {selector};
        inputs.roles.front() = whole;
        const auto basis = std::make_shared<const Basis>(std::move(inputs));
        const AccessPicture picture = pictureOf(basis, {{Identity::authenticated("jane", {})}, true, {}, {}, {{"ClusterRole", {}, "part"}}});
        QCOMPARE(picture.whole.matrix.size(), std::size_t(1));
        QCOMPARE(picture.whole.matrix.front().verb, std::string("get"));
        QVERIFY(hasBox(picture, "ClusterRole/part") && hasBox(picture, "ClusterRole/edit"));
    }

    void anAccountIsAboutAllItsRights()
    {
        QVERIFY(Through({}, {{"ServiceAccount", "shop", "front"}}).isEmpty());
        QVERIFY(Through({}, {{"Role", "shop", "a"}, {"User", {}, "jane"}}).isEmpty());
    }

    void whatKubernetesBringsIsNotFoldedAwayWhenItIsWhatIsAskedAbout()
    {
        Inputs inputs = samples::inputs(shop);
        for (auto &binding : inputs.bindings) {
            auto changed = std::make_shared<Binding>(*binding);
            changed->labels = {{"kubernetes.io/bootstrapping", "rbac-defaults"}};
            binding = changed;
        }
        const auto basis = std::make_shared<const Basis>(std::move(inputs));
        const PictureWish wish{{Identity::authenticated("jane", {"devs"})}, true, {}, {}, {{"RoleBinding", "shop", "edits"}}, false};
        const AccessPicture picture = pictureOf(basis, wish);
        const GraphNode *node = picture.node(picture.boxesOf({"RoleBinding/shop/edits"}).front());
        QVERIFY(node && node->stack == 1);
        QCOMPARE(node->origin, std::string("Kubernetes"));
    }
};

QTEST_APPLESS_MAIN(ThroughTest)
#include "ThroughTest.moc"
