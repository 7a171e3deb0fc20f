#include "Telling.h"

#include "models/detail/YamlText.h"

#include <QTest>

/// What of an object's YAML is shown, hidden and cut.
class YamlTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void managedFieldsAreLeftOutUntilAsked();
    void valuesOfASecretAreHiddenUntilAsked();
    void otherObjectsHideNothing();
    void longLinesAreCutBetweenCharacters_data();
    void longLinesAreCutBetweenCharacters();
    void wrappedTextIsWholeAndHasShortLines_data();
    void wrappedTextIsWholeAndHasShortLines();
};

namespace {

const char *secret = R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"c3VyZQ=="},
    "managedFields":[{"manager":"kubectl"}]},"data":{"password":"c3VyZQ=="},"stringData":{"other":"sure"}})";

} // namespace

void YamlTextTest::managedFieldsAreLeftOutUntilAsked()
{
    const auto object = text::parseJson(R"({"kind":"Pod","metadata":{"name":"p","managedFields":[{"manager":"kubectl"}]}})");
    QCOMPARE(detail::yamlOf(*object, {}), std::string("kind: Pod\nmetadata:\n  name: p\n"));
    QCOMPARE(detail::yamlOf(*object, {true, false}), std::string("kind: Pod\nmetadata:\n  managedFields:\n  - manager: kubectl\n  name: p\n"));
}

void YamlTextTest::valuesOfASecretAreHiddenUntilAsked()
{
    const auto object = text::parseJson(secret);
    QVERIFY(detail::hasSecretValues(*object));
    const std::string hidden = detail::yamlOf(*object, {true, false});
    QVERIFY(hidden.find("c3VyZQ") == hidden.npos);
    QVERIFY(hidden.find("sure") == hidden.npos);
    QVERIFY(hidden.find("password: '***'") != hidden.npos || hidden.find("password: \"***\"") != hidden.npos || hidden.find("password: ***") != hidden.npos);
    QVERIFY(detail::yamlOf(*object, {true, true}).find("password: c3VyZQ==") != std::string::npos);
}

void YamlTextTest::otherObjectsHideNothing()
{
    const auto object = text::parseJson(R"({"apiVersion":"example.com/v1","kind":"Secret","data":{"a":"b"}})");
    QVERIFY(!detail::hasSecretValues(*object));
    QVERIFY(detail::yamlOf(*object, {}).find("a: b") != std::string::npos);
}

void YamlTextTest::longLinesAreCutBetweenCharacters_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("cut");
    QTest::addColumn<int>("lines");
    QTest::newRow("short") << std::string("ab\ncd\n") << std::string("ab\ncd\n") << 0;
    QTest::newRow("long") << std::string("abcdef\ncd") << std::string("abcd …\ncd") << 1;
    QTest::newRow("exactly") << std::string("abcd") << std::string("abcd") << 0;
    QTest::newRow("inside of a character") << std::string("abc가") << std::string("abc …") << 1;
    QTest::newRow("empty lines") << std::string("\n\n") << std::string("\n\n") << 0;
    QTest::newRow("nothing") << std::string() << std::string() << 0;
}

void YamlTextTest::longLinesAreCutBetweenCharacters()
{
    QFETCH(std::string, text);
    QFETCH(std::string, cut);
    QFETCH(int, lines);
    const detail::CutText result = detail::cutLines(text, 4);
    QCOMPARE(result.text, cut);
    QCOMPARE(static_cast<int>(result.cutLines), lines);
}

void YamlTextTest::wrappedTextIsWholeAndHasShortLines_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("wrapped");
    QTest::newRow("short") << std::string("ab\ncd\n") << std::string("ab\ncd\n");
    QTest::newRow("long") << std::string("abcdefghi\njk") << std::string("abcd\nefgh\ni\njk");
    QTest::newRow("characters stay whole") << std::string("abc가나") << std::string("abc\n가\n나");
    QTest::newRow("bytes that are no characters") << std::string("\x80\x80\x80\x80\x80\x80") << std::string("\x80\n\x80\n\x80\x80\x80\x80");
    QTest::newRow("nothing") << std::string() << std::string();
}

void YamlTextTest::wrappedTextIsWholeAndHasShortLines()
{
    QFETCH(std::string, text);
    QFETCH(std::string, wrapped);
    QCOMPARE(detail::wrapLines(text, 4), wrapped);
}

QTEST_APPLESS_MAIN(YamlTextTest)
#include "YamlTextTest.moc"
