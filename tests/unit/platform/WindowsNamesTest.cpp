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
    void aBatchFileIsKnownBehindDotsAndSpaces();
    void batchFilesGetHarmlessArgumentsOnly();
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
    for (const char *path : {"\\\\server\\share\\ca.crt", "//server/share", "\\/server", "\\\\?\\UNC\\server\\share", "\\\\.\\pipe\\x"})
        QVERIFY2(names::isRemote(path), path);
    for (const char *path : {"C:\\x", "\\x", "x", "\\\\?\\C:\\x", ""})
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
    QCOMPARE(names::programEndings(".EXE;.CMD;;.PY"), (std::vector<std::string>{".EXE", ".CMD", ".PY"}));
    QCOMPARE(names::programEndings(""), (std::vector<std::string>{".COM", ".EXE", ".BAT", ".CMD"}));
    QCOMPARE(names::programEndings("exe;.;.EXE"), (std::vector<std::string>{".EXE"}));
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
    for (const char *argument : {"get-token", "--server-id", "6dae42f8-4368-4678-94ff-3960e28e3630", "--login=azurecli", "C:\\x\\y", ""})
        QVERIFY2(names::isHarmlessInBatch(argument), argument);
    for (const char *argument : {"a b", "%PATH%", "a&calc", "a|b", "\"", "a^b", "!x!", "a\nb", "(x)", "a\\", "한글"})
        QVERIFY2(!names::isHarmlessInBatch(argument), argument);
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
