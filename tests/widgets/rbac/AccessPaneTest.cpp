#include "tests/widgets/rbac/ShownAccess.h"

#include "models/rights/Claims.h"
#include "tests/support/FakeApi.h"
#include "tests/support/Korean.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "tests/unit/rbac/World.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessTwin.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/FindRow.h"
#include "widgets/rbac/HoldersView.h"
#include "widgets/rbac/LineButton.h"
#include "widgets/rbac/LinesArea.h"
#include "widgets/rbac/Sentences.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace rbac;
using Cell = graph::Matrix::Cell;

namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

/// A world by chance with pods, things that Kubernetes brings, aggregation, and lists that may not be read.
std::shared_ptr<const Basis> worldOf(unsigned seed)
{
    samples::World world(seed);
    Inputs inputs = world.inputs();
    for (std::size_t i = 0; i < world.below(8); ++i)
        inputs.pods.push_back({{"Pod", "a", "p" + std::to_string(i)}, "ci", {}, "Running", {}, {}, {}});
    for (auto &binding : inputs.bindings) {
        if (world.below(3) > 0)
            continue;
        auto changed = std::make_shared<Binding>(*binding);
        changed->labels = {{"kubernetes.io/bootstrapping", "rbac-defaults"}};
        if (Subject everybody; world.below(2) == 0) {
            everybody.kind = "Group";
            everybody.name = authenticatedGroup;
            changed->subjects = {everybody};
        }
        binding = changed;
    }
    for (auto &role : inputs.roles) {
        if (!role->isClusterRole() || world.below(2) > 0)
            continue;
        auto changed = std::make_shared<Role>(*role);
        changed->aggregation = {ObjectSelector()};
        role = changed;
    }
    if (world.below(4) == 0)
        inputs.unreadable.push_back({world.below(2) ? "roles" : "clusterroles", {}, {}, "forbidden"});
    return std::make_shared<const Basis>(std::move(inputs));
}

QString said(const QAbstractItemModel &model, int row, int column) { return model.index(row, column).data().toString(); }

/// The boxes by the words for each object behind them, as a table says them.
std::map<QString, std::set<std::string>> boxesByWords(const AccessPicture &picture)
{
    std::map<QString, std::set<std::string>> boxes;
    for (const auto &[reference, ids] : picture.boxes) {
        const QString words = reference == "Namespace/*" ? QStringLiteral("all namespaces") : nameOf(std::string_view(reference));
        boxes[words].insert(ids.begin(), ids.end());
    }
    return boxes;
}

/// The same from the evaluator: for all names in the whole cluster, in some namespace, for a name, or not.
Cell askedAgain(const AccessPicture &picture, const std::string &row, const std::string &verb)
{
    const auto about = std::ranges::find(picture.whole.matrix, row, rowName);
    Request request;
    request.verb = verb;
    request.apiGroup = about->apiGroup;
    request.resource = about->resource;
    request.subresource = about->subresource;
    request.url = about->url;
    std::set<std::string> places, names;
    for (const auto &binding : picture.basis->inputs.bindings)
        places.insert(binding->ref.namespaceName);
    for (const Right &right : picture.whole.matrix)
        names.insert(right.names.begin(), right.names.end());
    const auto isAllowed = [&](const std::string &place, const std::string &name) {
        request.namespaceName = place;
        request.name = name;
        return picture.basis->evaluator.allows(picture.identities.front(), request);
    };
    // One of the names may be empty, which allows what is asked without a name.
    const auto isAllowedForAll = [&](const std::string &place) { return isAllowed(place, {}) && isAllowed(place, "no-name-of-these"); };
    if (isAllowedForAll({}))
        return Cell::Everywhere;
    if (std::ranges::any_of(places, isAllowedForAll))
        return Cell::Yes;
    places.insert(std::string());
    for (const std::string &place : places)
        if (std::ranges::any_of(names, [&](const std::string &name) { return isAllowed(place, name); }))
            return Cell::NamedOnly;
    return picture.whole.isWhole ? Cell::No : Cell::Unknown;
}

/// A pane with a server that says otherwise about secrets, and to everything else yes.
struct Judged
{
    support::FakeApi api;
    base::ManualExecutor gui;
    std::shared_ptr<rights::ServerWord> word = std::make_shared<rights::ServerWord>([this]() -> kube::Api & { return api; }, gui);
    Shown shown;

    Judged() { shown.pane.setServerWord(word); }
    void step()
    {
        api.time.run();
        gui.advance(std::chrono::milliseconds(0));
    }
    void answerAll()
    {
        for (std::size_t next = 0; next < api.count(); ++next) {
            const bool isSecret = api.exchanges[next].request.body.find("secrets") != std::string::npos;
            api.exchanges[next].answer(isSecret ? R"({"status":{"allowed":false}})" : R"({"status":{"allowed":true}})");
            step();
        }
    }
    QPushButton *button(const QString &text) const
    {
        const auto buttons = shown.pane.findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, text, &QPushButton::text);
        return found == buttons.end() ? nullptr : *found;
    }
    bool says(const QString &words) const
    {
        const auto labels = shown.pane.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
    }
    void selectCell(const char *row, const char *verb)
    {
        const graph::Scene &scene = *shown.pane.graph().scene();
        const int box = scene.find(matrixId);
        const graph::Matrix &matrix = *scene.node(box).box.matrix;
        shown.pane.graph().setCurrent({box, static_cast<int>(std::ranges::find(matrix.rows, row, &graph::Matrix::Row::name) - matrix.rows.begin()),
                                       static_cast<int>(std::ranges::find(matrix.verbs, verb) - matrix.verbs.begin())});
    }
};

bool isTold(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace

/// The picture of access and all that is said about it.
class AccessPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void anAnswerWithFewerFixesFollowsOneWithMore()
    {
        Shown shown;
        shown.ask("can list secrets");
        QVERIFY(!shown.pane.answerView().mayApply().isEmpty());
        auto *fixes = shown.pane.answerView().findChild<QComboBox *>();
        fixes->setCurrentIndex(fixes->count() - 1);
        shown.ask("can list pods");
        QVERIFY(shown.pane.answerView().verdict().endsWith(QStringLiteral("Yes.")));
        QVERIFY(shown.pane.answerView().mayApply().isEmpty());
    }

    void graphAndTablesTellTheSameConnections()
    {
        AccessPane pane;
        std::size_t compared = 0, stacked = 0;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            const auto picture = pictureFor(worldOf(seed), Identity::ofServiceAccount({"a", "ci"}), seed % 3 != 0);
            pane.showPicture(picture);
            const graph::Scene &scene = *pane.graph().scene();
            Pairs drawn, told;
            for (const graph::Scene::Link &link : scene.links())
                drawn.insert({scene.node(link.from).box.id, scene.node(link.to).box.id});
            auto boxes = boxesByWords(*picture);
            std::set<QString> named;
            const ConnectionsModel &model = pane.twin().connections();
            for (int row = 0; row < model.rowCount(); ++row) {
                const QString from = said(model, row, ConnectionsModel::From), to = said(model, row, ConnectionsModel::To);
                QVERIFY2(boxes.contains(from) && boxes.contains(to), qPrintable(from + u' ' + to));
                named.insert({from, to});
                told.insert({*boxes[from].begin(), *boxes[to].begin()});
            }
            QVERIFY2(drawn == told, qPrintable(QString::number(seed)));
            QCOMPARE(named.size(), boxes.size());
            for (const graph::Scene::Node &node : scene.nodes()) {
                const GraphNode *behind = picture->node(node.box.id);
                stacked += behind && behind->stack > 1;
                QVERIFY(!behind || behind->stack == behind->folded.size() + 1);
            }
            compared += told.size();
        }
        QVERIFY2(compared > 1000 && stacked > 20, qPrintable(QString::number(compared) + u' ' + QString::number(stacked)));
    }

    void graphAndTablesTellTheSameRights()
    {
        AccessPane pane;
        std::map<Cell, std::size_t> cells;
        std::size_t folded = 0;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            const auto picture = pictureFor(worldOf(seed), Identity::ofServiceAccount({"a", "ci"}), seed % 2 == 0);
            pane.showPicture(picture);
            std::set<QString> told;
            const RightsModel &model = pane.twin().rights();
            for (int row = 0; row < model.rowCount(); ++row)
                told.insert(said(model, row, RightsModel::Resource));
            const int box = pane.graph().scene()->find(matrixId);
            QCOMPARE(box >= 0, !told.empty());
            if (box < 0)
                continue;
            const graph::Matrix &matrix = *pane.graph().scene()->node(box).box.matrix;
            for (const graph::Matrix::Row &row : matrix.rows) {
                QCOMPARE(told.erase(QString::fromStdString(row.name)), std::size_t(1));
                for (std::size_t column = 0; column < matrix.verbs.size(); ++column) {
                    const Cell asked = askedAgain(*picture, row.name, matrix.verbs[column]);
                    QVERIFY2(row.cells[column] == asked, qPrintable(QStringLiteral("seed %1, %2 %3: %4, asked %5").arg(seed).arg(QString::fromStdString(matrix.verbs[column]), QString::fromStdString(row.name)).arg(int(row.cells[column])).arg(int(asked))));
                    ++cells[row.cells[column]];
                }
            }
            QCOMPARE(told.size(), picture->shown.foldedRows);
            folded += told.size();
        }
        QVERIFY2(cells[Cell::Everywhere] > 100 && cells[Cell::Yes] > 100 && cells[Cell::NamedOnly] > 20 && cells[Cell::No] > 200 && folded > 3, qPrintable(QStringLiteral("%1 %2 %3 %4, folded %5").arg(cells[Cell::Everywhere]).arg(cells[Cell::Yes]).arg(cells[Cell::NamedOnly]).arg(cells[Cell::No]).arg(folded)));
    }

    void whatATextIsStaysWhenAnotherAnswerComes()
    {
        Shown shown;
        const auto described = [&](const char *what) {
            for (const auto *label : shown.pane.findChildren<base::TextLabel *>())
                if (label->accessibleDescription() == QString::fromUtf8(what))
                    return label->accessibleName();
            return QString();
        };
        shown.ask("can list secrets");
        const QString why = described("Why");
        QVERIFY(!why.isEmpty() && shown.pane.answerView().explanation().startsWith(why));     // what comes nearest are lines of their own
        QCOMPARE(described("YAML that would allow it").trimmed(), shown.pane.answerView().yaml().trimmed());
        shown.ask("can list pods");
        QVERIFY(described("Why") != why && !described("Why").isEmpty());
        shown.select("Role/shop/reader");
        QCOMPARE(described("About what is selected"), shown.pane.sentence());
        QCOMPARE(described("What it is"), shown.pane.lesson());
    }

    void everyObjectIsReadAloudWithItsKind()
    {
        Shown shown;
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&shown.pane.graph());
        QStringList names;
        for (int i = 0; i < whole->childCount(); ++i)
            names << whole->child(i)->text(QAccessible::Name);
        for (const char *name : {"web-1, Pod · shop", "front, ServiceAccount · shop, risk", "read, RoleBinding · shop, risk", "reader, Role · shop", "gone, ✕ missing · Role · shop, does not exist"})
            QVERIFY2(names.contains(QString::fromUtf8(name)), qPrintable(names.join(u'\n')));
        for (const QWidget *widget : shown.pane.findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && widget->inherits("QPushButton"))
                QVERIFY(!widget->accessibleName().isEmpty());
        }
    }

    void whatIsSelectedIsToldInASentence_data()
    {
        QTest::addColumn<std::string>("reference");
        QTest::addColumn<QString>("sentence");

        QTest::newRow("pod") << std::string("Pod/shop/web-1") << QStringLiteral("Pod shop/web-1 runs as ServiceAccount shop/front.");
        QTest::newRow("binding") << std::string("RoleBinding/shop/read")
                                 << QStringLiteral("RoleBinding shop/read: gives Role shop/reader to ServiceAccount shop/front, in namespace shop: may get, list pods; get secrets tls.");
        QTest::newRow("lost") << std::string("RoleBinding/shop/lost") << QStringLiteral("RoleBinding shop/lost: points to Role shop/gone, which does not exist, so it gives nothing.");
        QTest::newRow("role") << std::string("ClusterRole/view") << QStringLiteral("ClusterRole view allows: list deployments.apps.");
        QTest::newRow("group") << std::string("Group/system:authenticated")
                               << QStringLiteral("ServiceAccount shop/front is in Group system:authenticated, because the server adds it to every such identity; through it, it may list deployments.apps.");
    }
    void whatIsSelectedIsToldInASentence()
    {
        QFETCH(std::string, reference);
        QFETCH(QString, sentence);
        Shown shown;
        shown.select(reference);
        QCOMPARE(shown.pane.sentence(), sentence);
    }

    void aCellLightsItsWayAndSaysIt()
    {
        Shown shown;
        const graph::Scene &scene = *shown.pane.graph().scene();
        const int box = scene.find(matrixId);
        const graph::Matrix &matrix = *scene.node(box).box.matrix;
        int row = 0;
        while (matrix.rows[std::size_t(row)].name != "pods")
            ++row;
        shown.pane.graph().setCurrent({box, row, 0});
        QCOMPARE(shown.pane.sentence(), QStringLiteral("ServiceAccount shop/front may get pods in namespace shop, through RoleBinding shop/read and Role shop/reader."));
        std::set<std::string> lit;
        for (const int each : shown.pane.graph().light().boxes)
            lit.insert(scene.node(each).box.id);
        for (const std::string &id : shown.pane.picture()->boxesOf({"ServiceAccount/shop/front", "RoleBinding/shop/read", "Role/shop/reader", "Namespace/shop"}))
            QVERIFY(lit.contains(id));
        QVERIFY(!lit.contains(shown.pane.picture()->boxesOf({"RoleBinding/shop/lost"}).front()));
    }

    void anAnswerLightsItsPath()
    {
        Shown shown;
        shown.ask("can list pods");
        QVERIFY(shown.pane.answerView().verdict().contains(QStringLiteral("Yes.")));
        QVERIFY(shown.pane.answerView().explanation().contains(QStringLiteral("Through RoleBinding shop/read and rule 1 of Role shop/reader")));
        QCOMPARE(shown.pane.graph().path().boxes.size(), std::size_t(4));
        shown.pane.showNoAnswer();
        QVERIFY(shown.pane.graph().path().isEmpty() && !shown.pane.answerView().isVisible());
    }

    void ofSeveralIdentitiesEachIsToldWhatItHas()
    {
        Shown shown(shop + "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: back, namespace: shop}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: front, namespace: shop}\n" + samples::role("Role", "shop/writer", "{verbs: [create], apiGroups: [''], resources: [pods]}")
            + samples::binding("shop/write", "Role/writer", samples::account("shop", "back")));
        const Identity back = Identity::ofServiceAccount({"shop", "back"});
        shown.pane.showPicture(std::make_shared<const AccessPicture>(pictureOf(shown.basis, {{front.identity, back}, false, drawingWords()})));
        const auto told = [&](const char *reference) {
            shown.select(reference);
            return shown.pane.sentence();
        };
        QCOMPARE(told("ServiceAccount/shop/back"), QStringLiteral("ServiceAccount shop/back may create pods; list deployments.apps."));
        QCOMPARE(told("ServiceAccount/shop/front"), QStringLiteral("ServiceAccount shop/front may get, list pods; list deployments.apps; get secrets tls."));
        QCOMPARE(told("RoleBinding/shop/write"), QStringLiteral("RoleBinding shop/write: gives Role shop/writer to ServiceAccount shop/back, in namespace shop: may create pods."));
        QCOMPARE(told("Group/system:authenticated"), QStringLiteral("ServiceAccount shop/front, ServiceAccount shop/back are in Group system:authenticated, because the server adds it to every such identity; through it, they may list deployments.apps."));
        QCOMPARE(sentenceOf(*shown.pane.picture(), "create", "pods"), QStringLiteral("ServiceAccount shop/back may create pods in namespace shop, through RoleBinding shop/write and Role shop/writer."));
        QCOMPARE(sentenceOf(*shown.pane.picture(), "delete", "pods"), QStringLiteral("Nothing allows ServiceAccount shop/front, ServiceAccount shop/back to delete pods."));
        const auto behind = shown.pane.picture()->boxesBehind("pods", "create");
        QVERIFY(std::ranges::find(behind, shown.pane.picture()->boxesOf({"ServiceAccount/shop/back"}).front()) != behind.end());
        QVERIFY(std::ranges::find(behind, shown.pane.picture()->boxesOf({"ServiceAccount/shop/front"}).front()) == behind.end());
    }

    void whatEverybodyHasIsToldLast()
    {
        const std::string discovery = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: all-watch, labels: {kubernetes.io/bootstrapping: rbac-defaults}}\n"
                                      "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: watch}\nsubjects: [{kind: Group, name: 'system:authenticated', apiGroup: rbac.authorization.k8s.io}]\n";
        Shown shown(shop + samples::role("ClusterRole", "/watch", "{verbs: [watch], apiGroups: [''], resources: [events]}") + discovery);
        shown.select("ServiceAccount/shop/front");
        QCOMPARE(shown.pane.sentence(), QStringLiteral("ServiceAccount shop/front may get, list pods; list deployments.apps; get secrets tls; watch events."));
    }

    void theCellThatAnswersIsRinged()
    {
        Shown shown;
        shown.ask("can list pods");
        const graph::Scene &scene = *shown.pane.graph().scene();
        const auto words = [&](const graph::Spot &spot) {
            const graph::Matrix &matrix = *scene.node(spot.box).box.matrix;
            return matrix.verbs[std::size_t(spot.column)] + ' ' + matrix.rows[std::size_t(spot.row)].name;
        };
        QCOMPARE(shown.pane.graph().pathCells().size(), std::size_t(1));
        QCOMPARE(words(shown.pane.graph().pathCells().front()), std::string("list pods"));
        shown.pane.showNoAnswer();
        QVERIFY(shown.pane.graph().pathCells().empty());
        shown.pane.openFind();
        shown.pane.findChild<FindRow *>()->findChild<QLineEdit *>()->setText(QStringLiteral("can:get/secrets"));
        QTRY_COMPARE(shown.pane.graph().foundCells().size(), std::size_t(1));
        QCOMPARE(words(shown.pane.graph().foundCells().front()), std::string("get secrets"));
        const QRect cell = shown.pane.graph().rectOf(shown.pane.graph().foundCells().front());
        const QImage veiled = shown.pane.graph().grab().toImage();
        shown.pane.graph().setFound({});
        QCOMPARE(veiled.copy(cell.adjusted(2, 2, -2, -2)), shown.pane.graph().grab().toImage().copy(cell.adjusted(2, 2, -2, -2)));
    }

    void aRefusalOffersWhatMendsIt()
    {
        Shown shown;
        shown.ask("can list pods in billing");
        const AnswerView &answer = shown.pane.answerView();
        QVERIFY(answer.verdict().contains(QStringLiteral("No. Nothing allows it.")));
        QVERIFY(answer.explanation().contains(QStringLiteral("1. RoleBinding shop/read ")));
        QVERIFY(answer.explanation().contains(QStringLiteral("list pods in namespace billing")));
        QVERIFY(answer.yaml().contains(QStringLiteral("namespace: billing")));
        QVERIFY(shown.pane.graph().path().isEmpty());
    }

    void whatComesNearestOpensItsBinding()
    {
        Shown shown;
        shown.ask("can list pods in billing");
        QSignalSpy opened(&shown.pane, &AccessPane::openRequested);
        const auto lines = shown.pane.answerView().findChildren<LineButton *>();
        QVERIFY(!lines.isEmpty());
        LineButton *line = lines.front();
        QVERIFY2(line->text().startsWith(QStringLiteral("1. RoleBinding shop/read ")) && line->isVisible(), qPrintable(line->text()));
        QVERIFY(shown.pane.answerView().explanation().contains(line->text()));
        QTest::mouseClick(line, Qt::LeftButton);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        for (const auto &each : opened)
            QCOMPARE(each.value(0).value<base::Address>().toString(), QStringLiteral("rolebindings.rbac.authorization.k8s.io/shop/read"));
        QVERIFY(line->heightForWidth(120) > 2 * line->heightForWidth(4000));
        shown.pane.resize(700, 800);
        for (const LineButton *each : lines)
            QTRY_VERIFY2(each->height() >= each->heightForWidth(each->width()), qPrintable(each->text()));
        shown.ask("can list pods in billing");       // the same again, as something changed
        QCOMPARE(shown.pane.answerView().findChildren<LineButton *>().value(0), line);
        shown.ask("can list pods");
        QVERIFY(shown.pane.answerView().findChildren<LineButton *>().front()->text().startsWith(QStringLiteral("Through RoleBinding shop/read")));
    }

    void whereTheNetworkMayBeMeantItsPageIsOffered_data()
    {
        QTest::addColumn<std::string>("question");
        QTest::addColumn<QString>("address");
        QTest::newRow("a pod") << std::string("can get pods db in billing") << QStringLiteral("reach#pair:shop/web-1..billing/db");
        QTest::newRow("a Service") << std::string("can get services db in billing") << QStringLiteral("reach#pair:shop/web-1..svc/billing/db");
        QTest::newRow("any pod") << std::string("can list pods in billing") << QStringLiteral("pods/shop/web-1#reach");
        QTest::newRow("an account without pods") << std::string("can shop/idle list pods") << QStringLiteral("reach");
        QTest::newRow("nothing that listens") << std::string("can list secrets in billing") << QString();
        QTest::newRow("somebody without pods") << std::string("can User/jane list pods") << QString();
    }
    void whereTheNetworkMayBeMeantItsPageIsOffered()
    {
        QFETCH(std::string, question);
        QFETCH(QString, address);
        Shown shown;
        const auto button = [&] {
            for (auto *each : shown.pane.answerView().findChildren<QPushButton *>())
                if (each->text() == QStringLiteral("Reach…") && each->isVisible())
                    return each;
            return static_cast<QPushButton *>(nullptr);
        };
        shown.ask(question);
        QVERIFY(!button());        // no such page
        shown.pane.offerReach();
        shown.ask(question);
        QCOMPARE(button() != nullptr, !address.isEmpty());
        if (address.isEmpty())
            return;
        QSignalSpy opened(&shown.pane, &AccessPane::openRequested);
        button()->click();
        QCOMPARE(opened.value(0).value(0).value<base::Address>().toString(), address);
        shown.pane.showProblem(QStringLiteral("no such words"));
        QVERIFY(!button());
    }

    void anAccountThatIsNotThereIsSaidAndDrawnAsMissing()
    {
        const std::string other = "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: other, namespace: shop}\n";
        Shown shown(shop + other);
        const auto boxes = shown.pane.picture()->boxesOf({"ServiceAccount/shop/front"});
        const graph::Box &box = shown.pane.graph().scene()->node(shown.pane.graph().scene()->find(boxes.front())).box;
        QVERIFY(box.marks.dangling);
        QCOMPARE(QString::fromStdString(box.caption), QStringLiteral("✕ missing · ServiceAccount · shop"));
        QVERIFY(isTold(shown.pane, QStringLiteral("There is no ServiceAccount shop/front")));
        shown.select("ServiceAccount/shop/front");
        QVERIFY2(shown.pane.sentence().startsWith(QStringLiteral("ServiceAccount shop/front does not exist. Once somebody makes it: ServiceAccount shop/front may ")), qPrintable(shown.pane.sentence()));
        shown.ask("can list pods");
        QVERIFY(shown.pane.answerView().explanation().contains(QStringLiteral("ServiceAccount/shop/front does not exist: this would count once it is made")));

        Inputs hidden = samples::inputs(shop + other);
        hidden.unreadable.push_back({"serviceaccounts", {}, {}, "no"});
        shown.pane.showPicture(pictureFor(std::make_shared<const Basis>(std::move(hidden)), front.identity));
        QVERIFY(!isTold(shown.pane, QStringLiteral("There is no ServiceAccount shop/front")));
        QVERIFY(!shown.pane.graph().scene()->node(shown.pane.graph().scene()->find(boxes.front())).box.marks.dangling);
    }

    void thePodOneCameFromIsLit()
    {
        Shown shown;
        const ObjectRef pod{"Pod", "shop", "web-1"};
        shown.pane.showPicture(std::make_shared<const AccessPicture>(pictureOf(shown.basis, {{front.identity}, true, drawingWords(), {}, {pod}})));
        const int box = shown.pane.graph().scene()->find(shown.pane.picture()->boxesOf({pod.text()}).front());
        QVERIFY(std::ranges::find(shown.pane.graph().path().boxes, box) != shown.pane.graph().path().boxes.end());
        shown.pane.showPicture(pictureFor(shown.basis, front.identity));
        QVERIFY(shown.pane.graph().path().isEmpty());
    }

    void aLongQuestionIsSeenFromItsBeginning()
    {
        Shown shown;
        auto *line = shown.pane.askBar().findChild<QLineEdit *>();
        shown.pane.askBar().ask(QString(400, u'x'));
        QCOMPARE(line->cursorPosition(), 0);
        shown.pane.askBar().takeFocus();
        QCOMPARE(line->cursorPosition(), 0);
        QVERIFY(line->hasSelectedText() && line->selectedText().size() == 400);
    }

    void whatComesNearestIsSaidInThePersonsLanguage()
    {
        support::Korean korean;
        QCoreApplication::installTranslator(&korean);
        Shown shown;
        shown.ask("can get pods/log web-1");
        QVERIFY2(shown.pane.answerView().explanation().contains(QStringLiteral("pods을(를) 지정하지만 pods/log은(는) 아닙니다. 하위 리소스는 따로 지정해야 합니다")), qPrintable(shown.pane.answerView().explanation()));
        QCoreApplication::removeTranslator(&korean);
    }

    void aQuestionIsAskedWithReturn()
    {
        Shown shown;
        QSignalSpy asked(&shown.pane, &AccessPane::asked);
        shown.pane.askBar().takeFocus();
        auto *line = shown.pane.askBar().findChild<QLineEdit *>();
        QTest::keyClicks(line, QStringLiteral("can list pods"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(asked.value(0).value(0).toString(), QStringLiteral("can list pods"));
        shown.pane.showProblem(QStringLiteral("no such words"));
        QVERIFY(shown.pane.answerView().explanation().contains(QStringLiteral("no such words")));
    }

    void enterOpensTheObjectButNoStack()
    {
        Shown shown;
        QSignalSpy opened(&shown.pane, &AccessPane::openRequested);
        shown.select("RoleBinding/shop/read");
        QTest::keyClick(&shown.pane.graph(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<base::Address>().toString(), QStringLiteral("rolebindings.rbac.authorization.k8s.io/shop/read"));
    }

    void whatMayNotBeReadIsSaidAboveTheGraph()
    {
        Shown shown;
        Inputs inputs = shown.basis->inputs;
        inputs.unreadable.push_back({"roles", {}, {}, "roles is forbidden"});
        shown.pane.showPicture(pictureFor(std::make_shared<const Basis>(std::move(inputs)), front.identity));
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&shown.pane.graph());
        QStringList names;
        for (int i = 0; i < whole->childCount(); ++i)
            names << whole->child(i)->text(QAccessible::Name);
        QVERIFY(names.contains(QStringLiteral("gone, Role · shop, not known")));
        shown.select("RoleBinding/shop/lost");
        QVERIFY(shown.pane.sentence().contains(QStringLiteral("is not known")));
    }

    void theServerConfirmsCellAfterCellAndTheAnswer()
    {
        Judged judged;
        Shown &shown = judged.shown;
        shown.ask("can list pods");
        judged.button(QStringLiteral("Verify"))->click();
        judged.answerAll();
        support::FakeApi &api = judged.api;
        const auto &word = judged.word;
        const std::size_t claims = rights::claimsOf(*shown.pane.picture()).size();
        QCOMPARE(api.count(), claims);      // the answer is a cell of the table, and asked once
        const auto says = [&](const QString &words) { return judged.says(words); };
        QTRY_VERIFY(says(QStringLiteral("%1 of %2 permissions confirmed by the server · contradicted: 1").arg(claims - 1).arg(claims)));
        QVERIFY(says(QStringLiteral("✓ The server says the same")));
        const graph::Scene &scene = *shown.pane.graph().scene();
        const int box = scene.find(matrixId);
        const graph::Matrix &matrix = *scene.node(box).box.matrix;
        for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
            shown.pane.graph().setCurrent({box, static_cast<int>(row), static_cast<int>(std::ranges::find(matrix.verbs, "get") - matrix.verbs.begin())});
            if (matrix.rows[row].name == "pods")
                QVERIFY(shown.pane.sentence().endsWith(QStringLiteral("✓ The server says the same.")));
            if (matrix.rows[row].name == "secrets")
                QVERIFY(shown.pane.sentence().endsWith(QStringLiteral("✕ The server says otherwise.")));
        }
        word->grantsAre({});            // they are known now, and nobody knows what they were
        QTRY_VERIFY(!says(QStringLiteral("The server says")));
        QVERIFY(says(QStringLiteral("○ computed")));
    }

    void aSingleCellIsConfirmedWithEnter()
    {
        Judged judged;
        judged.selectCell("pods", "list");
        QVERIFY(judged.shown.pane.sentence().endsWith(QStringLiteral("○ Computed: the server was not asked.")));
        const auto buttons = judged.shown.pane.findChildren<QPushButton *>();
        const auto askCell = std::ranges::find(buttons, QStringLiteral("Ask the server about this cell alone (Enter)"), &QPushButton::accessibleName);
        QVERIFY(askCell != buttons.end() && (*askCell)->isVisible());
        QTest::keyClick(&judged.shown.pane.graph(), Qt::Key_Return);
        QCOMPARE(judged.api.count(), std::size_t(1));
        judged.answerAll();
        QTRY_VERIFY(judged.shown.pane.sentence().endsWith(QStringLiteral("✓ The server says the same.")));
        const std::size_t claims = rights::claimsOf(*judged.shown.pane.picture()).size();
        QVERIFY(judged.says(QStringLiteral("○ 1 of %1 permissions confirmed by the server · not asked: %2").arg(claims).arg(claims - 1)));
        QVERIFY(judged.button(QStringLiteral("Ask %1 more").arg(claims - 1)));
    }

    void aSingleAnswerIsConfirmedAlone()
    {
        Judged judged;
        judged.shown.ask("can list pods in billing");
        QVERIFY(judged.says(QStringLiteral("○ Computed: the server was not asked")));
        const auto buttons = judged.shown.pane.answerView().findChildren<QPushButton *>();
        (*std::ranges::find(buttons, QStringLiteral("Ask the server"), &QPushButton::text))->click();
        QCOMPARE(judged.api.count(), std::size_t(1));
        QVERIFY(judged.api.last().request.body.find(R"("namespace":"billing")") != std::string::npos);
        judged.api.last().answer(R"({"status":{"allowed":false}})");
        judged.step();
        QTRY_VERIFY(judged.says(QStringLiteral("✓ The server says the same")));
    }

    void whoMayIsAListFromWhichOneGoesOnAndAsksTheServer()
    {
        Judged judged;
        AccessPane &pane = judged.shown.pane;
        pane.showHolders(*readWho("who can list deployments.apps", front, *judged.shown.basis));
        HoldersView &list = pane.answerView().holders();
        QVERIFY(list.isVisible());
        QCOMPARE(pane.answerView().verdict(), QStringLiteral("✓ Who may: 2 · groups: 1 · groups that the server adds: 1"));
        QCOMPARE(said(list.model(), 0, HoldersModel::Who), QStringLiteral("system:masters"));
        QCOMPARE(said(list.model(), 0, HoldersModel::Ways), QStringLiteral("the server allows it everything, without any binding"));
        QCOMPARE(said(list.model(), 1, HoldersModel::Means), QStringLiteral("everybody logged in, all ServiceAccounts included"));
        QCOMPARE(said(list.model(), 1, HoldersModel::Ways), QStringLiteral("ClusterRoleBinding all-see → view"));
        QCOMPARE(said(list.model(), 1, HoldersModel::Proof), QStringLiteral("○ computed"));
        QSignalSpy centred(&pane, &AccessPane::centreRequested);
        list.table().setCurrentIndex(list.model().index(1, 0));
        QTest::keyClick(&list.table(), Qt::Key_Return);
        QCOMPARE(centred.value(0).value(0).value<ObjectRef>(), (ObjectRef{"Group", {}, "system:authenticated"}));
        Q_EMIT list.verifyRequested({list.model().entry(1).subject});
        QCOMPARE(judged.api.count(), std::size_t(1));
        QVERIFY(judged.api.last().request.body.find(R"("groups":["system:authenticated"])") != std::string::npos);
        judged.answerAll();
        QCOMPARE(said(list.model(), 1, HoldersModel::Proof), QStringLiteral("✓ confirmed"));
        QCOMPARE(said(list.model(), 0, HoldersModel::Proof), QStringLiteral("○ computed"));
        QTRY_VERIFY(judged.says(QStringLiteral("○ Confirmed in part: 1 of 2")));
        judged.shown.ask("can list pods");
        QVERIFY(!list.isVisible());
    }

    void anAnswerHasRoomForWholeLines()
    {
        Shown shown;
        shown.pane.resize(1200, 820);
        shown.ask("can list pods in billing");
        QCoreApplication::processEvents();
        const AnswerView &answer = shown.pane.answerView();
        QVERIFY2(answer.height() >= 280, qPrintable(QString::number(answer.height())));
        for (const LinesArea *area : answer.findChildren<LinesArea *>()) {
            QVERIFY(!area->accessibleName().isEmpty());
            const int line = area->lineHeight();
            QVERIFY(area->viewport()->height() >= 6 * line);
            QCOMPARE(area->viewport()->height() % line, 0);
        }
    }

    void aFixSaysWhichRisksItBrings()
    {
        Shown shown;
        shown.ask("can list services");
        QCOMPARE(shown.pane.answerView().newRisks(), QStringLiteral("✓ No new risk"));
        shown.ask("can list secrets in billing");
        QVERIFY2(shown.pane.answerView().newRisks().contains(QStringLiteral("New risks: ")), qPrintable(shown.pane.answerView().newRisks()));
    }

    void theTablesTellTheProofAndTheVersionsOfEachRight()
    {
        Judged judged;
        judged.shown.pane.setVersions([](const ObjectRef &object) { return object.kind == "RoleBinding" ? std::string("4711") : object.kind == "Role" ? std::string("4712") : std::string(); });
        const RightsModel &model = judged.shown.pane.twin().rights();
        const auto rowOf = [&](const QString &resource, const QString &verb) {
            for (int row = 0; row < model.rowCount(); ++row)
                if (said(model, row, RightsModel::Resource) == resource && said(model, row, RightsModel::Verb) == verb)
                    return row;
            return -1;
        };
        const int row = rowOf(QStringLiteral("secrets"), QStringLiteral("get"));
        QCOMPARE(said(model, row, RightsModel::Proof), QStringLiteral("○ computed"));
        QCOMPARE(said(model, row, RightsModel::Versions), QStringLiteral("4711 · 4712"));
        Q_EMIT judged.shown.pane.twin().verifyRequested(model.right(row));
        QCOMPARE(judged.api.count(), std::size_t(1));
        judged.answerAll();
        QCOMPARE(said(model, row, RightsModel::Proof), QStringLiteral("✕ contradicted"));
        QCOMPARE(said(model, rowOf(QStringLiteral("pods"), QStringLiteral("get")), RightsModel::Proof), QStringLiteral("○ computed"));
        const ConnectionsModel &lines = judged.shown.pane.twin().connections();
        bool isTold = false;
        for (int line = 0; line < lines.rowCount(); ++line)
            isTold = isTold || (said(lines, line, ConnectionsModel::From) == u"RoleBinding shop/read" && said(lines, line, ConnectionsModel::Versions) == u"4711 · 4712");
        QVERIFY(isTold);
    }
};

QTEST_MAIN(AccessPaneTest)
#include "AccessPaneTest.moc"
