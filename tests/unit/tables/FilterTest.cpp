#include "models/tables/Filter.h"

#include <QTest>

using tables::Filter;

namespace {

const std::vector<std::string> columns{"Namespace", "Name", "Ready", "Status", "Restarts", "Nominated Node", "Node", "Readiness Gates"};

/// "!status:run" and the like, as the terms were understood.
std::string understood(const Filter &filter)
{
    std::string out;
    for (const tables::FilterTerm &term : filter.terms()) {
        out += out.empty() ? "" : " | ";
        out += term.isNegated ? "!" : "";
        out += term.column ? columns[*term.column] + ":" : "";
        out += term.pattern ? "/" + term.text + "/" : term.text;
    }
    return out;
}

Filter parsed(const char *text)
{
    return std::move(Filter::parse(text, columns)).value();
}

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreUnderstood_data();
    void wordsAreUnderstood();
    void aWrongExpressionIsToldWithItsPlaceInTheFilter();
    void aWordMatchesInAnyCase();
    void aNarrowerFilterIsKnownAsSuch_data();
    void aNarrowerFilterIsKnownAsSuch();
};

void FilterTest::wordsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<std::string>("expected");

    const auto row = [](const char *typed, const char *expected) { QTest::addRow("%s", typed) << QByteArray(typed) << std::string(expected); };
    row("", "");
    row("   ", "");
    row("web", "web");
    row("Web API", "web | api");
    row("\"two words\" x", "two words | x");
    row("\"not closed", "not closed");
    row("/^web-\\d+/", "/^web-\\d+/");
    row("/with space/ x", "/with space/ | x");
    row("/not closed", "/not closed/");
    row("/a\\/b/", "/a\\/b/");
    row("//", "");
    row("/", "");
    row("status:run", "Status:run");
    row("STATUS:Run", "Status:run");
    row("stat:run", "Status:run");
    row("nominatednode:x", "Nominated Node:x");
    row("node:worker-2", "Node:worker-2");
    row("nod:worker-2", "Node:worker-2");
    row("read:1", "read:1");              // Ready and Readiness Gates
    row("ready:1/1", "Ready:1/1");
    row("status:/^run/", "Status:/^run/");
    row("status:\"a b\"", "Status:a b");
    row("status:", "");
    row("nginx:1.25", "nginx:1.25");
    row(":x", ":x");
    row("!web", "!web");
    row("!status:run", "!Status:run");
    row("!/x/", "!/x/");
    row("!", "");
    row("!! a", "!! | a");
    row("web !api node:w", "web | !api | Node:w");
    row("/x\\", "/x\\/");
}

void FilterTest::wordsAreUnderstood()
{
    QFETCH(QByteArray, typed);
    QFETCH(std::string, expected);
    const auto filter = Filter::parse({typed.data(), std::size_t(typed.size())}, columns);
    if (!filter && typed.endsWith('\\')) {
        QCOMPARE(filter.error().column, 4);
        return;
    }
    QVERIFY2(filter, filter ? "" : filter.error().message.c_str());
    QCOMPARE(understood(*filter), expected);
}

void FilterTest::aWrongExpressionIsToldWithItsPlaceInTheFilter()
{
    const auto filter = Filter::parse("web /[a-/ x", columns);
    QVERIFY(!filter);
    QVERIFY(!filter.error().message.empty());
    QCOMPARE(filter.error().column, 9);
}

void FilterTest::aWordMatchesInAnyCase()
{
    using Outcome = text::Pattern::Outcome;
    QVERIFY(parsed("crash").terms()[0].match("CrashLoopBackOff") == Outcome::Match);
    QVERIFY(parsed("LOOP").terms()[0].match("CrashLoopBackOff") == Outcome::Match);
    QVERIFY(parsed("/^crash.*off$/").terms()[0].match("CrashLoopBackOff") == Outcome::Match);
    QVERIFY(parsed("loopy").terms()[0].match("CrashLoopBackOff") == Outcome::NoMatch);
    QVERIFY(parsed("x").terms()[0].match("") == Outcome::NoMatch);
}

void FilterTest::aNarrowerFilterIsKnownAsSuch_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("narrows");

    const auto row = [](const char *filter, const char *other, bool narrows) {
        QTest::addRow("%s after %s", filter, other) << QByteArray(filter) << QByteArray(other) << narrows;
    };
    row("web", "", true);
    row("web", "we", true);
    row("web", "eb", true);
    row("we", "web", false);
    row("web api", "web", true);
    row("web", "web api", false);
    row("status:run", "status:ru", true);
    row("status:run", "run", false);
    row("run", "status:run", false);
    row("!web", "!web-0", true);
    row("!web-0", "!web", false);
    row("!web", "web", false);
    row("/a/", "/a/", true);
    row("/ab/", "/a/", false);
    row("/a/ b", "/a/", true);
    row("a", "/a/", false);
    row("restarts:>12", "restarts:>1", false);
    row("restarts:>12", "restarts:>12", true);
}

void FilterTest::aNarrowerFilterIsKnownAsSuch()
{
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, other);
    QFETCH(bool, narrows);
    QCOMPARE(parsed(filter.constData()).narrows(parsed(other.constData())), narrows);
}

QTEST_APPLESS_MAIN(FilterTest)
#include "FilterTest.moc"
