#include "models/demo/Misbehaviour.h"

#include <QTest>

using namespace demo;
using Act = Misbehaviour::Act;

class MisbehaviourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPatternSaysWhichRequestsSuffer_data();
    void aPatternSaysWhichRequestsSuffer();
    void itHappensAsOftenAsItShall();
    void aShareOfTheRequestsSuffers();
    void streamsSufferOnlyWhatCanHappenToStreams();
    void liesAreTold_data();
    void liesAreTold();
};

namespace {

HttpRequest requestOf(std::string path, std::vector<std::pair<std::string, std::string>> parameters = {})
{
    HttpRequest request;
    request.path = std::move(path);
    request.parameters = std::move(parameters);
    return request;
}

Misbehaviour acting(Act act, std::string path = "*")
{
    Misbehaviour result;
    result.act = act;
    result.path = std::move(path);
    return result;
}

} // namespace

void MisbehaviourTest::aPatternSaysWhichRequestsSuffer_data()
{
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *pattern, bool expected) { QTest::newRow(pattern) << std::string(pattern) << expected; };
    row("*", true);
    row("/api/v1/pods", true);
    row("/api/v1/pod", false);
    row("/api/*", true);
    row("*/pods", true);
    row("/api/*/p*s", true);
    row("/apis/*", false);
    row("/api/v1/pods?watch", true);
    row("/api/v1/pods?watch=1", true);
    row("/api/v1/pods?watch=0", false);
    row("*?watch=1&limit", false);
}

void MisbehaviourTest::aPatternSaysWhichRequestsSuffer()
{
    QFETCH(std::string, pattern);
    QFETCH(bool, expected);
    QCOMPARE(acting(Act::Drop, pattern).fits(requestOf("/api/v1/pods", {{"watch", "1"}})), expected);
}

void MisbehaviourTest::itHappensAsOftenAsItShall()
{
    Misbehaviours all;
    Misbehaviour twice = refused("/a", 500);
    twice.times = 2;
    all.set({twice});
    QCOMPARE(all.take(requestOf("/b"), false).size(), std::size_t(0));
    QCOMPARE(all.take(requestOf("/a"), false).size(), std::size_t(1));
    QCOMPARE(all.take(requestOf("/a"), false).size(), std::size_t(1));
    QCOMPARE(all.take(requestOf("/a"), false).size(), std::size_t(0));
}

void MisbehaviourTest::aShareOfTheRequestsSuffers()
{
    Misbehaviours all(7);
    Misbehaviour half = refused("*", 503);
    half.percent = 50;
    all.set({half});
    std::size_t count = 0;
    for (int i = 0; i < 1000; ++i)
        count += all.take(requestOf("/a"), false).size();
    QVERIFY(count > 400 && count < 600);
}

void MisbehaviourTest::streamsSufferOnlyWhatCanHappenToStreams()
{
    Misbehaviours all;
    all.set({refused("*", 500), acting(Act::Html), acting(Act::NoBookmarks)});
    QCOMPARE(all.take(requestOf("/a"), true).size(), std::size_t(1));
    QCOMPARE(all.take(requestOf("/a"), false).size(), std::size_t(3));
    const Misbehaviour slow = throttled("/a", "30");
    QCOMPARE(slow.code, 429);
    QCOMPARE(slow.headers.front().second, std::string("30"));
}

void MisbehaviourTest::liesAreTold_data()
{
    QTest::addColumn<int>("act");
    QTest::addColumn<std::size_t>("lines");
    QTest::addColumn<std::string>("holds");
    const auto row = [](const char *name, Act act, std::size_t lines, const char *holds) {
        QTest::newRow(name) << int(act) << lines << std::string(holds);
    };
    row("no bookmarks", Act::NoBookmarks, 1, "ADDED");
    row("wrong versions", Act::WrongVersion, 2, "\"resourceVersion\":\"lie-1\"");
    row("duplicates", Act::DuplicateAdded, 3, "ADDED");
    row("unknown objects", Act::UnknownObject, 4, "never-was");
    row("expired", Act::ExpireWatch, 3, "\"code\":410");
    row("silence", Act::Silence, 0, "");
}

void MisbehaviourTest::liesAreTold()
{
    QFETCH(int, act);
    QFETCH(std::size_t, lines);
    QFETCH(std::string, holds);
    const auto found = told({ "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"resourceVersion\":\"7\"}}}\n",
                                "{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"8\"}}}\n" },
        { acting(Act(act)) });
    QCOMPARE(found.size(), lines);
    std::string all;
    for (const std::string &line : found)
        all += line;
    QVERIFY(all.find(holds) != all.npos);
    QCOMPARE(Act(act) == Act::WrongVersion, all.find("\"7\"") == all.npos && lines > 0);
}

QTEST_APPLESS_MAIN(MisbehaviourTest)
#include "MisbehaviourTest.moc"
