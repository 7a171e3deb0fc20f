#include "app/headless/TableRows.h"
#include "models/text/Json.h"

#include <QtTest>

using namespace headless;

namespace {

TableRows rowsOf(const std::vector<std::pair<std::string, std::vector<std::string>>> &rows)
{
    TableRows out;
    out.columns = {{{"Name", kube::Shown::Always}, "string", "name"}, {{"Rank", kube::Shown::Always}, "integer", {}}};
    for (const auto &[space, cells] : rows) {
        out.begin(space);
        for (const std::string &cell : cells)
            out.cell(cell);
    }
    return out;
}

QByteArray shown(const TableRows &rows)
{
    QByteArray out;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        out += QByteArray::fromStdString(std::string(rows.namespaceName(row))) + ':';
        for (std::size_t column = 0; column < rows.cellCount(row); ++column)
            out += (column ? "," : "") + QByteArray::fromStdString(std::string(rows.cell(row, column)));
        out += ' ';
    }
    return out.trimmed();
}

} // namespace

/// The rows of one kind, kept as text.
class TableRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsKeepTheirCellsAndNamespaces();
    void appendedRowsComeAfterTheOthers();
    void labelsBecomeCells();
    void rowsAreSortedByTheirKeys();
    void rowsAreSortedByTheNumbersInAColumn();
};

void TableRowsTest::rowsKeepTheirCellsAndNamespaces()
{
    const TableRows rows = rowsOf({{"a", {"one", ""}}, {"a", {}}, {"b", {"배\n", "x", "y"}}, {"", {"z"}}});
    QCOMPARE(shown(rows), QByteArray("a:one, a: b:배\n,x,y :z"));
}

void TableRowsTest::appendedRowsComeAfterTheOthers()
{
    TableRows rows = rowsOf({{"a", {"one", "1"}}});
    rows.append(rowsOf({{"b", {"two"}}, {"a", {"three", "3"}}}));
    rows.append(TableRows());
    QCOMPARE(shown(rows), QByteArray("a:one,1 b:two a:three,3"));
    TableRows empty;
    empty.append(std::move(rows));
    QCOMPARE(shown(empty), QByteArray("a:one,1 b:two a:three,3"));
    QCOMPARE(empty.columns.size(), std::size_t(2));
}

void TableRowsTest::labelsBecomeCells()
{
    RowExtras extras;
    extras.labelColumns = {"app", "missing"};
    extras.allLabels = true;
    const text::Value labels = *text::parseJson(R"({"tier": "web", "app": "shop"})");
    TableRows rows;
    rows.begin("a");
    rows.extras(extras, labels, {});
    rows.begin("a");
    rows.extras(extras, {}, {});
    QCOMPARE(shown(rows), QByteArray("a:shop,,app=shop,tier=web a:,,<none>"));
}

void TableRowsTest::rowsAreSortedByTheirKeys()
{
    RowExtras extras;
    extras.sortKey = [](const text::Value &object) { return object["rank"]; };
    TableRows rows;
    for (const char *object : {R"({"rank": 3})", R"({"rank": 20})", R"({"rank": 1})"}) {
        rows.begin("a");
        rows.cell(object);
        rows.extras(extras, {}, *text::parseJson(object));
    }
    QVERIFY(rows.sortByKeys(".rank").has_value());
    QCOMPARE(shown(rows), QByteArray(R"(a:{"rank": 1} a:{"rank": 3} a:{"rank": 20})"));
    QVERIFY(rows.sortByKeys(".rank").has_value());
    QCOMPARE(rows.size(), std::size_t(3));
}

void TableRowsTest::rowsAreSortedByTheNumbersInAColumn()
{
    TableRows rows = rowsOf({{"", {"a", "900"}}, {"", {"b", "1"}}, {"", {"c", "10000"}}, {"", {"d", "1"}}});
    rows.sortByNumber("");
    rows.sortByNumber("Nothing");
    QCOMPARE(shown(rows), QByteArray(":a,900 :b,1 :c,10000 :d,1"));
    rows.sortByNumber("Rank");
    QCOMPARE(shown(rows), QByteArray(":b,1 :d,1 :a,900 :c,10000"));
}

QTEST_APPLESS_MAIN(TableRowsTest)
#include "TableRowsTest.moc"
