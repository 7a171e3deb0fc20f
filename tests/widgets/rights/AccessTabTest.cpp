#include "widgets/rbac/AccessTab.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/Api.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessFeature.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/HoldersView.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>
#include <map>

using fault::Window;

namespace {

constexpr const char *reviews = "/apis/authorization.k8s.io/v1/";
constexpr const char *clusterBindings = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings";

} // namespace

/// The access of an account of the sample cluster, live, in the whole window.
class AccessTabTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startDemo<rbac::AccessFeature>(); }
    void cleanup() { closeDemo(); }

    void anAccountIsOpenedOnItsAccess()
    {
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        QVERIFY(hasBox("ServiceAccount/team-b/checkout"));
        QVERIFY(hasBox("Group/system:serviceaccounts:team-b"));
        QVERIFY(!bindingOfAccount().empty());
        QVERIFY(m_tab->isSettled());
        QCOMPARE(m_tab->command(), QStringLiteral("kubectl auth can-i --list --as=system:serviceaccount:team-b:checkout -n team-b"));
    }

    void anObjectIsShownAsRead()
    {
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        select("ServiceAccount/team-b/checkout");
        static const QRegularExpression version(QStringLiteral("As read, resourceVersion [0-9]+\\.$"));
        QVERIFY2(pane().sentence().contains(version), qPrintable(pane().sentence()));
        select("Group/system:authenticated");
        QVERIFY(!pane().sentence().contains(QStringLiteral("resourceVersion")));
    }

    void aBindingThatGoesLeavesTheGraphAndNothingElseMoves()
    {
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        const rbac::ObjectRef binding = rbac::ObjectRef::parse(bindingOfAccount()).value();
        QTRY_VERIFY_WITH_TIMEOUT(!(pane().graph().camera() == graph::Camera()), fault::patience);     // it was painted, and is where it stays
        std::map<std::string, QRect> places;
        for (const graph::Scene::Node &node : pane().graph().scene()->nodes())
            if (!node.box.matrix)
                places.emplace(node.box.id, placeOf(node.box.id));
        const base::Job job = deleteBinding(binding);
        QTRY_VERIFY_WITH_TIMEOUT(!hasBox(binding.text()), fault::patience);
        for (const graph::Scene::Node &node : pane().graph().scene()->nodes())
            if (!node.box.matrix)
                QCOMPARE(placeOf(node.box.id), places.at(node.box.id));
    }

    void whoLooksAwayIsDrawnNothing()
    {
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        rbac::AccessTab *hidden = m_tab;
        const auto before = hidden->pane().picture();
        const rbac::ObjectRef binding = rbac::ObjectRef::parse(bindingOf(*before)).value();
        base::Address address = rbac::addressOf(binding).value();
        address.tab = QStringLiteral("access");
        m_window->window().open(address);
        QTRY_VERIFY_WITH_TIMEOUT(findTab(binding) && m_tab != hidden && m_tab->pane().picture(), fault::patience);
        const base::Job job = deleteBinding(binding);
        QTRY_VERIFY_WITH_TIMEOUT(!hasBox(binding.text()), fault::patience);
        QCOMPARE(hidden->pane().picture(), before);
        QVERIFY(hidden->isSettled());
        m_window->window().open({QStringLiteral("serviceaccounts"), QStringLiteral("team-b"), QStringLiteral("checkout"), QStringLiteral("access")});
        QTRY_VERIFY_WITH_TIMEOUT(hidden->isVisible(), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(hidden->pane().picture()->basis->inputs.bindings.size() < before->basis->inputs.bindings.size(), fault::patience);
    }

    void aGroupComesIntoTheMiddleAndTheAccountComesBack()
    {
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        auto *back = button(QStringLiteral("←"));
        auto *middle = button(QStringLiteral("Into the middle"));
        QVERIFY(back && middle && !back->isVisible() && !middle->isVisible());
        select("Group/system:authenticated");
        QVERIFY(middle->isVisible());
        middle->click();
        QTRY_COMPARE_WITH_TIMEOUT(pane().picture()->identities.front().ref().text(), std::string("Group/system:authenticated"), fault::patience);
        QVERIFY(back->isVisible());
        QVERIFY(!hasBox("ServiceAccount/team-b/checkout"));
        QVERIFY(m_tab->command().contains(QStringLiteral("--as-group=system:authenticated")));
        back->click();
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("ServiceAccount/team-b/checkout"), fault::patience);
        QTRY_VERIFY(!back->isVisible());
    }

    void podsBindingsAndRolesShowTheAccessOfWhomTheyAreAbout()
    {
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        const rbac::ObjectRef binding = rbac::ObjectRef::parse(bindingOfAccount()).value();
        std::string role, pod;
        for (const rbac::GraphEdge &edge : pane().picture()->whole.edges) {
            role = edge.from == binding.text() ? edge.to : role;
            pod = edge.to == "ServiceAccount/team-b/checkout" ? edge.from : pod;
        }
        for (const std::string &object : {binding.text(), role, pod}) {
            m_tab = nullptr;
            const rbac::ObjectRef ref = rbac::ObjectRef::parse(object).value();
            base::Address address = rbac::addressOf(ref).value();
            address.tab = QStringLiteral("access");
            m_window->window().open(address);
            QTRY_VERIFY_WITH_TIMEOUT(findTab(ref), fault::patience);
            QTRY_VERIFY_WITH_TIMEOUT(pane().picture() && hasBox("ServiceAccount/team-b/checkout"), fault::patience);
        }
    }

    void theAccessOfARoleIsItsOwnUntilAPersonWantsAll()
    {
        openAccess({"ClusterRole", {}, "edit"});
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture() && hasBox("ClusterRole/edit"), fault::patience);
        QVERIFY(!hasBox("ClusterRole/cluster-admin") && pane().picture()->whole.otherRights > 0);
        QCOMPARE(m_tab->command(), QStringLiteral("kubectl describe clusterrole edit"));
        QVERIFY(!pane().graph().path().isEmpty());
        button(QStringLiteral("Only through it"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(hasBox("ClusterRole/cluster-admin"), fault::patience);
        QVERIFY(m_tab->command().startsWith(QStringLiteral("kubectl auth can-i --list")));
    }

    void aPartOfARoleReachesWhoeverHasTheRole()
    {
        openAccess({"ClusterRole", {}, "system:aggregate-to-edit"});
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture() && hasBox("ClusterRole/edit") && hasBox("User/jane"), fault::patience);
    }

    void ofAnObjectThatIsNotThereNothingUntrueIsSaid()
    {
        openAccess({"Pod", "team-b", "gone"});
        QTRY_VERIFY_WITH_TIMEOUT(m_tab->isSettled(), fault::patience);
        QVERIFY(Window::notice(m_tab).says(QStringLiteral("There is no Pod team-b/gone")));
        QVERIFY(m_tab->command().isEmpty());
    }

    void aQuestionIsAnsweredAndAnsweredAnew()
    {
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        pane().askBar().ask(QStringLiteral("can list nodes as nobody"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().verdict().contains(QStringLiteral("No.")), fault::patience);
        QVERIFY(pane().answerView().yaml().contains(QStringLiteral("nobody")));
        pane().askBar().ask(QStringLiteral("who can list nodes"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().verdict().contains(QStringLiteral("Who may: ")), fault::patience);
        const rbac::HoldersModel &holders = pane().answerView().holders().model();
        QStringList told;
        for (int row = 0; row < holders.rowCount(); ++row)
            told << holders.index(row, rbac::HoldersModel::Who).data().toString() + QStringLiteral(": ") + holders.index(row, rbac::HoldersModel::Ways).data().toString();
        QVERIFY2(told.contains(QStringLiteral("team-b/checkout: ClusterRoleBinding node-inspectors → node-inspector")), qPrintable(told.join(u'\n')));
        QVERIFY(pane().answerView().yaml().isEmpty());
        pane().askBar().ask(QStringLiteral("list"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().verdict().contains(QStringLiteral("not understood")), fault::patience);
        pane().askBar().ask(QString());
        QVERIFY(!pane().answerView().isVisible());
    }

    void whatIsAllowedIsConfirmedInOneWayOrAnother_data()
    {
        QTest::addColumn<bool>("letsReviewOthers");
        QTest::newRow("by a review about others") << true;
        QTest::newRow("by a review as the account") << false;
    }
    void whatIsAllowedIsConfirmedInOneWayOrAnother()
    {
        QFETCH(bool, letsReviewOthers);
        if (!letsReviewOthers)
            m_demo->server.misbehave({demo::refused(std::string(reviews) + "subjectaccessreviews*", 403), demo::refused(std::string(reviews) + "namespaces*", 403)});
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        pane().askBar().ask(QStringLiteral("can list nodes"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().isVisible(), fault::patience);
        button(QStringLiteral("Verify"))->click();
        QTRY_VERIFY2_WITH_TIMEOUT(Window::allWords(&pane().answerView()).contains(QStringLiteral("✓ The server says the same")), qPrintable(Window::allWords(&pane())), fault::patience);
    }

    void whatTheServerDoesNotConfirmIsNotCalledConfirmed()
    {
        m_demo->server.misbehave({demo::refused(std::string(reviews) + "*", 403)});
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        pane().askBar().ask(QStringLiteral("can list pods"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().isVisible(), fault::patience);
        button(QStringLiteral("Verify"))->click();
        const auto says = [&](const QString &words) {
            const auto labels = pane().findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("not verifiable: ")) && says(QStringLiteral("The server does not say")), fault::patience);
        QVERIFY(says(QStringLiteral("0 of ")));
    }

    void whatMayNotBeListedIsSaid()
    {
        m_demo->server.misbehave({demo::refused(std::string(clusterBindings) + "*", 403)});
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        QVERIFY(Window::notice(&pane()).says(QStringLiteral("clusterrolebindings may not be listed")));
        pane().askBar().ask(QStringLiteral("can list secrets in kube-system"));
        QTRY_VERIFY_WITH_TIMEOUT(pane().answerView().verdict().contains(QStringLiteral("Not known.")), fault::patience);
    }

    void whatIsNoLongerHeardOfIsCalledStale()
    {
        QVERIFY(open());
        QTRY_VERIFY_WITH_TIMEOUT(pane().picture(), fault::patience);
        QVERIFY(Window::notice(&pane()).title.isEmpty());
        m_demo->server.misbehave({demo::refused("/apis/rbac.authorization.k8s.io/v1/clusterroles*", 503)});
        m_demo->server.dropConnections();
        TRY_SHOWN(&pane(), Window::notice(&pane()).title.startsWith(QStringLiteral("Stale since ")) && Window::notice(&pane()).says(QStringLiteral("Older than what the server has: clusterroles.")));
        QVERIFY(Window::notice(&pane()).steps == QStringList{QStringLiteral("Try now")});
        QVERIFY(hasBox("ServiceAccount/team-b/checkout") && !bindingOfAccount().empty());
        m_demo->server.misbehave({});
        const auto isLive = [&] { return Window::notice(&pane()).title.isEmpty(); };
        TRY_SHOWN(&pane(), isLive() || (Window::press(&pane(), QStringLiteral("Try now")), isLive()));
    }

private:
    bool open()
    {
        connectDemo();
        m_window->window().open({QStringLiteral("serviceaccounts"), QStringLiteral("team-b"), QStringLiteral("checkout"), {}});
        return QTest::qWaitFor([this] {
            m_tab = m_window->window().findChild<rbac::AccessTab *>();
            return m_tab && m_tab->isVisible();
        }, fault::patience);
    }
    QPushButton *button(const QString &text)
    {
        const auto all = pane().findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, text, &QPushButton::text);
        return found == all.end() ? nullptr : *found;
    }
    bool findTab(const rbac::ObjectRef &centre)
    {
        for (rbac::AccessTab *tab : m_window->window().findChildren<rbac::AccessTab *>())
            if (tab->isVisible() && tab->centre() == rbac::Middle{centre})
                m_tab = tab;
        return m_tab;
    }
    void openAccess(const rbac::ObjectRef &ref)
    {
        QVERIFY(open());
        m_tab = nullptr;
        base::Address address = rbac::addressOf(ref).value();
        address.tab = QStringLiteral("access");
        m_window->window().open(address);
        QTRY_VERIFY_WITH_TIMEOUT(findTab(ref), fault::patience);
    }
    void select(const std::string &reference) { pane().graph().setCurrent({pane().graph().scene()->find(pane().picture()->boxesOf({reference}).front())}); }
    rbac::AccessPane &pane() { return m_tab->pane(); }
    bool hasBox(const std::string &reference) { return !pane().picture()->boxesOf({reference}).empty(); }
    QRect placeOf(const std::string &box) { return pane().graph().rectOf({pane().graph().scene()->find(box)}); }
    base::Job deleteBinding(const rbac::ObjectRef &binding)
    {
        kube::ApiRequest request;
        request.method = http::Method::Delete;
        request.path = binding.namespaceName.empty() ? std::string(clusterBindings) + '/' + binding.name
                                                     : "/apis/rbac.authorization.k8s.io/v1/namespaces/" + binding.namespaceName + "/rolebindings/" + binding.name;
        return m_cluster->api().fetch(request, [](base::Result<kube::ApiAnswer>) { });
    }
    std::string bindingOfAccount() { return bindingOf(*pane().picture()); }
    /// The first that names the account.
    static std::string bindingOf(const rbac::AccessPicture &picture)
    {
        for (const rbac::GraphEdge &edge : picture.whole.edges)
            if (edge.kind == "bound" && edge.from == "ServiceAccount/team-b/checkout")
                return edge.to;
        return {};
    }

    rbac::AccessTab *m_tab = nullptr;
};

QTEST_MAIN(AccessTabTest)
#include "AccessTabTest.moc"
