#include "tests/widgets/rbac/ShownDrafts.h"

#include "widgets/rbac/DiffView.h"
#include "widgets/rbac/ObjectChooser.h"
#include "widgets/rbac/RuleHelper.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;
using samples::user;

/// What somebody drafts: typed, taken over, compared, and kept.
class DraftPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewObjectIsATemplateThatCounts()
    {
        ShownDrafts shown;
        shown.drafts().setNamespace("shop");
        shown.drafts().addNew("RoleBinding");
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("New"));
        QCOMPARE(shown.rights(true).size(), 2);
        QVERIFY(shown.effect().output().contains(QStringLiteral("kind: RoleBinding")));
        shown.button("Discard")->click();
        shown.settle();
        QCOMPARE(shown.drafts().model().count(), 0);
        QVERIFY(shown.effect().output().isEmpty());
    }

    void brokenYamlIsNamedAndTheRestCounts()
    {
        ShownDrafts shown;
        shown.drafts().addText(binding("shop/more", "ClusterRole/view", user("bob")));
        shown.drafts().addNew("Role");
        shown.settle();
        QCOMPARE(shown.rights(true).size(), 2);
        shown.type(QStringLiteral("rules:"), QStringLiteral("rule:"));
        QCOMPARE(shown.state(1), QStringLiteral("✕ Not understood"));
        QVERIFY(shown.notice()->accessibleDescription().startsWith(QStringLiteral("Line 6: there is no field rule")));
        QCOMPARE(shown.rights(true).size(), 2);
        shown.editor().moveCursor(QTextCursor::End);
        shown.button("Show the place")->click();
        QCOMPARE(shown.editor().textCursor().blockNumber(), 5);
        shown.type(QStringLiteral("rule:"), QStringLiteral("rules:"));
        QCOMPARE(shown.state(1), QStringLiteral("New"));
        QVERIFY(!shown.notice());
    }

    void anObjectThatGoesIsPickedByAPartOfItsName()
    {
        ShownDrafts shown;
        shown.button("Delete…")->click();
        auto *line = shown.drafts().chooser().findChild<QLineEdit *>();
        QVERIFY(line->isVisible());
        QTest::keyClicks(line, QStringLiteral("shop/READ"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(line->isVisible());                     // the role or the binding
        line->setText(QStringLiteral("RoleBinding shop/re"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!line->isVisible());
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("▲ Deleted"));
        QCOMPARE(shown.rights(false).size(), 2);
        shown.effect().showCommands(true);
        QVERIFY(shown.effect().output().endsWith(QStringLiteral("delete rolebinding read -n shop\n")));
    }

    void escapePutsTheChooserAway()
    {
        ShownDrafts shown;
        shown.button("Change…")->click();
        auto *line = shown.drafts().chooser().findChild<QLineEdit *>();
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
        QCOMPARE(shown.drafts().model().count(), 0);
    }

    void whatAnotherChangedIsSaidAndOffered()
    {
        ShownDrafts shown;
        const std::string theirs = role("Role", "shop/reader", "{verbs: [watch], apiGroups: [''], resources: [pods]}");
        shown.edit(reader, role("Role", "shop/reader", readPods));
        shown.type(QStringLiteral("pods"), QStringLiteral("secrets"));
        QSignalSpy wishes(&shown.drafts(), &DraftPane::readWished);
        shown.showBasis(theirs + binding("shop/read", "Role/reader", account("shop", "front")));
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("▲ Changed since read"));
        QCOMPARE(wishes.count(), 0);
        QVERIFY(shown.editor().toPlainText().contains(QStringLiteral("secrets")));
        shown.button("Keep mine")->click();
        QCOMPARE(wishes.count(), 1);
        shown.drafts().takeRead(reader, objectOf(theirs, "8"));
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("Changed"));
        QVERIFY(!shown.head("As read, resourceVersion 8").isEmpty());
        QVERIFY(shown.editor().toPlainText().contains(QStringLiteral("secrets")));

        shown.showBasis(shop);
        shown.settle();
        shown.button("Take the new one")->click();
        shown.drafts().takeRead(reader, objectOf(role("Role", "shop/reader", readPods), "9"));
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("As it is"));
        QVERIFY(shown.editor().toPlainText().contains(QStringLiteral("pods")));
    }

    void aCopyThatNobodyTouchedFollowsTheServer()
    {
        ShownDrafts shown;
        const std::string theirs = role("Role", "shop/reader", "{verbs: [watch], apiGroups: [''], resources: [pods]}");
        shown.edit(reader, role("Role", "shop/reader", readPods));
        shown.showBasis(theirs);
        shown.drafts().takeRead(reader, objectOf(theirs, "8"));
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("As it is"));
        QVERIFY(shown.editor().toPlainText().contains(QStringLiteral("watch")));
    }

    void whatMayNotBeReadComesFromTheList()
    {
        ShownDrafts shown;
        shown.drafts().edit(reader);
        shown.drafts().takeRead(reader, base::makeError(base::ErrorKind::Forbidden, "roles is forbidden"));
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("As it is"));
        QVERIFY(shown.notice()->accessibleDescription().contains(QStringLiteral("roles is forbidden")));
    }

    void whatIsTypedAboutAnObjectThatIsThereIsComparedWithIt()
    {
        ShownDrafts shown;
        QSignalSpy wishes(&shown.drafts(), &DraftPane::readWished);
        shown.drafts().addText(role("Role", "shop/reader", "{verbs: [get], apiGroups: [''], resources: [pods]}"));
        shown.settle();
        QCOMPARE(wishes.count(), 1);
        shown.drafts().takeRead(reader, objectOf(role("Role", "shop/reader", readPods)));
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("Changed"));
        shown.button("Differences")->click();
        QVERIFY(shown.pane.findChild<DiffView *>()->isVisible());
        QVERIFY(shown.pane.findChild<DiffView *>()->toPlainText().contains(QStringLiteral("- ")));
        QCOMPARE(wishes.count(), 1);
    }

    void eachDocumentOfAPastedTextIsADraft()
    {
        ShownDrafts shown;
        QGuiApplication::clipboard()->setText(QString::fromStdString(role("Role", "shop/more", readPods) + binding("shop/more", "Role/more", user("bob"))));
        auto *menu = shown.button("Add")->findChild<QMenu *>();
        menu->actions().last()->trigger();
        shown.settle();
        QCOMPARE(shown.drafts().model().count(), 2);
        QCOMPARE(shown.rights(true), (QStringList{QStringLiteral("User bob get pods"), QStringLiteral("User bob list pods")}));
    }

    void whatIsTooLargeIsNotTaken()
    {
        ShownDrafts shown;
        shown.drafts().addNew("Role");
        QSignalSpy notices(&shown.pane, &WhatIfPane::noticed);
        const QString before = shown.editor().toPlainText();
        for (const QString &text : {QString(1024 * 1024, u'a'), QString(DraftEditor::LongestLine + 1, u'a')}) {
            QGuiApplication::clipboard()->setText(text);
            shown.editor().paste();
        }
        QCOMPARE(notices.count(), 2);
        QCOMPARE(shown.editor().toPlainText(), before);
        QGuiApplication::clipboard()->setText(QStringLiteral("# a remark\n"));
        shown.editor().moveCursor(QTextCursor::Start);
        shown.editor().paste();
        QCOMPARE(shown.editor().toPlainText(), QStringLiteral("# a remark\n") + before);
    }

    void aRuleIsWrittenFromFewWords()
    {
        ShownDrafts shown;
        shown.drafts().addNew("Role");
        shown.settle();
        const auto lines = shown.drafts().ruleHelper().findChildren<QLineEdit *>();
        QVERIFY(shown.drafts().ruleHelper().isVisible());
        lines[0]->setText(QStringLiteral("delete"));
        lines[1]->setText(QStringLiteral("deploy"));
        QTest::keyClick(lines[1], Qt::Key_Return);
        shown.settle();
        const ReadDraft draft = readDraft(shown.editor().toPlainText().toStdString());
        QCOMPARE(draft.objects.front().role->rules.size(), std::size_t(2));
        QCOMPARE(draft.objects.front().role->rules.front(), (PolicyRule{{"delete"}, {"apps"}, {"deployments"}, {}, {}}));
        shown.editor().undo();
        QCOMPARE(readDraft(shown.editor().toPlainText().toStdString()).objects.front().role->rules.size(), std::size_t(1));
    }

    void draftsComeBackAfterARestart()
    {
        ShownDrafts shown;
        shown.drafts().addText(role("Role", "shop/more", readPods));
        shown.drafts().addText("kind: Role # rbac.authorization.k8s.io\nrules: [");
        shown.drafts().addText("apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData: {password: hidden}\n");
        shown.drafts().addText("password: [hidden");
        shown.drafts().remove(reading);
        const text::Value state = shown.drafts().state();
        QVERIFY(text::writeYaml(state).find("hidden") == std::string::npos);
        ShownDrafts later;
        later.drafts().restore(state);
        later.settle();
        QCOMPARE(later.drafts().model().count(), 3);
        QCOMPARE(later.state(0), QStringLiteral("New"));
        QCOMPARE(later.state(1), QStringLiteral("✕ Not understood"));
        QCOMPARE(later.state(2), QStringLiteral("▲ Deleted"));
        QCOMPARE(later.drafts().current(), 2);
    }

    void whatIsDraftedAgainTakesThePlaceOfWhatCameBackBeforeAnythingIsWorkedOut()
    {
        const std::string account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: front, namespace: shop}\n";
        ShownDrafts shown;
        shown.drafts().addText(role("Role", "shop/more", readPods) + "---\n" + account);
        shown.drafts().addText(account);
        QCOMPARE(shown.drafts().model().count(), 2);
        ShownDrafts later;
        later.drafts().restore(shown.drafts().state());
        later.drafts().addText(account + "---\n" + role("Role", "shop/more", "{verbs: [watch], apiGroups: [''], resources: [secrets]}"));
        QCOMPARE(later.drafts().model().count(), 2);
        later.settle();
        QVERIFY(later.effect().output().contains(QStringLiteral("secrets")));
        QVERIFY(!later.effect().output().contains(QStringLiteral("pods")));
    }

    void whatIsKeptIsBoundedAndNonsenseIsIgnored()
    {
        ShownDrafts shown;
        for (int i = 0; i < 3; ++i)
            shown.drafts().addText("# " + std::string(30'000, 'x') + '\n' + role("Role", "shop/r" + std::to_string(i), readPods));
        QVERIFY(text::writeYaml(shown.drafts().state()).size() < DraftPane::MostKept + 10'000);
        shown.drafts().restore(text::parseYaml("{drafts: [1, {delete: nonsense}, {text: [a]}], current: 99}").value());
        QCOMPARE(shown.drafts().model().count(), 3);
    }
};

QTEST_MAIN(DraftPaneTest)
#include "DraftPaneTest.moc"
