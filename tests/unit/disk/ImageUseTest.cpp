#include "models/disk/ImageUse.h"

#include "models/text/Json.h"
#include "tests/unit/disk/NodeWorld.h"

#include <QTest>

using namespace disk;

namespace {

const std::string digest = "sha256:" + std::string(64, 'a'), other = "sha256:" + std::string(64, 'b');

ListedImage image(std::vector<std::string> names) { return {std::move(names), 1}; }
PodOnNode readPod(const std::string &json) { return podOf(*text::parseJson(json)); }

} // namespace

/// Which images pods use, by what the statuses of their containers and the node's list say.
class ImageUseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreMadeWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("whole");
        const auto row = [](const char *name, const char *whole) { QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(whole); };
        row("nginx", "docker.io/library/nginx:latest");
        row("nginx:1.27", "docker.io/library/nginx:1.27");
        row("bitnami/nginx:1", "docker.io/bitnami/nginx:1");
        row("docker.io/nginx:1", "docker.io/library/nginx:1");
        row("index.docker.io/library/nginx:1", "docker.io/library/nginx:1");
        row("registry.k8s.io/pause:3.10", "registry.k8s.io/pause:3.10");
        row("localhost/x", "localhost/x:latest");
        row("localhost:5000/x:2", "localhost:5000/x:2");
        row("docker-pullable://nginx@sha256:1", "docker.io/library/nginx@sha256:1");
        row("nginx:1.27@sha256:1", "docker.io/library/nginx:1.27@sha256:1");
        row("sha256:1", "");
        row("", "");
    }
    void namesAreMadeWhole()
    {
        QFETCH(QString, name);
        QTEST(QString::fromStdString(wholeName(name.toStdString())), "whole");
    }

    void aDigestCountsMoreThanATag_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("same");
        const QString one = QString::fromStdString(digest), two = QString::fromStdString(other);
        const QString nginx = QStringLiteral("docker.io/library/nginx"), tag = nginx + QStringLiteral(":1");
        QTest::newRow("the digest") << QStringList{nginx + u'@' + one, tag} << QStringLiteral("nginx:1") << nginx + u'@' + one << true;
        QTest::newRow("the digest under another name") << QStringList{QStringLiteral("mirror.example.com/nginx@") + one} << QStringLiteral("nginx:1") << nginx + u'@' + one << true;
        QTest::newRow("the tag moved on") << QStringList{nginx + u'@' + two, tag} << QStringLiteral("nginx:1") << nginx + u'@' + one << false;
        QTest::newRow("the scheme of Docker") << QStringList{nginx + u'@' + one} << QStringLiteral("nginx:1") << QStringLiteral("docker-pullable://nginx@") + one << true;
        QTest::newRow("a listed image without a digest") << QStringList{tag} << QStringLiteral("nginx:1") << nginx + u'@' + one << true;
        QTest::newRow("an id that is no digest of a repository") << QStringList{nginx + u'@' + two, tag} << QStringLiteral("nginx:1") << one << true;
        QTest::newRow("more names than are told") << QStringList{nginx + u'@' + two, QStringLiteral("a:1"), QStringLiteral("a:2"), QStringLiteral("a:3"), tag} << QStringLiteral("nginx:1") << nginx + u'@' + one << true;
        QTest::newRow("another image") << QStringList{tag} << QStringLiteral("nginx:2") << nginx + u'@' + one << false;
        QTest::newRow("nothing known") << QStringList{tag} << QString() << QString() << false;
        QTest::newRow("no names") << QStringList{} << QStringLiteral("nginx:1") << nginx + u'@' + one << false;
    }
    void aDigestCountsMoreThanATag()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, image);
        QFETCH(QString, id);
        std::vector<std::string> all;
        for (const QString &name : names)
            all.push_back(name.toStdString());
        QTEST(isSame(::image(all), UsedImage{image.toStdString(), id.toStdString(), true}), "same");
    }

    void aContainerThatEndedHoldsItsImage()
    {
        const std::vector<PodOnNode> pods{readPod(world::pod("up", "nginx:1", "nginx@" + digest)), readPod(world::pod("done", "busybox:1", "busybox@" + other, R"({"terminated":{}})"))};
        QCOMPARE(usersOf(image({"docker.io/library/nginx:1"}), pods).running, std::vector<std::string>{"a/up"});
        const ImageUsers users = usersOf(image({"docker.io/library/busybox:1"}), pods);
        QVERIFY(users.running.empty());
        QCOMPARE(users.held, std::vector<std::string>{"a/done"});
    }

    void aPodThatNeverPulledUsesNothing()
    {
        const PodOnNode pod = readPod(world::pod("new", "nginx:1", "", R"({"waiting":{"reason":"ImagePullBackOff"}})"));
        QVERIFY(pod.images.empty());
    }

    void anImageThatIsMountedIsUsed()
    {
        const PodOnNode pod = readPod(world::pod("up", "nginx:1", "", R"({"running":{}})", R"({"volumes":[{"name":"m","image":{"reference":"registry.example.com/model:3"}}]})"));
        QCOMPARE(usersOf(image({"registry.example.com/model:3"}), {pod}).running, std::vector<std::string>{"a/up"});
    }

    void emptyDirsInMemoryTakeNoDisk()
    {
        const PodOnNode pod = readPod(world::pod("up", "x", "", R"({"running":{}})", R"({"volumes":[{"name":"d","emptyDir":{}},{"name":"m","emptyDir":{"medium":"Memory"}},{"name":"c","configMap":{}}]})"));
        QCOMPARE(pod.emptyDirs, std::vector<std::string>{"d"});
    }

    void whatPodsUseAndNobodyListsIsNamed()
    {
        const std::vector<PodOnNode> pods{readPod(world::pod("up", "nginx:1", "nginx@" + digest)), readPod(world::pod("up2", "nginx:1", "nginx@" + digest)), readPod(world::pod("old", "busybox:1", "x", R"({"terminated":{}})"))};
        QCOMPARE(missingFrom({image({"redis:1"})}, pods), std::vector<std::string>{"nginx:1"});
        QVERIFY(missingFrom({image({"nginx:1"})}, pods).empty());
    }

    void theSandboxIsKnownByItsName()
    {
        QVERIFY(isSandbox(image({"registry.k8s.io/pause:3.10"})));
        QVERIFY(isSandbox(image({"docker.io/rancher/mirrored-pause@" + digest})));
        QVERIFY(!isSandbox(image({"example.com/pauses:1"})));
    }
};

QTEST_GUILESS_MAIN(ImageUseTest)
#include "ImageUseTest.moc"
