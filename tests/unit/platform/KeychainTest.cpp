#include "models/platform/Keychain.h"

#include <QDir>
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
    void whereThereIsNoKeyNothingIsKept();
    void aSecretComesBackAndIsNotReadableInItsFile();
    void aSecretIsBoundToItsName();
    void whatIsForgottenIsGone();
    void whatWasNeverKeptIsNotFound();

private:
    std::string folder() const { return m_folder->path().toStdString() + "/비밀"; }
    QStringList files() const { return QDir(QString::fromStdString(folder())).entryList(QDir::Files); }
    static bool hasKey() { return Keychain::sealed("x", "y").has_value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KeychainTest::whereThereIsNoKeyNothingIsKept()
{
    if (hasKey())
        QSKIP("this system has one");
    const auto kept = Keychain(folder()).keep("token", SecretText("hunter2"));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::Unsupported);
    QVERIFY(files().isEmpty());
}

void KeychainTest::aSecretComesBackAndIsNotReadableInItsFile()
{
    if (!hasKey())
        QSKIP("this system has no key for it");
    Keychain keychain(folder());
    QVERIFY(keychain.keep("오이디씨 token", SecretText("old")));
    QVERIFY(keychain.keep("오이디씨 token", SecretText("hunter2 가나다")));
    const auto fetched = keychain.fetch("오이디씨 token");
    QVERIFY2(fetched, fetched ? "" : fetched.error().message.c_str());
    QCOMPARE(fetched->reveal(), std::string("hunter2 가나다"));
    QCOMPARE(files().size(), 1);
    const auto bytes = platform::FileCalls::system().read(folder() + '/' + files().first().toStdString(), 100'000);
    QVERIFY(bytes && bytes->find("hunter2") == std::string::npos);
}

void KeychainTest::aSecretIsBoundToItsName()
{
    if (!hasKey())
        QSKIP("this system has no key for it");
    const auto bytes = Keychain::sealed("hunter2", "one");
    QVERIFY(bytes);
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
