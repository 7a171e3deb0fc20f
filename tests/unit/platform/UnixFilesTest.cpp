#include "models/platform/DurableFile.h"
#include "models/platform/FileLock.h"
#include "models/platform/ProcessLock.h"
#include "tests/support/FileContent.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using platform::FileCalls;
using platform::ProcessLock;
using platform::WriteOptions;
using platform::writeDurably;
using tests::contentOf;
using tests::put;

namespace {

unsigned modeOf(const std::string &path)
{
    struct stat info{};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : ~0u;
}

} // namespace

/// What only Unix has: modes, links, pipes, forks, and names of any characters.
class UnixFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aNewFileIsOursAlone();
    void anExistingFileKeepsItsModeWhenAsked();
    void aBackupIsOursAlone();
    void aSymbolicLinkStaysAndItsTargetIsWritten();
    void aLinkToNothingYetMakesItsTarget();
    void aLoopOfLinksIsRefused();
    void aPipeIsRefused();
    void aNameWithALineBreakOrABackslashIsAName();
    void aLockFileMayBeReadByNobody();
    void aChildThatIsJustForkedKeepsNoLock();

private:
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void UnixFilesTest::aNewFileIsOursAlone()
{
    QVERIFY(writeDurably(at("new"), "content"));
    QCOMPARE(modeOf(at("new")), 0600u);
}

void UnixFilesTest::aBackupIsOursAlone()
{
    put(at("file"), "first");
    ::chmod(at("file").c_str(), 0644);
    WriteOptions options;
    options.backup = true;
    QVERIFY(writeDurably(at("file"), "second", options));
    QCOMPARE(modeOf(at("file.bak")), 0600u);
}

void UnixFilesTest::anExistingFileKeepsItsModeWhenAsked()
{
    put(at("file"), "old");
    ::chmod(at("file").c_str(), 0640);
    WriteOptions options;
    options.keepAttributes = true;
    QVERIFY(writeDurably(at("file"), "new", options));
    QCOMPARE(modeOf(at("file")), 0640u);
    QVERIFY(writeDurably(at("file"), "newer"));
    QCOMPARE(modeOf(at("file")), 0600u);
}

void UnixFilesTest::aSymbolicLinkStaysAndItsTargetIsWritten()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("real")));
    put(at("real/file"), "old");
    QCOMPARE(::symlink("real/file", at("middle").c_str()), 0);
    QCOMPARE(::symlink(at("middle").c_str(), at("link").c_str()), 0);
    QVERIFY(writeDurably(at("link"), "new"));
    QVERIFY(QFileInfo(QString::fromStdString(at("link"))).isSymLink());
    QVERIFY(QFileInfo(QString::fromStdString(at("middle"))).isSymLink());
    QCOMPARE(contentOf(at("real/file")), std::string("new"));
}

void UnixFilesTest::aLinkToNothingYetMakesItsTarget()
{
    QCOMPARE(::symlink("target", at("link").c_str()), 0);
    QVERIFY(writeDurably(at("link"), "new"));
    QCOMPARE(contentOf(at("target")), std::string("new"));
}

void UnixFilesTest::aLoopOfLinksIsRefused()
{
    QCOMPARE(::symlink("b", at("a").c_str()), 0);
    QCOMPARE(::symlink("a", at("b").c_str()), 0);
    const auto result = writeDurably(at("a"), "new");
    QVERIFY(!result);
    QVERIFY(result.error().message.find("too many symbolic links") != std::string::npos);
}

void UnixFilesTest::aPipeIsRefused()
{
    QCOMPARE(::mkfifo(at("pipe").c_str(), 0600), 0);
    const auto result = writeDurably(at("pipe"), "x");
    QVERIFY(!result);
    QVERIFY(result.error().message.ends_with("not a regular file"));
    QVERIFY(!FileCalls::system().read(at("pipe"), 10));
}

void UnixFilesTest::aNameWithALineBreakOrABackslashIsAName()
{
    for (const char *name : {"a\nb", "a\\b", "nul.txt", "config."}) {
        QVERIFY(writeDurably(at(name), "one"));
        QVERIFY(writeDurably(at(name), "two"));
        QCOMPARE(contentOf(at(name)), std::string("two"));
    }
}

void UnixFilesTest::aLockFileMayBeReadByNobody()
{
    const auto lock = platform::FileLock::tryLock(at("config"));
    QVERIFY(lock);
    QCOMPARE(modeOf(at("config.lock")), 0u);
}

void UnixFilesTest::aChildThatIsJustForkedKeepsNoLock()
{
    std::optional<ProcessLock> held;
    if (auto lock = ProcessLock::tryLock(at("lock")))
        held = std::move(*lock);
    QVERIFY(held);
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(::pause());
    held.reset();
    const bool isFree = ProcessLock::tryLock(at("lock")).has_value();
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(isFree);
}

QTEST_APPLESS_MAIN(UnixFilesTest)
#include "UnixFilesTest.moc"
