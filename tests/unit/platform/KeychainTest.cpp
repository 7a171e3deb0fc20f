#include "models/platform/Keychain.h"

#include <QDir>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorKind;
using base::SecretText;
using platform::Keychain;

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
    const auto bytes = Keychain::sealed("hunter2", "one");
    QCOMPARE(bytes.has_value(), hasKey());
    if (!bytes) {
        QCOMPARE(Keychain::unsealed("hunter2", "one").error().kind, ErrorKind::Unsupported);
        return;
    }
    QVERIFY(Keychain::unsealed(*bytes, "one"));
    QVERIFY(!Keychain::unsealed(*bytes, "other"));
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

QTEST_APPLESS_MAIN(KeychainTest)
#include "KeychainTest.moc"
