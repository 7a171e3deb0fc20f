#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using cluster::Clusters;

namespace {

constexpr int Patience = 30'000;

std::string kubeconfig(const std::string &context, const std::string &server = "https://127.0.0.1:1")
{
    return "apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: \"" + server + "\"}}]\ncontexts: [{name: " + context
        + ", context: {cluster: c, user: u}}]\ncurrent-context: " + context + "\nusers: [{name: u, user: {token: t}}]\n";
}

} // namespace

class ClustersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write("one", kubeconfig("one"));
    }

    void everyContextOfTheFolderIsRead()
    {
        write("two", kubeconfig("two"));
        Clusters clusters(sources(), {}, m_executor);
        QVERIFY(!clusters.isRead());
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        QCOMPARE(clusters.entries().size(), 2U);
    }

    void aReaderThatIsLetGoAtOnceEndsItsThread()
    {
        for (int i = 0; i < 200; ++i) {
            Clusters clusters(sources(), {}, m_executor);
            if (i % 3 == 0)
                QCoreApplication::processEvents();
            if (i % 5 == 0)
                clusters.add(m_folder->path().toStdString() + "/more");
        }
    }

    void nothingIsReadAfterItIsGone()
    {
        int changes = 0;
        {
            Clusters clusters(sources(), {}, m_executor);
            connect(&clusters, &Clusters::entriesChanged, this, [&] { ++changes; });
        }
        QCoreApplication::sendPostedEvents();
        QCOMPARE(changes, 0);
    }

    void pastedTextIsAnEntryInMemory()
    {
        Clusters clusters(sources(), {}, m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        clusters.paste({"clip", base::SecretText(kubeconfig("pasted"))});
        QTRY_VERIFY_WITH_TIMEOUT(clusters.find({"clip", "pasted"}), Patience);
        QVERIFY(clusters.find({"clip", "pasted"})->isPasted);
    }

    void aBrokenFileKeepsItsEntriesAndIsToldOnce()
    {
        Clusters clusters(sources(), {}, m_executor);
        int told = 0;
        connect(&clusters, &Clusters::problemFound, this, [&] { ++told; });
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        write("one", "clusters: [");
        QTRY_COMPARE_WITH_TIMEOUT(clusters.problems().size(), 1U, Patience);
        QCOMPARE(clusters.entries().size(), 1U);
        QTRY_COMPARE_WITH_TIMEOUT(told, 1, Patience);
    }

    void connectingTwiceIsOneConnection()
    {
        Clusters clusters(sources(), {}, m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        const cluster::EntryId id = cluster::EntryId::of(clusters.entries().front());
        cluster::ConnectedCluster *connected = clusters.connectTo(id);
        QVERIFY(connected);
        QCOMPARE(clusters.connectTo(id), connected);
        QCOMPARE(clusters.connected().size(), 1U);
        QCOMPARE(clusters.connectTo({"nowhere", "nothing"}), nullptr);
        clusters.disconnectFrom(id);
        QCOMPARE(clusters.connected().size(), 0U);
    }

    void whoIsViewedHasASessionOfTheirOwn()
    {
        Clusters clusters(sources(), {}, m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        const cluster::EntryId id = cluster::EntryId::of(clusters.entries().front());
        const kube::Impersonation jane{"jane", {}, {}, {}}, janeInDevs{"jane", {}, {"devs"}, {}};
        cluster::ConnectedCluster *viewed = clusters.viewAs(id, jane), *own = clusters.connected(id);
        QVERIFY(viewed && own && viewed != own);
        QVERIFY(clusters.viewAs(id, jane) == viewed && clusters.connectTo(id) == own);
        QVERIFY(clusters.viewAs(id, janeInDevs) != viewed);
        QVERIFY(viewed->viewedAs() == jane && own->viewedAs().isEmpty());
        QVERIFY(clusters.connected({id, jane}) == viewed && clusters.connected({id, {"bob", {}, {}, {}}}) == nullptr);
        const kube::ResourceType pods{"", "v1", "pods", "pod", "Pod", true, {}, {}, {}, {}};
        const auto ofJane = viewed->open(pods), ofMine = own->open(pods);
        QVERIFY(ofJane != ofMine && &ofJane->store() != &ofMine->store());
        QCOMPARE(clusters.viewAs(id, {}), nullptr);
        QCOMPARE(clusters.viewAs({"nowhere", "nothing"}, jane), nullptr);
    }

    void whoIsViewedStandsBehindOnesOwnAndGoesWithIt()
    {
        write("two", kubeconfig("two"));
        Clusters clusters(sources(), {}, m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(clusters.entries().size() == 2, Patience);
        const cluster::EntryId one = cluster::EntryId::of(clusters.entries()[0]), two = cluster::EntryId::of(clusters.entries()[1]);
        const auto names = [&] {
            QStringList all;
            for (const cluster::ConnectedCluster *each : clusters.connected())
                all << QString::fromStdString(each->entry().context.context + (each->viewedAs().isEmpty() ? "" : " as " + each->viewedAs().user));
            return all.join(QStringLiteral(", "));
        };
        QStringList gone;
        connect(&clusters, &Clusters::disconnecting, this, [&](const cluster::ConnectedCluster *each) { gone << QString::fromStdString(each->viewedAs().user); });
        clusters.connectTo(one);
        clusters.viewAs(two, {"jane", {}, {}, {}});
        clusters.viewAs(one, {"bob", {}, {}, {}});
        QCOMPARE(names(), QStringLiteral("one, one as bob, two, two as jane"));
        clusters.disconnectFrom(cluster::SessionId{two, {"jane", {}, {}, {}}});
        QCOMPARE(names(), QStringLiteral("one, one as bob, two"));
        clusters.disconnectFrom(cluster::SessionId{one, {}});
        QCOMPARE(names(), QStringLiteral("two"));
        QCOMPARE(gone, (QStringList{QStringLiteral("jane"), QStringLiteral("bob"), QString()}));
    }

    void whoIsViewedIsReadOnlyAndHasTheMarksOfTheEntry()
    {
        Clusters clusters(sources(), {}, m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        const cluster::EntryId id = cluster::EntryId::of(clusters.entries().front());
        cluster::ConnectedCluster *viewed = clusters.viewAs(id, {"jane", {}, {}, {}}), *own = clusters.connected(id);
        QVERIFY(viewed->access() == kube::Access::ReadOnly && own->access() == kube::Access::ReadWrite);
        cluster::ClusterMarks marks = clusters.marks(id);
        marks.namespaces = {"team-x"};
        clusters.mark(id, marks);
        QVERIFY((viewed->knownNamespaces() == std::vector<std::string>{"default", "team-x"}));
        QVERIFY(viewed->access() == kube::Access::ReadOnly && own->access() == kube::Access::ReadWrite);
        viewed->setSuspectedNamespaces({"team-y"});
        QVERIFY((viewed->knownNamespaces() == std::vector<std::string>{"default", "team-x", "team-y"}));
        QVERIFY((own->knownNamespaces() == std::vector<std::string>{"default", "team-x"}));
    }

    void anUnreachableServerIsSaidWithItsReason()
    {
        Clusters clusters(sources(), {}, m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        cluster::ConnectedCluster *connected = clusters.connectTo(cluster::EntryId::of(clusters.entries().front()));
        QTRY_VERIFY_WITH_TIMEOUT(connected->health().error.has_value(), Patience);
        QCOMPARE(static_cast<int>(connected->health().state), static_cast<int>(cluster::Health::State::Connecting));
        QVERIFY(!connected->health().error->message.empty());
    }

    void anEntryThatNamesAnotherServerIsConnectedAnew()
    {
        Clusters clusters(sources(), {}, m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        cluster::ConnectedCluster *connected = clusters.connectTo(cluster::EntryId::of(clusters.entries().front()));
        const auto rows = connected->open({"", "v1", "pods", "pod", "Pod", true, {}, {}, {}, {}});
        int replaced = 0;
        connect(rows.get(), &cluster::LiveRows::replaced, this, [&] { ++replaced; });
        write("one", kubeconfig("one", "https://127.0.0.1:2"));
        QTRY_COMPARE_WITH_TIMEOUT(connected->settings().server, std::string("https://127.0.0.1:2"), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(replaced, 1, Patience);
    }

    void tokensThatWereRenewedDoNotConnectAnew()
    {
        const auto withToken = [](const std::string &token) {
            std::string text = kubeconfig("one");
            return text.replace(text.find("{token: t}"), 10, "{auth-provider: {name: oidc, config: {client-id: me, idp-issuer-url: 'https://127.0.0.1:1', id-token: " + token + "}}}");
        };
        write("one", withToken("first"));
        Clusters clusters(sources(), {}, m_executor);
        QTRY_VERIFY_WITH_TIMEOUT(clusters.isRead(), Patience);
        cluster::ConnectedCluster *connected = clusters.connectTo(cluster::EntryId::of(clusters.entries().front()));
        const auto rows = connected->open({"", "v1", "pods", "pod", "Pod", true, {}, {}, {}, {}});
        int replaced = 0;
        connect(rows.get(), &cluster::LiveRows::replaced, this, [&] { ++replaced; });
        write("one", withToken("second"));
        QTRY_COMPARE_WITH_TIMEOUT(connected->entry().context.connection->authProvider->config.at("id-token").reveal(), std::string("second"), Patience);
        QCOMPARE(replaced, 0);
    }

private:
    void write(const char *name, const std::string &text) { std::ofstream(m_folder->path().toStdString() + '/' + name) << text; }
    kube::CatalogSources sources() const
    {
        kube::CatalogSources all;
        all.places.home = m_folder->path().toStdString() + "/nowhere";
        all.added = {m_folder->path().toStdString()};
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    base::EventLoopExecutor m_executor;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    ClustersTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ClustersTest.moc"
