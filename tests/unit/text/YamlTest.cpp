#include "models/text/Yaml.h"

#include "tests/unit/text/GoldenTable.h"

#include <QTest>

using namespace text;

/// Reading YAML: what it means, what is refused and where.
class YamlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowMeansWhatSigsYamlSays()
    {
        int different = 0;
        for (const GoldenRow &row : goldenTable("yaml/read.jsonl")) {
            const auto value = parseYaml(row.in);
            const auto expected = row.refused ? base::Result<Value>(Value()) : parseJson(row.out);
            QVERIFY2(expected, row.out.c_str());
            const bool same = value ? !row.refused && isSameTree(*value, *expected) : row.refused;
            if (!same && ++different <= 10)
                qWarning("%s\n  is   %s\n  sigs %s", shown(row.in).c_str(),
                         value ? writeJson(*value).c_str() : value.error().message.c_str(), row.refused ? "refused" : row.out.c_str());
        }
        QCOMPARE(different, 0);
    }

    void numbersKeepTheirDigits_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("json");
        QTest::newRow("hexadecimal") << "0x1F" << "31";
        QTest::newRow("octal") << "-017" << "-15";
        QTest::newRow("underscores") << "1_000" << "1000";
        QTest::newRow("unsigned") << "18446744073709551615" << "18446744073709551615";
        QTest::newRow("any size") << "123456789012345678901234567890" << "123456789012345678901234567890";
        QTest::newRow("exponent") << "433e40" << "433e40";
        QTest::newRow("trailing zero") << "1.50" << "1.50";
        QTest::newRow("bare point before") << "-.5" << "-0.5";
        QTest::newRow("bare point behind") << "+5." << "5.0";
        QTest::newRow("too large for a double") << "1e400" << "\"1e400\"";
    }

    void numbersKeepTheirDigits()
    {
        QFETCH(QString, yaml);
        QFETCH(QString, json);
        const auto value = parseYaml(yaml.toStdString());
        QVERIFY(value);
        QCOMPARE(QString::fromStdString(writeJson(*value)), json);
    }

    void brokenYamlIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char *yaml, int line, int column) { QTest::newRow(yaml) << QByteArray(yaml) << line << column; };
        row(",", 1, 1);
        row("a: \"x", 1, 6);
        row("%", 1, 2);
        row("a: b: c", 1, 5);
        row("a:\n  b: 1\n c: 2", 3, 2);
        row("x: 1\ny: \xC3\xA9\xFF", 2, 5);
        row("x: 1\ny: a\x01", 2, 5);
        row("a: *nobody", 1, 4);
        row("x: 1\na: &a {b: *a}", 2, 11);
        row("a: &a\n  <<: *a", 2, 7);
        row("a:\n  <<: 5", 2, 7);
        row("a: .inf", 1, 4);
        row("a: !!int x", 1, 4);
        row("a: !!binary '*'", 1, 4);
        row("~: 1", 1, 1);
        row("x: 1\n? [a]\n: 1", 2, 3);
    }

    void brokenYamlIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(int, line);
        QFETCH(int, column);
        const auto value = parseYaml(yaml.toStdString());
        QVERIFY(!value);
        QCOMPARE(value.error().kind, base::ErrorKind::BadInput);
        QCOMPARE(value.error().line, line);
        QCOMPARE(value.error().column, column);
        const std::string start = "line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
        QVERIFY2(value.error().message.starts_with(start), value.error().message.c_str());
    }

    void errorsDoNotQuoteValues()
    {
        for (const char *yaml : {"token: *hunter2", "token: !!int hunter2", "token: hunter2: x", "<<: hunter2", "token: \"hunter2"}) {
            const auto value = parseYaml(yaml);
            QVERIFY(!value);
            QVERIFY2(value.error().message.find("hunter2") == std::string::npos, value.error().message.c_str());
        }
    }

    void placesPointIntoTheText()
    {
        const auto value = parseYaml("a: 1\nb:\n  - x\n  - \xED\x95\x9C: y\n");
        QVERIFY(value);
        QCOMPARE(value->line(), 1);
        QCOMPARE(value->members()[1].line, 2);
        const Value &inner = (*value)["b"].items()[1];
        QCOMPARE(inner.line(), 4);
        QCOMPARE(inner.column(), 5);
        QCOMPARE(inner["\xED\x95\x9C"].column(), 8);
    }

    void aRepeatedKeyIsAWarningAndTheLastOneCounts()
    {
        std::vector<YamlWarning> warnings;
        const auto value = parseYaml("a: 1\nb: {x: 1, x: 2}\na: 3\n", &warnings);
        QVERIFY(value);
        QCOMPARE(writeJson(*value), std::string("{\"a\":3,\"b\":{\"x\":2}}"));
        QCOMPARE(warnings.size(), std::size_t(2));
        QCOMPARE(warnings[0].line, 2);
        QCOMPARE(warnings[1].line, 3);
        QCOMPARE(warnings[1].message, std::string("key \"a\" already set in line 1"));
    }

    void mergeKeysAreNoRepeatedKeys()
    {
        std::vector<YamlWarning> warnings;
        const auto value = parseYaml("b: &b {x: 1}\nc: {<<: *b, x: 2}", &warnings);
        QVERIFY(value);
        QCOMPARE((*value)["c"]["x"].text(), std::string("2"));
        QVERIFY(warnings.empty());
    }

    void onlyTheFirstDocumentIsRead()
    {
        const auto value = parseYaml("a: 1\n---\n, b");
        QVERIFY(value);
        QCOMPARE(writeJson(*value), std::string("{\"a\":1}"));
        QVERIFY(!parseYamlDocuments("a: 1\n---\n, b"));
    }

    void documentsAreReadInTurn()
    {
        const auto values = parseYamlDocuments("a: 1\n---\n- b\n---\n--- c\n...\n");
        QVERIFY(values);
        QCOMPARE(values->size(), std::size_t(4));
        QVERIFY((*values)[2].isNull());
        QCOMPARE((*values)[3].line(), 5);
    }

    void nothingIsNull()
    {
        for (const char *yaml : {"", "\n", "# nothing\n", "\xEF\xBB\xBF"}) {
            const auto value = parseYaml(yaml);
            QVERIFY(value && value->isNull());
            const auto values = parseYamlDocuments(yaml);
            QVERIFY(values && values->empty());
        }
    }

    void jsonWithPairsOfSurrogatesIsRead()
    {
        const auto value = parseYaml("{\"a\":\"\\ud83d\\ude00\"}");
        QVERIFY(value);
        QCOMPARE((*value)["a"].text(), std::string("\xF0\x9F\x98\x80"));
        QVERIFY(!parseYaml("{\"a\":\"\\ud83d\"}"));
    }

    void whatGoesBeyondALimitIsRefused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        const auto row = [](const char *name, const QByteArray &yaml) { QTest::newRow(name) << yaml; };
        row("bytes", QByteArray(5 * 1024 * 1024 + 1, ' '));
        row("depth of lists", QByteArray(101, '[') + QByteArray(101, ']'));
        row("100 000 open mappings", QByteArray(100'000, '{'));
        row("events", QByteArray("- a\n").repeated(1'000'000));
        row("aliases", "- &a x\n" + QByteArray("- *a\n").repeated(257));
        QByteArray bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'j'; ++c) {
            const QByteArray alias = QByteArray("*") + char(c - 1) + ',';
            bomb += QByteArray(1, c) + ": &" + c + " [" + alias.repeated(9) + "]\n";
        }
        row("nodes", bomb);
        QByteArray merges = "a0: &a0 {x: 1}\n";
        for (int i = 1; i < 40; ++i)
            merges += QStringLiteral("a%1: &a%1 {<<: [*a%2, *a%2]}\n").arg(i).arg(i - 1).toUtf8();
        row("merge keys", merges);
        row("text", "a: &a " + QByteArray(1'000'000, 'x') + "\nb: [" + QByteArray("*a,").repeated(100) + "]");
        QByteArray chain = "a0: &a0 x\n";
        for (int i = 1; i < 120; ++i)
            chain += QStringLiteral("a%1: &a%1 [*a%2]\n").arg(i).arg(i - 1).toUtf8();
        row("depth through aliases", chain);
    }

    void whatGoesBeyondALimitIsRefused()
    {
        QFETCH(QByteArray, yaml);
        const auto value = parseYaml(std::string_view(yaml.constData(), std::size_t(yaml.size())));
        QVERIFY(!value);
        QVERIFY2(value.error().kind == base::ErrorKind::TooLarge, value.error().message.c_str());
    }

    void whatStaysWithinTheDepthIsRead()
    {
        QVERIFY(parseYaml(std::string(100, '[') + std::string(100, ']')));
    }

    void aTextWithoutAPlaceIsEmpty()
    {
        QCOMPARE(parseYamlDocuments(std::string_view())->size(), parseYamlDocuments("")->size());
    }

    void cancellingStopsTheReading()
    {
        const std::atomic<bool> cancelled = true;
        YamlLimits limits;
        limits.cancelled = &cancelled;
        const auto value = parseYaml("a: 1", nullptr, limits);
        QVERIFY(!value);
        QCOMPARE(value.error().kind, base::ErrorKind::Cancelled);
    }

    void aMapOfManyKeysIsReadWithItsRepetitions()
    {
        std::string yaml;
        for (int i = 0; i < 50'000; ++i)
            yaml += "key" + std::to_string(i) + ": " + std::to_string(i) + "\n";
        yaml += "key7: again\n";
        std::vector<YamlWarning> warnings;
        const auto value = parseYaml(yaml, &warnings);
        QVERIFY(value);
        QCOMPARE(value->members().size(), std::size_t(50'000));
        QCOMPARE(warnings.size(), std::size_t(1));
        QCOMPARE((*value)["key7"].text(), std::string("again"));
    }
};

QTEST_APPLESS_MAIN(YamlTest)
#include "YamlTest.moc"
