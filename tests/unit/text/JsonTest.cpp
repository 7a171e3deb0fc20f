#include "models/text/Json.h"

#include "tests/unit/text/GoldenTable.h"

#include <QTest>

using namespace text;

/// Reading and writing JSON.
class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadIsWrittenUnchanged_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"null", "true", "false", "0", "-0", "1e400", "-1.50E+03", "123456789012345678901234567890", "\"\"",
                                 "[]", "{}", "[[],{}]", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "\"<>&\xE2\x80\xA8\xF0\x9F\x98\x80\"",
                                 "\"\\u0000\\b\\f\\n\\r\\t\\u001f\\\"\\\\\x7F\"", "[1,[2,[3,{\"a\":[null]}]]]", "{\"\":{\"\":\"\"}}"})
            QTest::newRow(json) << QByteArray(json);
    }

    void whatIsReadIsWrittenUnchanged()
    {
        QFETCH(QByteArray, json);
        const auto value = parseJson(json.toStdString());
        QVERIFY2(value, value ? "" : value.error().message.c_str());
        QCOMPARE(QByteArray::fromStdString(writeJson(*value)), json);
    }

    void escapesAndSpacesAreRead()
    {
        const auto value = parseJson(" \t\r\n{ \"\\u0061\" : [ 1 , \"\\ud83d\\ude00\\/\" ] } \n");
        QVERIFY2(value, value ? "" : value.error().message.c_str());
        QCOMPARE(writeJson(*value), std::string("{\"a\":[1,\"\xF0\x9F\x98\x80/\"]}"));
    }

    void brokenJsonIsRefusedWithAnOffset_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("offset");   // -1: any
        const auto row = [](const char *json, int offset) { QTest::newRow(json) << QByteArray(json) << offset; };
        row("", 0);
        row("  ", 2);
        row("tru", 0);
        row("nul", 0);
        row("truefalse", 0);
        row("true false", 5);
        row("1 2", 2);
        row("{}{}", 2);
        row("{} x", 3);
        row("1,2", -1);
        row("1]", -1);
        row("1],[2", -1);
        row("01", 0);
        row("+1", 0);
        row("1.", 0);
        row(".5", 0);
        row("1e", 0);
        row("-", 0);
        row("NaN", 0);
        row("[1,]", 3);
        row("[,1]", 1);
        row("[1", -1);
        row("[1}", -1);
        row("{\"a\"}", 4);
        row("{\"a\":}", 5);
        row("{\"a\":1,}", 7);
        row("{a:1}", 1);
        row("{\"a\" 1}", 5);
        row("\"a", 2);
        row("\"\\q\"", 0);
        row("\"\\u12\"", 0);
        row("\"\\ud800\"", 0);
        row("[\"a\nb\"]", 3);
        row("[\"a\xFF\"]", 3);
        row("'a'", 0);
        row("/* */ 1", 0);
    }

    void brokenJsonIsRefusedWithAnOffset()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, offset);
        const auto value = parseJson(json.toStdString());
        QVERIFY(!value);
        QCOMPARE(value.error().kind, base::ErrorKind::BadInput);
        const std::string start = "JSON, byte " + (offset < 0 ? "" : std::to_string(offset) + ": ");
        QVERIFY2(value.error().message.starts_with(start), value.error().message.c_str());
    }

    void depthIsLimitedToAThousand()
    {
        const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
        QVERIFY(parseJson(nested(1000)));
        const auto tooDeep = parseJson(nested(1001));
        QVERIFY(!tooDeep);
        QCOMPARE(tooDeep.error().kind, base::ErrorKind::TooLarge);
        QVERIFY(!parseJson(nested(100'000)));
        QVERIFY(!parseJson(std::string(100'000, '{')));
    }

    void indentedIsWhatGoWritesForKubectl()
    {
        int different = 0;
        for (const GoldenRow &row : goldenTable("json/indented.jsonl")) {
            const auto value = parseJson(row.in);
            QVERIFY2(value, row.in.c_str());
            const std::string written = writeJson(*value, JsonStyle::Indented);
            if (written != row.out && ++different <= 10)
                qWarning("%s\n  is %s\n  Go %s", row.in.c_str(), shown(written).c_str(), shown(row.out).c_str());
        }
        QCOMPARE(different, 0);
    }

    void indentationIsFourSpaces()
    {
        const auto value = parseJson(R"({"a":[1,{"b":{}}],"c":[],"d":"<"})");
        QVERIFY(value);
        QCOMPARE(writeJson(*value, JsonStyle::Indented), std::string(R"({
    "a": [
        1,
        {
            "b": {}
        }
    ],
    "c": [],
    "d": "\u003c"
})"));
    }

    void bytesThatAreNotUtf8AreReplaced()
    {
        QCOMPARE(writeJson(Value::string("a\xFF\xE2\x82z")), std::string("\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\""));
    }
};

QTEST_APPLESS_MAIN(JsonTest)
#include "JsonTest.moc"
