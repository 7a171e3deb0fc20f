#include "Platforms.h"
#include "tests/support/Folders.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace house;

// What one operating system has, the others have too; and were it not so, this would show it.
class PlatformsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_tree = std::make_unique<QTemporaryDir>(); }
    void everySystemHasTheSameFilesAndFunctions();
    void onlyFilesForOneSystemIncludeItsHeaders();
    void onlyKnownFilesAskForTheSystem();
    void whatWindowsLeavesOutIsThereAndHasItsReason();
    void thereAreFilesForEverySystem();
    void aMissingFileIsReported();
    void aMissingFunctionIsReported();
    void whatUnixSharesCountsForBoth();
    void whatIsHiddenNeedsNoCounterpart();
    void aMissingOverloadIsReported();
    void whatIsOnlyDeclaredIsReported();
    void aQuestionForTheSystemIsReported_data();
    void aQuestionForTheSystemIsReported();
    void anEntryOfTheListThatIsWrongIsReported_data();
    void anEntryOfTheListThatIsWrongIsReported();
    void aStrayedHeaderIsReported_data();
    void aStrayedHeaderIsReported();

private:
    void plant(const std::string &file, const std::string &text) const;
    std::filesystem::path tree() const { return m_tree->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_tree;
};

namespace {

QByteArray joined(const Violations &violations)
{
    std::string text;
    for (const auto &violation : violations)
        text += violation + "\n";
    return QByteArray::fromStdString(text);
}

} // namespace

void PlatformsTest::plant(const std::string &file, const std::string &text) const
{
    std::filesystem::create_directories((tree() / file).parent_path());
    std::ofstream(tree() / file) << text;
}

void PlatformsTest::everySystemHasTheSameFilesAndFunctions()
{
    QCOMPARE(joined(missingOnSystems(folders::source(""))), QByteArray());
}

void PlatformsTest::onlyFilesForOneSystemIncludeItsHeaders()
{
    QCOMPARE(joined(strayedHeaders(folders::source(""), { "immintrin.h", "arm_neon.h" })), QByteArray());
}

void PlatformsTest::onlyKnownFilesAskForTheSystem()
{
    // A word of Qt's, the name of the system in a header, and a hint for the clipboard that one version of Qt can give.
    std::set<std::string> known = { "models/platform/Paths.cpp", "models/kube/ApiClient.cpp", "widgets/base/SecretClipboard.cpp" };
    for (const auto &[file, lines] : questionsForTheSystem(folders::source("")))
        QVERIFY2(known.erase(file) == 1, joined(lines).constData());
    QVERIFY2(known.empty(), "a file does not ask any more");
}

void PlatformsTest::whatWindowsLeavesOutIsThereAndHasItsReason()
{
    QCOMPARE(joined(leftOutFaults(folders::source(""))), QByteArray());
}

void PlatformsTest::thereAreFilesForEverySystem()
{
    const auto found = systemFunctions(sourceLines(folders::source(""), { "models" }));
    QVERIFY(found.count("models/platform/FileCalls"));
    const auto functions = functionsFor("windows", found.at("models/platform/FileCalls"));
    QVERIFY(functions.count("FileCalls::rename") && functions.count("FileCalls::makeFolders"));
    QVERIFY(found.at("models/http/Socket").count("macos"));
}

void PlatformsTest::aMissingFileIsReported()
{
    plant("models/platform/A_windows.cpp", "int answer()\n{\n}\n");
    plant("models/platform/A_linux.cpp", "int answer()\n{\n}\n");
    QCOMPARE(joined(missingOnSystems(tree())), QByteArray("models/platform/A has no file for macos\n"));
}

void PlatformsTest::aMissingFunctionIsReported()
{
    plant("models/platform/B_windows.cpp", "namespace platform {\n\nvoid B::go(int where)\n{\n}\n\n} // namespace platform\n");
    plant("models/platform/B_unix.cpp", "namespace platform {\n\nvoid B::go(int where)\n{\n}\n\nB::~B() = default;\n\n} // namespace platform\n");
    const QByteArray report = joined(missingOnSystems(tree()));
    QVERIFY2(report.contains("models/platform/B defines no B::~B for windows\n"), report.constData());
    QVERIFY(!report.contains("B::go"));
}

void PlatformsTest::whatUnixSharesCountsForBoth()
{
    plant("models/platform/C_windows.cpp", "int one()\n{\n}\nint two()\n{\n}\n");
    plant("models/platform/C_unix.cpp", "int one()\n{\n}\n");
    plant("models/platform/C_linux.cpp", "int two()\n{\n}\n");
    plant("models/platform/C_macos.cpp", "int two()\n{\n}\n");
    QVERIFY(!joined(missingOnSystems(tree())).contains("models/platform/C "));
}

void PlatformsTest::whatIsHiddenNeedsNoCounterpart()
{
    plant("models/platform/D_windows.cpp", "namespace {\n\nint own()\n{\n}\n\n} // namespace\n\nint shared()\n{\n}\n");
    plant("models/platform/D_unix.cpp", "int shared()\n{\n}\n");
    QVERIFY(!joined(missingOnSystems(tree())).contains("models/platform/D "));
}

void PlatformsTest::aMissingOverloadIsReported()
{
    plant("models/platform/F_windows.cpp", "int one(int)\n{\n}\nint one(char)\n{\n}\n");
    plant("models/platform/F_unix.cpp", "int one(int)\n{\n}\n");
    QCOMPARE(joined(missingOnSystems(tree())), QByteArray("models/platform/F defines fewer one for linux\nmodels/platform/F defines fewer one for macos\n"));
}

void PlatformsTest::whatIsOnlyDeclaredIsReported()
{
    plant("models/platform/G_windows.cpp", "int one();\n\nint two() { return one(); }\n");
    plant("models/platform/G_unix.cpp", "int one()\n{\n}\n\nint two() { return one(); }\n");
    QCOMPARE(joined(missingOnSystems(tree())), QByteArray("models/platform/G defines no one for windows\n"));
}

void PlatformsTest::aQuestionForTheSystemIsReported_data()
{
    QTest::addColumn<std::string>("line");
    QTest::addColumn<bool>("reported");
    for (const char *line : { "#ifdef _WIN32", "#ifndef WIN32", "#if defined(Q_OS_WIN) && 1", "  # if defined __linux__", "#elif defined(__APPLE__)", "#if defined(_MSC_VER)", "#ifdef __unix__" })
        QTest::newRow(line) << std::string(line) << true;
    for (const char *line : { "#if defined(__SSE2__)", "#ifdef NDEBUG", "const char *name = \"_WIN32\";", "#if QT_VERSION >= 5" })
        QTest::newRow(line) << std::string(line) << false;
}

void PlatformsTest::aQuestionForTheSystemIsReported()
{
    QFETCH(std::string, line);
    plant("models/text/H.h", line + "\n");
    plant("models/text/H_windows.cpp", line + "\n");
    const auto found = questionsForTheSystem(tree());
    QTEST(found.count("models/text/H.h") == 1, "reported");
    QVERIFY(!found.count("models/text/H_windows.cpp"));
}

void PlatformsTest::anEntryOfTheListThatIsWrongIsReported_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QByteArray>("report");
    QTest::newRow("fine") << std::string("# why\nunit/a/ATest: it looks at modes\nfault/: calls of Unix\n") << QByteArray();
    QTest::newRow("gone") << std::string("fault/: calls of Unix\nunit/a/BTest: it looks at modes\n") << QByteArray("there is no unit/a/BTest\n");
    QTest::newRow("folder gone") << std::string("fault/: calls of Unix\nunit/b/: it looks at modes\n") << QByteArray("there is no unit/b/\n");
    QTest::newRow("no reason") << std::string("fault/: calls of Unix\nunit/a/ATest:\n") << QByteArray("no name with its reason: unit/a/ATest:\n");
    QTest::newRow("twice") << std::string("fault/: calls of Unix\nfault/: calls of Unix\n") << QByteArray("fault/ stands there twice\n");
    QTest::newRow("empty") << std::string() << QByteArray("there is no list\n");
}

void PlatformsTest::anEntryOfTheListThatIsWrongIsReported()
{
    QFETCH(std::string, text);
    plant("tests/unit/a/ATest.cpp", "");
    plant("tests/fault/CTest.cpp", "");
    plant("packaging/windows/tests-left-out.txt", text);
    QTEST(joined(leftOutFaults(tree())), "report");
}

void PlatformsTest::aStrayedHeaderIsReported_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::string>("line");
    QTest::addColumn<bool>("reported");
    const auto row = [](const char *file, const char *line, bool reported) {
        QTest::addRow("%s %s", file, line) << std::string(file) << std::string(line) << reported;
    };
    row("models/platform/E.cpp", "#include <windows.h>", true);
    row("models/platform/E.cpp", "#include <Windows.h>", true);
    row("models/platform/E_windows.cpp", "#include <windows.h>", false);
    row("models/http/E.h", "#include <sys/socket.h>", true);
    row("models/http/E_unix.cpp", "#include <sys/socket.h>", false);
    row("widgets/base/E.cpp", "#include <unistd.h>", true);
    row("app/E.cpp", "#include <mach/mach.h>", true);
    row("app/E.cpp", "#include <cstdio>", false);
    row("models/text/E.cpp", "#include <iostream>", false);
    row("models/text/E.inc", "  #  include <shlwapi.h>", true);
    row("models/text/E.cpp", "#include \"windows.h\"", true);
    row("models/text/E.cpp", "#include \"models/text/E.h\"", false);
    row("models/text/E.cpp", "#include \"E.moc\"", false);
    row("widgets/base/E.cpp", "#include <X11/Xlib.h>", true);
    row("widgets/base/E.h", "#include <Cocoa/Cocoa.h>", true);
    row("widgets/base/E.h", "#include <QtDBus/QDBusConnection>", true);
    row("widgets/base/E.h", "#include <QtCharts/QChart>", false);
    row("models/http/E.cpp", "#include <curl/curl.h>", false);
    row("models/http/E.cpp", "#include <stdio.h>", true);
    row("app/console/E.cpp", "#include <windows.h>", true);
}

void PlatformsTest::aStrayedHeaderIsReported()
{
    QFETCH(std::string, file);
    QFETCH(std::string, line);
    plant(file, line + "\n");
    QTEST(!strayedHeaders(tree()).empty(), "reported");
}

QTEST_APPLESS_MAIN(PlatformsTest)
#include "PlatformsTest.moc"
