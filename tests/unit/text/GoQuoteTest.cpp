#include "models/text/GoQuote.h"

#include <QTest>

class GoQuoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesAreUndoneAsInGo_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("meaning");
        const auto row = [](const char *name, const char *text, std::string_view meaning) { QTest::newRow(name) << std::string(text) << std::string(meaning); };
        row("plain", "a 한", "a 한");
        row("letters", R"(\a\b\f\n\r\t\v\\)", "\a\b\f\n\r\t\v\\");
        row("its own quote", R"(it\'s "so")", "it's \"so\"");
        row("an octal byte", R"(\101\377)", "A\xff");
        row("a zero byte", R"(\0001)", std::string_view("\0" "1", 2));
        row("a hexadecimal byte", R"(\x41\xfg)", "invalid");
        row("two of them", R"(\x41\xFf!)", "A\xff!");
        row("a character", R"(\u00e9\U0001F600)", "é😀");
        row("half a pair", R"(\ud800)", "invalid");
        row("beyond Unicode", R"(\U00110000)", "invalid");
        row("an octal number that is no byte", R"(\400)", "invalid");
        row("too few octal digits", R"(\12)", "invalid");
        row("too few digits", R"(\u12)", "invalid");
        row("the other quote", R"(\")", "invalid");
        row("an unknown letter", R"(\q)", "invalid");
        row("an end too early", "a\\", "invalid");
        row("a quote in the middle", "a'b", "invalid");
    }

    void quotesAreUndoneAsInGo()
    {
        QFETCH(std::string, text);
        QTEST(text::goUnquoted(text, '\'').value_or("invalid"), "meaning");
    }

    void whatCannotBeSeenIsWrittenAsItsNumber_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("quoted");
        const auto row = [](const char *name, std::string_view text, const char *quoted) { QTest::newRow(name) << std::string(text) << std::string(quoted); };
        row("letters of all scripts", "é 한 😀 ע", "é 한 😀 ע");
        row("letters that have short names", "\"\\\a\b\f\n\r\t\v", "\\\"\\\\\\a\\b\\f\\n\\r\\t\\v");
        row("control characters", std::string_view("\0\x1b\x7f", 3), "\\x00\\x1b\\x7f");
        row("bytes that are no text", "a\xff\xc3", "a\\xff\\xc3");
        row("a space without width", "a\u200bb", "a\\u200bb");
        row("a space that does not break", "a\u00a0b", "a\\u00a0b");
        row("a soft hyphen", "\u00ad", "\\u00ad");
        row("a mark of byte order", "\ufeff", "\\ufeff");
        row("for private use", "\ue000", "\\ue000");
        row("a tag beyond 16 bits", "\U000e0001", "\\U000e0001");
        row("unassigned", "\u0378", "\\u0378");
        row("a replacement that was written", "\ufffd", "\ufffd");
    }

    void whatCannotBeSeenIsWrittenAsItsNumber()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, quoted);
        QCOMPARE(text::goQuoted(text), '"' + quoted + '"');
    }

    void whatIsQuotedIsUndoneAgain()
    {
        const std::string text = "a\"b\\c\n\x01\x7f 한 \t";
        const std::string quoted = text::goQuoted(text);
        QCOMPARE(text::goUnquoted(std::string_view(quoted).substr(1, quoted.size() - 2), '"').value_or("invalid"), text);
    }
};

QTEST_APPLESS_MAIN(GoQuoteTest)
#include "GoQuoteTest.moc"
