#include "tests/widgets/rbac/ShownDrafts.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;
using samples::user;

/// What drafts come to, told while somebody types.
class WhatIfPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingChangesWhatIsGainedAndLost()
    {
        ShownDrafts shown;
        QCOMPARE(shown.effect().verdict(), QStringLiteral("Nothing would change"));
        shown.edit(reader, role("Role", "shop/reader", readPods));
        QCOMPARE(shown.state(), QStringLiteral("As it is"));
        QVERIFY(!shown.head("As read, resourceVersion 7").isEmpty());
        shown.type(QStringLiteral("pods"), QStringLiteral("secrets"));
        QCOMPARE(shown.state(), QStringLiteral("Changed"));
        QCOMPARE(shown.rights(true), (QStringList{QStringLiteral("ServiceAccount shop/front get secrets"), QStringLiteral("ServiceAccount shop/front list secrets")}));
        QCOMPARE(shown.rights(false), (QStringList{QStringLiteral("ServiceAccount shop/front get pods"), QStringLiteral("ServiceAccount shop/front list pods")}));
        QCOMPARE(shown.head("Gained"), QStringLiteral("Gained: 2 · Lost: 2"));
        QVERIFY(shown.effect().risks().rowCount() > 0 && shown.effect().risks().isNew(0));
        QVERIFY(shown.effect().verdict().endsWith(QStringLiteral("You may apply it")));
        shown.button("Revert")->click();
        shown.settle();
        QCOMPARE(shown.head("Gained"), QStringLiteral("Gained: 0 · Lost: 0"));
        QCOMPARE(shown.effect().risks().rowCount(), 0);
    }

    void anotherRoleRefIsDeletedAndMadeAnew()
    {
        ShownDrafts shown;
        shown.pane.effect().setContext(QStringLiteral("my cluster"));
        shown.edit(reading, binding("shop/read", "Role/reader", account("shop", "front")));
        shown.editor().rewrite(QString::fromStdString(binding("shop/read", "ClusterRole/view", account("shop", "front"))));
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("▲ Deleted and made anew"));
        QVERIFY(shown.rights(true).isEmpty() && shown.rights(false).isEmpty());      // the same rights by another way
        shown.effect().showCommands(true);
        const QStringList lines = shown.effect().output().split(u'\n');
        QCOMPARE(lines[0], QStringLiteral("kubectl --context 'my cluster' delete rolebinding read -n shop"));
        QCOMPARE(lines[1], QStringLiteral("kubectl --context 'my cluster' apply -f - <<'EOF'"));
        QVERIFY(lines.contains(QStringLiteral("EOF")));
    }

    void whoMayNotApplyItIsToldWhatIsLacking()
    {
        ShownDrafts shown;
        shown.drafts().addText(binding("shop/more", "ClusterRole/view", user("bob")));
        shown.pane.showViewer(base::Result<Identity>(Identity::authenticated("carl", {})));
        shown.settle();
        QCOMPARE(shown.effect().verdict(), QStringLiteral("✕ You may not apply it"));
        shown.pane.showViewer(base::Result<Identity>(base::makeError(base::ErrorKind::NotFound, "there is no such review")));
        shown.settle();
        QCOMPARE(shown.effect().verdict(), QStringLiteral("○ Not known whether you may apply it"));
    }

    void eachDraftSaysWhetherItMayBeApplied()
    {
        const std::string rights = role("Role", "shop/ann", std::string("{verbs: [get, create, patch], apiGroups: [rbac.authorization.k8s.io], resources: [roles]}, ") + readPods) + binding("shop/ann", "Role/ann", user("ann"));
        ShownDrafts shown(shop + rights);
        shown.pane.showViewer(base::Result<Identity>(Identity{"ann", {}, {}}));
        shown.drafts().addText(role("Role", "shop/more", readPods) + binding("shop/more", "Role/more", user("bob")) + "---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: more, namespace: shop}}\n");
        shown.settle();
        const auto told = [&](int row) { return shown.drafts().model().index(row, DraftsModel::MayApply).data().toString(); };
        QCOMPARE(told(0), QStringLiteral("✓ Yes"));
        QCOMPARE(told(1), QStringLiteral("✕ No"));
        QCOMPARE(told(2), QStringLiteral("✕ No"));
        QCOMPARE(shown.effect().verdict(), QStringLiteral("✕ You may not apply it"));
        QCOMPARE(shown.effect().reason().split(u'\n'), (QStringList{
            QStringLiteral("✕ ServiceAccount shop/more: You lack: get serviceaccounts more in namespace shop; create serviceaccounts in namespace shop"),
            QStringLiteral("✕ RoleBinding shop/more: You lack: get rolebindings.rbac.authorization.k8s.io more in namespace shop; create rolebindings.rbac.authorization.k8s.io in namespace shop")}));
        shown.pane.showViewer(base::Result<Identity>(Identity{"ann", {"system:masters"}, {}}));
        shown.settle();
        QCOMPARE(told(2), QStringLiteral("✓ Yes"));
        QCOMPARE(shown.effect().reason(), QStringLiteral("As ann"));
    }

    void theResultIsCopiedAndSaved()
    {
        ShownDrafts shown;
        shown.drafts().addText(role("Role", "shop/more", readPods));
        shown.settle();
        shown.button("Copy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), shown.effect().output());
        const QTemporaryDir folder;
        QSignalSpy notices(&shown.pane, &WhatIfPane::noticed);
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        shown.button("Save…")->click();
        auto *dialog = shown.pane.findChild<QFileDialog *>();
        QVERIFY(dialog);
        dialog->setDirectory(folder.path());
        dialog->selectFile(QStringLiteral("roles.yaml"));
        static_cast<QDialog *>(dialog)->accept();
        QTRY_COMPARE(notices.count(), 1);
        QFile file(folder.filePath(QStringLiteral("roles.yaml")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), shown.effect().output());
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
};

QTEST_MAIN(WhatIfPaneTest)
#include "WhatIfPaneTest.moc"
