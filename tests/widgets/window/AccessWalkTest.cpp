#include "models/rights/SharedRights.h"
#include "tests/fault/window/OpenDemo.h"
#include "tests/widgets/window/Walk.h"
#include "widgets/account/AccountFeature.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessFeature.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/DraftPane.h"
#include "widgets/rbac/WhatIfPage.h"
#include "widgets/rbac/WhatIfPane.h"
#include "widgets/reach/ReachFeature.h"
#include "widgets/rights/RightsFeature.h"
#include "widgets/shell/TopBar.h"
#include "widgets/viewas/ViewAsFeature.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QDialog>
#include <QImage>
#include <QPointer>

#include <functional>
#include <set>

using fault::Window;

namespace {

constexpr const char *checkoutPage = "serviceaccounts/team-b/checkout#access";
constexpr const char *draft = "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: walked\n  namespace: team-b\n"
                              "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}\nsubjects:\n- {kind: ServiceAccount, name: checkout, namespace: team-b}\n";

/// What is drawn where it is, and a little around it.
QImage lookOf(QWidget *control)
{
    QCoreApplication::processEvents();
    const QRect frame(control->mapTo(control->window(), QPoint()), control->size());
    return control->window()->grab(frame.adjusted(-4, -4, 4, 4)).toImage();
}

/// Where Tab leads, and which of these stops look the same with the focus and without.
struct Stops
{
    QList<QWidget *> order;
    QStringList unseen;

    explicit Stops(QWidget *surface)
    {
        for (QWidget *focus = QApplication::focusWidget(); focus && surface->isAncestorOf(focus) && !order.contains(focus); focus = QApplication::focusWidget()) {
            order << focus;
            const QImage with = lookOf(focus);
            focus->clearFocus();
            if (with == lookOf(focus))
                unseen << QStringLiteral("no focus to be seen: ") + walk::describe(focus);
            focus->setFocus();
            QTest::keyClick(focus, Qt::Key_Tab);
        }
    }
};

/// Where Tab with Shift leads.
QSet<QWidget *> backwards(QWidget *surface)
{
    QSet<QWidget *> met;
    for (QWidget *focus = QApplication::focusWidget(); focus && surface->isAncestorOf(focus) && !met.contains(focus); focus = QApplication::focusWidget()) {
        met << focus;
        QTest::keyClick(focus, Qt::Key_Backtab, Qt::ShiftModifier);
    }
    return met;
}

/// Of buttons that exclude each other those that no arrow reaches from the one that Tab meets. What is chosen stays.
QStringList unreachedByArrows(const QList<QWidget *> &stops)
{
    QStringList unreached;
    for (QWidget *stop : stops) {
        auto *button = qobject_cast<QAbstractButton *>(stop);
        if (!button || !button->isVisible() || !button->group() || !button->group()->exclusive())
            continue;
        QSet<QWidget *> met;
        const QList<QAbstractButton *> all = button->group()->buttons();
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Left}) {
            button->setFocus(Qt::TabFocusReason);
            for (qsizetype i = 0; i < all.size(); ++i) {
                met << QApplication::focusWidget();
                QTest::keyClick(QApplication::focusWidget(), key);
            }
        }
        for (QAbstractButton *other : all)
            if (other->isVisible() && other->isEnabled() && !met.contains(other))
                unreached << QStringLiteral("no arrow leads to ") + walk::describe(other);
        button->click();
    }
    return unreached;
}

/// Tables whose rows the arrows do not reach.
QStringList rowsUnreached(const QList<QWidget *> &stops)
{
    QStringList unreached;
    for (QWidget *stop : stops) {
        auto *rows = qobject_cast<QAbstractItemView *>(stop);
        if (!rows || !rows->model() || rows->model()->rowCount() == 0)
            continue;
        rows->setFocus(Qt::TabFocusReason);
        QTest::keyClick(rows, Qt::Key_Home);
        std::set<int> met;
        for (int step = 0; step < 6 && rows->isVisible(); ++step) {
            met.insert(rows->currentIndex().row());
            QTest::keyClick(rows, Qt::Key_Down);
        }
        if (rows->currentIndex().isValid() && int(met.size()) >= std::min(rows->model()->rowCount(), 3))
            continue;
        unreached << QStringLiteral("the rows are not reached: ") + walk::describe(rows);
    }
    return unreached;
}

} // namespace

/// All about access with keys alone: each control has a name, Tab and arrows reach it, nothing holds them, and it can be seen where they are.
class AccessWalkTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { closeDemo(); }
    void cleanup();
    void everyControlIsNamedReachedLeftAndSeen_data();
    void everyControlIsNamedReachedLeftAndSeen();
    void everyBoxAndCellOfTheGraphIsReached();
    void theGraphIsEnteredAndLeftWithTab();

private:
    QWidget *open(const QString &what);
    QWidget *openPage(const QString &address);
    QWidget *dialog();
    /// The button of that name on the page; null: none is there.
    QAbstractButton *button(const QString &name);
    /// Presses it, once it is there.
    QWidget *press(const QString &name);
    rbac::AccessPane *pane();
    QWidget *selectFirstBinding();
    QWidget *ask(const QString &question);
    QWidget *drafted();

    std::shared_ptr<rights::SharedRights> m_known = std::make_shared<rights::SharedRights>();
};

void AccessWalkTest::initTestCase()
{
    startDemo();
    account::AccountFeature(m_known).addTo(m_window->registry());
    rbac::AccessFeature(m_known).addTo(m_window->registry());
    reach::ReachFeature(m_known).addTo(m_window->registry());
    rights::RightsFeature(m_known).addTo(m_window->registry());
    viewas::ViewAsFeature(m_known).addTo(m_window->registry());
    connectDemo();
    QApplication::setCursorFlashTime(0);        // it stands, and hides nothing by chance
}

/// What opened over the window goes.
void AccessWalkTest::cleanup()
{
    for (QWidget *over : QApplication::topLevelWidgets())
        if (over->isVisible() && qobject_cast<QDialog *>(over))
            over->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window().activateWindow();
}

QWidget *AccessWalkTest::openPage(const QString &address)
{
    window().activateWindow();
    window().showCluster(m_cluster);
    window().open(*base::Address::parse(address));
    const auto isThere = [&] { return window().page() && window().page()->address().place == address.section(u'/', 0, 0).section(u'#', 0, 0) && window().page()->isSettled(); };
    return QTest::qWaitFor(isThere, fault::patience) ? &window() : nullptr;
}

QWidget *AccessWalkTest::dialog()
{
    const auto opened = [] {
        QWidget *active = QApplication::activeWindow();
        return qobject_cast<QDialog *>(active);
    };
    (void)QTest::qWaitFor([&] { return opened() != nullptr; }, fault::patience);
    return opened();
}

QAbstractButton *AccessWalkTest::button(const QString &name)
{
    for (auto *each : window().findChildren<QAbstractButton *>())
        if (each->isVisible() && (each->accessibleName() == name || each->text() == name))
            return each;
    return nullptr;
}

QWidget *AccessWalkTest::press(const QString &name)
{
    if (!QTest::qWaitFor([&] { return button(name) && button(name)->isEnabled(); }, fault::patience))
        return nullptr;
    button(name)->click();
    QCoreApplication::processEvents();
    return &window();
}

rbac::AccessPane *AccessWalkTest::pane()
{
    rbac::AccessPane *shown = nullptr;
    (void)QTest::qWaitFor([&] {
        for (auto *each : window().findChildren<rbac::AccessPane *>())
            shown = each->isVisible() && each->picture() ? each : shown;
        return shown != nullptr;
    }, fault::patience);
    return shown;
}

QWidget *AccessWalkTest::selectFirstBinding()
{
    const graph::Scene &scene = *pane()->graph().scene();
    for (int box = 0; box < scene.count(); ++box) {
        const rbac::GraphNode *node = pane()->picture()->node(scene.node(box).box.id);
        if (node && node->layer == rbac::GraphLayer::Binding && node->stack == 1) {
            pane()->graph().setCurrent({box});
            return &window();
        }
    }
    return nullptr;
}

QWidget *AccessWalkTest::ask(const QString &question)
{
    pane()->showNoAnswer();
    Q_EMIT pane()->asked(question);
    return QTest::qWaitFor([&] { return pane()->answerView().isVisible(); }, fault::patience) ? &window() : nullptr;
}

QWidget *AccessWalkTest::drafted()
{
    auto *page = qobject_cast<rbac::WhatIfPage *>(window().page());
    if (!page || !QTest::qWaitFor([&] { return page->pane().isVisible(); }, fault::patience))
        return nullptr;
    page->pane().drafts().addText(draft);
    return QTest::qWaitFor([&] { return page->isSettled() && button(QStringLiteral("Copy what is shown")); }, fault::patience) ? &window() : nullptr;
}

/// PAGE, and behind " then " what is done on it.
QWidget *AccessWalkTest::open(const QString &what)
{
    const QString doing = what.section(QStringLiteral(" then "), 1);
    QWidget *page = openPage(what.section(QStringLiteral(" then "), 0, 0));
    if (!page || doing.isEmpty())
        return page;
    if (doing == u"view as") {
        m_window->registry().command(QStringLiteral("view-as"))->run();
        return dialog();
    }
    if (doing == u"make a token")
        return press(QStringLiteral("Create a token…")) ? dialog() : nullptr;
    if (doing == u"draft")
        return drafted();
    if (doing == u"select" || doing.startsWith(u"ask "))
        press(QStringLiteral("Show as a graph"));
    if (doing == u"select")
        return selectFirstBinding();
    return doing.startsWith(u"ask ") ? ask(doing.mid(4)) : press(doing);
}

void AccessWalkTest::everyControlIsNamedReachedLeftAndSeen_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
         {"serviceaccounts/team-b/checkout#access", "serviceaccounts/team-b/checkout#access then select", "serviceaccounts/team-b/checkout#access then Show the same as tables",
          "serviceaccounts/team-b/checkout#access then ask can list pods", "serviceaccounts/team-b/checkout#access then ask can delete secrets in kube-system", "serviceaccounts/team-b/checkout#access then ask who can list pods",
          "serviceaccounts/team-b/checkout#account", "serviceaccounts/team-b/checkout#access then view as", "serviceaccounts/team-b/checkout#account then make a token",
          "pods/team-a/downward-demo#access", "clusterroles.rbac.authorization.k8s.io//view#access", "clusterroles.rbac.authorization.k8s.io//view#aggregation",
          "ask", "ask#of:User/jane", "ask#of:ServiceAccount/team-b/checkout,ServiceAccount/team-c/nightly", "risks", "what-if", "what-if then draft", "what-if then Show the access as it would be, with what is gained and lost",
          "access-compare", "access-compare#of:first=ServiceAccount/team-c/nightly&second=ServiceAccount/team-b/checkout", "reach", "reach#pair:team-a/downward-demo..team-b/cache-0"})
        QTest::newRow(what) << QString::fromUtf8(what);
}

void AccessWalkTest::everyControlIsNamedReachedLeftAndSeen()
{
    QFETCH(QString, what);
    QPointer<QWidget> surface = open(what);
    QVERIFY(surface);
    QVERIFY(QTest::qWaitForWindowActive(surface->window()));
    QCoreApplication::processEvents(); // it is laid out
    const auto begin = [&] {
        if (surface == &window())
            surface->findChild<shell::TopBar *>()->findChild<QPushButton *>()->setFocus();
    };
    begin();
    QStringList faults = walk::faultsOf(surface, surface == &window() ? 0 : 1);
    begin();
    const Stops walked(surface);
    const QList<QWidget *> &stops = walked.order;
    QVERIFY(stops.size() > 2);
    faults += walked.unseen;
    begin();
    const QSet<QWidget *> met = backwards(surface);
    for (QWidget *stop : stops)
        if (!met.contains(stop))
            faults << QStringLiteral("not reached backwards: ") + walk::describe(stop);
    faults += rowsUnreached(stops);
    faults += unreachedByArrows(stops);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

/// Down through all boxes; from each box the arrows to where its lines lead.
void AccessWalkTest::everyBoxAndCellOfTheGraphIsReached()
{
    for (const char *place : {checkoutPage, "ask#of:ServiceAccount/team-b/checkout,ServiceAccount/team-c/nightly,User/jane"}) {
        QVERIFY(openPage(QString::fromLatin1(place)));
        graph::GraphView &view = pane()->graph();
        const std::shared_ptr<const graph::Scene> kept = view.scene();
        const graph::Scene &scene = *kept;
        view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, Qt::Key_Home);
        std::set<int> boxes;
        std::set<std::pair<int, int>> cells;
        for (int step = 0; step <= scene.count() && !view.current().isCell(); ++step) {
            boxes.insert(view.current().box);
            QVERIFY2(view.rect().intersects(view.rectOf(view.current())), "what has the focus is out of sight");
            QVERIFY(!pane()->sentence().isEmpty() || scene.node(view.current().box).box.matrix);
            QTest::keyClick(&view, Qt::Key_Down);
        }
        for (int box = 0; box < scene.count(); ++box)
            QVERIFY2(boxes.contains(box), scene.node(box).box.id.c_str());
        const int box = scene.find(rbac::matrixId);
        QVERIFY(box >= 0);
        const graph::Matrix &matrix = *scene.node(box).box.matrix;
        // To and fro, row after row.
        for (std::size_t step = 0; step < matrix.rows.size() * matrix.verbs.size(); ++step) {
            const graph::Spot cell = view.current();
            cells.insert({cell.row, cell.column});
            QVERIFY2(!pane()->sentence().isEmpty(), "nothing is said of a cell");
            QTest::keyClick(&view, cell.row % 2 ? Qt::Key_Left : Qt::Key_Right);
            const bool isAtEnd = cell.column == (cell.row % 2 ? 0 : int(matrix.verbs.size()) - 1);
            if (isAtEnd) {
                view.setCurrent(cell);      // to the left of the first column is the table itself
                QTest::keyClick(&view, Qt::Key_Down);
            }
        }
        QCOMPARE(cells.size(), matrix.rows.size() * matrix.verbs.size());
    }
}

void AccessWalkTest::theGraphIsEnteredAndLeftWithTab()
{
    QVERIFY(openPage(QString::fromLatin1(checkoutPage)));
    graph::GraphView &view = pane()->graph();
    view.setFocus(Qt::TabFocusReason);
    QVERIFY(view.current().isValid());      // it is seen where one is
    view.setCurrent({view.scene()->find(rbac::matrixId), 0, 0});
    QTest::keyClick(&view, Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() && !view.hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY2(view.hasFocus(), qPrintable(walk::describe(QApplication::focusWidget())));
    QVERIFY(view.current().isCell());       // where it was left
    QTest::keyClick(&view, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(QApplication::focusWidget() && !view.hasFocus());
}

QTEST_MAIN(AccessWalkTest)
#include "AccessWalkTest.moc"
