#include "models/platform/ChildProcess.h"
#include "models/platform/NativePath.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using platform::findProgram;
using platform::programAt;

namespace {

bool isWindows()
{
    return QSysInfo::kernelType() == QLatin1String("winnt");
}

} // namespace

/// How a name becomes a program: by PATH, on Windows by PATHEXT as well, and never by the working folder.
class ProgramSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theOrderOfPathextDecides();
    void theFirstFolderWinsWhateverItsEndings();
    void aNameWithItsEndingIsTakenAsItIs();
    void whatIsNoProgramIsNotFound();
    void theWorkingFolderIsNotSearched();
    void aFolderMayHaveQuotesOnWindows();
    void namesOfAnyLanguageAreFound();
    void aPathGetsItsEndingToo();

private:
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    /// Where a program of that name would be found; without the ending that only Windows has.
    std::string native(const std::string &path, const char *ending) const { return isWindows() ? path + ending : path; }
    void put(const std::string &path, bool isProgram = true) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_before;
    QByteArray m_endings;
};

void ProgramSearchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_before = QDir::currentPath();
    m_endings = qgetenv("PATHEXT");
    qputenv("PATHEXT", ".COM;.EXE;.BAT;.CMD");
}

void ProgramSearchTest::cleanup()
{
    QDir::setCurrent(m_before);
    qputenv("PATHEXT", m_endings);
}

void ProgramSearchTest::put(const std::string &path, bool isProgram) const
{
    QVERIFY(QDir().mkpath(QString::fromStdString(platform::folderOf(path))));
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    if (isProgram)
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void ProgramSearchTest::theOrderOfPathextDecides()
{
    for (const char *name : {"a/tool", "a/tool.exe", "a/tool.cmd", "a/tool.bat"})
        put(at(name));
    QCOMPARE(findProgram("tool", at("a")), native(at("a/tool"), ".exe"));
    qputenv("PATHEXT", ".CMD;.BAT;.EXE");
    QCOMPARE(findProgram("tool", at("a")), native(at("a/tool"), ".cmd"));
    qputenv("PATHEXT", ".PY");
    QCOMPARE(findProgram("tool", at("a")), isWindows() ? std::string() : at("a/tool"));
    qputenv("PATHEXT", "");
    QCOMPARE(findProgram("tool", at("a")), native(at("a/tool"), ".exe"));
}

void ProgramSearchTest::theFirstFolderWinsWhateverItsEndings()
{
    put(native(at("a/tool"), ".cmd"));
    put(native(at("b/tool"), ".exe"));
    QCOMPARE(findProgram("tool", at("none") + platform::listSeparator() + at("a") + platform::listSeparator() + at("b")), native(at("a/tool"), ".cmd"));
}

void ProgramSearchTest::aNameWithItsEndingIsTakenAsItIs()
{
    put(at("a/tool.exe"));
    put(at("a/tool.exe.exe"));
    QCOMPARE(findProgram("tool.exe", at("a")), at("a/tool.exe"));
    put(native(at("a/tool-v1.2"), ".exe"));
    QCOMPARE(findProgram("tool-v1.2", at("a")), native(at("a/tool-v1.2"), ".exe"));
}

void ProgramSearchTest::whatIsNoProgramIsNotFound()
{
    put(at("a/readme.txt"), false);
    QVERIFY(QDir().mkpath(QString::fromStdString(native(at("a/folder"), ".exe"))));
    QCOMPARE(findProgram("readme.txt", at("a")), std::string());
    QCOMPARE(findProgram("readme", at("a")), std::string());
    QCOMPARE(findProgram("folder", at("a")), std::string());
}

void ProgramSearchTest::theWorkingFolderIsNotSearched()
{
    put(native(at("tool"), ".exe"));
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const std::string separator(1, platform::listSeparator());
    for (const std::string &path : {std::string(), std::string("."), separator, separator + ".", "." + separator + at("none"), std::string("C:")})
        QCOMPARE(findProgram("tool", path), std::string());
    QCOMPARE(findProgram("tool", "." + separator + m_folder->path().toStdString()), native(at("tool"), ".exe"));
}

void ProgramSearchTest::aFolderMayHaveQuotesOnWindows()
{
    put(native(at("a;b/tool"), ".exe"));
    QCOMPARE(findProgram("tool", "\"" + at("a;b") + "\""), isWindows() ? at("a;b/tool.exe") : std::string());
}

void ProgramSearchTest::namesOfAnyLanguageAreFound()
{
    const std::string long1(120, 'a'), long2(120, 'b');
    for (const std::string &folder : {std::string("내 도구"), std::string("\xF0\x9F\x9A\x80 launch"), long1 + "/" + long2 + "/" + long1}) {
        put(native(at(folder + "/로그인 도구"), ".exe"));
        QCOMPARE(findProgram("로그인 도구", at(folder)), native(at(folder + "/로그인 도구"), ".exe"));
    }
}

void ProgramSearchTest::aPathGetsItsEndingToo()
{
    put(native(at("bin/login"), ".cmd"));
    QCOMPARE(programAt(at("bin/login")), native(at("bin/login"), ".cmd"));
    put(at("bin/other.exe"));
    QCOMPARE(programAt(at("bin/other.exe")), at("bin/other.exe"));
    QCOMPARE(programAt(at("bin/nothing")), at("bin/nothing"));
}

QTEST_APPLESS_MAIN(ProgramSearchTest)
#include "ProgramSearchTest.moc"
