#include "models/kube/JwtClaims.h"

#include <QtTest>

using kube::JwtClaims;
using kube::TokenState;

namespace {

/// Of JSON with ' for ".
std::string part(const char *json)
{
    return QByteArray(json).replace('\'', '"').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

std::string token(const char *payload) { return part("{'alg':'RS256','kid':'k1'}") + '.' + part(payload) + ".c2ln"; }

constexpr const char *bound = "{'aud':['https://kubernetes.default.svc','vault'],'exp':2000,'iat':1000,'nbf':1000,"
            "'iss':'https://kubernetes.default.svc','jti':'7a1c','sub':'system:serviceaccount:shop:front','kubernetes.io':{'namespace':'shop',"
            "'node':{'name':'node-1'},'pod':{'name':'front-7c9','uid':'p'},'serviceaccount':{'name':'front'},'warnafter':1500}}";

} // namespace

class JwtClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenOfAPodSaysWhoseItIs()
    {
        const auto claims = kube::readJwt("\n " + token(bound) + " \n");
        QVERIFY(claims.has_value());
        QCOMPARE(claims->algorithm, std::string("RS256"));
        QCOMPARE(claims->keyId, std::string("k1"));
        QCOMPARE(claims->issuer, std::string("https://kubernetes.default.svc"));
        QCOMPARE(claims->subject, std::string("system:serviceaccount:shop:front"));
        QCOMPARE(claims->id, std::string("7a1c"));
        QCOMPARE(claims->audiences, (std::vector<std::string>{"https://kubernetes.default.svc", "vault"}));
        QCOMPARE(claims->namespaceName + '/' + claims->serviceAccount + '/' + claims->pod + '/' + claims->node,
                 std::string("shop/front/front-7c9/node-1"));
        QVERIFY(!claims->isLegacy);
        QCOMPARE(claims->all["jti"].text(), std::string("7a1c"));
    }

    void aTokenOfASecretIsLegacyAndNeverEnds()
    {
        const auto claims = kube::readJwt(token("{'iss':'kubernetes/serviceaccount','kubernetes.io/serviceaccount/namespace':'shop',"
            "'kubernetes.io/serviceaccount/secret.name':'front-token','kubernetes.io/serviceaccount/service-account.name':'front'}"));
        QVERIFY(claims->isLegacy && !claims->expiresAt);
        QCOMPARE(claims->namespaceName + '/' + claims->serviceAccount + '/' + claims->secret, std::string("shop/front/front-token"));
        QVERIFY(kube::stateOf(*claims, {9'000'000'000, 0}) == TokenState::Valid);
    }

    void aTokenOfSomebodyElseHasNoAccount()
    {
        const auto claims = kube::readJwt(token("{'sub':'kim','aud':'wheelhouse','kubernetes.io':'odd'}"));
        QCOMPARE(claims->audiences, std::vector<std::string>{"wheelhouse"});
        QVERIFY(claims->serviceAccount.empty() && !claims->isLegacy);
    }

    void theTimesSayInWhichStateItIs_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<int>("state");
        QTest::newRow("before") << qint64(999) << int(TokenState::NotYet);
        QTest::newRow("from then on") << qint64(1000) << int(TokenState::Valid);
        QTest::newRow("should have been replaced") << qint64(1500) << int(TokenState::Stale);
        QTest::newRow("last second") << qint64(1999) << int(TokenState::Stale);
        QTest::newRow("the end does not belong to it") << qint64(2000) << int(TokenState::Expired);
    }

    void theTimesSayInWhichStateItIs()
    {
        QFETCH(qint64, now);
        QFETCH(int, state);
        QCOMPARE(int(kube::stateOf(*kube::readJwt(token(bound)), {now, 0})), state);
    }

    void datesThatAreNoneAreLeftOut_data()
    {
        QTest::addColumn<std::string>("date");
        for (const char *date : {"\"1000\"", "1e300", "-1e300", "null", "[]", "253402300800", "true"})
            QTest::newRow(date) << std::string(date);
    }

    void datesThatAreNoneAreLeftOut()
    {
        QFETCH(std::string, date);
        const auto claims = kube::readJwt(token(("{'exp':" + date + ",'iat':1.9}").c_str()));
        QVERIFY(!claims->expiresAt);
        QCOMPARE(claims->issuedAt->seconds, std::int64_t(1));
    }

    void whatIsNoTokenIsAnErrorWithoutItsWords_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("message");
        const auto row = [](const char *name, const std::string &text, const char *message) {
            QTest::newRow(name) << text << std::string("not a JSON Web Token: ") + message;
        };
        row("nothing", "", "it has not three parts");
        row("one word", "very-secret-word", "it has not three parts");
        row("four parts", "a.b.c.d", "it has not three parts");
        row("five parts, encrypted", "a.b.c.d.e", "it has not three parts");
        row("header not base64", "very*secret." + part("{}") + ".x", "the header is not base64");
        row("payload not base64", part("{}") + ".very*secret.x", "the payload is not base64");
        row("header a list", part("[]") + '.' + part("{}") + ".x", "the header is no JSON object");
        row("payload cut", part("{}") + '.' + part("{'secret':") + ".x", "the payload is no JSON object");
    }

    void whatIsNoTokenIsAnErrorWithoutItsWords()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, message);
        const auto claims = kube::readJwt(text);
        QVERIFY(!claims.has_value());
        QCOMPARE(claims.error().message, message);
        QVERIFY(claims.error().kind == base::ErrorKind::BadInput);
    }

    void aHugeTextIsRefused()
    {
        QVERIFY(kube::readJwt(std::string(2 << 20, 'a')).error().kind == base::ErrorKind::TooLarge);
    }
};

QTEST_APPLESS_MAIN(JwtClaimsTest)
#include "JwtClaimsTest.moc"
