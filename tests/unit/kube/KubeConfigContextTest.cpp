#include "models/kube/ContextSelection.h"
#include "models/kube/KubeConfigLoader.h"
#include "tests/support/MemoryFiles.h"
#include "tests/support/Folders.h"

#include <QFile>
#include <QtTest>

using namespace kube;

namespace {

std::string dataFile(const char *name)
{
    QFile file(QString::fromStdString(folders::source("tests/data/kubeconfig/") + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string inBase64(const char *name)
{
    return QByteArray::fromStdString(dataFile(name)).toBase64().toStdString();
}

/// One context x of a cluster and a user; CERT, KEY, OTHER and CA stand for good data.
std::string configOf(std::string cluster, std::string user)
{
    std::string text = "clusters:\n- name: c\n  cluster: {" + cluster + "}\nusers:\n- name: u\n  user: {" + user
        + "}\ncontexts:\n- name: x\n  context: {cluster: c, user: u}\ncurrent-context: x\n";
    for (auto [word, file] : {std::pair("CERT", "client.pem"), std::pair("KEY", "client.key"), std::pair("OTHER", "other.key"), std::pair("CA64", "authority.pem")}) {
        for (std::size_t at; (at = text.find(word)) != std::string::npos;)
            text.replace(at, std::strlen(word), inBase64(file));
    }
    return text;
}

const char https[] = "server: 'https://h:1'";

bool isWindows()
{
    return QSysInfo::kernelType() == QLatin1String("winnt");
}

std::string phase(const std::optional<KubeConfigError> &error)
{
    static const char *const names[] = {"load", "config", "transport"};
    return error ? names[static_cast<int>(error->kind)] : "";
}

} // namespace

/// Which context is chosen, what it means for a connection, and what stops it.
class KubeConfigContextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStopsAContextIsNamedWithItsPhase_data();
    void whatStopsAContextIsNamedWithItsPhase();
    void whatWouldBeSentIsNamed_data();
    void whatWouldBeSentIsNamed();
    void serversAreReadAsKubectlReadsThem_data();
    void serversAreReadAsKubectlReadsThem();
    void plainHttpGetsNoCredentialsButImpersonation();
    void settingsHoldWhatTheContextMeans();
    void overridesWinAsOnKubectlsCommandLine();
    void theErrorNamesTheLineOfTheField();
    void whatLeadsToAnotherComputerIsNotOpenedOnWindows_data();
    void whatLeadsToAnotherComputerIsNotOpenedOnWindows();
    void whatLiesOnTheKubeconfigsOwnShareIsOpened();
    void relativePathsHaveEitherSlashOnWindows();
    void userInfoIsNeverShown_data();
    void userInfoIsNeverShown();

private:
    ContextChoice choose(const std::string &text, const KubeConfigOverrides &overrides = {})
    {
        m_files.files = {{"/f/ca.pem", dataFile("authority.pem")}, {"/f/client.pem", dataFile("client.pem")}, {"/f/client.key", dataFile("client.key")},
                         {"/f/other.key", dataFile("other.key")}, {"/f/junk", "hello"}, {"/f/empty", ""}};
        const auto config = readKubeConfig(text, "/f/config", m_files);
        if (!config)
            return {std::nullopt, KubeConfigError{KubeConfigErrorKind::Load, config.error().message, config.error().line}};
        return chooseContext(*config, overrides, m_files);
    }

    tests::MemoryFiles m_files;
};

void KubeConfigContextTest::whatStopsAContextIsNamedWithItsPhase_data()
{
    QTest::addColumn<std::string>("cluster");
    QTest::addColumn<std::string>("user");
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char *name, const std::string &cluster, const std::string &user, const std::string &kind, const std::string &message) {
        QTest::newRow(name) << cluster << user << kind << message;
    };
    const std::string s = https;
    row("fine", s, "token: a", "", "");
    row("no server", "", "token: a", "config", "no server");
    row("both authorities", s + ", certificate-authority: ca.pem, certificate-authority-data: CA64", "", "config",
        "certificate-authority-data and certificate-authority are both specified for c. certificate-authority-data will override.");
    row("authority not there", s + ", certificate-authority: nope", "", "config",
        "unable to read certificate-authority /f/nope for c due to open /f/nope: no such file or directory");
    row("no key", s, "client-certificate-data: CERT", "config", "client-key-data or client-key must be specified for u to use the clientCert authentication method.");
    row("two problems", s, "token: a, username: b, as-uid: c", "config",
        "more than one authentication method found for u; found [token basicAuth], only one is allowed; requesting uid, groups or user-extra for u without impersonating a user");
    row("proxy", s + ", proxy-url: 'ftp://x'", "", "config", "invalid 'proxy-url' \"ftp://x\" for cluster \"c\": unsupported scheme \"ftp\", must be http, https, or socks5");
    row("exec without anything", s, "exec: {}", "config",
        "command must be specified for u to use exec authentication plugin; apiVersion must be specified for u to use exec authentication plugin; "
        "interactiveMode must be specified for u to use exec authentication plugin");
    row("exec and provider", s, "exec: {command: a, apiVersion: client.authentication.k8s.io/v1beta1}, auth-provider: {name: gcp}", "config",
        "authProvider cannot be provided in combination with an exec plugin for u");
    row("exec mode", s, "exec: {command: a, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Some}", "config", "invalid interactiveMode for u: \"Some\"");
    row("exec version", s, "exec: {command: a, apiVersion: client.authentication.k8s.io/v1alpha1}", "transport",
        "exec plugin: invalid apiVersion \"client.authentication.k8s.io/v1alpha1\"");
    row("exec version on http", "server: 'http://h'", "exec: {command: a, apiVersion: x/v1, interactiveMode: Never}", "", "");
    row("token file not there", s, "tokenFile: nope", "config", "open /f/nope: no such file or directory");
    row("token file not there beside a token", s, "token: a, tokenFile: nope", "", "");
    row("authority is no PEM", s + ", certificate-authority: junk", "", "transport", "unable to load root certificates: unable to parse bytes as PEM block");
    row("authority and insecure", s + ", certificate-authority-data: CA64, insecure-skip-tls-verify: true", "", "transport",
        "specifying a root certificates file with the insecure flag is not allowed");
    row("key of another certificate", s, "client-certificate-data: CERT, client-key-data: OTHER", "transport", "tls: private key does not match public key");
    row("files are looked at when they are used", s, "client-certificate: client.pem, client-key: other.key", "", "");
    row("key that fits", s, "client-certificate-data: CERT, client-key: client.key", "", "");
    row("unknown provider", s, "auth-provider: {name: x}", "transport", "no Auth Provider found for name \"x\"");
    row("oidc without issuer", s, "auth-provider: {name: oidc}", "transport", "Must provide idp-issuer-url");
    row("token file and basic", s, "tokenFile: junk, username: b", "transport", "username/password or bearer token may be set, but not both");
    row("a URL without a host", "server: '?x'", "", "transport", "host must be a URL or a host:port pair: \"?x\"");
    row("neither URL nor host and port", "server: 'a/b'", "", "transport", "host must be a URL or a host:port pair: \"a/b\"");
}

void KubeConfigContextTest::whatStopsAContextIsNamedWithItsPhase()
{
    QFETCH(std::string, cluster);
    QFETCH(std::string, user);
    QFETCH(std::string, kind);
    QFETCH(std::string, message);
    const ContextChoice choice = choose(configOf(cluster, user));
    QCOMPARE(choice.error ? choice.error->message : std::string(), message);
    QCOMPARE(phase(choice.error), kind);
    QVERIFY(choice.selected);
    QCOMPARE(choice.selected->connection.has_value(), message.empty());
}

void KubeConfigContextTest::whatWouldBeSentIsNamed_data()
{
    QTest::addColumn<std::string>("cluster");
    QTest::addColumn<std::string>("user");
    QTest::addColumn<std::string>("words");
    const auto row = [](const char *name, const std::string &cluster, const std::string &user, const std::string &words) {
        QTest::newRow(name) << cluster << user << words;
    };
    const std::string s = https;
    const std::string exec = "exec: {command: a, apiVersion: client.authentication.k8s.io/v1beta1}";
    const std::string certificate = "client-certificate-data: CERT, client-key-data: KEY";
    row("nothing", s, "", "none");
    row("token", s, "token: a", "token");
    row("token file", s, "tokenFile: junk", "token-file");
    row("token and its file", s, "token: a, tokenFile: junk", "token+token-file");
    row("basic", s, "username: a, password: b", "basic");
    row("a password alone", s, "password: b", "none");
    row("certificate", s, certificate, "client-certificate");
    row("certificate and token", s, certificate + ", token: a", "client-certificate+token");
    row("exec", s, exec, "exec");
    row("exec does not run beside a token", s, exec + ", token: a", "token");
    row("exec does not run beside a certificate", s, exec + ", " + certificate, "client-certificate");
    row("oidc", s, "auth-provider: {name: oidc, config: {idp-issuer-url: i, client-id: c}}", "oidc");
    row("oidc beside a certificate", s, certificate + ", auth-provider: {name: oidc}", "client-certificate+oidc");
    row("another provider", s, "auth-provider: {name: gcp}", "auth-provider:gcp");
    row("plain http", "server: 'http://h'", "token: a", "none");
    row("no scheme", "server: 'h:1'", "token: a", "none");
}

void KubeConfigContextTest::whatWouldBeSentIsNamed()
{
    QFETCH(std::string, cluster);
    QFETCH(std::string, user);
    QFETCH(std::string, words);
    const ContextChoice choice = choose(configOf(cluster, user));
    QVERIFY(choice.selected);
    QCOMPARE(choice.selected->credential(), words);
}

void KubeConfigContextTest::serversAreReadAsKubectlReadsThem_data()
{
    QTest::addColumn<std::string>("server");
    QTest::addColumn<std::string>("url");
    QTest::addColumn<bool>("tls");
    const auto row = [](const char *name, const std::string &server, const std::string &url, bool tls) { QTest::newRow(name) << server << url << tls; };
    row("plain", "https://h:6443", "https://h:6443", true);
    row("capitals", "HTTPS://h", "https://h", true);
    row("prefix", "https://h/k8s/clusters/c-x", "https://h/k8s/clusters/c-x", true);
    row("query and fragment", "https://h/a?b=c#d", "https://h/a", true);
    row("host and port", "h:8080", "http://h:8080", false);
    row("address and port", "127.0.0.1:1", "http://127.0.0.1:1", false);
    row("address of six", "https://[::1]:1", "https://[::1]:1", true);
    row("port only", ":1", "http://:1", false);
}

void KubeConfigContextTest::serversAreReadAsKubectlReadsThem()
{
    QFETCH(std::string, server);
    QFETCH(std::string, url);
    QFETCH(bool, tls);
    const ContextChoice choice = choose(configOf("server: '" + server + "'", "token: a"));
    QVERIFY(choice.selected && choice.selected->connection);
    QCOMPARE(choice.selected->connection->server, url);
    QCOMPARE(choice.selected->connection->tls, tls);
}

void KubeConfigContextTest::plainHttpGetsNoCredentialsButImpersonation()
{
    const ContextChoice choice = choose(configOf("server: 'http://h', certificate-authority-data: CA64, tls-server-name: name",
                                                 "token: a, client-certificate-data: CERT, client-key-data: KEY, as: jane"));
    QVERIFY(choice.selected && choice.selected->connection);
    const ConnectionSettings &settings = *choice.selected->connection;
    QVERIFY(settings.token.isEmpty() && settings.clientCertificatePem.empty() && settings.authorityPem.empty() && settings.serverName.empty());
    QCOMPARE(settings.impersonation.user, std::string("jane"));
    QCOMPARE(choice.selected->authority(), std::string_view("none"));
}

void KubeConfigContextTest::settingsHoldWhatTheContextMeans()
{
    const std::string cluster = std::string(https) + ", certificate-authority: ca.pem, tls-server-name: name, proxy-url: 'http://p:1', disable-compression: true, "
        "extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: a}}]";
    const ContextChoice choice = choose(configOf(cluster, "exec: {command: ./bin/login, apiVersion: client.authentication.k8s.io/v1beta1, installHint: \"a\\eb\"}"));
    QVERIFY(choice.selected && choice.selected->connection);
    const ConnectionSettings &settings = *choice.selected->connection;
    QCOMPARE(settings.authorityFile, std::string("/f/ca.pem"));
    QCOMPARE(settings.serverName, std::string("name"));
    QCOMPARE(settings.proxy, std::string("http://p:1"));
    QVERIFY(!settings.compression);
    QCOMPARE(settings.exec->command, std::string("/f/bin/login"));
    QCOMPARE(settings.exec->installHint, std::string("aU+001Bb"));
    QCOMPARE(settings.exec->clusterConfig["audience"].text(), std::string("a"));
    QCOMPARE(settings.namespaceName, std::string("default"));
    QCOMPARE(settings.contextFile, std::string("/f/config"));
    QCOMPARE(settings.userFile, std::string("/f/config"));
    QCOMPARE(settings.contextName, std::string("x"));
}

void KubeConfigContextTest::overridesWinAsOnKubectlsCommandLine()
{
    const std::string text = configOf(std::string(https) + ", certificate-authority-data: CA64, tls-server-name: name", "token: a");
    KubeConfigOverrides overrides;
    overrides.insecure = true;
    overrides.server = "https://other";
    overrides.token = base::SecretText("b");
    overrides.namespaceName = "team";
    const ContextChoice choice = choose(text, overrides);
    QVERIFY(choice.selected && choice.selected->connection);
    const ConnectionSettings &settings = *choice.selected->connection;
    QCOMPARE(settings.server, std::string("https://other"));
    QVERIFY(settings.insecure && settings.authorityPem.empty() && settings.serverName.empty());
    QCOMPARE(settings.token.reveal(), std::string("b"));
    QCOMPARE(settings.namespaceName, std::string("team"));

    KubeConfigOverrides nowhere;
    nowhere.context = "nope";
    QCOMPARE(choose(text, nowhere).error->message, std::string("context was not found for specified context: nope"));
    QVERIFY(!choose(text, nowhere).selected);
    nowhere.namespaceName = "team";
    QCOMPARE(choose(text, nowhere).error->message, std::string("context \"nope\" does not exist"));
}

void KubeConfigContextTest::theErrorNamesTheLineOfTheField()
{
    const ContextChoice choice = choose("clusters:\n- name: c\n  cluster:\n    server: https://h\n    insecure-skip-tls-verify: false\n"
                                        "    proxy-url: ftp://h\ncontexts:\n- name: x\n  context:\n    cluster: c\ncurrent-context: x\n");
    QVERIFY(choice.error);
    QCOMPARE(choice.error->line, 6);
}

void KubeConfigContextTest::whatLeadsToAnotherComputerIsNotOpenedOnWindows_data()
{
    QTest::addColumn<std::string>("cluster");
    QTest::addColumn<std::string>("user");
    QTest::addColumn<bool>("isRead");
    const auto row = [](const char *name, const std::string &cluster, const std::string &user, bool isRead) { QTest::newRow(name) << cluster << user << isRead; };
    const std::string s = https;
    row("authority", s + ", certificate-authority: //evil/share/x", "", true);
    row("authority beside data", s + ", certificate-authority-data: CA64, certificate-authority: //evil/share/x", "", true);
    row("certificate", s, "client-certificate: //evil/share/x, client-key: client.key", true);
    row("key", s, "client-certificate: client.pem, client-key: //evil/share/x", true);
    row("token", s, "tokenFile: //evil/share/x", true);
    row("token file beside a token", s, "token: a, tokenFile: //evil/share/x", false);
    row("plugin", s, "exec: {command: //evil/share/x, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}", false);
    row("identity provider", s, "auth-provider: {name: oidc, config: {idp-issuer-url: i, client-id: c, idp-certificate-authority: //evil/share/x}}", true);
    row("on plain http", "server: 'http://h', certificate-authority: //evil/share/x", "", true);
}

void KubeConfigContextTest::whatLeadsToAnotherComputerIsNotOpenedOnWindows()
{
    QFETCH(std::string, cluster);
    QFETCH(std::string, user);
    QFETCH(bool, isRead);
    m_files.opened.clear();
    const ContextChoice choice = choose(configOf(cluster, user));
    const std::string message = choice.error ? choice.error->message : std::string();
    QVERIFY2((message.find("\"//evil/share/x\" of ") != std::string::npos && message.find("is not opened: it is on another computer") != std::string::npos) == isWindows(), message.c_str());
    QCOMPARE(m_files.opened.contains("//evil/share/x"), isRead && !isWindows());
}

void KubeConfigContextTest::whatLiesOnTheKubeconfigsOwnShareIsOpened()
{
    m_files.files = {{"//files/homes/me/.kube/ca.pem", dataFile("authority.pem")}, {"/files/homes/me/.kube/ca.pem", dataFile("authority.pem")}};
    const auto config = readKubeConfig(configOf(std::string(https) + ", certificate-authority: ca.pem", "token: a"), "//files/homes/me/.kube/config", m_files);
    QVERIFY(config);
    const auto choice = chooseContext(*config, {}, m_files);
    QVERIFY2(choice.selected && choice.selected->connection, choice.error ? choice.error->message.c_str() : "");
}

void KubeConfigContextTest::relativePathsHaveEitherSlashOnWindows()
{
    const auto authorityOf = [this](const char *written) {
        const auto config = readKubeConfig(configOf(std::string(https) + ", certificate-authority: '" + written + "'", "token: a"), "/f/config", m_files);
        return config ? config->clusters.at(0).authorityFile : std::string();
    };
    QCOMPARE(authorityOf("certs/../ca.pem"), std::string("/f/ca.pem"));
    QCOMPARE(authorityOf("certs\\ca.pem"), std::string(isWindows() ? "/f/certs/ca.pem" : "/f/certs\\ca.pem"));
    QCOMPARE(authorityOf("..\\ca.pem"), std::string(isWindows() ? "/ca.pem" : "/f/..\\ca.pem"));
    QCOMPARE(authorityOf("D:\\certs\\ca.pem"), std::string(isWindows() ? "D:\\certs\\ca.pem" : "/f/D:\\certs\\ca.pem"));
    QCOMPARE(authorityOf("\\certs\\ca.pem"), std::string(isWindows() ? "/f/certs/ca.pem" : "/f/\\certs\\ca.pem"));    // as Go joins them
}

void KubeConfigContextTest::userInfoIsNeverShown_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("shown");
    const auto row = [](const char *name, const std::string &text, const std::string &shown) { QTest::newRow(name) << text << shown; };
    row("none", "https://h:1/a@b", "https://h:1/a@b");
    row("name and password", "https://u:p@h:1", "https://***@h:1");
    row("a password with a slash", "https://u:p/w@h", "https://***@h");
    row("an @ in the password", "https://u:p@w@h", "https://***@h");
    row("no scheme", "u:p@h:3128", "***@h:3128");
    row("a slash and no scheme", "u:p/w@h", "***@h");
    row("empty", "", "");
}

void KubeConfigContextTest::userInfoIsNeverShown()
{
    QFETCH(std::string, text);
    QFETCH(std::string, shown);
    QCOMPARE(withoutUserInfo(text), shown);
}

QTEST_APPLESS_MAIN(KubeConfigContextTest)
#include "KubeConfigContextTest.moc"
