#include "models/platform/Paths.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using platform::Paths;

namespace {

unsigned modeOf(const std::string &path)
{
    struct stat info{};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : 0;
}

} // namespace

/// The folders of XDG, and modes.
class XdgPathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foldersFollowTheDesktopsVariables();
    void withoutVariablesTheyAreBelowHome();
    void withoutHomeThereIsNoPlaceAndTheErrorSaysSo();
    void relativeVariablesAreNotUsed();
    void madeFoldersAreOursAlone_data();
    void madeFoldersAreOursAlone();
    void existingFoldersKeepTheirMode();
    void aReadOnlyHomeIsAnErrorThatNamesIt();

private:
    std::string root() const { return m_folder->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void XdgPathsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qunsetenv(name);
    qputenv("HOME", m_folder->path().toUtf8());
}

void XdgPathsTest::foldersFollowTheDesktopsVariables()
{
    const QByteArray odd = m_folder->path().toUtf8() + "/한글 ⎈ 🚢";
    qputenv("XDG_CONFIG_HOME", odd + "/c");
    qputenv("XDG_DATA_HOME", odd + "/d");
    qputenv("XDG_CACHE_HOME", odd + "/x");
    const Paths paths = Paths::ofUser();
    QCOMPARE(paths.config(), odd.toStdString() + "/c/wheelhouse");
    QCOMPARE(paths.state(), odd.toStdString() + "/d/wheelhouse");
    QCOMPARE(paths.cache(), odd.toStdString() + "/x/wheelhouse");
    QVERIFY(platform::makePrivateFolder(paths.state()));
    QCOMPARE(modeOf(paths.state()), 0700u);
}

void XdgPathsTest::withoutVariablesTheyAreBelowHome()
{
    const Paths paths = Paths::ofUser();
    QCOMPARE(paths.home(), root());
    QCOMPARE(paths.config(), root() + "/.config/wheelhouse");
    QCOMPARE(paths.cache(), root() + "/.cache/wheelhouse");
}

void XdgPathsTest::withoutHomeThereIsNoPlaceAndTheErrorSaysSo()
{
    qunsetenv("HOME");
    const Paths paths = Paths::ofUser();
    QCOMPARE(paths.home(), std::string());
    QCOMPARE(paths.config(), std::string());
    QCOMPARE(paths.state(), std::string());
    const auto made = platform::makePrivateFolder(paths.state());
    QVERIFY(!made);
    QVERIFY(made.error().message.find("HOME") != std::string::npos);
    qputenv("XDG_CONFIG_HOME", "/etc/odd");
    QCOMPARE(Paths::ofUser().config(), std::string("/etc/odd/wheelhouse"));
}

void XdgPathsTest::relativeVariablesAreNotUsed()
{
    qputenv("XDG_CONFIG_HOME", "relative");
    QCOMPARE(Paths::ofUser().config(), root() + "/.config/wheelhouse");
}

void XdgPathsTest::madeFoldersAreOursAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("한글") << QStringLiteral("가 나/다");
    QTest::newRow("emoji") << QStringLiteral("🚢/⎈");
    QTest::newRow("over 260") << QString(250, QLatin1Char('a')) + QLatin1Char('/') + QString(250, QLatin1Char('b'));
    QTest::newRow("trailing slash") << QStringLiteral("a/b/");
}

void XdgPathsTest::madeFoldersAreOursAlone()
{
    QFETCH(QString, name);
    const ::mode_t before = ::umask(0);
    const std::string path = root() + "/" + name.toStdString();
    const auto made = platform::makePrivateFolder(path);
    ::umask(before);
    QVERIFY(made);
    QCOMPARE(modeOf(path), 0700u);
    QCOMPARE(modeOf(QFileInfo(QDir::cleanPath(QString::fromStdString(path))).path().toStdString()), 0700u);
    QVERIFY(platform::makePrivateFolder(path));
}

void XdgPathsTest::existingFoldersKeepTheirMode()
{
    const std::string path = root() + "/mine";
    QCOMPARE(::mkdir(path.c_str(), 0755), 0);
    QVERIFY(platform::makePrivateFolder(path));
    QCOMPARE(modeOf(path), 0755u);
}

void XdgPathsTest::aReadOnlyHomeIsAnErrorThatNamesIt()
{
    // /proc takes no new folders, not even from root.
    qputenv("HOME", "/proc/self");
    const auto made = platform::makePrivateFolder(Paths::ofUser().state());
    QVERIFY(!made);
    QVERIFY(made.error().message.starts_with("nothing can be saved in /proc/self/"));
}

QTEST_APPLESS_MAIN(XdgPathsTest)
#include "XdgPathsTest.moc"
