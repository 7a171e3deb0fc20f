#include "widgets/shell/ChoicePopup.h"

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

QTEST_MAIN(ChoicePopupTest)
#include "ChoicePopupTest.moc"
