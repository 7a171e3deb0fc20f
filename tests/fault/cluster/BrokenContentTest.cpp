#include "tests/fault/cluster/LiveServer.h"

#include "models/text/Utf8.h"

#include <QTest>

using fault::answer;
using fault::LivePods;
using fault::podsPath;
using kube::SyncState;
using support::Script;

namespace {

/// A broken pod, and whether it may be shown all the same: what is doubtful in it is repaired, or harmless text.
struct Broken
{
    const char *name;
    std::string object;
    bool repaired = false;
};

std::vector<Broken> brokenPods()
{
    const std::string uid = "uid-of-bad";
    const std::string good = fault::pod("bad", "6");
    const auto withPhase = [&](const std::string &json) {
        const std::string wanted = R"("Running")";
        std::string object = good;
        return object.replace(object.find(wanted), wanted.size(), json);
    };
    const std::string nul(1, '\0');
    return {
        {"invalid UTF-8 in a value", withPhase("\"Run\xff\xfening\"")},
        {"an overlong character", withPhase("\"Run\xc0\xafning\"")},
        {"a character cut in half", withPhase("\"Runn\xe2\x82\"")},
        {"invalid UTF-8 in a name", fault::pod("bad\x80name", "6")},
        {"a lone surrogate", withPhase(R"("Run\ud800ning")"), true},
        {"an escaped NUL", withPhase(R"("Run\u0000ning")"), true},
        {"a raw NUL", withPhase("\"Run" + nul + "ning\""), true},
        {"NaN in place of a text", withPhase("NaN")},
        {"a number beyond all numbers in place of a text", withPhase("1e400")},
        {"NaN where a number is wanted", fault::pod("bad", "6", {}, R"(,"generation":1,"deletionGracePeriodSeconds":NaN)"), true},
        {"no name", fault::pod("", "6")},
        {"no metadata", R"({"apiVersion":"v1","kind":"Pod"})"},
        {"metadata that is a list", R"({"metadata":["a"]})"},
        {"metadata that is null", R"({"metadata":null})"},
        {"a name that is a number", R"({"metadata":{"name":7,"namespace":"default"}})"},
    };
}

} // namespace

/// Bytes that are no proper JSON: said with the request and the place, while what was shown before stays.
class BrokenContentTest : public QObject
{
    Q_OBJECT

    static void isToldAndKeepsTheRows(LivePods &live)
    {
        QVERIFY2(live.names().contains("a"), "the row that was there is gone");
        QCOMPARE(live.phase(), SyncState::Phase::Stale);
        const std::string &words = live.state().error->message;
        QVERIFY2(words.find(podsPath) != std::string::npos, words.c_str());
        QVERIFY2(words.find("byte ") != std::string::npos, words.c_str());
        QCOMPARE(text::firstInvalidUtf8(words), words.size());
        QVERIFY(words.size() < 2048);
    }
    static bool showsOnlyText(const LivePods &live)
    {
        for (kube::RowId row = 0; row < live.rows().end(); ++row) {
            if (!live.rows().contains(row))
                continue;
            for (std::size_t column = 0; column < live.rows().columns().size(); ++column) {
                const std::string shown = live.rows().cell(row, column).display({});
                if (text::firstInvalidUtf8(shown) != shown.size())
                    return false;
            }
        }
        return true;
    }

private Q_SLOTS:
    void inAList_data() { addRows(); }
    void inAList();
    void inAWatch_data() { addRows(); }
    void inAWatch();
    void aListThatIsNoJson_data();
    void aListThatIsNoJson();
    void ofARepeatedKeyTheLastCounts();

private:
    static void addRows()
    {
        QTest::addColumn<std::string>("object");
        QTest::addColumn<bool>("repaired");
        for (const Broken &broken : brokenPods())
            QTest::newRow(broken.name) << broken.object << broken.repaired;
    }
};

void BrokenContentTest::inAList()
{
    QFETCH(std::string, object);
    QFETCH(bool, repaired);
    const std::string a = fault::pod("a", "5");
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({a}, "10")));
    server.answer(podsPath, answer(fault::listOf({fault::pod("b", "5"), object}, "20")));
    server.answer(podsPath, answer(fault::listOf({a, fault::pod("c", "5")}, "20")));
    server.answer(podsPath + "?watch=1", fault::stream().gate("expired").send(fault::eventOf("ERROR", fault::statusOf(410, "Expired", "too old"))));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive());
    server.open("expired");
    TRY(live, live.failedWith("too old"));
    live.retryNow();
    if (repaired) {
        TRY(live, live.isLive() && live.names().contains("b") && live.rows().size() == 2);
        QVERIFY(showsOnlyText(live));
        return;
    }
    TRY(live, live.state().error && !live.failedWith("too old"));
    isToldAndKeepsTheRows(live);
    QVERIFY(showsOnlyText(live));
    live.retryNow();
    TRY(live, live.isLive() && live.names() == std::set<std::string>({"a", "c"}));
}

void BrokenContentTest::inAWatch()
{
    QFETCH(std::string, object);
    QFETCH(bool, repaired);
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5")}, "10")));
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5"), fault::pod("c", "5")}, "20")));
    server.answer(podsPath + "?watch=1", fault::stream().send(fault::eventOf("MODIFIED", fault::pod("a", "11")) + fault::eventOf("ADDED", object)).hold());
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    if (repaired) {
        TRY(live, live.isLive() && live.rows().size() == 2);
        QVERIFY(showsOnlyText(live));
        return;
    }
    TRY(live, live.state().error.has_value());
    isToldAndKeepsTheRows(live);
    QCOMPARE(live.versions()["default/a"], std::string("11"));
    live.retryNow();
    TRY(live, live.isLive() && live.names() == std::set<std::string>({"a", "c"}));
}

void BrokenContentTest::aListThatIsNoJson_data()
{
    QTest::addColumn<std::string>("body");
    QTest::newRow("a page for people") << std::string("<!DOCTYPE html><title>Please log in</title>");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + fault::listOf({fault::pod("b", "5")}, "20");
    QTest::newRow("text behind the list") << fault::listOf({fault::pod("b", "5")}, "20") + "oops";
    QTest::newRow("NaN among the list's own members") << std::string(R"({"kind":"PodList","metadata":{"resourceVersion":NaN},"items":[]})");
    QTest::newRow("an empty object") << std::string("{}");
    QTest::newRow("another program's answer") << std::string(R"({"error":"login required"})");
    QTest::newRow("a Status with 200") << fault::statusOf(500, "InternalError", "broken inside");
    QTest::newRow("items that are null elements") << std::string(R"({"kind":"PodList","metadata":{"resourceVersion":"20"},"items":[null,null]})");
    QTest::newRow("items that are numbers") << std::string(R"({"kind":"PodList","metadata":{"resourceVersion":"20"},"items":[1,2]})");
    QTest::newRow("items that are an object") << std::string(R"({"kind":"PodList","metadata":{"resourceVersion":"20"},"items":{"a":{}}})");
    QTest::newRow("another kind") << std::string(R"({"kind":"SecretList","apiVersion":"v1","metadata":{"resourceVersion":"20"},"items":[]})");
}

void BrokenContentTest::aListThatIsNoJson()
{
    QFETCH(std::string, body);
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({fault::pod("a", "5")}, "10")));
    server.answer(podsPath, answer(body));
    server.answer(podsPath, answer(fault::listOf({fault::pod("c", "5")}, "20")));
    server.answer(podsPath + "?watch=1", fault::stream().gate("expired").send(fault::eventOf("ERROR", fault::statusOf(410, "Expired", "too old"))));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive());
    server.open("expired");
    TRY(live, live.failedWith("too old"));
    live.retryNow();
    TRY(live, (live.state().error && !live.failedWith("too old")) || live.isLive());
    QVERIFY2(!live.isLive(), "taken as a list");
    QVERIFY2(live.names().contains("a"), "the rows are gone");
    QVERIFY2(live.failedWith(podsPath) || live.failedWith("broken inside"), live.describe().c_str());
    live.retryNow();
    TRY(live, live.isLive() && live.names() == std::set<std::string>{"c"});
}

void BrokenContentTest::ofARepeatedKeyTheLastCounts()
{
    const std::string twice = R"({"metadata":{"name":"x","name":"a","namespace":"default","uid":"1","uid":"2","resourceVersion":"5"},"metadata":{"name":"b","namespace":"default","uid":"3","resourceVersion":"6"}})";
    support::FaultServer server;
    server.answer(podsPath, answer(fault::listOf({twice}, "10")));
    server.answer(podsPath + "?watch=1", fault::stream().hold());
    fault::Client client(server.url());
    LivePods live(client, {});
    TRY(live, live.isLive());
    QCOMPARE(live.names(), std::set<std::string>{"b"});
    QCOMPARE(live.rows().uid(live.rows().find("default/b")), std::string("3"));
}

QTEST_GUILESS_MAIN(BrokenContentTest)
#include "BrokenContentTest.moc"
