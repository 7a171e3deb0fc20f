#include "models/text/JsonPath.h"

#include "models/text/Json.h"
#include "tests/unit/text/Golden.h"

class JsonPathTest : public QObject
{
    Q_OBJECT

    static const text::Value &object()
    {
        static const text::Value value = text::parseJson(textOf(goldenRows("jsonpath/templates.json").first()[QStringLiteral("object")])).value();
        return value;
    }

    static text::Value json(const char *text) { return text::parseJson(text).value(); }

private Q_SLOTS:
    void templatesPrintAsKubectlPrintsThem_data()
    {
        QTest::addColumn<QJsonObject>("row");
        int number = 0;
        for (const QJsonValue &row : goldenRows("jsonpath/templates.json")) {
            if (row.toObject().contains(QStringLiteral("template")))
                QTest::addRow("%d %s", number++, row[QStringLiteral("template")].toString().toUtf8().constData()) << row.toObject();
        }
    }

    void templatesPrintAsKubectlPrintsThem()
    {
        QFETCH(QJsonObject, row);
        const auto path = text::JsonPath::parse(textOf(row[QStringLiteral("template")]));
        if (row.contains(QStringLiteral("panic")))
            return;
        if (row.contains(QStringLiteral("parseError"))) {
            QVERIFY(!path);
            QCOMPARE(path.error().message, textOf(row[QStringLiteral("parseError")]));
            return;
        }
        QVERIFY2(path.has_value(), path ? "" : path.error().message.c_str());
        const auto output = path->print(object());
        if (row.contains(QStringLiteral("error"))) {
            QVERIFY(!output);
            const std::string expected = textOf(row[QStringLiteral("error")]);
            const bool printsGoMap = expected.find("cannot be filtered") != std::string::npos;
            QVERIFY2(output.error().message == expected || (printsGoMap && output.error().message.ends_with("cannot be filtered")),
                     (output.error().message + " != " + expected).c_str());
            return;
        }
        QVERIFY2(output.has_value(), output ? "" : output.error().message.c_str());
        QStringList words = QString::fromStdString(*output).split(QLatin1Char(' '));
        QStringList expected = row[QStringLiteral("output")].toString().split(QLatin1Char(' '));
        if (row[QStringLiteral("template")].toString().contains(QStringLiteral(".."))) {
            words.sort();   // upstream goes through maps in no order
            expected.sort();
        }
        QCOMPARE(words, expected);
    }

    void relaxedPathsBecomeTemplates_data() { addGoldenRows("jsonpath/relaxed.json"); }
    void relaxedPathsBecomeTemplates()
    {
        QFETCH(QJsonObject, row);
        const auto path = text::relaxedJsonPath(textOf(row[QStringLiteral("text")]));
        QCOMPARE(path.has_value(), row[QStringLiteral("error")].isNull());
        if (path)
            QCOMPARE(*path, textOf(row[QStringLiteral("path")]));
        else
            QCOMPARE(path.error().message, textOf(row[QStringLiteral("error")]));
    }

    void findGivesTheValuesOfTheFirstExpression()
    {
        const auto values = text::JsonPath::parse("{.items[*].n}")->find(json(R"({"items":[{"n":1},{},{"n":"b"}]})")).value();
        QCOMPARE(values.size(), std::size_t(2));
        QCOMPARE(values[0].text(), std::string("1"));
        QVERIFY(values[1].isString());
    }

    void tooMuchIsRefused()
    {
        const text::Value value = json(R"({"a":[1,2,3,4,5,6,7,8,9,0]})");
        text::JsonPath::Limits limits;
        limits.outputBytes = 10;
        const auto path = text::JsonPath::parse("{.a}{.a}").value();
        QVERIFY(path.print(value, limits).error().kind == base::ErrorKind::TooLarge);
        limits = {};
        limits.steps = 1000;
        QVERIFY(text::JsonPath::parse("{range .a[*]}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}"
                                      "{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}"
                                      "{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{..}{end}")->print(value, limits).error().kind == base::ErrorKind::TooLarge);
    }

    void deepNestingIsRefused()
    {
        std::string text = "{";
        for (int i = 0; i < 200; ++i)
            text += "[?(";
        text += "@";
        for (int i = 0; i < 200; ++i)
            text += ")]";
        QVERIFY(!text::JsonPath::parse(text + "}"));
    }
};

QTEST_APPLESS_MAIN(JsonPathTest)
#include "JsonPathTest.moc"
