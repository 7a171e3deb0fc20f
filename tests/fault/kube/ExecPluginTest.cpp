#include "models/base/ManualExecutor.h"
#include "models/kube/ExecPlugin.h"
#include "models/platform/FileCalls.h"
#include "tests/support/FakeTransport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace std::chrono_literals;
using kube::ConnectionSettings;
using kube::Credential;
using kube::CredentialsServices;
using kube::ExecPlugin;
using kube::ExecTrust;

namespace {

bool hasChildren()
{
    return ::waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD;
}

long peakKilobytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

const std::string GoodAnswer = R"(echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t"}}')";

} // namespace

class ExecPluginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QTRY_VERIFY2(!hasChildren(), "a plugin was not waited for"); }
    void whateverAPluginDoesItEndsInPlainWords_data();
    void whateverAPluginDoesItEndsInPlainWords();
    void aFloodOfAGigabyteTakesNoMemory();
    void aGrandchildThatKeepsThePipeDoesNotHangUs();
    void escapesAndPromptsOnStandardErrorAreShownPlain();
    void ofALongStandardErrorTheEndIsShown();
    void anAbsentPluginGivesTheHintTenTimesAnHour();
    void aPluginThatIsNotExecutableSaysSo();
    void aPluginInTheLoginShellsPathIsFound();
    void aPluginThatWantsATerminalIsRefusedBeforeItRuns_data();
    void aPluginThatWantsATerminalIsRefusedBeforeItRuns();
    void aPluginThatKubercForbidsIsNotRun_data();
    void aPluginThatKubercForbidsIsNotRun();
    void itsEnvironmentIsOursAndTheKubeconfigsAndTheClusters();
    void anUnreadableAuthorityIsToldInsteadOfRunning();
    void oddPathsRunToo();
    void lettingGoEndsThePlugin();

private:
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    std::string script(const std::string &name, const std::string &text)
    {
        QFile file(QString::fromStdString(at(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(("#!/bin/sh\n" + text + "\n").c_str());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return at(name);
    }
    ConnectionSettings settings(const std::string &command) const
    {
        ConnectionSettings made;
        made.server = "https://127.0.0.1:6443";
        made.tls = true;
        made.exec.emplace();
        made.exec->apiVersion = "client.authentication.k8s.io/v1";
        made.exec->command = command;
        made.exec->interactiveMode = "IfAvailable";
        return made;
    }
    base::Result<Credential> run(ExecPlugin &plugin)
    {
        std::optional<base::Result<Credential>> got;
        const auto job = plugin.run([&](auto result) { got = std::move(result); });
        if (got)
            return base::makeError(base::ErrorKind::Misuse, "called back before it returned");
        if (!QTest::qWaitFor([&] { m_executor.advance(0ms); return got.has_value(); }, 60000))
            return base::makeError(base::ErrorKind::Misuse, "no answer");
        return *got;
    }
    base::Result<Credential> run(const ConnectionSettings &with)
    {
        ExecPlugin plugin(with, *m_services);
        plugin.setLimit(1500ms);
        return run(plugin);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    base::ManualExecutor m_executor;
    tests::FakeTransport m_transport;
    ExecTrust m_trust{"", ExecTrust::Scope::EverythingNow};
    std::unique_ptr<platform::LoginShell> m_shell;
    std::unique_ptr<CredentialsServices> m_services;
};

void ExecPluginTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_shell = std::make_unique<platform::LoginShell>("");
    m_services.reset(new CredentialsServices{m_executor, m_transport, m_trust, *m_shell, {"PATH=/usr/bin:/bin", "OURS=1"}, {}});
}

void ExecPluginTest::whateverAPluginDoesItEndsInPlainWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::addColumn<QByteArray>("words");
    using base::ErrorKind;
    const auto row = [](const char *name, const std::string &text, ErrorKind kind, const char *words) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << kind << QByteArray(words);
    };
    row("exit 1", "echo no login >&2; exit 1", ErrorKind::Io, "failed with exit code 1\noutput of ");
    row("killed", "kill -9 $$", ErrorKind::Io, "was ended by signal 9");
    row("hang", "exec sleep 1000", ErrorKind::Timeout, "did not end within 2 s and was stopped");
    row("hang in a child", "sleep 1000", ErrorKind::Timeout, "did not end within 2 s and was stopped");
    row("drip", "while :; do printf .; sleep 0.1; done", ErrorKind::Timeout, "did not end within 2 s and was stopped");
    row("asks at its input", "read answer && " + GoodAnswer, ErrorKind::Io, "failed with exit code 1");
    row("asks at the terminal", "read answer </dev/tty && " + GoodAnswer, ErrorKind::Io, "failed with exit code");
    row("bad JSON", "echo '{\"kind\":'", ErrorKind::BadInput, "decoding stdout: couldn't get version/kind; json parse error: ");
    row("nothing", ":", ErrorKind::BadInput, "decoding stdout: it is empty");
    row("HTML", "echo '<html>'", ErrorKind::BadInput, "decoding stdout: ");
    row("v1alpha1", "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1alpha1\",\"status\":{\"token\":\"t\"}}'",
        ErrorKind::BadInput, "no kind \"ExecCredential\" is registered for version \"client.authentication.k8s.io/v1alpha1\"");
    row("two answers", GoodAnswer + ";" + GoodAnswer, ErrorKind::BadInput, "decoding stdout: ");
    row("endless errors", "cat /dev/zero >&2", ErrorKind::Timeout, "did not end within 2 s");
}

void ExecPluginTest::whateverAPluginDoesItEndsInPlainWords()
{
    QFETCH(QByteArray, text);
    QFETCH(base::ErrorKind, kind);
    QFETCH(QByteArray, words);
    const auto got = run(settings(script("plugin", text.toStdString())));
    QVERIFY(!got);
    QVERIFY2(got.error().message.find(words.toStdString()) != std::string::npos, got.error().message.c_str());
    QCOMPARE(got.error().kind, kind);
}

void ExecPluginTest::aFloodOfAGigabyteTakesNoMemory()
{
    QVERIFY(run(settings(script("warm", GoodAnswer))));
    const std::string flood = script("plugin", "exec head -c 1073741824 /dev/zero");
    const long before = peakKilobytes();
    const auto got = run(settings(flood));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, base::ErrorKind::TooLarge);
#ifndef __SANITIZE_ADDRESS__
    const long grown = peakKilobytes() - before;
    QVERIFY2(grown <= 4 * 1024, qPrintable(QStringLiteral("%1 KiB more").arg(grown)));
#else
    static_cast<void>(before);
#endif
}

void ExecPluginTest::aGrandchildThatKeepsThePipeDoesNotHangUs()
{
    const auto got = run(settings(script("plugin", "sleep 1000 & echo $! >" + at("pid") + "; " + GoodAnswer)));
    QFile pid(QString::fromStdString(at("pid")));
    QVERIFY(pid.open(QIODevice::ReadOnly));
    ::kill(pid.readAll().trimmed().toInt(), SIGKILL);
    QVERIFY2(got, got ? "" : got.error().message.c_str());
    QCOMPARE(got->token.reveal(), std::string("t"));
}

void ExecPluginTest::escapesAndPromptsOnStandardErrorAreShownPlain()
{
    const auto got = run(settings(script("plugin", "printf '\\033[31mPassword: \\007\\r\\033]0;x\\007' >&2; exit 3")));
    QVERIFY(!got);
    const std::string &message = got.error().message;
    QVERIFY2(message.find("\noutput of " + at("plugin") + ":\n") != std::string::npos, message.c_str());
    QVERIFY(message.find("Password:") != std::string::npos);
    for (const char byte : {'\x1b', '\x07', '\r'})
        QVERIFY(message.find(byte) == std::string::npos);
}

void ExecPluginTest::ofALongStandardErrorTheEndIsShown()
{
    const auto got = run(settings(script("plugin", "head -c 100000 /dev/zero | tr '\\0' x >&2; echo the reason >&2; exit 1")));
    QVERIFY(!got);
    QVERIFY(got.error().message.ends_with("the reason"));
    QVERIFY(got.error().message.size() < 9000);
}

void ExecPluginTest::anAbsentPluginGivesTheHintTenTimesAnHour()
{
    ConnectionSettings absent = settings("no-such-plugin");
    absent.exec->installHint = "Install it: U+001B[1mnow\nwith care";
    ExecPlugin plugin(absent, *m_services);
    const auto hinted = [&] {
        const auto got = run(plugin);
        if (got || got.error().kind != base::ErrorKind::NotFound || !got.error().message.starts_with("exec: executable no-such-plugin not found"))
            qFatal("another error than not found");
        return got.error().message.find("Install it: U+001B[1mnow\nwith care") != std::string::npos;
    };
    for (int i = 0; i < 10; ++i)
        QVERIFY(hinted());
    QVERIFY(!hinted());
    m_executor.advance(1h);
    QVERIFY(hinted());
    const auto path = run(settings("/no/such/plugin"));
    QVERIFY(path.error().message.starts_with("exec: executable /no/such/plugin not found"));
}

void ExecPluginTest::aPluginThatIsNotExecutableSaysSo()
{
    QFile file(QString::fromStdString(at("plugin")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto got = run(settings(at("plugin")));
    QVERIFY(!got);
    QCOMPARE(got.error().message, "exec: fork/exec " + at("plugin") + ": Permission denied");
}

void ExecPluginTest::aPluginInTheLoginShellsPathIsFound()
{
    const std::string shell = script("shell", "PATH=" + m_folder->path().toStdString() + ":$PATH exec /bin/sh -c \"$2\"");
    m_shell = std::make_unique<platform::LoginShell>(shell, std::vector<std::string>{"PATH=/usr/bin:/bin"});
    m_services.reset(new CredentialsServices{m_executor, m_transport, m_trust, *m_shell, {"PATH=/usr/bin:/bin"}, {}});
    // What the plugin calls must be found as well.
    script("helper", GoodAnswer);
    script("our-plugin", "exec helper");
    const auto got = run(settings("our-plugin"));
    QVERIFY2(got, got ? "" : got.error().message.c_str());
}

void ExecPluginTest::aPluginThatWantsATerminalIsRefusedBeforeItRuns_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("words");
    QTest::newRow("Always") << QStringLiteral("Always")
                            << QStringLiteral("exec plugin cannot support interactive mode: standard input is not a terminal");
    QTest::newRow("unknown") << QStringLiteral("sometimes")
                             << QStringLiteral("exec plugin cannot support interactive mode: unknown interactiveMode: \"sometimes\"");
}

void ExecPluginTest::aPluginThatWantsATerminalIsRefusedBeforeItRuns()
{
    QFETCH(QString, mode);
    QFETCH(QString, words);
    ConnectionSettings with = settings(script("plugin", "touch " + at("ran") + "; " + GoodAnswer));
    with.exec->interactiveMode = mode.toStdString();
    const auto got = run(with);
    QVERIFY(!got);
    QCOMPARE(QString::fromStdString(got.error().message), words);
    QVERIFY(!QFile::exists(QString::fromStdString(at("ran"))));
    with.exec->interactiveMode = "Never";
    QVERIFY(run(with));
}

void ExecPluginTest::aPluginThatKubercForbidsIsNotRun_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("all are denied") << QByteArray("credentialPluginPolicy: DenyAll\n") << QByteArray("policy set to \"DenyAll\"");
    QTest::newRow("another is allowed") << QByteArray("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{command: aws}]\n")
                                        << QByteArray("is not permitted by the credential plugin allowlist");
    QTest::newRow("it is allowed") << QByteArray("credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{command: PLUGIN}]\n") << QByteArray();
}

void ExecPluginTest::aPluginThatKubercForbidsIsNotRun()
{
    QFETCH(QByteArray, policy);
    QFETCH(QByteArray, words);
    const std::string plugin = script("plugin", "touch " + at("ran") + "; exit 3");
    QFile kuberc(QString::fromStdString(at("kuberc")));
    QVERIFY(kuberc.open(QIODevice::WriteOnly));
    kuberc.write("apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n" + policy.replace("PLUGIN", plugin.c_str()));
    kuberc.close();
    m_services.reset(new CredentialsServices{m_executor, m_transport, m_trust, *m_shell, {"PATH=/usr/bin:/bin", "KUBERC=" + at("kuberc")}, {}});
    const auto result = run(settings(plugin));
    QVERIFY(!result);
    QCOMPARE(QFile::exists(QString::fromStdString(at("ran"))), words.isEmpty());
    QVERIFY2(result.error().message.find(words.toStdString()) != std::string::npos, result.error().message.c_str());
}

void ExecPluginTest::itsEnvironmentIsOursAndTheKubeconfigsAndTheClusters()
{
    ConnectionSettings with = settings(script("plugin", "env >" + at("env") + "; " + GoodAnswer));
    with.exec->environment = {{"OURS", base::SecretText("2")}, {"THEIRS", base::SecretText("한글 $(id)")}};
    with.exec->provideClusterInfo = true;
    QFile authority(QString::fromStdString(at("ca.crt")));
    QVERIFY(authority.open(QIODevice::WriteOnly));
    authority.write("pem");
    authority.close();
    with.authorityFile = at("ca.crt");
    QVERIFY(run(with));
    QFile file(QString::fromStdString(at("env")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray env = file.readAll();
    QVERIFY(env.contains("OURS=2\n"));
    QVERIFY(env.contains("THEIRS=한글 $(id)\n"));
    QVERIFY(env.contains("KUBERNETES_EXEC_INFO={\"kind\":\"ExecCredential\""));
    QVERIFY(env.contains("\"certificate-authority-data\":\"cGVt\""));
    QVERIFY(env.contains("\"interactive\":false"));
}

void ExecPluginTest::anUnreadableAuthorityIsToldInsteadOfRunning()
{
    ConnectionSettings with = settings(script("plugin", "touch " + at("ran") + "; " + GoodAnswer));
    with.exec->provideClusterInfo = true;
    with.authorityFile = at("missing.crt");
    const auto got = run(with);
    QVERIFY(!got);
    QVERIFY(got.error().message.starts_with("unable to read certificate-authority: "));
    QVERIFY(!QFile::exists(QString::fromStdString(at("ran"))));
}

void ExecPluginTest::oddPathsRunToo()
{
    const std::string folder = at("한글 🚢/" + std::string(200, 'a'));
    QVERIFY(platform::FileCalls::system().makeFolders(folder));
    ConnectionSettings with = settings(script("한글 🚢/" + std::string(200, 'a') + "/plug in", "[ \"$1\" = 'a b' ] && " + GoodAnswer));
    with.exec->arguments = {"a b"};
    const auto got = run(with);
    QVERIFY2(got, got ? "" : got.error().message.c_str());
}

void ExecPluginTest::lettingGoEndsThePlugin()
{
    ExecPlugin plugin(settings(script("plugin", "touch " + at("ran") + "; exec sleep 1000")), *m_services);
    QElapsedTimer timer;
    {
        const auto job = plugin.run([](auto) { QFAIL("delivered after it was let go"); });
        QTRY_VERIFY(QFile::exists(QString::fromStdString(at("ran"))));
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 500, "letting go must not wait for the program");
    QTRY_VERIFY(!hasChildren());
    m_executor.run();
}

QTEST_GUILESS_MAIN(ExecPluginTest)
#include "ExecPluginTest.moc"
