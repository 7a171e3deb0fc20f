#include "Telling.h"

#include "models/detail/Sections.h"

#include <QTest>

using detail::Argument;
using detail::Phrase;
using telling::now;
using telling::say;

/// Phrases become text only when they are shown, in the language and at the moment of who shows them.
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsAreFilledOnce();
    void agesGoOn();
    void theWordsAreTranslatedAndTheObjectsAreNot();
    void exitCodesAreExplained_data();
    void exitCodesAreExplained();
};

void WordsTest::gapsAreFilledOnce()
{
    QCOMPARE(say(Phrase("a %1 b %2", {"%2", "x"})), std::string("a %2 b x"));
    QCOMPARE(say(Phrase("100% of %1", {"it"})), std::string("100% of it"));
    QCOMPARE(say(Phrase("no gap %9", {"it"})), std::string("no gap %9"));
    QCOMPARE(say(detail::verbatim("%1 as it is")), std::string("%1 as it is"));
    QCOMPARE(say(Phrase()), std::string());
}

void WordsTest::agesGoOn()
{
    const std::int64_t moment = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const Phrase phrase("%1 ago", {Argument::age(moment - 5)});
    const auto same = [](const char *words) { return std::string(words); };
    QVERIFY(detail::hasAge(phrase));
    QVERIFY(!detail::hasAge(detail::verbatim("5s")));
    QCOMPARE(detail::resolve(phrase, now, same), std::string("5s ago"));
    QCOMPARE(detail::resolve(phrase, now + std::chrono::minutes(10), same), std::string("10m ago"));
    QCOMPARE(detail::resolve(phrase, now - std::chrono::minutes(10), same), std::string("<invalid> ago"));
}

void WordsTest::theWordsAreTranslatedAndTheObjectsAreNot()
{
    const auto shouted = [](const char *words) { return QString::fromUtf8(words).toUpper().toStdString(); };
    QCOMPARE(detail::resolve(Phrase("from %1", {"volume"}), now, shouted), std::string("FROM volume"));
    QCOMPARE(detail::resolve(detail::verbatim("volume"), now, shouted), std::string("volume"));
}

void WordsTest::exitCodesAreExplained_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<std::string>("words");
    QTest::newRow("0") << 0 << std::string("Completed") << std::string("exit code 0 (it ended as it should)");
    QTest::newRow("1") << 1 << std::string("Error") << std::string("exit code 1 (the program reported an error)");
    QTest::newRow("127") << 127 << std::string("Error") << std::string("exit code 127 (the command was not found)");
    QTest::newRow("137") << 137 << std::string("Error") << std::string("exit code 137 (killed from outside, signal KILL)");
    QTest::newRow("137 by memory") << 137 << std::string("OOMKilled") << std::string("exit code 137 (it used more memory than its limit)");
    QTest::newRow("another signal") << 138 << std::string() << std::string("exit code 138 (ended by signal 10)");
    QTest::newRow("nothing known") << 42 << std::string() << std::string("exit code 42");
    QTest::newRow("no signal") << 255 << std::string() << std::string("exit code 255");
}

void WordsTest::exitCodesAreExplained()
{
    QFETCH(int, code);
    QFETCH(std::string, reason);
    QFETCH(std::string, words);
    QCOMPARE(say(detail::exitCodeWords(code, reason)), words);
}

QTEST_APPLESS_MAIN(WordsTest)
#include "WordsTest.moc"
