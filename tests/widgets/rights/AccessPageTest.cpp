#include "widgets/rbac/AccessPage.h"

#include "tests/fault/window/OpenDemo.h"
#include "tests/fault/window/SmallApi.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessFeature.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AccessTab.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/HoldersView.h"

#include <QLineEdit>

#include <algorithm>

using fault::SmallApi;
using fault::Window;

/// The access of several, of users and of groups, and of whoever was refused something, in the whole window.
class AccessPageTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo<rbac::AccessFeature>(); }
    void cleanup() { closeDemo(); }

    void chosenAccountsAreOneGraph()
    {
        QVERIFY(openAccounts());
        selectRows({QStringLiteral("team-b/checkout"), QStringLiteral("team-a/introspector")});
        QVERIFY(runRowAction());
        QTRY_VERIFY_WITH_TIMEOUT(page() && hasBox("ServiceAccount/team-b/checkout") && hasBox("ServiceAccount/team-a/introspector"), fault::patience);
        QCOMPARE(page()->title(), QStringLiteral("Access of 2"));
        QCOMPARE(page()->command().split(u'\n').size(), 2);
        const auto shared = pane().picture()->boxesOf({"Group/system:authenticated"});
        QCOMPARE(shared.size(), std::size_t(1));
        int lines = 0;
        for (const graph::Scene::Link &link : pane().graph().scene()->links())
            lines += pane().graph().scene()->node(link.to).box.id == shared.front();
        QCOMPARE(lines, 2);
        pane().askBar().ask(QStringLiteral("can list nodes"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().isVisible(), fault::patience);
        QVERIFY2(pane().answerView().explanation().contains(QStringLiteral("Of 2 identities the question names none")), qPrintable(pane().answerView().explanation()));
        pane().askBar().ask(QStringLiteral("can team-b/checkout list nodes"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().verdict().contains(QStringLiteral("Yes.")), fault::patience);
    }

    void moreThanOneGraphShowsAreRefusedWithTheReason()
    {
        QVERIFY(m_window->table()->model().rowCount() > 20);
        QTest::keyClick(&m_window->table()->grid(), Qt::Key_A, Qt::ControlModifier);
        for (const base::Command &command : m_window->table()->commands())
            if (command.name == u"show-access")
                QCOMPARE(command.refusal(), QStringLiteral("At most 20 are shown in one graph"));
        QVERIFY(!runRowAction());
    }

    void whoeverIsNamedIsShown()
    {
        openPage({});
        QVERIFY(Window::notice(page()).says(QStringLiteral("Whose access?")));
        page()->whose().setText(QStringLiteral("team-b/checkout, Group/system:masters"));
        QTest::keyClick(&page()->whose(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture() && hasBox("ServiceAccount/team-b/checkout") && hasBox("Group/system:masters"), fault::patience);
        QCOMPARE(page()->address().tab, QStringLiteral("of:ServiceAccount/team-b/checkout,Group/system:masters"));
    }

    void aUserComesBackWithTheNextStart()
    {
        openPage(QStringLiteral("of:User/jane"));
        QTRY_VERIFY_WITH_TIMEOUT(page() && pane().picture() && hasBox("User/jane"), fault::patience);
        const text::Value state = page()->state();
        openPage(QStringLiteral("of:User/joe"));
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("User/joe"), fault::patience);
        page()->restore(state);
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("User/jane"), fault::patience);
        QCOMPARE(page()->whose().text(), QStringLiteral("User/jane"));
    }

    void aQuestionAboutNobodyIsAnswered()
    {
        openPage(QStringLiteral("ask:who can list nodes"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().isVisible(), fault::patience);
        const rbac::HoldersModel &holders = pane().answerView().holders().model();
        bool isTold = false;
        for (int row = 0; row < holders.rowCount(); ++row)
            isTold = isTold || holders.index(row, rbac::HoldersModel::Ways).data().toString().contains(QStringLiteral("node-inspectors"));
        QVERIFY(isTold);
        QVERIFY(pane().picture() && pane().picture()->identities.empty());
        QVERIFY(!pane().graph().isVisible());       // the room is the answer's
    }

    void oneAsksBeforeAnybodyIsNamed()
    {
        openPage({});
        const auto bars = page()->findChildren<rbac::AskBar *>();
        const auto shown = std::ranges::find_if(bars, [](const rbac::AskBar *bar) { return bar->isVisible(); });
        QVERIFY(shown != bars.end());
        (*shown)->ask(QStringLiteral("can jane list pods in team-b"));
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("User/jane") && pane().answerView().isVisible(), fault::patience);
        QCOMPARE(page()->whose().text(), QStringLiteral("User/jane"));
        QTRY_VERIFY(pane().graph().isVisible());
    }

    void whomAQuestionIsAboutComesIntoAnEmptyMiddle()
    {
        openPage(QStringLiteral("ask:can system:serviceaccount:team-b:checkout delete secrets in team-a"));
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("ServiceAccount/team-b/checkout") && pane().answerView().isVisible(), fault::patience);
        QCOMPARE(page()->whose().text(), QStringLiteral("team-b/checkout"));
        QVERIFY(pane().answerView().verdict().contains(QStringLiteral("No.")));
        QVERIFY2(!pane().answerView().explanation().contains(QStringLiteral("RoleBinding/")), qPrintable(pane().answerView().explanation()));
    }

    void whoeverLooksIsAskedAboutWithTheirGroups()
    {
        openPage(QStringLiteral("ask:can system:admin delete nodes"));
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("User/system:admin") && pane().answerView().isVisible(), fault::patience);
        QTRY_VERIFY2_WITH_TIMEOUT(pane().answerView().verdict().contains(QStringLiteral("Yes.")), qPrintable(pane().answerView().verdict()), fault::patience);
        QVERIFY(hasBox("Group/system:masters"));
        QCOMPARE(page()->command(), QStringLiteral("kubectl auth can-i delete nodes -A"));
        pane().askBar().ask(QStringLiteral("can team-b/checkout list nodes"));
        QTRY_COMPARE_WITH_TIMEOUT(page()->command(), QStringLiteral("kubectl auth can-i list nodes -A --as=system:serviceaccount:team-b:checkout"), fault::patience);
        pane().askBar().ask(QString());
        QTRY_COMPARE_WITH_TIMEOUT(page()->command(), QStringLiteral("kubectl auth can-i --list"), fault::patience);
    }

    void whileItIsNotKnownWhoLooksNothingIsSaidOfThem()
    {
        demo::Misbehaviour late;
        late.act = demo::Misbehaviour::Act::Delay;
        late.path = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
        late.delay = std::chrono::milliseconds(1500);
        m_demo->server.misbehave({late});
        openPage(QStringLiteral("of:User/system:admin"));
        QTRY_VERIFY_WITH_TIMEOUT(Window::allWords(page()).contains(QStringLiteral("Asking who you are")), fault::patience);
        QVERIFY(!pane().picture());
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("User/system:admin"), fault::patience);
        QVERIFY(hasBox("Group/system:masters"));
    }

    void aQuestionWaitsForWhoLooks()
    {
        demo::Misbehaviour late;
        late.act = demo::Misbehaviour::Act::Delay;
        late.path = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
        late.delay = std::chrono::milliseconds(1500);
        m_demo->server.misbehave({late});
        openPage(QStringLiteral("ask:can system:admin delete nodes"));
        QStringList verdicts;
        QTRY_VERIFY_WITH_TIMEOUT((verdicts << pane().answerView().verdict(), verdicts.last().contains(QStringLiteral("Yes."))), fault::patience);
        QVERIFY(std::ranges::any_of(verdicts, [](const QString &each) { return each.contains(QStringLiteral("Asking who you are")); }));
        QVERIFY2(std::ranges::none_of(verdicts, [](const QString &each) { return each.contains(QStringLiteral("No.")); }), qPrintable(verdicts.join(u'|')));
    }

    void whereTheServerDoesNotSayWhoLooksTheirGroupsAreCalledUnknown()
    {
        m_demo->server.misbehave({demo::refused("/apis/authentication.k8s.io/v1/selfsubjectreviews", 403)});
        openPage(QStringLiteral("ask:can system:admin delete nodes"));
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("User/system:admin") && pane().answerView().verdict().contains(QStringLiteral("No.")), fault::patience);
        QVERIFY2(pane().answerView().explanation().contains(QStringLiteral("which groups system:admin is in is not known")), qPrintable(pane().answerView().explanation()));
    }

    void anAccountThatIsNotThereIsSaid()
    {
        openPage(QStringLiteral("of:ServiceAccount/team-b/nobody-made-it"));
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("ServiceAccount/team-b/nobody-made-it"), fault::patience);
        QVERIFY(Window::notice(page()).says(QStringLiteral("There is no ServiceAccount team-b/nobody-made-it")));
        page()->whose().setText(QStringLiteral("team-b/checkout"));
        QTest::keyClick(&page()->whose(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("ServiceAccount/team-b/checkout"), fault::patience);
        QVERIFY(!Window::notice(page()).says(QStringLiteral("There is no ServiceAccount")));
    }

    void aRefusalIsExplained()
    {
        closeDemo();
        SmallApi api;
        const std::string words = R"(pods is forbidden: User \"jane\" cannot list resource \"pods\" in API group \"\" at the cluster scope)";
        for (const char *path : {"/api/v1/pods", "/api/v1/namespaces/default/pods"})
            api.server.answer(path, SmallApi::refused(403, "Forbidden", words));
        m_window = std::make_unique<Window>();
        rbac::AccessFeature().addTo(m_window->registry());
        m_cluster = m_window->open(fault::kubeConfig("demo", api.server.url()));
        table::TablePage *pods = m_window->table();
        TRY_SHOWN(pods, Window::notice(pods).steps.contains(QStringLiteral("Why not?")));
        QVERIFY(Window::press(pods, QStringLiteral("Why not?")));
        QTRY_VERIFY_WITH_TIMEOUT(page() && pane().answerView().isVisible(), fault::patience);
        QVERIFY2(pane().askBar().question().contains(QStringLiteral("cannot list")), qPrintable(pane().askBar().question()));
        QTRY_VERIFY2_WITH_TIMEOUT(pane().answerView().verdict().contains(QStringLiteral("Not known.")), qPrintable(pane().answerView().verdict()), fault::patience);  // roles and bindings are not to be had
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        QCOMPARE(pane().picture()->identities.front().ref().text(), std::string("User/jane"));
        m_window.reset();
    }

private:
    bool openAccounts()
    {
        window().open({QStringLiteral("serviceaccounts"), {}, {}, {}});
        m_accounts = m_window->table(QStringLiteral("serviceaccounts"));
        return m_accounts && QTest::qWaitFor([this] { return Window::isLive(m_accounts); }, fault::patience);
    }
    void selectRows(const QStringList &keys)
    {
        table::GridView &grid = m_accounts->grid();
        const auto rowOf = [&](const QString &key) {
            int row = 0;
            while (row < m_accounts->model().rowCount() && m_accounts->model().key(row) != key.toStdString())
                ++row;
            return row;
        };
        for (const QString &key : keys)
            QTest::mouseClick(grid.viewport(), Qt::LeftButton, Qt::ControlModifier, grid.cellRect(rowOf(key), 0).topLeft() + QPoint(12, 10));
        QCOMPARE(grid.selectedKeys().size(), keys.size());
    }
    bool runRowAction()
    {
        auto *table = qobject_cast<table::TablePage *>(window().page());
        for (const base::Command &command : table ? table->commands() : std::vector<base::Command>())
            if (command.name == u"show-access" && command.refusal().isEmpty())
                return command.run(), true;
        return false;
    }
    void openPage(const QString &part)
    {
        window().open({QStringLiteral("ask"), {}, {}, part});
        QTRY_VERIFY_WITH_TIMEOUT(page(), fault::patience);
    }
    rbac::AccessPage *page() { return window().findChild<rbac::AccessPage *>(); }
    rbac::AccessPane &pane() { return page()->tab().pane(); }
    bool hasBox(const std::string &reference) { return pane().picture() && !pane().picture()->boxesOf({reference}).empty(); }

    table::TablePage *m_accounts = nullptr;
};

QTEST_MAIN(AccessPageTest)
#include "AccessPageTest.moc"
