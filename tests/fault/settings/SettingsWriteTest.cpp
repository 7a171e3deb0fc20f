#include "models/base/ManualExecutor.h"
#include "models/settings/Settings.h"
#include "models/settings/SettingsFile.h"
#include "tests/support/CountedCalls.h"
#include "tests/support/SmallDisk.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using settings::Changes;
using settings::SettingsFile;
using support::SmallDisk;
using text::Value;

/// Whatever happens while settings are written, the file holds the old ones or the new ones (F25, F26), also those of another program (F28).
class SettingsWriteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void f25_whicheverCallFailsTheFileIsWhole();
    void f25_aFullDiskKeepsTheOldSettings_data();
    void f25_aFullDiskKeepsTheOldSettings();
    void f26_killedBetweenAnyTwoStepsTheFileIsWhole();
    void f26_killedAtAnyMomentNothingIsLost();
    void f28_writersAtTheSameTimeLoseNothing();

private:
    std::string folder() const { return m_folder->path().toStdString() + "/state"; }
    static Changes change(int number)
    {
        return {{{"session", "padding"}, Value::string(std::string(2000, 'p'))}, {{"session", "number"}, Value::number(number)}};
    }
    std::int64_t number() const
    {
        const auto content = SettingsFile(folder()).read();
        return content.trouble ? -1 : content.document.value("session", "number").asInteger(-2);
    }
    /// Runs f in a process of its own, which ends with it.
    template<typename F>
    static pid_t inAnotherProcess(F f)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            f();
            ::_exit(0);
        }
        return child;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SettingsWriteTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(SettingsFile(folder()).write(change(1)));
}

void SettingsWriteTest::f25_whicheverCallFailsTheFileIsWhole()
{
    for (int step = 1;; ++step) {
        support::CountedCalls calls;
        calls.failAt = step;
        const auto written = SettingsFile(folder(), calls).write(change(2));
        if (calls.count < step) {
            QVERIFY(written);
            QVERIFY2(step > 8, "too few calls to have written a file");
            break;
        }
        const auto found = number();
        QVERIFY2(found == 1 || found == 2, qPrintable(QString::number(step)));
        QVERIFY2(!written || found == 2, qPrintable(QString::number(step)));
        QVERIFY(SettingsFile(folder()).write(change(1)));
    }
    QCOMPARE(number(), 2);
}

void SettingsWriteTest::f25_aFullDiskKeepsTheOldSettings_data()
{
    QTest::addColumn<SmallDisk::Kind>("kind");
    QTest::newRow("tmpfs") << SmallDisk::Kind::Tmpfs;
    QTest::newRow("ext4") << SmallDisk::Kind::Ext4;
}

/// And what changed meanwhile is written once there is room.
void SettingsWriteTest::f25_aFullDiskKeepsTheOldSettings()
{
    QFETCH(SmallDisk::Kind, kind);
    m_folder = std::make_unique<QTemporaryDir>();
    SmallDisk disk(m_folder->path() + QStringLiteral("/state"), kind);
    if (!disk.isMounted())
        QSKIP("mounting a small file system needs root and, for ext4, a loop device");
    const auto bytes = [this] {
        QFile file(QString::fromStdString(folder()) + QStringLiteral("/settings.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    base::ManualExecutor executor;
    settings::Settings settings(executor, folder());
    settings.set("session", "number", Value::number(1));
    QTRY_VERIFY((executor.advance(settings::Settings::Pause), number() == 1));
    const QByteArray before = bytes();
    QVERIFY(disk.fill());
    settings.set("session", "padding", Value::string(std::string(20'000, 'p')));
    settings.set("session", "number", Value::number(2));
    QTRY_VERIFY((executor.advance(settings::Settings::Pause), settings.trouble().has_value()));
    QCOMPARE(settings.trouble()->kind, settings::Trouble::Kind::NotSaved);
    QVERIFY2(settings.trouble()->reason.find("No space left on device") != std::string::npos, settings.trouble()->reason.c_str());
    QCOMPARE(bytes(), before);
    QCOMPARE(settings.value("session", "number").asInteger(), 2);
    disk.makeRoom();
    settings.set("session", "other", Value::number(3));
    QTRY_VERIFY((executor.advance(settings::Settings::Pause), !settings.trouble()));
    QCOMPARE(number(), 2);
}

void SettingsWriteTest::f26_killedBetweenAnyTwoStepsTheFileIsWhole()
{
    for (int step = 1;; ++step) {
        int status = 0;
        ::waitpid(inAnotherProcess([&] {
                      support::CountedCalls calls;
                      calls.failAt = step;
                      calls.die = true;
                      static_cast<void>(SettingsFile(folder(), calls).write(change(2)));
                  }),
                  &status, 0);
        const auto found = number();
        QVERIFY2(found == 1 || found == 2, qPrintable(QString::number(step)));
        if (WEXITSTATUS(status) == 0)
            break;
        QVERIFY2(SettingsFile(folder()).write(change(1)), "the lock of a dead process is in the way");
    }
    QCOMPARE(number(), 2);
}

void SettingsWriteTest::f26_killedAtAnyMomentNothingIsLost()
{
    std::int64_t before = number();
    for (int round = 0; round < 100; ++round) {
        const pid_t writer = inAnotherProcess([&] {
            for (int i = static_cast<int>(before) + 1;; ++i)
                static_cast<void>(SettingsFile(folder()).write(change(i)));
        });
        while (round % 2 == 0 && number() <= before) // in every other round some writes succeed first
            ::usleep(200);
        ::usleep(QRandomGenerator::global()->bounded(3000u));
        ::kill(writer, SIGKILL);
        ::waitpid(writer, nullptr, 0);
        const std::int64_t now = number();
        QVERIFY2(now >= before, qPrintable(QStringLiteral("%1 after %2").arg(now).arg(before)));
        before = now;
    }
    QVERIFY(before > 1);
}

void SettingsWriteTest::f28_writersAtTheSameTimeLoseNothing()
{
    std::vector<pid_t> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.push_back(inAnotherProcess([&] {
            for (int i = 0; i < 15; ++i) {
                if (!SettingsFile(folder()).write({{{"writer " + std::to_string(writer), std::to_string(i)}, Value::number(i)}}))
                    ::_exit(1);
            }
        }));
    }
    for (const pid_t writer : writers) {
        int status = 0;
        ::waitpid(writer, &status, 0);
        QCOMPARE(status, 0);
    }
    const auto content = SettingsFile(folder()).read();
    for (int writer = 0; writer < 4; ++writer)
        QCOMPARE(content.document.keys("writer " + std::to_string(writer)).size(), std::size_t(15));
}

QTEST_GUILESS_MAIN(SettingsWriteTest)
#include "SettingsWriteTest.moc"
