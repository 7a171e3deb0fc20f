#include "models/kube/KubeConfigParser.h"

#include <QtTest>

using namespace kube;

namespace {

const char everything[] = R"(kind: Config
apiVersion: v1
preferences: {colors: true}
clusters:
- name: prod
  cluster:
    server: https://203.0.113.7:6443/prefix
    tls-server-name: api.example.com
    insecure-skip-tls-verify: true
    certificate-authority: ca.pem
    certificate-authority-data: aGVsbG8=
    proxy-url: socks5://127.0.0.1:1080
    disable-compression: true
    extensions:
    - name: minikube
      extension: {provider: docker}
users:
- user:
    client-certificate: cert.pem
    client-certificate-data: aGVsbG8=
    client-key: key.pem
    client-key-data: a2V5
    token: "123"
    tokenFile: token
    as: jane
    as-uid: "7"
    as-groups: [devs, ops]
    as-user-extra: {reason: [a, b]}
    username: bob
    password: 'yes'
    auth-provider: {name: oidc, config: {client-id: wheelhouse}}
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: login
      args: [get, token]
      env: [{name: PROFILE, value: dev}]
      installHint: get it
      provideClusterInfo: true
  name: admin
contexts:
- name: dev
  context: {cluster: prod, user: admin, namespace: team}
current-context: dev
extensions:
- name: mine
  extension: [1]
unknown: {a: b}
)";

std::string inUser(const char *fields)
{
    return std::string("users:\n- name: u\n  user: {") + fields + "}\n";
}

} // namespace

/// What is read of a kubeconfig, and what is refused with which words.
class KubeConfigParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldArrives();
    void placesAreKept();
    void whatKubectlRefusesIsRefusedInItsWords_data();
    void whatKubectlRefusesIsRefusedInItsWords();
    void whatKubectlAcceptsIsAccepted_data();
    void whatKubectlAcceptsIsAccepted();
    void whatEditorsAndShellsOfWindowsWriteIsRead_data();
    void whatEditorsAndShellsOfWindowsWriteIsRead();
    void aRepeatedKeyIsAWarningAndTheLastOneCounts();
    void theFirstMismatchInTheOrderOfSortedKeysIsTheError();
    void noErrorRepeatsACredential();
    void theModeOfAnOldPluginHasADefaultAndThatOfANewOneHasNot();
};

void KubeConfigParserTest::everyFieldArrives()
{
    const auto config = parseKubeConfig(everything);
    QVERIFY2(config.has_value(), config ? "" : config.error().message.c_str());
    QCOMPARE(config->currentContext, std::string("dev"));
    QVERIFY(config->colors);
    QCOMPARE(config->extensions.size(), std::size_t(1));

    const KubeConfig::Cluster &cluster = config->clusters.at(0);
    QCOMPARE(cluster.name, std::string("prod"));
    QCOMPARE(cluster.server, std::string("https://203.0.113.7:6443/prefix"));
    QCOMPARE(cluster.serverName, std::string("api.example.com"));
    QVERIFY(cluster.insecure && cluster.disableCompression);
    QCOMPARE(cluster.authorityFile, std::string("ca.pem"));
    QCOMPARE(cluster.authorityPem, std::string("hello"));
    QCOMPARE(cluster.proxy, std::string("socks5://127.0.0.1:1080"));
    QCOMPARE(cluster.extensions.at(0).name, std::string("minikube"));
    QCOMPARE(cluster.extensions.at(0).value["provider"].text(), std::string("docker"));

    const KubeConfig::User &user = config->users.at(0);
    QCOMPARE(user.name, std::string("admin"));
    QCOMPARE(user.clientCertificateFile, std::string("cert.pem"));
    QCOMPARE(user.clientCertificatePem, std::string("hello"));
    QCOMPARE(user.clientKeyFile, std::string("key.pem"));
    QCOMPARE(user.clientKeyPem.reveal(), std::string("key"));
    QCOMPARE(user.token.reveal(), std::string("123"));
    QCOMPARE(user.tokenFile, std::string("token"));
    QCOMPARE(user.impersonation, (Impersonation{"jane", "7", {"devs", "ops"}, {{"reason", {"a", "b"}}}}));
    QCOMPARE(user.username, std::string("bob"));
    QCOMPARE(user.password.reveal(), std::string("yes"));
    QCOMPARE(user.authProvider->name, std::string("oidc"));
    QCOMPARE(user.authProvider->config.at("client-id").reveal(), std::string("wheelhouse"));
    QCOMPARE(user.exec->command, std::string("login"));
    QCOMPARE(user.exec->arguments, (std::vector<std::string>{"get", "token"}));
    QCOMPARE(user.exec->environment.at(0).name, std::string("PROFILE"));
    QCOMPARE(user.exec->environment.at(0).value.reveal(), std::string("dev"));
    QCOMPARE(user.exec->installHint, std::string("get it"));
    QVERIFY(user.exec->provideClusterInfo);

    const KubeConfig::Context &context = config->contexts.at(0);
    QCOMPARE(context.cluster, std::string("prod"));
    QCOMPARE(context.user, std::string("admin"));
    QCOMPARE(context.namespaceName, std::string("team"));
}

void KubeConfigParserTest::placesAreKept()
{
    const auto config = parseKubeConfig(everything);
    QVERIFY(config.has_value());
    QCOMPARE(config->clusters.at(0).line, 5);
    QCOMPARE(config->clusters.at(0).lineOf("server"), 7);
    QCOMPARE(config->clusters.at(0).lineOf("nothing"), 5);
    QCOMPARE(config->users.at(0).lineOf("token"), 23);
    QCOMPARE(config->contexts.at(0).line, 41);
    QCOMPARE(config->currentContextLine, 43);
}

void KubeConfigParserTest::whatKubectlRefusesIsRefusedInItsWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const std::string &text, const char *words, int line) {
        QTest::newRow(name) << QByteArray(text.c_str(), static_cast<int>(text.size())) << QByteArray(words) << line;
    };
    row("number for a text", inUser("token: 123"), "json: cannot unmarshal number into Go struct field AuthInfo.users.user.token of type string", 3);
    row("yes for a text", inUser("token: yes"), "json: cannot unmarshal bool into Go struct field AuthInfo.users.user.token of type string", 3);
    row("power for a text", inUser("token: 433e40"), "json: cannot unmarshal number into Go struct field AuthInfo.users.user.token of type string", 3);
    row("text for a boolean", "clusters:\n- cluster:\n    insecure-skip-tls-verify: 'true'\n",
        "json: cannot unmarshal string into Go struct field Cluster.clusters.cluster.insecure-skip-tls-verify of type bool", 3);
    row("text for groups", inUser("as-groups: x"), "json: cannot unmarshal string into Go struct field AuthInfo.users.user.as-groups of type []string", 3);
    row("number in groups", inUser("as-groups: [1]"), "json: cannot unmarshal number into Go struct field AuthInfo.users.user.as-groups of type string", 3);
    row("text for extra", inUser("as-user-extra: x"), "json: cannot unmarshal string into Go struct field AuthInfo.users.user.as-user-extra of type map[string][]string", 3);
    row("text in extra", inUser("as-user-extra: {a: b}"), "json: cannot unmarshal string into Go struct field AuthInfo.users.user.as-user-extra of type []string", 3);
    row("number in a provider", inUser("auth-provider: {config: {a: 1}}"),
        "json: cannot unmarshal number into Go struct field AuthProviderConfig.users.user.auth-provider.config of type string", 3);
    row("number in env", inUser("exec: {env: [1]}"), "json: cannot unmarshal number into Go struct field ExecConfig.users.user.exec.env of type v1.ExecEnvVar", 3);
    row("mode", inUser("exec: {interactiveMode: 5}"), "json: cannot unmarshal number into Go struct field ExecConfig.users.user.exec.interactiveMode of type v1.ExecInteractiveMode", 3);
    row("map for a list", "clusters: {}\n", "json: cannot unmarshal object into Go struct field Config.clusters of type []v1.NamedCluster", 1);
    row("text in a list", "\nclusters: [a]\n", "json: cannot unmarshal string into Go struct field Config.clusters of type v1.NamedCluster", 2);
    row("base64", inUser("client-key-data: '!!'"), "illegal base64 data at input byte 0", 3);
    row("base64 that is cut", inUser("client-key-data: aGVsbG8"), "illegal base64 data at input byte 4", 3);
    row("scalar", "hello\n", "couldn't get version/kind; json parse error: json: cannot unmarshal string into Go value of type struct "
                             "{ APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }", 1);
    row("number as kind", "kind: 5\n", "couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string", 1);
    row("another kind", "kind: Pod\n", "no kind \"Pod\" is registered for version \"v1\" in scheme \"pkg/runtime/scheme.go:111\"", 1);
    row("another version", "kind: Config\napiVersion: v2\n", "no kind \"Config\" is registered for version \"v2\" in scheme \"pkg/runtime/scheme.go:111\"", 2);
    row("three parts", "apiVersion: a/b/c\n", "unexpected GroupVersion string: a/b/c", 1);
    row("same name twice", "clusters:\n- name: a\n- name: a\n", "error converting *[]NamedCluster into *map[string]*api.Cluster: duplicate name \"a\" in list", 3);
    row("same user twice", "users:\n- name: a\n  user: {token: t}\n- name: a\n", "error converting *[]NamedAuthInfo into *map[string]*api.AuthInfo: duplicate name \"a\" in list", 4);
}

void KubeConfigParserTest::whatKubectlRefusesIsRefusedInItsWords()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    QFETCH(int, line);
    const auto config = parseKubeConfig(text.toStdString());
    QVERIFY(!config.has_value());
    QCOMPARE(QByteArray::fromStdString(config.error().message), words);
    QCOMPARE(config.error().line, line);
}

void KubeConfigParserTest::whatKubectlAcceptsIsAccepted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("null") << QByteArray("null\n");
    QTest::newRow("comment") << QByteArray("# nothing\n");
    QTest::newRow("second document broken") << QByteArray("clusters: []\n---\na: [\n");
    QTest::newRow("byte order mark and carriage returns") << QByteArray("\xEF\xBB\xBFkind: Config\r\nusers: []\r\n");
    QTest::newRow("json") << QByteArray(R"({"kind":"Config","users":[{"name":"a","user":{"token":"1"}}]})");
    QTest::newRow("null entries") << QByteArray("clusters: [~]\nusers: ~\ncontexts: [{name: x, context: ~}]\n");
    QTest::newRow("a date is a text") << QByteArray("users: [{user: {token: 2001-01-01}}]\n");
    QTest::newRow("line breaks in base64") << QByteArray("users: [{user: {client-key-data: \"aGVs\\nbG8=\"}}]\n");
    QTest::newRow("numbers as bytes") << QByteArray("users: [{user: {client-key-data: [104, 105]}}]\n");
    QTest::newRow("keys differ by case") << QByteArray("users: [{user: {Token: 5}}]\n");
    QTest::newRow("extensions without a value") << QByteArray("extensions: [{name: a}, {name: a}]\n");
    QTest::newRow("merge key") << QByteArray("base: &b {server: x}\nclusters: [{cluster: {<<: *b}}]\n");
}

void KubeConfigParserTest::whatKubectlAcceptsIsAccepted()
{
    QFETCH(QByteArray, text);
    const auto config = parseKubeConfig(text.toStdString());
    QVERIFY2(config.has_value(), config ? "" : config.error().message.c_str());
}

void KubeConfigParserTest::whatEditorsAndShellsOfWindowsWriteIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isRead");
    const QString text = QStringLiteral("apiVersion: v1\r\nkind: Config\r\nclusters:\r\n- name: 운영\r\n  cluster:\r\n    server: https://h\r\n"
                                        "contexts:\r\n- name: 운영 🚀\r\n  context: {cluster: 운영, user: u}\r\ncurrent-context: 운영 🚀\r\n");
    const auto encoded = [&text](QStringConverter::Encoding encoding, QStringConverter::Flag flag) { return QByteArray(QStringEncoder(encoding, flag)(text)); };
    using Encoding = QStringConverter::Encoding;
    using Flag = QStringConverter::Flag;
    QTest::newRow("carriage returns") << encoded(Encoding::Utf8, Flag::Default) << true;
    QTest::newRow("with a byte order mark") << encoded(Encoding::Utf8, Flag::WriteBom) << true;
    QTest::newRow("UTF-16 as PowerShell writes it") << encoded(Encoding::Utf16LE, Flag::WriteBom) << true;
    QTest::newRow("UTF-16 the other way round") << encoded(Encoding::Utf16BE, Flag::WriteBom) << true;
    QTest::newRow("UTF-16 without a mark") << encoded(Encoding::Utf16LE, Flag::Default) << false;
}

/// As kubectl reads it, with the mark and without.
void KubeConfigParserTest::whatEditorsAndShellsOfWindowsWriteIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isRead);
    const auto config = parseKubeConfig(bytes.toStdString());
    QCOMPARE(config.has_value(), isRead);
    if (!isRead) {
        QVERIFY2(config.error().message.ends_with("control characters are not allowed"), config.error().message.c_str());
        return;
    }
    QCOMPARE(config->currentContext, std::string("운영 🚀"));
    QCOMPARE(config->contexts.at(0).cluster, std::string("운영"));
    QCOMPARE(config->clusters.at(0).server, std::string("https://h"));
}

void KubeConfigParserTest::aRepeatedKeyIsAWarningAndTheLastOneCounts()
{
    const auto config = parseKubeConfig("current-context: a\nusers: []\ncurrent-context: b\n");
    QVERIFY(config.has_value());
    QCOMPARE(config->currentContext, std::string("b"));
    QCOMPARE(config->warnings.size(), std::size_t(1));
    QCOMPARE(config->warnings.at(0).line, 3);
}

void KubeConfigParserTest::theFirstMismatchInTheOrderOfSortedKeysIsTheError()
{
    const auto config = parseKubeConfig("users:\n- user: {token: 5}\nclusters:\n- cluster: {server: 5, proxy-url: 5}\n");
    QVERIFY(!config.has_value());
    QCOMPARE(config.error().message, std::string("json: cannot unmarshal number into Go struct field Cluster.clusters.cluster.proxy-url of type string"));
}

void KubeConfigParserTest::noErrorRepeatsACredential()
{
    const char *texts[] = {
        "users:\n- name: a\n  user: {token: canary}\n- name: a\n  user: {password: canary}\n",
        "users:\n- name: a\n  user: {client-key-data: 'canary!'}\n",
        "users:\n- name: a\n  user: {token: [canary]}\n",
        "users:\n- name: a\n  user: {token: canary\n",
        "users:\n- name: a\n  user: {token: canary, {canary: b}: c}\n",
    };
    for (const char *text : texts) {
        const auto config = parseKubeConfig(text);
        QVERIFY(!config.has_value());
        QVERIFY2(config.error().message.find("canary") == std::string::npos, config.error().message.c_str());
    }
}

void KubeConfigParserTest::theModeOfAnOldPluginHasADefaultAndThatOfANewOneHasNot()
{
    const auto old = parseKubeConfig(inUser("exec: {apiVersion: client.authentication.k8s.io/v1beta1}"));
    const auto current = parseKubeConfig(inUser("exec: {apiVersion: client.authentication.k8s.io/v1}"));
    QVERIFY(old.has_value() && current.has_value());
    QCOMPARE(old->users.at(0).exec->interactiveMode, std::string("IfAvailable"));
    QCOMPARE(current->users.at(0).exec->interactiveMode, std::string());
}

QTEST_APPLESS_MAIN(KubeConfigParserTest)
#include "KubeConfigParserTest.moc"
