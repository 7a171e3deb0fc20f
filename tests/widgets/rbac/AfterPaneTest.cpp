#include "widgets/rbac/AfterPane.h"

#include "tests/unit/rbac/World.h"
#include "tests/widgets/rbac/ShownDrafts.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessTwin.h"
#include "widgets/rbac/AccessWords.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>
#include <set>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;
using samples::user;
using Change = graph::Matrix::Change;

namespace {

constexpr const char *readSecrets = "{verbs: [get], apiGroups: [''], resources: [secrets]}";

/// Drafts with the graph of what would be beside them.
struct ShownAfter : ShownDrafts
{
    ShownAfter()
    {
        effect().showAfter(true);
        settle();
    }
    AfterPane &after() { return effect().after(); }
    QString spoken(const std::string &reference)
    {
        const auto boxes = after().picture()->boxesOf({reference});
        const int box = boxes.empty() ? -1 : after().graph().scene()->find(boxes.front());
        return box < 0 ? QString() : QAccessible::queryAccessibleInterface(&after().graph())->child(box)->text(QAccessible::Name);
    }
    QRectF frame(const std::string &reference)
    {
        const graph::Scene &scene = *after().graph().scene();
        return scene.node(scene.find(after().picture()->boxesOf({reference}).front())).frame;
    }
    void select(const std::string &reference)
    {
        after().graph().setCurrent({after().graph().scene()->find(after().picture()->boxesOf({reference}).front())});
    }
};

std::shared_ptr<const rights::DraftResult> resultOf(const std::shared_ptr<const Basis> &basis, ChangeSet changes)
{
    auto out = std::make_shared<rights::DraftResult>(rights::DraftResult{basis, {}, false, {}, {}, {}});
    out->effect.whatIf = whatIf(basis->evaluator, basis->inputs, changes, std::nullopt);
    return out;
}

QString said(const QAbstractItemModel &model, int row, int column) { return model.index(row, column).data().toString(); }

std::string wordOf(GraphChange change) { return changeWord(change).toStdString(); }

/// Of each changing box and cell: its sign, and what it is.
std::set<std::string> drawnChanges(const graph::Scene &scene)
{
    std::set<std::string> out;
    for (const graph::Scene::Node &node : scene.nodes())
        for (std::size_t row = 0; node.box.matrix && row < node.box.matrix->rows.size(); ++row)
            for (std::size_t column = 0; column < node.box.matrix->verbs.size(); ++column)
                if (const Change change = node.box.matrix->rows[row].change(column); change != Change::None)
                    out.insert(std::string(graph::signOf(change)) + ' ' + node.box.matrix->verbs[column] + ' ' + node.box.matrix->rows[row].name);
    return out;
}

/// The same as the table of rights says it; a * counts for every verb of the graph.
std::set<std::string> toldChanges(const RightsModel &model, const graph::Scene &scene)
{
    std::map<std::pair<std::string, std::string>, std::set<QChar>> signs;
    const int box = scene.find(matrixId);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString change = said(model, row, RightsModel::Change), verb = said(model, row, RightsModel::Verb);
        for (std::size_t column = 0; !change.isEmpty() && box >= 0 && column < scene.node(box).box.matrix->verbs.size(); ++column)
            if (const std::string &name = scene.node(box).box.matrix->verbs[column]; verb == u"*" || verb.toStdString() == name)
                signs[{name, said(model, row, RightsModel::Resource).toStdString()}].insert(change.front());
    }
    std::set<std::string> out;
    for (const auto &[cell, all] : signs)
        out.insert((all.size() > 1 ? "±" : QString(*all.begin()).toStdString()) + ' ' + cell.first + ' ' + cell.second);
    return out;
}

/// A right that changes reaches the row of this one.
bool comesByWildcard(const std::string &change, const AccessPicture &picture)
{
    const std::size_t verb = change.find(' ') + 1, row = change.find(' ', verb) + 1;
    const auto changing = change.starts_with('+') ? picture.gainedAt(change.substr(row), change.substr(verb, row - verb - 1)) : picture.lostAt(change.substr(row), change.substr(verb, row - verb - 1));
    return std::ranges::any_of(changing, [&](const Right *right) { return rowName(*right) != change.substr(row); });
}

} // namespace

/// The access as it would be, drawn and told.
class AfterPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void whatADraftBringsAndTakesHasASignAndAWord()
    {
        ShownAfter shown;
        QCOMPARE(shown.after().counts(), QStringLiteral("Nobody would have other rights"));
        shown.drafts().addText(role("Role", "shop/peek", readSecrets) + binding("shop/peek", "Role/peek", account("shop", "front")));
        shown.drafts().remove(reading);
        shown.settle();
        QCOMPARE(shown.after().counts(), QStringLiteral("ServiceAccount shop/front · Gained: 1 · Lost: 2"));
        QCOMPARE(shown.spoken("RoleBinding/shop/peek"), QStringLiteral("peek, + gained · RoleBinding · shop, risk"));
        QCOMPARE(shown.spoken("RoleBinding/shop/read"), QStringLiteral("read, − lost · RoleBinding · shop"));
        shown.select("RoleBinding/shop/read");
        QCOMPARE(shown.after().sentence(), QStringLiteral("− lost: RoleBinding shop/read would not count for ServiceAccount shop/front any more."));
        shown.select("Role/shop/peek");
        QCOMPARE(shown.after().sentence(), QStringLiteral("+ gained: Role shop/peek allows: get secrets."));
        const graph::Scene &scene = *shown.after().graph().scene();
        const int box = scene.find(matrixId);
        const auto &rows = scene.node(box).box.matrix->rows;
        const auto row = std::ranges::find(rows, "pods", &graph::Matrix::Row::name) - rows.begin();
        shown.after().graph().setCurrent({box, static_cast<int>(row), 0});
        QCOMPARE(shown.after().sentence(), QStringLiteral("Nothing allows ServiceAccount shop/front to get pods. − lost: in namespace shop, through RoleBinding shop/read and Role shop/reader."));
    }

    void theTablesSayTheSame()
    {
        ShownAfter shown;
        shown.drafts().addText(role("Role", "shop/reader", readSecrets));
        shown.settle();
        shown.after().showTables(true);
        QStringList told;
        const RightsModel &model = shown.after().twin().rights();
        for (int row = 0; row < model.rowCount(); ++row)
            told << said(model, row, RightsModel::Change) + u' ' + said(model, row, RightsModel::Verb) + u' ' + said(model, row, RightsModel::Resource);
        QCOMPARE(told, (QStringList{QStringLiteral("+ gained get secrets"), QStringLiteral("− lost get pods"), QStringLiteral("− lost list pods")}));
        auto *table = shown.after().twin().findChild<QTableView *>();
        QVERIFY(!table->isColumnHidden(RightsModel::Change));
        QCOMPARE(table->horizontalHeader()->visualIndex(RightsModel::Change), 0);
    }

    void graphAndTablesTellTheSameChanges()
    {
        base::ManualExecutor gui;
        AfterPane pane(gui);
        pane.resize(900, 600);
        pane.show();
        pane.showTables(true);
        std::size_t cells = 0, lines = 0;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            samples::World world(seed);
            const auto basis = std::make_shared<const Basis>(world.inputs());
            pane.showResult(resultOf(basis, {{world.role(), world.role()}, {world.binding()}, {basis->inputs.bindings[world.below(5)]->ref}}));
            QTRY_VERIFY((gui.advance(std::chrono::milliseconds(0)), pane.isSettled()));
            const graph::Scene &scene = *pane.graph().scene();
            const auto changes = drawnChanges(scene), own = toldChanges(pane.twin().rights(), scene);
            QVERIFY(std::ranges::includes(changes, own));
            for (const std::string &change : changes)
                QVERIFY2(own.contains(change) || comesByWildcard(change, *pane.picture()), change.c_str());
            cells += changes.size();
            const ConnectionsModel &connections = pane.twin().connections();
            std::multiset<std::string> drawn, told;
            for (const graph::Scene::Link &link : scene.links())
                drawn.insert(link.line.label.substr(0, link.line.label.find(' ')));
            for (int row = 0; row < connections.rowCount(); ++row) {
                const std::string word = said(connections, row, ConnectionsModel::Change).toStdString();
                QCOMPARE(word, wordOf(connections.connection(row).change));
                told.insert(word.substr(0, word.find(' ')));
            }
            QVERIFY(drawn.count("+") <= told.count("+") && drawn.count("−") <= told.count("−"));     // stacks are told one by one
            QCOMPARE(drawn.count("+") > 0, told.count("+") > 0);
            QCOMPARE(drawn.count("−") > 0, told.count("−") > 0);
            lines += told.count("+") + told.count("−");
        }
        QVERIFY2(cells > 200 && lines > 200, qPrintable(QString::number(cells) + u' ' + QString::number(lines)));
    }

    void somebodyCanBeAskedAbout()
    {
        ShownAfter shown;
        shown.drafts().addText(binding("shop/more", "ClusterRole/view", user("bob") + ", " + user("carl")));
        shown.settle();
        QCOMPARE(shown.after().picture()->identities.size(), std::size_t(2));
        auto *line = shown.after().findChild<QLineEdit *>();
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("User/carl"));
        QTest::keyClick(line, Qt::Key_Return);
        shown.settle();
        QCOMPARE(shown.after().picture()->identities.size(), std::size_t(1));
        QCOMPARE(shown.after().counts(), QStringLiteral("User carl · Gained: 2 · Lost: 0"));
        shown.after().ask(QStringLiteral("carl"));
        QVERIFY(shown.after().counts().startsWith(QStringLiteral("▲ This names nobody")));
        shown.after().ask({});
        shown.settle();
        QCOMPARE(shown.after().picture()->identities.size(), std::size_t(2));
    }

    void nothingIsDrawnWhileNobodyLooks()
    {
        ShownAfter shown;
        shown.effect().showAfter(false);
        shown.drafts().addText(binding("shop/more", "ClusterRole/view", user("bob")));
        shown.settle();
        QVERIFY(shown.after().picture()->identities.empty());
        shown.effect().showAfter(true);
        QVERIFY(!shown.pane.isSettled());
        shown.settle();
        QCOMPARE(shown.after().picture()->identities.size(), std::size_t(1));
    }

    void whatStaysDoesNotMoveWhileSomebodyTypes()
    {
        ShownAfter shown;
        shown.edit(reader, role("Role", "shop/reader", readPods));
        shown.type(QStringLiteral("list"), QStringLiteral("watch"));
        const QRectF before = shown.frame("ServiceAccount/shop/front"), binding = shown.frame("RoleBinding/shop/read");
        const auto picture = shown.after().picture();
        shown.type(QStringLiteral("watch"), QStringLiteral("delete"));
        QVERIFY(shown.after().picture() != picture);
        QCOMPARE(shown.frame("ServiceAccount/shop/front"), before);
        QCOMPARE(shown.frame("RoleBinding/shop/read"), binding);
        shown.select("RoleBinding/shop/read");
        const graph::Spot current = shown.after().graph().current();
        shown.type(QStringLiteral("delete"), QStringLiteral("patch"));
        QCOMPARE(shown.after().graph().current(), current);
    }

    void aChosenBoxOpensItsPage()
    {
        ShownAfter shown;
        shown.drafts().addText(role("Role", "shop/reader", readSecrets));
        shown.settle();
        QSignalSpy opened(&shown.pane, &WhatIfPane::openRequested);
        shown.select("Role/shop/reader");
        shown.after().graph().setFocus();
        QTest::keyClick(&shown.after().graph(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front().front().value<base::Address>().name, QStringLiteral("reader"));
    }
};

QTEST_MAIN(AfterPaneTest)
#include "AfterPaneTest.moc"
