#include "models/base/ManualExecutor.h"
#include "models/platform/ChildProcess.h"
#include "models/platform/ProcessLock.h"
#include "tests/support/OwnProgram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace std::chrono_literals;
using platform::ChildCommand;
using platform::ChildOutcome;
using End = platform::ChildOutcome::End;

namespace {

/// This program again, which then does what the word says (see child()).
ChildCommand self(const char *word, std::vector<std::string> arguments = {})
{
    ChildCommand command;
    command.program = support::ownProgram();
    command.arguments = {support::asChild, word};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    command.environment = platform::currentEnvironment();
    return command;
}

bool isWindows()
{
    return QSysInfo::kernelType() == QLatin1String("winnt");
}

bool isWine()
{
    return isWindows() && QLibrary(QStringLiteral("ntdll")).resolve("wine_get_version");
}

ChildOutcome run(const ChildCommand &command)
{
    return platform::runChild(command, std::stop_token());
}

} // namespace

/// Children by argument list, on every system: the child is this program.
class OwnChildTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArgumentArrivesAsItWas();
    void outputErrorsAndExitCodeComeBack();
    void theLastOfAVariableCounts();
    void standardInputIsEmpty();
    void tooMuchOutputEndsIt();
    void tooLongEndsIt();
    void lettingGoEndsItSoon();
    void exactlyTheAllowedOutputIsFine();
    void ofALongErrorOutputTheEndIsKept();
    void whatItStartedEndsWithIt();
    void whatItLeavesBehindIsNotWaitedFor();
    void theOutcomeIsDeliveredOnTheExecutor();
    void onlyTheGivenEnvironmentIsThere();
    void thereIsNoConsoleToAskAt();
    void aPathOfAnyLanguageOrLengthIsStarted_data();
    void aPathOfAnyLanguageOrLengthIsStarted();
    void whatIsNoProgramIsNotStarted();
    void aProgramThatIsNotThereIsNotStarted();
    void aProgramIsFoundInThePath();

private:
    std::string at(const std::string &name) const { return m_folder.path().toStdString() + "/" + name; }
    QTemporaryDir m_folder;
};

void OwnChildTest::everyArgumentArrivesAsItWas()
{
    const std::vector<std::string> arguments{"", "a b", "\"", "a\\", "a\\\"b", "\\\\x\\", "%PATH%", "^&|<>()!", "한글", "\xF0\x9F\x9A\x80", "*", "'single'", "a\tb"};
    const ChildOutcome outcome = run(self("arguments", arguments));
    QCOMPARE(outcome.end, End::Exited);
    std::string expected;
    for (const std::string &argument : arguments)
        expected += argument + '\n';
    QCOMPARE(outcome.output, expected);
}

void OwnChildTest::outputErrorsAndExitCodeComeBack()
{
    const ChildOutcome outcome = run(self("speak"));
    QCOMPARE(outcome.end, End::Exited);
    QCOMPARE(outcome.code, 7);
    QCOMPARE(outcome.output, std::string("out\n"));
    QCOMPARE(outcome.errorOutput, std::string("err\n"));
}

void OwnChildTest::theLastOfAVariableCounts()
{
    ChildCommand command = self("variable");
    command.environment.push_back("WHEELHOUSE_TEST=first");
    command.environment.push_back("WHEELHOUSE_TEST=둘째 \"a b\"");
    QCOMPARE(run(command).output, std::string("둘째 \"a b\""));
}

void OwnChildTest::standardInputIsEmpty()
{
    QCOMPARE(run(self("input")).output, std::string("end"));
}

void OwnChildTest::tooMuchOutputEndsIt()
{
    ChildCommand command = self("flood");
    command.outputLimit = 100'000;
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::TooMuchOutput);
    QCOMPARE(outcome.output.size(), std::size_t(100'000));
}

void OwnChildTest::tooLongEndsIt()
{
    ChildCommand command = self("hang");
    command.limit = 300ms;
    QCOMPARE(run(command).end, End::TimedOut);
}

void OwnChildTest::lettingGoEndsItSoon()
{
    std::stop_source stop;
    ChildOutcome outcome;
    std::thread other([&] { outcome = platform::runChild(self("hang"), stop.get_token()); });
    const auto start = std::chrono::steady_clock::now();
    stop.request_stop();
    other.join();
    QCOMPARE(outcome.end, End::Cancelled);
    QVERIFY(std::chrono::steady_clock::now() - start < 10s);
}

void OwnChildTest::exactlyTheAllowedOutputIsFine()
{
    ChildCommand command = self("flood");
    command.outputLimit = 10'000'000;
    const ChildOutcome whole = run(command);
    QCOMPARE(whole.end, End::Exited);
    command.outputLimit = whole.output.size();
    QCOMPARE(run(command).end, End::Exited);
    command.outputLimit = whole.output.size() - 1;
    QCOMPARE(run(command).end, End::TooMuchOutput);
}

void OwnChildTest::ofALongErrorOutputTheEndIsKept()
{
    const ChildOutcome outcome = run(self("complain"));
    QCOMPARE(outcome.end, End::Exited);
    QCOMPARE(outcome.errorOutput.size(), std::size_t(64 * 1024));
    QVERIFY(outcome.errorOutput.ends_with("end"));
}

void OwnChildTest::whatItStartedEndsWithIt()
{
    ChildCommand command = self("family", {at("alive")});
    command.outputLimit = 4;     // what the grandchild says when it runs ends them both
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::TooMuchOutput);
    QVERIFY(QFile::exists(QString::fromStdString(at("alive"))));
    QTRY_VERIFY(platform::ProcessLock::tryLock(at("alive")));
}

void OwnChildTest::whatItLeavesBehindIsNotWaitedFor()
{
    const auto start = std::chrono::steady_clock::now();
    const ChildOutcome outcome = run(self("leave", {at("left")}));
    QVERIFY(std::chrono::steady_clock::now() - start < 30s);
    QCOMPARE(outcome.end, End::Exited);
    QVERIFY2(outcome.output.starts_with("alive"), outcome.output.c_str());
    QVERIFY(!platform::ProcessLock::tryLock(at("left")));
    QFile end(QString::fromStdString(at("left.end")));
    QVERIFY(end.open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(platform::ProcessLock::tryLock(at("left")), 30000);
}

void OwnChildTest::theOutcomeIsDeliveredOnTheExecutor()
{
    base::ManualExecutor executor;
    std::optional<ChildOutcome> got;
    const auto job = platform::startChild(executor, self("speak"), [&](ChildOutcome outcome) { got = std::move(outcome); });
    QVERIFY(!got);
    QTRY_VERIFY_WITH_TIMEOUT((executor.run(), got.has_value()), 30000);
    QCOMPARE(got->code, 7);
    QVERIFY(!job.isRunning());
}

void OwnChildTest::onlyTheGivenEnvironmentIsThere()
{
    qputenv("WHEELHOUSE_OURS", "1");
    ChildCommand command = self("names");
    std::erase_if(command.environment, [](const std::string &entry) { return entry.starts_with("WHEELHOUSE_"); });
    command.environment.push_back("WHEELHOUSE_GIVEN=2");
    QCOMPARE(run(command).output, std::string("WHEELHOUSE_GIVEN"));
}

void OwnChildTest::thereIsNoConsoleToAskAt()
{
    QCOMPARE(run(self("console")).output, std::string("none"));
}

void OwnChildTest::aPathOfAnyLanguageOrLengthIsStarted_data()
{
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<bool>("starts");
    QTest::newRow("korean and spaces") << QByteArray("내 도구 모음") << true;
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x9A\x80 launch") << true;
    QTest::newRow("characters that shells read") << QByteArray("a & b (c) ^d %TEMP% $HOME 'e'") << true;
    // Wine cuts the path of a program to be started at 260 characters and says that there is none; Windows does not.
    QTest::newRow("more than 260 characters") << QByteArray(QByteArray(120, 'a') + '/').repeated(3) + "b" << !isWine();
}

void OwnChildTest::aPathOfAnyLanguageOrLengthIsStarted()
{
    QFETCH(QByteArray, folder);
    const QString inside = m_folder.filePath(QString::fromUtf8(folder));
    QVERIFY(QDir().mkpath(inside));
    const QString copy = inside + QStringLiteral("/로그인 login.exe");
    QVERIFY(QFile::copy(QString::fromStdString(support::ownProgram()), copy));
    ChildCommand command = self("speak");
    command.program = copy.toStdString();
    const ChildOutcome outcome = run(command);
    QFETCH(bool, starts);
    QVERIFY2(outcome.end == (starts ? End::Exited : End::NotStarted), outcome.reason.c_str());
    QCOMPARE(outcome.output, std::string(starts ? "out\n" : ""));
}

void OwnChildTest::whatIsNoProgramIsNotStarted()
{
    QFile file(QString::fromStdString(at("text.exe")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("hello"), qint64(5));
    file.close();
    for (const std::string &path : {at("text.exe"), m_folder.path().toStdString()}) {
        ChildCommand command = self("speak");
        command.program = path;
        const ChildOutcome outcome = run(command);
        QCOMPARE(outcome.end, End::NotStarted);
        QVERIFY(!outcome.reason.empty());
        QVERIFY(QString::fromStdString(outcome.reason).trimmed().toStdString() == outcome.reason);
    }
}

void OwnChildTest::aProgramThatIsNotThereIsNotStarted()
{
    ChildCommand command = self("speak");
    command.program += "-not-there";
    const ChildOutcome outcome = run(command);
    QCOMPARE(outcome.end, End::NotStarted);
    QCOMPARE(outcome.code, ENOENT);
    QVERIFY(!outcome.reason.empty());
}

void OwnChildTest::aProgramIsFoundInThePath()
{
    const QFileInfo own(QCoreApplication::applicationFilePath());
    const std::string folder = own.path().toStdString();
    QCOMPARE(platform::findProgram(own.completeBaseName().toStdString(), folder), own.filePath().toStdString());
    QCOMPARE(platform::findProgram("nothing-of-that-name", folder), std::string());
}

namespace {

/// Holds a lock, so that others see that it lives, and says so, until a file says that it may end.
int beAlive(const std::string &path)
{
    const auto held = platform::ProcessLock::tryLock(path);
    std::fputs(held ? "alive" : "dead!", stdout);
    std::fflush(stdout);
    for (int i = 0; i < 3000 && !QFile::exists(QString::fromStdString(path + ".end")); ++i)
        std::this_thread::sleep_for(20ms);
    return 0;
}

/// Starts this program once more, with the same pipes; then waits with it, or goes as soon as it lives.
int beParent(int count, char **words, bool goes)
{
    const QCoreApplication application(count, words);
    auto *other = new QProcess;   // destroying it would end the other program
    other->setProcessChannelMode(QProcess::ForwardedChannels);
    const QString path = QString::fromUtf8(words[1]);
    other->start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(support::asChild), QStringLiteral("alive"), path});
    other->waitForStarted();
    while (goes && !QFile::exists(path))
        std::this_thread::sleep_for(5ms);
    std::this_thread::sleep_for(goes ? 500ms : 60'000ms);
    std::_Exit(0);
}

std::string namesOfOurs()
{
    QStringList names = QProcessEnvironment::systemEnvironment().keys();
    names.removeIf([](const QString &name) { return !name.startsWith(QLatin1String("WHEELHOUSE_")); });
    return names.join(QLatin1Char(' ')).toStdString();
}

bool hasConsole()
{
    if (!isWindows())
        return QFile(QStringLiteral("/dev/tty")).open(QIODevice::ReadOnly);
    const auto consoleWindow = reinterpret_cast<void *(*)()>(QLibrary(QStringLiteral("kernel32")).resolve("GetConsoleWindow"));
    return !consoleWindow || consoleWindow();
}

int child(char **words)
{
    const std::string word = words[0];
    if (word == "hang")
        std::this_thread::sleep_for(60s);
    if (word == "alive")
        return beAlive(words[1]);
    if (word == "family" || word == "leave")
        return beParent(2, words, word == "leave");
    if (word == "names")
        std::fputs(namesOfOurs().c_str(), stdout);
    if (word == "console")
        std::fputs(hasConsole() ? "console" : "none", stdout);
    for (char **argument = words + 1; word == "arguments" && *argument; ++argument)
        std::printf("%s\n", *argument);
    if (word == "variable")
        std::fputs(qEnvironmentVariable("WHEELHOUSE_TEST").toUtf8().constData(), stdout);
    if (word == "input")
        std::fputs(std::getchar() == EOF ? "end" : "something", stdout);
    for (int i = 0; word == "flood" && i < 100'000; ++i)
        std::puts("0123456789");
    for (int i = 0; word == "complain" && i < 300'000; ++i)
        std::fputs("0123456789", stderr);
    if (word == "complain")
        std::fputs("end", stderr);
    if (word != "speak")
        return 0;
    std::fputs("out\n", stdout);
    std::fputs("err\n", stderr);
    return 7;
}

} // namespace

int main(int argc, char **argv)
{
    return support::runTestOrChild<OwnChildTest>(argc, argv, child);
}

#include "OwnChildTest.moc"
