#include "widgets/rbac/AccessExport.h"

#include "models/text/Csv.h"
#include "models/text/Json.h"
#include "tests/widgets/rbac/ShownAccess.h"

#include <QFile>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>
#include <set>

using namespace rbac;

namespace {

/// Names that a document could take for markup.
const std::string hostile = samples::role("Role", "shop/reader", "{verbs: [list], apiGroups: [''], resources: ['a|b<script>alert(1)</script>&amp;`x`']}") + samples::binding("shop/read", "Role/reader", samples::account("shop", "front"));

} // namespace

/// What is written down of access.
class AccessExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureInLinesIsWellFormed()
    {
        for (const std::string &world : {shop, hostile}) {
            const QByteArray svg = written("svg", world);
            QXmlStreamReader reader(svg);
            QStringList texts;
            while (!reader.atEnd())
                if (reader.readNext() == QXmlStreamReader::Characters)
                    texts << reader.text().toString();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
            QVERIFY(texts.join(QString()).contains(QStringLiteral("front")));
            QVERIFY(!svg.contains("<script"));
        }
    }

    void aPictureInDotsIsOne()
    {
        const QImage image = QImage::fromData(written("png"), "PNG");
        QVERIFY(image.width() > 500 && image.height() > 100);
        std::set<QRgb> colors;
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, image.height() / 2));
        QVERIFY(colors.size() > 3);
    }

    void graphvizHasEveryBoxAndLine()
    {
        Shown shown;
        const QByteArray dot = written("dot");
        QVERIFY(dot.startsWith("digraph"));
        QCOMPARE(dot.count('{') - dot.count('}'), 0);
        for (const GraphNode &node : shown.pane.picture()->shown.nodes)
            QVERIFY2(dot.contains(QByteArray::fromStdString(node.name)), node.id.c_str());
        QCOMPARE(dot.count("->"), static_cast<qsizetype>(shown.pane.picture()->drawing.lines.size()));
    }

    void jsonHasTheGraphAndTheAnswer()
    {
        const auto read = text::parseJson(written("json").toStdString());
        QVERIFY(read);
        QVERIFY((*read)["nodes"].items().size() > 5 && (*read)["edges"].items().size() > 5 && (*read)["matrix"].items().size() == 4);
        QCOMPARE((*read)["answer"]["verdict"].text(), std::string("no-opinion"));
        QVERIFY((*read)["answer"]["fixes"].items().size() > 0);
    }

    void csvHasARowForEachRight()
    {
        const auto read = text::parseCsv(written("csv").toStdString());
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(5));
        QVERIFY(((*read)[1] == std::vector<std::string>{"get", "pods", "", "shop", "ServiceAccount/shop/front", "RoleBinding/shop/read", "Role/shop/reader", "0"}));
    }

    void aReportTellsEverything()
    {
        const QString report = QString::fromUtf8(written("md"));
        for (const char *words : {"# Access of ServiceAccount shop/front", "Cluster prod\\-1", "No. Nothing allows it", "```yaml", "| get | secrets | tls |", "RoleBinding shop/lost: points to Role shop/gone"})
            QVERIFY2(report.contains(QString::fromUtf8(words)), words);
    }

    void aReportTakesNoNameForMarkup()
    {
        const QString report = QString::fromUtf8(written("md", hostile));
        QVERIFY(report.contains(QStringLiteral("a\\|b\\<script\\>alert\\(1\\)\\</script\\>\\&amp;\\`x\\`")));
    }

    void aFileIsWrittenAndWhatFailsIsSaid()
    {
        Shown shown;
        AccessExport files([&] { return whatIn(shown); }, &shown.pane);
        QMenu menu;
        files.fill(menu);
        QCOMPARE(menu.actions().size(), 6);
        QTemporaryDir folder;
        QSignalSpy noticed(&files, &AccessExport::noticed);
        const QString path = folder.filePath(QStringLiteral("한글 access.csv"));
        files.writeTo(path, form("csv"));
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(noticed[0][0].toString().startsWith(QStringLiteral("Written to ")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), written("csv"));
        files.writeTo(folder.filePath(QStringLiteral("no/such/folder.csv")), form("csv"));
        QTRY_COMPARE(noticed.size(), 2);
        QVERIFY2(noticed[1][0].toString().contains(QStringLiteral("was not written: ")), qPrintable(noticed[1][0].toString()));
    }

private:
    static const ExportForm &form(const char *suffix)
    {
        return *std::ranges::find_if(exportForms(), [&](const ExportForm &each) { return qstrcmp(each.suffix, suffix) == 0; });
    }
    static Exported whatIn(Shown &shown)
    {
        return {shown.pane.picture(), std::make_shared<const Answer>(answerTo(*shown.basis, *readQuestion("can delete pods", front, *shown.basis))), QStringLiteral("prod-1")};
    }
    static QByteArray written(const char *suffix, const std::string &world = shop)
    {
        Shown shown(world);
        return form(suffix).write(whatIn(shown));
    }
};

QTEST_MAIN(AccessExportTest)
#include "AccessExportTest.moc"
