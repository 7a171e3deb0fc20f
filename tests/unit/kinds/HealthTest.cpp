#include "models/kinds/Health.h"

#include "models/kinds/Kind.h"
#include "models/kube/ChangeQueue.h"

#include <QTest>

#include <set>

using kinds::Health;

class HealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAndCountsTellTheHealth_data();
    void wordsAndCountsTellTheHealth();
    void aForeignKindOfAKnownNameIsNotReadAsOurs();
    void everyRuleNamesColumnsThatThereAre();
};

namespace {

Health healthOf(const std::string &apiVersion, const std::string &kind, const std::vector<std::pair<std::string, std::string>> &cells)
{
    std::vector<kube::Column> columns{{"Name"}};
    kube::CellWriter writer;
    writer.text("x");
    for (const auto &[column, text] : cells) {
        columns.push_back({column});
        if (!text.empty() && text.find_first_not_of("0123456789") == text.npos)
            writer.integer(std::stoll(text));
        else
            writer.text(text);
    }
    kube::Store store(columns);
    kube::ChangeQueue queue;
    queue.put({"team-a", "x", {}, "1", &writer, {}});
    store.apply(queue.take());
    return kinds::HealthReader(apiVersion, kind, columns).read(store, 0);
}

} // namespace

void HealthTest::wordsAndCountsTellTheHealth_data()
{
    QTest::addColumn<std::string>("apiVersion");
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("second");
    QTest::addColumn<Health>("expected");

    // "column=text" of up to two cells
    const auto row = [](const char *apiVersion, const char *kind, const char *first, const char *second, Health expected) {
        QTest::addRow("%s %s %s", kind, first, second) << std::string(apiVersion) << std::string(kind) << std::string(first) << std::string(second) << expected;
    };
    row("batch/v1", "CronJob", "State=Last run did not succeed", "", Health::NotReady);
    row("batch/v1", "CronJob", "State=Suspended", "", Health::Completed);
    row("autoscaling/v2", "HorizontalPodAutoscaler", "State=Not scaling", "", Health::NotReady);
    row("v1", "ResourceQuota", "State=Nearly used up", "", Health::NotReady);
    row("v1", "ResourceQuota", "State=Free", "", Health::Running);
    row("v1", "Pod", "Status=Running", "Ready=1/1", Health::Running);
    row("v1", "Pod", "Status=Running", "Ready=0/1", Health::NotReady);
    row("v1", "Pod", "Status=Running", "Ready=10/10", Health::Running);
    row("v1", "Pod", "Status=NotReady", "Ready=1/2", Health::NotReady);
    row("v1", "Pod", "Status=Completed", "Ready=0/1", Health::Completed);
    row("v1", "Pod", "Status=Succeeded", "Ready=0/1", Health::Completed);
    row("v1", "Pod", "Status=ContainerCreating", "Ready=0/1", Health::Starting);
    row("v1", "Pod", "Status=Init:0/2", "Ready=0/1", Health::Starting);
    row("v1", "Pod", "Status=Init:CrashLoopBackOff", "Ready=0/1", Health::Failing);
    row("v1", "Pod", "Status=Terminating", "Ready=1/1", Health::Starting);
    row("v1", "Pod", "Status=CrashLoopBackOff", "Ready=0/1", Health::Failing);
    row("v1", "Pod", "Status=ImagePullBackOff", "Ready=0/1", Health::Failing);
    row("v1", "Pod", "Status=Evicted", "Ready=0/1", Health::Failing);
    row("v1", "Pod", "Status=ExitCode:3", "Ready=0/1", Health::Failing);
    row("v1", "Pod", "Status=Unknown", "Ready=0/1", Health::Unknown);
    row("v1", "Pod", "Status=", "Ready=0/1", Health::Unknown);
    row("v1", "Pod", "Status=Running", "Ready=nonsense", Health::Unknown);
    row("v1", "Node", "Status=Ready", "", Health::Running);
    row("v1", "Node", "Status=Ready,SchedulingDisabled", "", Health::NotReady);
    row("v1", "Node", "Status=NotReady,SchedulingDisabled", "", Health::Failing);
    row("v1", "Node", "Status=Unknown", "", Health::Unknown);
    row("apps/v1", "Deployment", "Ready=3/3", "", Health::Running);
    row("apps/v1", "Deployment", "Ready=2/3", "", Health::NotReady);
    row("apps/v1", "Deployment", "Ready=0/0", "", Health::Completed);
    row("apps/v1", "DaemonSet", "Desired=3", "Ready=3", Health::Running);
    row("apps/v1", "DaemonSet", "Desired=3", "Ready=2", Health::NotReady);
    row("apps/v1", "ReplicaSet", "Desired=0", "Ready=0", Health::Completed);
    row("batch/v1", "Job", "Status=Failed", "", Health::Failing);
    row("batch/v1", "Job", "Status=Complete", "", Health::Completed);
    row("v1", "Namespace", "Status=Terminating", "", Health::Starting);
    row("v1", "PersistentVolumeClaim", "Status=Lost", "", Health::Failing);
    row("v1", "Event", "Type=Warning", "", Health::NotReady);
    row("v1", "Event", "Type=Normal", "", Health::NotTold);
    row("apiregistration.k8s.io/v1", "APIService", "Available=False (MissingEndpoints)", "", Health::Failing);
    row("v1", "ConfigMap", "Data=3", "", Health::NotTold);
    row("cert-manager.io/v1", "Certificate", "Ready=True", "", Health::Running);
    row("cert-manager.io/v1", "Certificate", "Ready=False", "", Health::NotReady);
    row("example.com/v1", "Widget", "Ready=three", "", Health::NotTold);
    row("example.com/v1", "Widget", "Phase=Broken", "", Health::NotTold);
}

void HealthTest::wordsAndCountsTellTheHealth()
{
    QFETCH(std::string, apiVersion);
    QFETCH(std::string, kind);
    QFETCH(std::string, first);
    QFETCH(std::string, second);
    QFETCH(Health, expected);
    std::vector<std::pair<std::string, std::string>> cells;
    for (const std::string &cell : {first, second})
        if (const auto equals = cell.find('='); equals != cell.npos)
            cells.emplace_back(cell.substr(0, equals), cell.substr(equals + 1));
    QCOMPARE(int(healthOf(apiVersion, kind, cells)), int(expected));
}

void HealthTest::aForeignKindOfAKnownNameIsNotReadAsOurs()
{
    QCOMPARE(int(healthOf("batch.volcano.sh/v1alpha1", "Job", {{"Status", "Failed"}})), int(Health::NotTold));
}

void HealthTest::everyRuleNamesColumnsThatThereAre()
{
    const std::set<std::string_view> withHealth{"Pod", "Node", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController",
                                                "Job", "Namespace", "PersistentVolume", "PersistentVolumeClaim", "Event", "APIService",
                                                "CertificateSigningRequest", "VolumeAttachment", "CronJob", "HorizontalPodAutoscaler", "ResourceQuota"};
    std::set<std::string_view> met;
    for (const kinds::Kind *kind : kinds::builtinKinds()) {
        const std::vector<kube::Column> columns(kind->columns.begin(), kind->columns.end());
        const bool expected = withHealth.contains(kind->kind);
        QVERIFY2(kinds::HealthReader(kind->apiVersion, kind->kind, columns).column().has_value() == expected, std::string(kind->kind).c_str());
        if (expected)
            met.insert(kind->kind);
    }
    QCOMPARE(met.size(), withHealth.size());
}

QTEST_APPLESS_MAIN(HealthTest)
#include "HealthTest.moc"
