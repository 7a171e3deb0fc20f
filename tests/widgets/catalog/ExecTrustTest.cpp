#include "tests/widgets/catalog/Catalog.h"

#include "tests/support/FaultServer.h"
#include "widgets/base/PlainText.h"
#include "widgets/catalog/CatalogPage.h"
#include "widgets/catalog/ExecTrustAsker.h"

#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace tests;
using catalog::ExecTrustAsker;
using support::FaultServer;
using support::Script;

namespace {

/// A cluster whose user signs in with a program that leaves a trace when it runs.
class Stranger
{
public:
    Stranger() : m_server(support::TlsWish{support::TestAuthority::selfSigned({.names = {"IP:127.0.0.1"}}), {}})
    {
        const std::string program = home.path("plugin.sh");
        home.write("plugin.sh", "#!/bin/sh\n: > \"" + trace() + "\"\n"
            "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"from-the-program\"}}'\n");
        QFile(QString::fromStdString(program)).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        home.write("config", kubeConfig({{"stranger", m_server.url(), "    insecure-skip-tls-verify: true\n",
            "    exec:\n      apiVersion: client.authentication.k8s.io/v1\n      command: " + program + "\n      args: [\"--turn\", \"a\\u202Eb\\e[2J\", \"<b>x</b>\"]\n"
            "      env: [{name: PLUGIN_SECRET, value: canary}]\n      installHint: \"<img src=//host/x> read the manual\"\n      interactiveMode: Never\n"}}));
        clusters = home.openAndRead();
        QObject::connect(&ExecTrustAsker::of(*clusters), &ExecTrustAsker::asked, [this](QDialog *dialog) { asked.push_back(dialog); });
    }

    std::string trace() const { return home.path("it-ran"); }
    bool hasRun() const { return QFile::exists(QString::fromStdString(trace())); }
    cluster::ConnectedCluster *connectTo() { return clusters->connectTo({home.path("config"), "stranger"}); }
    std::size_t requestsWithToken() const
    {
        const auto requests = m_server.requests();
        return static_cast<std::size_t>(std::ranges::count_if(requests, [](const auto &request) { return request.header("authorization") == "Bearer from-the-program"; }));
    }
    std::size_t requests() const { return m_server.requests().size(); }

    Home home;

private:
    FaultServer m_server;

public:
    std::unique_ptr<cluster::Clusters> clusters;
    std::vector<QPointer<QDialog>> asked;
};

QPushButton *buttonOf(const QDialog *dialog, const char *text)
{
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String(text))
            return button;
    }
    return nullptr;
}

} // namespace

/// A program that a kubeconfig names runs only after a person has seen it and said yes.
class ExecTrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void nothingRunsBeforeTheAnswer();
    void notNowIsTheDefaultAndAsksNoMore();
    void aYesRunsItAndIsRemembered();
    void theCatalogCanAskAgain();
    void everythingOfTheProgramIsShownAsText();
    void disconnectingTakesTheQuestionAway();
    void twoAskersAreOne();
};

void ExecTrustTest::nothingRunsBeforeTheAnswer()
{
    Stranger stranger;
    catalog::CatalogPage page(*stranger.clusters);
    page.show();
    QTRY_VERIFY(page.isSettled());
    QVERIFY(stranger.requests() >= 1);      // its server was asked who it is
    stranger.connectTo();
    QTRY_COMPARE(stranger.asked.size(), std::size_t(1));
    QVERIFY(stranger.asked[0]->isVisible());
    QVERIFY(!stranger.asked[0]->isModal());
    QVERIFY(!stranger.hasRun());
    QCOMPARE(stranger.requestsWithToken(), std::size_t(0));
}

void ExecTrustTest::notNowIsTheDefaultAndAsksNoMore()
{
    Stranger stranger;
    cluster::ConnectedCluster *cluster = stranger.connectTo();
    QTRY_COMPARE(stranger.asked.size(), std::size_t(1));
    QPushButton *notNow = buttonOf(stranger.asked[0], "Not now");
    QVERIFY(notNow->isDefault());
    QVERIFY(!buttonOf(stranger.asked[0], "Trust and run")->isDefault());
    QTest::keyClick(stranger.asked[0], Qt::Key_Return);
    QTRY_VERIFY(!stranger.asked[0]);
    cluster->retryNow();
    cluster->reconnect();
    QTRY_COMPARE(cluster->health().state, cluster::Health::State::Untrusted);
    QCOMPARE(stranger.asked.size(), std::size_t(1));
    QVERIFY(!stranger.hasRun());
}

void ExecTrustTest::aYesRunsItAndIsRemembered()
{
    Stranger stranger;
    cluster::ConnectedCluster *cluster = stranger.connectTo();
    QTRY_COMPARE(stranger.asked.size(), std::size_t(1));
    QTest::mouseClick(buttonOf(stranger.asked[0], "Trust and run"), Qt::LeftButton);
    QTRY_VERIFY(stranger.hasRun());
    QTRY_VERIFY(stranger.requestsWithToken() >= 1);
    QVERIFY(cluster->health().state != cluster::Health::State::Untrusted);
    stranger.clusters->disconnectFrom(cluster::EntryId::of(cluster->entry()));
    const std::size_t before = stranger.requestsWithToken();
    stranger.connectTo();
    QTRY_VERIFY(stranger.requestsWithToken() > before);
    QCOMPARE(stranger.asked.size(), std::size_t(1));
}

void ExecTrustTest::theCatalogCanAskAgain()
{
    Stranger stranger;
    catalog::CatalogPage page(*stranger.clusters);
    page.resize(1200, 700);
    page.show();
    page.select({stranger.home.path("config"), "stranger"});
    stranger.connectTo();
    QTRY_COMPARE(stranger.asked.size(), std::size_t(1));
    stranger.asked[0]->reject();
    QTRY_VERIFY(!stranger.asked[0]);
    QPushButton *trust = nullptr;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Trust…"))
            trust = button;
    }
    QVERIFY(trust);
    QTRY_VERIFY(trust->isVisible());
    QTest::mouseClick(trust, Qt::LeftButton);
    QTRY_COMPARE(stranger.asked.size(), std::size_t(2));
    QTest::mouseClick(trust, Qt::LeftButton);
    QCOMPARE(stranger.asked.size(), std::size_t(2));        // the open one is shown
}

void ExecTrustTest::everythingOfTheProgramIsShownAsText()
{
    Stranger stranger;
    stranger.connectTo();
    QTRY_COMPARE(stranger.asked.size(), std::size_t(1));
    QDialog *dialog = stranger.asked[0];
    photograph(dialog, QStringLiteral("trust"));
    const QString command = dialog->findChild<QPlainTextEdit *>()->toPlainText();
    QCOMPARE(command.split(u'\n').size(), 4);
    QVERIFY(command.startsWith(QString::fromStdString(stranger.home.path("plugin.sh"))));
    QVERIFY(command.contains(u"U+202E") && command.contains(u"U+001B") && command.endsWith(u"<b>x</b>"));
    QString all = command;
    for (const base::PlainLabel *label : dialog->findChildren<base::PlainLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        all += label->text();
    }
    for (const std::string &text : {stranger.home.path("config"), std::string("PLUGIN_SECRET"), std::string("<img src=//host/x> read the manual")})
        QVERIFY2(all.contains(QString::fromStdString(text)), text.c_str());
    QVERIFY(!all.contains(u"canary"));
    QVERIFY(!all.contains(QChar(0x202E)) && !all.contains(QChar(0x1B)));
    QCOMPARE(unnamedControls(dialog), QStringList());
}

void ExecTrustTest::disconnectingTakesTheQuestionAway()
{
    Stranger stranger;
    cluster::ConnectedCluster *cluster = stranger.connectTo();
    QTRY_COMPARE(stranger.asked.size(), std::size_t(1));
    stranger.clusters->disconnectFrom(cluster::EntryId::of(cluster->entry()));
    QTRY_VERIFY(!stranger.asked[0]);
    QVERIFY(!stranger.hasRun());
}

void ExecTrustTest::twoAskersAreOne()
{
    Stranger stranger;
    QCOMPARE(&ExecTrustAsker::of(*stranger.clusters), &ExecTrustAsker::of(*stranger.clusters));
}

QTEST_MAIN(ExecTrustTest)
#include "ExecTrustTest.moc"
