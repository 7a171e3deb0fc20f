#include "models/platform/DurableFile.h"
#include "models/platform/Keychain.h"
#include "tests/support/PretendKey.h"

#include <QDir>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using base::SecretText;
using platform::Keychain;
using platform::PersonKey;

/// Secrets are kept encrypted or not at all.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nothingIsKeptThatIsNotSealed();
    void aSecretComesBackAndIsNotReadableInItsFile();
    void aSecretIsBoundToItsName();
    void whatIsForgottenIsGone();
    void whatWasNeverKeptIsNotFound();
    void aBrokenFileIsSaidAndStays();
    void anotherPersonsSecretIsSaidAndStays();
    void whatCouldNotBeReadBackIsNotKept();

private:
    std::string folder() const { return m_folder->path().toStdString() + "/비밀"; }
    QStringList files() const { return QDir(QString::fromStdString(folder())).entryList(QDir::Files); }
    /// Windows alone has a key of the person.
    static bool hasKey() { return QSysInfo::kernelType() == QLatin1String("winnt"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KeychainTest::nothingIsKeptThatIsNotSealed()
{
    const auto kept = Keychain(folder()).keep("token", SecretText("hunter2"));
    QCOMPARE(kept.has_value(), hasKey());
    QCOMPARE(files().size(), hasKey() ? 1 : 0);
    if (!kept)
        QCOMPARE(kept.error().kind, ErrorKind::Unsupported);
}

void KeychainTest::aSecretComesBackAndIsNotReadableInItsFile()
{
    Keychain keychain(folder());
    QCOMPARE(keychain.keep("오이디씨 token", SecretText("old")).has_value(), hasKey());
    QCOMPARE(keychain.keep("오이디씨 token", SecretText("hunter2 가나다")).has_value(), hasKey());
    const auto fetched = keychain.fetch("오이디씨 token");
    if (!hasKey()) {
        QCOMPARE(fetched.error().kind, ErrorKind::NotFound);
        return;
    }
    QVERIFY2(fetched, fetched ? "" : fetched.error().message.c_str());
    QCOMPARE(fetched->reveal(), std::string("hunter2 가나다"));
    QCOMPARE(files().size(), 1);
    const auto bytes = platform::FileCalls::system().read(folder() + '/' + files().first().toStdString(), 100'000);
    QVERIFY(bytes && bytes->find("hunter2") == std::string::npos);
}

void KeychainTest::aSecretIsBoundToItsName()
{
    const auto bytes = PersonKey::system().sealed("hunter2", "one");
    QCOMPARE(bytes.has_value(), hasKey());
    if (!bytes) {
        QCOMPARE(PersonKey::system().unsealed("hunter2", "one").error().kind, ErrorKind::Unsupported);
        return;
    }
    QVERIFY(PersonKey::system().unsealed(*bytes, "one"));
    QVERIFY(!PersonKey::system().unsealed(*bytes, "other"));
}

void KeychainTest::whatIsForgottenIsGone()
{
    Keychain keychain(folder());
    static_cast<void>(keychain.keep("token", SecretText("hunter2")));
    QVERIFY(keychain.forget("token"));
    QVERIFY(keychain.forget("token"));
    QVERIFY(!keychain.fetch("token"));
    QVERIFY(files().isEmpty());
}

void KeychainTest::whatWasNeverKeptIsNotFound()
{
    const auto fetched = Keychain(folder()).fetch("token");
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().kind, ErrorKind::NotFound);
}

void KeychainTest::aBrokenFileIsSaidAndStays()
{
    Keychain keychain(folder(), support::PretendKey::any());
    QVERIFY(keychain.keep("token", SecretText("hunter2")));
    const std::string path = folder() + '/' + files().first().toStdString();
    QVERIFY(platform::writeDurably(path, "torn"));
    const auto fetched = keychain.fetch("token");
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().kind, ErrorKind::Io);
    QCOMPARE(files().size(), 1);
    QVERIFY(keychain.keep("token", SecretText("again")));
    QCOMPARE(keychain.fetch("token")->reveal(), std::string("again"));
}

void KeychainTest::anotherPersonsSecretIsSaidAndStays()
{
    const support::PretendKey me, other("other");
    QVERIFY(Keychain(folder(), other).keep("token", SecretText("hunter2")));
    const auto fetched = Keychain(folder(), me).fetch("token");
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().kind, ErrorKind::Io);
    QVERIFY(Keychain(folder(), other).fetch("token"));
}

void KeychainTest::whatCouldNotBeReadBackIsNotKept()
{
    Keychain keychain(folder(), support::PretendKey::any());
    QVERIFY(keychain.keep("token", SecretText("small")));
    const auto kept = keychain.keep("token", SecretText(std::string(Keychain::SizeLimit, 'x')));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::TooLarge);
    QCOMPARE(keychain.fetch("token")->reveal(), std::string("small"));
    const std::string large(Keychain::SizeLimit / 2, 'x');
    QVERIFY(keychain.keep("token", SecretText(large)));
    QCOMPARE(keychain.fetch("token")->reveal(), large);
}

QTEST_APPLESS_MAIN(KeychainTest)
#include "KeychainTest.moc"
