#include "models/schema/DocumentFetch.h"
#include "tests/support/FakeApi.h"
#include "tests/support/RecordedOpenApi.h"

#include <QTest>


using namespace schema;

/// Documents are asked for when they are needed, once for each content.
class DocumentFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIndexIsAskedAndThenOneDocument();
    void whatWasReadIsNotAskedForAgain();
    void anIndexThatIsOldIsAskedForByItsTag();
    void anotherContentIsReadAnew();
    void aRefusalIsToldAndNothingElseIsAsked_data();
    void aRefusalIsToldAndNothingElseIsAsked();
    void anOldServerTellsTheSchemaOfADefinition();
    void addressesThatLeaveTheServerAreLeftOut_data();
    void addressesThatLeaveTheServerAreLeftOut();
    void whatIsKeptHasALimit();
};

namespace {

using Answer = std::optional<base::Result<std::shared_ptr<const Document>>>;

struct Server
{
    support::FakeApi api;
    std::shared_ptr<Documents> documents = std::make_shared<Documents>();
    Answer answer;
    std::unique_ptr<DocumentFetch> fetch;

    void ask(const DocumentFetch::Wish &wish = {"rail.example.com", "v1"})
    {
        answer.reset();
        fetch = std::make_unique<DocumentFetch>(api, api.time, documents, wish, [this](const auto &result) { answer = result; });
        api.time.advance(std::chrono::milliseconds(1));
    }
    void settle() { api.time.run(); }
    bool wait()
    {
        return QTest::qWaitFor([this] { settle(); return answer.has_value(); });
    }
    /// Asked for the first time.
    bool tellsOfTrains()
    {
        ask();
        api.last().answer(support::recordedOpenApi("index"), "\"tag\"");
        settle();
        api.last().answer(support::recordedOpenApi("apis.rail.example.com.v1"));
        return wait();
    }
};

} // namespace

void DocumentFetchTest::theIndexIsAskedAndThenOneDocument()
{
    Server server;
    server.ask();
    QCOMPARE(server.api.last().request.path, std::string("/openapi/v3"));
    server.api.last().answer(support::recordedOpenApi("index"), "\"tag\"");
    server.settle();
    QCOMPARE(server.api.count(), 2U);
    QCOMPARE(server.api.last().request.path, std::string("/openapi/v3/apis/rail.example.com/v1"));
    QCOMPARE(server.api.last().query("hash").size(), 128U);
    server.api.last().answer(support::recordedOpenApi("apis.rail.example.com.v1"));
    QVERIFY(server.wait());
    QVERIFY(*server.answer);
    QVERIFY((**server.answer)->knows({"rail.example.com", "v1", "Train"}));
}

void DocumentFetchTest::whatWasReadIsNotAskedForAgain()
{
    Server server;
    QVERIFY(server.tellsOfTrains());
    server.ask();
    QVERIFY(server.answer && *server.answer);
    QCOMPARE(server.api.count(), 2U);
}

void DocumentFetchTest::anIndexThatIsOldIsAskedForByItsTag()
{
    Server server;
    QVERIFY(server.tellsOfTrains());
    server.api.time.advance(Documents::IndexAge);
    server.ask();
    QCOMPARE(server.api.last().request.knownTag, std::string("\"tag\""));
    server.api.last().answerUnchanged();
    QVERIFY(server.wait());
    QVERIFY(*server.answer);
    QCOMPARE(server.api.count(), 3U);
}

void DocumentFetchTest::anotherContentIsReadAnew()
{
    Server server;
    QVERIFY(server.tellsOfTrains());
    server.api.time.advance(Documents::IndexAge);
    server.ask();
    server.api.last().answer(R"({"paths":{"apis/rail.example.com/v1":{"serverRelativeURL":"/openapi/v3/apis/rail.example.com/v1?hash=BB"}}})");
    server.settle();
    QCOMPARE(server.api.last().query("hash"), std::string("BB"));
    server.api.last().answer(R"({"components":{"schemas":{}}})");
    QVERIFY(server.wait());
    QVERIFY(!(**server.answer)->knows({"rail.example.com", "v1", "Train"}));
}

void DocumentFetchTest::aRefusalIsToldAndNothingElseIsAsked_data()
{
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::newRow("not allowed") << base::ErrorKind::Forbidden;
    QTest::newRow("an old server") << base::ErrorKind::NotFound;
    QTest::newRow("no connection") << base::ErrorKind::Network;
}

void DocumentFetchTest::aRefusalIsToldAndNothingElseIsAsked()
{
    QFETCH(base::ErrorKind, kind);
    Server server;
    server.ask();
    server.api.last().fail(kind, "no");
    server.settle();
    QVERIFY(server.answer && !*server.answer);
    QCOMPARE(server.answer->error().kind, kind);
    QCOMPARE(server.api.count(), 1U);
}

void DocumentFetchTest::anOldServerTellsTheSchemaOfADefinition()
{
    Server server;
    server.ask({"rail.example.com", "v2", "trains.rail.example.com"});
    server.api.last().fail(base::ErrorKind::NotFound, "no such path");
    server.settle();
    QCOMPARE(server.api.last().request.path, std::string("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/trains.rail.example.com"));
    server.api.last().answer(R"({"spec":{"group":"rail.example.com","names":{"kind":"Train"},"versions":[{"name":"v1","schema":{"openAPIV3Schema":{"type":"object"}}},
        {"name":"v2","schema":{"openAPIV3Schema":{"type":"object","properties":{"line":{"type":"string","description":"It runs on it"}}}}},{"name":"v3"}]}})");
    QVERIFY(server.wait());
    QVERIFY(*server.answer);
    const Document &document = ***server.answer;
    QVERIFY(document.knows({"rail.example.com", "v1", "Train"}) && !document.knows({"rail.example.com", "v3", "Train"}));
    QCOMPARE(document.field({"rail.example.com", "v2", "Train"}, {{"line"}})->description, std::string("It runs on it"));
    server.ask({"rail.example.com", "v2", "trains.rail.example.com"});
    server.api.last().fail(base::ErrorKind::Forbidden, "no");
    server.settle();
    QVERIFY(server.answer && !*server.answer);
    QCOMPARE(server.api.count(), 3U);
}

void DocumentFetchTest::addressesThatLeaveTheServerAreLeftOut_data()
{
    QTest::addColumn<std::string>("url");
    for (const char *url : {"http://example.com/openapi/v3/apis/x/v1", "//example.com/openapi/v3/apis/x/v1", "/openapi/v3/../../api/v1/secrets", "/api/v1/secrets",
                            "/openapi/v3/a b", "/openapi/v3/apis/x/v1?hash=1&watch=true", "/openapi/v3/x#y", "file:///openapi/v3/x", ""})
        QTest::newRow(url) << std::string(url);
}

void DocumentFetchTest::addressesThatLeaveTheServerAreLeftOut()
{
    QFETCH(std::string, url);
    Server server;
    server.ask({"x", "v1"});
    server.api.last().answer(R"({"paths":{"apis/x/v1":{"serverRelativeURL":")" + url + R"("}}})");
    server.settle();
    QVERIFY(server.answer && !*server.answer);
    QCOMPARE(server.answer->error().kind, base::ErrorKind::NotFound);
    QCOMPARE(server.api.count(), 1U);
}

void DocumentFetchTest::whatIsKeptHasALimit()
{
    Documents documents;
    const std::string large = R"({"components":{"schemas":{"a":")" + std::string(Documents::MostBytes / 3, 'a') + R"("}}})";
    const auto document = std::make_shared<const Document>(std::move(*Document::read(large)));
    for (const char *url : {"1", "2", "3", "4"}) {
        documents.keep(url, document);
        QVERIFY(documents.find("1") || std::string_view(url) == "4");
    }
    QVERIFY(documents.find("4"));
    QVERIFY(documents.find("1"));
    QVERIFY(!documents.find("2"));
}

QTEST_GUILESS_MAIN(DocumentFetchTest)
#include "DocumentFetchTest.moc"
