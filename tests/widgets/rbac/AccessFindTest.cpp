#include "tests/widgets/rbac/ShownAccess.h"

#include "widgets/base/PlainText.h"
#include "widgets/rbac/AccessTwin.h"
#include "widgets/rbac/FindRow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>
#include <set>

using namespace rbac;

/// What somebody looks for in a graph, and what its cards hold.
class AccessFindTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLookedForIsLitAndLeftInTheTables()
    {
        Shown shown;
        shown.pane.openFind();
        QTest::keyClicks(line(shown), QStringLiteral("can:get/secrets kind:RoleBinding"));
        QCOMPARE(lit(shown), std::set<std::string>{shown.pane.picture()->boxesOf({"RoleBinding/shop/read"}).front()});
        QCOMPARE(shown.pane.twin().rights().rowCount(), 1);
        QVERIFY(shown.pane.twin().connections().rowCount() > 0);
        const int few = shown.pane.twin().connections().rowCount();
        line(shown)->clear();
        QVERIFY(shown.pane.graph().light().isEmpty());
        QCOMPARE(shown.pane.twin().rights().rowCount(), static_cast<int>(shown.pane.picture()->whole.matrix.size()));
        QVERIFY(shown.pane.twin().connections().rowCount() > few);
    }

    void aKeyThatDoesNotExistIsToldWithThoseThatDo()
    {
        Shown shown;
        shown.pane.openFind();
        QTest::keyClicks(line(shown), QStringLiteral("verb:delete"));
        const auto labels = shown.pane.findRow().findChildren<base::PlainLabel *>();
        QCOMPARE(labels.size(), 1);
        QCOMPARE(labels.front()->text(), QStringLiteral("▲ verb: is not known. There are can: ns: via: kind: risk:"));
        line(shown)->clear();
        QTest::keyClicks(line(shown), QStringLiteral("can:get"));
        QVERIFY(labels.front()->text().startsWith(QStringLiteral("Boxes: ")));
    }

    void enterGoesFromOneToTheNextAndRoundAbout()
    {
        Shown shown;
        shown.pane.openFind();
        QTest::keyClicks(line(shown), QStringLiteral("kind:RoleBinding"));
        std::vector<std::string> order;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(line(shown), Qt::Key_Return);
            order.push_back(current(shown));
        }
        QVERIFY(order[0] != order[1] && order[0] == order[2]);
        QTest::keyClick(line(shown), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(current(shown), order[1]);
    }

    void whatIsLookedForStaysLitWhenTheGraphChanges()
    {
        Shown shown;
        shown.pane.openFind();
        QTest::keyClicks(line(shown), QStringLiteral("via:group kind:ClusterRole"));
        const std::set<std::string> role{shown.pane.picture()->boxesOf({"ClusterRole/view"}).front()};
        QCOMPARE(lit(shown), role);
        Inputs inputs = shown.basis->inputs;
        std::erase_if(inputs.bindings, [](const auto &binding) { return binding->ref.name == "lost"; });
        shown.pane.showPicture(pictureFor(std::make_shared<const Basis>(std::move(inputs)), front.identity));
        QCOMPARE(lit(shown), role);
    }

    void escapeClosesTheLineAndLooksForNothing()
    {
        Shown shown;
        shown.pane.openFind();
        QTest::keyClicks(line(shown), QStringLiteral("read"));
        QVERIFY(!shown.pane.graph().light().isEmpty());
        QTest::keyClick(line(shown), Qt::Key_Escape);
        QVERIFY(!shown.pane.findRow().isVisible());
        QVERIFY(shown.pane.graph().light().isEmpty());
    }

    void aCardIsUnfoldedWithEnter()
    {
        Shown shown(defaults);
        QSignalSpy unfolded(&shown.pane, &AccessPane::cardUnfolded);
        const GraphNode *card = shown.pane.picture()->node(shown.pane.picture()->boxesOf({"ClusterRoleBinding/system:one"}).front());
        QVERIFY(card && card->stack == 2);
        shown.select("ClusterRoleBinding/system:one");
        const auto buttons = shown.pane.findChildren<QPushButton *>();
        QVERIFY((*std::ranges::find(buttons, QStringLiteral("Unfold"), &QPushButton::text))->isVisible());
        QTest::keyClick(&shown.pane.graph(), Qt::Key_Return);
        QCOMPARE(unfolded.size(), 1);
        const auto before = shown.pane.picture();
        shown.pane.showPicture(std::make_shared<const AccessPicture>(pictureOf(shown.basis, {{front.identity}, true, drawingWords(), shown.pane.unfolded()}, before.get())));
        QVERIFY(shown.pane.picture()->boxesOf({"ClusterRoleBinding/system:one"}) != shown.pane.picture()->boxesOf({"ClusterRoleBinding/system:two"}));
    }

    void kindsAndVerbsAreExplained_data()
    {
        QTest::addColumn<std::string>("reference");
        QTest::addColumn<QString>("word");
        QTest::newRow("pod") << std::string("Pod/shop/web-1") << QStringLiteral("It is the account that holds rights");
        QTest::newRow("account") << std::string("ServiceAccount/shop/front") << QStringLiteral("identity for programs");
        QTest::newRow("group") << std::string("Group/system:authenticated") << QStringLiteral("but no object");
        QTest::newRow("binding") << std::string("RoleBinding/shop/read") << QStringLiteral("in its own namespace only");
        QTest::newRow("cluster binding") << std::string("ClusterRoleBinding/all-see") << QStringLiteral("in every namespace");
        QTest::newRow("role") << std::string("Role/shop/reader") << QStringLiteral("there is none that forbids");
        QTest::newRow("cluster role") << std::string("ClusterRole/view") << QStringLiteral("without a namespace");
    }
    void kindsAndVerbsAreExplained()
    {
        QFETCH(std::string, reference);
        QFETCH(QString, word);
        Shown shown;
        QCOMPARE(shown.pane.lesson(), QString());
        shown.select(reference);
        QVERIFY2(shown.pane.lesson().contains(word), qPrintable(shown.pane.lesson()));
    }

    void aVerbIsExplainedWithItsMethod()
    {
        Shown shown;
        const graph::Scene &scene = *shown.pane.graph().scene();
        const int box = scene.find(matrixId);
        const graph::Matrix &matrix = *scene.node(box).box.matrix;
        const auto list = std::ranges::find(matrix.verbs, "list") - matrix.verbs.begin();
        shown.pane.graph().setCurrent({box, 0, static_cast<int>(list)});
        QVERIFY2(shown.pane.lesson().contains(QStringLiteral("GET on the collection")), qPrintable(shown.pane.lesson()));
    }

private:
    inline static const std::string byDefault = ", labels: {kubernetes.io/bootstrapping: rbac-defaults}";
    /// Two bindings that Kubernetes brings, in one card.
    inline static const std::string defaults =
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: basic" + byDefault + "}, rules: [{verbs: [get], nonResourceURLs: [/healthz]}]}\n---\n"
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: 'system:one'" + byDefault + "}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: basic}, "
        "subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: 'system:authenticated'}]}\n---\n"
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: 'system:two'" + byDefault + "}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: basic}, "
        "subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: 'system:authenticated'}]}\n---\n";

    static QLineEdit *line(Shown &shown) { return shown.pane.findRow().findChild<QLineEdit *>(); }
    static std::string current(Shown &shown) { return shown.pane.graph().scene()->node(shown.pane.graph().current().box).box.id; }
    static std::set<std::string> lit(Shown &shown)
    {
        std::set<std::string> ids;
        for (const int box : shown.pane.graph().light().boxes)
            ids.insert(shown.pane.graph().scene()->node(box).box.id);
        return ids;
    }
};

QTEST_MAIN(AccessFindTest)
#include "AccessFindTest.moc"
