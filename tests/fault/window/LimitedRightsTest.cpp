#include "tests/fault/window/SmallApi.h"
#include "tests/fault/window/Window.h"
#include "widgets/shell/ChoicePopup.h"
#include "widgets/shell/Sidebar.h"
#include "widgets/shell/TopBar.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using fault::SmallApi;
using fault::Window;

namespace {

const std::string reviews = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

support::Script grants(const std::string &resources)
{
    return SmallApi::json(R"({"kind":"SelfSubjectRulesReview","status":{"resourceRules":[{"verbs":["list","watch"],"apiGroups":[""],"resources":[)" + resources
                          + R"(]}],"nonResourceRules":[],"incomplete":false}})", 201);
}

QModelIndex rowOf(const shell::Sidebar *sidebar, const QString &title)
{
    const QAbstractItemModel *model = sidebar->model();
    for (int group = 0; group < model->rowCount(); ++group) {
        const QModelIndex top = model->index(group, 0);
        for (int row = 0; row < model->rowCount(top); ++row) {
            if (model->index(row, 0, top).data().toString() == title)
                return model->index(row, 0, top);
        }
    }
    return {};
}

} // namespace

/// What somebody sees beforehand of kinds that the roles bound to them do not let them list (F33).
class LimitedRightsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void init();
    void cleanup();

    void f33_kindsThatMayNotBeListedSayWhy();
    void f33_anotherChoiceOfNamespacesIsAskedAboutOnce();
    void f33_aConnectionThatReplacesAnotherIsAskedFromTheBeginning();
    void f33_withoutAnAnswerNothingIsGreyed();
    void f33_rowsOfOneNamespaceAreNotCalledAll();
    void f33_anEmptyNamespaceIsNotCalledAnyNamespace();
    void f33_aNamespaceThatIsNotNamedIsAddedByHand();
    void f33_aNamespaceIsAddedInTheSwitchToo();
    void f33_whoMayListNamespacesAddsNone();
    void f33_aPageThatWasOpenedBeforeTheKindsWereKnownStaysInFront();

private:
    std::size_t asked() const
    {
        const auto requests = m_api->server.requests();
        return static_cast<std::size_t>(std::ranges::count(requests, reviews, &support::SeenRequest::target));
    }
    QString tipOf(const QString &title) const { return rowOf(m_sidebar, title).data(Qt::ToolTipRole).toString(); }
    void open();
    /// Pods may be listed in the namespace "default" only, and namespaces not at all.
    shell::ChoicePopup *popup(void (shell::TopBar::*show)());
    static QLineEdit *lineOf(const shell::ChoicePopup *popup) { return popup->findChild<QLineEdit *>(); }
    static QStringList rowsOf(const shell::ChoicePopup *popup);
    static void type(const shell::ChoicePopup *popup, const QString &text);
    table::TablePage *openLimited(const std::vector<std::string> &pods);

    std::unique_ptr<SmallApi> m_api;
    std::unique_ptr<Window> m_window;
    shell::Sidebar *m_sidebar = nullptr;
};

void LimitedRightsTest::init()
{
    m_api = std::make_unique<SmallApi>();
    m_window = std::make_unique<Window>();
}

void LimitedRightsTest::cleanup()
{
    m_window.reset();
    m_api.reset();
}

void LimitedRightsTest::open()
{
    m_api->servePods({SmallApi::pod("a", "5")});
    QVERIFY(m_window->open(fault::kubeConfig("demo", m_api->server.url())));
    m_sidebar = m_window->window().findChild<shell::Sidebar *>();
    QVERIFY(m_sidebar);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(m_sidebar, QStringLiteral("Namespaces")).isValid(), fault::patience);
}

table::TablePage *LimitedRightsTest::openLimited(const std::vector<std::string> &pods)
{
    m_api->server.answer("/api/v1/pods", SmallApi::refused(403, "Forbidden", "pods is forbidden at the cluster scope"));
    m_api->server.answer("/api/v1/namespaces", SmallApi::refused(403, "Forbidden", "namespaces is forbidden"));
    m_api->server.answer("/api/v1/namespaces/default/pods?watch=1&sendInitialEvents=true", SmallApi::stream().send(SmallApi::whole(pods)).hold());
    for (const char *name : {"team-x", "team-z"})
        m_api->server.answer(std::string("/api/v1/namespaces/") + name + "/pods", SmallApi::refused(403, "Forbidden", std::string("pods is forbidden in ") + name));
    m_window->open(fault::kubeConfig("demo", m_api->server.url()));
    return m_window->table();
}

shell::ChoicePopup *LimitedRightsTest::popup(void (shell::TopBar::*show)())
{
    (m_window->window().topBar().*show)();
    const auto popups = m_window->window().findChildren<shell::ChoicePopup *>();
    const auto shown = std::ranges::find_if(popups, &QWidget::isVisible);
    return shown == popups.end() ? nullptr : *shown;
}

QStringList LimitedRightsTest::rowsOf(const shell::ChoicePopup *popup)
{
    QStringList rows;
    const auto *list = popup->findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden())
            rows << list->item(row)->text();
    }
    return rows;
}

void LimitedRightsTest::type(const shell::ChoicePopup *popup, const QString &text)
{
    lineOf(popup)->setText(text);
    QTest::keyClick(lineOf(popup), Qt::Key_Return);
}

void LimitedRightsTest::f33_kindsThatMayNotBeListedSayWhy()
{
    m_api->server.answer(reviews, grants(R"("pods")"));
    open();
    QTRY_VERIFY2_WITH_TIMEOUT(tipOf(QStringLiteral("Namespaces")).contains(QStringLiteral("grants list on namespaces")), qPrintable(tipOf(QStringLiteral("Namespaces"))), fault::patience);
    const QModelIndex refused = rowOf(m_sidebar, QStringLiteral("Namespaces"));
    QVERIFY(refused.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("may not be listed")));
    QVERIFY(!tipOf(QStringLiteral("Pods")).contains(QStringLiteral("grants list")));
    QVERIFY(!rowOf(m_sidebar, QStringLiteral("Pods")).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("may not")));
    QVERIFY(refused.flags() & Qt::ItemIsEnabled); // the server has the last word
}

void LimitedRightsTest::f33_anotherChoiceOfNamespacesIsAskedAboutOnce()
{
    m_api->server.answer(reviews, grants(R"("pods","namespaces")"));
    m_api->server.answer(reviews, grants(R"("namespaces")"));
    open();
    QTRY_VERIFY_WITH_TIMEOUT(asked() == 1, fault::patience);
    m_window->window().setNamespaces({QStringLiteral("team-a")});
    QTRY_VERIFY_WITH_TIMEOUT(tipOf(QStringLiteral("Pods")).contains(QStringLiteral("in team-a")), fault::patience);
    QCOMPARE(asked(), std::size_t(2));
    m_window->window().setNamespaces({QStringLiteral("team-a")});
    QCoreApplication::processEvents();
    QCOMPARE(asked(), std::size_t(2));
}

/// Somebody connects anew after the namespaces were answered, and before what they lead to is asked.
void LimitedRightsTest::f33_aConnectionThatReplacesAnotherIsAskedFromTheBeginning()
{
    m_api->server.answer("/api/v1/namespaces", SmallApi::json(R"({"kind":"NamespaceList","metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"default","resourceVersion":"1"}}]})"));
    m_api->server.answer(reviews, grants(R"("pods")"));
    m_api->servePods({SmallApi::pod("a", "5")});
    cluster::ConnectedCluster *cluster = m_window->open(fault::kubeConfig("demo", m_api->server.url()));
    QVERIFY(cluster);
    const auto isAnswered = [&] {
        cluster::runOn(m_window->clusters().network().thread(), [] { }); // what it heard so far is on its way
        return std::ranges::any_of(cluster->traffic().records(), [](const kube::RequestRecord &each) { return each.path == "/api/v1/namespaces" && each.query.starts_with("limit") && !each.isOpen(); });
    };
    bool isReplaced = false;
    connect(cluster, &cluster::ConnectedCluster::catalogChanged, this, [&] {
        if (cluster->catalog().types().empty() || std::exchange(isReplaced, true))
            return;
        while (!isAnswered()) { }
        isAnswered();
        cluster->reconnect();
    });
    QTRY_VERIFY_WITH_TIMEOUT(isReplaced && asked() > 0, fault::patience);
    m_sidebar = m_window->window().findChild<shell::Sidebar *>();
    QTRY_VERIFY_WITH_TIMEOUT(tipOf(QStringLiteral("Namespaces")).contains(QStringLiteral("grants list on namespaces")), fault::patience);
    QCOMPARE(asked(), std::size_t(1));
    disconnect(cluster, nullptr, this, nullptr);
}

void LimitedRightsTest::f33_withoutAnAnswerNothingIsGreyed()
{
    m_api->server.answer(reviews, SmallApi::refused(403, "Forbidden", "no reviews for you"));
    open();
    QTRY_VERIFY_WITH_TIMEOUT(asked() == 1, fault::patience);
    table::TablePage *pods = m_window->table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    for (const char *title : {"Pods", "Namespaces"})
        QVERIFY(!tipOf(QLatin1String(title)).contains(QStringLiteral("grants list")));
    QCOMPARE(Window::dialogs(), 0);
}

void LimitedRightsTest::f33_rowsOfOneNamespaceAreNotCalledAll()
{
    table::TablePage *pods = openLimited({SmallApi::pod("a", "5")});
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    QVERIFY2(Window::words(pods).contains(QStringLiteral("1 of 1 in the one namespace you may list")), qPrintable(Window::allWords(pods)));
    m_window->window().setNamespaces({QStringLiteral("default"), QStringLiteral("team-x")});
    TRY_SHOWN(pods, Window::notice(pods).title == QStringLiteral("Not everything is shown") && Window::notice(pods).says(QStringLiteral("team-x")));
    QCOMPARE(pods->model().rowCount(), 1);
    m_window->window().setNamespaces({QStringLiteral("team-x")});
    TRY_SHOWN(pods, Window::notice(pods).title == QStringLiteral("Not known: Pods in team-x"));
    QVERIFY(Window::press(pods, QStringLiteral("Show all namespaces")));
    TRY_SHOWN(pods, Window::isLive(pods));
}

void LimitedRightsTest::f33_anEmptyNamespaceIsNotCalledAnyNamespace()
{
    table::TablePage *pods = openLimited({});
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::notice(pods).title == QStringLiteral("No Pods in the namespaces in which you may list them"));
    QVERIFY2(Window::notice(pods).says(QStringLiteral("Listed: default.")), Window::notice(pods).text().constData());
}

void LimitedRightsTest::f33_aNamespaceThatIsNotNamedIsAddedByHand()
{
    std::string other = SmallApi::pod("b", "6");
    other.replace(other.find("\"default\""), 9, "\"team-y\"");
    m_api->server.answer("/api/v1/namespaces/team-y/pods?watch=1&sendInitialEvents=true", SmallApi::stream().send(SmallApi::whole({other})).hold());
    table::TablePage *pods = openLimited({SmallApi::pod("a", "5")});
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    shell::ChoicePopup *choice = popup(&shell::TopBar::openNamespaceChoice);
    QVERIFY(choice);
    QTRY_VERIFY_WITH_TIMEOUT(Window::allWords(choice).contains(QStringLiteral("does not let you list its namespaces")), fault::patience);
    QCOMPARE(rowsOf(choice), QStringList{QStringLiteral("default")});

    type(choice, QStringLiteral("Team_Y"));
    QVERIFY2(lineOf(choice)->accessibleDescription().contains(QStringLiteral("No namespace has such a name")), qPrintable(lineOf(choice)->accessibleDescription()));
    QCOMPARE(m_window->window().view()->namespaces(), QStringList());
    type(choice, QStringLiteral("team-y"));
    QCOMPARE(m_window->window().view()->namespaces(), QStringList{QStringLiteral("team-y")});
    QCOMPARE(lineOf(choice)->accessibleDescription(), QStringLiteral("team-y   added by you, chosen"));
    TRY_SHOWN(pods, Window::isLive(pods) && pods->model().rowCount() == 1 && pods->model().key(0) == "team-y/b");

    QTest::keyClick(lineOf(choice), Qt::Key_Return); // not chosen any more, and known all the same
    QCOMPARE(m_window->window().view()->namespaces(), QStringList());
    TRY_SHOWN(pods, pods->model().rowCount() == 2);
    QVERIFY2(Window::words(pods).contains(QStringLiteral("2 of 2 in the 2 namespaces you may list")), qPrintable(Window::allWords(pods)));
    const cluster::EntryId id = cluster::EntryId::of(pods->cluster().entry());
    QCOMPARE(m_window->clusters().marks(id).namespaces, std::vector<std::string>{"team-y"});

    QTest::keyClick(lineOf(choice), Qt::Key_Delete);
    QCOMPARE(rowsOf(choice), QStringList{QStringLiteral("default")});
    QVERIFY(m_window->clusters().marks(id).namespaces.empty());
    TRY_SHOWN(pods, pods->model().rowCount() == 1 && pods->model().key(0) == "default/a");
}

void LimitedRightsTest::f33_aNamespaceIsAddedInTheSwitchToo()
{
    table::TablePage *pods = openLimited({SmallApi::pod("a", "5")});
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    shell::ChoicePopup *choice = popup(&shell::TopBar::openClusterSwitch);
    QVERIFY(choice);
    QTRY_VERIFY_WITH_TIMEOUT(Window::allWords(choice).contains(QStringLiteral("does not let you list its namespaces")), fault::patience);
    type(choice, QStringLiteral("ㅅㄷ므-z")); // the keys of "team"
    QVERIFY(!choice->isVisible());
    QCOMPARE(m_window->window().view()->namespaces(), QStringList{QStringLiteral("team-z")});
    TRY_SHOWN(pods, Window::notice(pods).title == QStringLiteral("Not known: Pods in team-z"));
    choice = popup(&shell::TopBar::openNamespaceChoice);
    QTRY_VERIFY_WITH_TIMEOUT(rowsOf(choice).contains(QStringLiteral("team-z   added by you")), fault::patience);
    auto *list = choice->findChild<QListWidget *>();
    list->setCurrentItem(list->findItems(QStringLiteral("team-z"), Qt::MatchStartsWith).value(0));
    QVERIFY(Window::press(choice, QStringLiteral("Remove team-z from this list")));
    QCOMPARE(m_window->window().view()->namespaces(), QStringList());
    TRY_SHOWN(pods, Window::isLive(pods));
}

void LimitedRightsTest::f33_whoMayListNamespacesAddsNone()
{
    m_api->server.answer("/api/v1/namespaces", SmallApi::json(R"({"kind":"NamespaceList","metadata":{"resourceVersion":"1"},"items":[{"metadata":{"name":"default","resourceVersion":"1"}}]})"));
    open();
    shell::ChoicePopup *choice = popup(&shell::TopBar::openNamespaceChoice);
    QVERIFY(choice);
    lineOf(choice)->setText(QStringLiteral("team-y"));
    QTest::keyClick(lineOf(choice), Qt::Key_Return);
    QVERIFY(rowsOf(choice).isEmpty());
    QVERIFY(m_window->window().view()->namespaces().isEmpty());
}

/// What a window begins with waits for the kinds; who chose something else meanwhile would be led away from it.
void LimitedRightsTest::f33_aPageThatWasOpenedBeforeTheKindsWereKnownStaysInFront()
{
    m_api->server.answer("/api/v1/pods", SmallApi::refused(403, "Forbidden", "pods is forbidden at the cluster scope"));
    cluster::ConnectedCluster *cluster = m_window->open(fault::kubeConfig("demo", m_api->server.url()));
    QVERIFY(cluster && cluster->catalog().types().empty());
    m_window->window().showCluster(cluster, {QStringLiteral("connection"), {}, {}, {}});
    const base::Page *chosen = m_window->pane()->currentPage();
    QCOMPARE(chosen->address().place, QStringLiteral("connection"));
    QTRY_COMPARE_WITH_TIMEOUT(cluster->health().state, cluster::Health::State::Live, fault::patience);
    QCOMPARE(m_window->pane()->currentPage(), chosen);
    QVERIFY(chosen->isVisible());
    QCOMPARE(m_window->pane()->pageCount(), 1);
}

QTEST_MAIN(LimitedRightsTest)
#include "LimitedRightsTest.moc"
