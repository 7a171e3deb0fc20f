#include "models/disk/Report.h"

#include "models/disk/Parts.h"
#include "tests/unit/disk/NodeWorld.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace disk;
using namespace disk::world;

namespace {

const std::string images = R"([{"names":["big:1"],"sizeBytes":2147483648},{"names":["used:1"],"sizeBytes":1073741824},{"names":["registry.k8s.io/pause:3"],"sizeBytes":300000}])";

/// 100 GiB, of which 60 are used and 35 available; images and containers take 5 of them.
Answers usual(const std::string &settings = config(""), const std::string &podStats = "[]", const std::string &podList = pods(pod("up", "used:1", "")))
{
    return {node(images), summary(fileSystem(60 * Gi, 35 * Gi, 100 * Gi), fileSystem(5 * Gi, 35 * Gi, 100 * Gi), podStats), settings, podList};
}

Report read(const Answers &answers)
{
    auto report = reportOf(answers);
    if (!report)
        qFatal("%s", report.error().message.c_str());
    return std::move(*report);
}

const Filler *find(const Report &report, Filler::What what, const std::string &part = {})
{
    const auto found = std::ranges::find_if(report.fillers, [&](const Filler &each) { return each.what == what && (part.empty() || each.part == part); });
    return found == report.fillers.end() ? nullptr : &*found;
}

const Limit *find(const Report &report, FileSystem::Role role, Limit::What what)
{
    const auto &limits = report.fileSystem(role)->limits;
    const auto found = std::ranges::find(limits, what, &Limit::what);
    return found == limits.end() ? nullptr : &*found;
}

const std::string podStats = R"([{"podRef":{"namespace":"a","name":"up","uid":"u"},"ephemeral-storage":{"usedBytes":104857600},"containers":[{"name":"c","rootfs":{"usedBytes":20971520},"logs":{"usedBytes":10485760}}],
"volume":[{"name":"d","usedBytes":52428800},{"name":"m","usedBytes":7},{"name":"p","usedBytes":999999999,"pvcRef":{"namespace":"a","name":"claim"}}]}])";
const std::string podWithVolumes = pods(pod("up", "used:1", "", R"({"running":{}})", R"({"volumes":[{"name":"d","emptyDir":{}},{"name":"m","emptyDir":{"medium":"Memory"}},{"name":"p","persistentVolumeClaim":{}}]})"));

} // namespace

/// What is told of a node's disk, from answers as servers and kubelets give them.
class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatTakesSpaceIsInOneOrder()
    {
        const Report report = read(usual(config(""), podStats, podWithVolumes));
        const std::vector<Filler::What> order{Filler::What::Elsewhere, Filler::What::UnusedImage, Filler::What::EmptyDir, Filler::What::WritableLayer, Filler::What::RestOfPod, Filler::What::Logs,
                                              Filler::What::Layers, Filler::What::UsedImage, Filler::What::SandboxImage};
        std::vector<Filler::What> found;
        std::ranges::transform(report.fillers, std::back_inserter(found), &Filler::what);
        QCOMPARE(found, order);
    }

    void theStorageOfAPodIsSplit()
    {
        const Report report = read(usual(config(""), podStats, podWithVolumes));
        const PodRow &pod = report.pods->front();
        QCOMPARE(pod.total, std::optional(100 * Mi));
        QCOMPARE(pod.logs, std::optional(10 * Mi));
        QCOMPARE(pod.layers, std::optional(20 * Mi));
        QCOMPARE(pod.emptyDirs, std::optional(50 * Mi));
        QCOMPARE(find(report, Filler::What::RestOfPod)->bytes, std::optional(20 * Mi));
        QVERIFY(!find(report, Filler::What::EmptyDir, "m") && !find(report, Filler::What::EmptyDir, "p"));      // memory, and another disk
    }

    void whatNobodyAccountsForIsNamed()
    {
        const Report report = read(usual(config(""), podStats, podWithVolumes));
        // Of 60 GiB images and containers take 5, and pods 80 MiB beside what their containers wrote, which is among the 5.
        QCOMPARE(find(report, Filler::What::Elsewhere)->bytes, std::optional(55 * Gi - 80 * Mi));
        QCOMPARE(find(report, Filler::What::Layers)->bytes, std::optional(5 * Gi - 20 * Mi - 3 * Gi - 300000));
    }

    void otherRuntimesMeasureWhatContainersWroteApart()
    {
        Answers answers = usual(config(""), podStats, podWithVolumes);
        answers.node = node(images, "v1.36.3", "cri-o://1.34.0");
        QCOMPARE(find(read(answers), Filler::What::Elsewhere)->bytes, std::optional(55 * Gi - 100 * Mi));
    }

    void aFileSystemOfImagesIsToldApart()
    {
        Answers answers = usual(config(R"(,"evictionHard":{"imagefs.available":"15%","nodefs.available":"10%"})"));
        answers.summary = summary(fileSystem(60 * Gi, 35 * Gi, 100 * Gi), fileSystem(5 * Gi, 12 * Gi, 20 * Gi));
        const Report report = read(answers);
        QVERIFY(!report.isOneFileSystem);
        const auto disks = disksOf(report);
        QCOMPARE(disks.size(), std::size_t(2));
        QCOMPARE(disks[0].limits.size(), std::size_t(1));
        QCOMPARE(disks[1].limits.size(), std::size_t(2));       // collection and eviction
        QCOMPARE(find(report, Filler::What::Elsewhere)->bytes, std::optional(60 * Gi));
        // Of the 8 GiB that are gone there, images take 5.
        QCOMPARE(disks[1].parts, (std::vector<Part>{{Part::What::Images, 5 * Gi}, {Part::What::Elsewhere, 3 * Gi}, {Part::What::Available, 12 * Gi}}));
    }

    void equallyLargeDisksAreTwoWhenOtherwiseFilled()
    {
        Answers answers = usual();
        answers.summary = summary(fileSystem(60 * Gi, 35 * Gi, 100 * Gi), fileSystem(5 * Gi, 90 * Gi, 100 * Gi));
        QVERIFY(!read(answers).isOneFileSystem);
        answers.summary = summary(fileSystem(60 * Gi, 35 * Gi, 100 * Gi), fileSystem(5 * Gi, 35 * Gi - 200 * Mi, 100 * Gi));     // a moment later
        QVERIFY(read(answers).isOneFileSystem);
    }

    void partsMakeUpTheWhole()
    {
        const Report report = read(usual(config(""), podStats, podWithVolumes));
        const auto disks = disksOf(report);
        QCOMPARE(disks.size(), std::size_t(1));
        std::int64_t sum = 0;
        for (const Part &part : disks[0].parts)
            sum += part.bytes;
        QCOMPARE(sum, 100 * Gi);
        QCOMPARE(disks[0].parts.back(), (Part{Part::What::Available, 35 * Gi}));
        QVERIFY(std::ranges::find(disks[0].parts, Part{Part::What::Reserved, 5 * Gi}) != disks[0].parts.end());
    }

    /// The kubelet compares whole percents: it begins when less than 16 % are available, cut to 15.
    void collectionBeginsWhereTheKubeletBeginsIt()
    {
        const Limit limit = *find(read(usual()), FileSystem::Role::Images, Limit::What::ImageCollection);
        QCOMPARE(limit.available, 16 * Gi);
        QCOMPARE(limit.usedFrom, 84 * Gi);
        QCOMPARE(limit.away, 19 * Gi);
        QCOMPARE(limit.until, std::optional(20 * Gi));
        QVERIFY(!limit.isMet());
        const std::int64_t capacity = 100 * Gi;
        for (const auto &[available, begins] : {std::pair(limit.available, false), std::pair(limit.available - 1, true)})
            QCOMPARE(100 - available * 100 / capacity >= 85, begins);
    }

    void collectionAboveEverythingNeverBegins()
    {
        const Report report = read(usual(R"({"kubeletconfig":{"imageGCHighThresholdPercent":100,"imageGCLowThresholdPercent":80,"imageMaximumGCAge":"0s"}})"));
        QVERIFY(!find(report, FileSystem::Role::Images, Limit::What::ImageCollection));
        QVERIFY(!report.settings->collectsWhenFull());
    }

    void evictionIsReckonedAsTheKubeletDoes_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<qlonglong>("available");
        QTest::newRow("percent, in single precision") << QStringLiteral("10%") << qlonglong(double(100 * Gi) * double(float(10) / 100));
        QTest::newRow("a part of a percent") << QStringLiteral("7.5%") << qlonglong(double(100 * Gi) * double(7.5f / 100));
        QTest::newRow("bytes") << QStringLiteral("1Gi") << qlonglong(Gi);
        for (const char *none : {"0%", "100%", "-3%", "%", "many", "0", "-1Gi", "1e400%", "", "nan%"})
            QTest::newRow(qPrintable(QStringLiteral("none by \"%1\"").arg(QLatin1String(none)))) << QString::fromLatin1(none) << qlonglong(-1);
    }
    void evictionIsReckonedAsTheKubeletDoes()
    {
        QFETCH(QString, value);
        const Report report = read(usual(config(R"(,"evictionHard":{"nodefs.available":")" + value.toStdString() + R"("})")));
        const Limit *limit = find(report, FileSystem::Role::Node, Limit::What::HardEviction);
        QTEST(limit ? qlonglong(limit->available) : -1, "available");
    }

    void softEvictionTellsItsGraceAndInodesCount()
    {
        const Report report = read(usual(config(R"(,"evictionSoft":{"nodefs.inodesFree":"95%"},"evictionSoftGracePeriod":{"nodefs.inodesFree":"1m30s"},"evictionHard":{"memory.available":"100Mi"})")));
        const Limit limit = *find(report, FileSystem::Role::Node, Limit::What::SoftEviction);
        QCOMPARE(limit.grace, std::string("1m30s"));
        QCOMPARE(limit.measure, Limit::Measure::Inodes);
        QVERIFY(limit.isMet());                             // 900 of 1000 are free
        QCOMPARE(report.settings->evictions.size(), std::size_t(1));
    }

    void imagesThatAreNotListedAreNeverZero()
    {
        QCOMPARE(read(usual()).bytesNotListed, std::optional<std::int64_t>(0));         // 3 of at most 50: all are listed
        const Report cut = read(usual(R"({"kubeletconfig":{"nodeStatusMaxImages":3}})"));
        QCOMPARE(cut.hasAllImages, Truth::Unknown);
        QCOMPARE(cut.bytesNotListed, std::optional(2 * Gi - 300000));
        QVERIFY(find(cut, Filler::What::ImagesNotListed)->bytes);
        Answers answers = usual(R"({"kubeletconfig":{"nodeStatusMaxImages":3}})");
        answers.summary = summary(fileSystem(60 * Gi, 35 * Gi, 100 * Gi), fileSystem(1, 35 * Gi, 100 * Gi));
        QVERIFY(!read(answers).bytesNotListed);                                         // there may be some; how large is not known
        answers.configz = refused();
        QCOMPARE(read(answers).hasAllImages, Truth::Unknown);
        answers.configz = config("");
        answers.node = node("[]");
        QCOMPARE(read(answers).hasAllImages, Truth::No);                                // a pod runs from one
        QCOMPARE(read(answers).usedNotListed, std::vector<std::string>{"used:1"});
    }

    void withoutTheKubeletTheNodeStillTells()
    {
        Answers answers = usual();
        answers.summary = base::makeError(base::ErrorKind::Server, "error trying to reach service: dial tcp 10.0.0.1:10250: i/o timeout");
        answers.configz = refused();
        const Report report = read(answers);
        QVERIFY(report.fileSystems.empty() && !report.pods && !report.settings);
        QCOMPARE(report.images.size(), std::size_t(3));
        QCOMPARE(report.unusedBytes(), std::optional(2 * Gi));
        QVERIFY(report.why(Missing::What::Summary)->message.ends_with("i/o timeout"));
        QVERIFY(!find(report, Filler::What::Elsewhere)->bytes);
        QVERIFY(disksOf(report).empty());
    }

    void withoutPodsNoImageIsCalledUnused()
    {
        Answers answers = usual(config(""), podStats);
        answers.pods = refused();
        const Report report = read(answers);
        QVERIFY(!find(report, Filler::What::UnusedImage));
        QVERIFY(!report.unusedBytes() && !report.images[0].users);
        QCOMPARE(find(report, Filler::What::ImageOfUnknownUse, "big:1")->gain(), Gain::Search);
        QVERIFY(!report.pods->front().emptyDirs);          // which volumes are emptyDirs is not known either
    }

    void aNodeThatCannotBeReadIsAnError()
    {
        Answers answers = usual();
        answers.node = base::makeError(base::ErrorKind::NotFound, "nodes \"n\" not found");
        QVERIFY(!reportOf(answers));
        answers.node = std::string("{}");
        QVERIFY(!reportOf(answers));
    }

    void brokenAnswersAreMissing_data()
    {
        QTest::addColumn<QString>("json");
        for (const char *json : {"", "{", "[]", "null", "{}", "404 page not found", R"({"kubeletconfig":1,"items":{"a":1},"node":{"nodeName":[]}})"})
            QTest::newRow(json) << QString::fromLatin1(json);
    }
    void brokenAnswersAreMissing()
    {
        QFETCH(QString, json);
        const std::string broken = json.toStdString();
        const Report report = read({node(images), broken, broken, usual().pods});
        QVERIFY(report.why(Missing::What::Summary) && report.why(Missing::What::Settings));
        QCOMPARE(report.images.size(), std::size_t(3));
    }

    void impossibleFiguresDoNotCount()
    {
        Answers answers = usual(R"({"kubeletconfig":{"imageGCHighThresholdPercent":9223372036854775807,"imageGCLowThresholdPercent":-5,"nodeStatusMaxImages":1.5}})");
        answers.node = node(R"([{"names":"x","sizeBytes":-1},{"names":[null,"a@sha256:1"],"sizeBytes":9223372036854775807},7])");
        answers.summary = summary(fileSystem(-1, 9223372036854775807, 9223372036854775807), fileSystem(5, 5, 5));
        const Report report = read(answers);
        QVERIFY(!report.settings->highPercent && !report.settings->lowPercent);
        QVERIFY(!report.fileSystem(FileSystem::Role::Node));       // nothing that is told of it can be
        QCOMPARE(report.images.size(), std::size_t(3));
        QVERIFY(report.images.back().image.names.empty());
    }

    void aListThatLagsBehindIsNotWhole()
    {
        const Report report = read(usual(config(""), "[]", pods(pod("up", "fresh:1", ""))));
        QCOMPARE(report.usedNotListed, std::vector<std::string>{"fresh:1"});
        QCOMPARE(report.hasAllImages, Truth::No);
    }

    void whatAnUnmeasuredPodTakesIsNotChargedToOthers()
    {
        const Report report = read(usual(config(""), R"([{"podRef":{"namespace":"a","name":"up","uid":"u"}}])"));
        QVERIFY(!report.pods->front().total);
        QVERIFY(!find(report, Filler::What::Elsewhere)->bytes);
    }

    void whatNoDiskHoldsIsNotKnown()
    {
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        const std::string stats = R"({"podRef":{"namespace":"a","name":"up","uid":"u"},"ephemeral-storage":{"usedBytes":9223372036854775807}})";
        Answers answers = usual(config(""), '[' + stats + ',' + stats + ']');
        answers.summary = summary(fileSystem(most, most, 0), fileSystem(most, most, 0), '[' + stats + ',' + stats + ']');
        const Report report = read(answers);
        QVERIFY(!report.pods->front().total && !find(report, Filler::What::Elsewhere)->bytes);
        QVERIFY(!report.fileSystems.front().used && !report.fileSystems.front().available && !report.fileSystems.front().reserved());
    }

    void sumsEndAtTheLargestAmount()
    {
        std::string list;
        for (int i = 0; i < 200; ++i)
            list += R"({"names":["x:1"],"sizeBytes":72057594037927936},)";
        Answers answers = usual();
        answers.node = node('[' + list + R"({"names":["y:1"],"sizeBytes":1}])");
        answers.pods = pods("");
        QCOMPARE(read(answers).unusedBytes(), std::optional(std::int64_t(1) << 56));
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "ReportTest.moc"
