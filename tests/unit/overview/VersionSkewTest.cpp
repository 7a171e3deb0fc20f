#include "models/overview/VersionSkew.h"

#include <QTest>

using namespace overview;

/// Which kubelets an API server may have, by Kubernetes' version skew policy.
class VersionSkewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKubeletMayBeThreeMinorVersionsOlder_data()
    {
        QTest::addColumn<std::string>("server");
        QTest::addColumn<std::string>("kubelet");
        QTest::addColumn<int>("skew");
        const auto row = [](const char *server, const char *kubelet, Skew skew) { QTest::addRow("%s %s", server, kubelet) << std::string(server) << std::string(kubelet) << int(skew); };
        row("v1.36.3", "v1.36.3", Skew::Supported);
        row("v1.36.0", "v1.36.9", Skew::Supported);
        row("v1.36.3", "v1.33.0", Skew::Supported);
        row("v1.36.3", "v1.32.9", Skew::TooOld);
        row("v1.36.3", "v1.37.0-alpha.1", Skew::Newer);
        row("v1.31.4+k3s1", "v1.31.4+k3s1", Skew::Supported);
        row("v1.9.0", "v1.10.0", Skew::Newer);
        row("v2.0.0", "v1.36.0", Skew::TooOld);
        row("", "v1.36.0", Skew::Unknown);
        row("v1.36.0", "", Skew::Unknown);
        row("v1.36.0", "v1", Skew::Unknown);
        row("v1.36.0", "v1.x", Skew::Unknown);
    }
    void aKubeletMayBeThreeMinorVersionsOlder()
    {
        QFETCH(std::string, server);
        QFETCH(std::string, kubelet);
        QTEST(int(skewOf(server, kubelet)), "skew");
    }
    void nodesOfOneVersionAreCountedTogetherAndWhatIsWrongComesFirst()
    {
        const std::vector<KubeletVersion> expected{{"v1.37.1", 1, Skew::Newer}, {"v1.30.0", 2, Skew::TooOld}, {"v1.36.3", 1, Skew::Supported}, {"v1.35.0", 3, Skew::Supported}};
        QCOMPARE(kubeletVersions("v1.36.3", {"v1.35.0", "v1.30.0", "v1.35.0", "v1.37.1", "v1.36.3", "v1.30.0", "v1.35.0"}), expected);
        QVERIFY(kubeletVersions("v1.36.3", {}).empty());
    }
};

QTEST_APPLESS_MAIN(VersionSkewTest)
#include "VersionSkewTest.moc"
