#include "models/kube/TokenFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace std::chrono_literals;
using kube::CredentialsFile;
using kube::TokenFile;

namespace {

/// The real files, counting how often one is read; the state can be made to look unchanged.
class CountingCalls final : public platform::FileCalls
{
public:
    int reads = 0;
    int looks = 0;
    bool frozen = false;

    base::Result<platform::FileState> state(const std::string &path) override
    {
        ++looks;
        auto state = FileCalls::state(path);
        return frozen && state ? platform::FileState{true, 1, 1, 1, 0600, 0, 0} : state;
    }
    base::Result<std::string> read(const std::string &path, std::uint64_t limit) override
    {
        ++reads;
        return FileCalls::read(path, limit);
    }
};

} // namespace

class TokenFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); m_calls = CountingCalls(); }
    void whiteSpaceAroundTheTokenIsNoPartOfIt();
    void aReplacedFileIsUsedWithinASecond();
    void anUnchangedFileIsReadAgainAfterFiftySeconds();
    void anEmptyOrMissingFileKeepsTheLastToken();
    void aFileThatNeverWorkedIsAnErrorInClientGosWords();
    void afterARefusalTheFileIsReadAgain();
    void itIsLookedAtNoMoreThanOnceASecond();
    void aHugeFileIsRefused();

private:
    std::string path() const { return m_folder->path().toStdString() + "/token"; }
    void put(const QByteArray &content)
    {
        // As a projected volume does it: a new file in the old one's place.
        const QString fresh = QString::fromStdString(path() + ".new");
        QFile file(fresh);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        std::filesystem::rename(fresh.toStdU16String(), QString::fromStdString(path()).toStdU16String());
    }
    static base::SteadyTime at(std::chrono::milliseconds time) { return base::SteadyTime(time); }

    std::unique_ptr<QTemporaryDir> m_folder;
    CountingCalls m_calls;
};

void TokenFileTest::whiteSpaceAroundTheTokenIsNoPartOfIt()
{
    put(" \r\n\t abc.def \n\n");
    TokenFile file(path(), m_calls);
    QCOMPARE(file.token(at(0s)).value_or(""), std::string("abc.def"));
}

void TokenFileTest::aReplacedFileIsUsedWithinASecond()
{
    put("one");
    TokenFile file(path(), m_calls);
    QCOMPARE(file.token(at(0s)).value_or(""), std::string("one"));
    put("two");
    QCOMPARE(file.token(at(999ms)).value_or(""), std::string("one"));
    QCOMPARE(file.token(at(1s)).value_or(""), std::string("two"));
}

void TokenFileTest::anUnchangedFileIsReadAgainAfterFiftySeconds()
{
    put("one");
    m_calls.frozen = true;
    TokenFile file(path(), m_calls);
    QCOMPARE(file.token(at(0s)).value_or(""), std::string("one"));
    put("two");
    QCOMPARE(file.token(at(49s)).value_or(""), std::string("one"));
    QCOMPARE(m_calls.reads, 1);
    QCOMPARE(file.token(at(50s)).value_or(""), std::string("two"));
}

void TokenFileTest::anEmptyOrMissingFileKeepsTheLastToken()
{
    put("one");
    TokenFile file(path(), m_calls);
    QVERIFY(file.token(at(0s)));
    put("  \n");
    QCOMPARE(file.token(at(10s)).value_or(""), std::string("one"));
    QVERIFY(QFile::remove(QString::fromStdString(path())));
    QCOMPARE(file.token(at(100s)).value_or(""), std::string("one"));
    put("two");
    QCOMPARE(file.token(at(101s)).value_or(""), std::string("two"));
}

void TokenFileTest::aFileThatNeverWorkedIsAnErrorInClientGosWords()
{
    TokenFile file(path(), m_calls);
    const auto missing = file.token(at(0s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, base::ErrorKind::NotFound);
    QVERIFY(missing.error().message.starts_with("failed to read token file \"" + path() + "\": "));
    put("\n");
    const auto empty = file.token(at(1s));
    QVERIFY(!empty);
    QCOMPARE(empty.error().message, "read empty token from file \"" + path() + "\"");
}

void TokenFileTest::afterARefusalTheFileIsReadAgain()
{
    put("one");
    m_calls.frozen = true;
    TokenFile file(path(), m_calls);
    QVERIFY(file.token(at(0s)));
    put("two");
    file.rejected();
    QCOMPARE(file.token(at(1ms)).value_or(""), std::string("two"));
}

void TokenFileTest::itIsLookedAtNoMoreThanOnceASecond()
{
    put("one");
    TokenFile file(path(), m_calls);
    for (auto time = 0ms; time < 5s; time += 1ms)
        QVERIFY(file.token(at(time)));
    QCOMPARE(m_calls.looks, 5);
    QCOMPARE(m_calls.reads, 1);
}

void TokenFileTest::aHugeFileIsRefused()
{
    put(QByteArray(2'000'000, 'x'));
    TokenFile file(path(), m_calls);
    const auto token = file.token(at(0s));
    QVERIFY(!token);
    QCOMPARE(token.error().kind, base::ErrorKind::TooLarge);
}

QTEST_APPLESS_MAIN(TokenFileTest)
#include "TokenFileTest.moc"
