#include "models/kube/KubeConfigSaving.h"
#include "tests/support/CountedCalls.h"
#include "tests/support/FileContent.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using support::CountedCalls;
using tests::contentOf;

namespace {

const std::string Text = [] {
    std::string text = "apiVersion: v1\nkind: Config\n";
    for (int i = 0; i < 40; ++i)
        text += "# comment number " + std::to_string(i) + "\n";
    return text;
}();

} // namespace

/// A kubeconfig is saved under a new name: whatever goes wrong, there is the whole file or none, and no other file is touched.
class KubeConfigSavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void f25_whicheverCallFailsThereIsTheWholeFileOrNone();
    void f23_killedBetweenAnyTwoStepsThereIsTheWholeFileOrNone();
    void f23_whoComesSecondIsRefusedEvenAtTheLastMoment();

private:
    std::string kubeFolder() const { return m_folder->path().toStdString() + "/home/.kube"; }
    std::string path() const { return kubeFolder() + "/config-course"; }
    void forget() const { QDir(m_folder->path() + QStringLiteral("/home")).removeRecursively(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KubeConfigSavingTest::f25_whicheverCallFailsThereIsTheWholeFileOrNone()
{
    CountedCalls counting;
    QVERIFY(kube::writeNewKubeConfig(path(), Text, counting));
    QVERIFY(counting.count > 8);
    for (int step = 1; step <= counting.count; ++step) {
        forget();
        CountedCalls calls;
        calls.failAt = step;
        const auto saved = kube::writeNewKubeConfig(path(), Text, calls);
        const std::string found = contentOf(path());
        QVERIFY2(!saved, qPrintable(QStringLiteral("step %1 failed unseen").arg(step)));
        QVERIFY2(saved.error().message.find("No space left on device") != std::string::npos, saved.error().message.c_str());
        // Only the very last step, making the folder durable, comes after the file is there.
        QVERIFY2(found == (step < counting.count ? "<none>" : Text), qPrintable(QStringLiteral("after step %1: %2 bytes").arg(step).arg(found.size())));
        const QStringList left = QDir(QString::fromStdString(kubeFolder())).entryList(QDir::Files | QDir::Hidden | QDir::System);
        QVERIFY2(left.size() == (step < counting.count ? 0 : 1), qPrintable(left.join(u' ')));
    }
}

void KubeConfigSavingTest::f23_killedBetweenAnyTwoStepsThereIsTheWholeFileOrNone()
{
    CountedCalls counting;
    QVERIFY(kube::writeNewKubeConfig(path(), Text, counting));
    int none = 0, whole = 0;
    for (int step = 1; step <= counting.count + 1; ++step) {
        forget();
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            CountedCalls calls;
            calls.die = true;
            calls.failAt = step;
            static_cast<void>(kube::writeNewKubeConfig(path(), Text, calls));
            ::_exit(0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        const std::string found = contentOf(path());
        QVERIFY2(found == "<none>" || found == Text, qPrintable(QStringLiteral("step %1: %2 bytes").arg(step).arg(found.size())));
        ++(found == Text ? whole : none);
        // What was left behind hinders nobody.
        QCOMPARE(bool(kube::writeNewKubeConfig(path(), Text)), found != Text);
        QCOMPARE(contentOf(path()), Text);
    }
    QVERIFY(none >= 8);
    QVERIFY(whole >= 1);
}

void KubeConfigSavingTest::f23_whoComesSecondIsRefusedEvenAtTheLastMoment()
{
    /// Somebody else makes the file after it was looked for.
    class Overtaken final : public platform::FileCalls
    {
    public:
        base::Result<void> sync(int file) override
        {
            const int other = ::open((folder + "/config-course").c_str(), O_WRONLY | O_CREAT, 0600);
            static_cast<void>(::write(other, "theirs", 6) == 6 && ::close(other) == 0);
            return FileCalls::sync(file);
        }
        std::string folder;
    };
    Overtaken calls;
    calls.folder = kubeFolder();
    const auto saved = kube::writeNewKubeConfig(path(), Text, calls);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, base::ErrorKind::Conflict);
    QCOMPARE(contentOf(path()), std::string("theirs"));
    QCOMPARE(QDir(QString::fromStdString(kubeFolder())).entryList(QDir::Files | QDir::Hidden).size(), qsizetype(1));
}

QTEST_GUILESS_MAIN(KubeConfigSavingTest)
#include "KubeConfigSavingTest.moc"
