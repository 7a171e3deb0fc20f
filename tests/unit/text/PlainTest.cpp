#include "models/text/Plain.h"

#include <QtTest>

class PlainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textFromOutsideBecomesSafe_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("safe");
        const auto add = [](const char *name, QByteArray raw, const char *safe) { QTest::newRow(name) << raw << QByteArray(safe); };
        add("ordinary text stays", "Running 일이삼 🙂\n\tx", "Running 일이삼 🙂\n\tx");
        add("carriage return", "a\r\nb", "a\nb");
        add("nul and bell", QByteArray("a\0b\ac", 5), "abc");
        add("delete", "a\x7f" "b", "ab");
        add("colour", "\x1b[1;31mred\x1b[0m", "red");
        add("title", "a\x1b]0;pwned\ab", "ab");
        add("title ended by ST", "a\x1b]0;pwned\x1b\\b", "ab");
        add("title ended by C1 ST", "a\x1b]0;pwned\xc2\x9c" "b", "ab");
        add("a title without an end loses no text", "a\x1b]0;rest", "a0;rest");
        add("a title does not reach over a line", "a\x1b]0;x\ny\a", "a0;x\ny");
        add("device control string", "\x1bP+q\x1b\\x", "x");
        add("charset", "\x1b(Bx", "x");
        add("reset", "\x1b" "cx", "x");
        add("lone escape at the end", "x\x1b", "x");
        add("escape before a letter beyond ASCII", "\x1b일", "일");
        add("eight-bit control sequence", "\xc2\x9b" "31mred", "red");
        add("eight-bit title", "\xc2\x9d" "0;t\ax", "x");
        add("other C1", "a\xc2\x85" "b", "ab");
        add("sequence inside a sequence", "\x1b[3\x1b[1mx", "x");
        add("direction override", "a\u202Etxt.exe", "a⟨U+202E⟩txt.exe");
        add("zero width", "a\u200Bb\u200Fc\uFEFF", "a⟨U+200B⟩b⟨U+200F⟩c⟨U+FEFF⟩");
        add("isolates", "\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩");
        add("tags", "\U000E0041", "⟨U+E0041⟩");
        add("not UTF-8", "a\xff\xc3(", "a\uFFFD\uFFFD(");
        add("overlong escape", "\xc0\x9b[31m", "\uFFFD\uFFFD[31m");
        add("surrogate", "\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD");
    }

    void textFromOutsideBecomesSafe()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, safe);
        const std::string once = text::plain(raw.toStdString());
        QCOMPARE(once, safe.toStdString());
        QCOMPARE(text::plain(once), once);
    }

    void cellsAreEscapedAsKubectlDoes()
    {
        QCOMPARE(text::escapeTerminal("\x1b[31mred\r\n\a"), std::string("^[[31mred\\r\n\a"));
    }
};

QTEST_APPLESS_MAIN(PlainTest)
#include "PlainTest.moc"
