#include "tests/fault/window/SmallApi.h"
#include "tests/fault/window/Window.h"

using fault::Shown;
using fault::SmallApi;
using fault::Window;
using support::Identity;
using support::TestAuthority;
using support::TlsWish;

namespace {

std::string base64(const std::string &text)
{
    return QByteArray::fromStdString(text).toBase64().toStdString();
}

support::Script unauthorized()
{
    return SmallApi::refused(401, "Unauthorized", "Unauthorized");
}

constexpr std::size_t manyKinds = 50;
const std::string manyPath = "/apis/many.example/v1";

std::string thing(std::size_t number) { return "thing" + std::to_string(number) + 's'; }

/// An API with that many kinds, whose lists are all refused together the first time, and each has one row afterwards.
void serveManyKinds(support::FaultServer &server)
{
    const std::string version = R"({"groupVersion":"many.example/v1","version":"v1"})";
    std::string resources;
    for (std::size_t i = 0; i < manyKinds; ++i)
        resources += std::string(i > 0 ? "," : "") + R"({"name":")" + thing(i) + R"(","singularName":"","namespaced":false,"kind":"Thing)" + std::to_string(i) + R"(","verbs":["get","list","watch"]})";
    server.answer("/api", SmallApi::json(R"({"kind":"APIVersions","versions":["v1"]})"));
    server.answer("/api/v1", SmallApi::json(R"({"kind":"APIResourceList","groupVersion":"v1","resources":[]})"));
    server.answer("/apis", SmallApi::json(R"({"kind":"APIGroupList","apiVersion":"v1","groups":[{"name":"many.example","versions":[)" + version + R"(],"preferredVersion":)" + version + "}]}"));
    server.answer(manyPath, SmallApi::json(R"({"kind":"APIResourceList","groupVersion":"many.example/v1","resources":[)" + resources + "]}"));
    const std::string body = R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401})";
    const auto table = [](const char *type, const std::string &metadata) {
        return SmallApi::event(type, R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","columnDefinitions":[{"name":"Name","type":"string"}],"rows":[{"cells":["one"],"object":{"metadata":)" + metadata + "}}]}");
    };
    const std::string rows = table("ADDED", R"({"name":"one","uid":"u","resourceVersion":"5"})")
        + table("BOOKMARK", R"({"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"true"}})");
    for (std::size_t i = 0; i < manyKinds; ++i) {
        const std::string path = manyPath + '/' + thing(i);
        server.answer(path, support::Script::raw().gate("refuse").send("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body));
        server.answer(path, SmallApi::stream().send(rows).hold());
    }
}

} // namespace

/// What a person sees of credentials that run out, are refused, or are replaced on disk while the window is open.
class CredentialFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init();
    void cleanup();

    void f15_aTokenThatExpiresIsRenewedOnceAndRowsStay();
    void f15_fiftyListsThatAreRefusedAtOnceRunThePluginOnce();
    void f15_aPluginThatIsAlwaysRefusedStopsAndAsks();
    void f15_aPluginThatNobodyTrustsIsAskedAboutOnThePane();
    void f16_aReplacedTokenFileIsUsedWithoutARestart();
    void f16_aReplacedAuthorityIsUsedWithoutARestart();

private:
    std::string withPlugin();
    int runs() const;
    std::string cluster() const { return ", certificate-authority-data: " + base64(m_authority.pem()); }

    TestAuthority m_authority{"our authority"};
    std::unique_ptr<SmallApi> m_api;
    std::unique_ptr<Window> m_window;
};

void CredentialFaultsTest::init()
{
    TlsWish wish;
    wish.identity = m_authority.issue({.names = {"IP:127.0.0.1"}});
    m_api = std::make_unique<SmallApi>(wish);
    m_window = std::make_unique<Window>();
}

void CredentialFaultsTest::cleanup()
{
    m_window.reset();
    m_api.reset();
}

/// A user with a plugin that writes a line for each of its runs and gives another token each time.
std::string CredentialFaultsTest::withPlugin()
{
    const std::string program = m_window->folder() + "/plugin.sh", log = m_window->folder() + "/runs";
    Window::put(program, "#!/bin/sh\necho run >> '" + log + "'\n"
                         "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"'canary-$(wc -l < '" + log + "')'\"}}'\n");
    QFile::setPermissions(QString::fromStdString(program), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return "exec: {apiVersion: client.authentication.k8s.io/v1, command: \"" + program + "\", interactiveMode: Never}";
}

int CredentialFaultsTest::runs() const
{
    QFile log(QString::fromStdString(m_window->folder() + "/runs"));
    return log.open(QIODevice::ReadOnly) ? int(log.readAll().count('\n')) : 0;
}

void CredentialFaultsTest::f15_aTokenThatExpiresIsRenewedOnceAndRowsStay()
{
    m_api->server.answer(SmallApi::Initial, SmallApi::stream().send(SmallApi::whole({SmallApi::pod("a", "5"), SmallApi::pod("b", "6")})).gate("expired").close());
    m_api->server.answer(SmallApi::Resumed, unauthorized());
    m_api->server.answer(SmallApi::Resumed, SmallApi::stream().send(SmallApi::event("ADDED", SmallApi::pod("c", "11"))).hold());
    QVERIFY(m_window->open(fault::kubeConfig("demo", m_api->server.url(), cluster(), withPlugin())));
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    QCOMPARE(runs(), 1);
    m_api->server.open("expired");
    TRY_SHOWN(pods, pods->model().rowCount() == 3 && Window::isLive(pods));
    QCOMPARE(runs(), 2);
    QCOMPARE(Window::dialogs(), 0);
    QVERIFY(!Window::allWords(&m_window->window()).contains(QStringLiteral("canary")));
}

void CredentialFaultsTest::f15_fiftyListsThatAreRefusedAtOnceRunThePluginOnce()
{
    TlsWish wish;
    wish.identity = m_authority.issue({.names = {"IP:127.0.0.1"}});
    support::FaultServer server(wish);
    serveManyKinds(server);
    cluster::ConnectedCluster *connected = m_window->open(fault::kubeConfig("demo", server.url(), cluster(), withPlugin()));
    QVERIFY(connected);
    QTRY_VERIFY_WITH_TIMEOUT(connected->catalog().types().size() == manyKinds, fault::patience);
    for (std::size_t i = 0; i < manyKinds; ++i)
        m_window->window().showCluster(connected, {QString::fromStdString(thing(i) + ".many.example"), {}, {}, {}});
    const auto asked = [&] {
        return std::size_t(std::ranges::count_if(server.requests(), [](const support::SeenRequest &request) { return request.target.starts_with(manyPath + '/'); }));
    };
    QTRY_VERIFY2_WITH_TIMEOUT(asked() == manyKinds, qPrintable(QString::number(asked())), fault::patience);
    QCOMPARE(runs(), 1);
    server.open("refuse");
    const auto pages = m_window->window().findChildren<table::TablePage *>();
    QCOMPARE(std::size_t(pages.size()), manyKinds);
    const auto live = [&] { return std::ranges::count_if(pages, [](table::TablePage *page) { return page->model().rowCount() == 1 && page->isSettled(); }); };
    QTRY_VERIFY2_WITH_TIMEOUT(live() == std::ptrdiff_t(manyKinds), qPrintable(QString::number(live())), fault::patience);
    QCOMPARE(runs(), 2);
    QCOMPARE(asked(), 2 * manyKinds);
    QCOMPARE(Window::dialogs(), 0);
    QVERIFY(!Window::allWords(&m_window->window()).contains(QStringLiteral("canary")));
}

void CredentialFaultsTest::f15_aPluginThatIsAlwaysRefusedStopsAndAsks()
{
    for (const char *path : {"/api", "/apis"})
        m_api->server.answer(path, unauthorized());
    // Scripts are used in order: what serveKinds() gave comes first, so the first discovery succeeds and pods are refused.
    m_api->server.answer("/api/v1/pods", unauthorized());
    QVERIFY(m_window->open(fault::kubeConfig("demo", m_api->server.url(), cluster(), withPlugin())));
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, !Window::notice(pods).steps.isEmpty());
    const Shown shown = Window::notice(pods);
    QVERIFY2(shown.title == QStringLiteral("Pods may not be listed") || shown.title == QStringLiteral("Pods cannot be listed now"), shown.text().constData());
    QVERIFY2(shown.says(QStringLiteral("nauthorized")) || shown.says(QStringLiteral("logged in")), shown.text().constData());
    QVERIFY2(shown.steps.contains(QStringLiteral("Try again now")), shown.text().constData());
    QVERIFY2(runs() <= 3, qPrintable(QString::number(runs())));
    QCOMPARE(Window::dialogs(), 0);
}

void CredentialFaultsTest::f15_aPluginThatNobodyTrustsIsAskedAboutOnThePane()
{
    m_window = std::make_unique<Window>(kube::ExecTrust::Scope::Remembered);
    m_api->servePods({SmallApi::pod("a", "5")});
    QVERIFY(m_window->open(fault::kubeConfig("demo", m_api->server.url(), cluster(), withPlugin())));
    const auto question = [] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && qobject_cast<QDialog *>(widget))
                return static_cast<QDialog *>(widget);
        }
        return static_cast<QDialog *>(nullptr);
    };
    QTRY_VERIFY_WITH_TIMEOUT(question(), fault::patience);
    QCOMPARE(question()->parentWidget(), &m_window->window());
    QVERIFY(Window::press(question(), QStringLiteral("Not now")));
    QTRY_VERIFY_WITH_TIMEOUT(!question(), fault::patience);
    QCOMPARE(runs(), 0);

    shell::ClusterPane *pane = m_window->pane();
    TRY_SHOWN(pane, Window::notice(pane).steps == (QStringList{QStringLiteral("Trust…"), QStringLiteral("Try again now")}));
    QVERIFY(Window::notice(pane).title.contains(QStringLiteral("waits for your trust")));
    QVERIFY(Window::press(pane, QStringLiteral("Trust…")));
    QTRY_VERIFY_WITH_TIMEOUT(question(), fault::patience);
    QVERIFY(Window::press(question(), QStringLiteral("Trust and run")));
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    QCOMPARE(runs(), 1);
}

void CredentialFaultsTest::f16_aReplacedTokenFileIsUsedWithoutARestart()
{
    const std::string file = m_window->folder() + "/token";
    Window::put(file, "canary-old");
    m_api->server.answer(SmallApi::Initial, SmallApi::stream().send(SmallApi::whole({SmallApi::pod("a", "5")})).gate("expired").close());
    m_api->server.answer(SmallApi::Resumed, unauthorized());
    m_api->server.answer(SmallApi::Resumed, unauthorized());
    m_api->server.answer(SmallApi::Resumed, SmallApi::stream().send(SmallApi::event("ADDED", SmallApi::pod("b", "11"))).hold());
    QVERIFY(m_window->open(fault::kubeConfig("demo", m_api->server.url(), cluster(), "tokenFile: \"" + file + "\"")));
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    Window::put(file, "canary-new");
    m_api->server.open("expired");
    TRY_SHOWN(pods, pods->model().rowCount() == 2 && Window::isLive(pods));
    const auto requests = m_api->server.requests();
    QCOMPARE(requests.back().header("authorization"), std::string("Bearer canary-new"));
    QVERIFY(!Window::allWords(&m_window->window()).contains(QStringLiteral("canary")));
}

void CredentialFaultsTest::f16_aReplacedAuthorityIsUsedWithoutARestart()
{
    const TestAuthority wrong("another authority");
    const std::string file = m_window->folder() + "/ca.crt";
    Window::put(file, wrong.pem());
    m_api->servePods({SmallApi::pod("a", "5")});
    QVERIFY(m_window->open(fault::kubeConfig("demo", m_api->server.url(), ", certificate-authority: \"" + file + "\"", "token: canary")));
    shell::ClusterPane *pane = m_window->pane();
    TRY_SHOWN(pane, Window::notice(pane).says(QStringLiteral("our authority")));
    Window::put(file, m_authority.pem());
    TRY_SHOWN(pane, (Window::press(pane, QStringLiteral("Try again now")), m_window->window().findChild<table::TablePage *>()));
    table::TablePage *pods = m_window->table();
    TRY_SHOWN(pods, Window::isLive(pods));
}

QTEST_MAIN(CredentialFaultsTest)
#include "CredentialFaultsTest.moc"
