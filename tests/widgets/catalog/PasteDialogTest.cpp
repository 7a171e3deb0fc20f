#include "tests/widgets/catalog/Catalog.h"

#include "widgets/base/PlainText.h"
#include "widgets/catalog/PasteDialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace tests;
using catalog::PasteDialog;

/// Pasting a kubeconfig: the verdict comes while the text is there, and nothing is taken that cannot be used.
class PasteDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void theVerdictFollowsTheText_data();
    void theVerdictFollowsTheText();
    void aTextWithoutANameIsNotTaken();
    void aNewTextSilencesTheVerdictOfTheOld();
    void closingWhileItIsReadIsQuiet();

private:
    static QString verdictOf(const PasteDialog &dialog)
    {
        for (const base::PlainLabel *label : dialog.findChildren<base::PlainLabel *>()) {
            if (label->text().startsWith(u'✓') || label->text().startsWith(u'✕') || label->text().startsWith(u'▲') || label->text().startsWith(u'○'))
                return label->text();
        }
        return {};
    }
    static QPushButton *addOf(const PasteDialog &dialog)
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Add to the catalog"))
                return button;
        }
        return nullptr;
    }
    static void paste(PasteDialog &dialog, const std::string &text) { dialog.findChild<QPlainTextEdit *>()->setPlainText(QString::fromStdString(text)); }

    base::EventLoopExecutor m_consumer;
};

void PasteDialogTest::theVerdictFollowsTheText_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good") << kubeConfig({{"one"}, {"two"}}) << QStringLiteral("✓ Contexts found: one, two") << true;
    QTest::newRow("many") << kubeConfig({{"a"}, {"b"}, {"c"}, {"d"}, {"e"}, {"f"}}) << QStringLiteral("✓ Contexts found: a, b, c, d, e, …") << true;
    QTest::newRow("a bad context") << std::string("apiVersion: v1\nkind: Config\ncontexts:\n- name: lost\n  context: {cluster: nowhere}\n")
                                   << QStringLiteral("▲ Contexts found: lost\nlost cannot be used:") << true;
    QTest::newRow("no YAML") << std::string("clusters: [\n") << QStringLiteral("✕") << false;
    QTest::newRow("empty of contexts") << std::string("apiVersion: v1\nkind: Config\n") << QStringLiteral("▲ There is no context in it.") << false;
    QTest::newRow("HTML") << std::string("<b>no</b>") << QStringLiteral("✕") << false;
}

void PasteDialogTest::theVerdictFollowsTheText()
{
    QFETCH(std::string, text);
    QFETCH(QString, verdict);
    QFETCH(bool, isGood);
    PasteDialog dialog(m_consumer, QStringLiteral("mine"));
    dialog.show();
    QVERIFY(!addOf(dialog)->isEnabled());
    QVERIFY(verdictOf(dialog).startsWith(u'○'));
    QSignalSpy judged(&dialog, &PasteDialog::judged);
    QSignalSpy pasted(&dialog, &PasteDialog::pasted);
    paste(dialog, text);
    QTRY_COMPARE(judged.size(), 1);
    photograph(&dialog, QStringLiteral("paste-%1").arg(QLatin1String(QTest::currentDataTag())));
    QVERIFY2(verdictOf(dialog).startsWith(verdict), qPrintable(verdictOf(dialog)));
    QCOMPARE(addOf(dialog)->isEnabled(), isGood);
    QTest::mouseClick(addOf(dialog), Qt::LeftButton);
    QCOMPARE(pasted.size(), isGood ? 1 : 0);
    QCOMPARE(dialog.isVisible(), !isGood);
}

void PasteDialogTest::aTextWithoutANameIsNotTaken()
{
    PasteDialog dialog(m_consumer, QString());
    QSignalSpy judged(&dialog, &PasteDialog::judged);
    paste(dialog, kubeConfig({{"one"}}));
    QTRY_COMPARE(judged.size(), 1);
    QVERIFY(!addOf(dialog)->isEnabled());
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("mine"));
    QTRY_VERIFY(addOf(dialog)->isEnabled());
}

void PasteDialogTest::aNewTextSilencesTheVerdictOfTheOld()
{
    PasteDialog dialog(m_consumer, QStringLiteral("mine"));
    QSignalSpy judged(&dialog, &PasteDialog::judged);
    paste(dialog, kubeConfig({{"one"}}));
    QTRY_VERIFY(addOf(dialog)->isEnabled());
    paste(dialog, "clusters: [\n");
    QVERIFY(!addOf(dialog)->isEnabled());
    QTRY_VERIFY(verdictOf(dialog).startsWith(u'✕'));
    QVERIFY(!addOf(dialog)->isEnabled());
}

void PasteDialogTest::closingWhileItIsReadIsQuiet()
{
    auto dialog = std::make_unique<PasteDialog>(m_consumer, QStringLiteral("mine"));
    std::string large = kubeConfig({{"one"}});
    large += "extensions:\n";
    for (int number = 0; number < 20'000; ++number)
        large += "- name: e" + std::to_string(number) + "\n  extension: {a: b}\n";
    paste(*dialog, large);
    QMetaObject::invokeMethod(dialog.get(), [&dialog] { dialog.reset(); }, Qt::QueuedConnection);
    QTRY_VERIFY(!dialog);
    QCoreApplication::processEvents();
}

QTEST_MAIN(PasteDialogTest)
#include "PasteDialogTest.moc"
