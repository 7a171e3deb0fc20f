#include "models/kube/InPod.h"
#include "tests/support/MemoryFiles.h"

#include <QTest>

#include <functional>

using kube::ConnectionSettings;
using kube::KubeConfigOverrides;
using kube::PodSurroundings;

namespace {

const std::string folder = "/var/run/secrets/kubernetes.io/serviceaccount";
using Change = std::function<void(ConnectionSettings &)>;

} // namespace

/// What client-go makes of a pod's environment and ServiceAccount.
class InPodTest : public QObject
{
    Q_OBJECT

    tests::MemoryFiles m_files;
    PodSurroundings m_pod;

private Q_SLOTS:
    void init()
    {
        m_files = {};
        m_files.files = {{folder + "/token", "sesame"}, {folder + "/ca.crt", "no PEM"}, {folder + "/namespace", " team-a\n"}};
        m_pod = {"10.0.0.1", "443", {}};
    }

    void aPodIsKnownByItsEnvironmentAndItsToken()
    {
        QVERIFY(kube::isInPod(m_pod, m_files));
        QVERIFY(!kube::isInPod({"", "443", {}}, m_files));
        QVERIFY(!kube::isInPod({"10.0.0.1", "", {}}, m_files));
        m_files.files.erase(folder + "/token");
        QVERIFY(!kube::isInPod(m_pod, m_files));
        m_files.files[folder + "/token/x"] = "a folder where the token should be";
        QVERIFY(!kube::isInPod(m_pod, m_files));
    }

    void theServerIsThatOfTheEnvironment_data()
    {
        QTest::addColumn<std::string>("host");
        QTest::addColumn<std::string>("server");
        QTest::newRow("address") << std::string("10.0.0.1") << std::string("https://10.0.0.1:443");
        QTest::newRow("IPv6 address") << std::string("fd00::1") << std::string("https://[fd00::1]:443");
        QTest::newRow("name") << std::string("kubernetes.default") << std::string("https://kubernetes.default:443");
    }
    void theServerIsThatOfTheEnvironment()
    {
        QFETCH(std::string, host);
        QFETCH(std::string, server);
        m_pod.host = host;
        const auto settings = kube::podConnection(m_pod, {}, m_files);
        QVERIFY(settings);
        QCOMPARE(settings->server, server);
        QVERIFY(settings->tls);
        QCOMPARE(settings->token.reveal(), std::string("sesame"));
        QCOMPARE(settings->tokenFile, folder + "/token");
        QCOMPARE(settings->namespaceName, std::string("team-a"));
    }

    void anAuthorityThatCannotBeReadLeavesTheSystems()
    {
        QCOMPARE(kube::podConnection(m_pod, {}, m_files)->authorityFile, std::string());
        m_files.files.erase(folder + "/ca.crt");
        QCOMPARE(kube::podConnection(m_pod, {}, m_files)->authorityFile, std::string());
    }

    void aTokenThatCannotBeReadIsAnError()
    {
        m_files.unreadable.insert(folder + "/token");
        QVERIFY(kube::isInPod(m_pod, m_files));
        const auto settings = kube::podConnection(m_pod, {}, m_files);
        QVERIFY(!settings);
        QCOMPARE(settings.error().message, "open " + folder + "/token: permission denied");
    }

    void serverTokenAndAuthorityMayBeGivenByHand()
    {
        KubeConfigOverrides overrides;
        overrides.server = "https://other:6443";
        overrides.token = base::SecretText("mine");
        overrides.authorityFile = "/my/ca.crt";
        overrides.namespaceName = "team-b";
        const auto settings = kube::podConnection(m_pod, overrides, m_files);
        QVERIFY(settings);
        QCOMPARE(settings->server, std::string("https://other:6443"));
        QCOMPARE(settings->token.reveal(), std::string("mine"));
        QCOMPARE(settings->tokenFile, std::string());
        QCOMPARE(settings->authorityFile, std::string("/my/ca.crt"));
        QCOMPARE(settings->namespaceName, std::string("team-b"));
    }

    void theNamespaceIsTheEnvironmentsThenTheFilesThenDefault()
    {
        QCOMPARE(kube::podNamespace(m_pod, m_files), std::string("team-a"));
        m_pod.namespaceName = "team-c";
        QCOMPARE(kube::podNamespace(m_pod, m_files), std::string("team-c"));
        m_pod.namespaceName.clear();
        m_files.files[folder + "/namespace"] = " \n";
        QCOMPARE(kube::podNamespace(m_pod, m_files), std::string("default"));
    }

    void onlyAConfigurationThatSaysNothingLeavesRoomForThePod_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("nothing");
        QTest::newRow("as it is") << Change([](ConnectionSettings &) {}) << true;
        QTest::newRow("another server") << Change([](ConnectionSettings &settings) { settings.server = "http://elsewhere"; }) << true;
        QTest::newRow("a namespace") << Change([](ConnectionSettings &settings) { settings.namespaceName = "x"; }) << true;
        QTest::newRow("a token") << Change([](ConnectionSettings &settings) { settings.token = base::SecretText("x"); }) << false;
        QTest::newRow("impersonation") << Change([](ConnectionSettings &settings) { settings.impersonation.user = "ann"; }) << false;
        QTest::newRow("a proxy") << Change([](ConnectionSettings &settings) { settings.proxy = "http://proxy"; }) << false;
        QTest::newRow("no compression") << Change([](ConnectionSettings &settings) { settings.compression = false; }) << false;
        QTest::newRow("no verification") << Change([](ConnectionSettings &settings) { settings.insecure = true; }) << false;
    }
    void onlyAConfigurationThatSaysNothingLeavesRoomForThePod()
    {
        QFETCH(Change, change);
        QFETCH(bool, nothing);
        ConnectionSettings settings;
        settings.server = "http://localhost:8080";
        settings.namespaceName = "default";
        change(settings);
        QCOMPARE(kube::saysNothing(settings), nothing);
    }
};

QTEST_APPLESS_MAIN(InPodTest)
#include "InPodTest.moc"
