#include "models/kube/ExecTrust.h"
#include "models/kube/KubeConfigSaving.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace {

unsigned modeOf(const std::string &path)
{
    struct stat info{};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : ~0u;
}

} // namespace

/// Files that hold credentials, or what may run, are the person's alone; and a link is not taken for nothing.
class OwnFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trustIsOursAlone();
    void aSavedKubeconfigIsOursAlone();
    void aLinkToNothingIsSomething();

private:
    std::string at(const std::string &name) const { return m_folder.path().toStdString() + "/" + name; }
    QTemporaryDir m_folder;
};

void OwnFilesTest::trustIsOursAlone()
{
    kube::ExecSettings plugin;
    plugin.command = "/usr/bin/aws";
    QVERIFY(kube::ExecTrust(at("state")).trust(plugin, "f"));
    QCOMPARE(modeOf(at("state/trusted-plugins.json")), 0600u);
    QCOMPARE(modeOf(at("state")), 0700u);
}

void OwnFilesTest::aSavedKubeconfigIsOursAlone()
{
    QVERIFY(kube::writeNewKubeConfig(at(".kube/config-course"), "first"));
    QCOMPARE(modeOf(at(".kube/config-course")), 0600u);
    QCOMPARE(modeOf(at(".kube")), 0700u);
}

void OwnFilesTest::aLinkToNothingIsSomething()
{
    QCOMPARE(::symlink("/nowhere/at/all", at("config-link").c_str()), 0);
    QCOMPARE(kube::writeNewKubeConfig(at("config-link"), "x").error().kind, base::ErrorKind::Conflict);
}

QTEST_APPLESS_MAIN(OwnFilesTest)
#include "OwnFilesTest.moc"
