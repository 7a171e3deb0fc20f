#include "widgets/rbac/AccessExport.h"

#include "models/text/Csv.h"
#include "models/text/Json.h"
#include "tests/support/FakeApi.h"
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
        const text::Value &miss = (*read)["answer"]["nearMisses"].items().at(0);
        QCOMPARE(miss["binding"].text(), std::string("RoleBinding/shop/read"));
        QCOMPARE(miss["failed"].text(), std::string("verb"));
        QCOMPARE((*read)["resourceVersions"]["RoleBinding/shop/read"].text(), std::string("4711"));
    }

    void csvHasARowForEachRight()
    {
        const auto read = text::parseCsv(written("csv").toStdString());
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(5));
        QVERIFY(((*read)[1] == std::vector<std::string>{"get", "pods", "", "shop", "ServiceAccount/shop/front", "RoleBinding/shop/read", "Role/shop/reader", "0", "computed", "", "4711", "4712"}));
        QVERIFY(((*read)[0] == std::vector<std::string>{"verb", "resource", "names", "namespace", "subject", "binding", "role", "rule", "proof", "proofReason", "bindingVersion", "roleVersion"}));
    }

    void whatTheServerSaidIsWrittenDown()
    {
        Shown shown;
        support::FakeApi api;
        base::ManualExecutor gui;
        const auto word = std::make_shared<rights::ServerWord>([&api]() -> kube::Api & { return api; }, gui);
        Exported what = whatIn(shown);
        what.word = word;
        const auto claims = rights::claimsOf(*what.picture, "pods", "get");
        word->ask({claims.front(), rights::claimOf(*what.answer)});
        api.exchanges[0].answer(R"({"status":{"allowed":true}})");
        api.exchanges[1].answer(R"({"status":{"allowed":false}})");
        api.time.run();
        gui.advance(std::chrono::milliseconds(0));
        const auto csv = text::parseCsv(form("csv").write(what).toStdString());
        QCOMPARE((*csv)[1][8], std::string("confirmed"));
        QCOMPARE((*csv)[2][8], std::string("computed"));
        const auto json = text::parseJson(form("json").write(what).toStdString());
        QCOMPARE((*json)["matrix"].items()[0]["proof"].text(), std::string("confirmed"));
        QCOMPARE((*json)["answer"]["proof"].text(), std::string("confirmed"));
        const QString report = QString::fromUtf8(form("md").write(what));
        for (const char *words : {"○ 1 of 4 permissions confirmed by the server · not asked: 3", "✓ The server says the same", "| ✓ confirmed | 4711 · 4712 |"})
            QVERIFY2(report.contains(QString::fromUtf8(words)), qPrintable(report));
    }

    void whoMayIsWrittenDown()
    {
        Shown shown;
        Exported what = whatIn(shown);
        what.answer = nullptr;
        what.holders = std::make_shared<const Holders>(*readWho("who can list deployments.apps", front, *shown.basis));
        const auto json = text::parseJson(form("json").write(what).toStdString());
        const auto &holders = (*json)["whoCan"]["holders"].items();
        QCOMPARE(holders.size(), std::size_t(2));
        QVERIFY(holders[0]["needsNoBinding"].asBoolean());
        QCOMPARE(holders[1]["ways"].items()[0]["binding"].text(), std::string("ClusterRoleBinding/all-see"));
        QCOMPARE(holders[1]["proof"].text(), std::string("computed"));
        QVERIFY(QString::fromUtf8(form("md").write(what)).contains(QStringLiteral("| Group | system:authenticated | everybody logged in, all ServiceAccounts included |")));
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
        return {shown.pane.picture(), std::make_shared<const Answer>(answerTo(*shown.basis, *readQuestion("can delete pods", front, *shown.basis))), QStringLiteral("prod-1"), {}, {},
                [](const ObjectRef &object) { return object.kind == "RoleBinding" ? std::string("4711") : object.kind == "Role" ? std::string("4712") : std::string(); }};
    }
    static QByteArray written(const char *suffix, const std::string &world = shop)
    {
        Shown shown(world);
        return form(suffix).write(whatIn(shown));
    }
};

QTEST_MAIN(AccessExportTest)
#include "AccessExportTest.moc"
