#include "tests/unit/kinds/PrintedCells.h"

#include <QtTest>

/// What a pod's READY, STATUS and RESTARTS say.
class PodTest : public QObject
{
    Q_OBJECT

    /// A pod of containers a and b, of the given init containers, and of a status.
    static std::string pod(const char *status, const char *initContainers = "", const char *metadata = "")
    {
        return std::string(R"({"metadata": {"name": "p")") + metadata + R"(}, "spec": {"initContainers": [)" + initContainers
               + R"(], "containers": [{"name": "a"}, {"name": "b"}]}, "status": {)" + status + "}}";
    }

private Q_SLOTS:
    void theStatusIsTheMostTellingWord_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("ready");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("restarts");
        const auto row = [](const char *name, const std::string &json, const char *ready, const char *status, const char *restarts = "0") {
            QTest::newRow(name) << QString::fromStdString(json) << QString::fromUtf8(ready) << QString::fromUtf8(status)
                                << QString::fromUtf8(restarts);
        };
        constexpr const char *init = R"({"name": "i"}, {"name": "j"})";
        constexpr const char *sidecar = R"({"name": "s", "restartPolicy": "Always"}, {"name": "j"})";

        row("phase", pod(R"("phase": "Pending")"), "0/2", "Pending");
        row("nothing", pod(""), "0/2", "");
        row("reason before phase", pod(R"("phase": "Failed", "reason": "Evicted")"), "0/2", "Evicted");
        row("gated", pod(R"("phase": "Pending", "reason": "x", "conditions": [{"type": "PodScheduled", "status": "False", "reason": "SchedulingGated"}])"),
            "0/2", "SchedulingGated");
        row("first container has the last word", pod(R"("phase": "Running", "containerStatuses": [
            {"state": {"waiting": {"reason": "CrashLoopBackOff"}}}, {"state": {"waiting": {"reason": "ErrImagePull"}}}])"), "0/2", "CrashLoopBackOff");
        row("second speaks when the first is silent", pod(R"("phase": "Running", "containerStatuses": [
            {"ready": true, "state": {"running": {}}}, {"state": {"waiting": {"reason": "ErrImagePull"}}}])"), "1/2", "ErrImagePull");
        row("waiting without reason", pod(R"("phase": "Pending", "containerStatuses": [{"state": {"waiting": {}}}])"), "0/2", "Pending");
        row("terminated reason", pod(R"("phase": "Failed", "containerStatuses": [{"state": {"terminated": {"exitCode": 1, "reason": "OOMKilled"}}}])"),
            "0/2", "OOMKilled");
        row("terminated by signal", pod(R"("phase": "Failed", "containerStatuses": [{"state": {"terminated": {"exitCode": 137, "signal": 9}}}])"),
            "0/2", "Signal:9");
        row("terminated with exit code", pod(R"("phase": "Failed", "containerStatuses": [{"state": {"terminated": {"exitCode": 0}}}])"),
            "0/2", "ExitCode:0");
        row("ready but not running does not count", pod(R"("phase": "Running", "containerStatuses": [{"ready": true}])"), "0/2", "Running");

        row("completed beside a ready one, pod ready", pod(R"("phase": "Running", "conditions": [{"type": "Ready", "status": "True"}], "containerStatuses": [
            {"state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}, {"ready": true, "state": {"running": {}}}])"), "1/2", "Running");
        row("completed beside a ready one, pod not ready", pod(R"("phase": "Running", "containerStatuses": [
            {"state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}, {"ready": true, "state": {"running": {}}}])"), "1/2", "NotReady");
        row("completed beside a failed one", pod(R"("phase": "Failed", "containerStatuses": [
            {"state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}, {"state": {"terminated": {"exitCode": 2, "reason": "Error"}}}])"), "0/2", "Error");
        row("failed before completed", pod(R"("phase": "Failed", "containerStatuses": [
            {"state": {"terminated": {"exitCode": 2, "reason": "Error"}}}, {"state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}])"), "0/2", "Error");
        row("the first failure counts", pod(R"("phase": "Failed", "containerStatuses": [
            {"state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}, {"state": {"terminated": {"exitCode": 2, "reason": "Error"}}},
            {"state": {"terminated": {"exitCode": 3}}}])"), "0/2", "Error");
        row("a ready pod hides a failure", pod(R"("phase": "Running", "conditions": [{"type": "Ready", "status": "True"}], "containerStatuses": [
            {"state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}, {"ready": true, "state": {"running": {}}},
            {"state": {"terminated": {"exitCode": 3}}}])"), "1/2", "Running");
        row("all completed", pod(R"("phase": "Succeeded", "containerStatuses": [
            {"state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}, {"state": {"terminated": {"exitCode": 0, "reason": "Completed"}}}])"), "0/2", "Completed");

        row("init runs", pod(R"("phase": "Pending", "initContainerStatuses": [{"name": "i", "state": {"running": {}}}, {"name": "j"}])", init),
            "0/2", "Init:0/2");
        row("init waits for its turn", pod(R"("phase": "Pending", "initContainerStatuses": [{"name": "i", "state": {"terminated": {"exitCode": 0}}},
            {"name": "j", "state": {"waiting": {"reason": "PodInitializing"}}}])", init), "0/2", "Init:1/2");
        row("init crashes", pod(R"("phase": "Pending", "initContainerStatuses": [{"name": "i", "restartCount": 4, "state": {"waiting": {"reason": "CrashLoopBackOff"}},
            "lastState": {"terminated": {"finishedAt": "2025-12-31T23:55:00Z"}}}, {"name": "j", "restartCount": 100}])", init), "0/2", "Init:CrashLoopBackOff", "4 (5m ago)");
        row("init failed with reason", pod(R"("phase": "Failed", "initContainerStatuses": [{"name": "i", "state": {"terminated": {"exitCode": 1, "reason": "Error"}}}])", init),
            "0/2", "Init:Error");
        row("init failed by signal", pod(R"("phase": "Failed", "initContainerStatuses": [{"name": "i", "state": {"terminated": {"exitCode": 1, "signal": 15}}}])", init),
            "0/2", "Init:Signal:15");
        row("init failed with code", pod(R"("phase": "Failed", "initContainerStatuses": [{"name": "i", "state": {"terminated": {"exitCode": 1}}}])", init),
            "0/2", "Init:ExitCode:1");
        row("init restarts do not count once it is done", pod(R"("phase": "Running", "initContainerStatuses": [
            {"name": "i", "restartCount": 8, "state": {"terminated": {"exitCode": 0}}}], "containerStatuses": [{"ready": true, "restartCount": 1, "state": {"running": {}}}])", init),
            "1/2", "Running", "1");
        row("initialized before, init again", pod(R"("phase": "Running", "conditions": [{"type": "Initialized", "status": "True"}],
            "initContainerStatuses": [{"name": "i", "restartCount": 8, "state": {"waiting": {}}}],
            "containerStatuses": [{"ready": true, "restartCount": 2, "state": {"running": {}}}])", init), "1/2", "Init:0/2", "2");
        row("only the first Initialized condition counts", pod(R"("phase": "Running", "conditions": [{"type": "Initialized", "status": "False"}, {"type": "Initialized", "status": "True"}],
            "initContainerStatuses": [{"name": "i", "state": {"waiting": {}}}], "containerStatuses": [{"ready": true, "restartCount": 2, "state": {"running": {}}}])", init),
            "0/2", "Init:0/2");

        row("sidecar runs", pod(R"("phase": "Running", "initContainerStatuses": [{"name": "s", "started": true, "ready": true, "restartCount": 3, "state": {"running": {}},
            "lastState": {"terminated": {"finishedAt": "2025-12-31T23:50:00Z"}}}, {"name": "j", "restartCount": 50, "state": {"terminated": {"exitCode": 0}}}],
            "containerStatuses": [{"ready": true, "restartCount": 1, "state": {"running": {}}, "lastState": {"terminated": {"finishedAt": "2025-12-31T23:40:00Z"}}}])", sidecar),
            "2/3", "Running", "4 (10m ago)");
        row("sidecar not ready", pod(R"("phase": "Running", "initContainerStatuses": [{"name": "s", "started": true, "state": {"running": {}}},
            {"name": "j", "state": {"terminated": {"exitCode": 0}}}])", sidecar), "0/3", "Running");
        row("sidecar not started", pod(R"("phase": "Pending", "initContainerStatuses": [{"name": "s", "started": false, "ready": true, "state": {"running": {}}}])", sidecar),
            "0/3", "Init:0/2");
        row("sidecar not in the spec is a plain init container", pod(R"("phase": "Pending", "initContainerStatuses": [{"name": "x", "started": true, "state": {"running": {}}}])", sidecar),
            "0/3", "Init:0/2");

        constexpr const char *deleted = R"(, "deletionTimestamp": "2025-12-31T00:00:00Z")";
        row("terminating", pod(R"("phase": "Running", "containerStatuses": [{"state": {"waiting": {"reason": "CrashLoopBackOff"}}}])", "", deleted), "0/2", "Terminating");
        row("deleted after success", pod(R"("phase": "Succeeded")", "", deleted), "0/2", "Succeeded");
        row("deleted after failure", pod(R"("phase": "Failed", "reason": "Evicted")", "", deleted), "0/2", "Evicted");
        row("deleted on a lost node", pod(R"("phase": "Succeeded", "reason": "NodeLost")", "", deleted), "0/2", "Unknown");
        row("restarts without a date", pod(R"("phase": "Running", "containerStatuses": [{"restartCount": 2, "lastState": {"terminated": {}}}])"), "0/2", "Running", "2");
        row("the latest restart counts", pod(R"("phase": "Running", "containerStatuses": [
            {"restartCount": 2, "lastState": {"terminated": {"finishedAt": "2025-12-31T23:00:00Z"}}}, {"restartCount": 1, "lastState": {"terminated": {"finishedAt": "2025-12-31T22:00:00Z"}}}])"),
            "0/2", "Running", "3 (60m ago)");
    }
    void theStatusIsTheMostTellingWord()
    {
        QFETCH(QString, json);
        QFETCH(QString, ready);
        QFETCH(QString, status);
        QFETCH(QString, restarts);
        const PrintedCells cells("v1", "Pod", json.toStdString());
        QCOMPARE(QString::fromStdString(cells.text("Ready")), ready);
        QCOMPARE(QString::fromStdString(cells.text("Status")), status);
        QCOMPARE(QString::fromStdString(cells.text("Restarts")), restarts);
        QCOMPARE(cells.type("Restarts"), kube::Cell::Type::CountAgo);
    }

    void wideColumnsSayNoneForWhatIsNotKnown()
    {
        const PrintedCells cells("v1", "Pod", pod(R"("phase": "Pending")"));
        for (const char *column : {"IP", "Node", "Nominated Node", "Readiness Gates"})
            QCOMPARE(cells.text(column), std::string("<none>"));
        QCOMPARE(cells.text("ServiceAccount"), std::string());
    }

    void theServiceAccountIsKnown()
    {
        const PrintedCells cells("v1", "Pod", R"({"spec": {"serviceAccountName": "builder", "nodeName": "n"}, "status": {"podIP": "10.0.0.1"}})");
        QCOMPARE(cells.text("ServiceAccount"), std::string("builder"));
        QCOMPARE(cells.text("Node"), std::string("n"));
        QCOMPARE(cells.text("IP"), std::string("10.0.0.1"));
    }

    void aReadinessGateIsJudgedByTheFirstConditionOfItsType()
    {
        const PrintedCells cells("v1", "Pod", R"({"spec": {"readinessGates": [{"conditionType": "b"}, {"conditionType": "a"}, {"conditionType": "c"}]},
            "status": {"conditions": [{"type": "b", "status": "False"}, {"type": "a", "status": "True"}, {"type": "b", "status": "True"}]}})");
        QCOMPARE(cells.text("Readiness Gates"), std::string("1/3"));
    }
};

QTEST_APPLESS_MAIN(PodTest)
#include "PodTest.moc"
