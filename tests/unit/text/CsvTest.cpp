#include "models/text/Csv.h"

#include <QtTest>

using Rows = std::vector<std::vector<std::string>>;

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsQuotedAndFormulasAreGuarded_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("written");
        const std::pair<const char *, const char *> rows[] = {
            {"", "\"\""}, {"a", "\"a\""}, {"a,b", "\"a,b\""}, {"say \"hi\"", "\"say \"\"hi\"\"\""}, {"two\nlines", "\"two\nlines\""},
            {"=1+1", "\"'=1+1\""}, {"+1", "\"'+1\""}, {"-1", "\"'-1\""}, {"@x", "\"'@x\""}, {"\tx", "\"'\tx\""}, {"\rx", "\"'\rx\""},
            {"'=x", "\"'=x\""}, {"a=b", "\"a=b\""}, {" =x", "\" =x\""}, {"\"=x", "\"\"\"=x\""},
        };
        for (const auto &[cell, written] : rows)
            QTest::addRow("%s", cell) << QByteArray(cell) << QByteArray(written);
    }

    void everyCellIsQuotedAndFormulasAreGuarded()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, written);
        std::string out;
        const std::string kept = cell.toStdString();
        const std::string_view row[] = {kept, "z"};
        text::appendCsvRow(out, row);
        QCOMPARE(out, written.toStdString() + ",\"z\"\r\n");
    }

    void whatWasWrittenIsReadBack()
    {
        std::string out;
        const std::string_view first[] = {"a\r\nb", "", "\"", ",", "일"};
        const std::string_view second[] = {""};
        text::appendCsvRow(out, first);
        text::appendCsvRow(out, second);
        QVERIFY((text::parseCsv(out).value() == Rows{{"a\r\nb", "", "\"", ",", "일"}, {""}}));
    }

    void bareCellsAndLineFeedsAreRead()
    {
        QVERIFY((text::parseCsv("a,b\nc,\r\n,\"d\"").value() == Rows{{"a", "b"}, {"c", ""}, {"", "d"}}));
        QVERIFY(text::parseCsv("")->empty());
    }

    void aBrokenFileNamesItsLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("line");
        QTest::newRow("never closed") << QByteArray("a\n\"b\nc\n") << 2;
        QTest::newRow("quote in a bare cell") << QByteArray("a\nb\nc\"d\n") << 3;
        QTest::newRow("text after a quote") << QByteArray("\"a\"b\n") << 1;
        QTest::newRow("text after a quoted line break") << QByteArray("\"a\nb\"c\n") << 2;
    }

    void aBrokenFileNamesItsLine()
    {
        QFETCH(QByteArray, csv);
        QFETCH(int, line);
        const auto rows = text::parseCsv(csv.toStdString());
        QVERIFY(!rows);
        QCOMPARE(rows.error().line, line);
    }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "CsvTest.moc"
