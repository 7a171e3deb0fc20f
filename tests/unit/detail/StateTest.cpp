#include "Telling.h"

#include "models/detail/State.h"

#include <QTest>

using kinds::Health;

/// The word of an object's page is the word of its row.
class StateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordIsThatOfTheTable_data();
    void theWordIsThatOfTheTable();
    void aCustomObjectSpeaksByItsReadyCondition_data();
    void aCustomObjectSpeaksByItsReadyCondition();
};

void StateTest::theWordIsThatOfTheTable_data()
{
    QTest::addColumn<std::string>("list");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("word");
    QTest::addColumn<bool>("isCount");
    QTest::addColumn<int>("health");
    const auto row = [](const char *list, const char *name, const char *word, bool isCount, Health health) {
        QTest::addRow("%s %s", list, name) << std::string(list) << std::string(name) << std::string(word) << isCount << static_cast<int>(health);
    };
    row("v1.pods", "crash-loop", "CrashLoopBackOff", false, Health::Failing);
    row("v1.pods", "running", "Running", false, Health::Running);
    row("v1.pods", "terminating", "Terminating", false, Health::Starting);
    row("v1.pods", "completed", "Completed", false, Health::Completed);
    row("apps.v1.deployments", "two-containers", "2/3", true, Health::NotReady);
    row("apps.v1.daemonsets", "agent", "3/5", true, Health::NotReady);
    row("batch.v1.jobs", "failed", "Failed", false, Health::Failing);
    row("v1.namespaces", "leaving", "Terminating", false, Health::Starting);
    row("v1.configmaps", "both-kinds", "", false, Health::NotTold);
}

void StateTest::theWordIsThatOfTheTable()
{
    QFETCH(std::string, list);
    QFETCH(std::string, name);
    QFETCH(std::string, word);
    QFETCH(bool, isCount);
    QFETCH(int, health);
    const text::Value object = telling::recorded(list, name);
    QVERIFY(object.isMap());

    const detail::State state = detail::stateOf(object);
    QCOMPARE(state.word, word);
    QCOMPARE(state.isCount, isCount);
    QCOMPARE(static_cast<int>(state.health), health);
}

void StateTest::aCustomObjectSpeaksByItsReadyCondition_data()
{
    QTest::addColumn<std::string>("condition");
    QTest::addColumn<std::string>("word");
    QTest::addColumn<int>("health");
    QTest::newRow("ready") << std::string(R"({"type":"Ready","status":"True","reason":"Issued"})") << std::string("Ready") << static_cast<int>(Health::Running);
    QTest::newRow("not ready") << std::string(R"({"type":"Ready","status":"False","reason":"Pending"})") << std::string("Pending") << static_cast<int>(Health::NotReady);
    QTest::newRow("no reason") << std::string(R"({"type":"Ready","status":"False"})") << std::string("NotReady") << static_cast<int>(Health::NotReady);
    QTest::newRow("unknown") << std::string(R"({"type":"Ready","status":"Unknown"})") << std::string("NotReady") << static_cast<int>(Health::Unknown);
    QTest::newRow("another condition") << std::string(R"({"type":"Synced","status":"True"})") << std::string() << static_cast<int>(Health::NotTold);
}

void StateTest::aCustomObjectSpeaksByItsReadyCondition()
{
    QFETCH(std::string, condition);
    QFETCH(std::string, word);
    QFETCH(int, health);
    const auto object = text::parseJson(R"({"apiVersion":"cert-manager.io/v1","kind":"Certificate","metadata":{"name":"c"},"status":{"conditions":[)" + condition + "]}}");

    const detail::State state = detail::stateOf(*object);
    QCOMPARE(state.word, word);
    QCOMPARE(static_cast<int>(state.health), health);
}

QTEST_APPLESS_MAIN(StateTest)
#include "StateTest.moc"
