#include "models/platform/DurableFile.h"
#include "tests/support/FileContent.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using platform::FileCalls;
using platform::FileState;
using platform::WriteOptions;
using platform::writeDurably;
using tests::contentOf;
using tests::put;

namespace {

base::Error noSpace()
{
    return base::makeError(base::ErrorKind::Io, "No space left on device");
}

/// The real calls, of which one can be told to fail at its n-th use.
class FailingCalls final : public FileCalls
{
public:
    std::string failing;
    int failAt = 1;
    std::size_t chunk = 100;     ///< most bytes that one write takes
    bool lies = false;           ///< read gives other bytes than were written
    bool takesNothing = false;
    std::map<std::string, int> calls;

    bool fails(const std::string &name) { return ++calls[name] == failAt && name == failing; }

    base::Result<int> create(const std::string &path, unsigned mode) override
    {
        if (fails("create"))
            return noSpace();
        return FileCalls::create(path, mode);
    }
    base::Result<std::size_t> write(int file, std::string_view bytes) override
    {
        if (fails("write"))
            return noSpace();
        if (takesNothing)
            return std::size_t(0);
        return FileCalls::write(file, bytes.substr(0, chunk));
    }
    base::Result<std::string> read(const std::string &path, std::uint64_t limit) override
    {
        if (fails("read"))
            return base::makeError(base::ErrorKind::Io, "Input/output error");
        auto bytes = FileCalls::read(path, limit);
        if (bytes && lies && !bytes->empty())
            bytes->back() ^= 1;
        return bytes;
    }
    base::Result<void> setAttributes(int file, const FileState &like) override
    {
        return fails("setAttributes") ? noSpace() : FileCalls::setAttributes(file, like);
    }
    base::Result<void> sync(int file) override { return fails("sync") ? noSpace() : FileCalls::sync(file); }
    base::Result<void> close(int file) override
    {
        const bool fail = fails("close");
        const auto closed = FileCalls::close(file);
        return fail ? noSpace() : closed;
    }
    base::Result<void> rename(const std::string &from, const std::string &to) override
    {
        return fails("rename") ? noSpace() : FileCalls::rename(from, to);
    }
};

} // namespace

class DurableFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNewFileIsTheOnlyOneInItsFolder();
    void theOldBytesAreReplacedWhole();
    void aBackupHoldsTheOldBytes();
    void aFolderIsRefused();
    void everyStepThatFailsLeavesTheOldFileAlone_data();
    void everyStepThatFailsLeavesTheOldFileAlone();
    void aDiskThatTakesNoMoreBytesIsAnError();
    void otherBytesReadBackAreAnError();
    void oddNamesAreWrittenToo_data();
    void oddNamesAreWrittenToo();
    void aFolderThatIsMissingIsAnError();

private:
    std::string at(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DurableFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void DurableFileTest::aNewFileIsTheOnlyOneInItsFolder()
{
    QVERIFY(writeDurably(at("new"), "content"));
    QCOMPARE(contentOf(at("new")), std::string("content"));
    QCOMPARE(names(), QStringList{QStringLiteral("new")});
}

void DurableFileTest::theOldBytesAreReplacedWhole()
{
    put(at("file"), std::string(100'000, 'o'));
    const std::string fresh(3'000'000, 'n');
    QVERIFY(writeDurably(at("file"), fresh));
    QVERIFY(contentOf(at("file")) == fresh);
    QVERIFY(writeDurably(at("file"), ""));
    QCOMPARE(contentOf(at("file")), std::string());
}

void DurableFileTest::aBackupHoldsTheOldBytes()
{
    put(at("file"), "first");
    WriteOptions options;
    options.backup = true;
    QVERIFY(writeDurably(at("file"), "second", options));
    QVERIFY(writeDurably(at("file"), "third", options));
    QCOMPARE(contentOf(at("file.bak")), std::string("second"));
    QCOMPARE(contentOf(at("file")), std::string("third"));
}

void DurableFileTest::aFolderIsRefused()
{
    const auto result = writeDurably(m_folder->path().toStdString(), "x");
    QVERIFY(!result);
    QVERIFY2(result.error().message.ends_with("not a regular file"), result.error().message.c_str());
    QVERIFY(!FileCalls::system().read(m_folder->path().toStdString(), 10));
}

void DurableFileTest::everyStepThatFailsLeavesTheOldFileAlone_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("at");
    // With a backup each call happens twice: first for NAME.bak, then for the file. 250 bytes are three writes each.
    for (const std::string call : {"create", "sync", "close", "rename"}) {
        for (int at = 1; at <= 2; ++at)
            QTest::newRow((call + " " + std::to_string(at)).c_str()) << QString::fromStdString(call) << at;
    }
    for (int at = 1; at <= 6; ++at)
        QTest::addRow("write %d", at) << QStringLiteral("write") << at;
    for (int at = 1; at <= 3; ++at)
        QTest::addRow("read %d", at) << QStringLiteral("read") << at;
    QTest::addRow("setAttributes") << QStringLiteral("setAttributes") << 1;
}

void DurableFileTest::everyStepThatFailsLeavesTheOldFileAlone()
{
    QFETCH(QString, call);
    QFETCH(int, at);
    const std::string old(250, 'o');
    put(this->at("file"), old);
    FailingCalls calls;
    calls.failing = call.toStdString();
    calls.failAt = at;
    WriteOptions options;
    options.backup = true;
    options.keepAttributes = true;
    const auto result = writeDurably(this->at("file"), std::string(250, 'n'), options, calls);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, base::ErrorKind::Io);
    QCOMPARE(contentOf(this->at("file")), old);
    const std::string backup = contentOf(this->at("file.bak"));
    QVERIFY(backup == "<none>" || backup == old);
    for (const QString &name : names())
        QVERIFY2(!name.endsWith(QLatin1String(".tmp")), "a temporary file was left behind");
}

void DurableFileTest::aDiskThatTakesNoMoreBytesIsAnError()
{
    put(at("file"), "old");
    FailingCalls calls;
    calls.takesNothing = true;
    QVERIFY(!writeDurably(at("file"), "new", {}, calls));
    QCOMPARE(contentOf(at("file")), std::string("old"));
}

void DurableFileTest::otherBytesReadBackAreAnError()
{
    put(at("file"), "old");
    FailingCalls calls;
    calls.lies = true;
    const auto result = writeDurably(at("file"), "new", {}, calls);
    QVERIFY(!result);
    QVERIFY(result.error().message.find("other bytes came back") != std::string::npos);
    QCOMPARE(contentOf(at("file")), std::string("old"));
}

void DurableFileTest::oddNamesAreWrittenToo_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("한글") << QStringLiteral("설정 파일");
    QTest::newRow("emoji") << QStringLiteral("🚢 config");
    QTest::newRow("255 letters") << QString(255, QLatin1Char('n'));
    QTest::newRow("path over 260") << QString(200, QLatin1Char('a')) + QLatin1Char('/') + QString(200, QLatin1Char('b'));
}

void DurableFileTest::oddNamesAreWrittenToo()
{
    QFETCH(QString, name);
    const std::string path = at(name.toStdString());
    QVERIFY(FileCalls::system().makeFolders(path.substr(0, path.rfind('/'))));
    QVERIFY(writeDurably(path, "one"));
    QVERIFY(writeDurably(path, "two"));
    QCOMPARE(contentOf(path), std::string("two"));
}

void DurableFileTest::aFolderThatIsMissingIsAnError()
{
    const auto result = writeDurably(at("nowhere/file"), "x");
    QVERIFY(!result);
    QCOMPARE(result.error().kind, base::ErrorKind::NotFound);
}

QTEST_APPLESS_MAIN(DurableFileTest)
#include "DurableFileTest.moc"
