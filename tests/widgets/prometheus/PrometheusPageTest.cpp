#include "tests/fault/window/OpenDemo.h"
#include "tests/support/FaultServer.h"
#include "tests/support/PretendKey.h"
#include "widgets/base/TextLabel.h"
#include "widgets/prometheus/CandidatesModel.h"
#include "widgets/prometheus/PrometheusFeature.h"
#include "widgets/prometheus/PrometheusPage.h"
#include "widgets/prometheus/ServerForm.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QtTest>

using namespace prometheus;
using support::FaultServer;
using support::Script;

/// The page as a person opens it, over the sample cluster with its own Prometheus, and beside it a server that a test makes.
class PrometheusPageTest : public QObject, private fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDemo<PrometheusFeature>();
        openPage();
    }
    void cleanup() { closeDemo(); }

    void theServerInUseIsNamedWithWhatProvesIt();
    void aServerOfOnesOwnIsAskedWithItsCredentialsAndHeaders();
    void whatCannotBeSentIsSaidAndNothingIsAsked_data();
    void whatCannotBeSentIsSaidAndNothingIsAsked();
    void aSecretGoesToNoOtherPlace();
    void oneThatDoesNotAnswerIsSaidAndTheClusterIsOneClickAway();
    void whatWasNamedOutlivesThePage();
    void headersAndAuthorityAreRemovedWhenAPersonSaysSo();
    void withAKeyOfTheSystemSecretsAreThereAtTheNextStart();
    void withoutOneTheyAreAskedForAgain();
    void whatCannotBeReadIsSaidAndAskedForAgain();

private:
    void openPage()
    {
        window().open(*m_cluster, {QStringLiteral("prometheus"), {}, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT((m_page = window().findChild<PrometheusPage *>()) != nullptr, fault::patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->isSettled() && m_page->candidates().rowCount() > 0, fault::patience);
    }
    /// The program ends and begins again, on a system with this key; what it remembers is in the same folder.
    void startAgain(const platform::PersonKey &key)
    {
        m_window->stop();
        m_window = std::make_unique<fault::Window>(*m_window);
        PrometheusFeature(std::make_shared<metrics::SharedPrometheus>(key)).addTo(m_window->registry());
        m_cluster = m_window->open(m_demo->access->kubeconfig);     // with the page that was open last
        QVERIFY(m_cluster);
        openPage();
    }
    void nameServer(const std::string &url)
    {
        type("URL", url);
        field<QComboBox>("Credentials")->setCurrentIndex(1);
        type("Token", "s3cret");
        press("Use this server");
        QTRY_COMPARE_WITH_TIMEOUT(cell(CandidatesModel::What), QStringLiteral("Prometheus 2.53.1"), fault::patience);
    }
    /// What the page says beside the notice and the table.
    QString sentences() const
    {
        QStringList all;
        for (const auto *label : m_page->findChildren<base::TextLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(u'\n');
    }
    QString stateFolder() const { return QString::fromStdString(m_window->folder()) + QStringLiteral("/state"); }
    QString cell(CandidatesModel::Column column, int row = 0) const { return m_page->candidates().index(row, column).data().toString(); }
    template<typename Widget>
    Widget *field(const char *name) const
    {
        const auto all = m_page->form().findChildren<Widget *>();
        const auto found = std::ranges::find_if(all, [name](Widget *each) { return each->accessibleName() == QLatin1String(name); });
        return found == all.end() ? nullptr : *found;
    }
    void type(const char *name, const std::string &text) const
    {
        auto *line = field<QLineEdit>(name);
        QVERIFY2(line && line->isVisible(), name);
        line->setText(QString::fromStdString(text));
    }
    void press(const char *name) const
    {
        const auto buttons = m_page->form().findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(buttons, [name](const QPushButton *each) { return each->text() == QLatin1String(name) || each->accessibleName() == QLatin1String(name); });
        QVERIFY2(found != buttons.end() && (*found)->isEnabled(), name);
        QTest::mouseClick(*found, Qt::LeftButton);
    }
    static void answerAsPrometheus(FaultServer &server)
    {
        server.answer("/team/api/v1/query", Script::answer(200, R"({"status":"success","data":{"resultType":"scalar","result":[1800000000,"1"]}})"));
        server.answer("/team/api/v1/status/buildinfo", Script::answer(200, R"({"status":"success","data":{"version":"2.53.1","revision":"4c35b92","branch":"HEAD","buildUser":"root@host","buildDate":"20240710","goVersion":"go1.22.5"}})"));
    }

    PrometheusPage *m_page = nullptr;
};

void PrometheusPageTest::theServerInUseIsNamedWithWhatProvesIt()
{
    QCOMPARE(cell(CandidatesModel::State), QStringLiteral("✓ In use"));
    QCOMPARE(cell(CandidatesModel::Server), QStringLiteral("monitoring/prometheus-kube-prometheus-prometheus:9090"));
    QVERIFY(cell(CandidatesModel::What).startsWith(QStringLiteral("Prometheus ")));
    QVERIFY(cell(CandidatesModel::Latency).endsWith(QStringLiteral(" ms")));
    QCOMPARE(cell(CandidatesModel::Way), QStringLiteral("service proxy"));
    QVERIFY(cell(CandidatesModel::Reason).contains(QStringLiteral("kube-system")));
    QVERIFY(fault::Window::allWords(&m_page->notice()).contains(QStringLiteral("It watches this cluster")));
    QCOMPARE(cell(CandidatesModel::Server, 1), QStringLiteral("monitoring/prometheus-operated:9090"));
    QVERIFY(cell(CandidatesModel::State, 1) != QStringLiteral("✓ In use"));
}

void PrometheusPageTest::aServerOfOnesOwnIsAskedWithItsCredentialsAndHeaders()
{
    FaultServer own;
    answerAsPrometheus(own);
    type("URL", own.url("/team"));
    field<QComboBox>("Credentials")->setCurrentIndex(1);
    type("Token", "s3cret");
    field<QPlainTextEdit>("Headers")->setPlainText(QStringLiteral("X-Scope-OrgID: team-a"));
    press("Use this server");
    QTRY_COMPARE_WITH_TIMEOUT(cell(CandidatesModel::FoundBy), QStringLiteral("named by you"), fault::patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(CandidatesModel::State), QStringLiteral("✓ In use"), fault::patience);
    QCOMPARE(cell(CandidatesModel::What), QStringLiteral("Prometheus 2.53.1"));
    for (const auto &request : own.requests()) {
        QCOMPARE(request.header("Authorization"), std::string("Bearer s3cret"));
        QCOMPARE(request.header("X-Scope-OrgID"), std::string("team-a"));
    }
    QVERIFY(fault::Window::allWords(&m_page->notice()).contains(QStringLiteral("could not be proven")));
    QVERIFY(!fault::Window::allWords(m_page).contains(QStringLiteral("s3cret")));
    QVERIFY(field<QLineEdit>("Token")->text().isEmpty());
}

void PrometheusPageTest::whatCannotBeSentIsSaidAndNothingIsAsked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("headers");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("said");
    QTest::newRow("no URL") << QString() << QString() << QString() << "URL";
    QTest::newRow("another scheme") << "ftp://a" << QString() << QString() << "http";
    QTest::newRow("no header") << "http://127.0.0.1:1" << "team-a" << QString() << "NAME: VALUE";
    QTest::newRow("a missing file") << "http://127.0.0.1:1" << QString() << "/nowhere/ca.crt" << "/nowhere/ca.crt";
}

void PrometheusPageTest::whatCannotBeSentIsSaidAndNothingIsAsked()
{
    QFETCH(QString, url);
    QFETCH(QString, headers);
    QFETCH(QString, authority);
    QFETCH(QString, said);
    QSignalSpy chosen(&m_page->form(), &ServerForm::serverChosen);
    type("URL", url.toStdString());
    field<QPlainTextEdit>("Headers")->setPlainText(headers);
    type("CA file", authority.toStdString());
    press("Use this server");
    const auto *fault = m_page->form().findChild<base::TextLabel *>();
    QTRY_VERIFY2_WITH_TIMEOUT(fault->isVisible() && fault->text().contains(said), qPrintable(fault->text()), fault::patience);
    QVERIFY(chosen.isEmpty());
    QCOMPARE(cell(CandidatesModel::FoundBy), QStringLiteral("Prometheus resource"));
}

void PrometheusPageTest::aSecretGoesToNoOtherPlace()
{
    FaultServer own, other;
    answerAsPrometheus(own);
    answerAsPrometheus(other);
    type("URL", own.url("/team"));
    field<QComboBox>("Credentials")->setCurrentIndex(1);
    type("Token", "s3cret");
    press("Use this server");
    QTRY_COMPARE_WITH_TIMEOUT(cell(CandidatesModel::What), QStringLiteral("Prometheus 2.53.1"), fault::patience);
    own.forgetRequests();
    press("Use this server");
    QTRY_VERIFY_WITH_TIMEOUT(!own.requests().empty() && own.requests()[0].header("Authorization") == "Bearer s3cret", fault::patience);
    type("URL", other.url("/team"));
    press("Use this server");
    QTRY_VERIFY_WITH_TIMEOUT(!other.requests().empty(), fault::patience);
    for (const auto &request : other.requests())
        QVERIFY(request.header("Authorization").find("s3cret") == std::string::npos);
}

void PrometheusPageTest::oneThatDoesNotAnswerIsSaidAndTheClusterIsOneClickAway()
{
    type("URL", "http://127.0.0.1:1");
    press("Use this server");
    QTRY_COMPARE_WITH_TIMEOUT(cell(CandidatesModel::State), QStringLiteral("✕ No answer"), fault::patience);
    QVERIFY(fault::Window::allWords(&m_page->notice()).contains(QStringLiteral("The server that you named")));
    press("Look in the cluster instead");
    QTRY_COMPARE_WITH_TIMEOUT(cell(CandidatesModel::FoundBy), QStringLiteral("Prometheus resource"), fault::patience);
    QVERIFY(field<QLineEdit>("URL")->text().isEmpty());
}

void PrometheusPageTest::whatWasNamedOutlivesThePage()
{
    FaultServer own;
    answerAsPrometheus(own);
    type("URL", own.url("/team"));
    field<QComboBox>("Credentials")->setCurrentIndex(2);
    type("User", "me");
    type("Password", "s3cret");
    press("Use this server");
    QTRY_COMPARE_WITH_TIMEOUT(cell(CandidatesModel::What), QStringLiteral("Prometheus 2.53.1"), fault::patience);
    QPointer<PrometheusPage> page = m_page;
    QTest::keyClick(&window(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!page, fault::patience);
    own.forgetRequests();
    window().open(*m_cluster, {QStringLiteral("prometheus"), {}, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(!own.requests().empty(), fault::patience);
    QVERIFY(own.requests()[0].header("Authorization").starts_with("Basic "));
}

void PrometheusPageTest::headersAndAuthorityAreRemovedWhenAPersonSaysSo()
{
    FaultServer own;
    answerAsPrometheus(own);
    const std::string authority = m_window->folder() + "/ca.crt";
    fault::Window::put(authority, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    QSignalSpy chosen(&m_page->form(), &ServerForm::serverChosen);
    field<QPlainTextEdit>("Headers")->setPlainText(QStringLiteral("X-Scope-OrgID: s3cret"));
    type("CA file", authority);
    nameServer(own.url("/team"));
    const auto sent = [&chosen] { return qvariant_cast<metrics::DirectServer>(chosen.takeLast().value(0)); };
    QVERIFY(!sent().authorityPem.empty());
    QCOMPARE(field<QPlainTextEdit>("Headers")->toPlainText(), QString());
    QCOMPARE(field<QPlainTextEdit>("Headers")->placeholderText(), QStringLiteral("as before: X-Scope-OrgID"));
    QCOMPARE(field<QLineEdit>("CA file")->placeholderText(), QStringLiteral("as before"));
    press("Remove the headers of before");
    press("Use this server");
    const auto onlyHeaders = sent();
    QVERIFY(onlyHeaders.headers.empty() && !onlyHeaders.authorityPem.empty() && onlyHeaders.bearer.reveal() == "s3cret");
    press("Remove the CA of before");
    press("Use this server");
    QVERIFY(sent().authorityPem.empty());
    QVERIFY(!field<QPushButton>("Remove the headers of before")->isVisible() && !field<QPushButton>("Remove the CA of before")->isVisible());
}

void PrometheusPageTest::withAKeyOfTheSystemSecretsAreThereAtTheNextStart()
{
    FaultServer own;
    answerAsPrometheus(own);
    static const support::PretendKey key;
    startAgain(key);
    QVERIFY2(sentences().contains(QStringLiteral("kept encrypted")), qPrintable(sentences()));
    nameServer(own.url("/team"));
    QTRY_COMPARE_WITH_TIMEOUT(QDir(stateFolder() + QStringLiteral("/secrets")).entryList(QDir::Files).size(), 1, fault::patience);
    own.forgetRequests();
    startAgain(key);
    QTRY_COMPARE_WITH_TIMEOUT(cell(CandidatesModel::What), QStringLiteral("Prometheus 2.53.1"), fault::patience);
    for (const auto &request : own.requests())
        QCOMPARE(request.header("Authorization"), std::string("Bearer s3cret"));
    QCOMPARE(field<QLineEdit>("Token")->placeholderText(), QStringLiteral("as before"));
    press("Look in the cluster instead");
    QTRY_VERIFY_WITH_TIMEOUT(QDir(stateFolder() + QStringLiteral("/secrets")).entryList(QDir::Files).isEmpty(), fault::patience);
}

void PrometheusPageTest::withoutOneTheyAreAskedForAgain()
{
    FaultServer own;
    answerAsPrometheus(own);
    static const support::NoKey none;
    startAgain(none);
    QVERIFY2(sentences().contains(QStringLiteral("until the program ends, as this system offers no key")), qPrintable(sentences()));
    nameServer(own.url("/team"));
    own.forgetRequests();
    startAgain(none);
    QVERIFY(own.requests().empty());
    QVERIFY(!QDir(stateFolder() + QStringLiteral("/secrets")).exists());
    QVERIFY(fault::Window::notice(m_page).says(QStringLiteral("again")));
    QVERIFY(fault::Window::notice(m_page).says(QStringLiteral("kept until the program ended")));
    QVERIFY(cell(CandidatesModel::State).endsWith(QStringLiteral("Not tried")));
    QCOMPARE(cell(CandidatesModel::Reason), QStringLiteral("what you entered for it has to be entered again"));
    QCOMPARE(field<QLineEdit>("URL")->text(), QString::fromStdString(own.url("/team")));
    nameServer(own.url("/team"));
}

void PrometheusPageTest::whatCannotBeReadIsSaidAndAskedForAgain()
{
    FaultServer own;
    answerAsPrometheus(own);
    static const support::PretendKey me, other("other");
    startAgain(other);
    nameServer(own.url("/team"));
    QTRY_COMPARE_WITH_TIMEOUT(QDir(stateFolder() + QStringLiteral("/secrets")).entryList(QDir::Files).size(), 1, fault::patience);
    own.forgetRequests();
    startAgain(me);
    QTRY_VERIFY_WITH_TIMEOUT(fault::Window::notice(m_page).says(QStringLiteral("cannot be decrypted")), fault::patience);
    QVERIFY(own.requests().empty());
    nameServer(own.url("/team"));
    QCOMPARE(own.requests().back().header("Authorization"), std::string("Bearer s3cret"));
}

QTEST_MAIN(PrometheusPageTest)
#include "PrometheusPageTest.moc"
