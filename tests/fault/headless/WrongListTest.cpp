#include "app/headless/ListFetch.h"
#include "tests/fault/cluster/LiveServer.h"

#include <QTest>

using base::ErrorKind;
using support::FaultServer;

namespace {

struct Items final : headless::ListConsumer
{
    base::Result<void> item(kube::ItemFormat, std::string_view) override
    {
        ++count;
        return {};
    }
    int count = 0;
};

} // namespace

/// Answers with 200 that are no list of what was asked for: "get" must not take them for an empty one.
class WrongListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoListIsAnError_data();
    void whatIsNoListIsAnError();
};

void WrongListTest::whatIsNoListIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("an empty object") << QByteArray("{}") << ErrorKind::BadInput << QByteArray("an object without a kind");
    QTest::newRow("a proxy's words") << QByteArray(R"({"error":"log in first"})") << ErrorKind::BadInput << QByteArray("an object without a kind");
    QTest::newRow("a Status") << QByteArray::fromStdString(fault::statusOf(403, "Forbidden", "no pods for you")) << ErrorKind::Forbidden << QByteArray("no pods for you");
    QTest::newRow("a list of another kind") << QByteArray(R"({"kind":"SecretList","apiVersion":"v1","metadata":{},"items":[]})") << ErrorKind::BadInput << QByteArray("SecretList");
    QTest::newRow("what was asked for") << QByteArray::fromStdString(fault::listOf({}, "7")) << ErrorKind::BadInput << QByteArray();
}

void WrongListTest::whatIsNoListIsAnError()
{
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QByteArray, words);
    FaultServer server;
    server.answer(fault::podsPath, fault::answer(body.toStdString()));
    fault::Client client(server.url());
    Items items;
    const kube::ResourceType type = fault::podType();
    headless::ListPart part{{}, kube::ItemFormat::Json, &items, &type};
    part.request.path = fault::podsPath;
    const auto heads = headless::fetchLists(client.api(), {part});
    QCOMPARE(bool(heads), words.isEmpty());
    if (heads)
        return;
    QCOMPARE(heads.error().kind, kind);
    QVERIFY2(QByteArray::fromStdString(heads.error().message).contains(words), heads.error().message.c_str());
}

QTEST_GUILESS_MAIN(WrongListTest)
#include "WrongListTest.moc"
