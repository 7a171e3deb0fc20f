#include "models/kube/Distribution.h"
#include "models/kube/KubeConfigChanges.h"
#include "models/kube/KubeConfigParser.h"
#include "models/kube/KubeConfigSaving.h"
#include "models/text/Yaml.h"
#include "tests/support/MemoryFiles.h"

#include <QDir>
#include <QFile>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>

using kube::changedKubeConfig;
using kube::KubeConfigChanges;

namespace {

/// As k3s writes it (pkg/daemons/control/deps, clientcmd's own order).
const std::string k3s = "apiVersion: v1\nclusters:\n- cluster:\n    certificate-authority-data: Q0E=\n    server: https://127.0.0.1:6443\n  name: default\n"
                        "contexts:\n- context:\n    cluster: default\n    user: default\n  name: default\ncurrent-context: default\nkind: Config\n"
                        "users:\n- name: default\n  user:\n    client-certificate-data: Q0VSVA==\n    client-key-data: S0VZ\n";

KubeConfigChanges course()
{
    return {"default", "course", "course", "course", "https://203.0.113.7:6443", {}};
}

std::string replaced(std::string text, const std::string &what, const std::string &by)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
        text.replace(at, what.size(), by);
    return text;
}

} // namespace

/// A kubeconfig on its way into ~/.kube: what made it, what is changed in it, how it is kept.
class KubeConfigImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aK3sFileGetsANameAndAnAddress();
    void whatIsNotChangedStaysByteForByte_data();
    void whatIsNotChangedStaysByteForByte();
    void whatCannotBeChangedInPlaceIsWrittenAnew_data();
    void whatCannotBeChangedInPlaceIsWrittenAnew();
    void aNameThatIsTakenIsRefused_data();
    void aNameThatIsTakenIsRefused();
    void relativePathsBecomeAbsolute();
    void aWrongTextIsRefusedWithoutItsSecrets();
    void anAddressIsCompletedFromTheServerBefore_data();
    void anAddressIsCompletedFromTheServerBefore();
    void namesThatMakeNoFileAreRefused_data();
    void namesThatMakeNoFileAreRefused();
    void aDistributionIsKnownByItsTraces_data();
    void aDistributionIsKnownByItsTraces();
    void onlyTheFileOfANodeIsTakenForOne_data();
    void onlyTheFileOfANodeIsTakenForOne();
    void theNextFreeNameIsFound();
    void aNewFileIsMadeAndNothingIsReplaced();
};

void KubeConfigImportTest::aK3sFileGetsANameAndAnAddress()
{
    const auto changed = changedKubeConfig(k3s, course());
    QVERIFY(changed);
    QVERIFY(changed->isAsWritten);
    QCOMPARE(changed->text, replaced(replaced(k3s, "default", "course"), "127.0.0.1", "203.0.113.7"));
}

void KubeConfigImportTest::whatIsNotChangedStaysByteForByte_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    const auto row = [](const char *name, const std::string &before, const std::string &after) { QTest::newRow(name) << before << after; };
    const std::string both = "# mine\napiVersion: v1   # keep\nclusters:\n- name: \"default\"   # one\n  cluster: {server: 'https://127.0.0.1:6443', unknown: [1, 2]}\n"
                             "- name: other\n  cluster:\n    server: https://10.0.0.1\ncontexts:\n- name: default\n  context: {cluster: default, user: default, namespace: a}\n"
                             "- name: second\n  context: {cluster: default, user: you}\n- name: third\n  context: {cluster: other, user: default}\n"
                             "current-context: third\nusers:\n- name: default\n  user: {token: default}\n- name: you\n  user: {}\nextra: {default: default}\n";
    row("comments, other contexts and unknown fields", both,
        "# mine\napiVersion: v1   # keep\nclusters:\n- name: \"course\"   # one\n  cluster: {server: 'https://203.0.113.7:6443', unknown: [1, 2]}\n"
        "- name: other\n  cluster:\n    server: https://10.0.0.1\ncontexts:\n- name: course\n  context: {cluster: course, user: course, namespace: a}\n"
        "- name: second\n  context: {cluster: course, user: you}\n- name: third\n  context: {cluster: other, user: course}\n"
        "current-context: course\nusers:\n- name: course\n  user: {token: default}\n- name: you\n  user: {}\nextra: {default: default}\n");
    const std::string json = R"({"kind":"Config","clusters":[{"name":"default","cluster":{"server":"https://127.0.0.1:6443"}}],"contexts":[{"name":"default","context":{"cluster":"default","user":"default"}}],"current-context":"default","users":[{"name":"default","user":{}}]})";
    row("JSON", json, replaced(replaced(json, "\"default\"", "\"course\""), "127.0.0.1", "203.0.113.7"));
    row("Windows line ends", replaced(k3s, "\n", "\r\n"), replaced(replaced(replaced(k3s, "default", "course"), "127.0.0.1", "203.0.113.7"), "\n", "\r\n"));
    row("without a current context", replaced(k3s, "current-context: default\n", ""),
        "current-context: course\n" + replaced(replaced(replaced(k3s, "current-context: default\n", ""), "default", "course"), "127.0.0.1", "203.0.113.7"));
    row("a comment behind a tab", replaced(k3s, ":6443\n", ":6443\t# mine\n"), replaced(replaced(replaced(k3s, "default", "course"), "127.0.0.1", "203.0.113.7"), ":6443\n", ":6443\t# mine\n"));
    const std::string empty = replaced(k3s, "current-context: default", "current-context: \"\"");
    row("an empty current context", empty, replaced(replaced(replaced(empty, "default", "course"), "127.0.0.1", "203.0.113.7"), "\"\"", "\"course\""));
    row("documents behind it", k3s + "---\nother: [1, 2]   # x\n", replaced(replaced(k3s, "default", "course"), "127.0.0.1", "203.0.113.7") + "---\nother: [1, 2]   # x\n");
}

void KubeConfigImportTest::whatIsNotChangedStaysByteForByte()
{
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    const auto changed = changedKubeConfig(before, course());
    QVERIFY2(changed, changed ? "" : changed.error().message.c_str());
    QCOMPARE(changed->text, after);
    QVERIFY(changed->isAsWritten);
}

void KubeConfigImportTest::whatCannotBeChangedInPlaceIsWrittenAnew_data()
{
    QTest::addColumn<std::string>("before");
    QTest::newRow("an anchor") << replaced(k3s, "cluster: default", "cluster: &d default");
    QTest::newRow("an alias") << replaced(replaced(k3s, "apiVersion: v1\n", "apiVersion: v1\nx: &d default\n"), "    user: default", "    user: *d");
    for (const auto encoding : {QStringConverter::Encoding::Utf16LE, QStringConverter::Encoding::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        QTest::addRow("UTF-16, %s", QStringConverter::nameForEncoding(encoding)) << QByteArray(encoder(QString::fromStdString(k3s))).toStdString();
    }
    QTest::newRow("a plain scalar over lines") << replaced(k3s, "current-context: default", "current-context:\n  default\n  more");
}

void KubeConfigImportTest::whatCannotBeChangedInPlaceIsWrittenAnew()
{
    QFETCH(std::string, before);
    const auto changed = changedKubeConfig(before, course());
    QVERIFY(changed);
    const auto config = kube::parseKubeConfig(changed->text);
    QVERIFY(config);
    QCOMPARE(config->currentContext, std::string("course"));
    QCOMPARE(config->contexts.at(0).cluster, std::string("course"));
    QCOMPARE(config->contexts.at(0).user, std::string("course"));
    QCOMPARE(config->clusters.at(0).server, std::string("https://203.0.113.7:6443"));
    QCOMPARE(config->users.at(0).clientKeyPem.reveal(), std::string("KEY"));
    if (before.find('&') != std::string::npos)
        QVERIFY(!changed->isAsWritten);
}

void KubeConfigImportTest::aNameThatIsTakenIsRefused_data()
{
    QTest::addColumn<std::string>("list");
    QTest::newRow("cluster") << std::string("clusters:\n");
    QTest::newRow("context") << std::string("contexts:\n");
    QTest::newRow("user") << std::string("users:\n");
}

void KubeConfigImportTest::aNameThatIsTakenIsRefused()
{
    QFETCH(std::string, list);
    const auto changed = changedKubeConfig(replaced(k3s, list, list + "- name: course\n"), course());
    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, base::ErrorKind::Conflict);
    QVERIFY(changed.error().message.find("\"course\"") != std::string::npos);
}

void KubeConfigImportTest::relativePathsBecomeAbsolute()
{
    const std::string text = "clusters:\n- name: c\n  cluster: {server: https://a, certificate-authority: ca.crt}\ncontexts:\n- name: x\n  context: {cluster: c, user: u}\n"
                             "users:\n- name: u\n  user:\n    client-certificate: " + QDir::tempPath().toStdString() + "/me.crt\n    client-key: keys/me.key\n    exec: {command: ./bin/login, apiVersion: v1}\n"
                             "- name: v\n  user:\n    tokenFile: token\n    exec: {command: aws}\n";
    KubeConfigChanges changes;
    changes.context = "x";
    changes.folder = "/home/me/down";
    const auto changed = changedKubeConfig(text, changes);
    QVERIFY(changed);
    std::string after = "current-context: x\n" + text;
    after = replaced(after, "ca.crt", "/home/me/down/ca.crt");
    after = replaced(after, "keys/me.key", "/home/me/down/keys/me.key");
    after = replaced(after, "./bin/login", "/home/me/down/./bin/login");
    after = replaced(after, "tokenFile: token", "tokenFile: /home/me/down/token");
    QCOMPARE(changed->text, after);
}

void KubeConfigImportTest::aWrongTextIsRefusedWithoutItsSecrets()
{
    for (const char *text : {"", "users: [\n", "users: {token: canary}\n", "- canary\n", "apiVersion: v1\ncontexts: []\n"}) {
        const auto changed = changedKubeConfig(text, course());
        QVERIFY2(!changed, text);
        QVERIFY2(changed.error().message.find("canary") == std::string::npos, changed.error().message.c_str());
    }
}

void KubeConfigImportTest::anAddressIsCompletedFromTheServerBefore_data()
{
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("typed");
    QTest::addColumn<std::string>("after");
    const std::string local = "https://127.0.0.1:6443";
    const auto row = [](const char *name, const std::string &before, const std::string &typed, const std::string &after) { QTest::newRow(name) << before << typed << after; };
    row("an address", local, "203.0.113.7", "https://203.0.113.7:6443");
    row("a name", local, " k3s.example.com \n", "https://k3s.example.com:6443");
    row("its own port", local, "k3s.example.com:443", "https://k3s.example.com:443");
    row("a URL", local, "https://k3s.example.com", "https://k3s.example.com:6443");
    row("a URL with a port", local, "https://k3s.example.com:443/", "https://k3s.example.com:443");
    row("the path stays", "https://rancher:8443/k8s/clusters/c-1", "10.0.0.5", "https://10.0.0.5:8443/k8s/clusters/c-1");
    row("another path", "https://rancher/k8s/clusters/c-1", "https://10.0.0.5/other", "https://10.0.0.5:443/other");
    row("IPv6", local, "2001:db8::1", "https://[2001:db8::1]:6443");
    row("IPv6 with a port", local, "[2001:db8::1]:7443", "https://[2001:db8::1]:7443");
    row("nothing", local, "  ", "");
    row("two words", local, "a b", "");
    row("a password", local, "https://me:secret@a", "");
    row("another scheme", local, "ftp://a", "");
    row("no server before", "", "203.0.113.7", "https://203.0.113.7:443");
    row("an option", local, "--tls-san", "https://--tls-san:6443");
}

void KubeConfigImportTest::anAddressIsCompletedFromTheServerBefore()
{
    QFETCH(std::string, before);
    QFETCH(std::string, typed);
    QFETCH(std::string, after);
    const auto server = kube::serverAt(before, typed);
    QCOMPARE(server ? *server : std::string(), after);
    if (!server)
        QVERIFY(server.error().message.find("secret") == std::string::npos);
}

void KubeConfigImportTest::namesThatMakeNoFileAreRefused_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("isFine");
    for (const char *fine : {"course", "my-k3s_1", "클러스터", "a.b", "with space"})
        QTest::newRow(fine) << std::string(fine) << true;
    for (const char *bad : {"", "a/b", "..\\x", "a\nb", " a", "a ", "a.", "x.bak", "x~", "x.lock", "arn:aws"})
        QTest::newRow(*bad ? bad : "empty") << std::string(bad) << false;
    QTest::newRow("long") << std::string(129, 'a') << false;
}

void KubeConfigImportTest::namesThatMakeNoFileAreRefused()
{
    QFETCH(std::string, name);
    QFETCH(bool, isFine);
    QCOMPARE(kube::mayBeSavedAs(name), isFine);
}

void KubeConfigImportTest::aDistributionIsKnownByItsTraces_data()
{
    QTest::addColumn<std::string>("version");
    QTest::addColumn<std::string>("server");
    QTest::addColumn<std::string>("context");
    QTest::addColumn<std::string>("authority");
    QTest::addColumn<std::string>("group");
    QTest::addColumn<std::string>("distribution");
    const auto row = [](const char *name, const char *version, const char *server, const char *context, const char *authority, const char *group) {
        QTest::addRow("%s: %s%s%s%s%s", name, version, server, context, authority, group)
            << std::string(version) << std::string(server) << std::string(context) << std::string(authority) << std::string(group) << std::string(name);
    };
    row("k3s", "v1.31.4+k3s1", "", "", "", "");
    row("RKE2", "v1.30.1+rke2r1", "", "", "", "");
    row("EKS", "v1.29.8-eks-a737599", "", "", "", "");
    row("GKE", "v1.30.5-gke.1014001", "", "", "", "");
    row("k0s", "v1.31.2+k0s", "", "", "", "");
    row("AKS", "v1.30.3", "https://mine-dns-1234.hcp.koreacentral.azmk8s.io:443", "", "", "");
    row("EKS", "", "https://ABC.gr7.ap-northeast-2.eks.amazonaws.com", "", "", "");
    row("OpenShift", "v1.29.6+aba1e8d", "https://api.mine:6443", "", "", "config.openshift.io");
    row("k3d", "v1.31.4+k3s1", "https://0.0.0.0:41234", "k3d-mine", "", "");
    row("kind", "v1.31.0", "https://127.0.0.1:41234", "kind-kind", "", "");
    row("minikube", "", "https://192.168.49.2:8443", "", "CN=minikubeCA", "");
    row("Docker Desktop", "", "https://kubernetes.docker.internal:6443", "docker-desktop", "", "");
    row("k3s", "", "https://127.0.0.1:6443", "default", "CN=k3s-server-ca@1700000000", "");
    row("RKE2", "", "https://127.0.0.1:6443", "default", "CN=rke2-server-ca@1700000000", "");
    row("Rancher", "v1.30.0", "https://a", "", "", "management.cattle.io");
    row("", "v1.36.3", "https://10.0.0.1:6443", "kind-of-mine", "CN=kubernetes", "apps");
    row("", "", "", "", "", "");
}

void KubeConfigImportTest::aDistributionIsKnownByItsTraces()
{
    QFETCH(std::string, version);
    QFETCH(std::string, server);
    QFETCH(std::string, context);
    QFETCH(std::string, authority);
    QFETCH(std::string, group);
    QTEST(kube::distributionOf({version, server, context, authority, {"apps", group}}), "distribution");
}

void KubeConfigImportTest::onlyTheFileOfANodeIsTakenForOne_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("k3s.yaml") << k3s << true;
    QTest::newRow("localhost") << replaced(k3s, "127.0.0.1", "localhost") << true;
    QTest::newRow("IPv6") << replaced(k3s, "127.0.0.1", "[::1]") << true;
    QTest::newRow("with an address") << replaced(k3s, "127.0.0.1", "10.0.0.1") << false;
    QTest::newRow("renamed") << replaced(k3s, "default", "mine") << false;
    QTest::newRow("kind") << replaced(k3s, "default", "kind-kind") << false;
    QTest::newRow("two contexts") << replaced(k3s, "contexts:\n", "contexts:\n- name: b\n  context: {}\n") << false;
    QTest::newRow("nothing") << std::string() << false;
}

void KubeConfigImportTest::onlyTheFileOfANodeIsTakenForOne()
{
    QFETCH(std::string, text);
    const auto config = kube::parseKubeConfig(text);
    QVERIFY(config);
    QTEST(kube::isNodeKubeConfig(*config), "isOne");
}

void KubeConfigImportTest::theNextFreeNameIsFound()
{
    tests::MemoryFiles files;
    QCOMPARE(kube::freeSavedName("/k", "course", files), std::string("course"));
    files.files = {{"/k/config-course", "a"}, {"/k/config-course-2", "b"}};
    files.unreadable = {"/k/config-course-2"};
    QCOMPARE(kube::freeSavedName("/k", "course", files), std::string("course-3"));
}

void KubeConfigImportTest::aNewFileIsMadeAndNothingIsReplaced()
{
    const QTemporaryDir folder;
    const std::string kubeFolder = folder.path().toStdString() + "/.kube", path = kubeFolder + "/config-course";
    QVERIFY(kube::writeNewKubeConfig(path, "first"));
    const auto again = kube::writeNewKubeConfig(path, "second");
    QVERIFY(!again);
    QCOMPARE(again.error().kind, base::ErrorKind::Conflict);
    QVERIFY(again.error().message.find(path) != std::string::npos);
    // A lock says that somebody writes there.
    QVERIFY(kube::writeNewKubeConfig(kubeFolder + "/config-locked.lock", ""));
    QCOMPARE(kube::writeNewKubeConfig(kubeFolder + "/config-locked", "x").error().kind, base::ErrorKind::Conflict);
    QCOMPARE(QDir(QString::fromStdString(kubeFolder)).entryList(QDir::Files | QDir::Hidden | QDir::System),
             QStringList({QStringLiteral("config-course"), QStringLiteral("config-locked.lock")}));
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("first"));
}

QTEST_GUILESS_MAIN(KubeConfigImportTest)
#include "KubeConfigImportTest.moc"
