#include "widgets/rbac/WhatIfPage.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kube/Api.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/rbac/AccessFeature.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AccessTab.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/DraftEditor.h"
#include "widgets/rbac/DraftPane.h"
#include "widgets/rbac/EffectPane.h"
#include "widgets/rbac/WhatIfPane.h"

#include <QPushButton>

#include <algorithm>

using fault::Window;

namespace {

constexpr const char *clusterRoles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
const rbac::ObjectRef inspector{"ClusterRole", {}, "node-inspector"};

} // namespace

/// The page of drafts in the whole window, on the sample cluster.
class WhatIfPageTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo<rbac::AccessFeature>(); }
    void cleanup() { closeDemo(); }

    void anObjectIsDraftedByItsAddress()
    {
        m_window->window().open(rbac::WhatIfPage::addressOfEdit(inspector));
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isSettled() && state() == QStringLiteral("As it is"), fault::patience);
        QVERIFY(page()->pane().drafts().editor().toPlainText().contains(QStringLiteral("name: node-inspector")));
        QVERIFY(!page()->pane().drafts().model().item(0).resourceVersion.empty());
        m_window->window().open(rbac::WhatIfPage::addressOfDeletion(inspector));
        QTRY_VERIFY_WITH_TIMEOUT(page()->isSettled() && state() == QStringLiteral("▲ Deleted"), fault::patience);
        QVERIFY(page()->pane().effect().rights().rowCount() > 0);
        QCOMPARE(page()->pane().drafts().model().count(), 1);
        QCOMPARE(page()->command(), QStringLiteral("kubectl delete clusterrole node-inspector --dry-run=server"));
        page()->pane().drafts().addNew("Role");
        QVERIFY(page()->command().endsWith(QStringLiteral("\nkubectl diff -f what-if.yaml")));
    }

    void aFixIsHandedOverWithItsEffect()
    {
        m_window->window().open({QStringLiteral("serviceaccounts"), QStringLiteral("team-b"), QStringLiteral("checkout"), {}});
        rbac::AccessTab *tab = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((tab = m_window->window().findChild<rbac::AccessTab *>()) && tab->pane().picture(), fault::patience);
        tab->pane().askBar().ask(QStringLiteral("can delete nodes"));
        rbac::AnswerView &answer = tab->pane().answerView();
        QTRY_VERIFY_WITH_TIMEOUT(!answer.yaml().isEmpty(), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(answer.mayApply().contains(QStringLiteral("may apply")), fault::patience);
        const auto buttons = answer.findChildren<QPushButton *>();
        (*std::ranges::find(buttons, QStringLiteral("What if…"), &QPushButton::text))->click();
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isSettled() && page()->pane().effect().rights().rowCount() == 1, fault::patience);
        QCOMPARE(page()->pane().effect().rights().change(0).right.resource, std::string("nodes"));
        QCOMPARE(page()->pane().drafts().model().count(), 2);
    }

    void whoLooksIsSomebodyElseOnceTheKubeconfigSaysSo()
    {
        m_window->window().open(rbac::WhatIfPage::addressOfDeletion(inspector));
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->pane().effect().verdict() == QStringLiteral("✓ You may apply it"), fault::patience);
        std::string other = m_demo->access->kubeconfig;
        const std::size_t user = other.find("user: {}");
        QVERIFY(user != other.npos);
        other.replace(user, 8, "user: {as: jane}");
        Window::put(m_window->config("one"), other);
        // Which of the two it is depends on what of the lists is still known.
        QTRY_VERIFY_WITH_TIMEOUT((QStringList{QStringLiteral("✕ You may not apply it"), QStringLiteral("○ Not known whether you may apply it")}).contains(page()->pane().effect().verdict()), fault::patience);
    }

    void aRolesPageOffersToChangeItOnACopy()
    {
        m_window->window().open({QStringLiteral("clusterroles.rbac.authorization.k8s.io"), {}, QStringLiteral("node-inspector"), QStringLiteral("access")});
        rbac::AccessTab *tab = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((tab = m_window->window().findChild<rbac::AccessTab *>()) && tab->isVisible(), fault::patience);
        const auto commands = tab->commands();
        QCOMPARE(commands.size(), std::size_t(2));
        commands.front().run();
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isSettled() && state() == QStringLiteral("As it is"), fault::patience);
    }

    void whatAnotherWritesIsSaidWhileItIsDrafted()
    {
        m_window->window().open(rbac::WhatIfPage::addressOfEdit(inspector));
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isSettled() && state() == QStringLiteral("As it is"), fault::patience);
        QTextCursor end(page()->pane().drafts().editor().document());
        end.insertText(QStringLiteral("# mine\n"));
        kube::ApiRequest request;
        request.method = http::Method::Patch;
        request.path = std::string(clusterRoles) + "/node-inspector";
        request.contentType = "application/merge-patch+json";
        request.body = R"({"metadata":{"labels":{"touched":"yes"}}})";
        const base::Job job = m_cluster->api().fetch(request, [](base::Result<kube::ApiAnswer>) { });
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("▲ Changed since read"), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(Window::press(page(), QStringLiteral("Take the new one")), fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(state() == QStringLiteral("As it is") && page()->pane().drafts().editor().toPlainText().contains(QStringLiteral("touched")), fault::patience);
    }

private:
    rbac::WhatIfPage *page() { return m_window->window().findChild<rbac::WhatIfPage *>(); }
    QString state() { return page()->pane().drafts().model().index(0, rbac::DraftsModel::State).data().toString(); }
};

QTEST_MAIN(WhatIfPageTest)
#include "WhatIfPageTest.moc"
