#include "models/rbac/AccessPicture.h"

#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;

namespace {

/// An account with so many bindings, and rights on so many resources.
AccessPicture picture(int bindings, int resources, const AccessPicture *previous = nullptr)
{
    std::string names;
    for (int i = 0; i < resources; ++i)
        names += (i > 0 ? ", r" : "r") + std::to_string(i);
    std::string yaml;
    for (int i = 0; i < bindings; ++i) {
        const std::string number = std::to_string(i);
        yaml += role("Role", "a/role-" + number, "{verbs: [get], apiGroups: [''], resources: [" + names + "]}") + binding("a/binding-" + number, "Role/role-" + number, account("a", "ci"));
    }
    return pictureOf(std::make_shared<const Basis>(samples::inputs(yaml)), {{Identity::ofServiceAccount({"a", "ci"})}, true, {}, {}}, previous);
}

const graph::Place &place(const AccessPicture &picture, std::string_view id) { return *picture.layout.find(id); }

} // namespace

/// Where the parts of a picture of access are, and what is behind a cell of its table.
class AccessPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongTableBeginsBesideWhomItIsAboutAndGrowsDownwards()
    {
        for (const auto &[bindings, resources] : {std::pair(1, 100), std::pair(60, 100), std::pair(60, 5)}) {
            const AccessPicture made = picture(bindings, resources);
            const graph::Place &table = place(made, matrixId), &account = place(made, "1 ServiceAccount/a/ci");
            QVERIFY(table.y >= 0 && table.y <= account.middle());
            QVERIFY(table.y > account.middle() - 300);
            QVERIFY(made.layout.height >= table.bottom());
            QCOMPARE(std::ranges::min(made.layout.places, {}, &graph::Place::y).y, 0.0);
        }
    }

    void theTableStaysWhereItIsWhenRowsAreAdded()
    {
        const AccessPicture before = picture(20, 5);
        const AccessPicture after = picture(21, 90, &before);
        QCOMPARE(place(after, matrixId).y, place(before, matrixId).y);
        QVERIFY(after.layout.height >= place(after, matrixId).bottom());
    }

    void behindACellIsWhatReachesItByAWildcardToo()
    {
        const AccessPicture made = pictureOf(std::make_shared<const Basis>(samples::inputs(role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}, {verbs: [get], apiGroups: [''], resources: [pods]}")
                                                                                           + binding("/all", "ClusterRole/all", account("a", "ci")))),
                                             {{Identity::ofServiceAccount({"a", "ci"})}, true, {}, {}});
        QCOMPARE(made.rightsAt("pods", "delete").size(), std::size_t(1));
        QCOMPARE(made.rightsAt("pods", "get").size(), std::size_t(2));
        QCOMPARE(made.rightsAt("*.*", "get").size(), std::size_t(1));
        QVERIFY(made.rightsAt("secrets", "get").empty());       // no row of the table
    }
};

QTEST_APPLESS_MAIN(AccessPictureTest)
#include "AccessPictureTest.moc"
