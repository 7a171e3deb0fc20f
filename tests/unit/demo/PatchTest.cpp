#include "models/demo/Patch.h"
#include "models/text/Json.h"

#include <QTest>

using namespace demo;

class PatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patchesDoWhatTheirStandardSays_data();
    void patchesDoWhatTheirStandardSays();
    void aJsonPatchThatDoesNotApplyChangesNothing_data();
    void aJsonPatchThatDoesNotApplyChangesNothing();
};

void PatchTest::patchesDoWhatTheirStandardSays_data()
{
    QTest::addColumn<char>("kind");
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("patch");
    QTest::addColumn<std::string>("after");
    const auto row = [](const char *name, char kind, const char *before, const char *patch, const char *after) {
        QTest::newRow(name) << kind << std::string(before) << std::string(patch) << std::string(after);
    };
    row("merge replaces", 'm', R"({"a":1,"b":2})", R"({"a":3})", R"({"a":3,"b":2})");
    row("merge: null takes away", 'm', R"({"a":1,"b":2})", R"({"a":null})", R"({"b":2})");
    row("merge goes down", 'm', R"({"a":{"b":1,"c":2}})", R"({"a":{"b":null,"d":3}})", R"({"a":{"c":2,"d":3}})");
    row("merge replaces lists", 'm', R"({"a":[1,2]})", R"({"a":[3]})", R"({"a":[3]})");
    row("merge: empty map", 'm', R"({"a":1})", R"({"b":{}})", R"({"a":1,"b":{}})");
    row("by name", 'n', R"({"c":[{"name":"x","v":1},{"name":"y"}]})", R"({"c":[{"name":"x","v":2}]})", R"({"c":[{"name":"x","v":2},{"name":"y"}]})");
    row("by name: a new one", 'n', R"({"c":[{"name":"x"}]})", R"({"c":[{"name":"z"}]})", R"({"c":[{"name":"x"},{"name":"z"}]})");
    row("by name: delete", 'n', R"({"c":[{"name":"x"},{"name":"y"}]})", R"({"c":[{"$patch":"delete","name":"x"}]})", R"({"c":[{"name":"y"}]})");
    row("add", 'j', R"({"a":[1,3]})", R"([{"op":"add","path":"/a/1","value":2}])", R"({"a":[1,2,3]})");
    row("append", 'j', R"({"a":[1]})", R"([{"op":"add","path":"/a/-","value":2}])", R"({"a":[1,2]})");
    row("replace", 'j', R"({"a":{"b":1}})", R"([{"op":"replace","path":"/a/b","value":2}])", R"({"a":{"b":2}})");
    row("remove", 'j', R"({"a":[1,2]})", R"([{"op":"remove","path":"/a/0"}])", R"({"a":[2]})");
    row("move", 'j', R"({"a":1,"b":{}})", R"([{"op":"move","from":"/a","path":"/b/c"}])", R"({"b":{"c":1}})");
    row("copy", 'j', R"({"a":1})", R"([{"op":"copy","from":"/a","path":"/b"}])", R"({"a":1,"b":1})");
    row("escapes", 'j', R"({"x/y":{"m~n":1}})", R"([{"op":"replace","path":"/x~1y/m~0n","value":2}])", R"({"x/y":{"m~n":2}})");
    row("test holds", 'j', R"({"a":1})", R"([{"op":"test","path":"/a","value":1},{"op":"add","path":"/b","value":2}])", R"({"a":1,"b":2})");
}

void PatchTest::patchesDoWhatTheirStandardSays()
{
    QFETCH(char, kind);
    QFETCH(std::string, before);
    QFETCH(std::string, patch);
    QFETCH(std::string, after);
    text::Value value = *text::parseJson(before);
    const text::Value change = *text::parseJson(patch);
    if (kind == 'j')
        QVERIFY(jsonPatch(value, change));
    else
        (kind == 'm' ? mergePatch : namedMergePatch)(value, change);
    QCOMPARE(text::writeJson(value), after);
}

void PatchTest::aJsonPatchThatDoesNotApplyChangesNothing_data()
{
    QTest::addColumn<std::string>("patch");
    QTest::newRow("test fails") << std::string(R"([{"op":"add","path":"/b","value":1},{"op":"test","path":"/a","value":2}])");
    QTest::newRow("no such place") << std::string(R"([{"op":"remove","path":"/x"}])");
    QTest::newRow("index too large") << std::string(R"([{"op":"add","path":"/l/5","value":1}])");
    QTest::newRow("unknown word") << std::string(R"([{"op":"turn","path":"/a"}])");
    QTest::newRow("no list") << std::string(R"({"op":"add"})");
    QTest::newRow("into a number") << std::string(R"([{"op":"add","path":"/a/b","value":1}])");
}

void PatchTest::aJsonPatchThatDoesNotApplyChangesNothing()
{
    QFETCH(std::string, patch);
    text::Value value = *text::parseJson(R"({"a":1,"l":[]})");
    QVERIFY(!jsonPatch(value, *text::parseJson(patch)));
    QCOMPARE(text::writeJson(value), std::string(R"({"a":1,"l":[]})"));
}

QTEST_APPLESS_MAIN(PatchTest)
#include "PatchTest.moc"
