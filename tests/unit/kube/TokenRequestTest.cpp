#include "models/kube/TokenRequest.h"

#include "models/text/Json.h"

#include <QtTest>

#include <sstream>

using namespace std::chrono_literals;
using kube::TokenWish;

namespace {

/// Of JSON with ' for ".
std::string part(const char *json)
{
    return QByteArray(json).replace('\'', '"').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

std::string tokenOf(const char *payload) { return part("{'alg':'RS256'}") + '.' + part(payload) + ".c2ln"; }

std::string answerWith(const std::string &token, const char *expires = "2026-11-23T05:00:00Z")
{
    return R"({"kind":"TokenRequest","status":{"token":")" + token + R"(","expirationTimestamp":")" + expires + "\"}}";
}

TokenWish wish() { return {"team-b", "checkout", {}, 1h, {}}; }

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

} // namespace

/// Asking for a token of a ServiceAccount, and reading what comes.
class TokenRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedIsWhatTheServerReads()
    {
        const kube::ApiRequest request = kube::tokenRequest(wish());
        QVERIFY(request.method == http::Method::Post);
        QCOMPARE(request.path, std::string("/api/v1/namespaces/team-b/serviceaccounts/checkout/token"));
        QCOMPARE(request.contentType, std::string("application/json"));
        QCOMPARE(request.body, std::string(R"({"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{"audiences":[],"expirationSeconds":3600}})"));
    }

    void audiencesAndWhatItEndsWithAreSent()
    {
        TokenWish bound = wish();
        bound.audiences = {"vault", "https://a.example.com"};
        bound.lifetime = 10min;
        bound.bound = {"Pod", "checkout-0"};
        const auto body = text::parseJson(kube::tokenRequest(bound).body);
        QVERIFY(body.has_value());
        QCOMPARE((*body)["spec"]["audiences"].items().size(), std::size_t(2));
        QCOMPARE((*body)["spec"]["expirationSeconds"].asInteger(), std::int64_t(600));
        QCOMPARE((*body)["spec"]["boundObjectRef"]["kind"].text(), std::string("Pod"));
        QCOMPARE((*body)["spec"]["boundObjectRef"]["apiVersion"].text(), std::string("v1"));
        QCOMPARE((*body)["spec"]["boundObjectRef"]["name"].text(), std::string("checkout-0"));
    }

    void namesThatNoNameMayHaveCannotLeaveThePath()
    {
        TokenWish strange = wish();
        strange.account = "../../secrets?x=1";
        QVERIFY(kube::tokenRequest(strange).path.ends_with("/serviceaccounts/..%2F..%2Fsecrets%3Fx%3D1/token"));
    }

    void kubectlAsksForTheSame()
    {
        QCOMPARE(joined(kube::createTokenWords(wish())), std::string("create token checkout -n team-b --duration=1h"));
        TokenWish bound = wish();
        bound.audiences = {"vault"};
        bound.lifetime = 90min;
        bound.bound = {"Node", "n1"};
        QCOMPARE(joined(kube::createTokenWords(bound)),
                 std::string("create token checkout -n team-b --duration=1h30m --audience=vault --bound-object-kind=Node --bound-object-name=n1"));
    }

    void theAnswerIsATokenAndWhatItSays()
    {
        const std::string token = tokenOf("{'iss':'https://k','sub':'system:serviceaccount:team-b:checkout','aud':['vault'],'exp':2000,"
                                          "'kubernetes.io':{'namespace':'team-b','serviceaccount':{'name':'checkout'},'pod':{'name':'checkout-0'}}}");
        const auto issued = kube::readTokenAnswer(answerWith(token));
        QVERIFY(issued.has_value());
        QCOMPARE(issued->token.reveal(), token);
        QCOMPARE(text::formatTime(*issued->expires), std::string("2026-11-23T05:00:00Z"));
        QVERIFY(issued->claims.has_value());
        QCOMPARE(issued->claims->subject, std::string("system:serviceaccount:team-b:checkout"));
        QCOMPARE(issued->claims->pod, std::string("checkout-0"));
        std::ostringstream printed;
        printed << issued->token;
        QCOMPARE(printed.str(), std::string("***"));
    }

    void anAnswerWithoutATokenIsAnError_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::newRow("nothing") << std::string();
        QTest::newRow("no JSON") << std::string("<html>secret-words</html>");
        QTest::newRow("half of it") << std::string("{\"status\":{\"token\":\"secret-words");
        QTest::newRow("a list") << std::string("[]");
        QTest::newRow("no status") << std::string(R"({"kind":"TokenRequest"})");
        QTest::newRow("an empty token") << answerWith("");
        QTest::newRow("a number") << std::string(R"({"status":{"token":12345}})");
        QTest::newRow("two lines") << answerWith(R"(a.b.c\nX-Other: secret-words)");
    }

    void anAnswerWithoutATokenIsAnError()
    {
        QFETCH(std::string, body);
        const auto issued = kube::readTokenAnswer(body);
        QVERIFY(!issued);
        QVERIFY(issued.error().message.starts_with("the server answered without a token"));
        QVERIFY(issued.error().message.find("secret-words") == std::string::npos);
    }

    void aTokenThatSaysNothingIsStillAToken_data()
    {
        QTest::addColumn<std::string>("token");
        QTest::newRow("opaque") << std::string("demo.0123");
        QTest::newRow("no base64") << std::string("!!.??.==");
        QTest::newRow("payload no JSON") << (part("{}") + ".bm9qc29u.x");
        QTest::newRow("payload a list") << (part("{}") + '.' + part("[1,2]") + ".x");
        QTest::newRow("deep") << (part("{}") + '.' + part(std::string(5000, '[').c_str()) + ".x");
        QTest::newRow("four parts") << std::string("a.b.c.d");
    }

    void aTokenThatSaysNothingIsStillAToken()
    {
        QFETCH(std::string, token);
        const auto issued = kube::readTokenAnswer(answerWith(token));
        QVERIFY(issued.has_value());
        QVERIFY(!issued->claims);
        QVERIFY(issued->claims.error().message.find(token) == std::string::npos);
    }

    void timesThatAreNoneAreNotShownAsTimes()
    {
        QVERIFY(!kube::readTokenAnswer(answerWith("a.b.c", "tomorrow"))->expires);
        const auto issued = kube::readTokenAnswer(answerWith(tokenOf("{'exp':1e300,'iat':'x'}")));
        QVERIFY(issued->claims.has_value() && !issued->claims->expiresAt && !issued->claims->issuedAt);
    }
};

QTEST_GUILESS_MAIN(TokenRequestTest)
#include "TokenRequestTest.moc"
