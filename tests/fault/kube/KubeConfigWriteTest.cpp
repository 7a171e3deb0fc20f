#include "models/base/ManualExecutor.h"
#include "models/kube/OidcRefreshFile.h"
#include "models/platform/DurableFile.h"
#include "models/platform/FileLock.h"
#include "tests/support/CountedCalls.h"
#include "tests/support/FileContent.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace std::chrono_literals;
using base::SecretText;
using tests::contentOf;

namespace {

std::string kubeConfig(const std::string &token, int comments)
{
    std::string text = "users:\n- name: me\n  user:\n    auth-provider:\n      name: oidc\n      config:\n        id-token: " + token + "\n";
    for (int i = 0; i < comments; ++i)
        text += "# comment number " + std::to_string(i) + "\n";
    return text;
}

const std::string Old = kubeConfig("eyJold", 40), New = kubeConfig("eyJnew", 40);

} // namespace

/// Renewed tokens are written into the person's own kubeconfig: whatever goes wrong, it is never empty or half (F23).
class KubeConfigWriteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void f23_theFileKeepsItsModeItsLinkAndABackup();
    void f23_aHeldLockIsRespectedAndLeft();
    void f23_whicheverCallFailsTheFileIsWhole();
    void f23_killedBetweenAnyTwoStepsTheFileIsWhole();
    void f23_aFileThatOthersOwnIsKeptTheirs();
    void twentyWritersInARowLoseNothing();

private:
    std::string path() const { return m_folder->path().toStdString() + "/config"; }
    void put(const std::string &text)
    {
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text.data(), qint64(text.size()));
    }
    base::Result<void> save(const std::string &to, const std::string &token, platform::FileCalls &calls)
    {
        base::ManualExecutor executor;
        std::optional<base::Result<void>> got;
        const auto job = kube::saveAuthProviderTokens(executor, to, "me", {{"id-token", SecretText(token)}},
                                                      [&](auto result) { got = std::move(result); }, calls);
        while (!got) {
            executor.advance(100ms);
            ::usleep(200);
        }
        return *got;
    }
    void removeLock() { QFile::remove(QString::fromStdString(path() + ".lock")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    platform::FileCalls m_calls;
};

void KubeConfigWriteTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    put(Old);
}

void KubeConfigWriteTest::f23_theFileKeepsItsModeItsLinkAndABackup()
{
    ::chmod(path().c_str(), 0640);
    const std::string link = m_folder->path().toStdString() + "/link";
    QCOMPARE(::symlink("config", link.c_str()), 0);
    QVERIFY(save(link, "eyJnew", m_calls));
    QVERIFY(QFileInfo(QString::fromStdString(link)).isSymLink());
    QCOMPARE(contentOf(path()), New);
    QCOMPARE(contentOf(path() + ".bak"), Old);
    struct stat info{};
    QCOMPARE(::stat(path().c_str(), &info), 0);
    QCOMPARE(info.st_mode & 07777, mode_t(0640));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System).size(), qsizetype(3));
}

void KubeConfigWriteTest::f23_aHeldLockIsRespectedAndLeft()
{
    QFile lock(QString::fromStdString(path() + ".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    const auto saved = save(path(), "eyJnew", m_calls);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, base::ErrorKind::Timeout);
    QCOMPARE(contentOf(path()), Old);
    QVERIFY(lock.exists());
}

void KubeConfigWriteTest::f23_whicheverCallFailsTheFileIsWhole()
{
    support::CountedCalls counting;
    QVERIFY(save(path(), "eyJnew", counting));
    const int steps = counting.count;
    QVERIFY(steps > 20);
    int failures = 0;
    for (int step = 1; step <= steps; ++step) {
        put(Old);
        support::CountedCalls calls;
        calls.failAt = step;
        failures += !save(path(), "eyJnew", calls);
        const std::string found = contentOf(path());
        QVERIFY2(found == Old || found == New, qPrintable(QStringLiteral("after step %1: %2 bytes").arg(step).arg(found.size())));
        QVERIFY2(!QFile::exists(QString::fromStdString(path() + ".lock")), qPrintable(QStringLiteral("step %1 left the lock").arg(step)));
    }
    // Only closing the lock file may fail without harm.
    QVERIFY2(failures >= steps - 1, qPrintable(QStringLiteral("%1 of %2").arg(failures).arg(steps)));
}

void KubeConfigWriteTest::f23_killedBetweenAnyTwoStepsTheFileIsWhole()
{
    support::CountedCalls counting;
    QVERIFY(save(path(), "eyJnew", counting));
    int oldOnes = 0, newOnes = 0;
    for (int round = 0; round < 500; ++round) {
        put(Old);
        removeLock();
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            // Without threads: the same steps as aside, in a process that dies at one of them.
            support::CountedCalls calls;
            calls.die = true;
            calls.failAt = round % (counting.count + 1) + 1;
            platform::WriteOptions options;
            options.keepAttributes = options.backup = true;
            const auto lock = platform::FileLock::tryLock(path(), calls);
            const auto text = kube::withAuthProviderTokens(Old, "me", {{"id-token", SecretText("eyJnew")}});
            static_cast<void>(platform::writeDurably(path(), *text, options, calls));
            ::_exit(0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        const std::string found = contentOf(path());
        QVERIFY2(found == Old || found == New, qPrintable(QStringLiteral("round %1: %2 bytes").arg(round).arg(found.size())));
        ++(found == Old ? oldOnes : newOnes);
    }
    QVERIFY(oldOnes > 100);
    QVERIFY(newOnes > 10);
}

void KubeConfigWriteTest::f23_aFileThatOthersOwnIsKeptTheirs()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file away");
    QCOMPARE(::chown(path().c_str(), 1234, 2345), 0);
    QVERIFY(save(path(), "eyJnew", m_calls));
    struct stat info{};
    QCOMPARE(::stat(path().c_str(), &info), 0);
    QCOMPARE(info.st_uid, uid_t(1234));
    QCOMPARE(info.st_gid, gid_t(2345));
}

void KubeConfigWriteTest::twentyWritersInARowLoseNothing()
{
    for (int i = 0; i < 20; ++i)
        QVERIFY(save(path(), "eyJ" + std::to_string(i), m_calls));
    QCOMPARE(contentOf(path()), kubeConfig("eyJ19", 40));
    QCOMPARE(contentOf(path() + ".bak"), kubeConfig("eyJ18", 40));
}

QTEST_GUILESS_MAIN(KubeConfigWriteTest)
#include "KubeConfigWriteTest.moc"
