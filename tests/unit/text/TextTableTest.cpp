#include "models/text/TextTable.h"

#include "tests/unit/text/Golden.h"

class TextTableTest : public QObject
{
    Q_OBJECT

    static std::vector<std::string> texts(const QJsonValue &array)
    {
        std::vector<std::string> out;
        for (const QJsonValue &value : array.toArray())
            out.push_back(textOf(value));
        return out;
    }

    static std::vector<std::string_view> views(const std::vector<std::string> &from) { return {from.begin(), from.end()}; }

    static std::string print(const QJsonValue &row)
    {
        std::string out;
        text::TextTable table([&](std::string_view piece) { out += piece; });
        for (const QJsonValue &part : row[QStringLiteral("tables")].toArray()) {
            table.header(views(texts(part[QStringLiteral("header")])));
            for (const QJsonValue &cells : part[QStringLiteral("rows")].toArray())
                table.row(views(texts(cells)));
            if (part[QStringLiteral("flush")].toBool())
                table.flush();
        }
        table.flush();
        return out;
    }

private Q_SLOTS:
    void tablesAreThoseOfKubectl_data() { addGoldenRows("table/tables.json"); }
    void tablesAreThoseOfKubectl()
    {
        QFETCH(QJsonObject, row);
        QCOMPARE(print(row), textOf(row[QStringLiteral("output")]));
    }

    void columnsStayWideAfterAFlush()
    {
        std::string out;
        text::TextTable table([&](std::string_view piece) { out += piece; });
        const std::string_view wide[] = {"a-rather-long-name", "x"};
        const std::string_view narrow[] = {"a", "x"};
        table.row(wide);
        table.flush();
        table.row(narrow);
        table.flush();
        QCOMPARE(out, std::string("a-rather-long-name   x\na                    x\n"));
    }

    void nothingIsWrittenBeforeTheFlush()
    {
        int pieces = 0;
        text::TextTable table([&](std::string_view) { ++pieces; });
        const std::string_view cells[] = {"a", "b"};
        table.row(cells);
        QCOMPARE(pieces, 0);
        table.flush();
        table.flush();
        QCOMPARE(pieces, 1);
    }

    void aLargeTableComesInPiecesWithoutALoss()
    {
        std::size_t lines = 0;
        std::size_t largest = 0;
        text::TextTable table([&](std::string_view piece) {
            lines += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
            largest = std::max(largest, piece.size());
        });
        const std::string name(150, 'n');
        const std::string_view cells[] = {"default", name, "1/1", "Running", "0", "3m"};
        for (int i = 0; i < 20'000; ++i)
            table.row(cells);
        table.flush();
        QCOMPARE(lines, std::size_t(20'000));
        QVERIFY(largest < 100'000);
    }

    void oneHugeCellOfTabsIsPrinted()
    {
        std::string out;
        text::TextTable table([&](std::string_view piece) { out += piece; });
        const std::string tabs(20'000, '\t');
        const std::string_view cells[] = {tabs, "x"};
        table.row(cells);
        table.flush();
        QCOMPARE(out.size(), std::size_t(20'001 * 6 + 2));
    }

    void printingTwentyThousandPods()
    {
        std::vector<std::string> names;
        for (int i = 0; i < 20'000; ++i)
            names.push_back("deployment-with-a-name-" + std::to_string(i) + "-7c5ddbdf54-x2x5k");
        QBENCHMARK {
            std::size_t bytes = 0;
            text::TextTable table([&](std::string_view piece) { bytes += piece.size(); });
            for (const std::string &name : names) {
                const std::string_view cells[] = {"namespace-12", name, "1/1", "Running", "0", "3m12s"};
                table.row(cells);
            }
            table.flush();
            QVERIFY(bytes > 1'000'000);
        }
    }
};

QTEST_APPLESS_MAIN(TextTableTest)
#include "TextTableTest.moc"
