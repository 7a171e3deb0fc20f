#include "models/platform/DurableFile.h"
#include "models/platform/NativePath.h"
#include "models/platform/Paths.h"
#include "models/platform/ProcessLock.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <thread>

namespace {

bool isWindows()
{
    return QSysInfo::kernelType() == QLatin1String("winnt");
}

} // namespace

/// Names of any language, with spaces and pictures, and paths longer than 260 characters.
class AnyPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aFileIsWrittenReplacedReadAndLocked_data();
    void aFileIsWrittenReplacedReadAndLocked();
    void aNameComesBackAsItWas();
    void aFileHasOneRealPathHoweverItIsNamed();
    void anotherFileIsNeverReplacedByWhatMustBeNew();
    void namesThatWindowsWouldTakeForOthersAreRefusedThere_data();
    void namesThatWindowsWouldTakeForOthersAreRefusedThere();
    void aFileThatSomebodyHoldsIsReplacedOrNothingIsLost();
    void aFileThatIsHeldForAMomentIsReplaced();
    void whoReadsAFileKeepsNobodyFromReplacingIt();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void AnyPathTest::aFileIsWrittenReplacedReadAndLocked_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("plain") << QByteArray("config");
    QTest::newRow("korean") << QByteArray("내 클러스터/운영 설정");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x9A\x80 launch/\xF0\x9F\x90\xB3");
    QTest::newRow("more than 260 characters") << QByteArray(120, 'a') + '/' + QByteArray(120, 'b') + '/' + QByteArray(120, 'c') + "/config";
    QTest::newRow("320 characters") << QByteArray(150, 'a') + '/' + QByteArray(168, 'b');
    QTest::newRow("3000 characters") << QByteArray(QByteArray(249, 'a') + '/').repeated(12) + "config";
    QTest::newRow("long and korean") << QByteArray("한글 ").repeated(10) + "/" + QByteArray(200, 'x') + "/" + QByteArray("가").repeated(60);
}

void AnyPathTest::aFileIsWrittenReplacedReadAndLocked()
{
    QFETCH(QByteArray, inside);
    const std::string path = m_folder->path().toStdString() + '/' + inside.toStdString();
    const auto made = platform::makePrivateFolder(path.substr(0, path.rfind('/')));
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    for (const char *const bytes : {"one\r\n", "two, which is longer\n"}) {
        const auto written = platform::writeDurably(path, bytes);
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        const auto read = platform::FileCalls::system().read(path, 1000);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(*read, std::string(bytes));
    }
    const auto held = platform::ProcessLock::tryLock(path + ".hold");
    QVERIFY2(held, held ? "" : held.error().message.c_str());
    const auto second = platform::ProcessLock::tryLock(path + ".hold");
    QVERIFY(!second);
    QCOMPARE(second.error().kind, base::ErrorKind::Conflict);
}

void AnyPathTest::aNameComesBackAsItWas()
{
    for (const char *const path : {"C:/내 문서/config", "a b/\xF0\x9F\x9A\x80"})
        QCOMPARE(platform::utf8Path(platform::nativePath(path)), std::string(path));
}

void AnyPathTest::aFileHasOneRealPathHoweverItIsNamed()
{
    const std::string folder = m_folder->path().toStdString(), path = folder + "/Config";
    QVERIFY(platform::writeDurably(path, "one"));
    const std::string real = platform::realPath(path);
    QVERIFY2(real.ends_with("/Config"), real.c_str());
    QCOMPARE(platform::realPath(folder + "/../" + QDir(m_folder->path()).dirName().toStdString() + "/Config"), real);
    QCOMPARE(platform::realPath(folder + "/none"), folder + "/none");
    const std::string other = folder + "/CONFIG";
    QVERIFY(QFile::exists(QString::fromStdString(other)) || !isWindows());
    QCOMPARE(platform::realPath(other), QFile::exists(QString::fromStdString(other)) ? real : other);
}

void AnyPathTest::anotherFileIsNeverReplacedByWhatMustBeNew()
{
    const std::string path = m_folder->path().toStdString() + "/설정";
    QVERIFY(platform::writeDurably(path, "old"));
    platform::WriteOptions options;
    options.mustBeNew = true;
    const auto refused = platform::writeDurably(path, "new", options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::ErrorKind::Conflict);
    QCOMPARE(platform::FileCalls::system().read(path, 10).value(), std::string("old"));
}

void AnyPathTest::namesThatWindowsWouldTakeForOthersAreRefusedThere_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"nul", "NUL.txt", "con", "COM1", "aux.yaml", "config.", "config ", "config:stream", "a?b", "a*b"})
        QTest::newRow(name) << QByteArray(name);
}

void AnyPathTest::namesThatWindowsWouldTakeForOthersAreRefusedThere()
{
    QFETCH(QByteArray, name);
    const std::string path = m_folder->path().toStdString() + '/' + name.toStdString();
    QVERIFY(platform::writeDurably(m_folder->path().toStdString() + "/config", "mine"));
    const auto written = platform::writeDurably(path, "other");
    QCOMPARE(written.has_value(), !isWindows());
    QCOMPARE(platform::FileCalls::system().read(m_folder->path().toStdString() + "/config", 10).value(), std::string("mine"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), isWindows() ? 1 : 2);
}

/// Qt opens files so that Windows lets nobody replace them.
void AnyPathTest::aFileThatSomebodyHoldsIsReplacedOrNothingIsLost()
{
    const std::string path = m_folder->path().toStdString() + "/설정";
    QVERIFY(platform::writeDurably(path, "old"));
    QFile holder(QString::fromStdString(path));
    QVERIFY(holder.open(QIODevice::ReadOnly));
    const auto written = platform::writeDurably(path, "new");
    QCOMPARE(written.has_value(), !isWindows());
    if (!written)
        QVERIFY2(written.error().message.find(path) != std::string::npos, written.error().message.c_str());
    holder.close();
    QCOMPARE(platform::FileCalls::system().read(path, 10).value(), std::string(isWindows() ? "old" : "new"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void AnyPathTest::aFileThatIsHeldForAMomentIsReplaced()
{
    const std::string path = m_folder->path().toStdString() + "/설정";
    QVERIFY(platform::writeDurably(path, "old"));
    QFile holder(QString::fromStdString(path));
    QVERIFY(holder.open(QIODevice::ReadOnly));
    std::thread scanner([&holder] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        holder.close();
    });
    const auto written = platform::writeDurably(path, "new");
    scanner.join();
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    QCOMPARE(platform::FileCalls::system().read(path, 10).value(), std::string("new"));
}

void AnyPathTest::whoReadsAFileKeepsNobodyFromReplacingIt()
{
    const std::string path = m_folder->path().toStdString() + "/설정";
    QVERIFY(platform::writeDurably(path, "old"));
    std::FILE *const reader = platform::openToRead(path);
    QVERIFY(reader);
    const auto written = platform::writeDurably(path, "new");
    char bytes[10] = {};
    QCOMPARE(std::fread(bytes, 1, sizeof bytes, reader), std::size_t(3));
    std::fclose(reader);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    QCOMPARE(std::string(bytes), std::string("old"));
    QVERIFY(!platform::openToRead(path + "-not-there"));
    QCOMPARE(errno, ENOENT);
}

QTEST_APPLESS_MAIN(AnyPathTest)
#include "AnyPathTest.moc"
