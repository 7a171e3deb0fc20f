#include "models/kinds/Why.h"
#include "tests/unit/kinds/PrintedCells.h"

#include <QtTest>

namespace {

std::string pod(const std::string &status)
{
    return "{\"metadata\": {\"name\": \"p\"}, \"status\": {" + status + "}}";
}

/// A container's status, with the parts of its states.
std::string container(const char *name, const std::string &state, const std::string &last = {})
{
    return std::string("{\"name\": \"") + name + "\", \"state\": {" + state + "}" + (last.empty() ? "" : ", \"lastState\": {" + last + "}") + "}";
}

std::string ended(int code, const char *reason, const char *message = "")
{
    return "\"terminated\": {\"exitCode\": " + std::to_string(code) + ", \"reason\": \"" + reason + "\", \"message\": \"" + message + "\"}";
}

std::string waiting(const char *reason, const char *message = "")
{
    return std::string("\"waiting\": {\"reason\": \"") + reason + "\", \"message\": \"" + message + "\"}";
}

std::string condition(const char *type, const char *status, const char *message, const char *reason = "")
{
    return std::string("{\"type\": \"") + type + "\", \"status\": \"" + status + "\", \"message\": \"" + message + "\", \"reason\": \"" + reason + "\"}";
}

} // namespace

/// Why objects are as they are.
class WhyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPodSaysWhy_data();
    void aPodSaysWhy();
    void conditionsSayWhy_data();
    void conditionsSayWhy();
    void whatSeveralConditionsSayIsSaidOnce();
    void exitCodesHaveAMeaning();
    void itsOwnWordsAreSaidInThePersonsLanguageAndNoOthers();
};

void WhyTest::aPodSaysWhy_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const std::string &status, const char *why) { QTest::newRow(name) << QString::fromStdString(status) << QString::fromUtf8(why); };
    const auto containers = [](const std::string &list) { return "\"containerStatuses\": [" + list + "]"; };

    row("nothing is wrong", containers(container("app", "\"running\": {}")), "");
    row("it only begins", containers(container("app", waiting("ContainerCreating"))), "");
    row("it is done", containers(container("app", ended(0, "Completed"))), "");
    row("the pod's own message", "\"reason\": \"Evicted\", \"message\": \"The node was low on resource: memory. \"", "The node was low on resource: memory.");
    row("no node fits", "\"conditions\": [" + condition("PodScheduled", "False", "0/3 nodes are available: 3 Insufficient cpu.", "Unschedulable") + "]",
        "0/3 nodes are available: 3 Insufficient cpu.");
    row("a reason without a message", "\"conditions\": [" + condition("PodScheduled", "False", "", "SchedulingGated") + "]", "SchedulingGated");
    row("other conditions do not count", "\"conditions\": [" + condition("Ready", "False", "containers with unready status: [app]") + "]", "");
    row("no image", containers(container("app", waiting("ImagePullBackOff", "Back-off pulling image \\\"x\\\""))), "app: Back-off pulling image \"x\"");
    row("a reason alone", containers(container("app", waiting("CreateContainerConfigError"))), "app: CreateContainerConfigError");
    row("again and again", containers(container("app", waiting("CrashLoopBackOff", "back-off 5m0s"), ended(137, "OOMKilled"))),
        "app: last exit 137, killed (SIGKILL), OOMKilled; back-off 5m0s");
    row("it ended before and runs", containers(container("app", "\"running\": {}", ended(1, "Error", "no database\\n"))), "app: last exit 1, error: no database");
    row("it failed", containers(container("app", ended(2, "Error"))), "app: exit 2, wrong use");
    row("a code without a meaning", containers(container("app", ended(77, "Error"))), "app: exit 77");
    row("init containers first", "\"initContainerStatuses\": [" + container("init", ended(127, "StartError")) + "], " + containers(container("app", waiting("PodInitializing"))),
        "init: exit 127, command not found, StartError");
    row("several", containers(container("a", ended(3, "Error")) + "," + container("b", waiting("ErrImagePull", "not found"))), "a: exit 3; b: not found");
}

void WhyTest::aPodSaysWhy()
{
    QFETCH(QString, status);
    QFETCH(QString, why);
    QCOMPARE(QString::fromStdString(PrintedCells("v1", "Pod", pod(status.toStdString())).text("Why")), why);
}

void WhyTest::conditionsSayWhy_data()
{
    QTest::addColumn<QString>("apiVersion");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("good");

    const auto row = [](const char *apiVersion, const char *kind, const char *type, const char *bad, const char *good) {
        QTest::addRow("%s %s", kind, type) << QString::fromUtf8(apiVersion) << QString::fromUtf8(kind) << QString::fromUtf8(type) << QString::fromUtf8(bad) << QString::fromUtf8(good);
    };
    row("apps/v1", "Deployment", "Available", "False", "True");
    row("apps/v1", "Deployment", "Progressing", "False", "True");
    row("apps/v1", "Deployment", "ReplicaFailure", "True", "False");
    row("apps/v1", "ReplicaSet", "ReplicaFailure", "True", "False");
    row("v1", "ReplicationController", "ReplicaFailure", "True", "False");
    row("batch/v1", "Job", "Failed", "True", "False");
    row("batch/v1", "Job", "Suspended", "True", "False");
    row("v1", "Node", "Ready", "Unknown", "True");
    row("v1", "Node", "DiskPressure", "True", "False");
    row("v1", "PersistentVolumeClaim", "FileSystemResizePending", "True", "False");
    row("v1", "Namespace", "NamespaceContentRemaining", "True", "False");
}

void WhyTest::conditionsSayWhy()
{
    QFETCH(QString, apiVersion);
    QFETCH(QString, kind);
    QFETCH(QString, type);
    QFETCH(QString, bad);
    QFETCH(QString, good);
    const auto why = [&](const QString &status, const char *message, const char *reason) {
        const std::string status8 = status.toStdString(), type8 = type.toStdString();
        return PrintedCells(apiVersion.toStdString(), kind.toStdString(), pod("\"conditions\": [" + condition(type8.c_str(), status8.c_str(), message, reason) + "]")).text("Why");
    };
    QCOMPARE(why(bad, "what happened", "Because"), std::string("what happened"));
    QCOMPARE(why(bad, "", "Because"), std::string("Because"));
    QCOMPARE(why(bad, "", ""), type.toStdString());
    QCOMPARE(why(good, "all is well", "Fine"), std::string());
}

void WhyTest::whatSeveralConditionsSayIsSaidOnce()
{
    const char *silent = "Kubelet stopped posting node status.";
    const std::string conditions = condition("MemoryPressure", "Unknown", silent) + ", " + condition("DiskPressure", "True", "full") + ", " + condition("Ready", "Unknown", silent);
    QCOMPARE(PrintedCells("v1", "Node", pod("\"conditions\": [" + conditions + "]")).text("Why"), std::string("Kubelet stopped posting node status.; full"));
}

void WhyTest::exitCodesHaveAMeaning()
{
    QCOMPARE(kinds::exitMeaning(143), std::string_view("terminated (SIGTERM)"));
    QCOMPARE(kinds::exitMeaning(0), std::string_view());
    QCOMPARE(kinds::exitMeaning(-1), std::string_view());
}

void WhyTest::itsOwnWordsAreSaidInThePersonsLanguageAndNoOthers()
{
    const std::string ending = waiting("CrashLoopBackOff", "exit 1 of last exit %1");
    const std::string status = "\"containerStatuses\": [" + container("app", ending, ended(137, "OOMKilled", "last exit 5")) + "," + container("b", ended(1, "Error")) + "]";
    kinds::speak([](const char *words) {
        return words == std::string_view("last exit %1") ? std::string("%1 was its last exit") : words == std::string_view("exit %1") ? std::string("no gap") : '<' + std::string(words) + '>';
    });
    const std::string said = PrintedCells("v1", "Pod", pod(status)).text("Why");
    kinds::speak([](const char *words) { return std::string(words); });
    QCOMPARE(said, std::string("app: 137 was its last exit, <killed (SIGKILL)>, OOMKilled: last exit 5; exit 1 of last exit %1; b: no gap1, <error>"));
    QCOMPARE(PrintedCells("v1", "Pod", pod(status)).text("Why"),
             std::string("app: last exit 137, killed (SIGKILL), OOMKilled: last exit 5; exit 1 of last exit %1; b: exit 1, error"));
}

QTEST_APPLESS_MAIN(WhyTest)
#include "WhyTest.moc"
