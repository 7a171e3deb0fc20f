#include "models/text/Csv.h"
#include "models/text/Json.h"
#include "tests/widgets/rbac/Facts.h"
#include "widgets/rbac/AccessExport.h"

#include <QImage>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace facts;

namespace {

QByteArray written(const char *suffix, const std::shared_ptr<const AccessPicture> &picture)
{
    const auto form = std::ranges::find_if(exportForms(), [&](const ExportForm &each) { return qstrcmp(each.suffix, suffix) == 0; });
    return form->write({picture, nullptr, QStringLiteral("prod-1")});
}

/// The cells of the table below that title in a report.
std::vector<QStringList> tableOf(const QString &report, const QString &title)
{
    std::vector<QStringList> rows;
    const qsizetype begin = report.indexOf(QStringLiteral("\n## ") + title + u'\n');
    for (const QString &line : report.mid(begin + 1, report.indexOf(QStringLiteral("\n## "), begin + 1) - begin).split(u'\n')) {
        if (!line.startsWith(QStringLiteral("| ")))
            continue;
        QStringList cells{QString()};
        for (qsizetype i = 1; i < line.size(); ++i) {
            if (line[i] == u'\\')
                cells.last() += line[++i];
            else if (line[i] == u'|')
                cells << QString();
            else
                cells.last() += line[i];
        }
        cells.removeLast();
        for (QString &cell : cells)
            cell = cell.trimmed();
        rows.push_back(cells);
    }
    return rows;
}

std::vector<QStringList> rowsOf(const QAbstractItemModel &model)
{
    std::vector<QStringList> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << said(model, row, column).simplified();
        rows.push_back(cells);
    }
    return rows;
}

/// The strings in quotes of a line of DOT, without their escapes.
std::vector<std::string> quotedIn(const QByteArray &line)
{
    std::vector<std::string> out;
    bool isInside = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '"') {
            isInside = !isInside;
            if (isInside)
                out.emplace_back();
        } else if (isInside) {
            const bool isEscape = line[i] == '\\';
            i += isEscape;
            out.back() += isEscape && line[i] == 'n' ? '\n' : line[i];
        }
    }
    return out;
}

} // namespace

/// The files of a graph of several identities say what its tables say, of clusters by chance.
class SameFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void filesTellTheSameConnections()
    {
        AccessPane pane;
        for (unsigned seed = 1; seed <= clusters; ++seed) {
            const Shared one(seed);
            const auto picture = one.picture(seed % 2);
            pane.showPicture(picture);
            const Connections rows = told(pane.twin().connections());
            const Connections json = connectionsInJson(*text::parseJson(written("json", picture).toStdString()));
            COMPARE_FACTS(json, rows);
            const auto report = tableOf(QString::fromUtf8(written("md", picture)), QStringLiteral("Connections"));
            QVERIFY(report.size() > 2);
            QVERIFY2(std::vector<QStringList>(report.begin() + 2, report.end()) == rowsOf(pane.twin().connections()), qPrintable(QString::number(seed)));
            compareDot(written("dot", picture), picture->drawing);
        }
    }

    void filesTellTheSameRights()
    {
        AccessPane pane;
        for (unsigned seed = 1; seed <= clusters; ++seed) {
            const Shared one(seed);
            const auto picture = one.picture(seed % 2);
            pane.showPicture(picture);
            const FileRows expected = expectedRights(one.basis->inputs, one.people);
            FileRows csv, json;
            const auto table = text::parseCsv(written("csv", picture).toStdString());
            QVERIFY(table);
            for (std::size_t row = 1; row < table->size(); ++row)
                csv.insert(FileRow((*table)[row].begin(), (*table)[row].begin() + 8));
            COMPARE_FACTS(csv, expected);
            QCOMPARE(table->size() - 1, csv.size());
            const auto whole = text::parseJson(written("json", picture).toStdString());
            for (const text::Value &right : (*whole)["matrix"].items())
                json.insert(rowIn(right));
            COMPARE_FACTS(json, expected);
            const auto report = tableOf(QString::fromUtf8(written("md", picture)), QStringLiteral("Rights"));
            QVERIFY(report.size() >= 2);
            RightsModel told;
            told.show(picture, nullptr);
            std::vector<QStringList> rows(report.begin() + 2, report.end());
            for (QStringList &row : rows)
                row[RightsModel::Proof].clear();        // which the table says of a server that there is
            QVERIFY2(rows == rowsOf(told), qPrintable(QString::number(seed)));
        }
    }

    void picturesInFilesAreWhole()
    {
        for (unsigned seed = 1; seed <= clusters; ++seed) {
            const Shared one(seed);
            const auto picture = one.picture(seed % 2);
            std::multiset<QString> wanted{QString::fromStdString(picture->drawing.title)}, found;
            for (const graph::Box &box : picture->drawing.boxes) {
                QStringList parts{QString::fromStdString(box.title), QString::fromStdString(box.caption), QString::fromStdString(graph::wordsOf(box.marks))};
                parts.removeAll(QString());
                wanted.insert(parts.join(QStringLiteral(", ")));
            }
            QXmlStreamReader svg(written("svg", picture));
            while (!svg.atEnd())
                if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == u"title")
                    found.insert(svg.readElementText());
            QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
            QVERIFY2(found == wanted, qPrintable(QStringLiteral("seed %1: %2 of %3").arg(seed).arg(found.size()).arg(wanted.size())));
            if (seed % 20)
                continue;       // dots take long
            const QImage png = QImage::fromData(written("png", picture), "PNG");
            QVERIFY(png.width() >= int(picture->layout.width) && png.height() >= int(picture->layout.height));
        }
    }

private:
    static FileRow rowIn(const text::Value &right)
    {
        const auto text = [&](const char *key) { return std::string(right[key].text()); };
        const std::string resource = text("subresource").empty() ? text("resource") : text("resource") + '/' + text("subresource");
        std::string named;
        for (const text::Value &name : right["names"].items())
            named += (named.empty() ? "" : " ") + std::string(name.text());
        const std::string what = !text("url").empty() ? text("url") : text("apiGroup").empty() ? resource : resource + '.' + text("apiGroup");
        return {text("verb"), what, named, text("namespace"), text("subject"), text("binding"), text("role"), std::to_string(right["rule"].asInteger())};
    }

    /// Each object of a card by itself.
    static Connections connectionsInJson(const text::Value &shape)
    {
        std::map<std::string, std::vector<std::string>> objects;
        std::map<std::string, std::string> states;
        for (const text::Value &node : shape["nodes"].items()) {
            const std::string id(node["id"].text());
            objects[id] = {id};
            for (const text::Value &other : node["folded"].items())
                objects[id].emplace_back(other.text());
            states[id] = node["state"].text();
        }
        const std::map<std::string, QString> relations{{"runs-as", QStringLiteral("runs as")}, {"member", QStringLiteral("is in")}, {"bound", QStringLiteral("is named by")},
                                                       {"grants", QStringLiteral("gives")}, {"aggregates", QStringLiteral("takes in")}, {"touches", QStringLiteral("counts in")}};
        Connections out;
        for (const text::Value &edge : shape["edges"].items()) {
            const std::string end(edge["to"].text());
            for (const std::string &from : objects[std::string(edge["from"].text())])
                for (const std::string &to : objects[end])
                    out.insert({words(from), relations.at(std::string(edge["kind"].text())), words(to), edge["implied"].asBoolean(), states[end] == "dangling", states[end] == "unknown"});
        }
        return out;
    }

    static void compareDot(const QByteArray &dot, const graph::Drawing &drawing)
    {
        std::map<std::string, std::string> boxes;
        std::multiset<std::pair<std::string, std::string>> lines, wanted;
        for (const QByteArray &line : dot.split('\n')) {
            const auto texts = quotedIn(line);
            if (line.contains("\" -> \""))
                lines.insert({texts.at(0), texts.at(1)});
            else if (line.contains("\" [label=\""))
                boxes[texts.at(0)] = texts.at(1);
        }
        for (const graph::Line &line : drawing.lines)
            wanted.insert({line.from, line.to});
        QVERIFY(lines == wanted);
        QCOMPARE(boxes.size(), drawing.boxes.size());
        for (const graph::Box &box : drawing.boxes) {
            const std::string &label = boxes[box.id];
            QVERIFY2(label.starts_with(box.title) && label.find(box.caption) != label.npos, label.c_str());
            for (const graph::Matrix::Row &row : box.matrix ? box.matrix->rows : std::vector<graph::Matrix::Row>())
                QVERIFY2(label.find('\n' + row.name + ": ") != label.npos, row.name.c_str());
        }
    }
};

QTEST_MAIN(SameFilesTest)
#include "SameFilesTest.moc"
