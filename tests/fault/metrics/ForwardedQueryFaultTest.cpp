#include "models/metrics/ForwardTransport.h"
#include "models/metrics/PrometheusAnswer.h"
#include "models/http/WebSocketFrames.h"
#include "tests/fault/metrics/PrometheusWorld.h"
#include "tests/support/SpdyServer.h"
#include "tests/support/WebSocketServer.h"

#include <QtTest>

#include <atomic>

using fault::FaultServer;
using fault::Program;
using fault::Script;
using support::SpdyServer;
using Peer = support::WebSocketServer::Peer;

namespace {

const std::string readyPod = R"({"items":[{"metadata":{"name":"prom-0"},"spec":{"containers":[{"ports":[{"name":"web","containerPort":9090}]}]},
    "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}]})";
const std::string half = R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,)" "\"4";

std::string http(const std::string &body, std::size_t length)
{
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + body;
}

/// Begins to answer a query, and then does that.
void answerHalf(Peer &peer, const std::function<void(Peer &, std::uint32_t stream)> &then)
{
    SpdyServer spdy;
    peer.upgrade("SPDY/3.1+portforward.k8s.io");
    while (const auto frame = peer.read(2)) {
        for (const auto &event : spdy.take(frame->payload)) {
            if (event.what == "open")
                peer.message(spdy.reply(event.stream));
            if (event.what != "data")
                continue;
            peer.message(SpdyServer::data(event.stream, http(half, 500)));
            return then(peer, event.stream);
        }
    }
}

void answerWhole(Peer &peer, const std::string &body)
{
    SpdyServer spdy;
    peer.upgrade("SPDY/3.1+portforward.k8s.io");
    while (const auto frame = peer.read()) {
        if (frame->opcode == 9)
            peer.raw(support::serverFrame(0x8A, frame->payload));
        if (frame->opcode != 2)
            continue;
        for (const auto &event : spdy.take(frame->payload)) {
            if (event.what == "open")
                peer.message(spdy.reply(event.stream));
            if (event.what == "data")
                peer.message(SpdyServer::data(event.stream, http(body, body.size())) + SpdyServer::end(event.stream) + SpdyServer::end(event.stream - 2));
        }
    }
}

void breakIt(const std::string &way, Peer &peer, std::uint32_t stream)
{
    if (way == "reset")
        return peer.reset();
    if (way == "close")
        peer.raw(support::serverFrame(0x88, http::closePayload(1000, "")));
    if (way == "reason")
        peer.raw(support::serverFrame(0x88, http::closePayload(1011, "the pod is gone")));
    if (way == "stream")
        peer.message(SpdyServer::end(stream) + SpdyServer::end(stream - 2));
    if (way == "opcode")
        peer.raw(support::serverFrame(0x83, ""));
    if (way == "masked")
        peer.raw(std::string("\x82\x81\x01\x02\x03\x04\x05", 7));
    if (way == "huge")
        peer.raw(std::string("\x82\x7F\x00\x00\x00\x00\x04\x00\x00\x00", 10));
    if (way != "end")
        peer.read(8);
}

} // namespace

/// A port-forward to a Prometheus that ends in the middle of an answer (F30, F40): it is named, nothing of it becomes a value, and the next query has
/// a forward of its own.
class ForwardedQueryFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrokenForwardIsNamedAndTheNextQueryIsAnswered_data();
    void aBrokenForwardIsNamedAndTheNextQueryIsAnswered();
    void whoLetsGoLeavesNoForward();
};

void ForwardedQueryFaultTest::aBrokenForwardIsNamedAndTheNextQueryIsAnswered_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("end") << QStringLiteral("1006");
    QTest::newRow("reset") << QString();
    QTest::newRow("close") << QStringLiteral("ended the port-forward");
    QTest::newRow("reason") << QStringLiteral("the pod is gone");
    QTest::newRow("stream") << QString();
    QTest::newRow("opcode") << QString();
    QTest::newRow("masked") << QString();
    QTest::newRow("huge") << QString();
}

void ForwardedQueryFaultTest::aBrokenForwardIsNamedAndTheNextQueryIsAnswered()
{
    QFETCH(QString, words);
    const std::string way = QTest::currentDataTag();
    std::atomic<bool> isBad = true;
    support::WebSocketServer tunnel([&isBad, way](Peer &peer) {
        if (isBad)
            answerHalf(peer, [&way](Peer &bad, std::uint32_t stream) { breakIt(way, bad, stream); });
        else
            answerWhole(peer, fault::one(7));
    });
    FaultServer server;
    server.answer("/api/v1/namespaces/a/pods?labelSelector=app%3Dprom", Script::answer(200, readyPod));
    Program program(server.url(), tunnel.url());
    {
        metrics::PrometheusClient client(std::make_shared<metrics::ForwardTransport>(metrics::ForwardTransport::Network{*program.api, *program.streams, program.thread},
                                                                                    metrics::ServicePort{"a", "mine", 9090}, "app=prom", "web"));
        const auto broken = Program::ask(client, {"up"});
        QVERIFY(!broken);
        QVERIFY2(QString::fromStdString(broken.error().message).contains(words), broken.error().message.c_str());
        QVERIFY2(broken.error().message.find("a/mine:9090") != std::string::npos, broken.error().message.c_str());
        isBad = false;
        const auto next = Program::ask(client, {"up + 1"});
        QVERIFY2(next, next ? "" : next.error().message.c_str());
        QCOMPARE(next->series.at(0).points.at(0).value, 1.0);
    }
}

void ForwardedQueryFaultTest::whoLetsGoLeavesNoForward()
{
    std::promise<void> isAsked, isOver;
    support::WebSocketServer tunnel([&](Peer &peer) {
        answerHalf(peer, [&](Peer &silent, std::uint32_t) {
            isAsked.set_value();
            while (silent.read()) { }
            isOver.set_value();
        });
    });
    FaultServer server;
    server.answer("/api/v1/namespaces/a/pods?labelSelector=app%3Dprom", Script::answer(200, readyPod));
    Program program(server.url(), tunnel.url());
    bool wasCalled = false;
    {
        metrics::PrometheusClient client(std::make_shared<metrics::ForwardTransport>(metrics::ForwardTransport::Network{*program.api, *program.streams, program.thread},
                                                                                    metrics::ServicePort{"a", "mine", 9090}, "app=prom", "web"));
        base::Job job = client.query(metrics::InstantQuery{"up"}, [&wasCalled](base::Result<metrics::Answer>) { wasCalled = true; });
        QVERIFY(isAsked.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
        job.cancel();
    }
    QVERIFY(isOver.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    QVERIFY(!wasCalled);
}

QTEST_GUILESS_MAIN(ForwardedQueryFaultTest)
#include "ForwardedQueryFaultTest.moc"
