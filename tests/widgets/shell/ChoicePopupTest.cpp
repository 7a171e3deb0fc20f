#include "widgets/shell/ChoicePopup.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace shell;

// What typing finds in the list of clusters and namespaces, and what Enter then takes.
class ChoicePopupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterTakesTheBestMatch_data();
    void enterTakesTheBestMatch();
    void enterTakesNothingThatDoesNotMatch();
    void theChosenOneIsCurrentUntilSomethingIsTyped();
    void whatIsStillBeingComposedCounts();
    void whatIsCurrentStaysWhileChoicesCome();
    void itBeginsAnewEachTime();
    void aNameThatIsTypedIsAddedOnlyWhereThatIsAllowed();
    void whatWasAddedIsRemovedByItself();
};

namespace {

const std::vector<Choice> Contexts = {
    {QStringLiteral("nobody"), QStringLiteral("/clones/kube"), QStringLiteral("n"), false},
    {QStringLiteral("phone"), QStringLiteral("/kube"), QStringLiteral("p"), false},
    {QStringLiteral("one"), QStringLiteral("/kube"), QStringLiteral("o"), false},
    {QStringLiteral("two"), QStringLiteral("/kube"), QStringLiteral("t"), true},
};

/// What Enter hands back after a text was typed; empty if nothing.
QString taken(ChoicePopup &popup, const QString &typed)
{
    popup.setChoices(Contexts);
    QSignalSpy chosen(&popup, &ChoicePopup::chosen);
    auto *filter = popup.findChild<QLineEdit *>();
    filter->setText(typed);
    QTest::keyClick(filter, Qt::Key_Return);
    return chosen.isEmpty() ? QString() : chosen.front().front().toStringList().join(u' ');
}

} // namespace

void ChoicePopupTest::enterTakesTheBestMatch_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key");
    QTest::addRow("a name that begins so before one that holds it") << "one" << "o";
    QTest::addRow("a name that holds it before a detail that does") << "hone" << "p";
    QTest::addRow("a detail when no name does") << "clones" << "n";
    QTest::addRow("whatever the case") << "ONE" << "o";
    QTest::addRow("nothing typed: what is chosen already") << "" << "t";
    QTest::addRow("the keys of one while the keyboard writes Korean") << QStringLiteral("ㅐㅜㄷ") << "o";
    QTest::addRow("the keys of two, where they make a syllable") << QStringLiteral("ㅅ재") << "t";
}

void ChoicePopupTest::enterTakesTheBestMatch()
{
    QFETCH(QString, typed);
    QFETCH(QString, key);
    ChoicePopup popup(ChoicePopup::Mode::One, QStringLiteral("Clusters"), nullptr);
    QCOMPARE(taken(popup, typed), key);
}

void ChoicePopupTest::enterTakesNothingThatDoesNotMatch()
{
    ChoicePopup popup(ChoicePopup::Mode::One, QStringLiteral("Clusters"), nullptr);
    QCOMPARE(taken(popup, QStringLiteral("three")), QString());
}

void ChoicePopupTest::theChosenOneIsCurrentUntilSomethingIsTyped()
{
    ChoicePopup popup(ChoicePopup::Mode::One, QStringLiteral("Clusters"), nullptr);
    popup.setChoices(Contexts);
    const auto *list = popup.findChild<QListWidget *>();
    QCOMPARE(list->currentRow(), 3);
    popup.findChild<QLineEdit *>()->setText(QStringLiteral("no"));
    QCOMPARE(list->currentRow(), 0);
}

void ChoicePopupTest::whatIsStillBeingComposedCounts()
{
    ChoicePopup popup(ChoicePopup::Mode::One, QStringLiteral("Clusters"), nullptr);
    popup.setChoices({{QStringLiteral("staging"), {}, QStringLiteral("s"), false}, {QStringLiteral("프로덕션"), {}, QStringLiteral("p"), false}});
    const auto *list = popup.findChild<QListWidget *>();
    auto *filter = popup.findChild<QLineEdit *>();
    for (const char16_t *composed : {u"ㅍ", u"프", u"플"}) { // the last becomes 프로 with the next key
        QInputMethodEvent composing(QString::fromUtf16(composed), {});
        QCoreApplication::sendEvent(filter, &composing);
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(list->item(0)->isHidden());
    }
    QInputMethodEvent done(QString(), {});
    done.setCommitString(QStringLiteral("프로"));
    QCoreApplication::sendEvent(filter, &done);
    QCOMPARE(filter->text(), QStringLiteral("프로"));
    QCOMPARE(list->currentRow(), 1);
    filter->clear();
    QVERIFY(!list->item(0)->isHidden());
}

void ChoicePopupTest::whatIsCurrentStaysWhileChoicesCome()
{
    const QWidget button;
    ChoicePopup popup(ChoicePopup::Mode::One, QStringLiteral("Clusters"), nullptr);
    popup.setChoices(Contexts);
    popup.openBelow(button);
    const auto *list = popup.findChild<QListWidget *>();
    QTest::keyClick(popup.findChild<QLineEdit *>(), Qt::Key_Up);
    QCOMPARE(list->currentItem()->text().section(u' ', 0, 0), QStringLiteral("one"));
    std::vector<Choice> more{{QStringLiteral("before"), {}, QStringLiteral("b"), false}};
    more.insert(more.end(), Contexts.begin(), Contexts.end());
    popup.setChoices(more);
    QCOMPARE(list->currentItem()->text().section(u' ', 0, 0), QStringLiteral("one"));
}

void ChoicePopupTest::itBeginsAnewEachTime()
{
    const QWidget button;
    ChoicePopup popup(ChoicePopup::Mode::One, QStringLiteral("Clusters"), nullptr);
    popup.setChoices(Contexts);
    popup.openBelow(button);
    QSignalSpy chosen(&popup, &ChoicePopup::chosen);
    QTest::keyClicks(popup.findChild<QLineEdit *>(), QStringLiteral("one"));
    QTest::keyClick(popup.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    popup.setChoices(Contexts);
    popup.openBelow(button);
    QVERIFY(popup.findChild<QLineEdit *>()->text().isEmpty());
    QCOMPARE(popup.findChild<QListWidget *>()->currentRow(), 3); // the chosen one, not what was looked for before
}

void ChoicePopupTest::aNameThatIsTypedIsAddedOnlyWhereThatIsAllowed()
{
    for (const auto mode : {ChoicePopup::Mode::One, ChoicePopup::Mode::Several}) {
        ChoicePopup popup(mode, QStringLiteral("Namespaces"), nullptr);
        QSignalSpy added(&popup, &ChoicePopup::added), chosen(&popup, &ChoicePopup::chosen);
        taken(popup, QStringLiteral("three"));
        QCOMPARE(added.size(), 0);
        popup.allowAdding([](const QString &name) { return ChoicePopup::Addition{QStringLiteral("Add ") + name, name != QStringLiteral("no")}; }, QStringLiteral("A note"));
        taken(popup, QStringLiteral("ㅅㅗㄱㄷㄷ")); // the keys of "three"
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.takeFirst().front().toString(), QStringLiteral("three"));
        QCOMPARE(chosen.size(), 0);
        taken(popup, QStringLiteral("one")); // what is there goes before
        QCOMPARE(added.size(), 0);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(taken(popup, QStringLiteral("n")) == QStringLiteral("n") || mode == ChoicePopup::Mode::Several);
        popup.setChoices({});
        auto *filter = popup.findChild<QLineEdit *>();
        filter->setText(QStringLiteral("no"));
        QTest::keyClick(filter, Qt::Key_Down);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(added.size(), 0);
        QCOMPARE(filter->accessibleDescription(), QStringLiteral("Add no"));
    }
}

void ChoicePopupTest::whatWasAddedIsRemovedByItself()
{
    const QWidget button;
    ChoicePopup popup(ChoicePopup::Mode::Several, QStringLiteral("Namespaces"), nullptr);
    popup.setChoices({{QStringLiteral("default"), {}, QStringLiteral("default"), false}, {QStringLiteral("team-a"), {}, QStringLiteral("team-a"), true, true}});
    popup.openBelow(button);
    QSignalSpy removed(&popup, &ChoicePopup::removed);
    auto *filter = popup.findChild<QLineEdit *>();
    QTest::keyClick(filter, Qt::Key_Delete); // the first is not the person's
    QCOMPARE(removed.size(), 0);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.takeFirst().front().toString(), QStringLiteral("team-a"));
    filter->setText(QStringLiteral("team"));
    filter->home(false);
    QTest::keyClick(filter, Qt::Key_Delete); // a letter goes, no namespace
    QCOMPARE(filter->text(), QStringLiteral("eam"));
    QCOMPARE(removed.size(), 0);
}

QTEST_MAIN(ChoicePopupTest)
#include "ChoicePopupTest.moc"
