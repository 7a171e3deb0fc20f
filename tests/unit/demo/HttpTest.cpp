#include "models/demo/Http.h"

#include <QTest>

using namespace demo;

class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsTakenWhenItIsComplete();
    void twoRequestsInOneBufferAreTakenOneByOne();
    void pathAndQueryAreDecoded();
    void whatIsNoRequestIsAnError_data();
    void whatIsNoRequestIsAnError();
    void flagsAreReadAsGoReadsThem_data();
    void flagsAreReadAsGoReadsThem();
    void theHeadOfAnAnswerSaysHowItsBodyComes();
};

void HttpTest::aRequestIsTakenWhenItIsComplete()
{
    const std::string whole = "POST /api HTTP/1.1\r\ncontent-length: 4\r\nX-A:  b \r\n\r\nbody";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        std::string buffer = whole.substr(0, length);
        const auto request = takeRequest(buffer);
        QVERIFY(request && !*request);
        QCOMPARE(buffer.size(), length);
    }
    std::string buffer = whole;
    const auto request = takeRequest(buffer);
    QVERIFY(request && *request);
    QCOMPARE((*request)->method, std::string("POST"));
    QCOMPARE((*request)->body, std::string("body"));
    QCOMPARE((*request)->header("x-a"), std::string_view("b"));
    QVERIFY(buffer.empty());
}

void HttpTest::twoRequestsInOneBufferAreTakenOneByOne()
{
    std::string buffer = "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n";
    QCOMPARE((*takeRequest(buffer))->path, std::string("/a"));
    QCOMPARE((*takeRequest(buffer))->path, std::string("/b"));
    QVERIFY(!*takeRequest(buffer));
}

void HttpTest::pathAndQueryAreDecoded()
{
    std::string buffer = "GET /a%2Fb+c?labelSelector=a%3Db%2Cc+in+%28d%29&watch&x=%zz HTTP/1.1\r\n\r\n";
    const auto request = std::move(*takeRequest(buffer));
    QCOMPARE(request->path, std::string("/a/b+c"));
    QCOMPARE(request->parameter("labelSelector"), std::string_view("a=b,c in (d)"));
    QVERIFY(request->flag("watch"));
    QCOMPARE(request->parameter("x"), std::string_view("%zz"));
}

void HttpTest::whatIsNoRequestIsAnError_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("words") << std::string("hello there\r\n\r\n");
    QTest::newRow("no path") << std::string("GET HTTP/1.1\r\n\r\n");
    QTest::newRow("another protocol") << std::string("GET / SPDY/3\r\n\r\n");
    QTest::newRow("body in chunks") << std::string("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("length is a word") << std::string("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n");
    QTest::newRow("length too large") << std::string("POST / HTTP/1.1\r\nContent-Length: 3145729\r\n\r\n");
    QTest::newRow("endless head") << "GET / HTTP/1.1\r\nX: " + std::string(70'000, 'x');
}

void HttpTest::whatIsNoRequestIsAnError()
{
    QFETCH(std::string, bytes);
    QVERIFY(!takeRequest(bytes));
}

void HttpTest::flagsAreReadAsGoReadsThem_data()
{
    QTest::addColumn<std::string>("query");
    QTest::addColumn<bool>("expected");
    QTest::newRow("1") << std::string("?watch=1") << true;
    QTest::newRow("true") << std::string("?watch=true") << true;
    QTest::newRow("alone") << std::string("?watch") << true;
    QTest::newRow("0") << std::string("?watch=0") << false;
    QTest::newRow("false") << std::string("?watch=false") << false;
    QTest::newRow("absent") << std::string() << false;
}

void HttpTest::flagsAreReadAsGoReadsThem()
{
    QFETCH(std::string, query);
    QFETCH(bool, expected);
    std::string buffer = "GET /" + query + " HTTP/1.1\r\n\r\n";
    QCOMPARE((*takeRequest(buffer))->flag("watch"), expected);
}

void HttpTest::theHeadOfAnAnswerSaysHowItsBodyComes()
{
    QCOMPARE(httpDate(784111777), std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
    HttpAnswer answer;
    answer.code = 429;
    answer.headers = {{"Retry-After", "30"}};
    const std::string whole = answerHead(answer, "now", 12), chunked = answerHead(answer, "now", -1);
    QVERIFY(whole.starts_with("HTTP/1.1 429 Too Many Requests\r\n"));
    QVERIFY(whole.find("Retry-After: 30\r\n") != whole.npos && whole.find("Content-Length: 12\r\n\r\n") != whole.npos);
    QVERIFY(chunked.find("Transfer-Encoding: chunked\r\n\r\n") != chunked.npos && chunked.find("Content-Length") == chunked.npos);
}

QTEST_APPLESS_MAIN(HttpTest)
#include "HttpTest.moc"
