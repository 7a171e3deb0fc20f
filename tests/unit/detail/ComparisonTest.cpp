#include "models/detail/Comparison.h"
#include "models/text/Json.h"

#include <QTest>

using detail::Comparison;

/// What of two objects differs, as lines.
class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesHaveSigns_data();
    void differencesHaveSigns();
    void equalLinesAreLeftOutUntilAsked();
    void whatTheServerKeepsIsLeftOutUntilAsked();
    void fieldsThatNobodyAppliedAreLeftOut();
    void valuesOfASecretStayHidden();
    void whatWasAppliedOfASecretStaysHiddenWhateverItSaysItIs();
    void anObjectKeepsWhatWasLastApplied();
};

namespace {

text::Value valueOf(const std::string &json)
{
    auto value = text::parseJson(json);
    if (!value)
        qFatal("%s", json.c_str());
    return std::move(*value);
}

std::string told(const std::string &before, const std::string &after, const detail::ComparisonWish &wish = {})
{
    return detail::compare(valueOf(before), valueOf(after), wish).text;
}

} // namespace

void ComparisonTest::differencesHaveSigns_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<std::string>("text");
    QTest::newRow("equal") << std::string(R"({"a":1})") << std::string(R"({"a":1})") << std::string("  a: 1\n");
    QTest::newRow("changed") << std::string(R"({"a":1,"b":2})") << std::string(R"({"a":1,"b":3})") << std::string("  a: 1\n- b: 2\n+ b: 3\n");
    QTest::newRow("added") << std::string(R"({"a":1})") << std::string(R"({"a":1,"b":{"c":2}})") << std::string("  a: 1\n+ b:\n+   c: 2\n");
    QTest::newRow("removed") << std::string(R"({"a":1,"b":2})") << std::string(R"({"b":2})") << std::string("- a: 1\n  b: 2\n");
    QTest::newRow("another order of keys") << std::string(R"({"b":2,"a":1})") << std::string(R"({"a":1,"b":2})") << std::string("  a: 1\n  b: 2\n");
    QTest::newRow("nothing in common") << std::string(R"({"a":1})") << std::string(R"({"b":2})") << std::string("- a: 1\n+ b: 2\n");
}

void ComparisonTest::differencesHaveSigns()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(std::string, text);
    const Comparison comparison = detail::compare(valueOf(before), valueOf(after), {});
    QCOMPARE(comparison.text, text);
    QCOMPARE(comparison.lines.size(), static_cast<std::size_t>(std::ranges::count(text, '\n')));
    for (const int line : comparison.differences)
        QVERIFY(comparison.lines[static_cast<std::size_t>(line)] == Comparison::Kind::Removed || comparison.lines[static_cast<std::size_t>(line)] == Comparison::Kind::Added);
    QCOMPARE(comparison.removed, static_cast<std::size_t>(std::ranges::count(comparison.lines, Comparison::Kind::Removed)));
    QCOMPARE(comparison.added, static_cast<std::size_t>(std::ranges::count(comparison.lines, Comparison::Kind::Added)));
}

void ComparisonTest::equalLinesAreLeftOutUntilAsked()
{
    std::string before = R"({"spec":{"list":[)", after;
    for (int i = 0; i < 40; ++i)
        before += (i == 0 ? "" : ",") + std::to_string(1000 + i);
    before += "]}}";
    after = before;
    after.replace(after.find("1020"), 4, "9999");
    QCOMPARE(told(before, after), std::string("⋯ 19  spec.list\n    - 1017\n    - 1018\n    - 1019\n-   - 1020\n+   - 9999\n    - 1021\n    - 1022\n    - 1023\n⋯ 16\n"));
    const std::string whole = told(before, after, {false, true});
    QCOMPARE(std::ranges::count(whole, '\n'), 43);
    QVERIFY(whole.find("⋯") == whole.npos);
}

void ComparisonTest::whatTheServerKeepsIsLeftOutUntilAsked()
{
    const std::string before = R"({"metadata":{"name":"a","uid":"1","resourceVersion":"5","generation":1,"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"}},"status":{"phase":"x"}})";
    const std::string after = R"({"metadata":{"name":"a","uid":"2","resourceVersion":"7","generation":2,"managedFields":[{}],"creationTimestamp":"2026-01-01T00:00:00Z"},"status":{"phase":"y"}})";
    QCOMPARE(told(before, after), std::string("  metadata:\n    name: a\n"));
    const std::string all = told(before, after, {true});
    for (const char *line : {"-   uid: \"1\"", "+   uid: \"2\"", "-   phase: x", "+   managedFields:"})
        QVERIFY2(all.find(line) != all.npos, all.c_str());
}

void ComparisonTest::fieldsThatNobodyAppliedAreLeftOut()
{
    const std::string applied = R"({"spec":{"replicas":2,"containers":[{"name":"b","image":"two"},{"name":"gone","image":"x"}]}})";
    const std::string now = R"({"spec":{"replicas":3,"strategy":{"type":"x"},"containers":[{"name":"side","image":"car"},{"name":"b","image":"three","policy":"Always"}]}})";
    QCOMPARE(told(applied, now, {false, false, true}),
             std::string("  spec:\n    containers:\n-   - image: two\n+   - image: car\n+     name: side\n+   - image: three\n      name: b\n-   - image: x\n-     name: gone\n-   replicas: 2\n+   replicas: 3\n"));
}

void ComparisonTest::valuesOfASecretStayHidden()
{
    const std::string before = R"({"apiVersion":"v1","kind":"Secret","data":{"same":"c2FtZQ==","other":"Zmlyc3Q="}})";
    const std::string after = R"({"apiVersion":"v1","kind":"Secret","data":{"same":"c2FtZQ==","other":"c2Vjb25k","more":"bW9yZQ=="}})";
    for (const bool noise : {false, true}) {
        const std::string text = told(before, after, {noise, true});
        for (const char *value : {"c2FtZQ", "Zmlyc3Q", "c2Vjb25k", "bW9yZQ"})
            QVERIFY(text.find(value) == text.npos);
        QVERIFY2(text.find("-   other: ") != text.npos && text.find("≠") != text.npos && text.find("+   more: ") != text.npos, text.c_str());
        QVERIFY(text.find("    same: ") != text.npos);
    }
}

void ComparisonTest::whatWasAppliedOfASecretStaysHiddenWhateverItSaysItIs()
{
    const std::string now = R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"}})";
    QVERIFY(told(R"({"kind":"Secret","data":"canary"})", now, {true, true}).find("canary") == std::string::npos);
    QVERIFY(told(R"({"data":{"a":"x"},"data":{"a":"canary"}})", now, {true, true}).find("canary") == std::string::npos);
    for (const char *kind : {R"()", R"("kind":"Secret",)", R"("apiVersion":"v1","kind":"ConfigMap",)"}) {
        const std::string applied = "{" + std::string(kind) + R"("data":{"key":"Y2FuYXJ5"},"stringData":{"other":"canary"}})";
        for (const bool noise : {false, true}) {
            const std::string text = told(applied, now, {noise, true});
            QVERIFY2(text.find("anary") == text.npos && text.find("Y2FuYXJ5") == text.npos && text.find("-   key: ") != text.npos, text.c_str());
        }
    }
}

void ComparisonTest::anObjectKeepsWhatWasLastApplied()
{
    const auto object = [](const std::string &kept) {
        text::Value value = valueOf(R"({"metadata":{"annotations":{}}})");
        value.members()[0].value.members()[0].value.set("kubectl.kubernetes.io/last-applied-configuration", text::Value::string(kept));
        return value;
    };
    QCOMPARE((*detail::lastApplied(object(R"({"spec":{"a":1}})")))["spec"]["a"].asInteger(), 1);
    QVERIFY(!detail::lastApplied(object("{ broken")));
    QVERIFY(!detail::lastApplied(object("[]")));
    QVERIFY(!detail::lastApplied(valueOf("{}")));
}

QTEST_APPLESS_MAIN(ComparisonTest)
#include "ComparisonTest.moc"
