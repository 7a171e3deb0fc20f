#include "widgets/rbac/WhatIfPane.h"

#include "models/base/ManualExecutor.h"
#include "models/kube/BuiltinCatalog.h"
#include "models/text/Yaml.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/DiffView.h"
#include "widgets/rbac/DraftEditor.h"
#include "widgets/rbac/DraftPane.h"
#include "widgets/rbac/EffectPane.h"
#include "widgets/rbac/ObjectChooser.h"
#include "widgets/rbac/RuleHelper.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;
using samples::user;

namespace {

constexpr const char *readPods = "{verbs: [get, list], apiGroups: [''], resources: [pods]}";
const std::string shop = role("Role", "shop/reader", readPods) + binding("shop/read", "Role/reader", account("shop", "front")) + role("ClusterRole", "/view", readPods);
const ObjectRef reader{"Role", "shop", "reader"}, reading{"RoleBinding", "shop", "read"};

text::Value objectOf(const std::string &yaml, const char *version = "7")
{
    text::Value object = text::parseYaml(yaml).value();
    text::Value metadata = object["metadata"];
    metadata.set("resourceVersion", text::Value::string(version));
    object.set("metadata", std::move(metadata));
    return object;
}

struct Shown
{
    base::ManualExecutor gui;
    WhatIfPane pane{gui};

    explicit Shown(const std::string &yaml = shop)
    {
        base::Theme::instance().apply(base::ThemeChoice::Light);
        pane.resize(1200, 760);
        pane.show();
        showBasis(yaml);
        pane.showViewer(base::Result<Identity>(Identity{"ann", {"system:masters"}, {}}));
        settle();
    }
    void showBasis(const std::string &yaml)
    {
        Inputs inputs = samples::inputs(yaml);
        inputs.catalog = kube::builtinCatalog();
        pane.showBasis(std::make_shared<const Basis>(std::move(inputs)));
    }
    void settle()
    {
        gui.advance(rights::DraftWork::Rest);
        QTRY_VERIFY((gui.advance(0ms), pane.isSettled()));
    }
    DraftPane &drafts() { return pane.drafts(); }
    EffectPane &effect() { return pane.effect(); }
    DraftEditor &editor() { return pane.drafts().editor(); }
    /// As if the server had shown the object.
    void edit(const ObjectRef &object, const std::string &yaml)
    {
        drafts().edit(object);
        drafts().takeRead(object, objectOf(yaml));
        settle();
    }
    void type(const QString &before, const QString &after)
    {
        QTextCursor cursor = editor().document()->find(before);
        QVERIFY2(!cursor.isNull(), qPrintable(before));
        cursor.insertText(after);
        settle();
    }
    QString state(int row = 0) { return drafts().model().index(row, DraftsModel::State).data().toString(); }
    QString head(const char *words) const
    {
        for (auto *label : pane.findChildren<QLabel *>())
            if (label->isVisible() && label->text().startsWith(QString::fromUtf8(words)))
                return label->text();
        return {};
    }
    base::StateNotice *notice() const
    {
        for (auto *each : pane.findChildren<base::StateNotice *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
    /// What is offered anew is there with the next turn.
    QPushButton *button(const char *text) const
    {
        QPushButton *found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (auto *each : pane.findChildren<QPushButton *>())
                found = each->isVisible() && each->text() == QString::fromUtf8(text) ? each : found;
            return found != nullptr;
        });
        return found;
    }
    QStringList rights(bool gained)
    {
        QStringList out;
        const auto &model = effect().rights();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.isGained(row) == gained)
                out << model.index(row, RightChangesModel::Who).data().toString() + u' ' + model.index(row, RightChangesModel::Verb).data().toString() + u' ' + model.index(row, RightChangesModel::Resource).data().toString();
        out.sort();
        return out;
    }
};

} // namespace

/// What somebody drafts, and what is told of it while they type.
class WhatIfPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingChangesWhatIsGainedAndLost()
    {
        Shown shown;
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

    void aNewObjectIsATemplateThatCounts()
    {
        Shown shown;
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
        Shown shown;
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

    void anotherRoleRefIsDeletedAndMadeAnew()
    {
        Shown shown;
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

    void anObjectThatGoesIsPickedByAPartOfItsName()
    {
        Shown shown;
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
        Shown shown;
        shown.button("Change…")->click();
        auto *line = shown.drafts().chooser().findChild<QLineEdit *>();
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
        QCOMPARE(shown.drafts().model().count(), 0);
    }

    void whatAnotherChangedIsSaidAndOffered()
    {
        Shown shown;
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
        Shown shown;
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
        Shown shown;
        shown.drafts().edit(reader);
        shown.drafts().takeRead(reader, base::makeError(base::ErrorKind::Forbidden, "roles is forbidden"));
        shown.settle();
        QCOMPARE(shown.state(), QStringLiteral("As it is"));
        QVERIFY(shown.notice()->accessibleDescription().contains(QStringLiteral("roles is forbidden")));
    }

    void whatIsTypedAboutAnObjectThatIsThereIsComparedWithIt()
    {
        Shown shown;
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
        Shown shown;
        QGuiApplication::clipboard()->setText(QString::fromStdString(role("Role", "shop/more", readPods) + binding("shop/more", "Role/more", user("bob"))));
        auto *menu = shown.button("Add")->findChild<QMenu *>();
        menu->actions().last()->trigger();
        shown.settle();
        QCOMPARE(shown.drafts().model().count(), 2);
        QCOMPARE(shown.rights(true), (QStringList{QStringLiteral("User bob get pods"), QStringLiteral("User bob list pods")}));
    }

    void whatIsTooLargeIsNotTaken()
    {
        Shown shown;
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
        Shown shown;
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

    void whoMayNotApplyItIsToldWhatIsLacking()
    {
        Shown shown;
        shown.drafts().addText(binding("shop/more", "ClusterRole/view", user("bob")));
        shown.pane.showViewer(base::Result<Identity>(Identity::authenticated("carl", {})));
        shown.settle();
        QCOMPARE(shown.effect().verdict(), QStringLiteral("✕ You may not apply it"));
        shown.pane.showViewer(base::Result<Identity>(base::makeError(base::ErrorKind::NotFound, "there is no such review")));
        shown.settle();
        QCOMPARE(shown.effect().verdict(), QStringLiteral("○ Not known whether you may apply it"));
    }

    void draftsComeBackAfterARestart()
    {
        Shown shown;
        shown.drafts().addText(role("Role", "shop/more", readPods));
        shown.drafts().addText("kind: Role # rbac.authorization.k8s.io\nrules: [");
        shown.drafts().addText("apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData: {password: hidden}\n");
        shown.drafts().addText("password: [hidden");
        shown.drafts().remove(reading);
        const text::Value state = shown.drafts().state();
        QVERIFY(text::writeYaml(state).find("hidden") == std::string::npos);
        Shown later;
        later.drafts().restore(state);
        later.settle();
        QCOMPARE(later.drafts().model().count(), 3);
        QCOMPARE(later.state(0), QStringLiteral("New"));
        QCOMPARE(later.state(1), QStringLiteral("✕ Not understood"));
        QCOMPARE(later.state(2), QStringLiteral("▲ Deleted"));
        QCOMPARE(later.drafts().current(), 2);
    }

    void whatIsKeptIsBoundedAndNonsenseIsIgnored()
    {
        Shown shown;
        for (int i = 0; i < 3; ++i)
            shown.drafts().addText("# " + std::string(30'000, 'x') + '\n' + role("Role", "shop/r" + std::to_string(i), readPods));
        QVERIFY(text::writeYaml(shown.drafts().state()).size() < DraftPane::MostKept + 10'000);
        shown.drafts().restore(text::parseYaml("{drafts: [1, {delete: nonsense}, {text: [a]}], current: 99}").value());
        QCOMPARE(shown.drafts().model().count(), 3);
    }

    void theResultIsCopiedAndSaved()
    {
        Shown shown;
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
