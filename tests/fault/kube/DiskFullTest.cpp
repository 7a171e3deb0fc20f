#include "models/kube/ExecTrust.h"
#include "models/kube/KubeConfigSaving.h"
#include "models/kube/OidcRefreshFile.h"
#include "models/platform/DurableFile.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <sys/mount.h>
#include <unistd.h>
#include <utility>

namespace {

std::string contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "<none>";
}

} // namespace

/// Writes on real file systems that are full: what was there stays byte for byte.
class DiskFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void aFullDiskKeepsTheOldFile();
    void aBackupThatDoesNotFitKeepsTheOldFile();
    void everySizeEitherFitsWhollyOrChangesNothing();
    void trustThatCannotBeRememberedIsAnErrorAndLosesNothing();
    void aKubeconfigThatDoesNotFitIsNotThere();

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

    void writeFirst()
    {
        QFile::remove(QString::fromStdString(at("filler")));
        QVERIFY(platform::writeDurably(at("file"), std::string(20'000, 'o')));
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_images;
    bool m_mounted = false;
};

namespace {

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool mountTmpfs(const QString &folder, const QString &)
{
    return ::mount("tmpfs", folder.toUtf8().constData(), "tmpfs", MS_NOSUID | MS_NODEV, "size=256k,mode=0700") == 0;
}

/// In a file, by a loop device. Without a journal blocks are free as soon as they are given back.
bool mountExt4(const QString &folder, const QString &image)
{
    QFile file(image);
    return file.open(QIODevice::WriteOnly) && file.resize(512 * 1024)
        && run(QStringLiteral("mkfs.ext4"), {QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("-b"), QStringLiteral("1024"), QStringLiteral("-m"),
                                             QStringLiteral("0"), QStringLiteral("-O"), QStringLiteral("^has_journal"), image})
        && run(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop,nosuid,nodev"), image, folder});
}

using Mount = bool (*)(const QString &folder, const QString &image);

} // namespace

Q_DECLARE_METATYPE(Mount)

void DiskFullTest::initTestCase_data()
{
    QTest::addColumn<Mount>("mount");
    QTest::newRow("tmpfs") << Mount(mountTmpfs);
    QTest::newRow("ext4") << Mount(mountExt4);
}

void DiskFullTest::init()
{
    QFETCH_GLOBAL(Mount, mount);
    m_mounted = mount(m_folder.path(), m_images.filePath(QStringLiteral("image")));
    if (!m_mounted) {
        std::puts("skipped: DiskFullTest (mounting a small file system needs root and, for ext4, a loop device)");
        std::fflush(stdout);
        ::_exit(77);
    }
    writeFirst();
}

void DiskFullTest::cleanup()
{
    if (std::exchange(m_mounted, false))
        QVERIFY(run(QStringLiteral("umount"), {m_folder.path()}));
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
        writeFirst();
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

void DiskFullTest::aKubeconfigThatDoesNotFitIsNotThere()
{
    int fitted = 0, refused = 0;
    for (std::size_t left = 0; left <= 64 * 1024; left += 8192) {
        QFile::remove(QString::fromStdString(at("config-course")));
        QFile::remove(QString::fromStdString(at("filler")));
        fill(left);
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
