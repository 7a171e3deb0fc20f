#include "widgets/shell/HangulKeys.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QShortcut>
#include <QTest>
#include <QVBoxLayout>

/// Shortcuts while the keyboard writes Korean.
class HangulKeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsTheLatinOneOnIt_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<int>("modifiers");
        const QString letters = QStringLiteral("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"), latin = QStringLiteral("QWERTYUIOPASDFGHJKLZXCVBNM");
        for (int i = 0; i < letters.size(); ++i) {
            QTest::newRow(qPrintable(QStringLiteral("Ctrl+") + latin[i])) << letters.mid(i, 1) << QStringLiteral("Ctrl+") + latin[i] << int(Qt::ControlModifier);
            QTest::newRow(qPrintable(QStringLiteral("Ctrl+Shift+") + latin[i])) << letters.mid(i, 1) << QStringLiteral("Ctrl+Shift+") + latin[i] << int(Qt::ControlModifier | Qt::ShiftModifier);
        }
        const QString doubles = QStringLiteral("ㅃㅉㄸㄲㅆㅒㅖ"), shifted = QStringLiteral("QWERTOP");
        for (int i = 0; i < doubles.size(); ++i) {
            QTest::newRow(qPrintable(QStringLiteral("double ") + shifted[i])) << doubles.mid(i, 1) << QStringLiteral("Ctrl+Shift+") + shifted[i] << int(Qt::ControlModifier | Qt::ShiftModifier);
            QTest::newRow(qPrintable(QStringLiteral("double without Shift ") + shifted[i])) << doubles.mid(i, 1) << QStringLiteral("Ctrl+Shift+") + shifted[i] << int(Qt::ControlModifier);
        }
    }
    void everyKeyIsTheLatinOneOnIt()
    {
        QFETCH(QString, letter);
        QFETCH(QString, keys);
        QFETCH(int, modifiers);
        QWidget window;
        shell::HangulKeys hangul(&window);
        int activations = 0;
        connect(new QShortcut(QKeySequence(keys), &window), &QShortcut::activated, &window, [&] { ++activations; });
        window.show();
        QKeyEvent press(QEvent::KeyPress, letter[0].unicode(), Qt::KeyboardModifiers(modifiers), QString());
        QCoreApplication::sendEvent(&window, &press);
        QCOMPARE(activations, 1);
    }

    void withoutModifiersItIsText()
    {
        QLineEdit line;
        shell::HangulKeys hangul(&line);
        int activations = 0;
        connect(new QShortcut(QKeySequence(Qt::Key_P), &line), &QShortcut::activated, &line, [&] { ++activations; });
        line.show();
        QKeyEvent press(QEvent::KeyPress, u'ㅔ', Qt::NoModifier, QStringLiteral("ㅔ"));
        QCoreApplication::sendEvent(&line, &press);
        QCOMPARE(line.text(), QStringLiteral("ㅔ"));
        QCOMPARE(activations, 0);
    }

    void whatALineDoesItselfWorksToo()
    {
        QLineEdit line(QStringLiteral("web-0"));
        shell::HangulKeys hangul(&line);
        line.show();
        for (const char16_t letter : {u'ㅁ', u'ㅊ'}) { // Ctrl+A, Ctrl+C
            QKeyEvent press(QEvent::KeyPress, letter, Qt::ControlModifier, QString());
            QCoreApplication::sendEvent(&line, &press);
        }
        QCOMPARE(line.selectedText(), QStringLiteral("web-0"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("web-0"));
    }

    void aShortcutOfAHiddenPageIsNotMeant()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *shown = new QWidget(&window), *hidden = new QWidget(&window);
        layout->addWidget(shown);
        layout->addWidget(hidden);
        shell::HangulKeys hangul(&window);
        QStringList heard;
        connect(new QShortcut(QKeySequence::Find, hidden), &QShortcut::activated, &window, [&] { heard << QStringLiteral("hidden"); });
        connect(new QShortcut(QKeySequence::Find, shown), &QShortcut::activated, &window, [&] { heard << QStringLiteral("shown"); });
        window.show();
        hidden->hide();
        QKeyEvent press(QEvent::KeyPress, u'ㄹ', Qt::ControlModifier, QString());
        QCoreApplication::sendEvent(shown, &press);
        QCOMPARE(heard, QStringList{QStringLiteral("shown")});
    }
};

QTEST_MAIN(HangulKeysTest)
#include "HangulKeysTest.moc"
