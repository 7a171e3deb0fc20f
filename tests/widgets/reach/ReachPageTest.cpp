#include "widgets/reach/ReachPage.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/Api.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/reach/ReachCard.h"
#include "widgets/reach/ReachFeature.h"
#include "widgets/reach/ReachForm.h"

#include <QComboBox>
#include <QLineEdit>

using base::Meaning;

namespace {

constexpr const char *policies = "/apis/networking.k8s.io/v1/namespaces/team-b/networkpolicies";

} // namespace

/// What two pods of the sample cluster are to each other, in the whole window.
class ReachPageTest final : public QObject, private fault::OpenDemo
{
    Q_OBJECT

    reach::ReachPage *m_page = nullptr;

    /// The first pods of those namespaces.
    QString pod(const char *namespaceName)
    {
        const tables::TableModel &model = m_window->table()->grid().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (const QString key = QString::fromStdString(model.key(row)); key.startsWith(QString::fromLatin1(namespaceName) + u'/'))
                return key;
        qFatal("no pod in %s", namespaceName);
    }
    reach::ReachPane &pane() { return m_page->pane(); }
    void open(const QString &pair)
    {
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("reach#pair:") + pair));
        m_page = window().findChild<reach::ReachPage *>();
        QVERIFY(m_page);
        QTRY_VERIFY_WITH_TIMEOUT(pane().isSettled() && pane().networkCard().isVisible(), fault::patience);
    }
    void send(http::Method method, const std::string &path, const std::string &body = {})
    {
        kube::ApiRequest request;
        request.method = method;
        request.path = path;
        request.contentType = "application/json";
        request.body = body;
        bool isDone = false;
        const base::Job job = m_cluster->api().fetch(request, [&isDone](const base::Result<kube::ApiAnswer> &) { isDone = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, fault::patience);
    }

private Q_SLOTS:
    void init() { openDemo<reach::ReachFeature>(); }
    void cleanup() { closeDemo(); }

    void bothKindsAreToldSideBySide()
    {
        open(pod("team-a") + QStringLiteral("..") + pod("team-b"));
        QVERIFY(pane().apiCard().isVisible());
        QVERIFY2(pane().apiCard().card().question.startsWith(QStringLiteral("May the account of pod team-a/")), qPrintable(pane().apiCard().card().question));
        QCOMPARE(pane().apiCard().card().meaning, Meaning::Error);
        QVERIFY2(pane().apiCard().card().reasons.contains(QStringLiteral("It calls as ServiceAccount team-a/")), qPrintable(pane().apiCard().card().reasons));
        QVERIFY2(pane().networkCard().card().reasons.contains(QStringLiteral("Names to use:")), qPrintable(pane().networkCard().card().reasons));
        QVERIFY(m_page->command().startsWith(QStringLiteral("kubectl auth can-i get pods/")));
    }

    void theServerIsAskedWhetherItSaysTheSame()
    {
        open(pod("team-a") + QStringLiteral("..") + pod("team-b"));
        QCOMPARE(pane().apiCard().proof(), QStringLiteral("○ Computed: the server was not asked"));
        QVERIFY(fault::Window::press(m_page, QStringLiteral("Ask the server")));
        QTRY_COMPARE_WITH_TIMEOUT(pane().apiCard().proof(), QStringLiteral("✓ The server says the same"), fault::patience);
    }

    void aPolicyThatComesChangesTheNetworkAlone()
    {
        open(pod("team-a") + QStringLiteral("..") + pod("team-b"));
        const reach::Card api = pane().apiCard().card();
        QVERIFY(!pane().networkCard().card().reasons.contains(QStringLiteral("team-b/shut")));
        send(http::Method::Post, policies, R"({"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"shut","namespace":"team-b"},"spec":{"podSelector":{},"policyTypes":["Ingress"]}})");
        QTRY_VERIFY_WITH_TIMEOUT(pane().networkCard().card().reasons.contains(QStringLiteral("team-b/shut")), fault::patience);
        QVERIFY(pane().networkCard().card().meaning != Meaning::Ok);
        QCOMPARE(pane().apiCard().card().verdict, api.verdict);
    }

    void theOtherWayRoundIsAnotherQuestion()
    {
        const QString from = pod("team-a"), to = pod("team-b");
        open(from + QStringLiteral("..") + to);
        for (auto *button : m_page->findChildren<QPushButton *>())
            if (button->accessibleName() == QStringLiteral("The other way round"))
                button->click();
        QCOMPARE(QString::fromStdString(reach::textOf(pane().question())), to + QStringLiteral("..") + from);
        QTRY_VERIFY_WITH_TIMEOUT(pane().isSettled(), fault::patience);
        QVERIFY(pane().networkCard().card().question.startsWith(QStringLiteral("Can pod ") + to));
    }

    void aPodThatIsNotThereIsSaid()
    {
        open(pod("team-a") + QStringLiteral("..team-b/gone"));
        QCOMPARE(pane().networkCard().card().verdict, QStringLiteral("✕ There is no Pod team-b/gone."));
        QVERIFY(pane().apiCard().card().meaning != Meaning::Ok);
    }

    void nothingIsReadWhileNobodyLooks()
    {
        open(pod("team-a") + QStringLiteral("..") + pod("team-b"));
        const auto reads = [this] { return pane().findChild<reach::ReachLists *>()->read().size(); };
        QCOMPARE(reads(), std::size_t(9));
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("pods")));
        QTRY_COMPARE(reads(), std::size_t(0));
        QVERIFY(pane().networkCard().card().reasons.contains(QStringLiteral("Names to use:")));      // what was told stays
    }

    void aPodsOwnPageAsksForTheOther()
    {
        const QString from = pod("team-a");
        window().showCluster(m_cluster, *base::Address::parse(QStringLiteral("pods/") + from + QStringLiteral("#reach")));
        reach::ReachTab *tab = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((tab = window().findChild<reach::ReachTab *>()) && tab->isVisible(), fault::patience);
        QVERIFY(tab->isSettled());
        tab->pane().ask({tab->pane().form().question().from, {"Pod", "team-b", pod("team-b").section(u'/', 1).toStdString()}, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(tab->isSettled() && tab->pane().networkCard().isVisible(), fault::patience);
    }

    void whatWasAskedIsAskedAgainAfterAStart()
    {
        open(pod("team-a") + QStringLiteral("..") + pod("team-b"));
        const text::Value state = m_page->state();
        pane().ask({});
        QVERIFY(m_page->state().members().empty());
        m_page->restore(state);
        QCOMPARE(QString::fromStdString(reach::textOf(pane().question())), pod("team-a") + QStringLiteral("..") + pod("team-b"));
        m_page->restore(text::Value::string("nonsense"));
        QCOMPARE(m_page->state()["pair"].text(), state["pair"].text());
    }
};

QTEST_MAIN(ReachPageTest)
#include "ReachPageTest.moc"
