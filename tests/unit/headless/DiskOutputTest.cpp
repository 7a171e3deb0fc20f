#include "app/headless/DiskOutput.h"

#include <QRegularExpression>
#include <QTest>

#include <sstream>

using namespace disk;
using text::Value;

namespace {

Report report()
{
    const std::string node = R"({"metadata":{"name":"n"},"status":{"images":[{"names":["x@sha256:1","x:1"],"sizeBytes":2048},{"names":["y:1"],"sizeBytes":1024}],"conditions":[{"type":"DiskPressure","status":"True"}],"nodeInfo":{"containerRuntimeVersion":"containerd://2.1.5"}}})";
    const std::string fs = R"({"usedBytes":600,"availableBytes":350,"capacityBytes":1000,"inodes":10,"inodesFree":9})";
    const std::string summary = R"({"node":{"nodeName":"n","fs":)" + fs + R"(,"runtime":{"imageFs":)" + fs + R"(}},"pods":[{"podRef":{"namespace":"a","name":"p","uid":"u"},"ephemeral-storage":{"usedBytes":7},"containers":[{"name":"c","logs":{"usedBytes":7}}]}]})";
    const std::string config = R"({"kubeletconfig":{"imageGCHighThresholdPercent":85,"imageGCLowThresholdPercent":80,"imageMinimumGCAge":"2m0s","nodeStatusMaxImages":50,"evictionHard":{"nodefs.available":"10%"}}})";
    const std::string pods = R"({"items":[{"metadata":{"namespace":"a","name":"p"},"status":{"phase":"Running","containerStatuses":[{"image":"x:1","imageID":"x@sha256:1","state":{"running":{}}}]}}]})";
    return *reportOf({node, summary, config, pods});
}

Report silent()
{
    Report out = report();
    out.fileSystems.clear();
    out.pods.reset();
    out.settings.reset();
    out.bytesNotListed.reset();
    for (const Missing::What what : {Missing::What::Summary, Missing::What::Settings})
        out.missing.push_back({what, base::makeError(base::ErrorKind::Forbidden, "no")});
    return out;
}

} // namespace

/// What `disk` prints.
class DiskOutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonKeepsTheContract()
    {
        const Value json = headless::diskJson(report());
        const Value &disk = json["filesystems"].items()[0];
        QCOMPARE(disk["name"].text(), std::string("nodefs"));
        QCOMPARE(disk["used"].asInteger(), std::int64_t(600));
        QCOMPARE(disk["available"].asInteger(), std::int64_t(350));
        QCOMPARE(disk["inodesFree"].asInteger(), std::int64_t(9));
        const Value &pod = json["pods"].items()[0];
        QCOMPARE(pod["namespace"].text() + '/' + pod["name"].text(), std::string("a/p"));
        QCOMPARE(pod["ephemeral"].asInteger(), std::int64_t(7));
        QVERIFY(pod["writableLayers"].isNull());
        const Value &image = json["images"].items()[0];
        QCOMPARE(image["names"].items().size(), std::size_t(2));
        QCOMPARE(image["size"].asInteger(), std::int64_t(2048));
        QCOMPARE(image["usedBy"].items()[0].text(), std::string("a/p"));
        QVERIFY(json["images"].items()[1]["usedBy"].items().empty());
        QCOMPARE(json["imagesNotListed"].asInteger(-1), std::int64_t(0));
        QCOMPARE(json["thresholds"]["imageGCHighThresholdPercent"].asInteger(), std::int64_t(85));
        QCOMPARE(json["thresholds"]["eviction"].items()[0]["value"].text(), std::string("10%"));
        QVERIFY(json["unknown"].items().empty());
    }

    void whatIsNotKnownIsNull()
    {
        const Value json = headless::diskJson(silent());
        for (const char *key : {"filesystems", "pods", "imagesNotListed", "thresholds"})
            QVERIFY2(json.find(key) && json[key].isNull(), key);
        QCOMPARE(json["unknown"].items().size(), std::size_t(2));
        QCOMPARE(json["images"].items().size(), std::size_t(2));
    }

    void tablesTellTheSame()
    {
        std::ostringstream out;
        headless::printDisk(report(), out);
        const QString text = QString::fromStdString(out.str());
        QVERIFY2(text.contains(QStringLiteral("Disk pressure: yes")), qPrintable(text));
        QVERIFY2(QRegularExpression(QStringLiteral("(?m)^nodefs +600 B +350 B +50 B +0.98 KiB +9 +nodefs")).match(text).hasMatch(), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("sudo crictl rmi -- y:1")), qPrintable(text));
        QVERIFY2(QRegularExpression(QStringLiteral("(?m)^2.00 KiB +x:1 +a/p")).match(text).hasMatch(), qPrintable(text));
        QVERIFY2(QRegularExpression(QStringLiteral("(?m)^nodefs .*nodefs.available<10% +250 B +pods are evicted")).match(text).hasMatch(), qPrintable(text));
    }

    void tablesSayWhatIsNotKnown()
    {
        std::ostringstream out;
        headless::printDisk(silent(), out);
        QVERIFY2(out.str().find("FILE SYSTEM") == std::string::npos, out.str().c_str());
        QVERIFY2(out.str().find("x:1") != std::string::npos, out.str().c_str());
    }

    void hostileNamesStayOneCell()
    {
        Report hostile = report();
        hostile.node.name = "n\x1b[2J";
        hostile.images[0].image.names = {"x\x1b]0;gone\x07"};
        std::ostringstream out;
        headless::printDisk(hostile, out);
        QVERIFY(out.str().find('\x1b') == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(DiskOutputTest)
#include "DiskOutputTest.moc"
