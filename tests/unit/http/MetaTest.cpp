#include "models/http/Meta.h"

#include <QtTest>

using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

/// What headers say, rule by rule.
class MetaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retryAfterIsAWholeNumberOfSeconds_data();
    void retryAfterIsAWholeNumberOfSeconds();
    void contentTypesHaveParameters_data();
    void contentTypesHaveParameters();
    void datesHaveThreeForms_data();
    void datesHaveThreeForms();
    void warningsAreUnquoted_data();
    void warningsAreUnquoted();
    void aRepeatedWarningIsShownOnce();
    void aRedirectNamesItsTarget();
    void headerNamesHaveNoCase();
};

void MetaTest::retryAfterIsAWholeNumberOfSeconds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");   // -1: nothing
    QTest::newRow("one") << QByteArray("1") << 1;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("blanks around it") << QByteArray(" 30\t") << 30;
    QTest::newRow("an hour is capped") << QByteArray("3600") << 60;
    QTest::newRow("more than a number holds") << QByteArray("99999999999999999999") << 60;
    QTest::newRow("negative") << QByteArray("-1") << -1;
    QTest::newRow("plus") << QByteArray("+1") << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << -1;
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << -1;
    QTest::newRow("text") << QByteArray("soon") << -1;
    QTest::newRow("empty") << QByteArray("") << -1;
}

void MetaTest::retryAfterIsAWholeNumberOfSeconds()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    const auto parsed = http::parseRetryAfter(value.toStdString());
    QCOMPARE(parsed.has_value(), seconds >= 0);
    QCOMPARE(parsed.value_or(-1s).count(), seconds);
}

void MetaTest::contentTypesHaveParameters_data()
{
    QTest::addColumn<std::string>("value");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("parameter");
    QTest::addColumn<std::string>("expected");
    const std::string table = "application/json;as=Table;g=meta.k8s.io;v=v1";
    QTest::newRow("as") << table << std::string("application/json") << std::string("as") << std::string("Table");
    QTest::newRow("g") << table << std::string("application/json") << std::string("g") << std::string("meta.k8s.io");
    QTest::newRow("stream") << std::string("application/vnd.kubernetes.protobuf;stream=watch") << std::string("application/vnd.kubernetes.protobuf")
                            << std::string("stream") << std::string("watch");
    QTest::newRow("case and blanks") << std::string(" Text/HTML ; Charset = UTF-8 ") << std::string("text/html") << std::string("charset") << std::string("UTF-8");
    QTest::newRow("quoted") << std::string("a/b; x=\"c;\\\"d\"; y=2") << std::string("a/b") << std::string("x") << std::string("c;\"d");
    QTest::newRow("after a quoted one") << std::string("a/b; x=\"c;\\\"d\"; y=2") << std::string("a/b") << std::string("y") << std::string("2");
    QTest::newRow("without a value") << std::string("a/b; x; y=2") << std::string("a/b") << std::string("x") << std::string();
    QTest::newRow("empty") << std::string() << std::string() << std::string("x") << std::string();
}

void MetaTest::contentTypesHaveParameters()
{
    QFETCH(std::string, value);
    QFETCH(std::string, type);
    QFETCH(std::string, parameter);
    QFETCH(std::string, expected);
    const http::ContentType parsed = http::parseContentType(value);
    QCOMPARE(parsed.type, type);
    QCOMPARE(std::string(parsed.parameter(parameter)), expected);
}

void MetaTest::datesHaveThreeForms_data()
{
    QTest::addColumn<std::string>("value");
    QTest::addColumn<qint64>("seconds");   // since 1970; -1: no date
    QTest::newRow("fixed") << std::string("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(784111777);
    QTest::newRow("RFC 850") << std::string("Sunday, 06-Nov-94 08:49:37 GMT") << qint64(784111777);
    QTest::newRow("asctime") << std::string("Sun Nov  6 08:49:37 1994") << qint64(784111777);
    QTest::newRow("two digits of this century") << std::string("Monday, 01-Jan-24 00:00:00 GMT") << qint64(1704067200);
    QTest::newRow("no such day") << std::string("Wed, 30 Feb 2022 00:00:00 GMT") << qint64(-1);
    QTest::newRow("no such hour") << std::string("Sun, 06 Nov 1994 24:00:00 GMT") << qint64(-1);
    QTest::newRow("a year beyond the clock") << std::string("Sun Nov  6 08:49:37 9914") << qint64(-1);
    QTest::newRow("another zone") << std::string("Sun, 06 Nov 1994 08:49:37 CET") << qint64(-1);
    QTest::newRow("a number") << std::string("120") << qint64(-1);
    QTest::newRow("empty") << std::string() << qint64(-1);
}

void MetaTest::datesHaveThreeForms()
{
    QFETCH(std::string, value);
    QFETCH(qint64, seconds);
    const auto date = http::parseHttpDate(value);
    QCOMPARE(date.has_value(), seconds >= 0);
    if (date)
        QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(date->time_since_epoch()).count(), seconds);
}

void MetaTest::warningsAreUnquoted_data()
{
    QTest::addColumn<std::string>("value");
    QTest::addColumn<Texts>("expected");
    QTest::newRow("one") << std::string("299 - \"old API\"") << Texts{"old API"};
    QTest::newRow("quotes in it") << std::string(R"(299 - "say \"hi\" \\ there")") << Texts{R"(say "hi" \ there)"};
    QTest::newRow("with a date") << std::string("299 - \"a\" \"Sun, 06 Nov 1994 08:49:37 GMT\"") << Texts{"a"};
    QTest::newRow("several") << std::string("299 - \"a, b\", 299 agent \"c\"") << Texts{"a, b", "c"};
    QTest::newRow("several with dates") << std::string("299 - \"a\" \"date\",299 - \"b\"") << Texts{"a", "b"};
    QTest::newRow("other codes are not shown") << std::string("110 - \"stale\", 299 - \"a\"") << Texts{"a"};
    QTest::newRow("control characters") << std::string("299 - \"a\x1b[31mb\r\nc\x7f\xc2\x9b" "d\"") << Texts{"a[31mbcd"};
    QTest::newRow("Korean") << std::string("299 - \"\xEA\xB2\xBD\xEA\xB3\xA0\"") << Texts{"\xEA\xB2\xBD\xEA\xB3\xA0"};
    QTest::newRow("not quoted") << std::string("299 - text") << Texts{};
    QTest::newRow("quote without end") << std::string("299 - \"a\", 299 - \"b") << Texts{"a"};
    QTest::newRow("no agent") << std::string("299 \"a\"") << Texts{};
    QTest::newRow("code of two digits") << std::string("29 - \"a\"") << Texts{};
    QTest::newRow("empty") << std::string() << Texts{};
}

void MetaTest::warningsAreUnquoted()
{
    QFETCH(std::string, value);
    QFETCH(Texts, expected);
    QCOMPARE(http::parseWarnings(value), expected);
}

void MetaTest::aRepeatedWarningIsShownOnce()
{
    http::ResponseHead head;
    head.headers = {{"Warning", "299 - \"a\", 299 - \"b\""}, {"Content-Type", "x"}, {"warning", "299 - \"a\""}};
    QCOMPARE(http::warnings(head), (Texts{"a", "b"}));
}

void MetaTest::aRedirectNamesItsTarget()
{
    http::ResponseHead head;
    head.status = 302;
    QVERIFY(!http::redirectTarget(head));
    head.headers = {{"Location", "https://user:pass@evil.example.com/\x1b[2J"}};
    QCOMPARE(http::redirectTarget(head).value(), std::string("https://***@evil.example.com/[2J"));
    head.status = 200;
    QVERIFY(!http::redirectTarget(head));
}

void MetaTest::headerNamesHaveNoCase()
{
    http::ResponseHead head;
    head.headers = {{"retry-AFTER", "5"}, {"Retry-After", "6"}};
    QVERIFY(head.header("Retry-After"));
    QCOMPARE(*head.header("Retry-After"), std::string("5"));
    QVERIFY(!head.header("Retry"));
}

QTEST_APPLESS_MAIN(MetaTest)
#include "MetaTest.moc"
