#include "models/text/Yaml.h"
#include "models/text/YamlKeyOrder.h"
#include "models/text/YamlPlaces.h"

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

    /// From its first line to the last that is not empty before what comes behind it.
    void everyPlaceHasItsLines()
    {
        std::size_t places = 0;
        for (const GoldenRow &row : goldenTable("yaml/written.jsonl")) {
            const auto value = parseJson(row.in);
            const PlacedYaml placed = writePlacedYaml(*value);
            QCOMPARE(placed.text, writeYaml(*value));
            const QStringList lines = QString::fromStdString(placed.text).split(u'\n');
            for (std::size_t i = 0; i < placed.places.size(); ++i, ++places) {
                const YamlPlace &place = placed.places[i];
                const auto isInside = [&](const YamlPlace &other) {
                    int parent = other.parent;
                    while (parent > static_cast<int>(i))
                        parent = placed.places[static_cast<std::size_t>(parent)].parent;
                    return parent == static_cast<int>(i);
                };
                const auto next = std::find_if_not(placed.places.begin() + static_cast<std::ptrdiff_t>(i) + 1, placed.places.end(), isInside);
                int last = next == placed.places.end() ? static_cast<int>(lines.size()) - 1 : next->first - 1;
                while (last > place.first && lines[last].isEmpty())
                    --last;
                QVERIFY2(place.last == last, row.in.c_str());
                const bool isSimple = !place.key.empty() && std::ranges::all_of(place.key, [](char c) { return c >= 'a' && c <= 'z'; });
                QVERIFY2(!isSimple || lines[place.first].contains(QString::fromStdString(place.key)), row.in.c_str());
            }
        }
        QVERIFY(places > 100);
    }

    void whatIsEnoughIsHowTheWholeBegins()
    {
        const auto value = parseJson(R"({"a":{"b":[[1,2],{"c":"d"}],"e":"f"},"g":{},"h":[{"i":1,"j":2},{"k":3}],"l":"text\nof lines\n"})");
        QVERIFY(value);
        const PlacedYaml whole = writePlacedYaml(*value);
        QVERIFY(whole.isWhole);
        std::size_t before = 0;
        for (std::size_t enough = 0; enough <= whole.text.size() + 1; ++enough) {
            const PlacedYaml begun = writePlacedYaml(*value, enough);
            QVERIFY2(whole.text.starts_with(begun.text), begun.text.c_str());
            QCOMPARE(begun.isWhole, begun.text == whole.text);
            QVERIFY(begun.text.size() >= std::min(enough, whole.text.size()) && begun.text.size() >= before);
            before = begun.text.size();
            QVERIFY(begun.places.size() <= whole.places.size());
            for (std::size_t i = 0; i < begun.places.size(); ++i) {
                QCOMPARE(begun.places[i].first, whole.places[i].first);
                QVERIFY(begun.places[i].last <= whole.places[i].last && begun.places[i].last >= begun.places[i].first);
            }
        }
        QCOMPARE(writePlacedYaml(*value, 0).text, std::string("a:\n  b:\n  - - 1\n"));
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
