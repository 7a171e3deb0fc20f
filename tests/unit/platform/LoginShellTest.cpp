#include "models/base/ManualExecutor.h"
#include "models/platform/LoginShell.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using platform::LoginShell;

class LoginShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void thePathIsTakenFromBetweenTheMarks_data();
    void thePathIsTakenFromBetweenTheMarks();
    void aShellRunsOnceForAllWhoAsk();
    void aRealShellTellsThePathItsProfileSets();
    void aShellThatFailsGivesNothing();
    void withoutAShellNothingRuns();

private:
    std::string script(const std::string &text)
    {
        QFile file(m_folder->filePath(QStringLiteral("shell")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0)
            return {};
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName().toStdString();
    }
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LoginShellTest::thePathIsTakenFromBetweenTheMarks_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("path");
    QTest::newRow("alone") << QStringLiteral("<wheelhouse-path>/a:/b</wheelhouse-path>") << QStringLiteral("/a:/b");
    QTest::newRow("noise") << QStringLiteral("Welcome!\n<wheelhouse-path>/a</wheelhouse-path>\nbye") << QStringLiteral("/a");
    QTest::newRow("cut off") << QStringLiteral("<wheelhouse-path>/a:/b") << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("the command echoed") << QStringLiteral("+ <wheelhouse-path>x\n<wheelhouse-path>/a</wheelhouse-path>")
                                        << QStringLiteral("/a");
}

void LoginShellTest::thePathIsTakenFromBetweenTheMarks()
{
    QFETCH(QString, output);
    QFETCH(QString, path);
    QCOMPARE(QString::fromStdString(LoginShell::pathFromOutput(output.toStdString())), path);
}

void LoginShellTest::aShellRunsOnceForAllWhoAsk()
{
    base::ManualExecutor executor;
    LoginShell shell(script("#!/bin/sh\necho run >>" + at("runs") + "\nexec /bin/sh -c \"$2\"\n"), {"PATH=/usr/bin:/bin:/extra"});
    std::vector<std::string> got;
    const auto collect = [&](const std::string &path) { got.push_back(path); };
    const auto first = shell.fetchPath(executor, collect);
    const auto second = shell.fetchPath(executor, collect);
    QTRY_VERIFY((executor.run(), got.size() == 2));
    const auto third = shell.fetchPath(executor, collect);
    executor.run();
    QCOMPARE(got, std::vector<std::string>(3, "/usr/bin:/bin:/extra"));
    QFile runs(QString::fromStdString(at("runs")));
    QVERIFY(runs.open(QIODevice::ReadOnly));
    QCOMPARE(runs.readAll(), QByteArray("run\n"));
}

void LoginShellTest::aRealShellTellsThePathItsProfileSets()
{
    if (!platform::isExecutable("/bin/bash"))
        QSKIP("no bash here");
    QFile profile(m_folder->filePath(QStringLiteral(".bash_profile")));
    QVERIFY(profile.open(QIODevice::WriteOnly));
    profile.write("echo hello from the profile\nexport PATH=/from/profile:$PATH\n");
    profile.close();
    base::ManualExecutor executor;
    LoginShell shell("/bin/bash", {"HOME=" + m_folder->path().toStdString(), "PATH=/usr/bin:/bin"});
    std::optional<std::string> got;
    const auto job = shell.fetchPath(executor, [&](const std::string &path) { got = path; });
    QTRY_VERIFY_WITH_TIMEOUT((executor.run(), got.has_value()), 20000);
    QVERIFY2(got->starts_with("/from/profile:"), got->c_str());
}

void LoginShellTest::aShellThatFailsGivesNothing()
{
    base::ManualExecutor executor;
    LoginShell shell("/no/such/shell");
    std::optional<std::string> got;
    const auto job = shell.fetchPath(executor, [&](const std::string &path) { got = path; });
    QTRY_VERIFY((executor.run(), got.has_value()));
    QCOMPARE(*got, std::string());
}

void LoginShellTest::withoutAShellNothingRuns()
{
    base::ManualExecutor executor;
    LoginShell shell("");
    std::optional<std::string> got;
    const auto job = shell.fetchPath(executor, [&](const std::string &path) { got = path; });
    QCOMPARE(executor.run(), 1);
    QCOMPARE(got, std::optional<std::string>(""));
}

QTEST_GUILESS_MAIN(LoginShellTest)
#include "LoginShellTest.moc"
