#include "models/text/Pattern.h"

#include <QTest>

using text::Pattern;

class PatternTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itFindsWhatPerlWouldFind_data();
    void itFindsWhatPerlWouldFind();
    void lettersOfAnySizeMatchWhenAsked();
    void itTellsWhereAnExpressionIsWrong_data();
    void itTellsWhereAnExpressionIsWrong();
    void anExpressionWithoutEndGivesUp();
    void aLongExpressionIsRefused();
    void bytesThatAreNoTextMatchNothingAndHideNothing();
    void theNextMatchIsFoundFromAPlace();
};

void PatternTest::itFindsWhatPerlWouldFind_data()
{
    QTest::addColumn<std::string>("expression");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");

    const auto row = [](const char *expression, const char *text, int begin, int end) {
        QTest::addRow("%s in %s", expression, text) << std::string(expression) << std::string(text) << begin << end;
    };
    row("web", "my-web-0", 3, 6);
    row("^web", "my-web-0", -1, -1);
    row("\\d+$", "web-10", 4, 6);
    row("a|b", "xb", 1, 2);
    row("파드", "새 파드", 4, 10);
    row("^.$", "é", 0, 2);
    row("(?<=-)0", "web-0", 4, 5);
    row("", "web", 0, 0);
}

void PatternTest::itFindsWhatPerlWouldFind()
{
    QFETCH(std::string, expression);
    QFETCH(std::string, text);
    QFETCH(int, begin);
    QFETCH(int, end);
    const auto pattern = Pattern::compile(expression);
    QVERIFY(pattern);
    const Pattern::Found found = pattern->find(text);
    QCOMPARE(found.outcome == Pattern::Outcome::Match, begin >= 0);
    if (begin >= 0) {
        QCOMPARE(int(found.begin), begin);
        QCOMPARE(int(found.end), end);
    }
}

void PatternTest::lettersOfAnySizeMatchWhenAsked()
{
    QVERIFY(!Pattern::compile("crash")->matches("CrashLoopBackOff"));
    QVERIFY(Pattern::compile("crash", Pattern::Case::Insensitive)->matches("CrashLoopBackOff"));
    QVERIFY(Pattern::compile("é", Pattern::Case::Insensitive)->matches("É"));
}

void PatternTest::itTellsWhereAnExpressionIsWrong_data()
{
    QTest::addColumn<std::string>("expression");
    QTest::addColumn<int>("column");

    QTest::newRow("an open group") << std::string("web(") << 5;
    QTest::newRow("an open class") << std::string("[a-z") << 5;
    QTest::newRow("nothing to repeat") << std::string("a|*") << 3;
    QTest::newRow("a byte that is no text") << std::string("ab\xff") << 3;
    QTest::newRow("a single code unit") << std::string("\\C") << 3;
}

void PatternTest::itTellsWhereAnExpressionIsWrong()
{
    QFETCH(std::string, expression);
    QFETCH(int, column);
    const auto pattern = Pattern::compile(expression);
    QVERIFY(!pattern);
    QVERIFY(!pattern.error().message.empty());
    QCOMPARE(pattern.error().column, column);
}

void PatternTest::anExpressionWithoutEndGivesUp()
{
    const auto pattern = Pattern::compile("^(a+)+$");
    QVERIFY(pattern);
    QVERIFY(pattern->find(std::string(40, 'a') + "b").outcome == Pattern::Outcome::GaveUp);
    QVERIFY(pattern->find(std::string(40, 'a')).outcome == Pattern::Outcome::Match);
}

void PatternTest::aLongExpressionIsRefused()
{
    const auto pattern = Pattern::compile(std::string(Pattern::LongestExpression + 1, 'a'));
    QVERIFY(!pattern);
    QVERIFY(pattern.error().kind == base::ErrorKind::TooLarge);
    QVERIFY(Pattern::compile(std::string(Pattern::LongestExpression, 'a')));
}

void PatternTest::bytesThatAreNoTextMatchNothingAndHideNothing()
{
    const auto pattern = Pattern::compile("web.0");
    QVERIFY(pattern->matches("\xff\xfe web-0 \xff"));
    QVERIFY(!pattern->matches("web\xff" "0"));
}

void PatternTest::theNextMatchIsFoundFromAPlace()
{
    const auto pattern = Pattern::compile("o");
    QCOMPARE(pattern->find("foo").begin, std::size_t(1));
    QCOMPARE(pattern->find("foo", 2).begin, std::size_t(2));
    QVERIFY(pattern->find("foo", 3).outcome == Pattern::Outcome::NoMatch);
    QVERIFY(pattern->find("foo", 4).outcome == Pattern::Outcome::NoMatch);
}

QTEST_APPLESS_MAIN(PatternTest)
#include "PatternTest.moc"
