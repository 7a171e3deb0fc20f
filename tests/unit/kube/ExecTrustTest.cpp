#include "models/kube/ExecTrust.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using kube::ExecSettings;
using kube::ExecTrust;

class ExecTrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nothingIsTrustedAtFirst();
    void trustIsRememberedByOthersAtOnce();
    void whateverChangesMustBeTrustedAgain_data();
    void whateverChangesMustBeTrustedAgain();
    void partsOfArgumentsAreNotMixedUp();
    void aBrokenStoreTrustsNothingAndCanBeWrittenAgain();
    void theStoreHoldsNoSecret();
    void trustForThisProcessRemembersNothing();
    void withoutAFolderTrustingSaysThatNothingIsSaved();
    void theQuestionListsTheArgumentsOnePerLine();
    void controlCharactersCannotHideAnything();

private:
    std::string folder() const { return m_folder->path().toStdString() + "/state"; }
    static ExecSettings plugin()
    {
        ExecSettings settings;
        settings.command = "/usr/bin/aws";
        settings.arguments = {"eks", "get-token"};
        settings.environment = {{"AWS_SECRET", base::SecretText("canary")}};
        return settings;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ExecTrustTest::nothingIsTrustedAtFirst()
{
    QVERIFY(!ExecTrust(folder()).isTrusted(plugin(), "/home/a/config"));
    QVERIFY(!ExecTrust("").isTrusted(plugin(), "/home/a/config"));
}

void ExecTrustTest::trustIsRememberedByOthersAtOnce()
{
    const ExecTrust other(folder());
    QVERIFY(!other.isTrusted(plugin(), "/home/a/config"));
    QVERIFY(ExecTrust(folder()).trust(plugin(), "/home/a/config"));
    QVERIFY(other.isTrusted(plugin(), "/home/a/config"));
    QVERIFY(ExecTrust(folder()).trust(plugin(), "/home/b/config"));
    QVERIFY(other.isTrusted(plugin(), "/home/a/config"));
    QVERIFY(other.isTrusted(plugin(), "/home/b/config"));
}

void ExecTrustTest::whateverChangesMustBeTrustedAgain_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"command", "argument", "order", "more arguments", "variable", "value", "file"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void ExecTrustTest::whateverChangesMustBeTrustedAgain()
{
    QFETCH(QString, what);
    const ExecTrust trust(folder());
    QVERIFY(trust.trust(plugin(), "/home/a/config"));
    ExecSettings changed = plugin();
    std::string file = "/home/a/config";
    const std::map<std::string, std::function<void()>> changes = {
        {"command", [&] { changed.command = "/tmp/aws"; }},
        {"argument", [&] { changed.arguments[1] = "rm"; }},
        {"order", [&] { std::swap(changed.arguments[0], changed.arguments[1]); }},
        {"more arguments", [&] { changed.arguments.push_back(""); }},
        {"variable", [&] { changed.environment.push_back({"LD_PRELOAD", base::SecretText("x")}); }},
        {"value", [&] { changed.environment[0].value = base::SecretText("other"); }},
        {"file", [&] { file = "/home/a/other"; }},
    };
    changes.at(what.toStdString())();
    QVERIFY(!trust.isTrusted(changed, file));
    QVERIFY(trust.isTrusted(plugin(), "/home/a/config"));
}

void ExecTrustTest::partsOfArgumentsAreNotMixedUp()
{
    ExecSettings one = plugin(), two = plugin();
    one.arguments = {"ab", "c"};
    two.arguments = {"a", "bc"};
    QVERIFY(ExecTrust(folder()).trust(one, "f"));
    QVERIFY(!ExecTrust(folder()).isTrusted(two, "f"));
}

void ExecTrustTest::aBrokenStoreTrustsNothingAndCanBeWrittenAgain()
{
    const ExecTrust trust(folder());
    QVERIFY(trust.trust(plugin(), "f"));
    QFile file(QString::fromStdString(folder() + "/trusted-plugins.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"trusted\": [");
    file.close();
    QVERIFY(!trust.isTrusted(plugin(), "f"));
    QVERIFY(trust.trust(plugin(), "f"));
    QVERIFY(trust.isTrusted(plugin(), "f"));
}

void ExecTrustTest::theStoreHoldsNoSecret()
{
    QVERIFY(ExecTrust(folder()).trust(plugin(), "f"));
    const std::string path = folder() + "/trusted-plugins.json";
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("canary"));
}

void ExecTrustTest::trustForThisProcessRemembersNothing()
{
    QVERIFY(ExecTrust(folder(), ExecTrust::Scope::EverythingNow).isTrusted(plugin(), "f"));
    QVERIFY(!ExecTrust(folder()).isTrusted(plugin(), "f"));
    QVERIFY(!QFile::exists(QString::fromStdString(folder())));
}

void ExecTrustTest::withoutAFolderTrustingSaysThatNothingIsSaved()
{
    const auto trusted = ExecTrust("").trust(plugin(), "f");
    QVERIFY(!trusted);
    QVERIFY(trusted.error().message.starts_with("nothing can be saved"));
}

void ExecTrustTest::theQuestionListsTheArgumentsOnePerLine()
{
    const base::Error error = ExecTrust::untrusted(plugin(), "/home/a/config");
    QCOMPARE(error.kind, base::ErrorKind::Untrusted);
    QCOMPARE(error.message, std::string("the kubeconfig /home/a/config wants to run a program that nobody has trusted yet; it was not "
                                        "run:\n  /usr/bin/aws\n  eks\n  get-token\nwith the variable AWS_SECRET"));
}

void ExecTrustTest::controlCharactersCannotHideAnything()
{
    ExecSettings settings = plugin();
    settings.environment.clear();
    settings.arguments = {"a\x1b[2K\rb\nc", "x\u202Ey", "\u009B1A", "한글 🚢"};
    const std::string message = ExecTrust::untrusted(settings, "f").message;
    QVERIFY2(message.find("\n  aU+001B[2KU+000DbU+000Ac\n") != std::string::npos, message.c_str());
    QVERIFY(message.find("\u202E") == std::string::npos);
    QVERIFY(message.find("U+009B") != std::string::npos);
    QVERIFY(message.find("\n  한글 🚢") != std::string::npos);
}

QTEST_APPLESS_MAIN(ExecTrustTest)
#include "ExecTrustTest.moc"
