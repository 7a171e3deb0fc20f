#include "models/base/EventLoopExecutor.h"
#include "models/tables/UserColumnReader.h"
#include "models/text/Json.h"
#include "tests/unit/tables/PodTable.h"

#include <QTest>

using namespace tables;

namespace {

PodRow labelled(const char *name, const std::string &app)
{
    PodRow row = pod(name);
    row.object = R"({"metadata":{"labels":{"app":")" + app + R"("}},"spec":{"replicas":3,"ports":[80,443],"nothing":null}})";
    return row;
}

} // namespace

/// Columns that a person made, from what was typed to the cell.
class UserColumnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathIsReadAsKubectlReadsIt_data();
    void aPathIsReadAsKubectlReadsIt();
    void aWrongPathSaysWhere_data();
    void aWrongPathSaysWhere();
    void aPathThatCostsTooMuchIsAnError();
    void cellsComeFromAside();
    void aChangeIsReadAgainAndALateAnswerIsDropped();
    void whatIsSortedByFollows();
    void theFilterLooksIntoIt();
    void aUnitWithoutANumberIsAText();
    void largeNumbersAreToldApart();
    void textsOfOneNumberStayTwoGroups();
    void columnsComeAndGoAndTheOthersStay();
    void aFilterThatCannotBeReadWithoutItsColumnGoesWithIt();
    void theServersNewColumnsKeepThem();
    void anObjectThatIsNotKeptSaysSo();

private:
    base::EventLoopExecutor m_executor;
};

void UserColumnTest::aPathIsReadAsKubectlReadsIt_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("as kubectl has it") << QByteArray("{.metadata.labels.app}") << QByteArray("web");
    QTest::newRow("without braces") << QByteArray(".metadata.labels.app") << QByteArray("web");
    QTest::newRow("without the dot") << QByteArray("metadata.labels.app") << QByteArray("web");
    QTest::newRow("a number") << QByteArray(".spec.replicas") << QByteArray("3");
    QTest::newRow("several") << QByteArray(".spec.ports[*]") << QByteArray("80 443");
    QTest::newRow("a template") << QByteArray("{range .spec.ports[*]}<{@}>{end}") << QByteArray("<80><443>");
    QTest::newRow("a filter") << QByteArray(".spec.ports[?(@>100)]") << QByteArray("443");
    QTest::newRow("not there") << QByteArray(".spec.other.more") << QByteArray();
    QTest::newRow("a key with dots") << QByteArray(".metadata.labels.example\\.org/x") << QByteArray();
}

void UserColumnTest::aPathIsReadAsKubectlReadsIt()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    const auto parsed = UserPath::parse(path.toStdString());
    QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
    const auto object = text::parseJson(labelled("x", "web").object);
    QCOMPARE(parsed->read(*object).value(), expected.toStdString());
}

void UserColumnTest::aWrongPathSaysWhere_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("column");

    QTest::newRow("nothing") << QByteArray() << 1;
    QTest::newRow("a dot") << QByteArray(".") << 1;
    QTest::newRow("an open bracket") << QByteArray(".spec.ports[") << 13;
    QTest::newRow("an open brace") << QByteArray("{.spec") << 7;
    QTest::newRow("an open filter") << QByteArray(".spec.ports[?(@>1") << 18;
}

void UserColumnTest::aWrongPathSaysWhere()
{
    QFETCH(QByteArray, path);
    QFETCH(int, column);
    const auto parsed = UserPath::parse(path.toStdString());
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().message.empty());
    QCOMPARE(parsed.error().column, column);
}

void UserColumnTest::aPathThatCostsTooMuchIsAnError()
{
    std::string list = "[0";
    for (int i = 0; i < 5000; ++i)
        list += ",1";
    const auto object = text::parseJson("{\"a\":" + list + "]}");
    QVERIFY(!UserPath::parse(".a")->read(*object));
    QVERIFY(UserPath::parse(".a[0]")->read(*object));
}

void UserColumnTest::cellsComeFromAside()
{
    Fixture f;
    f.put({labelled("a", "web"), labelled("b", "7"), labelled("c", "")});
    f.model.setUserColumns({{"App", ".metadata.labels.app"}, {"Ports", ".spec.ports[*]"}});
    const int app = columnNamed(f.model, "App"), ports = columnNamed(f.model, "Ports");
    QCOMPARE(f.model.text(0, app), std::string());
    int taken = 0;
    UserColumnReader reader(f.model, m_executor, [&] { ++taken; });
    QTRY_VERIFY(!reader.isReading());
    QCOMPARE(taken, 1);
    QCOMPARE(f.model.text(0, app), std::string("web"));
    QCOMPARE(f.model.text(1, app), std::string("7"));
    QVERIFY(f.model.cell(1, app).type == kube::Cell::Type::Integer);
    QCOMPARE(f.model.text(2, app), std::string());
    QCOMPARE(f.model.text(2, ports), std::string("80 443"));
}

void UserColumnTest::aChangeIsReadAgainAndALateAnswerIsDropped()
{
    Fixture f;
    f.put({labelled("a", "old")});
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    const int app = columnNamed(f.model, "App");
    UserColumnReader reader(f.model, m_executor, {});
    QTRY_COMPARE(f.model.text(0, app), std::string("old"));
    f.rows.put(labelled("a", "new"));
    const kube::Delta delta = f.rows.apply();
    f.model.apply(delta);
    // What was read of the version before is not taken.
    UserValues late{{{f.model.rowId(0), "1", {"late"}}}};
    f.model.takeUserValues(late);
    QCOMPARE(f.model.text(0, app), std::string("old"));
    reader.read(delta);
    QTRY_COMPARE(f.model.text(0, app), std::string("new"));
    f.remove("a", "a");
    f.put({pod("b")});
    QCOMPARE(f.model.text(0, app), std::string());
}

void UserColumnTest::whatIsSortedByFollows()
{
    Fixture f;
    f.put({labelled("a", "1Gi"), labelled("b", "500m"), labelled("c", "zebra"), labelled("d", ""), labelled("e", "12"), labelled("f", "2026-01-01T00:00:00Z")});
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    f.model.setSortBy({{{std::size_t(columnNamed(f.model, "App")), false}}, false});
    UserColumnReader reader(f.model, m_executor, {});
    QTRY_COMPARE(shown(f.model), QStringLiteral("a/b a/e a/a a/f a/c a/d"));
}

void UserColumnTest::theFilterLooksIntoIt()
{
    Fixture f;
    f.put({labelled("a", "web"), labelled("b", "api")});
    f.model.setUserColumns({{"My App", ".metadata.labels.app"}});
    QVERIFY(f.model.setFilter("myapp:we"));
    QCOMPARE(f.model.rowCount(), 0);
    UserColumnReader reader(f.model, m_executor, {});
    QTRY_COMPARE(shown(f.model), QStringLiteral("a/a"));
    QVERIFY(f.model.setFilter("!we"));
    QCOMPARE(shown(f.model), QStringLiteral("a/b"));
}

void UserColumnTest::aUnitWithoutANumberIsAText()
{
    Fixture f;
    f.put({labelled("a", "n"), labelled("b", "m"), labelled("c", "-"), labelled("d", "5"), labelled("e", "-1")});
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    f.model.setSortBy({{{std::size_t(columnNamed(f.model, "App")), false}}, false});
    UserColumnReader reader(f.model, m_executor, {});
    QTRY_COMPARE(shown(f.model), QStringLiteral("a/e a/d a/c a/b a/a"));
    f.model.setGroupColumn(std::size_t(columnNamed(f.model, "App")));
    QCOMPARE(f.model.rowCount(), 10);
}

void UserColumnTest::largeNumbersAreToldApart()
{
    Fixture f;
    f.put({labelled("a", "1234567890123456790"), labelled("b", "1234567890123456789"), labelled("c", "7"), labelled("d", "x")});
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    f.model.setSortBy({{{std::size_t(columnNamed(f.model, "App")), false}}, false});
    UserColumnReader reader(f.model, m_executor, {});
    QTRY_COMPARE(shown(f.model), QStringLiteral("a/c a/b a/a a/d"));
    f.model.setGroupColumn(std::size_t(columnNamed(f.model, "App")));
    QCOMPARE(f.model.rowCount(), 8);
}

void UserColumnTest::textsOfOneNumberStayTwoGroups()
{
    Fixture f;
    f.put({labelled("a", "1.10"), labelled("b", "1.9"), labelled("c", "1.1"), labelled("d", "1.10")});
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    UserColumnReader reader(f.model, m_executor, {});
    QTRY_VERIFY(!reader.isReading());
    f.model.setGroupColumn(std::size_t(columnNamed(f.model, "App")));
    QCOMPARE(f.model.rowCount(), 7);
    QCOMPARE(f.model.group(0).label, std::string("1.1"));
    QCOMPARE(f.model.group(2).label, std::string("1.10"));
    QCOMPARE(f.model.group(2).shown, std::size_t(2));
    QCOMPARE(f.model.group(5).label, std::string("1.9"));
}

void UserColumnTest::columnsComeAndGoAndTheOthersStay()
{
    Fixture f;
    f.put({labelled("a", "web"), labelled("b", "api")});
    const int node = columnNamed(f.model, "Node");
    f.model.setColumnShown(node, true);
    f.model.sort(node, Qt::DescendingOrder);
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    QVERIFY(f.model.isColumnShown(node));
    QVERIFY(f.model.isColumnShown(columnNamed(f.model, "App")));
    QVERIFY(f.model.sortBy() == (SortBy{{{std::size_t(node), true}}, false}));
    f.model.setSortBy({{{std::size_t(columnNamed(f.model, "App")), false}, {std::size_t(node), false}}, false});
    f.model.setUserColumns({});
    QVERIFY(f.model.sortBy() == (SortBy{{{std::size_t(node), false}}, false}));
    QCOMPARE(f.model.columnCount(), node + 2);
}

void UserColumnTest::aFilterThatCannotBeReadWithoutItsColumnGoesWithIt()
{
    Fixture f;
    f.put({labelled("a", "web")});
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    QVERIFY(f.model.setFilter(R"(app:"x /[/ y")"));     // one text in that column; without it two, and an open bracket between slashes
    QCOMPARE(f.model.rowCount(), 0);
    f.model.setUserColumns({});
    QCOMPARE(shown(f.model), QStringLiteral("a/a"));
    QCOMPARE(f.model.filterText(), std::string());
}

void UserColumnTest::theServersNewColumnsKeepThem()
{
    Fixture f;
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    f.rows.store.setColumns({{"Name"}, {"Other"}});
    f.model.apply({});
    QCOMPARE(f.model.columnCount(), 4);
    QCOMPARE(columnNamed(f.model, "App"), 3);
}

void UserColumnTest::anObjectThatIsNotKeptSaysSo()
{
    Fixture f;
    f.put({pod("a")});
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    UserColumnReader reader(f.model, m_executor, {});
    QTRY_COMPARE(f.model.text(0, columnNamed(f.model, "App")), std::string(UnreadCell));
}

QTEST_GUILESS_MAIN(UserColumnTest)
#include "UserColumnTest.moc"
