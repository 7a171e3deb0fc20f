#include "models/metrics/PromText.h"
#include "models/metrics/PromUses.h"

#include <QtTest>

using namespace metrics;
using namespace std::chrono_literals;
using std::string_literals::operator""s;

class PromTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStringIsWhatItWasWhateverItHolds_data();
    void aStringIsWhatItWasWhateverItHolds();
    void aPatternMatchesTheseTextsAlone_data();
    void aPatternMatchesTheseTextsAlone();
    void aSelectorAsksForTheClusterThatIsMeant();
    void theWindowIsFilledInOutsideOfStringsOnly();
    void metricsAndTheirConditionsAreFound_data();
    void metricsAndTheirConditionsAreFound();
    void brokenTextEnds_data();
    void brokenTextEnds();
};

void PromTextTest::aStringIsWhatItWasWhateverItHolds_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("written");
    QTest::newRow("plain") << "web-1"s << R"("web-1")"s;
    QTest::newRow("empty") << ""s << R"("")"s;
    QTest::newRow("quote") << R"(a"b)"s << R"("a\"b")"s;
    QTest::newRow("backslash") << R"(a\b)"s << R"("a\\b")"s;
    QTest::newRow("end of string") << R"("} or up{x=")"s << R"("\"} or up{x=\"")"s;
    QTest::newRow("line") << "a\nb"s << R"("a\x0ab")"s;
    QTest::newRow("zero") << "a\0b"s << R"("a\x00b")"s;
    QTest::newRow("Korean") << "웹"s << "\"웹\""s;
}

void PromTextTest::aStringIsWhatItWasWhateverItHolds()
{
    QFETCH(std::string, text);
    QFETCH(std::string, written);
    QCOMPARE(literal(text), written);
    const auto uses = usesIn("m{l=" + written + "}");
    QCOMPARE(uses.size(), std::size_t(1));
    if (text.find('\n') == std::string::npos && text.find('\0') == std::string::npos)
        QCOMPARE(uses[0].matchers, (std::vector<Matcher>{{"l", "=", text}}));
}

void PromTextTest::aPatternMatchesTheseTextsAlone_data()
{
    QTest::addColumn<std::vector<std::string>>("texts");
    QTest::addColumn<std::string>("pattern");
    QTest::newRow("one") << std::vector{"web-1"s} << "web-1"s;
    QTest::newRow("several") << std::vector{"a"s, "b"s} << "a|b"s;
    QTest::newRow("dots") << std::vector{"ip-10.0.0.1"s} << R"(ip-10\.0\.0\.1)"s;
    QTest::newRow("all that means something") << std::vector{R"(\.+*?()|[]{}^$)"s} << R"(\\\.\+\*\?\(\)\|\[\]\{\}\^\$)"s;
    QTest::newRow("none") << std::vector<std::string>() << R"([^\s\S]+)"s;
}

void PromTextTest::aPatternMatchesTheseTextsAlone()
{
    QFETCH(std::vector<std::string>, texts);
    QFETCH(std::string, pattern);
    QCOMPARE(anyOf(texts), pattern);
    const QRegularExpression expression(QRegularExpression::anchoredPattern(QString::fromStdString(pattern)));
    for (const std::string &text : texts)
        QVERIFY(expression.match(QString::fromStdString(text)).hasMatch());
    for (const char *other : {"", "web-10", "xweb-1", "web-1x", "c", "ip-10x0y0z1"})
        QVERIFY2(!expression.match(QString::fromLatin1(other)).hasMatch(), other);
}

void PromTextTest::aSelectorAsksForTheClusterThatIsMeant()
{
    Capabilities capabilities;
    QCOMPARE(Selector("up", capabilities).text(), "up"s);
    QCOMPARE(Selector("up", capabilities).is("a", "b").matchesNot("c", "d").text(), R"(up{a="b",c!~"d"})"s);
    capabilities.setScope({{"cluster", "prod \"1\""}, {"env", "x"}});
    QCOMPARE(Selector("up", capabilities).isNot("a", "").text(), R"(up{cluster="prod \"1\"",env="x",a!=""})"s);
    QCOMPARE(read(Selector("g", capabilities), Reading::Fresh), R"(g{cluster="prod \"1\"",env="x"} and count_over_time(g{cluster="prod \"1\"",env="x"}[$window]))"s);
    QCOMPARE(read(Selector("c_total", capabilities), Reading::Increase), R"(increase(c_total{cluster="prod \"1\"",env="x"}[$window]))"s);
}

void PromTextTest::theWindowIsFilledInOutsideOfStringsOnly()
{
    QCOMPARE(withWindow("rate(a[$window]) + rate(b{c=\"$window\\\"$window\"}[$window])", 60s),
             "rate(a[60000ms]) + rate(b{c=\"$window\\\"$window\"}[60000ms])"s);
    QCOMPARE(withWindow("a{b=\"unfinished $window", 60s), "a{b=\"unfinished $window"s);
    QCOMPARE(withWindow("", 60s), ""s);
}

void PromTextTest::metricsAndTheirConditionsAreFound_data()
{
    QTest::addColumn<std::string>("expression");
    QTest::addColumn<std::vector<std::string>>("metrics");
    QTest::newRow("name") << "up"s << std::vector{"up"s};
    QTest::newRow("functions") << "sum(rate(a_total{x=\"y\"}[5m])) by (node) / max without (job) (b)"s << std::vector{"a_total"s, "b"s};
    QTest::newRow("labels are none") << "sum by (pod, namespace) (a * on (x, y) group_left (z) b)"s << std::vector{"a"s, "b"s};
    QTest::newRow("words") << "a and b or c unless d > bool 1 offset 5m"s << std::vector{"a"s, "b"s, "c"s, "d"s};
    QTest::newRow("numbers") << "1e5 + 0x1f + Inf + NaN + a1"s << std::vector{"a1"s};
    QTest::newRow("rules") << "node:cpu:sum + a[5m:1m] @ end()"s << std::vector{"node:cpu:sum"s, "a"s};
    QTest::newRow("strings") << "label_replace(a, \"up\", \"$1\", 'down', `b(c)`)"s << std::vector{"a"s};
    QTest::newRow("comment") << "a # up\n+ b"s << std::vector{"a"s, "b"s};
    QTest::newRow("twice") << "a + a"s << std::vector{"a"s};
    QTest::newRow("an aggregation's name") << "sum + count{a=\"b\"}"s << std::vector{"sum"s, "count"s};
}

void PromTextTest::metricsAndTheirConditionsAreFound()
{
    QFETCH(std::string, expression);
    QFETCH(std::vector<std::string>, metrics);
    QCOMPARE(metricsIn(expression), metrics);
}

void PromTextTest::brokenTextEnds_data()
{
    QTest::addColumn<std::string>("expression");
    for (const char *text : {"", "{", "a{", "a{b", "a{b=", "a{b=\"", "a{b=\"\\", "a[", "sum by (", "\"", "#", "}", "a{,}", "a{=}", "\\", "$", "@"})
        QTest::newRow(text) << std::string(text);
}

void PromTextTest::brokenTextEnds()
{
    QFETCH(std::string, expression);
    QVERIFY(usesIn(expression).size() <= 1);
}

QTEST_APPLESS_MAIN(PromTextTest)
#include "PromTextTest.moc"
