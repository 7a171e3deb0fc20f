#include "models/platform/NativePath.h"
#include "models/platform/Paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using platform::Paths;

/// Where the program keeps its files, on every system; XdgPathsTest has what is told by the variables of XDG.
class PathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void thePersonHasAPlaceForEverything();
    void aDataFolderHoldsThemAll();
    void aRelativeDataFolderBecomesAbsolute();
    void foldersAreMadeWithAllAboveThem_data();
    void foldersAreMadeWithAllAboveThem();
    void aFolderBelowAFileIsAnErrorThatNamesIt();
    void withoutAPlaceTheErrorSaysSo();

private:
    /// As people of this system write it.
    static std::string native(const std::string &path) { return QDir::toNativeSeparators(QString::fromStdString(path)).toStdString(); }
    std::string root() const { return m_folder->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void PathsTest::thePersonHasAPlaceForEverything()
{
    const Paths paths = Paths::ofUser();
    for (const std::string &path : {paths.home(), paths.config(), paths.state(), paths.cache()})
        QVERIFY2(platform::isAbsolutePath(path) && path == native(path), path.c_str());
    for (const std::string &path : {paths.config(), paths.state(), paths.cache()})
        QVERIFY2(path.ends_with(native("/wheelhouse")), path.c_str());
}

void PathsTest::aDataFolderHoldsThemAll()
{
    const Paths paths = Paths::ofUser(root() + "/portable 휴대/");
    QCOMPARE(paths.config(), native(root() + "/portable 휴대/config"));
    QCOMPARE(paths.state(), native(root() + "/portable 휴대/state"));
    QCOMPARE(paths.cache(), native(root() + "/portable 휴대/cache"));
    QCOMPARE(paths.runtime(), native(root() + "/portable 휴대/runtime"));
    QCOMPARE(paths.home(), Paths::ofUser().home());
}

void PathsTest::aRelativeDataFolderBecomesAbsolute()
{
    QCOMPARE(Paths::ofUser("data").config(), native(QDir::currentPath().toStdString() + "/data/config"));
}

void PathsTest::foldersAreMadeWithAllAboveThem_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("한글") << QStringLiteral("가 나/다");
    QTest::newRow("emoji") << QStringLiteral("🚢/⎈");
    QTest::newRow("over 260") << QString(250, QLatin1Char('a')) + QLatin1Char('/') + QString(250, QLatin1Char('b'));
    QTest::newRow("over 3000") << QString(QString(240, QLatin1Char('a')) + QLatin1Char('/')).repeated(13) + QStringLiteral("끝");
    QTest::newRow("trailing slash") << QStringLiteral("a/b/");
}

void PathsTest::foldersAreMadeWithAllAboveThem()
{
    QFETCH(QString, name);
    const std::string path = root() + "/" + name.toStdString();
    for (int time = 1; time <= 2; ++time) {
        const auto made = platform::makePrivateFolder(path);
        QVERIFY2(made, made ? "" : made.error().message.c_str());
        QVERIFY(std::filesystem::is_directory(platform::nativePath(path)));
    }
}

void PathsTest::aFolderBelowAFileIsAnErrorThatNamesIt()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto made = platform::makePrivateFolder(root() + "/file/below");
    QVERIFY(!made);
    QVERIFY2(made.error().message.starts_with("nothing can be saved in " + root() + "/file/below: "), made.error().message.c_str());
}

void PathsTest::withoutAPlaceTheErrorSaysSo()
{
    const auto made = platform::makePrivateFolder("");
    QVERIFY(!made);
    QVERIFY(made.error().message.starts_with("nothing can be saved: "));
}

QTEST_APPLESS_MAIN(PathsTest)
#include "PathsTest.moc"
