#include "models/palette/ObjectWish.h"

#include <QTest>

namespace {

const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {}, {"po"}, {}, {}};
const kube::ResourceType deployments{"apps", "v1", "deployments", "deployment", "Deployment", true, {}, {"deploy"}, {}, {}};
const kube::ResourceType nodes{"", "v1", "nodes", "node", "Node", false, {}, {"no"}, {}, {}};

} // namespace

class ObjectWishTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsAsNearAsItIs_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("closeness");
        const auto row = [](const char *typed, const char *name, int closeness) { QTest::addRow("%s in %s", typed, name) << QString::fromLatin1(typed) << QString::fromLatin1(name) << closeness; };
        row("web-0", "web-0", int(palette::Closeness::Exact));
        row("web", "web-0", int(palette::Closeness::Begins));
        row("WEB", "web-0", int(palette::Closeness::Begins));
        row("system:node", "system:Node", int(palette::Closeness::Exact));
        row("web", "my-web-0", int(palette::Closeness::WordBegins));
        row("eb", "web-eb", int(palette::Closeness::WordBegins));
        row("eb", "web-0", int(palette::Closeness::Holds));
        row("wb0", "web-0", int(palette::Closeness::Similar));
        row("w0", "web-0", -1);
        row("xyz", "web-0", -1);
        row("  web  ", "web-0", int(palette::Closeness::Begins));
    }
    void aNameIsAsNearAsItIs()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(int, closeness);
        const palette::ObjectWish wish(typed.toStdString());
        const auto found = wish.ofKind(pods).closeness("team-a", name.toStdString());
        QCOMPARE(found ? int(*found) : -1, closeness);
    }

    void kindAndNamespaceNarrowIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("pod");
        QTest::addColumn<bool>("deployment");
        QTest::addColumn<bool>("node");
        const auto row = [](const char *typed, bool pod, bool deployment, bool node) { QTest::newRow(typed) << QString::fromLatin1(typed) << pod << deployment << node; };
        row("web", true, true, true);
        row("pods/web", true, false, false);
        row("po/web", true, false, false);
        row("Pod/web", true, false, false);
        row("deployments.apps/web", false, true, false);
        row("deploy web", false, true, false);
        row("team-a/web", true, true, false);
        row("team-b/web", false, false, false);
        row("pods/team-a/web", true, false, false);
        row("pods/team-b/web", false, false, false);
        row("nodes/web", false, false, true);
        row("pods/", true, false, false);
        row("team-a/", true, true, false);
    }
    void kindAndNamespaceNarrowIt()
    {
        QFETCH(QString, typed);
        QFETCH(bool, pod);
        QFETCH(bool, deployment);
        QFETCH(bool, node);
        const palette::ObjectWish wish(typed.toStdString());
        QCOMPARE(wish.ofKind(pods).closeness("team-a", "web-0").has_value(), pod);
        QCOMPARE(wish.ofKind(deployments).closeness("team-a", "web").has_value(), deployment);
        QCOMPARE(wish.ofKind(nodes).closeness("", "web-node").has_value(), node);
    }

    void aKindIsMeantRatherThanANamespaceThatBeginsSo()
    {
        palette::ObjectWish pod("po/web"), space("team/web"), part("dep/web");
        for (palette::ObjectWish *wish : {&pod, &space, &part})
            wish->preferKinds({pods, deployments});
        QVERIFY(!pod.ofKind(deployments).isPossible() && pod.ofKind(pods).isPossible());
        QVERIFY(space.ofKind(deployments).isPossible() && space.ofKind(pods).isPossible());
        QVERIFY(part.ofKind(deployments).isPossible() && part.ofKind(pods).isPossible());
    }

    void nothingTypedWishesNothing()
    {
        QVERIFY(palette::ObjectWish("   ").isEmpty());
        QVERIFY(!palette::ObjectWish("").ofKind(pods).isPossible());
    }

    void thePlacesAreThoseOfTheLetters()
    {
        QCOMPARE(palette::ObjectWish("pods/b-0").places("web-0"), (std::vector<int>{2, 3, 4}));
        QCOMPARE(palette::ObjectWish("wb0").places("web-0"), (std::vector<int>{0, 2, 4}));
        QCOMPARE(palette::ObjectWish("WEB").places("web-0"), (std::vector<int>{0, 1, 2}));
    }

    void aNameLongerThanAnyIsCut()
    {
        QVERIFY(palette::ObjectWish(std::string(5000, 'a')).ofKind(pods).closeness({}, std::string(5000, 'a')));
    }
};

QTEST_APPLESS_MAIN(ObjectWishTest)
#include "ObjectWishTest.moc"
