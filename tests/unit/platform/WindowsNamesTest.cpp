#include "models/platform/WindowsNames.h"

#include <QTest>

namespace names = platform::windowsnames;

/// How Windows reads paths, names and command lines.
class WindowsNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void driveAndServerAreAbsolute();
    void serversAndDevicesAreRemoteAndLongLocalPathsAreNot();
    void aShortPathStaysAsItIs();
    void aLongPathHasTheFormWithoutLimit();
    void theFormWithoutLimitKnowsNoDots();
    void theEndingsOfProgramsComeFromTheEnvironment();
    void anEndingCountsInAnyCase();
    void aDeviceIsKnownInAnyFolderAndWithAnyEnding();
    void noFileHasTheNameOfADeviceOrOneThatIsTakenForAnother();
    void whatAFileNamesIsOnThisMachineOrOnItsOwnShare();
    void anEntryOfAListMayHaveQuotes();
    void theHomeFolderIsLookedForAsClientGoDoes();
    void aBatchFileIsKnownBehindDotsAndSpaces();
    void batchFilesGetHarmlessArgumentsOnly();
    void whyABatchFileIsNotRunIsSaidWithoutItsArguments();
    void quotesAndBackslashesSurviveTheCommandLine_data();
    void quotesAndBackslashesSurviveTheCommandLine();
};

void WindowsNamesTest::driveAndServerAreAbsolute()
{
    for (const char *path : {"C:\\x", "c:/x", "\\\\server\\share", "//server/share", "\\\\?\\C:\\x"})
        QVERIFY2(names::isAbsolute(path), path);
    for (const char *path : {"", "x", "C:", "C:x", "\\x", "/x", "..\\x", "1:\\x"})
        QVERIFY2(!names::isAbsolute(path), path);
}

void WindowsNamesTest::serversAndDevicesAreRemoteAndLongLocalPathsAreNot()
{
    for (const char *path : {"\\\\server\\share\\ca.crt", "//server/share", "\\/server", "\\\\?\\UNC\\server\\share", "\\\\.\\pipe\\x", "\\?\?\\UNC\\server\\share", "/?\?/C:/x"})
        QVERIFY2(names::isRemote(path), path);
    for (const char *path : {"C:\\x", "\\x", "x", "\\\\?\\C:\\x", "", "\\?\\x", "a\\?\?\\x"})
        QVERIFY2(!names::isRemote(path), path);
}

void WindowsNamesTest::aShortPathStaysAsItIs()
{
    QCOMPARE(names::withoutLimit("C:/Users/../x"), std::string("C:/Users/../x"));
    QCOMPARE(names::withoutLimit(std::string(300, 'a')), std::string(300, 'a'));
}

void WindowsNamesTest::aLongPathHasTheFormWithoutLimit()
{
    const std::string name(250, 'n');
    QCOMPARE(names::withoutLimit("C:/a/" + name), "\\\\?\\C:\\a\\" + name);
    QCOMPARE(names::withoutLimit("//server/share/" + name), "\\\\?\\UNC\\server\\share\\" + name);
    QCOMPARE(names::withoutLimit("\\\\?\\C:\\" + name), "\\\\?\\C:\\" + name);
    QCOMPARE(names::plain("\\\\?\\C:\\a\\" + name), "C:\\a\\" + name);
    QCOMPARE(names::plain("\\\\?\\UNC\\server\\share\\" + name), "\\\\server\\share\\" + name);
    QCOMPARE(names::plain("C:\\a"), std::string("C:\\a"));
}

void WindowsNamesTest::theFormWithoutLimitKnowsNoDots()
{
    const std::string name(250, 'n');
    QCOMPARE(names::withoutLimit("C:/a/./b/..//" + name), "\\\\?\\C:\\a\\" + name);
    QCOMPARE(names::withoutLimit("C:/a ./b. /" + name), "\\\\?\\C:\\a\\b\\" + name);
    QCOMPARE(names::withoutLimit("C:/../../" + name), "\\\\?\\C:\\" + name);
    QCOMPARE(names::withoutLimit("//server/share/../../" + name), "\\\\?\\UNC\\server\\share\\" + name);
}

void WindowsNamesTest::theEndingsOfProgramsComeFromTheEnvironment()
{
    QCOMPARE(names::programEndings(".EXE;.CMD;;.PY"), (std::vector<std::string>{".exe", ".cmd", ".py"}));
    QCOMPARE(names::programEndings(""), (std::vector<std::string>{".com", ".exe", ".bat", ".cmd"}));
    QCOMPARE(names::programEndings("Ps1;.;.EXE"), (std::vector<std::string>{".ps1", ".exe"}));
}

void WindowsNamesTest::anEndingCountsInAnyCase()
{
    QVERIFY(names::hasEnding("C:\\Tools\\aws.exe", {".COM", ".EXE"}));
    QVERIFY(!names::hasEnding("kubelogin-v1.2", {".COM", ".EXE"}));
}

void WindowsNamesTest::aBatchFileIsKnownBehindDotsAndSpaces()
{
    for (const char *name : {"az.cmd", "AZ.CMD", "x.bat", "x.bat. .", "x.cmd "})
        QVERIFY2(names::isBatch(name), name);
    for (const char *name : {"az.exe", "cmd", "x.bat.exe"})
        QVERIFY2(!names::isBatch(name), name);
}

void WindowsNamesTest::batchFilesGetHarmlessArgumentsOnly()
{
    for (const char *argument : {"get-token", "--server-id", "6dae42f8-4368-4678-94ff-3960e28e3630", "--login=azurecli", "C:\\x\\y", "", "a b", "한글", "\xF0\x9F\x9A\x80", "it's", "a;b,c=d", "*?"})
        QVERIFY2(names::isHarmlessInBatch(argument), argument);
    for (const char *argument : {"%PATH%", "a&calc", "a|b", "\"", "a\" & calc & \"", "a^b", "!x!", "a\nb", "a\rb", "(x)", "a\\", "<in", ">out"})
        QVERIFY2(!names::isHarmlessInBatch(argument), argument);
}

void WindowsNamesTest::whyABatchFileIsNotRunIsSaidWithoutItsArguments()
{
    QCOMPARE(names::batchProblem("C:\\x\\aws.exe", {"a&b"}), std::string());
    QCOMPARE(names::batchProblem("C:\\x\\az.cmd", {"get-token", "a b"}), std::string());
    const std::string problem = names::batchProblem("C:\\x\\az.cmd", {"get-token", "secret&calc"});
    QVERIFY2(problem.starts_with("it is a batch file, and its argument 2 has a character"), problem.c_str());
    QVERIFY(problem.find("secret") == std::string::npos);
    QVERIFY(!names::batchProblem("C:\\%TEMP%\\az.cmd", {}).empty());
}

void WindowsNamesTest::aDeviceIsKnownInAnyFolderAndWithAnyEnding()
{
    for (const char *path : {"CON", "nul", "C:\\x\\nul.txt", "a/COM1", "lpt9.log.old", "aux ", "CONIN$", "C:con", "com\xC2\xB2", "\\\\.\\pipe\\x", "//./COM5", "nul:"})
        QVERIFY2(names::isDevice(path), path);
    for (const char *path : {"", "config", "C:\\con\\x", "console", "null", "com", "com10", "lpt", "x.nul", "comx"})
        QVERIFY2(!names::isDevice(path), path);
}

void WindowsNamesTest::noFileHasTheNameOfADeviceOrOneThatIsTakenForAnother()
{
    for (const char *path : {"C:\\x\\nul.txt", "CON", "a/config.", "config ", "config:evil", "C:/x/a?b", "a*", "a\nb", "a\"b"})
        QVERIFY2(!names::nameProblem(path).empty(), path);
    for (const char *path : {"C:\\x\\config", "C:config", "설정 파일", ".kube/config", "a.b", "\xF0\x9F\x9A\x80", "\\\\?\\C:\\x"})
        QVERIFY2(names::nameProblem(path).empty(), path);
}

void WindowsNamesTest::whatAFileNamesIsOnThisMachineOrOnItsOwnShare()
{
    const char *own = "\\\\files\\homes\\me\\.kube\\config";
    for (const char *path : {"C:\\x\\ca.crt", "ca.crt", "\\\\files\\homes\\me\\ca.crt", "//FILES/Homes/ca.crt", "\\\\?\\UNC\\files\\homes\\ca.crt", "\\\\?\\C:\\x"})
        QVERIFY2(names::foreignPath(path, own).empty(), path);
    for (const char *path : {"\\\\evil\\homes\\ca.crt", "//evil/x", "\\\\files\\other\\ca.crt", "\\\\?\\UNC\\evil\\x", "\\\\.\\pipe\\x", "\\?\?\\UNC\\files\\homes\\x", "CON", "C:\\x\\nul.crt", "\\\\evil"})
        QVERIFY2(!names::foreignPath(path, own).empty(), path);
    QVERIFY(!names::foreignPath("\\\\files\\homes\\ca.crt", "C:\\Users\\me\\.kube\\config").empty());
    QVERIFY(!names::foreignPath("\\\\files\\homes\\ca.crt", "").empty());
}

void WindowsNamesTest::anEntryOfAListMayHaveQuotes()
{
    QCOMPARE(names::listEntries("C:\\a;;C:\\b c;"), (std::vector<std::string>{"C:\\a", "C:\\b c"}));
    QCOMPARE(names::listEntries("\"C:\\a;b\";C:\\\"c d\"\\e"), (std::vector<std::string>{"C:\\a;b", "C:\\c d\\e"}));
    QVERIFY(names::listEntries("").empty());
}

void WindowsNamesTest::theHomeFolderIsLookedForAsClientGoDoes()
{
    const std::vector<std::string> all{"HOME=C:\\h", "USERPROFILE=C:\\u", "HOMEDRIVE=D:", "HOMEPATH=\\p"};
    QCOMPARE(names::homeFolders(all).withConfig, (std::vector<std::string>{"C:\\h", "D:\\p", "C:\\u"}));
    QCOMPARE(names::homeFolders(all).others, (std::vector<std::string>{"C:\\h", "C:\\u", "D:\\p"}));
    QCOMPARE(names::homeFolders({"USERPROFILE=C:\\u", "HOMEDRIVE=D:"}).others, (std::vector<std::string>{"C:\\u"}));
    QVERIFY(names::homeFolders({}).withConfig.empty());
}

void WindowsNamesTest::quotesAndBackslashesSurviveTheCommandLine_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray() << QByteArray("\"p\" \"\"");
    QTest::newRow("space") << QByteArray("a b") << QByteArray("\"p\" \"a b\"");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"p\" \"a\\\"b\"");
    QTest::newRow("backslash") << QByteArray("a\\b") << QByteArray("\"p\" \"a\\b\"");
    QTest::newRow("backslash at the end") << QByteArray("a\\") << QByteArray("\"p\" \"a\\\\\"");
    QTest::newRow("backslash and quote") << QByteArray("a\\\"") << QByteArray("\"p\" \"a\\\\\\\"\"");
}

void WindowsNamesTest::quotesAndBackslashesSurviveTheCommandLine()
{
    QFETCH(QByteArray, argument);
    QTEST(QByteArray::fromStdString(names::commandLine("p", {argument.toStdString()})), "line");
}

QTEST_APPLESS_MAIN(WindowsNamesTest)
#include "WindowsNamesTest.moc"
