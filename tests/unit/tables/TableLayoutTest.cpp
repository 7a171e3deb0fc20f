#include "models/tables/TableLayout.h"
#include "models/text/Json.h"

#include <QString>
#include <QTest>

using namespace tables;

/// What is remembered of a table, and how it meets a table that changed since.
class TableLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasRememberedComesBack();
    void whatIsNotAsExpectedCountsAsAbsent_data();
    void whatIsNotAsExpectedCountsAsAbsent();
    void columnsThatCameAndWentKeepTheOthersInOrder_data();
    void columnsThatCameAndWentKeepTheOthersInOrder();
};

void TableLayoutTest::whatWasRememberedComesBack()
{
    TableLayout layout;
    layout.columns = {{"Name", true, 210}, {"Node", false, 0}, {"이름 \"x\"", true, 40}};
    layout.sort = {{"Status", true}, {"Name", false}};
    layout.brokenFirst = true;
    layout.userColumns = {{"App", ".metadata.labels.app"}, {"B", "{.x}"}};
    layout.group = "Node";
    layout.folded = {"worker-2", ""};
    QVERIFY(readLayout(toValue(layout)) == layout);
    QVERIFY(readLayout(toValue({})) == TableLayout());
}

void TableLayoutTest::whatIsNotAsExpectedCountsAsAbsent_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("sorts");

    QTest::newRow("nothing") << QByteArray("null") << 0 << 0;
    QTest::newRow("a text") << QByteArray("\"x\"") << 0 << 0;
    QTest::newRow("a list") << QByteArray("[1,2]") << 0 << 0;
    QTest::newRow("no lists") << QByteArray(R"({"columns":{"name":"Name"},"sort":7,"brokenFirst":"yes","userColumns":[{"name":"A"},{"path":"x"},{"name":"B","path":3}],"group":1,"folded":[7,null]})") << 0 << 0;
    QTest::newRow("no names") << QByteArray(R"({"columns":[{},{"name":7},{"name":""},null,[],"Name"],"sort":[{"column":null}]})") << 0 << 0;
    QTest::newRow("twice") << QByteArray(R"({"columns":[{"name":"A"},{"name":"A","shown":false}],"sort":[{"column":"A"},{"column":"A"}]})") << 1 << 1;
    QTest::newRow("wrong parts") << QByteArray(R"({"columns":[{"name":"A","shown":3,"width":"wide"}],"sort":[{"column":"A","descending":1}]})") << 1 << 1;
    QTest::newRow("widths out of reach") << QByteArray(R"({"columns":[{"name":"A","width":-7},{"name":"B","width":99999999999999999999}]})") << 2 << 0;
}

void TableLayoutTest::whatIsNotAsExpectedCountsAsAbsent()
{
    QFETCH(QByteArray, json);
    QFETCH(int, columns);
    QFETCH(int, sorts);
    const auto value = text::parseJson(json.toStdString());
    QVERIFY(value);
    const TableLayout layout = readLayout(*value);
    QCOMPARE(int(layout.columns.size()), columns);
    QCOMPARE(int(layout.sort.size()), sorts);
    QVERIFY(!layout.brokenFirst);
    QVERIFY(layout.userColumns.empty());
    QVERIFY(layout.group.empty());
    QVERIFY(layout.folded.empty());
    for (const TableLayout::Column &column : layout.columns) {
        QVERIFY(column.shown);
        QCOMPARE(column.width, 0);
    }
    for (const TableLayout::Sort &sort : layout.sort)
        QVERIFY(!sort.descending);
}

void TableLayoutTest::columnsThatCameAndWentKeepTheOthersInOrder_data()
{
    QTest::addColumn<QString>("remembered");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing remembered") << QString() << QStringLiteral("A B C") << QStringLiteral("A B C");
    QTest::newRow("turned") << QStringLiteral("C B A") << QStringLiteral("A B C") << QStringLiteral("C B A");
    QTest::newRow("one went") << QStringLiteral("C X A") << QStringLiteral("A C") << QStringLiteral("C A");
    QTest::newRow("one came") << QStringLiteral("C A") << QStringLiteral("A B C") << QStringLiteral("C A B");
    QTest::newRow("two came side by side") << QStringLiteral("C A") << QStringLiteral("A B D C") << QStringLiteral("C A B D");
    QTest::newRow("the first is new") << QStringLiteral("C B") << QStringLiteral("A B C") << QStringLiteral("A C B");
    QTest::newRow("all others") << QStringLiteral("X Y") << QStringLiteral("A B") << QStringLiteral("A B");
}

void TableLayoutTest::columnsThatCameAndWentKeepTheOthersInOrder()
{
    QFETCH(QString, remembered);
    QFETCH(QString, table);
    QFETCH(QString, expected);
    TableLayout layout;
    for (const QString &name : remembered.split(u' ', Qt::SkipEmptyParts))
        layout.columns.push_back({name.toStdString(), true, 0});
    std::vector<std::string> names;
    for (const QString &name : table.split(u' '))
        names.push_back(name.toStdString());
    QStringList ordered;
    for (const std::size_t place : orderOf(names, layout))
        ordered.push_back(QString::fromStdString(names[place]));
    QCOMPARE(ordered.join(u' '), expected);
}

QTEST_APPLESS_MAIN(TableLayoutTest)
#include "TableLayoutTest.moc"
