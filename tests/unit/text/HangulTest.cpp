#include "models/text/Hangul.h"

#include <QTest>

class HangulTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKeyOfTheKeyboardIsKnown_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::addColumn<char>("key");
        const QString letters = QStringLiteral("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ");
        const QByteArray keys = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
        QCOMPARE(letters.size(), 33);
        for (int i = 0; i < letters.size(); ++i)
            QTest::newRow(QByteArray(1, keys[i]).constData()) << letters.mid(i, 1) << keys[i];
    }
    void eachKeyOfTheKeyboardIsKnown()
    {
        QFETCH(QString, letter);
        QFETCH(char, key);
        QCOMPARE(text::keyOfJamo(letter[0].unicode()), key);
        QCOMPARE(text::keysOfHangul(letter[0].unicode()), std::string(1, key));
    }

    void whatNoKeyMakesHasNoKey()
    {
        for (const char16_t character : {u'ㄳ', u'ㅘ', u'가', u'p', u'ㆍ', u'ㅥ', char16_t(0x3130), char16_t(0x3164), char16_t(0)})
            QCOMPARE(text::keyOfJamo(character), '\0');
    }

    void aSyllableIsTheKeysThatMadeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("keys");
        QTest::newRow("pod") << QStringLiteral("ㅔㅐㅇ") << QStringLiteral("pod");
        QTest::newRow("node") << QStringLiteral("ㅜㅐㅇㄷ") << QStringLiteral("node");
        QTest::newRow("service") << QStringLiteral("ㄴㄷㄱ퍛ㄷ") << QStringLiteral("service");
        QTest::newRow("deploy") << QStringLiteral("ㅇ데ㅣㅐㅛ") << QStringLiteral("deploy");
        QTest::newRow("compound") << QStringLiteral("값과 뀄") << QStringLiteral("rkqtrhk RnpT");
        QTest::newRow("first and last") << QStringLiteral("가힣") << QStringLiteral("rkglg");
        QTest::newRow("others stay") << QStringLiteral("Web-0 é") << QStringLiteral("Web-0 é");
    }
    void aSyllableIsTheKeysThatMadeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, keys);
        QCOMPARE(QString::fromStdU16String(text::withLatinKeys(typed.toStdU16String())), keys);
    }

    void initialsAreOfSyllablesOnly()
    {
        QCOMPARE(text::initialKeyOf(u'파'), 'v');
        QCOMPARE(text::initialKeyOf(u'ㅍ'), '\0');
        QVERIFY(text::isConsonant(u'ㅍ') && text::isConsonant(u'ㅎ') && text::isConsonant(u'ㄱ'));
        QVERIFY(!text::isConsonant(u'ㅏ') && !text::isConsonant(u'파') && !text::isConsonant(u'v'));
    }
};

QTEST_APPLESS_MAIN(HangulTest)
#include "HangulTest.moc"
