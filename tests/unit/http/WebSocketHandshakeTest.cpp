#include "models/http/WebSocketHandshake.h"

#include <QtTest>

using http::UpgradeAnswer;

namespace {

struct Read
{
    int status = 0;
    std::string body;
    bool isWhole = false;
    std::string rest;

    bool operator==(const Read &) const = default;
};

/// All of it, or a word for the error.
Read read(const std::string &bytes, std::size_t piece)
{
    UpgradeAnswer answer;
    Read result;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        const std::string_view part = std::string_view(bytes).substr(at, piece);
        if (answer.hasHead() && answer.head().status == 101) {
            result.rest += part;
            continue;
        }
        const auto used = answer.feed(part);
        if (!used)
            return {-1, used.error().message.substr(0, 10), false, {}};
        result.rest += part.substr(*used);
    }
    result.status = answer.head().status;
    result.body = answer.body();
    result.isWhole = answer.isWhole();
    return result;
}

} // namespace

/// Asking for a WebSocket and reading the answer.
class WebSocketHandshakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestHoldsWhatTheStandardWants();
    void lineBreaksAreNotSent();
    void theAcceptIsTheOneOfTheStandard();
    void keysAndMasksDiffer();
    void answersAreReadHoweverTheyAreCut_data();
    void answersAreReadHoweverTheyAreCut();
    void aHeadWithoutAnEndIsRefused();
    void aBodyIsCutAtItsLimit();
    void anUpgradeMustBelongToTheRequest_data();
    void anUpgradeMustBelongToTheRequest();
};

void WebSocketHandshakeTest::theRequestHoldsWhatTheStandardWants()
{
    http::WebSocketWish wish;
    wish.url = "https://api.example.com:6443/prefix/api?a=b#c";
    wish.headers = {{"Authorization", "Bearer t"}};
    wish.protocols = {"one", "two"};
    QCOMPARE(http::upgradeRequest(wish, "key==").value(),
        std::string("GET /prefix/api?a=b HTTP/1.1\r\nHost: api.example.com:6443\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: key==\r\nSec-WebSocket-Protocol: one, two\r\nAuthorization: Bearer t\r\n\r\n"));
    wish.url = "https://[::1]";
    QVERIFY(http::upgradeRequest(wish, "k").value().find("GET / HTTP/1.1\r\nHost: [::1]\r\n") == 0);
    wish.url = "https://host?a";
    QVERIFY(http::upgradeRequest(wish, "k").value().find("GET /?a HTTP/1.1\r\nHost: host\r\n") == 0);
}

void WebSocketHandshakeTest::lineBreaksAreNotSent()
{
    http::WebSocketWish wish;
    wish.url = "https://host/";
    wish.headers = {{"A", "b\r\nC: d"}};
    QCOMPARE(http::upgradeRequest(wish, "k").error().kind, base::ErrorKind::Misuse);
    wish.headers.clear();
    wish.url = "https://host/ HTTP/1.1";
    QCOMPARE(http::upgradeRequest(wish, "k").error().kind, base::ErrorKind::Misuse);
}

void WebSocketHandshakeTest::theAcceptIsTheOneOfTheStandard()
{
    QCOMPARE(http::acceptOf("dGhlIHNhbXBsZSBub25jZQ=="), std::string("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
}

void WebSocketHandshakeTest::keysAndMasksDiffer()
{
    QVERIFY(http::newWebSocketKey() != http::newWebSocketKey());
    QCOMPARE(http::newWebSocketKey().size(), std::size_t(24));
    QVERIFY(http::newMask() != http::newMask() || http::newMask() != http::newMask());
}

void WebSocketHandshakeTest::answersAreReadHoweverTheyAreCut_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<std::string>("rest");
    const auto row = [](const char *name, const std::string &bytes, int status, const std::string &body, bool isWhole, const std::string &rest = {}) {
        QTest::newRow(name) << bytes << status << body << isWhole << rest;
    };
    row("upgrade", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n", 101, "", true);
    row("upgrade with frames behind it", "HTTP/1.1 101 X\r\nA: b\r\n\r\nframes", 101, "", true, "frames");
    row("refusal", "HTTP/1.1 403 Forbidden\r\nContent-Length: 4\r\n\r\nno!!", 403, "no!!", true);
    row("refusal with more behind it", "HTTP/1.1 403 Forbidden\r\nContent-Length: 4\r\n\r\nno!!more", 403, "no!!", true);
    row("cut body", "HTTP/1.1 403 Forbidden\r\nContent-Length: 9\r\n\r\nno!!", 403, "no!!", false);
    row("no body", "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", 400, "", true);
    row("until the end", "HTTP/1.0 400 Bad Request\r\n\r\nwords", 400, "words", false);
    row("chunks", "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", 404, "abcde", true);
    row("cut chunks", "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc", 404, "abc", false);
    row("hostile chunk", "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc", 404, "abc", false);
    row("no HTTP", "SSH-2.0-OpenSSH\r\n\r\n", -1, "the answer", false);
    row("no status", "HTTP/1.1 abc\r\n\r\n", -1, "the answer", false);
}

void WebSocketHandshakeTest::answersAreReadHoweverTheyAreCut()
{
    QFETCH(std::string, bytes);
    QFETCH(int, status);
    QFETCH(std::string, body);
    QFETCH(bool, isWhole);
    QFETCH(std::string, rest);
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece)
        QCOMPARE(read(bytes, piece), (Read{status, body, isWhole, rest}));
}

void WebSocketHandshakeTest::aHeadWithoutAnEndIsRefused()
{
    UpgradeAnswer answer;
    QVERIFY(answer.feed("HTTP/1.1 200 OK\r\n").has_value());
    const std::string line(1000, 'x');
    base::Result<std::size_t> used = std::size_t(0);
    for (int i = 0; i < 100 && used; ++i)
        used = answer.feed(line);
    QVERIFY(!used);
    QCOMPARE(used.error().kind, base::ErrorKind::TooLarge);
}

void WebSocketHandshakeTest::aBodyIsCutAtItsLimit()
{
    UpgradeAnswer answer;
    QVERIFY(answer.feed("HTTP/1.1 400 X\r\n\r\n").has_value());
    for (int i = 0; i < 100; ++i)
        QVERIFY(answer.feed(std::string(1000, 'x')).has_value());
    QCOMPARE(answer.body().size(), UpgradeAnswer::LongestBody);
    QVERIFY(answer.isWhole());
}

void WebSocketHandshakeTest::anUpgradeMustBelongToTheRequest_data()
{
    QTest::addColumn<std::string>("accept");
    QTest::addColumn<std::string>("upgrade");
    QTest::addColumn<std::string>("protocol");
    QTest::addColumn<std::string>("outcome");
    const std::string good = http::acceptOf("key");
    QTest::newRow("good") << good << std::string("WebSocket") << std::string("one") << std::string("one");
    QTest::newRow("without a protocol") << good << std::string("websocket") << std::string() << std::string();
    QTest::newRow("another key") << std::string("x") << std::string("websocket") << std::string("one") << std::string("error");
    QTest::newRow("another upgrade") << good << std::string("SPDY/3.1") << std::string("one") << std::string("error");
    QTest::newRow("another protocol") << good << std::string("websocket") << std::string("three") << std::string("error");
}

void WebSocketHandshakeTest::anUpgradeMustBelongToTheRequest()
{
    QFETCH(std::string, accept);
    QFETCH(std::string, upgrade);
    QFETCH(std::string, protocol);
    QFETCH(std::string, outcome);
    http::ResponseHead head;
    head.headers = {{"Upgrade", upgrade}, {"Connection", "keep-alive, Upgrade"}, {"Sec-WebSocket-Accept", accept}, {"Sec-WebSocket-Protocol", protocol}};
    const auto agreed = http::agreedProtocol(head, "key", {"one", "two"});
    QCOMPARE(agreed ? *agreed : std::string("error"), outcome);
}

QTEST_APPLESS_MAIN(WebSocketHandshakeTest)
#include "WebSocketHandshakeTest.moc"
