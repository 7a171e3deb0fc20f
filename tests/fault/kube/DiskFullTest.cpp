#include "models/kube/ExecTrust.h"
#include "models/kube/OidcRefreshFile.h"
#include "models/platform/DurableFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <sys/mount.h>
#include <unistd.h>

namespace {

std::string contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "<none>";
}

} // namespace

/// Writes on a real file system of 256 KiB that is full: what was there stays byte for byte.
class DiskFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void aFullDiskKeepsTheOldFile();
    void aBackupThatDoesNotFitKeepsTheOldFile();
    void everySizeEitherFitsWhollyOrChangesNothing();
    void trustThatCannotBeRememberedIsAnErrorAndLosesNothing();

private:
    std::string at(const std::string &name) const { return m_folder.path().toStdString() + "/" + name; }
    /// Leaves about that many bytes free.
    void fill(std::size_t left)
    {
        QFile filler(QString::fromStdString(at("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(1024, 'f');
        while (filler.write(block) == block.size()) { }
        const qint64 size = filler.size() - qint64(left);
        QVERIFY(filler.resize(std::max<qint64>(0, size)));
    }

    QTemporaryDir m_folder;
    bool m_mounted = false;
};

void DiskFullTest::initTestCase()
{
    m_mounted = ::mount("tmpfs", m_folder.path().toUtf8().constData(), "tmpfs", MS_NOSUID | MS_NODEV, "size=256k,mode=0700") == 0;
    if (!m_mounted) {
        std::puts("skipped: DiskFullTest (mounting a small file system needs root)");
        std::fflush(stdout);
        ::_exit(77);
    }
}

void DiskFullTest::cleanupTestCase()
{
    if (m_mounted)
        QCOMPARE(::umount(m_folder.path().toUtf8().constData()), 0);
}

void DiskFullTest::init()
{
    for (const char *name : {"filler", "file", "file.bak", "state/trusted-plugins.json"})
        QFile::remove(QString::fromStdString(at(name)));
    QVERIFY(platform::writeDurably(at("file"), std::string(20'000, 'o')));
}

void DiskFullTest::aFullDiskKeepsTheOldFile()
{
    fill(0);
    const auto written = platform::writeDurably(at("file"), std::string(30'000, 'n'));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, base::ErrorKind::Io);
    QVERIFY2(written.error().message.find("No space left on device") != std::string::npos, written.error().message.c_str());
    QVERIFY(contentOf(at("file")) == std::string(20'000, 'o'));
}

void DiskFullTest::aBackupThatDoesNotFitKeepsTheOldFile()
{
    fill(8192);
    platform::WriteOptions options;
    options.backup = true;
    QVERIFY(!platform::writeDurably(at("file"), "n", options));
    QVERIFY(contentOf(at("file")) == std::string(20'000, 'o'));
    QCOMPARE(contentOf(at("file.bak")), std::string("<none>"));
}

void DiskFullTest::everySizeEitherFitsWhollyOrChangesNothing()
{
    int fitted = 0, refused = 0;
    for (std::size_t left = 0; left <= 64 * 1024; left += 4096) {
        init();
        fill(left);
        const std::string fresh(30'000, 'n');
        const bool written = bool(platform::writeDurably(at("file"), fresh));
        QVERIFY(contentOf(at("file")) == (written ? fresh : std::string(20'000, 'o')));
        ++(written ? fitted : refused);
    }
    QVERIFY(fitted > 0);
    QVERIFY(refused > 0);
}

void DiskFullTest::trustThatCannotBeRememberedIsAnErrorAndLosesNothing()
{
    const kube::ExecTrust trust(at("state"));
    kube::ExecSettings one, two;
    one.command = "/one";
    two.command = "/two";
    QVERIFY(trust.trust(one, "f"));
    fill(0);
    QVERIFY(!trust.trust(two, "f"));
    QVERIFY(trust.isTrusted(one, "f"));
    QVERIFY(!trust.isTrusted(two, "f"));
}

QTEST_GUILESS_MAIN(DiskFullTest)
#include "DiskFullTest.moc"
