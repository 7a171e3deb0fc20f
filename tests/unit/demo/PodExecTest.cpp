#include "tests/unit/demo/DemoCluster.h"

#include <QtTest>

namespace {

/// "out(…);err(…);status;bye": what a command says behind the answer.
std::string heard(std::string_view frames)
{
    std::string text;
    while (frames.size() >= 2) {
        const bool isLong = frames[1] == 126;
        const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(frames[i]); };
        const std::size_t size = isLong ? static_cast<std::size_t>(byte(2) << 8 | byte(3)) : byte(1), head = isLong ? 4 : 2;
        const std::string payload(frames.substr(head, size));
        if (byte(0) == 0x88)
            text += "bye";
        else if (payload.size() > 1)
            text += (payload[0] == 1 ? "out(" : payload[0] == 2 ? "err(" : "status(") + payload.substr(1) + ");";
        frames.remove_prefix(head + size);
    }
    return text;
}

} // namespace

/// Commands in the sample cluster's containers: what they see is what their pods say.
class PodExecTest : public QObject
{
    Q_OBJECT

    DemoCluster m_demo;

    demo::HttpAnswer ask(const std::string &container, const std::string &command, const std::string &protocol = "v5.channel.k8s.io, v4.channel.k8s.io")
    {
        auto request = DemoCluster::request("GET", "/api/v1/namespaces/team-a/pods/downward-demo/exec?stdout=true&stderr=true&container=" + container + command);
        request.headers.emplace_back("Upgrade", "websocket");
        request.headers.emplace_back("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        request.headers.emplace_back("Sec-WebSocket-Protocol", protocol);
        return std::get<demo::HttpAnswer>(m_demo.api.answer(request));
    }
    std::string run(const std::string &command) { return heard(ask("main", command).body); }

private Q_SLOTS:
    void initTestCase() { m_demo.advance(std::chrono::seconds(30)); }

    void theAnswerIsAWebSocket()
    {
        const auto answer = ask("main", "&command=env");
        QCOMPARE(answer.code, 101);
        const std::string head = demo::answerHead(answer, "now", static_cast<std::int64_t>(answer.body.size()));
        QVERIFY(head.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n") != std::string::npos);
        QVERIFY(head.find("Sec-WebSocket-Protocol: v5.channel.k8s.io\r\n") != std::string::npos);
        QVERIFY(head.find("Content-") == std::string::npos);
        QCOMPARE(ask("main", "&command=env", "v1.channel.k8s.io").code, 400);
        QVERIFY(demo::answerHead(ask("main", "&command=env", "v4.channel.k8s.io"), "", 0).find("v4.channel") != std::string::npos);
    }

    void filesOfTheDownwardApiAreAsTheKubeletWritesThem()
    {
        QCOMPARE(run("&command=cat&command=/etc/podinfo/labels"), std::string("out(app=\"downward-demo\"\ntier=\"lesson\");status({\"metadata\":{},\"status\":\"Success\"});bye"));
        QVERIFY(run("&command=cat&command=/etc/podinfo/annotations").starts_with("out(build=\"two-lines\"\nlesson=\"what a pod can know about itself\""));
        QVERIFY(run("&command=cat&command=/etc/podinfo/cpu_limit").starts_with("out(250);"));
        const std::string missing = run("&command=cat&command=/etc/podinfo/none");
        QVERIFY2(missing.starts_with("err(cat: can't open '/etc/podinfo/none': No such file or directory\n);status({") && missing.find("\"message\":\"1\"") != std::string::npos, missing.c_str());
    }

    void theEnvironmentIsThatOfThePod()
    {
        const std::string lines = run("&command=env");
        const text::Value pod = m_demo.get("/api/v1/namespaces/team-a/pods/downward-demo");
        const std::string node = pod["spec"]["nodeName"].text();
        for (const std::string &line : {std::string("MY_POD_NAME=downward-demo\n"), "MY_NODE_NAME=" + node + '\n', std::string("MY_TIER=lesson\n"), std::string("MY_CPU_REQUEST=125\n"),
                 std::string("MY_CPU_LIMIT=1\n"), std::string("MY_MEMORY_LIMIT=64\n"), "GREETING=I am downward-demo on " + node + '\n', std::string("HOSTNAME=downward-demo\n"),
                 "MY_POD_IP=" + pod["status"]["podIP"].text() + '\n', std::string("KUBERNETES_SERVICE_PORT=443\n")})
            QVERIFY2(lines.find(line) != std::string::npos, (line + lines).c_str());
        const std::string zeros = run("&command=cat&command=/proc/self/environ");
        QCOMPARE(QByteArray::fromStdString(lines).count('\n'), QByteArray::fromStdString(zeros).count('\0'));
    }

    void whatIsNotThereIsSaid()
    {
        QVERIFY(run("&command=sh&command=-c&command=ls").find("exec: \\\"sh\\\": executable file not found") != std::string::npos);
        QVERIFY(heard(ask("sidecar", "&command=cat&command=/etc/hostname").body).find("executable file not found") != std::string::npos);
        QCOMPARE(ask("nobody", "&command=env").code, 400);
        QCOMPARE(ask("", "&command=env").code, 400);
    }
};

QTEST_GUILESS_MAIN(PodExecTest)
#include "PodExecTest.moc"
