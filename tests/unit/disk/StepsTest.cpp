#include "models/disk/Steps.h"

#include "models/text/Json.h"
#include "tests/unit/disk/NodeWorld.h"

#include <QTest>

using namespace disk;

namespace {

Report on(const std::string &version, const std::string &runtime, const std::string &system = "linux")
{
    Report report;
    report.node = factsOf(*text::parseJson(world::node("[]", version, runtime, system)));
    return report;
}

std::vector<std::string> commands(const Filler &filler, const Report &report)
{
    std::vector<std::string> out;
    for (const Step &step : stepsFor(filler, report))
        out.push_back(step.command);
    return out;
}

Filler image(const std::string &name, Filler::What what = Filler::What::UnusedImage) { return {what, {}, {}, {}, name, FileSystem::Role::Images, 1, {}}; }
Filler ofPod(Filler::What what, const std::string &part) { return {what, "team", "web", "u-1", part, FileSystem::Role::Node, 1, {}}; }

} // namespace

/// What is to be typed about what takes space, by the runtime of the node.
class StepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesAreRemovedByTheClientOfTheRuntime_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("runtime");
        QTest::addColumn<QStringList>("commands");
        const auto row = [](const char *name, const char *version, const char *runtime, const QStringList &expected) { QTest::newRow(name) << QString::fromLatin1(version) << QString::fromLatin1(runtime) << expected; };
        row("containerd", "v1.36.3", "containerd://2.1.5", {QStringLiteral("sudo crictl rmi -- nginx:1"), QStringLiteral("sudo crictl rmi --prune")});
        row("CRI-O", "v1.34.0", "cri-o://1.34.0", {QStringLiteral("sudo crictl rmi -- nginx:1"), QStringLiteral("sudo crictl rmi --prune")});
        row("k3s", "v1.36.3+k3s1", "containerd://2.2.1-k3s1", {QStringLiteral("sudo k3s crictl rmi -- nginx:1"), QStringLiteral("sudo k3s crictl rmi --prune")});
        row("Docker", "v1.23.0", "docker://20.10.7", {QStringLiteral("sudo docker image rm -- nginx:1"), QStringLiteral("sudo docker image prune --all")});
        row("unknown", "v1.30.0", "", {QStringLiteral("sudo crictl rmi -- nginx:1"), QStringLiteral("sudo crictl rmi --prune")});
    }
    void imagesAreRemovedByTheClientOfTheRuntime()
    {
        QFETCH(QString, version);
        QFETCH(QString, runtime);
        QFETCH(QStringList, commands);
        std::vector<std::string> expected;
        for (const QString &command : commands)
            expected.push_back(command.toStdString());
        QCOMPARE(::commands(image("nginx:1"), on(version.toStdString(), runtime.toStdString())), expected);
    }

    void rke2BringsItsOwnClient()
    {
        QVERIFY(commands(image("x:1"), on("v1.33.1+rke2r1", "containerd://2.0.5-k3s1")).front().starts_with("sudo /var/lib/rancher/rke2/bin/crictl --config "));
    }

    void whatIsInUseIsLeftAlone()
    {
        for (const Filler::What what : {Filler::What::UsedImage, Filler::What::SandboxImage})
            QVERIFY(stepsFor(image("x:1", what), on("v1.36.3", "containerd://2.1.5")).empty());
    }

    void wordsFromTheClusterAreQuoted()
    {
        const Report report = on("v1.36.3", "containerd://2.1.5");
        QCOMPARE(commands(image("x; rm -rf $HOME '"), report).front(), std::string("sudo crictl rmi -- 'x; rm -rf $HOME '\\'''"));
        for (const std::string &command : commands(ofPod(Filler::What::EmptyDir, "a`reboot`"), report))
            QVERIFY(command.find('`') == std::string::npos || command.find("'") < command.find('`'));
    }

    void namesAreNoOptions()
    {
        const Report report = on("v1.36.3", "containerd://2.1.5");
        QCOMPARE(commands(image("--all"), report).front(), std::string("sudo crictl rmi -- --all"));
        Filler filler = ofPod(Filler::What::WritableLayer, "c");
        filler.pod = "--all";
        QCOMPARE(commands(filler, report), std::vector<std::string>{"kubectl delete pod -n team -- --all"});
    }

    void whatATerminalActsOnIsInNoCommand()
    {
        const Report report = on("v1.36.3", "containerd://2.1.5");
        for (const char *name : {"x\x03", "x\x1b[A", "x\n", "x\x7f"})
            QCOMPARE(commands(image(name), report), std::vector<std::string>{"sudo crictl rmi --prune"});
    }

    void podsAreLookedIntoAndDeleted()
    {
        Report report = on("v1.36.3", "containerd://2.1.5");
        const std::string erase = "kubectl delete pod -n team -- web";
        QCOMPARE(commands(ofPod(Filler::What::Logs, "c"), report), (std::vector<std::string>{"sudo du -xh --max-depth=1 /var/log/pods/team_web_u-1", erase}));
        report.settings = KubeletSettings();
        report.settings->logFolder = "/data/logs";
        QCOMPARE(commands(ofPod(Filler::What::Logs, "c"), report).front(), std::string("sudo du -xh --max-depth=1 /data/logs/team_web_u-1"));
        QCOMPARE(commands(ofPod(Filler::What::WritableLayer, "c"), report), (std::vector<std::string>{"kubectl exec web -n team -c c -- du -x -d 2 /", erase}));
        QCOMPARE(commands(ofPod(Filler::What::EmptyDir, "d"), report).back(), erase);
    }

    void anImageOfEndedPodsGoesWithThem()
    {
        Report report = on("v1.36.3", "containerd://2.1.5");
        report.images = {{{{"x:1"}, 1}, ImageUsers{{}, {"team/done", "team/gone"}}, Filler::What::HeldImage}};
        Filler filler = image("x:1", Filler::What::HeldImage);
        filler.image = 0;
        QCOMPARE(commands(filler, report), (std::vector<std::string>{"kubectl delete pod -n team -- done", "kubectl delete pod -n team -- gone"}));
    }

    void whatIsNotKubernetesIsSearched()
    {
        const Filler filler{Filler::What::Elsewhere, {}, {}, {}, {}, FileSystem::Role::Node, 1, {}};
        const auto found = commands(filler, on("v1.36.3+k3s1", "containerd://2.2.1-k3s1"));
        QCOMPARE(found.size(), std::size_t(4));
        QCOMPARE(found[2], std::string("sudo du -xh --max-depth=1 /var/lib/rancher/k3s/agent/containerd"));
        QCOMPARE(found[3], std::string("sudo journalctl --vacuum-size=200M"));
        QVERIFY(commands(filler, on("v1.36.3", "containerd://2.1.5", "windows")).empty());
    }

    void sizesHaveThreeDigits_data()
    {
        QTest::addColumn<qlonglong>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](qlonglong bytes, const char *text) { QTest::newRow(text) << bytes << QString::fromLatin1(text); };
        row(0, "0 B");
        row(999, "999 B");
        row(1024, "1.00 KiB");
        row(1'048'575, "1.00 MiB");
        row(10 * world::Mi, "10.0 MiB");
        row(999 * world::Gi, "999 GiB");
        row(1000 * world::Gi, "0.98 TiB");
        row(-5 * world::Gi, "-5.00 GiB");
        row(std::numeric_limits<qlonglong>::max(), "8.00 EiB");
    }
    void sizesHaveThreeDigits()
    {
        QFETCH(qlonglong, bytes);
        QTEST(QString::fromStdString(sizeText(bytes)), "text");
    }
};

QTEST_GUILESS_MAIN(StepsTest)
#include "StepsTest.moc"
