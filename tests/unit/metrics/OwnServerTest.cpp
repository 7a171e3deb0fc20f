#include "models/base/EventLoopExecutor.h"
#include "models/metrics/OwnServer.h"
#include "models/platform/DurableFile.h"
#include "models/text/Json.h"
#include "tests/support/PretendKey.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using base::SecretText;
using metrics::DirectServer;
using metrics::OwnServer;
using metrics::ServerSecrets;
using support::PretendKey;
using Keeping = OwnServer::Keeping;

namespace {

constexpr int patience = 20'000;
const std::string key = "/home/me/.kube/config\n운영";

DirectServer everything()
{
    DirectServer server{"https://prometheus.example.com/team"};
    server.bearer = SecretText("s3cret-token");
    server.user = "나";
    server.password = SecretText("s3cret-pass\"word");
    server.headers = {{"X-Scope-OrgID", SecretText("s3cret-team")}, {"X-Other", SecretText("s3cret-가나")}};
    server.authorityPem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    server.clientCertificatePem = "-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n";
    server.clientKeyPem = SecretText("s3cret-key");
    return server;
}

} // namespace

/// A server of one's own, from one start of the program to the next, with the machine's own key where it has one.
class OwnServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everythingTypedIsThereAtTheNextStart();
    void whatIsKeptIsNotReadableInAnyFile();
    void aServerWithoutSecretsLeavesNothingToRead();
    void credentialsInTheUrlAreSecretsToo();
    void whatIsForgottenLeavesNoFile();
    void theNewestCountsHoweverQuicklyItFollows();
    void anotherPersonIsToldToTypeItAgain();
    void aBrokenFileIsToldAndMendedByTypingAgain();
    void aFileThatIsGoneIsTold();
    void whatBelongsToAnotherPlaceIsNotTaken();
    void whereTheSystemHasNoKeyThePlaceAloneIsKept();
    void ofWhatIsNotRememberedNothingIsKept();
    void whatCannotBeWrittenIsTold();
    void whatCannotBeKeptLeavesNothingOlderBehind();

private:
    std::string folder() const { return m_folder->path().toStdString(); }
    std::string secretsFolder() const { return folder() + "/secrets"; }
    QStringList secretFiles() const { return QDir(QString::fromStdString(secretsFolder())).entryList(QDir::Files); }
    std::string secretFile() const { return secretsFolder() + '/' + secretFiles().value(0).toStdString(); }

    /// One run of the program.
    struct Start
    {
        explicit Start(const OwnServerTest &test, const platform::PersonKey &person = PretendKey::any(), std::optional<DirectServer> named = {}, std::string settingsKey = key)
            : settings(executor, test.folder())
            , own({settings, std::move(settingsKey), std::make_shared<ServerSecrets>(test.secretsFolder(), person)}, executor, std::move(named), [this] { ++changes; })
        {
        }
        void read()
        {
            bool isDone = false;
            own.read([&isDone] { isDone = true; });
            QTRY_VERIFY_WITH_TIMEOUT(isDone, patience);
        }

        base::EventLoopExecutor executor;
        settings::Settings settings;
        int changes = 0;
        OwnServer own;
    };

    /// Names a server, and waits until it is kept.
    void keep(const DirectServer &server, const platform::PersonKey &person = PretendKey::any()) const
    {
        Start start(*this, person);
        start.own.name(server);
        QTRY_COMPARE_WITH_TIMEOUT(secretFiles().size(), 1, patience);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void OwnServerTest::everythingTypedIsThereAtTheNextStart()
{
    keep(everything());
    Start next(*this);
    QCOMPARE(next.own.keeping(), Keeping::Everything);
    QVERIFY(next.own.isIncomplete());
    QCOMPARE(next.own.server()->url, everything().url);
    QVERIFY(!metrics::hasSecrets(*next.own.server()));
    next.read();
    QVERIFY(!next.own.isIncomplete() && !next.own.lost());
    QVERIFY(*next.own.server() == everything());
}

void OwnServerTest::whatIsKeptIsNotReadableInAnyFile()
{
    keep(everything());
    int files = 0;
    for (QDirIterator each(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext(); ++files) {
        const auto bytes = platform::FileCalls::system().read(each.next().toStdString(), 10'000'000);
        QVERIFY2(bytes && bytes->find("s3cret") == std::string::npos && bytes->find("BEGIN") == std::string::npos, qPrintable(each.filePath()));
    }
    QVERIFY(files >= 2);
}

void OwnServerTest::aServerWithoutSecretsLeavesNothingToRead()
{
    keep(everything());
    {
        Start start(*this);
        start.own.name(DirectServer{"https://prometheus.example.com/"});
        QTRY_VERIFY_WITH_TIMEOUT(secretFiles().isEmpty(), patience);
    }
    Start next(*this);
    QVERIFY(next.own.server() && !next.own.isIncomplete());
}

void OwnServerTest::credentialsInTheUrlAreSecretsToo()
{
    keep(DirectServer{"https://me:s3cret@prometheus.example.com"});
    Start next(*this);
    QCOMPARE(next.own.server()->url, std::string("https://prometheus.example.com"));
    QVERIFY(text::writeJson(next.settings.value(OwnServer::Section, key)).find("s3cret") == std::string::npos);
    next.read();
    QCOMPARE(next.own.server()->url, std::string("https://me:s3cret@prometheus.example.com"));
}

void OwnServerTest::whatIsForgottenLeavesNoFile()
{
    keep(everything());
    {
        Start start(*this);
        start.own.name({});
        QTRY_VERIFY_WITH_TIMEOUT(secretFiles().isEmpty(), patience);
    }
    QVERIFY(!Start(*this).own.server());
}

void OwnServerTest::theNewestCountsHoweverQuicklyItFollows()
{
    DirectServer last{"https://prometheus.example.com"};
    {
        Start start(*this);
        for (int i = 0; i < 20; ++i) {
            last.bearer = SecretText("token " + std::to_string(i));
            start.own.name(last);
            start.own.name(i % 2 ? std::optional(everything()) : std::nullopt);
        }
        last.bearer = SecretText("the last token");
        start.own.name(last);
        QTRY_COMPARE_WITH_TIMEOUT(secretFiles().size(), 1, patience);
        const auto isLast = [&] {
            start.read();
            return !start.own.lost() && *start.own.server() == last;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isLast(), patience);
    }
    Start next(*this);
    next.read();
    QVERIFY(*next.own.server() == last);
}

void OwnServerTest::anotherPersonIsToldToTypeItAgain()
{
    const PretendKey other("other");
    keep(everything(), other);
    Start mine(*this);
    mine.read();
    QVERIFY(mine.own.isIncomplete() && mine.own.lost());
    QCOMPARE(mine.own.lost()->kind, ErrorKind::Io);
    QCOMPARE(mine.own.server()->url, everything().url);
    Start theirs(*this, other);
    theirs.read();
    QVERIFY(*theirs.own.server() == everything());
}

void OwnServerTest::aBrokenFileIsToldAndMendedByTypingAgain()
{
    keep(everything());
    QVERIFY(platform::writeDurably(secretFile(), "torn"));
    {
        Start start(*this);
        start.read();
        QVERIFY(start.own.isIncomplete());
        QCOMPARE(start.own.lost()->kind, ErrorKind::Io);
        start.own.name(everything());
        QVERIFY(!start.own.isIncomplete() && !start.own.lost());
    }
    Start next(*this);
    const auto isMended = [&next] {
        next.read();
        return !next.own.lost();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isMended(), patience);
    QVERIFY(*next.own.server() == everything());
}

void OwnServerTest::aFileThatIsGoneIsTold()
{
    keep(everything());
    QVERIFY(platform::FileCalls::system().remove(secretFile()));
    Start next(*this);
    next.read();
    QVERIFY(next.own.isIncomplete());
    QCOMPARE(next.own.lost()->kind, ErrorKind::NotFound);
}

void OwnServerTest::whatBelongsToAnotherPlaceIsNotTaken()
{
    keep(everything());
    {
        Start other(*this);
        text::Value place = text::Value::map(), said = text::Value::map();
        place.set("url", text::Value::string("https://elsewhere.example.com"));
        place.set("hasSecrets", text::Value::boolean(true));
        said.set("person", place);
        other.settings.set(OwnServer::Section, key, said);
    }
    Start next(*this);
    next.read();
    QVERIFY(next.own.lost());
    QVERIFY(!metrics::hasSecrets(*next.own.server()));
}

void OwnServerTest::whereTheSystemHasNoKeyThePlaceAloneIsKept()
{
    const support::NoKey none;
    {
        Start start(*this, none);
        QCOMPARE(start.own.keeping(), Keeping::Place);
        start.own.name(everything());
        QVERIFY(*start.own.server() == everything());
    }
    QVERIFY(!QDir(QString::fromStdString(secretsFolder())).exists());
    Start next(*this, none);
    QVERIFY(next.own.isIncomplete());
    next.read();
    QCOMPARE(next.own.lost()->kind, ErrorKind::Unsupported);
    QCOMPARE(next.own.server()->url, everything().url);
    QVERIFY(!metrics::hasSecrets(*next.own.server()));
    Start same(*this, none, everything());      // another window of the same run
    QVERIFY(!same.own.isIncomplete());
}

void OwnServerTest::ofWhatIsNotRememberedNothingIsKept()
{
    {
        Start start(*this, PretendKey::any(), {}, {});
        QCOMPARE(start.own.keeping(), Keeping::Nothing);
        start.own.name(everything());
    }
    QVERIFY(!QDir(QString::fromStdString(secretsFolder())).exists());
    QVERIFY(!Start(*this, PretendKey::any(), {}, {}).own.server());
}

void OwnServerTest::whatCannotBeWrittenIsTold()
{
    QVERIFY(platform::writeDurably(secretsFolder(), "a file where the folder would be"));
    Start start(*this);
    start.own.name(everything());
    QTRY_COMPARE_WITH_TIMEOUT(start.changes, 1, patience);
    QVERIFY(start.own.notKept());
    QVERIFY(*start.own.server() == everything());
    start.own.name(DirectServer{"https://prometheus.example.com"});
    QVERIFY(!start.own.notKept());
}

void OwnServerTest::whatCannotBeKeptLeavesNothingOlderBehind()
{
    keep(everything());
    {
        Start start(*this);
        DirectServer large = everything();
        large.authorityPem.resize(3'000'000, 'A');
        start.own.name(large);
        QTRY_COMPARE_WITH_TIMEOUT(start.changes, 1, patience);
        QCOMPARE(start.own.notKept()->kind, ErrorKind::TooLarge);
    }
    Start next(*this);
    next.read();
    QVERIFY(next.own.lost());
    QVERIFY(!metrics::hasSecrets(*next.own.server()));
}

QTEST_GUILESS_MAIN(OwnServerTest)
#include "OwnServerTest.moc"
