#include "models/text/Yaml.h"
#include "models/text/YamlKeyOrder.h"

#include "tests/unit/text/GoldenTable.h"

#include <QTest>

#include <algorithm>

using namespace text;

/// writeYaml() against what sigs.k8s.io/yaml makes of the same JSON on kubectl's road.
class YamlWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsWrittenAsKubectlWritesIt()
    {
        int different = 0;
        for (const GoldenRow &row : goldenTable("yaml/written.jsonl")) {
            const auto value = parseJson(row.in);
            QVERIFY2(value, row.in.c_str());
            const std::string written = writeYaml(*value);
            if (written != row.out && ++different <= 10)
                qWarning("%s\n  is      %s\n  kubectl %s", row.in.c_str(), shown(written).c_str(), shown(row.out).c_str());
        }
        QCOMPARE(different, 0);
    }

    void whatIsWrittenIsReadBackTheSame()
    {
        int different = 0;
        for (const GoldenRow &row : goldenTable("yaml/written.jsonl")) {
            const auto value = parseJson(row.in);
            QVERIFY2(value, row.in.c_str());
            const auto back = parseYaml(writeYaml(*value));
            if ((!back || !isSameTree(*back, *value)) && ++different <= 10)
                qWarning("%s: %s", row.in.c_str(), back ? writeJson(*back).c_str() : back.error().message.c_str());
        }
        QCOMPARE(different, 0);
    }

    void numbersAreWrittenAsKubectlReadsThem_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<QString>("written");
        QTest::newRow("whole") << "1.0" << "1\n";
        QTest::newRow("large whole") << "1e6" << "1000000\n";
        QTest::newRow("beyond 64 bits") << "1e20" << "1e+20\n";
        QTest::newRow("large with a fraction") << "1234567.5" << "1.2345675e+06\n";
        QTest::newRow("small") << "0.00001" << "1e-05\n";
        QTest::newRow("minus zero") << "-0.0" << "0\n";
        QTest::newRow("whole of any size is kept") << "123456789012345678901234567890" << "123456789012345678901234567890\n";
        QTest::newRow("no double is kept") << "1e400" << "1e400\n";
    }

    void numbersAreWrittenAsKubectlReadsThem()
    {
        QFETCH(QString, spelling);
        QFETCH(QString, written);
        QCOMPARE(QString::fromStdString(writeYaml(Value::number(spelling.toStdString()))), written);
    }

    /// kubectl reads a raw U+0085 of its own JSON as a line break and loses it.
    void aNextLineCharacterIsKept()
    {
        QCOMPARE(writeYaml(Value::string("x\xC2\x85y")), std::string("\"x\\Ny\"\n"));
    }

    void bytesThatAreNotUtf8AreReplaced()
    {
        QCOMPARE(writeYaml(Value::string("a\xFFz")), std::string("a\xEF\xBF\xBDz\n"));
    }

    void ofARepeatedKeyTheLastOneIsWritten()
    {
        const auto value = parseJson(R"({"b":1,"a":1,"b":2})");
        QVERIFY(value);
        QCOMPARE(writeYaml(*value), std::string("a: 1\nb: 2\n"));
    }

    void keysThatGoInACircleStillHaveOneOrder()
    {
        QVERIFY(isBeforeInYaml("a2", "a12") && isBeforeInYaml("a12", "a1x") && isBeforeInYaml("a1x", "a2"));
        std::vector<std::string> keys = {"a1x", "a12", "a2", "b"};
        std::string first;
        std::sort(keys.begin(), keys.end());
        do {
            Value value;
            for (const std::string &key : keys)
                value.set(key, Value());
            if (first.empty())
                first = writeYaml(value);
            QCOMPARE(writeYaml(value), first);
        } while (std::next_permutation(keys.begin(), keys.end()));
        QVERIFY(first.ends_with("b: null\n"));
    }
};

QTEST_APPLESS_MAIN(YamlWriterTest)
#include "YamlWriterTest.moc"
