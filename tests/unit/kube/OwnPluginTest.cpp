#include "models/base/ManualExecutor.h"
#include "models/kube/ContextSelection.h"
#include "models/kube/ExecPlugin.h"
#include "models/kube/KubeConfigLoader.h"
#include "models/platform/ChildProcess.h"
#include "models/platform/NativePath.h"
#include "models/platform/ProcessLock.h"
#include "tests/support/FakeTransport.h"
#include "tests/support/OwnProgram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <thread>

using namespace std::chrono_literals;
using kube::ConnectionSettings;
using kube::Credential;
using kube::ExecPlugin;

namespace {

bool isWindows()
{
    return QSysInfo::kernelType() == QLatin1String("winnt");
}

} // namespace

/// Exec plugins on every system; the plugin is this program. What scripts of Unix can do besides is in fault/kube/ExecPluginTest.
class OwnPluginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QDir::setCurrent(m_before); }
    void aNameIsFoundInPath();
    void aPathIsRelativeToTheKubeconfig_data();
    void aPathIsRelativeToTheKubeconfig();
    void nothingOfTheWorkingFolderIsRun();
    void argumentsArriveAsTheyWere();
    void theEnvironmentIsOursAndTheKubeconfigs();
    void whateverItDoesItEndsInPlainWords_data();
    void whateverItDoesItEndsInPlainWords();
    void whatItStartedEndsWithIt();
    void aBatchFileGetsHarmlessArgumentsAlone_data();
    void aBatchFileGetsHarmlessArgumentsAlone();

private:
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    static std::string ended(const std::string &path) { return isWindows() ? path + ".exe" : path; }
    /// This program under another name.
    void copyTo(const std::string &path) const;
    ConnectionSettings settings(const std::string &command, std::vector<std::string> words) const;
    /// The token, or the words of the error.
    std::string run(const ConnectionSettings &with, std::chrono::milliseconds limit = 60s);

    QString m_before = QDir::currentPath();
    std::unique_ptr<QTemporaryDir> m_folder;
    base::ManualExecutor m_executor;
    tests::FakeTransport m_transport;
    kube::ExecTrust m_trust{"", kube::ExecTrust::Scope::EverythingNow};
    platform::LoginShell m_shell{""};
    std::vector<std::string> m_environment;
};

void OwnPluginTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = platform::currentEnvironment();
    m_environment.push_back("KUBERC=off");
}

void OwnPluginTest::copyTo(const std::string &path) const
{
    QVERIFY(QDir().mkpath(QString::fromStdString(platform::folderOf(path))));
    QVERIFY(QFile::copy(QString::fromStdString(support::ownProgram()), QString::fromStdString(path)));
}

ConnectionSettings OwnPluginTest::settings(const std::string &command, std::vector<std::string> words) const
{
    ConnectionSettings made;
    made.server = "https://127.0.0.1:6443";
    made.tls = true;
    made.exec.emplace();
    made.exec->apiVersion = "client.authentication.k8s.io/v1";
    made.exec->command = command;
    made.exec->arguments = std::move(words);
    made.exec->arguments.insert(made.exec->arguments.begin(), support::asChild);
    made.exec->interactiveMode = "IfAvailable";
    return made;
}

std::string OwnPluginTest::run(const ConnectionSettings &with, std::chrono::milliseconds limit)
{
    const kube::CredentialsServices services{m_executor, m_transport, m_trust, m_shell, m_environment, {}};
    ExecPlugin plugin(with, services);
    plugin.setLimit(limit);
    std::optional<base::Result<Credential>> got;
    const auto job = plugin.run([&](auto result) { got = std::move(result); });
    if (!QTest::qWaitFor([&] { m_executor.advance(0ms); return got.has_value(); }, 90'000))
        return "no answer";
    return *got ? (*got)->token.reveal() : got->error().message;
}

void OwnPluginTest::aNameIsFoundInPath()
{
    copyTo(ended(at("내 도구/kube-login")));
    m_environment.push_back("PATH=" + at("내 도구") + platform::listSeparator() + platform::environmentValue(m_environment, "PATH"));
    QCOMPARE(run(settings("kube-login", {"say", "found"})), std::string("found"));
    QVERIFY(run(settings("kube-logout", {"say", "found"})).starts_with("exec: executable kube-logout not found"));
}

void OwnPluginTest::aPathIsRelativeToTheKubeconfig_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("with a slash") << QByteArray("./bin/login") << QByteArray("bin/login");
    QTest::newRow("without a dot") << QByteArray("bin/login") << QByteArray("bin/login");
    QTest::newRow("from above") << QByteArray("../tools/login") << QByteArray("../tools/login");
    if (isWindows()) {
        QTest::newRow("with backslashes") << QByteArray(".\\bin\\login") << QByteArray("bin/login");
        QTest::newRow("with its ending") << QByteArray("bin\\login.exe") << QByteArray("bin/login");
    }
}

void OwnPluginTest::aPathIsRelativeToTheKubeconfig()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, file);
    const std::string folder = at("내 설정 🚀");
    QVERIFY(QDir().mkpath(QString::fromStdString(folder)));
    copyTo(ended(folder + "/" + file.toStdString()));
    const std::string text = "clusters: [{name: c, cluster: {server: 'https://127.0.0.1:6443'}}]\r\nusers:\r\n- name: u\r\n  user:\r\n    exec:\r\n"
        "      apiVersion: client.authentication.k8s.io/v1\r\n      interactiveMode: Never\r\n      command: '" + command.toStdString() + "'\r\n"
        "      args: [" + support::asChild + ", say, hello]\r\ncontexts: [{name: x, context: {cluster: c, user: u}}]\r\ncurrent-context: x\r\n";
    const auto config = kube::readKubeConfig(text, folder + "/config", kube::KubeFiles::system());
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    const auto choice = kube::chooseContext(*config, {}, kube::KubeFiles::system());
    QVERIFY2(choice.selected && choice.selected->connection, choice.error ? choice.error->message.c_str() : "");
    QCOMPARE(run(*choice.selected->connection), std::string("hello"));
}

void OwnPluginTest::nothingOfTheWorkingFolderIsRun()
{
    copyTo(ended(at("kube-login")));
    copyTo(ended(at("bin/login")));
    QVERIFY(QDir::setCurrent(m_folder->path()));
    m_environment.push_back(std::string("PATH=.") + platform::listSeparator() + platform::environmentValue(m_environment, "PATH"));
    QVERIFY(run(settings("kube-login", {"say", "hello"})).starts_with("exec: executable kube-login not found"));
    for (const char *command : {"./login", "bin/login"}) {
        const std::string words = run(settings(command, {"say", "hello"}));
        QVERIFY2(words.starts_with(std::string("exec: ") + command + " is not looked for in the working folder"), words.c_str());
    }
}

void OwnPluginTest::argumentsArriveAsTheyWere()
{
    const std::vector<std::string> words{"", "a b", "\"", "a\\", "a\\\"b", "\\\\x\\", "%PATH%", "^&|<>()!", "한글 🚀", "*", "'single'", "a\tb", "--login=\"x y\""};
    std::vector<std::string> arguments{"hex"};
    QByteArray expected;
    for (const std::string &word : words) {
        arguments.push_back(word);
        expected += QByteArray::fromStdString(word).toHex() + '.';
    }
    QCOMPARE(run(settings(support::ownProgram(), arguments)), expected.toStdString());
}

void OwnPluginTest::theEnvironmentIsOursAndTheKubeconfigs()
{
    m_environment.push_back("WHEELHOUSE_OURS=우리");
    ConnectionSettings with = settings(support::ownProgram(), {"variables", "WHEELHOUSE_OURS", "WHEELHOUSE_THEIRS", "KUBERNETES_EXEC_INFO"});
    with.exec->environment = {{"WHEELHOUSE_THEIRS", base::SecretText("너희 \"x\" 🚀")}};
    const QByteArray token = QByteArray::fromStdString(run(with));
    const QList<QByteArray> values = token.split('.');
    QCOMPARE(values.size(), 4);
    QCOMPARE(QByteArray::fromHex(values[0]), QByteArray("우리"));
    QCOMPARE(QByteArray::fromHex(values[1]), QByteArray("너희 \"x\" 🚀"));
    QVERIFY(QByteArray::fromHex(values[2]).contains("\"kind\":\"ExecCredential\""));
}

void OwnPluginTest::whateverItDoesItEndsInPlainWords_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("fails") << QByteArray("fail") << QByteArray("failed with exit code 3\noutput of ");
    QTest::newRow("hangs") << QByteArray("hang") << QByteArray("did not end within 2 s and was stopped");
    QTest::newRow("says too much") << QByteArray("flood") << QByteArray("printed more than 1 MiB and was stopped");
    QTest::newRow("asks") << QByteArray("ask") << QByteArray("failed with exit code 4");
    QTest::newRow("says nothing") << QByteArray("nothing") << QByteArray("decoding stdout: it is empty");
}

void OwnPluginTest::whateverItDoesItEndsInPlainWords()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, words);
    const bool isEnded = word == "hang";
    const std::string said = run(settings(support::ownProgram(), {word.toStdString()}), isEnded ? 1500ms : 60'000ms);
    QVERIFY2(said.find(words.toStdString()) != std::string::npos, said.c_str());
}

void OwnPluginTest::whatItStartedEndsWithIt()
{
    const std::string said = run(settings(support::ownProgram(), {"family", at("alive")}), 5s);
    QVERIFY2(said.find("did not end within 5 s and was stopped") != std::string::npos, said.c_str());
    QVERIFY(QFile::exists(QString::fromStdString(at("alive"))));
    QTRY_VERIFY(platform::ProcessLock::tryLock(at("alive")));
}

void OwnPluginTest::aBatchFileGetsHarmlessArgumentsAlone_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<bool>("isHarmless");
    for (const char *harmless : {"get-token", "a b", "--server-id=6dae42f8", "한글", "it's", "C:\\x\\y", "a;b,c"})
        QTest::newRow(harmless) << QByteArray(harmless) << true;
    for (const char *dangerous : {"a&echo evil", "\" & echo evil", "%PATH%", "a|b", "a>evil", "!x!", "^", "(x)", "a\necho evil"})
        QTest::newRow(dangerous) << QByteArray(dangerous) << false;
}

/// The script tells how many arguments it got; a script of Unix gets them all.
void OwnPluginTest::aBatchFileGetsHarmlessArgumentsAlone()
{
    QFETCH(QByteArray, argument);
    QFETCH(bool, isHarmless);
    const QByteArray answer = R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"two"}})";
    const QByteArray onWindows = "@echo off\r\nif \"%~2\"==\"\" exit /b 5\r\nif not \"%~3\"==\"\" exit /b 6\r\necho " + answer + "\r\n";
    const QByteArray onUnix = "#!/bin/sh\n[ $# = 2 ] || exit 5\necho '" + answer + "'\n";
    const QByteArray script = isWindows() ? onWindows : onUnix;
    QFile file(QString::fromStdString(at("로그인 login.cmd")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(script), qint64(script.size()));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    file.close();
    const std::string said = run(settings(file.fileName().toStdString(), {argument.toStdString()}));
    if (isHarmless || !isWindows())
        QCOMPARE(said, std::string("two"));
    else
        QVERIFY2(said.find("it is a batch file, and its argument 2 has a character that cmd.exe would not pass on") != std::string::npos, said.c_str());
    QVERIFY(!QFile::exists(QStringLiteral("evil")));
}

namespace {

int answer(const std::string &token)
{
    std::printf(R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"%s"}})", token.c_str());
    return 0;
}

/// Starts this program once more, which holds a lock as long as it lives, and waits with it.
int haveFamily(int count, char **words)
{
    const QCoreApplication application(count, words);
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(support::asChild), QStringLiteral("hold"), QString::fromUtf8(words[1])});
    return other.waitForFinished(60'000);
}

int hold(const char *path)
{
    const auto held = platform::ProcessLock::tryLock(path);
    std::this_thread::sleep_for(60s);
    return held ? 0 : 1;
}

int misbehave(const std::string &word)
{
    if (word == "hang")
        std::this_thread::sleep_for(60s);
    for (int i = 0; word == "flood" && i < 200'000; ++i)
        std::puts("0123456789");
    if (word == "fail")
        std::fputs("no login\n", stderr);
    return word == "fail" ? 3 : word == "ask" && std::getchar() == EOF ? 4 : 0;
}

int child(char **words)
{
    const std::string word = words[0];
    std::string token;
    for (char **each = words + 1; *each; ++each)
        token += (word == "variables" ? qEnvironmentVariable(*each).toUtf8() : QByteArray(*each)).toHex().toStdString() + '.';
    if (word == "hex" || word == "variables")
        return answer(token);
    if (word == "say")
        return answer(words[1]);
    if (word == "hold")
        return hold(words[1]);
    return word == "family" ? haveFamily(2, words) : misbehave(word);
}

} // namespace

int main(int argc, char **argv)
{
    return support::runTestOrChild<OwnPluginTest>(argc, argv, child);
}

#include "OwnPluginTest.moc"
