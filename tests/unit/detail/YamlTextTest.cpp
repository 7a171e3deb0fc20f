#include "Telling.h"

#include "models/detail/YamlFolds.h"

#include <QTest>

/// What of an object's YAML is shown, hidden and cut.
class YamlTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void managedFieldsAreLeftOutUntilAsked();
    void valuesOfASecretAreHiddenUntilAsked();
    void otherObjectsHideNothing();
    void managedFieldsAreFoundInMetadataOnly();
    void aFoldHidesAllLinesButItsFirst();
    void allIsFoldedByTheOutermostPlaceOfEachLine();
    void runsAndLinesTellTheSame_data();
    void runsAndLinesTellTheSame();
    void whatIsFoldedStaysSoInTheNextPage();
    void longLinesAreCutBetweenCharacters_data();
    void longLinesAreCutBetweenCharacters();
    void wrappedTextIsWholeAndHasShortLines_data();
    void wrappedTextIsWholeAndHasShortLines();
};

namespace {

const char *secret = R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"c3VyZQ=="},
    "managedFields":[{"manager":"kubectl"}]},"data":{"password":"c3VyZQ=="},"stringData":{"other":"sure"}})";

std::shared_ptr<const detail::YamlPage> pageOf(std::string_view json)
{
    return detail::yamlPage(*text::parseJson(std::string(json)), {true, true}, 1000);
}

/// The lines that are seen, joined.
std::string seen(const detail::YamlPage &page, const detail::YamlFolds &folds)
{
    std::string lines;
    for (std::size_t line = 0; line < page.lineCount(); ++line) {
        if (folds.seenLine(static_cast<int>(line)) == static_cast<int>(line))
            lines += page.shown.substr(page.lines[line], page.lines[line + 1] - page.lines[line]);
    }
    return lines;
}

int placeOf(const detail::YamlPage &page, const std::string &path)
{
    for (std::size_t i = 0; i < page.places.size(); ++i) {
        if (page.pathText(static_cast<int>(i)) == path)
            return static_cast<int>(i);
    }
    return -1;
}

const char *pod = R"({"kind":"Pod","metadata":{"labels":{"a":"b"},"name":"p"},"spec":{"containers":[{"env":[{"name":"E","value":"v"}],"name":"c"},{"name":"d"}],"none":[]}})";

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

void YamlTextTest::managedFieldsAreFoundInMetadataOnly()
{
    const auto found = pageOf(R"({"a":{"managedFields":[1]},"metadata":{"labels":{"managedFields":"x"},"managedFields":[1,2],"name":"p"}})");
    QCOMPARE(found->pathText(found->managedFields()), std::string("metadata.managedFields"));
    QCOMPARE(pageOf(R"({"a":{"managedFields":[1]},"metadata":{"labels":{"managedFields":"x"}},"z":{"metadata":{"managedFields":[1]}}})")->managedFields(), -1);
    QCOMPARE(pageOf(R"([{"metadata":{"managedFields":[1]}}])")->managedFields(), -1);
    QCOMPARE(pageOf("{}")->managedFields(), -1);
}

void YamlTextTest::aFoldHidesAllLinesButItsFirst()
{
    const auto page = pageOf(pod);
    detail::YamlFolds folds;
    folds.setPage(page);
    QVERIFY(folds.isEmpty());
    QCOMPARE(seen(*page, folds), page->shown);
    folds.set(placeOf(*page, "spec.containers[0]"), true);
    QCOMPARE(seen(*page, folds), std::string("kind: Pod\nmetadata:\n  labels:\n    a: b\n  name: p\nspec:\n  containers:\n  - env:\n  - name: d\n  none: []\n"));
    folds.set(placeOf(*page, "metadata"), true);
    folds.set(placeOf(*page, "spec.containers[0]"), false);
    QCOMPARE(seen(*page, folds).substr(0, 24), std::string("kind: Pod\nmetadata:\nspec"));
    folds.unfoldAll();
    QCOMPARE(seen(*page, folds), page->shown);
}

void YamlTextTest::allIsFoldedByTheOutermostPlaceOfEachLine()
{
    const auto page = pageOf(pod);
    detail::YamlFolds folds;
    folds.setPage(page);
    folds.foldAll();
    QCOMPARE(seen(*page, folds), std::string("kind: Pod\nmetadata:\nspec:\n"));
    QVERIFY(!folds.isFolded(placeOf(*page, "spec.none")));
    folds.set(placeOf(*page, "spec"), false);
    QCOMPARE(seen(*page, folds), std::string("kind: Pod\nmetadata:\nspec:\n  containers:\n  none: []\n"));
    folds.set(placeOf(*page, "spec.containers"), false);
    folds.set(placeOf(*page, "spec.containers[0]"), false);
    // Where it begins stands its item, which could not be unfolded without it.
    QVERIFY(!folds.isFolded(placeOf(*page, "spec.containers[0].env")));
    QCOMPARE(seen(*page, folds), std::string("kind: Pod\nmetadata:\nspec:\n  containers:\n  - env:\n    - name: E\n    name: c\n  - name: d\n  none: []\n"));
}

void YamlTextTest::runsAndLinesTellTheSame_data()
{
    QTest::addColumn<bool>("areAll");
    QTest::addColumn<QStringList>("others");
    QTest::newRow("nothing") << false << QStringList();
    QTest::newRow("one") << false << QStringList{QStringLiteral("spec.containers")};
    QTest::newRow("one inside of the other") << false << QStringList{QStringLiteral("spec"), QStringLiteral("spec.containers[0]")};
    QTest::newRow("two") << false << QStringList{QStringLiteral("metadata.labels"), QStringLiteral("spec.containers[0].env")};
    QTest::newRow("all") << true << QStringList();
    QTest::newRow("all but one") << true << QStringList{QStringLiteral("spec")};
    QTest::newRow("all but some") << true << QStringList{QStringLiteral("spec"), QStringLiteral("spec.containers"), QStringLiteral("metadata")};
}

void YamlTextTest::runsAndLinesTellTheSame()
{
    QFETCH(bool, areAll);
    QFETCH(QStringList, others);
    const auto page = pageOf(pod);
    const int lines = static_cast<int>(page->lineCount());
    detail::YamlFolds folds;
    folds.setPage(page);
    if (areAll)
        folds.foldAll();
    for (const QString &other : others)
        folds.set(placeOf(*page, other.toStdString()), !areAll);
    for (int begin = 0; begin < lines; ++begin) {
        for (int end = begin + 1; end <= lines; ++end) {
            for (int line = begin; line < end;) {
                const auto run = folds.run(line, end);
                QVERIFY(run.end > line && run.end <= end);
                for (; line < run.end; ++line)
                    QCOMPARE(folds.seenLine(line) == line, run.isSeen);
            }
        }
    }
}

void YamlTextTest::whatIsFoldedStaysSoInTheNextPage()
{
    detail::YamlFolds folds;
    folds.setPage(pageOf(pod));
    folds.set(placeOf(*pageOf(pod), "spec"), true);
    const auto next = pageOf(R"({"added":{"x":[1,2]},"kind":"Pod","spec":{"other":{"a":1}}})");
    folds.setPage(next);
    QCOMPARE(seen(*next, folds), std::string("added:\n  x:\n  - 1\n  - 2\nkind: Pod\nspec:\n"));
    folds.foldAll();
    const auto last = pageOf(R"({"kind":"Pod","later":{"a":1}})");
    folds.setPage(last);
    QCOMPARE(seen(*last, folds), std::string("kind: Pod\nlater:\n"));
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
