#include "models/base/EventLoopExecutor.h"
#include "models/cluster/ClusterMarks.h"
#include "models/cluster/Clusters.h"
#include "models/text/Json.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using cluster::ClusterMarks;
using cluster::EntryId;

namespace {

const ClusterMarks whole{true, true, "red", "Production", "v1.31.4+k3s1", "k3s", base::SystemTime(std::chrono::seconds(1'700'000'000)), {"team-a", "team-b"}};

} // namespace

/// What a person says about a cluster is remembered, and a read-only mark holds at once.
class ClusterMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain();
    void namespacesStandInOrderEachOnceAndNotWithoutEnd();
    void anythingElseCountsAsAbsent_data();
    void anythingElseCountsAsAbsent();
    void marksOutliveTheProgram();
    void aReadOnlyMarkHoldsForAConnectedClusterAtOnce();
    void aProgramStartedReadOnlyKnowsNoOtherAccess();
    void whatIsSeenIsNotWrittenEachTime();
    void aProgramThatSeesAClusterKeepsWhatAnotherMarked();
    void settingsThatCannotBeReadTakeNoReadOnlyMarkBack();
    void aPastedTextIsNotTakenForAnOlderOneOfItsName();
    void serversOfEntriesThatAreGoneAreForgotten();

private:
    std::unique_ptr<cluster::Clusters> open(kube::Access access = kube::Access::ReadWrite)
    {
        const std::string home = m_folder.path().toStdString();
        QDir(m_folder.path()).mkpath(QStringLiteral(".kube"));
        std::ofstream(home + "/.kube/config") << "apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: \"http://127.0.0.1:1\"}}]\n"
                                                 "contexts: [{name: one, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]\n";
        cluster::Network::Settings network;
        network.stateFolder = home + "/state";
        network.access = access;
        auto clusters = std::make_unique<cluster::Clusters>(kube::CatalogSources{{{}, {}, home}, {}, {}}, network, m_executor);
        [&] { QTRY_VERIFY(clusters->isRead()); }();
        return clusters;
    }
    EntryId one() const { return {m_folder.path().toStdString() + "/.kube/config", "one"}; }
    /// Why a write is not sent; empty when it was.
    std::string refusal(cluster::ConnectedCluster &cluster)
    {
        kube::ApiRequest request;
        request.method = http::Method::Delete;
        request.path = "/api/v1/namespaces/default/pods/web";
        std::optional<std::string> reason;
        const base::Job job = cluster.api().fetch(std::move(request), [&](base::Result<kube::ApiAnswer> answer) {
            m_executor.post([&reason, why = answer ? std::string() : answer.error().reason] { reason = why; });
        });
        [&] { QTRY_VERIFY(reason.has_value()); }();
        return *reason;
    }

    QTemporaryDir m_folder;
    base::EventLoopExecutor m_executor;
};

void ClusterMarksTest::whatIsWrittenIsReadAgain()
{
    QCOMPARE(ClusterMarks::read(whole.write()), whole);
    QVERIFY(ClusterMarks().write().isNull());
    QCOMPARE(ClusterMarks::read(ClusterMarks().write()), ClusterMarks());
}

void ClusterMarksTest::namespacesStandInOrderEachOnceAndNotWithoutEnd()
{
    ClusterMarks marks;
    for (const char *name : {"team-b", "team-a", "team-b", "0"})
        marks.add(name);
    QCOMPARE(marks.namespaces, (std::vector<std::string>{"0", "team-a", "team-b"}));
    QVERIFY(marks.mayAdd(std::string(63, 'a')) && !marks.mayAdd(std::string(64, 'a')));
    for (const char *name : {"", "Team", "-a", "a-", "a.b", "a_b", "a/b", "팀"})
        QVERIFY2(!marks.mayAdd(name), name);
    for (std::size_t i = marks.namespaces.size(); i < ClusterMarks::MostNamespaces; ++i)
        marks.add('n' + std::to_string(i));
    QVERIFY(!marks.mayAdd("one-more"));
}

void ClusterMarksTest::anythingElseCountsAsAbsent_data()
{
    QTest::addColumn<std::string>("json");
    for (const char *json : {"null", "[]", "7", "\"favourite\"", R"({"favourite":"yes","readOnly":1,"colour":[],"name":{"a":1},"version":null,"seen":"now"})", R"({"seen":-1})",
                             R"({"seen":99999999999999})", R"({"seen":1e300})", R"({"namespaces":"team-a"})",
                             R"({"namespaces":[7,null,"","Team","-a","a.b","a b"]})"})
        QTest::newRow(json) << std::string(json);
    QTest::newRow("too long") << R"({"name":")" + std::string(200, 'a') + "\"}";
}

void ClusterMarksTest::anythingElseCountsAsAbsent()
{
    QFETCH(std::string, json);
    const auto value = text::parseJson(json);
    QVERIFY(value);
    QCOMPARE(ClusterMarks::read(*value), ClusterMarks());
}

void ClusterMarksTest::marksOutliveTheProgram()
{
    auto clusters = open();
    QSignalSpy changes(clusters.get(), &cluster::Clusters::marksChanged);
    clusters->mark(one(), whole);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(clusters->marks(one()), whole);
    QCOMPARE(clusters->shownName(one()), std::string("Production"));
    clusters.reset();
    clusters = open();
    QCOMPARE(clusters->marks(one()), whole);
    clusters->mark(one(), {});
    QCOMPARE(clusters->shownName(one()), std::string("one"));
    QVERIFY(clusters->settings().keys("clusters").empty());
}

void ClusterMarksTest::aReadOnlyMarkHoldsForAConnectedClusterAtOnce()
{
    auto clusters = open();
    clusters->mark(one(), {});
    cluster::ConnectedCluster *connected = clusters->connectTo(one());
    QVERIFY(connected);
    QSignalSpy changes(connected, &cluster::ConnectedCluster::accessChanged);
    QCOMPARE(refusal(*connected), std::string("connection-refused"));
    ClusterMarks marks;
    marks.isReadOnly = true;
    clusters->mark(one(), marks);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(connected->access(), kube::Access::ReadOnly);
    QCOMPARE(refusal(*connected), std::string("ReadOnly"));
    connected->reconnect();
    QCOMPARE(refusal(*connected), std::string("ReadOnly"));
    clusters->disconnectFrom(one());
    connected = clusters->connectTo(one());
    QCOMPARE(refusal(*connected), std::string("ReadOnly"));
    clusters->mark(one(), {});
    QCOMPARE(refusal(*connected), std::string("connection-refused"));
}

void ClusterMarksTest::aProgramStartedReadOnlyKnowsNoOtherAccess()
{
    auto clusters = open(kube::Access::ReadOnly);
    cluster::ConnectedCluster *connected = clusters->connectTo(one());
    clusters->mark(one(), whole);
    clusters->mark(one(), {});
    QCOMPARE(connected->access(), kube::Access::ReadOnly);
    QCOMPARE(refusal(*connected), std::string("ReadOnly"));
}

void ClusterMarksTest::whatIsSeenIsNotWrittenEachTime()
{
    auto clusters = open();
    QSignalSpy changes(clusters.get(), &cluster::Clusters::marksChanged);
    clusters->saw(one(), "v1.31.4+k3s1");
    clusters->saw(one(), "v1.31.4+k3s1");
    QCOMPARE(changes.size(), 1);
    QCOMPARE(clusters->marks(one()).distribution, std::string("k3s"));
    QVERIFY(m_executor.clock().now() - clusters->marks(one()).seen < std::chrono::minutes(1));
    clusters->saw(one(), "v1.32.0");
    QCOMPARE(changes.size(), 2);
    QCOMPARE(clusters->marks(one()).version, std::string("v1.32.0"));
    QCOMPARE(clusters->marks(one()).distribution, std::string("k3s"));      // what was known is not forgotten
}

void ClusterMarksTest::aProgramThatSeesAClusterKeepsWhatAnotherMarked()
{
    auto first = open(), second = open();
    ClusterMarks marks = first->marks(one());
    marks.isReadOnly = true;
    first->mark(one(), marks);
    first.reset();
    second->saw(one(), "v1.33.0");      // it knows nothing of the mark
    second.reset();
    const auto third = open();
    QVERIFY(third->marks(one()).isReadOnly);
    QCOMPARE(third->marks(one()).version, std::string("v1.33.0"));
}

void ClusterMarksTest::settingsThatCannotBeReadTakeNoReadOnlyMarkBack()
{
    const std::string path = open()->settings().path();
    std::ofstream(path, std::ios::trunc) << "{";        // moved aside
    auto clusters = open();
    QVERIFY(clusters->settings().trouble());
    QCOMPARE(refusal(*clusters->connectTo(one())), std::string("ReadOnly"));
    clusters.reset();
    clusters = open();
    QVERIFY(!clusters->settings().trouble());
    QCOMPARE(refusal(*clusters->connectTo(one())), std::string("connection-refused"));
    clusters.reset();
    QFile::remove(QString::fromStdString(path));
    QVERIFY(QDir().mkdir(QString::fromStdString(path)));        // there, and no file
    clusters = open();
    QCOMPARE(refusal(*clusters->connectTo(one())), std::string("ReadOnly"));
    clusters.reset();
    QVERIFY(QDir().rmdir(QString::fromStdString(path)));
}

void ClusterMarksTest::aPastedTextIsNotTakenForAnOlderOneOfItsName()
{
    const EntryId id{"pasted", "p"};
    const auto paste = [](cluster::Clusters &clusters) {
        clusters.paste({"pasted", base::SecretText("apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: \"http://127.0.0.1:1\"}}]\n"
                                                   "contexts: [{name: p, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]\n")});
    };
    auto clusters = open();
    paste(*clusters);
    QTRY_VERIFY(clusters->find(id));
    clusters->mark(id, whole);
    QCOMPARE(clusters->marks(id), whole);
    QCOMPARE(refusal(*clusters->connectTo(id)), std::string("ReadOnly"));
    clusters.reset();
    clusters = open();
    paste(*clusters);
    QTRY_VERIFY(clusters->find(id));
    QCOMPARE(clusters->marks(id), ClusterMarks());
}

void ClusterMarksTest::serversOfEntriesThatAreGoneAreForgotten()
{
    ClusterMarks old, recent;
    old.version = recent.version = "v1.30.0";
    const base::SystemTime now = std::chrono::floor<std::chrono::seconds>(m_executor.clock().now());
    old.seen = now - std::chrono::hours(24 * 100);
    recent.seen = now - std::chrono::hours(24 * 80);
    auto clusters = open();
    const EntryId oldAndGone{"/gone", "old"}, recentAndGone{"/gone", "recent"};
    clusters->mark(oldAndGone, old);
    clusters->mark(recentAndGone, recent);
    clusters->mark(one(), old);
    clusters.reset();
    clusters = open();
    QCOMPARE(clusters->marks(oldAndGone), ClusterMarks());
    QCOMPARE(clusters->marks(recentAndGone), recent);
    QCOMPARE(clusters->marks(one()), old);
}

QTEST_GUILESS_MAIN(ClusterMarksTest)
#include "ClusterMarksTest.moc"
