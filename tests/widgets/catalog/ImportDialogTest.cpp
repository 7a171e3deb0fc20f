#include "tests/widgets/catalog/CatalogOnScreen.h"

#include "tests/support/CountedCalls.h"
#include "tests/support/MemoryFiles.h"
#include "widgets/base/TextLabel.h"
#include "widgets/catalog/ImportDialog.h"
#include "widgets/catalog/ImportVerdict.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QPlainTextEdit>

using namespace tests;
using catalog::ImportDialog;
using catalog::ImportVerdict;

namespace {

std::string base64(const std::string &text) { return QByteArray::fromStdString(text).toBase64().toStdString(); }

/// As k3s writes it, for that authority.
std::string k3sFile(const std::string &authority)
{
    return "apiVersion: v1\nclusters:\n- cluster:\n    certificate-authority-data: " + base64(authority) + "\n    server: https://127.0.0.1:6443\n  name: default\n"
           "contexts:\n- context:\n    cluster: default\n    user: default\n  name: default\ncurrent-context: default\nkind: Config\n"
           "users:\n- name: default\n  user:\n    token: canary\n";
}

/// A server whose certificate is for localhost and 192.0.2.7, and not for the address it has.
class NodeServer
{
public:
    NodeServer() : server(support::TlsWish{m_authority.issue({.names = {"DNS:kubernetes", "DNS:localhost", "IP:192.0.2.7"}}), {}})
    {
        server.answer("/version", Script::answer(200, R"({"gitVersion":"v1.31.4+k3s1"})"));
        server.answer("/apis/authentication.k8s.io/v1/selfsubjectreviews", Script::answer(201, R"({"status":{"userInfo":{"username":"system:admin"}}})"));
    }
    std::string file() const { return k3sFile(m_authority.pem()); }

private:
    support::TestAuthority m_authority{"k3s-server-ca@1700000000"};

public:
    FaultServer server;
};

/// A dialog on screen with a network of its own.
class Form
{
public:
    explicit Form(platform::FileCalls &calls = platform::FileCalls::system(), const kube::KubeFiles &files = kube::KubeFiles::system())
        : m_network({}), dialog({m_network, m_consumer, folder(), files, calls}), judged(&dialog, &ImportDialog::judged), tested(&dialog, &ImportDialog::tested),
          saved(&dialog, &ImportDialog::saved), opened(&dialog, &ImportDialog::opened), pasted(&dialog, &ImportDialog::pasted)
    {
        dialog.show();
        dialog.activateWindow();
        QCoreApplication::processEvents();
    }
    ~Form() { dialog.close(); }

    std::string folder() const { return m_home.path().toStdString() + "/.kube"; }
    QWidget *named(const char *name) const
    {
        for (QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (widget->accessibleName() == QLatin1String(name) && widget->isVisibleTo(&dialog) && !qobject_cast<QScrollArea *>(widget))
                return widget;
        }
        return nullptr;
    }
    QLineEdit *field(const char *name) const { return qobject_cast<QLineEdit *>(named(name)); }
    QPushButton *button(const char *name) const { return qobject_cast<QPushButton *>(named(name)); }
    QPlainTextEdit *text() const { return dialog.findChild<QPlainTextEdit *>(); }
    void paste(const std::string &what)
    {
        judged.clear();
        text()->setPlainText(QString::fromStdString(what));
        QTRY_VERIFY(!judged.isEmpty());
    }
    void type(const char *name, const QString &what)
    {
        judged.clear();
        field(name)->selectAll();
        QTest::keyClicks(field(name), what);
        QTRY_VERIFY(!judged.isEmpty());
    }
    /// Everything that is said: labels and boxes.
    QString said() const
    {
        QStringList texts;
        for (const QWidget *child : dialog.findChildren<QWidget *>()) {
            if (!child->isVisibleTo(&dialog))
                continue;
            if (const auto *label = qobject_cast<const base::PlainLabel *>(child))
                texts << label->text();
            else if (const auto *other = qobject_cast<const base::TextLabel *>(child))
                texts << other->text();
        }
        return texts.join(u'\n');
    }
    bool says(const char *what) const { return said().contains(QString::fromUtf8(what)); }

private:
    QTemporaryDir m_home;
    base::EventLoopExecutor m_consumer;
    cluster::Network m_network;

public:
    ImportDialog dialog;
    QSignalSpy judged, tested, saved, opened, pasted;
};

QByteArray contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

/// To the control of that name, as somebody without a mouse goes there.
bool tabTo(const QWidget *wanted, Qt::Key key = Qt::Key_Tab)
{
    for (int press = 0; press < 40 && QApplication::focusWidget() != wanted; ++press)
        QTest::keyClick(QApplication::focusWidget(), key);
    return QApplication::focusWidget() == wanted;
}

} // namespace

/// The form in which a kubeconfig is pasted or opened, named, tested and saved.
class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void theVerdictFollowsTheText_data();
    void theVerdictFollowsTheText();
    void aK3sFileIsImportedByKeyboardAlone();
    void oneOfTheCertificatesNamesIsOneClickAway();
    void whatATestComesToIsSaid_data();
    void whatATestComesToIsSaid();
    void aTestThatHangsIsStopped();
    void whatExistsIsNotOverwrittenAndAnotherNameIsOffered();
    void aFileThatCameInBetweenIsNotOverwritten();
    void aSaveThatFailsKeepsWhatWasTyped();
    void wrongFieldsSayWhatIsWrong_data();
    void wrongFieldsSayWhatIsWrong();
    void otherContextsStayWhenOneIsImported();
    void aFileThatOnlyRootMayReadSaysWhatToRun();
    void aFileStaysWhereItIsWhenItIsNotSaved();
    void closingWhileItIsReadIsQuiet();
};

void ImportDialogTest::theVerdictFollowsTheText_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good") << kubeConfig({{"one"}, {"two"}}) << QStringLiteral("✓ Contexts found: one, two") << true;
    QTest::newRow("many") << kubeConfig({{"a"}, {"b"}, {"c"}, {"d"}, {"e"}, {"f"}}) << QStringLiteral("✓ Contexts found: a, b, c, d, e, …") << true;
    QTest::newRow("kind") << kubeConfig({{"kind-kind", "https://127.0.0.1:41234"}}) << QStringLiteral("✓ Contexts found: kind-kind (kind)") << true;
    QTest::newRow("a bad context") << std::string("apiVersion: v1\nkind: Config\ncontexts:\n- name: lost\n  context: {cluster: nowhere}\n")
                                   << QStringLiteral("cannot be used as it is") << true;
    QTest::newRow("k3s") << k3sFile("") << QStringLiteral("▲ The file of a k3s server, as it lies there") << true;
    QTest::newRow("no YAML") << std::string("clusters: [\n") << QStringLiteral("✕") << false;
    QTest::newRow("empty of contexts") << std::string("apiVersion: v1\nkind: Config\n") << QStringLiteral("▲ There is no context in it.") << false;
    QTest::newRow("HTML") << std::string("<b>no</b>") << QStringLiteral("✕") << false;
}

void ImportDialogTest::theVerdictFollowsTheText()
{
    QFETCH(std::string, text);
    QFETCH(QString, verdict);
    QFETCH(bool, isGood);
    Form form;
    QVERIFY(!form.button("Save and connect")->isEnabled());
    form.paste(text);
    photograph(&form.dialog, QStringLiteral("import-%1").arg(QLatin1String(QTest::currentDataTag())));
    QVERIFY2(form.said().contains(verdict), qPrintable(form.said()));
    QCOMPARE(form.button("Save and connect")->isEnabled(), isGood);
    QCOMPARE(form.button("Use without saving")->isEnabled(), isGood);
    QCOMPARE(unnamedControls(&form.dialog), QStringList());
    form.paste("clusters: [\n");
    QVERIFY(form.says("✕"));
    QVERIFY(!form.button("Save and connect")->isEnabled());
}

/// The whole way of a student: paste, name, address, a certificate that does not fit, another address, connected, saved.
void ImportDialogTest::aK3sFileIsImportedByKeyboardAlone()
{
    NodeServer node;
    Form form;
    const auto key = [](Qt::Key code, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), code, modifiers); };
    QGuiApplication::clipboard()->setText(QString::fromStdString(node.file()));
    QCOMPARE(QApplication::focusWidget(), form.text());
    key(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(form.field("Name"));
    QCOMPARE(form.field("Name")->text(), QStringLiteral("k3s"));
    QVERIFY(tabTo(form.field("Name")));
    QTest::keyClicks(form.field("Name"), QStringLiteral("course"));
    for (const char *name : {"Name of the context", "Name of the cluster", "Name of the user"})
        QCOMPARE(form.field(name)->text(), QStringLiteral("course"));
    QVERIFY(tabTo(form.field("Server address")));
    const QString port = QString::number(node.server.port());
    QTest::keyClicks(form.field("Server address"), QStringLiteral("127.0.0.1:") + port);
    QTRY_VERIFY(form.button("Test the connection")->isEnabled());
    QVERIFY(tabTo(form.button("Test the connection")));
    key(Qt::Key_Space);
    QTRY_COMPARE(form.tested.size(), 1);
    photograph(&form.dialog, QStringLiteral("import-certificate-name"));
    QVERIFY2(form.says("✕ The server's certificate is not for 127.0.0.1"), qPrintable(form.said()));
    QVERIFY(form.says("kubernetes, localhost, 192.0.2.7"));
    QVERIFY(form.says("tls-san:\n  - 127.0.0.1"));
    QVERIFY(form.says("/etc/rancher/k3s/config.yaml"));
    QVERIFY(form.says("sudo systemctl restart k3s"));
    QVERIFY(form.says("--tls-san 127.0.0.1"));
    QVERIFY(form.button("Use 192.0.2.7"));
    QCOMPARE(unnamedControls(&form.dialog), QStringList());
    QPushButton *copy = form.button("Copy: sudo systemctl restart k3s");
    QVERIFY(tabTo(copy));
    key(Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("sudo systemctl restart k3s"));

    QVERIFY(tabTo(form.field("Server address"), Qt::Key_Backtab));
    key(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(form.field("Server address"), QStringLiteral("localhost:") + port);
    QTRY_VERIFY(form.button("Test the connection")->isEnabled());
    QVERIFY(tabTo(form.button("Test the connection")));
    key(Qt::Key_Space);
    QTRY_COMPARE(form.tested.size(), 2);
    photograph(&form.dialog, QStringLiteral("import-connected"));
    QVERIFY2(form.says("✓ Connected: v1.31.4+k3s1 (k3s), as system:admin"), qPrintable(form.said()));
    QVERIFY(tabTo(form.button("Save and connect")));
    key(Qt::Key_Space);
    QTRY_COMPARE(form.saved.size(), 1);
    const std::string path = form.folder() + "/config-course";
    QCOMPARE(form.saved[0][0].toString().toStdString(), path);
    QCOMPARE(form.saved[0][1].toString(), QStringLiteral("course"));
    QVERIFY(!form.dialog.isVisible());
    QByteArray expected = QByteArray::fromStdString(node.file());
    QCOMPARE(contentOf(path), expected.replace("default", "course").replace("127.0.0.1:6443", "localhost:" + port.toUtf8()));
    QCOMPARE(QFileInfo(QString::fromStdString(path)).permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
}

void ImportDialogTest::oneOfTheCertificatesNamesIsOneClickAway()
{
    NodeServer node;
    Form form;
    form.paste(node.file());
    form.type("Server address", QStringLiteral("127.0.0.1:%1").arg(node.server.port()));
    QTest::mouseClick(form.button("Test the connection"), Qt::LeftButton);
    QTRY_COMPARE(form.tested.size(), 1);
    QVERIFY(!form.button("Use localhost"));
    QTest::mouseClick(form.button("Use 192.0.2.7"), Qt::LeftButton);
    QCOMPARE(form.field("Server address")->text(), QStringLiteral("https://192.0.2.7:%1").arg(node.server.port()));
    QVERIFY(!form.says("certificate is not for"));
}

void ImportDialogTest::whatATestComesToIsSaid_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("review");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("said");
    QTest::newRow("live") << 200 << 201 << "me" << "✓ Connected: v1.36.3, as me";
    QTest::newRow("before 1.28") << 200 << 404 << "" << "✓ Connected: v1.36.3";
    QTest::newRow("anonymous") << 200 << 201 << "system:anonymous" << "▲ It answers, and does not know these credentials";
    QTest::newRow("refused") << 401 << 401 << "" << "✕ No connection";
    QTest::newRow("version is a secret") << 403 << 201 << "me" << "✓ Connected: a version it does not tell, as me";
    QTest::newRow("some web server") << 404 << 404 << "" << "✕ No connection";
    QTest::newRow("broken") << 500 << 500 << "" << "✕ No connection";
}

void ImportDialogTest::whatATestComesToIsSaid()
{
    QFETCH(int, version);
    QFETCH(int, review);
    QFETCH(QString, user);
    QFETCH(QString, said);
    FaultServer server;
    server.answer("/version", Script::answer(version, R"({"gitVersion":"v1.36.3"})"));
    server.answer("/apis/authentication.k8s.io/v1/selfsubjectreviews", Script::answer(review, R"({"status":{"userInfo":{"username":")" + user.toStdString() + R"("}}})"));
    Form form;
    form.paste(kubeConfig({{"one", server.url()}}));
    QTest::mouseClick(form.button("Test the connection"), Qt::LeftButton);
    QTRY_COMPARE(form.tested.size(), 1);
    QVERIFY2(form.said().contains(said), qPrintable(form.said()));
    QVERIFY(form.button("Test the connection")->isEnabled());
    form.dialog.resize(420, 500); // texts of several lines
    for (const auto *text : form.dialog.findChild<ImportVerdict *>()->findChildren<base::TextLabel *>())
        QTRY_VERIFY2(text->height() >= text->heightForWidth(text->width()), qPrintable(text->text()));
}

void ImportDialogTest::aTestThatHangsIsStopped()
{
    FaultServer server;
    server.answer("/version", Script::raw("HTTP/1.1 200 OK\r\n").hold());
    Form form;
    form.paste(kubeConfig({{"one", server.url()}}));
    QTest::mouseClick(form.button("Test the connection"), Qt::LeftButton);
    QVERIFY(server.waitForRequests(1));
    QVERIFY(form.says("↻ Connecting to http://127.0.0.1:"));
    QTest::mouseClick(form.button("Stop the test"), Qt::LeftButton);
    QVERIFY(server.waitForOpenConnections(0));
    QVERIFY(form.says("The test was stopped"));
    QVERIFY(form.button("Test the connection")->isEnabled());
    QCOMPARE(form.tested.size(), 0);
}

void ImportDialogTest::whatExistsIsNotOverwrittenAndAnotherNameIsOffered()
{
    Form form;
    QDir().mkpath(QString::fromStdString(form.folder()));
    QFile file(QString::fromStdString(form.folder() + "/config-course"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    form.paste(k3sFile(""));
    form.type("Name", QStringLiteral("course"));
    QVERIFY2(form.says("config-course exists already, and nothing is overwritten."), qPrintable(form.said()));
    QVERIFY(!form.button("Save and connect")->isEnabled());
    photograph(&form.dialog, QStringLiteral("import-exists"));
    form.judged.clear();
    QTest::mouseClick(form.button("Use course-2"), Qt::LeftButton);
    QTRY_VERIFY(!form.judged.isEmpty());
    QTRY_VERIFY(form.button("Save and connect")->isEnabled());
    QTest::mouseClick(form.button("Save and connect"), Qt::LeftButton);
    QTRY_COMPARE(form.saved.size(), 1);
    QCOMPARE(contentOf(form.folder() + "/config-course"), QByteArray("mine"));
    QVERIFY(contentOf(form.folder() + "/config-course-2").contains("name: course-2"));
}

void ImportDialogTest::aFileThatCameInBetweenIsNotOverwritten()
{
    Form form;
    form.paste(k3sFile(""));
    QDir().mkpath(QString::fromStdString(form.folder()));
    QFile file(QString::fromStdString(form.folder() + "/config-k3s"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("theirs");
    file.close();
    form.judged.clear();
    QTest::mouseClick(form.button("Save and connect"), Qt::LeftButton);
    QTRY_VERIFY(!form.judged.isEmpty());
    QVERIFY(form.says("exists already"));
    QVERIFY(form.button("Use k3s-2"));
    QCOMPARE(form.saved.size(), 0);
    QCOMPARE(contentOf(form.folder() + "/config-k3s"), QByteArray("theirs"));
}

void ImportDialogTest::aSaveThatFailsKeepsWhatWasTyped()
{
    support::CountedCalls calls;
    calls.failAt = 5;
    Form form(calls);
    form.paste(k3sFile(""));
    form.judged.clear();
    QTest::mouseClick(form.button("Save and connect"), Qt::LeftButton);
    QTRY_VERIFY(!form.judged.isEmpty());
    QVERIFY2(form.says("✕ Not saved: ") && form.says("No space left on device"), qPrintable(form.said()));
    QVERIFY(form.dialog.isVisible());
    QVERIFY(form.text()->toPlainText().contains(QStringLiteral("canary")));
    QTest::mouseClick(form.button("Save and connect"), Qt::LeftButton);
    QTRY_COMPARE(form.saved.size(), 1);
}

void ImportDialogTest::wrongFieldsSayWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("name") << "Name" << "a/b" << "✕ This cannot be the name of a file";
    QTest::newRow("address") << "Server address" << "two words" << "✕ The server address is none";
    QTest::newRow("another context has it") << "Name of the context" << "two" << "✕ the kubeconfig has another context named \"two\"";
}

void ImportDialogTest::wrongFieldsSayWhatIsWrong()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, said);
    Form form;
    form.paste(kubeConfig({{"one"}, {"two"}}));
    QVERIFY(form.button("Save and connect")->isEnabled());
    form.type(field.toLatin1().constData(), typed);
    QVERIFY2(form.said().contains(said), qPrintable(form.said()));
    QVERIFY(!form.button("Save and connect")->isEnabled());
}

void ImportDialogTest::otherContextsStayWhenOneIsImported()
{
    Form form;
    const std::string text = kubeConfig({{"one"}, {"two"}});
    form.paste(text);
    form.judged.clear();
    form.dialog.findChild<QComboBox *>()->setCurrentIndex(1);
    QTRY_VERIFY(!form.judged.isEmpty());
    QCOMPARE(form.field("Name of the cluster")->text(), QStringLiteral("two"));
    QCOMPARE(form.field("Name of the user")->text(), QStringLiteral("two-user"));
    QTest::mouseClick(form.button("Save and connect"), Qt::LeftButton);
    QTRY_COMPARE(form.saved.size(), 1);
    QCOMPARE(form.saved[0][1].toString(), QStringLiteral("two"));
    QCOMPARE(contentOf(form.folder() + "/config-one"), QByteArray::fromStdString(text).replace("current-context: one", "current-context: two"));
}

void ImportDialogTest::aFileThatOnlyRootMayReadSaysWhatToRun()
{
    MemoryFiles files;
    files.files["/etc/rancher/k3s/k3s.yaml"] = "secret";
    files.unreadable = {"/etc/rancher/k3s/k3s.yaml"};
    Form form(platform::FileCalls::system(), files);
    QTest::keyClicks(form.field("File to open"), QStringLiteral("/etc/rancher/k3s/k3s.yaml"));
    form.judged.clear();
    QTest::keyClick(form.field("File to open"), Qt::Key_Return);
    QTRY_VERIFY(!form.judged.isEmpty());
    QVERIFY2(form.says("permission denied"), qPrintable(form.said()));
    QTRY_VERIFY2(form.says("sudo cat /etc/rancher/k3s/k3s.yaml"), qPrintable(form.said()));
    QVERIFY(form.button("Copy: sudo cat /etc/rancher/k3s/k3s.yaml"));
    photograph(&form.dialog, QStringLiteral("import-unreadable"));
    form.paste(k3sFile(""));
    QVERIFY(!form.says("permission denied"));
}

void ImportDialogTest::aFileStaysWhereItIsWhenItIsNotSaved()
{
    MemoryFiles files;
    files.files["/down/k3s.yaml"] = kubeConfig({{"one"}});
    for (const bool isRenamed : {false, true}) {
        Form form(platform::FileCalls::system(), files);
        form.dialog.openFile(QStringLiteral("/down/k3s.yaml"));
        QTRY_VERIFY(form.button("Use without saving")->isEnabled());
        if (isRenamed)
            form.type("Name of the context", QStringLiteral("mine"));
        QTest::mouseClick(form.button("Use without saving"), Qt::LeftButton);
        QCOMPARE(form.opened.size(), isRenamed ? 0 : 1);
        QCOMPARE(form.pasted.size(), isRenamed ? 1 : 0);
        QVERIFY(!QFile::exists(QString::fromStdString(form.folder())));
    }
}

void ImportDialogTest::closingWhileItIsReadIsQuiet()
{
    auto form = std::make_unique<Form>();
    std::string large = kubeConfig({{"one"}});
    large += "extensions:\n";
    for (int number = 0; number < 20'000; ++number)
        large += "- name: e" + std::to_string(number) + "\n  extension: {a: b}\n";
    form->text()->setPlainText(QString::fromStdString(large));
    QMetaObject::invokeMethod(&form->dialog, [&form] { form.reset(); }, Qt::QueuedConnection);
    QTRY_VERIFY(!form);
    QCoreApplication::processEvents();
}

QTEST_MAIN(ImportDialogTest)
#include "ImportDialogTest.moc"
