#include "tests/unit/tables/PodTable.h"

#include <QSignalSpy>
#include <QTest>

using namespace tables;
using kinds::Health;

/// Which rows of a live table are shown, and how many are counted.
class TableFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFilterLooksAtShownColumnsOnly();
    void severalWordsMustAllMatch();
    void namespacesAreChosen();
    void aWrongExpressionLeavesTheFilterInForce();
    void rowsThatAnExpressionGaveUpOnAreCounted();
    void anExpressionThatGivesUpEverywhereIsNotAskedForEver();
    void statesAreCountedWhicheverAreShown();
    void agesMatchAsTheyReadNow();
    void numbersAndTimesAreCompared();
};

void TableFilterTest::theFilterLooksAtShownColumnsOnly()
{
    Fixture f;
    f.put({pod("web"), pod("api")});
    const int node = columnNamed(f.model, "Node");
    QVERIFY(!f.model.isColumnShown(node));
    QVERIFY(f.model.setFilter("worker"));
    QCOMPARE(f.model.rowCount(), 0);
    f.model.setColumnShown(node, true);
    QCOMPARE(f.model.rowCount(), 2);
    f.model.setColumnShown(node, false);
    QCOMPARE(f.model.rowCount(), 0);
    QVERIFY(f.model.setFilter("node:worker"));
    QCOMPARE(f.model.rowCount(), 2);
}

void TableFilterTest::severalWordsMustAllMatch()
{
    Fixture f;
    PodRow broken = pod("web-1");
    broken.status = "CrashLoopBackOff";
    f.put({pod("web-0"), broken, pod("api-0")});
    const std::pair<const char *, const char *> filters[] = {
        {"web", "a/web-0 a/web-1"}, {"web crash", "a/web-1"},       {"web !crash", "a/web-0"},     {"!web", "a/api-0"},
        {"/-0$/", "a/api-0 a/web-0"}, {"status:crash", "a/web-1"}, {"name:crash", ""},           {"RUNNING", "a/api-0 a/web-0"},
        {"", "a/api-0 a/web-0 a/web-1"}, {"web 0", "a/web-0 a/web-1"},
    };
    for (const auto &[filter, expected] : filters) {
        QVERIFY(f.model.setFilter(filter));
        QVERIFY2(shown(f.model) == QLatin1String(expected), qPrintable(QLatin1String(filter) + QLatin1String(": ") + shown(f.model)));
        QCOMPARE(f.model.counts().shown, std::size_t(f.model.rowCount()));
        QCOMPARE(f.model.counts().all, std::size_t(3));
    }
}

void TableFilterTest::namespacesAreChosen()
{
    Fixture f;
    f.put({pod("a", "x"), pod("b", "x"), pod("c", "x")});
    f.model.setNamespaces({"a", "c"});
    QCOMPARE(shown(f.model), QStringLiteral("a/x c/x"));
    f.put({pod("b", "y"), pod("c", "y")});
    QCOMPARE(shown(f.model), QStringLiteral("a/x c/x c/y"));
    QVERIFY(f.model.setFilter("y"));
    QCOMPARE(shown(f.model), QStringLiteral("c/y"));
    f.model.setNamespaces({});
    QCOMPARE(shown(f.model), QStringLiteral("b/y c/y"));
}

void TableFilterTest::aWrongExpressionLeavesTheFilterInForce()
{
    Fixture f;
    f.put({pod("web"), pod("api")});
    QVERIFY(f.model.setFilter("web"));
    const auto wrong = f.model.setFilter("/[/");
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().column, 3);
    QCOMPARE(shown(f.model), QStringLiteral("a/web"));
    QCOMPARE(f.model.filterText(), std::string("web"));
}

void TableFilterTest::rowsThatAnExpressionGaveUpOnAreCounted()
{
    Fixture f;
    f.put({pod("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), pod("aaa")});
    QVERIFY(f.model.setFilter("name:/^(a+)+$/"));
    QCOMPARE(shown(f.model), QStringLiteral("a/aaa"));
    QCOMPARE(f.model.counts().undecided, std::size_t(1));
    QVERIFY(f.model.setFilter(""));
    QCOMPARE(f.model.counts().undecided, std::size_t(0));
    QCOMPARE(f.model.rowCount(), 2);
}

void TableFilterTest::anExpressionThatGivesUpEverywhereIsNotAskedForEver()
{
    Fixture f;
    for (int i = 0; i < 5000; ++i)
        f.rows.put(pod(("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" + std::to_string(i)).c_str()));
    f.model.apply(f.rows.apply());
    QVERIFY(f.model.setFilter("name:/^(a+)+$/"));
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.counts().undecided, std::size_t(5000));
    QVERIFY(f.model.setFilter("name:/^a+!7$/"));
    QCOMPARE(f.model.rowCount(), 1);
    QCOMPARE(f.model.counts().undecided, std::size_t(0));
}

void TableFilterTest::statesAreCountedWhicheverAreShown()
{
    Fixture f;
    PodRow broken = pod("b"), done = pod("c"), late = pod("d");
    broken.status = "Error";
    done.status = "Completed";
    late.ready = "0/1";
    f.put({pod("a"), broken, done, late});
    const auto count = [&](Health health) { return f.model.counts().byHealth[std::size_t(health)]; };
    f.model.setHealthShown(TableModel::HealthSet().set(std::size_t(Health::Failing)).set(std::size_t(Health::NotReady)));
    QCOMPARE(shown(f.model), QStringLiteral("a/b a/d"));
    QCOMPARE(count(Health::Running), std::size_t(1));
    QCOMPARE(count(Health::Failing), std::size_t(1));
    QCOMPARE(count(Health::NotReady), std::size_t(1));
    QCOMPARE(count(Health::Completed), std::size_t(1));
    QVERIFY(f.model.setFilter("name:b"));
    QCOMPARE(count(Health::Running), std::size_t(0));
    QCOMPARE(f.model.counts().shown, std::size_t(1));
    QCOMPARE(f.model.counts().all, std::size_t(4));
}

void TableFilterTest::agesMatchAsTheyReadNow()
{
    Fixture f;
    PodRow old = pod("old");
    old.created = f.clock.seconds - 3 * 86400;
    PodRow young = pod("young");
    young.created = f.clock.seconds - 59;
    f.put({old, young});
    QVERIFY(f.model.setFilter("age:3d"));
    QCOMPARE(shown(f.model), QStringLiteral("a/old"));
    QVERIFY(f.model.setFilter("59s"));
    QCOMPARE(shown(f.model), QStringLiteral("a/young"));
    f.clock.seconds += 1;
    f.model.timePassed();
    QCOMPARE(f.model.rowCount(), 0);
}

void TableFilterTest::numbersAndTimesAreCompared()
{
    Fixture f;
    PodRow old = pod("old");
    old.created = f.clock.seconds - 3 * 86400;
    old.restarts = 12;
    PodRow young = pod("young");
    young.created = f.clock.seconds - 59;
    young.restarts = 3;
    f.put({old, young});
    const std::pair<const char *, const char *> filters[] = {
        {"age:<1h", "a/young"}, {"age:>1h", "a/old"}, {"!age:<1h", "a/old"}, {"age:<=59s", "a/young"}, {"age:<59s", ""}, {"age:>=3d", "a/old"},
        {"restarts:>3", "a/old"}, {"restarts:>=3", "a/old a/young"}, {"restarts:<=3", "a/young"}, {"!restarts:>3", "a/young"},
        {"age:<", "a/old a/young"}, {"age:<1", "a/old a/young"}, {"!age:<1", "a/old a/young"}, {"restarts:>x", "a/old a/young"},
        {"name:<1h", ""}, {"age:\"<1h\"", ""},
    };
    for (const auto &[filter, expected] : filters) {
        QVERIFY(f.model.setFilter(filter));
        QVERIFY2(shown(f.model) == QLatin1String(expected), qPrintable(QLatin1String(filter) + QLatin1String(": ") + shown(f.model)));
    }
    QVERIFY(f.model.setFilter("age:<1h"));
    f.clock.seconds += 3600;
    f.model.timePassed();
    QCOMPARE(f.model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TableFilterTest)
#include "TableFilterTest.moc"
