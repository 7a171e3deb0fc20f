#include "models/rbac/PictureFilter.h"

#include "models/kube/BuiltinCatalog.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <QTest>

using namespace rbac;

namespace {

const std::string shop = samples::role("Role", "shop/reader", "{verbs: [get, list], apiGroups: [''], resources: [pods, pods/log]}, {verbs: [get], apiGroups: [''], resources: [secrets], resourceNames: [tls]}")
    + samples::binding("shop/read", "Role/reader", samples::account("shop", "front"))
    + samples::role("ClusterRole", "/view", "{verbs: [list], apiGroups: [apps], resources: [deployments]}, {verbs: [get], nonResourceURLs: [/metrics]}")
    + samples::binding("/all-see", "ClusterRole/view", samples::group("system:authenticated"))
    + samples::role("ClusterRole", "/everything", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
    + samples::binding("bank/rule", "ClusterRole/everything", samples::account("shop", "front"));

} // namespace

/// What is found in the picture of an account's access.
class PictureFilterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Inputs inputs = samples::inputs(shop);
        inputs.catalog = kube::builtinCatalog();
        inputs.pods.push_back({{"Pod", "shop", "web-1"}, "front", {}, "Running", {}, {}, {}});
        m_picture = pictureOf(std::make_shared<const Basis>(std::move(inputs)), {{Identity::ofServiceAccount({"shop", "front"})}, false, {}});
    }

    void findsObjects_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("boxes");
        const QString pod = QStringLiteral("Pod/shop/web-1"), read = QStringLiteral("RoleBinding/shop/read"), reader = QStringLiteral("Role/shop/reader"),
                      rule = QStringLiteral("RoleBinding/bank/rule"), everything = QStringLiteral("ClusterRole/everything"), see = QStringLiteral("ClusterRoleBinding/all-see"),
                      view = QStringLiteral("ClusterRole/view");
        QTest::newRow("a name") << QStringLiteral("web-1") << QStringList{pod};
        QTest::newRow("part of a name, in capitals") << QStringLiteral("READ") << QStringList{reader, read};
        QTest::newRow("two words") << QStringLiteral("read rolebinding") << QStringList{read};
        QTest::newRow("a kind") << QStringLiteral("kind:role") << QStringList{reader};
        QTest::newRow("a kind and a word") << QStringLiteral("kind:ClusterRole view") << QStringList{view};
        QTest::newRow("a right on the way") << QStringLiteral("can:get/secrets kind:RoleBinding") << QStringList{rule, read};
        QTest::newRow("what everything includes") << QStringLiteral("can:delete/nodes kind:rolebinding") << QStringList{rule};
        QTest::newRow("a subresource is not its resource") << QStringLiteral("can:list/pods/log kind:Role") << QStringList{reader};
        QTest::newRow("another group") << QStringLiteral("can:list/deployments.apps kind:ClusterRoleBinding") << QStringList{see};
        QTest::newRow("an address") << QStringLiteral("can:get//metrics kind:ClusterRoleBinding") << QStringList{see};
        QTest::newRow("where it holds, cluster-wide counts") << QStringLiteral("ns:bank kind:ClusterRoleBinding") << QStringList{see};
        QTest::newRow("where it holds") << QStringLiteral("ns:bank kind:RoleBinding") << QStringList{rule};
        QTest::newRow("through groups") << QStringLiteral("via:group kind:ClusterRole") << QStringList{view};
        QTest::newRow("by its own name") << QStringLiteral("via:direct kind:ClusterRole") << QStringList{everything};
        QTest::newRow("through that role") << QStringLiteral("via:reader kind:RoleBinding") << QStringList{read};
        QTest::newRow("a risk") << QStringLiteral("risk: kind:RoleBinding read") << QStringList{read};
        QTest::newRow("no such risk") << QStringLiteral("risk:R99") << QStringList();
        QTest::newRow("nothing") << QStringLiteral("nowhere") << QStringList();
        QTest::newRow("a word with a colon is a word") << QStringLiteral("system:authenticated") << QStringList{QStringLiteral("Group/system:authenticated")};
        QTest::newRow("words in quotation marks") << QStringLiteral("\"web 1\"") << QStringList();
        QTest::newRow("what names a right") << QStringLiteral("secrets kind:RoleBinding") << QStringList{read};
    }
    void findsObjects()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, boxes);
        QStringList found;
        for (const std::string &object : findIn(m_picture, PictureFilter::parse(text.toStdString())).objects)
            found << QString::fromStdString(object);
        found.sort();
        boxes.sort();
        QCOMPARE(found, boxes);
    }

    void findsRights_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rights");
        const QString all = QStringLiteral("* *.* bank");
        QTest::newRow("a verb") << QStringLiteral("can:list") << QStringList{all, QStringLiteral("list deployments.apps "), QStringLiteral("list pods shop"), QStringLiteral("list pods/log shop")};
        QTest::newRow("a resource") << QStringLiteral("can:/secrets") << QStringList{all, QStringLiteral("get secrets shop")};
        QTest::newRow("all of them") << QStringLiteral("can:*/* ns:shop via:direct") << QStringList{QStringLiteral("get pods shop"), QStringLiteral("get pods/log shop"), QStringLiteral("get secrets shop"),
                                                                                                    QStringLiteral("list pods shop"), QStringLiteral("list pods/log shop")};
        QTest::newRow("a word that names no object") << QStringLiteral("secrets") << QStringList{QStringLiteral("get secrets shop")};
        QTest::newRow("those of an object") << QStringLiteral("rule") << QStringList{all};
        QTest::newRow("an empty term asks for nothing") << QStringLiteral("rule can:") << QStringList{all};
    }
    void findsRights()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, rights);
        QStringList found;
        for (const std::size_t i : findIn(m_picture, PictureFilter::parse(text.toStdString())).rights) {
            const Right &right = m_picture.whole.matrix[i];
            found << QString::fromStdString(right.verb + ' ' + rowName(right) + ' ' + right.namespaceName);
        }
        found.sort();
        rights.sort();
        QCOMPARE(found, rights);
    }

    void findsTheWaysOfWhatNamesARight()
    {
        const Found found = findIn(m_picture, PictureFilter::parse("secrets"));
        for (const char *object : {"ServiceAccount/shop/front", "RoleBinding/shop/read", "Role/shop/reader", "Namespace/shop"})
            QVERIFY2(std::ranges::count(found.objects, std::string(object)) == 1, object);
        QVERIFY(std::ranges::count(found.objects, std::string("ClusterRole/view")) == 0);
    }

    void aKeyThatDoesNotExistIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("keys");
        QTest::newRow("a verb") << QStringLiteral("Verb:delete") << QStringLiteral("verb:");
        QTest::newRow("two of them") << QStringLiteral("role:view can:list what:") << QStringLiteral("role: what:");
        QTest::newRow("those that exist") << QStringLiteral("can: ns:a via:b kind:c RISK:d") << QString();
        QTest::newRow("a name of Kubernetes") << QStringLiteral("system:masters") << QString();
        QTest::newRow("no letters before it") << QStringLiteral("team-a:x :y") << QString();
    }
    void aKeyThatDoesNotExistIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, keys);
        QStringList unknown;
        const PictureFilter filter = PictureFilter::parse(text.toStdString());
        for (const std::string &key : filter.unknownKeys())
            unknown << QString::fromStdString(key);
        QCOMPARE(unknown.join(u' '), keys);
    }

    void nothingIsAskedByAnEmptyText()
    {
        QVERIFY(PictureFilter::parse("").isEmpty());
        QVERIFY(PictureFilter::parse("  can: ns:").isEmpty());
        QVERIFY(!PictureFilter::parse("risk:").isEmpty());
    }

private:
    AccessPicture m_picture;
};

QTEST_GUILESS_MAIN(PictureFilterTest)
#include "PictureFilterTest.moc"
