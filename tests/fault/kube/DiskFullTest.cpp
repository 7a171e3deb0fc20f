#include "models/kube/ExecTrust.h"
#include "models/kube/KubeConfigSaving.h"
#include "models/kube/OidcRefreshFile.h"
#include "models/platform/DurableFile.h"
#include "tests/support/FileContent.h"
#include "tests/support/SmallDisk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <optional>
#include <unistd.h>

using support::SmallDisk;
using tests::contentOf;

/// Writes on real file systems that are full: what was there stays byte for byte (F25).
class DiskFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void f25_aFullDiskKeepsTheOldFile();
    void f25_aBackupThatDoesNotFitKeepsTheOldFile();
    void f25_everySizeEitherFitsWhollyOrChangesNothing();
    void f25_trustThatCannotBeRememberedIsAnErrorAndLosesNothing();
    void f25_aKubeconfigThatDoesNotFitIsNotThere();

private:
    std::string at(const std::string &name) const { return m_folder.path().toStdString() + "/" + name; }
    void writeFirst()
    {
        m_disk->makeRoom();
        QVERIFY(platform::writeDurably(at("file"), std::string(20'000, 'o')));
    }

    QTemporaryDir m_folder;
    std::optional<SmallDisk> m_disk;
};

void DiskFullTest::initTestCase_data()
{
    QTest::addColumn<SmallDisk::Kind>("kind");
    QTest::newRow("tmpfs") << SmallDisk::Kind::Tmpfs;
    QTest::newRow("ext4") << SmallDisk::Kind::Ext4;
}

void DiskFullTest::init()
{
    QFETCH_GLOBAL(SmallDisk::Kind, kind);
    m_disk.emplace(m_folder.path(), kind);
    if (!m_disk->isMounted()) {
        std::puts("skipped: DiskFullTest (mounting a small file system needs root and, for ext4, a loop device)");
        std::fflush(stdout);
        ::_exit(77);
    }
    writeFirst();
}

void DiskFullTest::cleanup()
{
    m_disk.reset();
}

void DiskFullTest::f25_aFullDiskKeepsTheOldFile()
{
    QVERIFY(m_disk->fill());
    const auto written = platform::writeDurably(at("file"), std::string(30'000, 'n'));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, base::ErrorKind::Io);
    QVERIFY2(written.error().message.find("No space left on device") != std::string::npos, written.error().message.c_str());
    QVERIFY(contentOf(at("file")) == std::string(20'000, 'o'));
}

void DiskFullTest::f25_aBackupThatDoesNotFitKeepsTheOldFile()
{
    QVERIFY(m_disk->fill(8192));
    platform::WriteOptions options;
    options.backup = true;
    QVERIFY(!platform::writeDurably(at("file"), "n", options));
    QVERIFY(contentOf(at("file")) == std::string(20'000, 'o'));
    QCOMPARE(contentOf(at("file.bak")), std::string("<none>"));
}

void DiskFullTest::f25_everySizeEitherFitsWhollyOrChangesNothing()
{
    int fitted = 0, refused = 0;
    for (std::size_t left = 0; left <= 64 * 1024; left += 4096) {
        writeFirst();
        QVERIFY(m_disk->fill(left));
        const std::string fresh(30'000, 'n');
        const bool written = bool(platform::writeDurably(at("file"), fresh));
        QVERIFY(contentOf(at("file")) == (written ? fresh : std::string(20'000, 'o')));
        ++(written ? fitted : refused);
    }
    QVERIFY(fitted > 0);
    QVERIFY(refused > 0);
}

void DiskFullTest::f25_trustThatCannotBeRememberedIsAnErrorAndLosesNothing()
{
    const kube::ExecTrust trust(at("state"));
    kube::ExecSettings one, two;
    one.command = "/one";
    two.command = "/two";
    QVERIFY(trust.trust(one, "f"));
    QVERIFY(m_disk->fill());
    QVERIFY(!trust.trust(two, "f"));
    QVERIFY(trust.isTrusted(one, "f"));
    QVERIFY(!trust.isTrusted(two, "f"));
}

void DiskFullTest::f25_aKubeconfigThatDoesNotFitIsNotThere()
{
    int fitted = 0, refused = 0;
    for (std::size_t left = 0; left <= 64 * 1024; left += 8192) {
        QFile::remove(QString::fromStdString(at("config-course")));
        m_disk->makeRoom();
        QVERIFY(m_disk->fill(left));
        const std::string text(30'000, 'n');
        const auto saved = kube::writeNewKubeConfig(at("config-course"), text);
        QVERIFY(contentOf(at("config-course")) == (saved ? text : "<none>"));
        QVERIFY(contentOf(at("file")) == std::string(20'000, 'o'));
        ++(saved ? fitted : refused);
    }
    QVERIFY(fitted > 0);
    QVERIFY(refused > 0);
}

QTEST_GUILESS_MAIN(DiskFullTest)
#include "DiskFullTest.moc"
