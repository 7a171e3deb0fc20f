#include "models/kube/ExecCredential.h"
#include "models/text/Json.h"

#include <QTest>

using kube::ExecCluster;

namespace {

const std::string V1 = "client.authentication.k8s.io/v1";
const std::string V1Beta1 = "client.authentication.k8s.io/v1beta1";

std::string answer(const std::string &status, const std::string &version = V1)
{
    return R"({"kind":"ExecCredential","apiVersion":")" + version + R"(","status":)" + status + "}";
}

} // namespace

class ExecCredentialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutClusterInfoOnlyInteractiveIsTold();
    void clusterInfoIsToldInKubeconfigsWords();
    void aTokenWithItsExpiryIsRead();
    void bothVersionsAndYamlAreRead();
    void withoutATimestampItNeverExpires();
    void whatIsWrongIsToldInClientGosWords_data();
    void whatIsWrongIsToldInClientGosWords();
    void anErrorNeverRepeatsTheToken_data();
    void anErrorNeverRepeatsTheToken();
    void onlyTwoVersionsAreKnown_data();
    void onlyTwoVersionsAreKnown();
};

void ExecCredentialTest::withoutClusterInfoOnlyInteractiveIsTold()
{
    const std::string wanted = "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\","
        "\"spec\":{\"interactive\":false}}";
    QCOMPARE(kube::execInfo(V1, nullptr), wanted);
}

void ExecCredentialTest::clusterInfoIsToldInKubeconfigsWords()
{
    ExecCluster cluster{"https://host:6443/prefix", "name", true, "pem", "http://proxy", false, {}};
    cluster.config = text::parseJson("{\"audience\":\"06e3fbd18de8\"}").value_or(text::Value());
    const std::string wanted = "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\","
        "\"spec\":{\"cluster\":{\"server\":\"https://host:6443/prefix\",\"tls-server-name\":\"name\","
        "\"insecure-skip-tls-verify\":true,\"certificate-authority-data\":\"cGVt\",\"proxy-url\":\"http://proxy\","
        "\"disable-compression\":true,\"config\":{\"audience\":\"06e3fbd18de8\"}},\"interactive\":false}}";
    QCOMPARE(kube::execInfo(V1Beta1, &cluster), wanted);
    const ExecCluster bare{"https://host", {}, false, {}, {}, true, {}};
    const std::string part = "\"cluster\":{\"server\":\"https://host\",\"config\":null}";
    QVERIFY(kube::execInfo(V1, &bare).find(part) != std::string::npos);
}

void ExecCredentialTest::aTokenWithItsExpiryIsRead()
{
    const auto credential = kube::parseExecCredential(answer(R"({"token":"t","expirationTimestamp":"2026-11-21T10:00:00Z"})"), V1);
    QVERIFY2(credential, credential ? "" : credential.error().message.c_str());
    QCOMPARE(credential->token.reveal(), std::string("t"));
    QVERIFY(credential->expires == base::SystemTime(std::chrono::seconds(1795255200)));
}

void ExecCredentialTest::bothVersionsAndYamlAreRead()
{
    QVERIFY(kube::parseExecCredential(answer(R"({"token":"t"})", V1Beta1), V1Beta1));
    const auto yaml = kube::parseExecCredential("kind: ExecCredential\napiVersion: " + V1 + "\nstatus:\n  token: t\n", V1);
    QVERIFY2(yaml, yaml ? "" : yaml.error().message.c_str());
    QCOMPARE(yaml->token.reveal(), std::string("t"));
}

void ExecCredentialTest::withoutATimestampItNeverExpires()
{
    const auto credential = kube::parseExecCredential(answer(R"({"token":"t","expirationTimestamp":null})"), V1);
    QVERIFY(credential);
    QVERIFY(!credential->expires);
}

void ExecCredentialTest::whatIsWrongIsToldInClientGosWords_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const std::string &output, const char *message) {
        QTest::newRow(name) << QByteArray::fromStdString(output) << QByteArray(message);
    };
    row("empty", "", "decoding stdout: it is empty");
    row("other version", answer(R"({"token":"t"})", V1Beta1),
        "exec plugin is configured to use API version client.authentication.k8s.io/v1, plugin returned version "
        "client.authentication.k8s.io/v1beta1");
    row("removed version", answer(R"({"token":"t"})", "client.authentication.k8s.io/v1alpha1"),
        "decoding stdout: no kind \"ExecCredential\" is registered for version \"client.authentication.k8s.io/v1alpha1\"");
    row("other kind", R"({"kind":"Pod","apiVersion":"v1"})", "decoding stdout: no kind \"Pod\" is registered for version \"v1\"");
    row("no kind", "{}", "decoding stdout: Object 'Kind' is missing");
    row("a list", "[]", "decoding stdout: Object 'Kind' is missing");
    row("no apiVersion", R"({"kind":"ExecCredential"})", "decoding stdout: Object 'apiVersion' is missing");
    row("no status", R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1"})",
        "exec plugin didn't return a status field");
    row("null status", answer("null"), "exec plugin didn't return a status field");
    row("empty status", answer("{}"), "exec plugin didn't return a token or cert/key pair");
    row("only certificate", answer(R"({"clientCertificateData":"x"})"), "exec plugin returned only certificate or key, not both");
    row("only key", answer(R"({"token":"t","clientKeyData":"x"})"), "exec plugin returned only certificate or key, not both");
    row("a number", answer(R"({"token":5})"), "decoding stdout: status.token is not a string");
    row("a text as status", answer(R"("x")"), "decoding stdout: status is not an object");
}

void ExecCredentialTest::whatIsWrongIsToldInClientGosWords()
{
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, message);
    const auto credential = kube::parseExecCredential(output.toStdString(), V1);
    QVERIFY(!credential);
    QCOMPARE(QByteArray::fromStdString(credential.error().message), message);
}

void ExecCredentialTest::anErrorNeverRepeatsTheToken_data()
{
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char *name, const std::string &output) { QTest::newRow(name) << QByteArray::fromStdString(output); };
    row("cut off", R"({"kind":"ExecCredential","status":{"token":"canary)");
    row("plain text", "canary");
    row("broken YAML", "token: [canary");
    row("two values", answer(R"({"token":"canary"})") + " canary");
    row("bad time", answer(R"({"token":"canary","expirationTimestamp":"tomorrow"})"));
    row("a token for a time", answer(R"({"token":"t","expirationTimestamp":"canary"})"));
    row("bad pair", answer(R"({"token":"canary","clientCertificateData":"canary","clientKeyData":"canary"})"));
}

void ExecCredentialTest::anErrorNeverRepeatsTheToken()
{
    QFETCH(QByteArray, output);
    const auto credential = kube::parseExecCredential(output.toStdString(), V1);
    QVERIFY(!credential);
    QVERIFY2(credential.error().message.find("canary") == std::string::npos, credential.error().message.c_str());
}

void ExecCredentialTest::onlyTwoVersionsAreKnown_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("known");
    QTest::newRow("v1") << QString::fromStdString(V1) << true;
    QTest::newRow("v1beta1") << QString::fromStdString(V1Beta1) << true;
    QTest::newRow("v1alpha1") << QStringLiteral("client.authentication.k8s.io/v1alpha1") << false;
    QTest::newRow("none") << QString() << false;
}

void ExecCredentialTest::onlyTwoVersionsAreKnown()
{
    QFETCH(QString, version);
    QFETCH(bool, known);
    const auto checked = kube::checkExecVersion(version.toStdString());
    QCOMPARE(bool(checked), known);
    if (!known)
        QCOMPARE(checked.error().message, "exec plugin: invalid apiVersion \"" + version.toStdString() + "\"");
}

QTEST_APPLESS_MAIN(ExecCredentialTest)
#include "ExecCredentialTest.moc"
