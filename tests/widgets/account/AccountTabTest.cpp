#include "widgets/account/AccountTab.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/Api.h"
#include "tests/fault/window/OpenDemo.h"
#include "tests/unit/account/AccountSamples.h"
#include "widgets/account/AccountFeature.h"
#include "widgets/account/AggregationTab.h"
#include "widgets/account/TokenDialog.h"
#include "widgets/account/TokenResult.h"
#include "widgets/detail/SummaryView.h"

#include <QCheckBox>

#include <algorithm>

using samples::rowsOf;
using Rows = std::vector<std::string>;

namespace {

constexpr const char *clusterBinding = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/node-inspectors";

bool holds(const Rows &rows, const std::string &text)
{
    return std::ranges::any_of(rows, [&](const std::string &row) { return row.find(text) != row.npos; });
}

} // namespace

/// The page of an account of the sample cluster, and the way from there to a token.
class AccountTabTest final : public QObject, private fault::OpenDemo
{
    Q_OBJECT

    template<typename Tab>
    Tab *open(const char *place)
    {
        window().showCluster(m_cluster, *base::Address::parse(QString::fromLatin1(place)));
        Tab *tab = nullptr;
        (void)QTest::qWaitFor([&] { return (tab = window().findChild<Tab *>()) && tab->isSettled(); }, fault::patience);
        if (!tab)
            qFatal("there is no tab at %s", place);
        return tab;
    }
    QPushButton *tokenButton(const QWidget *in) const
    {
        for (auto *button : in->findChildren<QPushButton *>())
            if (button->accessibleName() == QStringLiteral("Create a token…"))
                return button;
        qFatal("there is no way to a token");
    }
    void send(http::Method method, const std::string &path)
    {
        kube::ApiRequest request;
        request.method = method;
        request.path = path;
        bool isDone = false;
        const base::Job job = m_cluster->api().fetch(request, [&isDone](const base::Result<kube::ApiAnswer> &) { isDone = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, fault::patience);
    }

private Q_SLOTS:
    void init() { openDemo<account::AccountFeature>(); }
    void cleanup() { closeDemo(); }

    void onePageAnswersWhoUsesItAndWhatItGives()
    {
        auto *tab = open<account::AccountTab>("serviceaccounts/team-b/checkout#account");
        const detail::Summary &summary = tab->view().summary();
        QVERIFY(holds(rowsOf(summary, "Used by"), "Deployment checkout ; 1 ; yes"));
        QVERIFY(holds(rowsOf(summary, "Tokens in its pods"), "/var/run/secrets/kubernetes.io/serviceaccount/token ; the API server"));
        QVERIFY(holds(rowsOf(summary, "Bindings"), "ClusterRoleBinding node-inspectors"));
        QVERIFY(holds(rowsOf(summary, "Risks"), "critical"));
        QCOMPARE(tab->command(), QStringLiteral("kubectl describe serviceaccount checkout -n team-b"));
    }

    void aBindingThatGoesLeavesThePageAndItsRisks()
    {
        auto *tab = open<account::AccountTab>("serviceaccounts/team-b/checkout#account");
        send(http::Method::Delete, clusterBinding);
        QTRY_VERIFY_WITH_TIMEOUT(!holds(rowsOf(tab->view().summary(), "Bindings"), "node-inspectors"), fault::patience);
        QVERIFY(!holds(rowsOf(tab->view().summary(), "Risks"), "node-inspectors"));
    }

    void workloadsThatNameNoneAreOnThePageOfDefault()
    {
        auto *tab = open<account::AccountTab>("serviceaccounts/team-b/default#account");
        QVERIFY(holds(rowsOf(tab->view().summary(), "Used by"), "names none: falls back to default"));
    }

    void aReadOnlyClusterMakesNoTokenAndSaysWhy()
    {
        auto *tab = open<account::AccountTab>("serviceaccounts/team-b/checkout#account");
        QVERIFY(tokenButton(tab)->isEnabled());
        m_cluster->setAccess(kube::Access::ReadOnly);
        QTRY_VERIFY(!tokenButton(tab)->isEnabled());
        QVERIFY(tokenButton(tab)->toolTip().contains(QStringLiteral("read-only")));
        QVERIFY(!tab->commands().front().refusal().isEmpty());
    }

    void aTokenIsMadeFromThePage()
    {
        auto *tab = open<account::AccountTab>("serviceaccounts/team-b/checkout#account");
        tokenButton(tab)->click();
        auto *dialog = window().findChild<account::TokenDialog *>();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        QTRY_VERIFY2_WITH_TIMEOUT(dialog->power().contains(QStringLiteral("nodes/proxy")) && dialog->power().contains(QStringLiteral("✕ critical")), qPrintable(dialog->power()), fault::patience);
        dialog->findChild<QCheckBox *>()->click();
        for (auto *button : dialog->findChildren<QPushButton *>())
            if (button->accessibleName() == QStringLiteral("Create the token"))
                button->click();
        QTRY_VERIFY2_WITH_TIMEOUT(dialog->result(), qPrintable(dialog->state()), fault::patience);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<account::TokenDialog *>(), fault::patience);
    }

    void aClusterThatIsLetGoTakesItsDialogsWithIt()
    {
        auto *tab = open<account::AccountTab>("serviceaccounts/team-b/checkout#account");
        tokenButton(tab)->click();
        QVERIFY(window().findChild<account::TokenDialog *>());
        window().clusters().disconnectFrom(cluster::EntryId::of(m_cluster->entry()));
        QVERIFY(!window().findChild<account::TokenDialog *>());
    }

    void aClusterRoleSaysWhereItsRulesComeFrom()
    {
        auto *tab = open<account::AggregationTab>("clusterroles.rbac.authorization.k8s.io//view#aggregation");
        QVERIFY(holds(rowsOf(tab->view().summary(), "Takes in the rules of ClusterRoles with"), "aggregate-to-view=true"));
        QVERIFY(holds(rowsOf(tab->view().summary(), "Rules, and where they come from"), "system:aggregate-to-view"));
        QVERIFY(holds(rowsOf(tab->view().summary(), "Its own rules go into"), "edit"));
    }
};

QTEST_MAIN(AccountTabTest)
#include "AccountTabTest.moc"
