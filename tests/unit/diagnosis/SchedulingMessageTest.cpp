#include "models/diagnosis/SchedulingMessage.h"

#include <QTest>

using diagnosis::SchedulingMessage;

/// The sentence of the scheduler, of this and of earlier versions, taken apart.
class SchedulingMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTakenApart_data();
    void itIsTakenApart();
};

void SchedulingMessageTest::itIsTakenApart_data()
{
    QTest::addColumn<std::string>("message");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<std::string>("reasons");
    QTest::addColumn<std::string>("preemption");
    const auto row = [](const char *name, const char *message, int nodes, const char *reasons, const char *preemption) {
        QTest::newRow(name) << std::string(message) << nodes << std::string(reasons) << std::string(preemption);
    };
    row("one node", "0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.",
        1, "1:Insufficient cpu;1:Insufficient memory;", "0/1 nodes are available: 1 Preemption is not helpful for scheduling");
    row("taints", "0/12 nodes are available: 10 node(s) had untolerated taint(s), 2 Too many pods. preemption: 0/12 nodes are available: 12 No preemption victims found for incoming pod.",
        12, "10:node(s) had untolerated taint(s);2:Too many pods;", "0/12 nodes are available: 12 No preemption victims found for incoming pod");
    row("taints of before 1.24", "0/3 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate, 2 Insufficient cpu.",
        3, "1:node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate;2:Insufficient cpu;", "");
    row("a taint with a full stop", "0/3 nodes are available: 3 node(s) had untolerated taint {node.kubernetes.io/unreachable: }. preemption: not eligible due to preemptionPolicy=Never.",
        3, "3:node(s) had untolerated taint {node.kubernetes.io/unreachable: };", "not eligible due to preemptionPolicy=Never");
    row("about the pod", "0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found", 1, "0:pod has unbound immediate PersistentVolumeClaims;", "");
    row("no nodes", "no nodes available to schedule pods", 0, "", "");
    row("nothing", "", 0, "", "");
    row("a count that is none", "0/x nodes are available: y", 0, "0:y;", "");
    row("a number that is too large", "0/3 nodes are available: 99999999999999999999 Insufficient cpu.", 3, "0:99999999999999999999 Insufficient cpu;", "");
    row("only commas", "0/3 nodes are available: , , ,", 3, "0:, , ,;", "");
    row("the slash after the words", " nodes are available: a/b", 0, "", "");
}

void SchedulingMessageTest::itIsTakenApart()
{
    QFETCH(std::string, message);
    QFETCH(int, nodes);
    QFETCH(std::string, reasons);
    QFETCH(std::string, preemption);
    const SchedulingMessage read = diagnosis::readSchedulingMessage(message);
    std::string told;
    for (const SchedulingMessage::Reason &reason : read.reasons)
        told += std::to_string(reason.nodes) + ':' + reason.text + ';';
    QCOMPARE(read.nodes, std::int64_t(nodes));
    QCOMPARE(told, reasons);
    QCOMPARE(read.preemption, preemption);
}

QTEST_APPLESS_MAIN(SchedulingMessageTest)
#include "SchedulingMessageTest.moc"
