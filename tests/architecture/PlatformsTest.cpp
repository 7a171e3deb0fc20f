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
    void thereAreFilesForEverySystem();
    void aMissingFileIsReported();
    void aMissingFunctionIsReported();
    void whatUnixSharesCountsForBoth();
    void whatIsHiddenNeedsNoCounterpart();
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
    QCOMPARE(joined(strayedHeaders(folders::source(""))), QByteArray());
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
