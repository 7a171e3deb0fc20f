#include "models/metrics/PrometheusAnswer.h"

#include <QtTest>

#include <cmath>

using metrics::Answer;
using metrics::parseAnswer;
using metrics::Point;

namespace {

base::SystemTime at(std::int64_t milliseconds)
{
    return base::SystemTime(std::chrono::milliseconds(milliseconds));
}

std::string vectorOf(const std::string &series, const std::string &rest = {})
{
    return R"({"status":"success","data":{"resultType":"vector","result":[)" + series + "]}" + rest + "}";
}

std::string matrixOf(const std::string &values)
{
    return R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"pod":"a"},"values":[)" + values + "]}]}}";
}

} // namespace

class PrometheusAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVectorIsASeriesForEachElement();
    void aMatrixKeepsEachSample();
    void aScalarAndATextAreTold();
    void notANumberAndInfinitiesStay();
    void warningsAndInfosAreKept();
    void histogramsAreLeftOutAndNamed();
    void samplesOutOfOrderArePutInOrderAndNamed();
    void labelsAreUnescapedAndValid();
    void whatMakesNoSenseIsAnErrorThatNamesThePlace_data();
    void whatMakesNoSenseIsAnErrorThatNamesThePlace();
    void everyBeginningOfAnAnswerIsAnError();
    void refusalsKeepTheServersWords_data();
    void refusalsKeepTheServersWords();
    void aRefusalOfTheApiServerIsNotOneOfPrometheus();
    void onlyNumbersAreValues_data();
    void onlyNumbersAreValues();
};

void PrometheusAnswerTest::aVectorIsASeriesForEachElement()
{
    const auto answer = parseAnswer(vectorOf(R"({"metric":{"__name__":"up","job":"self"},"value":[1795421263.105,"0"]}, {"metric":{},"value":[1795421263,"2.5e3"]})"));
    QVERIFY(answer);
    QCOMPARE(answer->kind, Answer::Kind::Vector);
    QCOMPARE(answer->series.size(), std::size_t(2));
    QVERIFY(answer->series[0] == (metrics::Series{{{"__name__", "up"}, {"job", "self"}}, {{at(1795421263105), 0}}}));
    QVERIFY(answer->series[1] == (metrics::Series{{}, {{at(1795421263000), 2500}}}));
    QVERIFY(answer->raw.starts_with(R"({"status":"success")"));
    QVERIFY(answer->warnings.empty());
}

void PrometheusAnswerTest::aMatrixKeepsEachSample()
{
    const auto answer = parseAnswer(matrixOf(R"([1,"1"],[2.5,"2"],[3,"3"])"));
    QVERIFY(answer);
    QCOMPARE(answer->kind, Answer::Kind::Matrix);
    QVERIFY(answer->series.at(0).points == (std::vector<Point>{{at(1000), 1}, {at(2500), 2}, {at(3000), 3}}));
    const auto none = parseAnswer(R"({"status":"success","data":{"resultType":"matrix","result":[]}})");
    QVERIFY(none && none->series.empty());
}

void PrometheusAnswerTest::aScalarAndATextAreTold()
{
    const auto scalar = parseAnswer(R"({"data":{"result":[1795421262.853,"1"],"resultType":"scalar"},"status":"success"})");
    QVERIFY(scalar);
    QCOMPARE(scalar->kind, Answer::Kind::Scalar);
    QCOMPARE(scalar->series.at(0).points.at(0).value, 1.0);
    const auto text = parseAnswer(R"({"status":"success","data":{"resultType":"string","result":[1,"x\u00e9"]}})");
    QVERIFY(text);
    QCOMPARE(text->kind, Answer::Kind::Text);
    QCOMPARE(text->text, std::string("xé"));
    QVERIFY(text->series.empty());
}

void PrometheusAnswerTest::notANumberAndInfinitiesStay()
{
    const auto answer = parseAnswer(matrixOf(R"([1,"NaN"],[2,"+Inf"],[3,"-Inf"],[4,"1.7976931348623157e+308"])"));
    QVERIFY(answer);
    const auto &points = answer->series.at(0).points;
    QVERIFY(std::isnan(points[0].value));
    QVERIFY(std::isinf(points[1].value) && points[1].value > 0);
    QVERIFY(std::isinf(points[2].value) && points[2].value < 0);
    QCOMPARE(points[3].value, std::numeric_limits<double>::max());
}

void PrometheusAnswerTest::warningsAndInfosAreKept()
{
    const auto answer = parseAnswer(vectorOf("", R"(,"warnings":["partial",7],"infos":["metric might not be a counter"])"));
    QVERIFY(answer);
    QCOMPARE(answer->warnings, (std::vector<std::string>{"partial", "metric might not be a counter"}));
}

void PrometheusAnswerTest::histogramsAreLeftOutAndNamed()
{
    const auto answer = parseAnswer(vectorOf(R"({"metric":{"a":"b"},"histogram":[1,{"count":"2","sum":"3","buckets":[[0,"1","2","3"]]}]})"));
    QVERIFY(answer);
    QVERIFY(answer->series.at(0).points.empty());
    QCOMPARE(answer->warnings.size(), std::size_t(1));
    QVERIFY(answer->warnings[0].find("histograms") != std::string::npos);
}

void PrometheusAnswerTest::samplesOutOfOrderArePutInOrderAndNamed()
{
    const auto answer = parseAnswer(matrixOf(R"([3,"3"],[1,"1"],[1,"7"],[2,"2"])"));
    QVERIFY(answer);
    QVERIFY(answer->series.at(0).points == (std::vector<Point>{{at(1000), 7}, {at(2000), 2}, {at(3000), 3}}));
    QCOMPARE(answer->warnings.size(), std::size_t(1));
}

void PrometheusAnswerTest::labelsAreUnescapedAndValid()
{
    const auto answer = parseAnswer(vectorOf("{\"metric\":{\"path\":\"C:\\\\a\\\"b\",\"raw\":\"\xff!\"},\"value\":[1,\"1\"]}"));
    QVERIFY(answer);
    QCOMPARE(answer->series.at(0).labels.at("path"), std::string("C:\\a\"b"));
    QCOMPARE(answer->series.at(0).labels.at("raw"), std::string("\xEF\xBF\xBD!"));
}

void PrometheusAnswerTest::whatMakesNoSenseIsAnErrorThatNamesThePlace_data()
{
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("words");
    QTest::addColumn<std::string>("reason");
    const auto row = [](const char *name, const std::string &body, const std::string &words, std::string_view reason = metrics::reason::Malformed) {
        QTest::newRow(name) << body << words << std::string(reason);
    };
    row("nothing", "", "empty", metrics::reason::NotPrometheus);
    row("a page", "<!doctype html><html><head><title>Grafana</title>", "HTML page (\"Grafana\")", metrics::reason::NotPrometheus);
    row("text", "pong", "not JSON: pong", metrics::reason::NotPrometheus);
    row("another API", R"({"kind":"PodList"})", "no status and data", metrics::reason::NotPrometheus);
    row("no result", R"({"status":"success","data":{"resultType":"vector"}})", "data.result is missing");
    row("an unknown type", R"({"status":"success","data":{"resultType":"cube","result":[]}})", "unknown type \"cube\"");
    row("a result of another type", R"({"status":"success","data":{"resultType":"vector","result":{"a":1}}})", "is no list");
    row("a value that is a number", vectorOf(R"({"metric":{},"value":[1,2]})"), "data.result[0] sample 0 is not a time and a value");
    row("a value that is none", vectorOf(R"({"metric":{},"value":[1,"12 cores"]})"), "sample 0 has a value that is no number");
    row("a value that no double holds", matrixOf(R"([1,"1"],[2,"1e999"])"), "sample 1 has a value that is no number");
    row("a hexadecimal value", vectorOf(R"({"metric":{},"value":[1,"0x10"]})"), "no number");
    row("a time that is a text", vectorOf(R"({"metric":{},"value":["1","1"]})"), "has a time that is none");
    row("a time that no clock holds", vectorOf(R"({"metric":{},"value":[1e300,"1"]})"), "has a time that is none");
    row("a label that is a number", vectorOf(R"({"metric":{"a":1},"value":[1,"1"]})"), "has a label that is not");
    row("a metric that is a list", vectorOf(R"({"metric":[],"value":[1,"1"]})"), "has no labels");
    row("a scalar without a value", R"({"status":"success","data":{"resultType":"scalar","result":[1]}})", "is not a time and a value");
    row("bytes behind the end", vectorOf("") + "x", "follows its end");
}

void PrometheusAnswerTest::whatMakesNoSenseIsAnErrorThatNamesThePlace()
{
    QFETCH(std::string, body);
    QFETCH(std::string, words);
    QFETCH(std::string, reason);
    const auto answer = parseAnswer(body);
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.find(words) != std::string::npos, answer.error().message.c_str());
    QCOMPARE(answer.error().reason, reason);
    QCOMPARE(answer.error().kind, base::ErrorKind::BadInput);
}

void PrometheusAnswerTest::everyBeginningOfAnAnswerIsAnError()
{
    const std::string good = matrixOf(R"([1,"1"],[2,"2"])");
    QVERIFY(parseAnswer(good));
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY2(!parseAnswer(good.substr(0, size)), good.substr(0, size).c_str());
}

void PrometheusAnswerTest::refusalsKeepTheServersWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<std::string>("words");
    using base::ErrorKind;
    QTest::newRow("a query with a fault") << 400 << std::string(R"({"status":"error","errorType":"bad_data","error":"1:4: parse error"})") << ErrorKind::Invalid << std::string("bad_data") << std::string("1:4: parse error");
    QTest::newRow("too many samples") << 422 << std::string(R"({"status":"error","errorType":"execution","error":"too many samples"})") << ErrorKind::Invalid << std::string("execution") << std::string("too many samples");
    QTest::newRow("a query that takes too long") << 503 << std::string(R"({"status":"error","errorType":"timeout","error":"query timed out"})") << ErrorKind::Timeout << std::string("timeout") << std::string("query timed out");
    QTest::newRow("no such path") << 404 << std::string("404 page not found\n") << ErrorKind::NotFound << std::string("wrong-prefix") << std::string("404 page not found");
    QTest::newRow("a proxy before it") << 403 << std::string("<html><title>403 Forbidden</title></html>") << ErrorKind::Forbidden << std::string("not-prometheus") << std::string("403 Forbidden");
    QTest::newRow("no words") << 502 << std::string() << ErrorKind::Server << std::string() << std::string("answered 502 without a word");
}

void PrometheusAnswerTest::refusalsKeepTheServersWords()
{
    QFETCH(int, status);
    QFETCH(std::string, body);
    QFETCH(base::ErrorKind, kind);
    QFETCH(std::string, reason);
    QFETCH(std::string, words);
    const base::Error error = metrics::refusalOf(status, body);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.reason, reason);
    QCOMPARE(error.code, status);
    QVERIFY2(error.message.find(words) != std::string::npos, error.message.c_str());
}

void PrometheusAnswerTest::aRefusalOfTheApiServerIsNotOneOfPrometheus()
{
    base::Error ofServer = base::makeError(base::ErrorKind::Forbidden, "services \"p\" is forbidden");
    ofServer.code = 403;
    ofServer.reason = "Forbidden";
    QVERIFY(!metrics::refusalBehindProxy(ofServer));
    base::Error behind = base::makeError(base::ErrorKind::Invalid, R"({"status":"error","errorType":"bad_data","error":"no"})");
    behind.code = 400;
    QCOMPARE(metrics::refusalBehindProxy(behind).value_or(base::Error()).reason, std::string("bad_data"));
}

void PrometheusAnswerTest::onlyNumbersAreValues_data()
{
    QTest::addColumn<std::string>("spelling");
    QTest::addColumn<bool>("isValue");
    for (const char *good : {"0", "-0", "1.5", "1e-9", "+Inf", "-Inf", "Inf", "NaN", "+3", "9007199254740993"})
        QTest::newRow(good) << std::string(good) << true;
    for (const char *bad : {"", " ", "1 ", "nan", "inf", "1,5", "0x1p3", "--1", "++1", "1e", "1e400", "Infinity", "1\n"})
        QTest::newRow(bad) << std::string(bad) << false;
}

void PrometheusAnswerTest::onlyNumbersAreValues()
{
    QFETCH(std::string, spelling);
    QFETCH(bool, isValue);
    QCOMPARE(metrics::parseSampleValue(spelling).has_value(), isValue);
}

QTEST_APPLESS_MAIN(PrometheusAnswerTest)
#include "PrometheusAnswerTest.moc"
