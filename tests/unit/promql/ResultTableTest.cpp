#include "models/metrics/PrometheusAnswer.h"
#include "models/promql/ErrorPlace.h"
#include "models/promql/ResultTable.h"
#include "models/text/Csv.h"

#include <QtTest>

using namespace promql;

namespace {

ResultTable tableOfJson(const std::string &data)
{
    const auto answer = metrics::parseAnswer(R"({"status":"success","data":)" + data + '}');
    return answer ? tableOf(*answer) : ResultTable();
}

const std::string three = R"({"resultType":"vector","result":[
    {"metric":{"__name__":"up","job":"node","instance":"b"},"value":[1800000000,"1"]},
    {"metric":{"__name__":"up","job":"node","instance":"a","zone":"x"},"value":[1800000000,"NaN"]},
    {"metric":{"__name__":"up","job":"node","instance":"c"},"value":[1800000000,"0.5"]}]})";

} // namespace

class ResultTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAllHaveInCommonIsToldOnce();
    void rowsAreSortedAndNoNumberComesLast();
    void labelsThatAreNumbersAreSortedByValue();
    void aRangeTellsItsFigures();
    void scalarsAndTextsAreARow();
    void csvHasAllLabelsOfASeries();
    void seriesAreWrittenAsPromQL();
    void theServersWordsNameThePlace_data();
    void theServersWordsNameThePlace();
};

void ResultTableTest::whatAllHaveInCommonIsToldOnce()
{
    const ResultTable table = tableOfJson(three);
    QCOMPARE(table.common, (std::vector<std::pair<std::string, std::string>>{{"__name__", "up"}, {"job", "node"}}));
    QCOMPARE(table.columns, (std::vector<std::string>{"instance", "zone"}));
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(table.rows[0].cells, (std::vector<std::string>{"b", ""}));
    QCOMPARE(figureText(table, 0, 0), std::string("1"));
    QCOMPARE(figureText(table, 1, 0), std::string("NaN"));
}

void ResultTableTest::rowsAreSortedAndNoNumberComesLast()
{
    const ResultTable table = tableOfJson(three);
    QCOMPARE(sorted(table, {}), (std::vector<std::size_t>{0, 1, 2}));
    QCOMPARE(sorted(table, {0, false}), (std::vector<std::size_t>{1, 0, 2}));
    QCOMPARE(sorted(table, {2, false}), (std::vector<std::size_t>{2, 0, 1}));
    QCOMPARE(sorted(table, {2, true}), (std::vector<std::size_t>{0, 2, 1}));
}

void ResultTableTest::labelsThatAreNumbersAreSortedByValue()
{
    std::string series;
    for (const char *le : {"+Inf", "10", "0.5", "other-10", "0.25", "other-2", "9"})
        series += (series.empty() ? "" : ",") + std::string(R"({"metric":{"le":")") + le + R"("},"value":[1,"1"]})";
    const ResultTable table = tableOfJson(R"({"resultType":"vector","result":[)" + series + "]}");
    std::vector<std::string> found;
    for (const std::size_t row : sorted(table, {0, false}))
        found.push_back(table.rows[row].cells[0]);
    QCOMPARE(found, (std::vector<std::string>{"0.25", "0.5", "9", "10", "+Inf", "other-2", "other-10"}));
}

void ResultTableTest::aRangeTellsItsFigures()
{
    const ResultTable table = tableOfJson(R"({"resultType":"matrix","result":[{"metric":{"pod":"a"},"values":[[1,"3"],[2,"+Inf"],[3,"0.1"],[4,"2"]]}]})");
    QVERIFY(table.isRange);
    QCOMPARE(table.columnCount(), std::size_t(4));
    QCOMPARE(figureText(table, 0, 0), std::string("2"));
    QCOMPARE(figureText(table, 0, 1), std::string("0.1"));
    QCOMPARE(figureText(table, 0, 2), std::string("3"));
    QCOMPARE(figureText(table, 0, 3), std::string("4"));
}

void ResultTableTest::scalarsAndTextsAreARow()
{
    const ResultTable scalar = tableOfJson(R"({"resultType":"scalar","result":[1800000000,"42"]})");
    QCOMPARE(scalar.rows.size(), std::size_t(1));
    QVERIFY(scalar.columns.empty());
    QCOMPARE(figureText(scalar, 0, 0), std::string("42"));
    const ResultTable text = tableOfJson(R"({"resultType":"string","result":[1800000000,"hello"]})");
    QCOMPARE(text.rows.size(), std::size_t(1));
    QCOMPARE(figureText(text, 0, 0), std::string("hello"));
}

void ResultTableTest::csvHasAllLabelsOfASeries()
{
    const ResultTable table = tableOfJson(three);
    const auto rows = text::parseCsv(csvOf(table, {2, 0}, {"value"}));
    QVERIFY(rows);
    QCOMPARE(*rows, (std::vector<std::vector<std::string>>{{"__name__", "job", "instance", "zone", "value"}, {"up", "node", "c", "", "0.5"}, {"up", "node", "b", "", "1"}}));
}

void ResultTableTest::seriesAreWrittenAsPromQL()
{
    const ResultTable table = tableOfJson(three);
    QCOMPARE(seriesText(table, 0, Named::InFull), std::string(R"(up{instance="b", job="node"})"));
    QCOMPARE(seriesText(table, 1, Named::ByWhatDiffers), std::string(R"({instance="a", zone="x"})"));
}

void ResultTableTest::theServersWordsNameThePlace_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("place");
    QTest::newRow("in its line") << QByteArray("sum(up") << QByteArray("the service x: invalid parameter \"query\": 1:5: parse error: unclosed left parenthesis") << 4;
    QTest::newRow("in a later line") << QByteArray("sum(\n  up))") << QByteArray("2:6: parse error: unexpected right parenthesis") << 10;
    QTest::newRow("at the end") << QByteArray("sum(") << QByteArray("1:5: parse error: unclosed left parenthesis") << 4;
    QTest::newRow("behind it") << QByteArray("up") << QByteArray("1:9: parse error: x") << -1;
    QTest::newRow("in a line that is not there") << QByteArray("up") << QByteArray("3:1: parse error: x") << -1;
    QTest::newRow("without a place") << QByteArray("up") << QByteArray("unknown parse error: x") << -1;
    QTest::newRow("another error") << QByteArray("up") << QByteArray("query timed out at 1:1") << -1;
}

void ResultTableTest::theServersWordsNameThePlace()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, message);
    QFETCH(int, place);
    const auto found = errorPlace(query.toStdString(), message.toStdString());
    QCOMPARE(found ? static_cast<int>(*found) : -1, place);
}

QTEST_APPLESS_MAIN(ResultTableTest)
#include "ResultTableTest.moc"
