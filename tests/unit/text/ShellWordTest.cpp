#include "models/text/ShellWord.h"

#include <QTest>

/// Words of a command line, quoted where a shell would read them in another way.
class ShellWordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreQuotedWhereTheyMustBe_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << QStringLiteral("registry.example.com:5000/a_b/c@sha256:1+2%3=4,5") << QStringLiteral("registry.example.com:5000/a_b/c@sha256:1+2%3=4,5");
        QTest::newRow("empty") << QString() << QStringLiteral("\x27\x27");
        QTest::newRow("a space") << QStringLiteral("a b") << QStringLiteral("\x27" "a b\x27");
        QTest::newRow("a quote") << QStringLiteral("a\x27" "b") << QStringLiteral("\x27" "a\x27\\\x27\x27" "b\x27");
        QTest::newRow("what a shell expands") << QStringLiteral("$(x)`y`~*") << QStringLiteral("\x27$(x)`y`~*\x27");
        QTest::newRow("other letters") << QString::fromUtf8("\xc3\xa9") << QString::fromUtf8("\x27\xc3\xa9\x27");
    }
    void wordsAreQuotedWhereTheyMustBe()
    {
        QFETCH(QString, word);
        QTEST(QString::fromStdString(text::shellWord(word.toStdString())), "quoted");
    }
};

QTEST_GUILESS_MAIN(ShellWordTest)
#include "ShellWordTest.moc"
