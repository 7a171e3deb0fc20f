#include "tests/widgets/rbac/Facts.h"

#include <map>
#include <set>
#include <utility>

using namespace facts;
using Cell = graph::Matrix::Cell;

/// The graph of several identities and its tables say the same, of clusters by chance; and it is what the objects say.
class SameFactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void linesAndRowsAreThoseOfTheObjects()
    {
        AccessPane pane;
        std::size_t lines = 0, shared = 0, missing = 0, unknown = 0, parts = 0;
        for (unsigned seed = 1; seed <= clusters; ++seed) {
            const Shared one(seed);
            const ExpectedLines expected(one.basis->inputs, one.people);
            for (const bool folds : {false, true}) {
                const auto picture = apart(one.basis, one.people, folds);
                pane.showPicture(picture);
                const Connections rows = told(pane.twin().connections());
                COMPARE_FACTS(rows, expected.lines);
                const Connections onScreen = drawn(*picture, *pane.graph().scene());
                COMPARE_FACTS(onScreen, rows);
            }
            std::map<QString, std::size_t> holders;
            for (const Connection &line : expected.lines) {
                shared += line.relation == u"is named by" && ++holders[line.to] == 2;
                parts += line.relation == u"takes in";
                missing += line.isMissing;
                unknown += line.isUnknown;
            }
            lines += expected.lines.size();
        }
        QVERIFY2(lines > 5000 && shared > 500 && missing > 100 && unknown > 20 && parts > 100, qPrintable(QStringLiteral("%1 %2 %3 %4 %5").arg(lines).arg(shared).arg(missing).arg(unknown).arg(parts)));
    }

    void aCardStandsForAllThatIsInIt()
    {
        AccessPane pane;
        std::size_t cards = 0;
        for (unsigned seed = 1; seed <= clusters; ++seed) {
            const Shared one(seed);
            const auto picture = one.picture();
            pane.showPicture(picture);
            const ExpectedLines expected(one.basis->inputs, one.people);
            COMPARE_FACTS(told(pane.twin().connections()), expected.lines);
            std::map<QString, std::set<std::string>> boxes;
            for (const auto &[reference, ids] : picture->boxes)
                boxes[words(reference)].insert(ids.begin(), ids.end());
            std::set<std::pair<std::string, std::string>> lines, behind;
            const graph::Scene &scene = *pane.graph().scene();
            for (const graph::Scene::Link &link : scene.links())
                lines.insert({scene.node(link.from).box.id, scene.node(link.to).box.id});
            for (const Connection &row : expected.lines) {
                QVERIFY2(boxes.contains(row.from) && boxes.contains(row.to), qPrintable(row.from + u' ' + row.to));
                // A group that is asked about and that somebody is in has two boxes; lines leave from the later one.
                behind.insert({*boxes[row.from].rbegin(), row.relation == u"is in" ? *boxes[row.to].rbegin() : *boxes[row.to].begin()});
            }
            QVERIFY2(lines == behind, qPrintable(QStringLiteral("seed %1: %2 lines, %3 in the table").arg(seed).arg(lines.size()).arg(behind.size())));
            std::size_t objects = 0;
            for (const GraphNode &node : picture->shown.nodes) {
                objects += node.stack;
                cards += node.stack > 1;
                QCOMPARE(node.folded.size() + 1, node.stack);
                QVERIFY(node.stack == 1 || scene.node(scene.find(boxId(node))).box.title.ends_with((node.owner.name.empty() ? " +" + std::to_string(node.stack - 1) : " ×" + std::to_string(node.stack))));
            }
            std::size_t references = 0;
            for (const auto &[reference, ids] : picture->boxes)
                references += ids.size();
            QCOMPARE(objects, references);
        }
        QVERIFY2(cards > 200, qPrintable(QString::number(cards)));
    }

    void everyRiskOfABoxIsInTheTable()
    {
        AccessPane pane;
        std::size_t risks = 0;
        for (unsigned seed = 1; seed <= clusters; ++seed) {
            const Shared one(seed);
            const auto picture = one.picture(seed % 2);
            pane.showPicture(picture);
            QStringList notes;
            const ConnectionsModel &model = pane.twin().connections();
            for (int row = 0; row < model.rowCount(); ++row)
                for (const QString &note : said(model, row, ConnectionsModel::Note).split(QStringLiteral(", ")))
                    notes << (note.contains(QStringLiteral(" of ")) ? note : note + QStringLiteral(" of ") + said(model, row, ConnectionsModel::To));
            for (const GraphNode &node : picture->whole.nodes) {
                for (const std::string &risk : node.risks) {
                    const QString wanted = QStringLiteral("risk %1 of %2").arg(QString::fromStdString(risk), words(node.id));
                    QVERIFY2(notes.contains(wanted), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(wanted)));
                    ++risks;
                }
            }
            for (const GraphNode &node : picture->shown.nodes)
                QCOMPARE(pane.graph().scene()->node(pane.graph().scene()->find(boxId(node))).box.marks.risk, !node.risks.empty());
        }
        QVERIFY2(risks > 500, qPrintable(QString::number(risks)));
    }

    void rightsAreThoseOfTheObjects()
    {
        AccessPane pane;
        std::size_t rights = 0;
        std::map<Cell, std::size_t> cells;
        for (unsigned seed = 1; seed <= clusters; ++seed) {
            const Shared one(seed);
            const auto picture = one.picture(seed % 2);
            pane.showPicture(picture);
            const FileRows expected = expectedRights(one.basis->inputs, one.people);
            FileRows rows;
            for (int row = 0; row < pane.twin().rights().rowCount(); ++row)
                rows.insert(told(pane.twin().rights(), row));
            COMPARE_FACTS(rows, withoutRules(expected));
            rights += expected.size();
            compareCells(seed, one, *picture, *pane.graph().scene(), rows, cells);
        }
        QVERIFY2(rights > 10'000, qPrintable(QString::number(rights)));
        for (const Cell cell : {Cell::Everywhere, Cell::Yes, Cell::NamedOnly, Cell::No, Cell::Unknown})
            QVERIFY2(cells[cell] > 20, qPrintable(QStringLiteral("%1: %2").arg(int(cell)).arg(cells[cell])));
    }

private:
    /// Each cell says what the rows of the table say, for all of them together; each row that is not folded away is in one.
    void compareCells(unsigned seed, const Shared &one, const AccessPicture &picture, const graph::Scene &scene, const FileRows &rows, std::map<Cell, std::size_t> &cells)
    {
        std::set<std::string> resources;
        for (const FileRow &row : rows)
            resources.insert(row[1]);
        const int box = scene.find(matrixId);
        QCOMPARE(box >= 0, !resources.empty());
        if (box < 0)
            return;
        const graph::Matrix &matrix = *scene.node(box).box.matrix;
        for (const graph::Matrix::Row &row : matrix.rows) {
            QCOMPARE(resources.erase(row.name), std::size_t(1));
            for (std::size_t column = 0; column < matrix.verbs.size(); ++column) {
                const Cell asked = askedOf(one, picture, row.name, matrix.verbs[column]);
                QVERIFY2(row.cell(column) == asked, qPrintable(QStringLiteral("seed %1, %2 %3: %4, asked %5").arg(seed).arg(QString::fromStdString(matrix.verbs[column]), QString::fromStdString(row.name)).arg(int(row.cell(column))).arg(int(asked))));
                ++cells[asked];
            }
        }
        QCOMPARE(resources.size(), picture.shown.foldedRows);
    }

    /// How far one of them may do it: for all names in the whole cluster, in a namespace, for some names, or not.
    static Cell askedOf(const Shared &one, const AccessPicture &picture, const std::string &row, const std::string &verb)
    {
        const auto about = std::ranges::find(picture.whole.matrix, row, rowName);
        Request request;
        request.verb = verb;
        request.apiGroup = about->apiGroup;
        request.resource = about->resource;
        request.subresource = about->subresource;
        request.url = about->url;
        const auto may = [&](const std::string &place, const std::string &name) {
            request.namespaceName = place;
            request.name = name;
            return std::ranges::any_of(one.people, [&](const Identity &who) { return one.basis->evaluator.allows(who, request); });
        };
        const auto mayInSome = [&](const std::string &name) { return std::ranges::any_of(samples::Town::namespaces(), [&](const std::string &place) { return may(place, name); }); };
        if (may({}, "no-name-of-these"))
            return Cell::Everywhere;
        if (mayInSome("no-name-of-these"))
            return Cell::Yes;
        for (const char *name : {"x", "z"})
            if (may({}, name) || mayInSome(name))
                return Cell::NamedOnly;
        return picture.whole.isWhole ? Cell::No : Cell::Unknown;
    }
};

QTEST_MAIN(SameFactsTest)
#include "SameFactsTest.moc"
