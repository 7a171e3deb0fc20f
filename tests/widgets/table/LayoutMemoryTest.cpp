#include "models/base/EventLoopExecutor.h"
#include "tests/support/PodRows.h"
#include "widgets/table/LayoutMemory.h"

#include <QSignalSpy>
#include <QTest>

using namespace table;

/// What is remembered of the tables of a kind.
class LayoutMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatAPersonChoseIsWritten();
    void anotherTableOfTheKindFollows();
    void whatIsNotRememberedIsNotTakenBack();
    void whatCannotBeReadIsNothing();

private:
    base::EventLoopExecutor m_executor;
    settings::Settings m_settings{m_executor};
};

void LayoutMemoryTest::onlyWhatAPersonChoseIsWritten()
{
    LayoutMemory memory(m_settings, support::podType());
    memory.choose({});
    QVERIFY(m_settings.keys("kinds").empty());
    tables::TableLayout layout;
    layout.columns = {{"Name", true, 200}};
    memory.choose(layout);
    QCOMPARE(m_settings.keys("kinds"), std::vector<std::string>{"pods"});
    QVERIFY(LayoutMemory(m_settings, support::podType()).layout() == layout);
    memory.choose({});
    QVERIFY(m_settings.keys("kinds").empty());
}

void LayoutMemoryTest::anotherTableOfTheKindFollows()
{
    LayoutMemory first(m_settings, support::podType()), second(m_settings, support::podType());
    kube::ResourceType nodes = support::podType();
    nodes.resource = "nodes";
    LayoutMemory other(m_settings, nodes);
    QSignalSpy own(&first, &LayoutMemory::changed), follows(&second, &LayoutMemory::changed), stays(&other, &LayoutMemory::changed);
    tables::TableLayout layout;
    layout.brokenFirst = true;
    first.choose(layout);
    QCOMPARE(own.size(), 0);
    QCOMPARE(follows.size(), 1);
    QCOMPARE(stays.size(), 0);
    QVERIFY(second.layout() == layout);
    m_settings.clear("kinds");
    QVERIFY(first.layout() == tables::TableLayout());
    QVERIFY(second.layout() == tables::TableLayout());
}

void LayoutMemoryTest::whatIsNotRememberedIsNotTakenBack()
{
    LayoutMemory memory(m_settings, support::podType());
    QSignalSpy changed(&memory, &LayoutMemory::changed);
    tables::TableLayout layout;
    layout.group = "Node";
    for (int i = 0; i < 600; ++i)
        layout.folded.push_back("node-" + std::to_string(i));
    layout.folded.push_back(std::string(4000, 'x'));
    memory.choose(layout);
    QCOMPARE(changed.size(), 0);
    QVERIFY(!m_settings.value("kinds", "pods")["folded"].items().empty());
    for (const text::Value &label : m_settings.value("kinds", "pods")["folded"].items())
        QVERIFY(label.text().size() < 200);
    m_settings.clear("kinds");
}

void LayoutMemoryTest::whatCannotBeReadIsNothing()
{
    m_settings.set("kinds", "pods", text::Value::string("columns"));
    QVERIFY(LayoutMemory(m_settings, support::podType()).layout() == tables::TableLayout());
}

QTEST_GUILESS_MAIN(LayoutMemoryTest)
#include "LayoutMemoryTest.moc"
