#include "tests/fault/window/Window.h"
#include "widgets/base/Page.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/rbac/AccessFeature.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/shell/RailTile.h"
#include "widgets/shell/Sidebar.h"
#include "widgets/shell/StatusBar.h"
#include "widgets/viewas/ViewAsDialog.h"
#include "widgets/viewas/ViewAsFeature.h"
#include "widgets/viewas/ViewAsWords.h"
#include "widgets/viewas/ViewedBar.h"

#include <QCompleter>
#include <QLineEdit>

using fault::Window;
using viewas::ViewedBar;

namespace {

/// The sample cluster as it stands, whose server lets one be taken for others or not.
struct Server
{
    explicit Server(bool letsImpersonate) : demo(base::Clock::system(), options(letsImpersonate)), access(demo.start()) { }

    static demo::Options options(bool letsImpersonate)
    {
        demo::Options options;
        options.dataFolder = folders::source("resources/demo");
        options.isLiving = false;
        options.letsImpersonate = letsImpersonate;
        return options;
    }

    demo::DemoServer demo;
    base::Result<demo::Access> access;
};

const kube::Impersonation introspector{"system:serviceaccount:team-a:introspector", {}, {}, {}};
const QString introspectorName = QStringLiteral("ServiceAccount team-a/introspector");

} // namespace

/// The whole window with the eyes of a ServiceAccount that may list pods in one namespace and nothing else.
class ViewAsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }
    void cleanup()
    {
        m_window.reset();
        m_server.reset();
    }

    void onlyWhatTheAccountMaySeeIsThereAndOnesOwnViewStays();
    void theFrameIsSeenAndRead();
    void theNamespacesThatWereShownStay();
    void whoMayListNothingIsRefusedForAllNamespaces();
    void everyCommandNamesWhoIsViewed();
    void whatTheServerRefusesIsSaidOfTheAccount();
    void stoppingBringsBackOnesOwnView();
    void nobodyIsSomebodyElseAfterARestart();
    void whereTheServerRefusesItItsWordsAndTheMissingRightAreSaid();
    void aRefusalWithinBoundsNamesWhatIsMissing();
    void theComputedViewLeavesOutWhatTheAccountMayNotList();
    void theBoxUnderstandsWhatIsTyped();

private:
    void open(bool letsImpersonate = true)
    {
        m_server = std::make_unique<Server>(letsImpersonate);
        QVERIFY(m_server->access);
        m_window = std::make_unique<Window>();
        auto known = std::make_shared<rights::SharedRights>();
        rbac::AccessFeature(known).addTo(m_window->registry());
        viewas::ViewAsFeature(known).addTo(m_window->registry());
        m_own = m_window->open(m_server->access->kubeconfig);
        QVERIFY(m_own);
        QTRY_VERIFY_WITH_TIMEOUT(pods(m_own) && Window::isLive(pods(m_own)), fault::patience);
    }
    void view()
    {
        m_window->registry().viewAs()(*window().view(), introspector);
        m_viewed = m_window->clusters().connected({cluster::EntryId::of(m_own->entry()), introspector});
        QVERIFY(m_viewed);
        QCOMPARE(window().shownCluster(), m_viewed);
    }
    shell::MainWindow &window() { return m_window->window(); }
    table::TablePage *pods(cluster::ConnectedCluster *cluster, const QString &kind = QStringLiteral("pods"))
    {
        for (auto *page : window().findChildren<table::TablePage *>()) {
            if (page->address().place == kind && &page->cluster() == cluster)
                return page;
        }
        return nullptr;
    }
    static QStringList namespacesOf(table::TablePage *page)
    {
        QStringList names;
        for (int row = 0; row < page->model().rowCount(); ++row)
            names << QString::fromStdString(page->model().key(row)).section(u'/', 0, 0);
        names.removeDuplicates();
        return names;
    }
    ViewedBar *bar() { return window().pane()->findChild<ViewedBar *>(); }
    /// Of the second table the page that says why.
    table::TablePage *openSecrets()
    {
        window().open({QStringLiteral("secrets"), {}, {}, {}});
        table::TablePage *secrets = pods(m_viewed, QStringLiteral("secrets"));
        (void)QTest::qWaitFor([&] { return secrets && !Window::notice(secrets).title.isEmpty() && !Window::notice(secrets).title.startsWith(QStringLiteral("Asking")); }, fault::patience);
        return secrets;
    }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<Window> m_window;
    cluster::ConnectedCluster *m_own = nullptr, *m_viewed = nullptr;
};

void ViewAsTest::onlyWhatTheAccountMaySeeIsThereAndOnesOwnViewStays()
{
    open();
    const int own = pods(m_own)->model().rowCount();
    view();
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_viewed) && Window::isLive(pods(m_viewed)), fault::patience);
    QCOMPARE(namespacesOf(pods(m_viewed)), QStringList{QStringLiteral("team-a")});
    QVERIFY2(Window::words(pods(m_viewed)).join(u'|').contains(QStringLiteral("in the one namespace it may list")), qPrintable(Window::allWords(pods(m_viewed))));
    QCOMPARE(pods(m_own)->model().rowCount(), own);
    QVERIFY(own > pods(m_viewed)->model().rowCount());
    QVERIFY(m_viewed->access() == kube::Access::ReadOnly);
}

void ViewAsTest::theFrameIsSeenAndRead()
{
    open();
    QVERIFY(!bar());
    view();
    QVERIFY(bar() && bar()->isVisible());
    const QString said = QStringLiteral("Viewing as ") + introspectorName + QStringLiteral(" — everything below is what it sees");
    QVERIFY2(bar()->text().startsWith(said), qPrintable(bar()->text()));
    QVERIFY(bar()->accessibleName().contains(said));
    QVERIFY(Window::words(bar()).contains(QStringLiteral("▲ ") + said));
    QVERIFY2(window().windowTitle().contains(QStringLiteral("viewed as ") + introspectorName), qPrintable(window().windowTitle()));
    const QImage seen = window().pane()->grab().toImage();
    const QColor warning = base::Theme::instance().color(base::Meaning::Warning);
    for (const QPoint &edge : {QPoint(1, seen.height() / 2), QPoint(seen.width() / 2, 1), QPoint(seen.width() - 2, seen.height() / 2), QPoint(seen.width() / 2, seen.height() - 2)})
        QCOMPARE(seen.pixelColor(edge), warning);
    const auto tiles = window().findChildren<shell::RailTile *>();
    QCOMPARE(tiles.size(), 2);
    QCOMPARE(std::ranges::count_if(tiles, [](const shell::RailTile *tile) { return tile->accessibleName().contains(introspectorName); }), 1);
}

void ViewAsTest::theNamespacesThatWereShownStay()
{
    open();
    window().setNamespaces({QStringLiteral("team-a")});
    view();
    QCOMPARE(window().view()->namespaces(), QStringList{QStringLiteral("team-a")});
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_viewed) && Window::isLive(pods(m_viewed)), fault::patience);
    QCOMPARE(namespacesOf(pods(m_viewed)), QStringList{QStringLiteral("team-a")});
}

void ViewAsTest::whoMayListNothingIsRefusedForAllNamespaces()
{
    open();
    m_window->registry().viewAs()(*window().view(), {"system:serviceaccount:team-b:default", {}, {}, {}});
    m_viewed = window().shownCluster();
    QVERIFY(m_viewed != m_own && window().view()->namespaces().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_viewed) && Window::notice(pods(m_viewed)).title.contains(QStringLiteral("may not list Pods")), fault::patience);
    QVERIFY2(Window::notice(pods(m_viewed)).says(QStringLiteral("at the cluster scope")), Window::notice(pods(m_viewed)).text().constData());
}

void ViewAsTest::everyCommandNamesWhoIsViewed()
{
    open();
    QCOMPARE(window().statusBar().command(), QStringLiteral("kubectl --context demo get pods -A"));
    view();
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_viewed), fault::patience);
    QCOMPARE(window().statusBar().command(), QStringLiteral("kubectl --context demo --as=system:serviceaccount:team-a:introspector get pods -A"));
    QCOMPARE(window().statusBar().apiCall(), QStringLiteral("GET /api/v1/pods  Impersonate-User: system:serviceaccount:team-a:introspector"));
    QCOMPARE(base::kubectlFor(*m_own), QStringLiteral("kubectl --context demo"));
    cluster::ConnectedCluster *odd = m_window->clusters().viewAs(cluster::EntryId::of(m_own->entry()), {"김 o'neil", {}, {"a b", "c"}, {}});
    QCOMPARE(base::kubectlFor(*odd), QStringLiteral("kubectl --context demo --as='김 o'\\''neil' --as-group='a b' --as-group=c"));
}

void ViewAsTest::whatTheServerRefusesIsSaidOfTheAccount()
{
    open();
    view();
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_viewed) && Window::isLive(pods(m_viewed)), fault::patience);
    table::TablePage *secrets = openSecrets();
    QVERIFY(secrets);
    QCOMPARE(Window::notice(secrets).title, introspectorName + QStringLiteral(" may not list Secrets here"));
    QVERIFY2(Window::notice(secrets).says(QStringLiteral("User \"system:serviceaccount:team-a:introspector\" cannot list resource \"secrets\"")), Window::notice(secrets).text().constData());
}

void ViewAsTest::stoppingBringsBackOnesOwnView()
{
    open();
    const int own = pods(m_own)->model().rowCount();
    view();
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_viewed) && Window::isLive(pods(m_viewed)), fault::patience);
    QVERIFY(Window::press(bar(), QStringLiteral("Stop viewing as")));
    QTRY_COMPARE(window().shownCluster(), m_own);
    QTRY_COMPARE(m_window->clusters().connected().size(), std::size_t(1));
    QVERIFY(!window().pane()->findChild<ViewedBar *>());
    QCOMPARE(pods(m_own)->model().rowCount(), own);
    QCOMPARE(window().findChildren<shell::RailTile *>().size(), 1);
    QVERIFY(!window().windowTitle().contains(introspectorName));
}

void ViewAsTest::nobodyIsSomebodyElseAfterARestart()
{
    open();
    m_window->restart();
    m_own = m_window->connectTo("demo");
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_own) && Window::isLive(pods(m_own)), fault::patience);
    view();
    window().open({QStringLiteral("services"), {}, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_viewed, QStringLiteral("services")), fault::patience);
    m_window->restart();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->clusters().connected().size(), std::size_t(1), fault::patience);
    QVERIFY(m_window->clusters().connected().front()->viewedAs().isEmpty());
    m_own = m_window->clusters().connected().front();
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_own), fault::patience);
    QVERIFY(!pods(m_own, QStringLiteral("services"))); // what was open with other eyes is not one's own
}

void ViewAsTest::whereTheServerRefusesItItsWordsAndTheMissingRightAreSaid()
{
    open(false);
    view();
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(bar()->session().state()), static_cast<int>(viewas::ViewedSession::State::Refused), fault::patience);
    const QString said = bar()->text();
    QVERIFY2(said.startsWith(QStringLiteral("You may not view as ") + introspectorName), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("cannot impersonate resource \"serviceaccounts\"")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("You would need: impersonate serviceaccounts introspector in namespace team-a.")), qPrintable(said));
    QVERIFY(Window::notice(window().pane()).steps.contains(QStringLiteral("Computed view")));
    QVERIFY(!pods(m_viewed));
    QVERIFY(Window::press(bar(), QStringLiteral("Why not?")));      // with one's own eyes
    QTRY_COMPARE_WITH_TIMEOUT(window().shownCluster(), m_own, fault::patience);
    QVERIFY(window().page() && window().page()->address().place == QLatin1String("ask"));
    const auto answer = window().page()->findChild<rbac::AnswerView *>();
    QTRY_VERIFY_WITH_TIMEOUT(answer && answer->explanation().contains(QStringLiteral("impersonate serviceaccounts introspector")), fault::patience);
}

/// As a server of 1.36 words it (apiserver pkg/endpoints/filters/impersonation).
void ViewAsTest::aRefusalWithinBoundsNamesWhatIsMissing()
{
    const kube::Impersonation who{"system:serviceaccount:team-a:web", {}, {}, {}};
    const auto textOf = [&](const char *words) { return viewas::refusedText(who, base::makeError(base::ErrorKind::Forbidden, words)); };
    const QString all = QStringLiteral("To do whatever it may do you would need: impersonate serviceaccounts web in namespace team-a.");
    const QString request = textOf(R"(forbidden: User "ann" cannot impersonate-on:serviceaccount:get path "/api")");
    QVERIFY2(request.contains(QStringLiteral("refuses this one: impersonate-on:serviceaccount:get /api is missing. Others may be allowed. ") + all), qPrintable(request));
    const QString identity = textOf(R"(serviceaccounts.authentication.k8s.io "web" is forbidden: User "ann" cannot impersonate:serviceaccount resource "serviceaccounts" in API group "authentication.k8s.io" in the namespace "team-a")");
    QVERIFY2(identity.contains(QStringLiteral("you may not act as it: impersonate:serviceaccount serviceaccounts.authentication.k8s.io web in namespace team-a is missing.")), qPrintable(identity));
    QVERIFY(identity.endsWith(all));
    const QString whole = textOf(R"(serviceaccounts "web" is forbidden: User "ann" cannot impersonate resource "serviceaccounts" in API group "" in the namespace "team-a")");
    QVERIFY2(whole.contains(QStringLiteral("You would need: impersonate serviceaccounts web in namespace team-a. Since Kubernetes 1.36")), qPrintable(whole));
}

void ViewAsTest::theComputedViewLeavesOutWhatTheAccountMayNotList()
{
    open(false);
    view();
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(bar()->session().state()), static_cast<int>(viewas::ViewedSession::State::Refused), fault::patience);
    QVERIFY(Window::press(bar(), QStringLiteral("Computed view")));
    QTRY_VERIFY_WITH_TIMEOUT(pods(m_viewed) && Window::isLive(pods(m_viewed)), fault::patience);
    QVERIFY(m_viewed->isComputed());
    QVERIFY2(bar()->text().contains(QStringLiteral("computed, not confirmed by the server")), qPrintable(bar()->text()));
    QCOMPARE(namespacesOf(pods(m_viewed)), QStringList{QStringLiteral("team-a")});
    QCOMPARE(window().statusBar().command(), QStringLiteral("kubectl --context demo get pods -A"));
    table::TablePage *secrets = openSecrets();
    QVERIFY(secrets);
    QCOMPARE(Window::notice(secrets).title, introspectorName + QStringLiteral(" may not list Secrets here"));
    QVERIFY(Window::notice(secrets).says(QStringLiteral("computed, not confirmed by the server")));
    QCOMPARE(secrets->model().rowCount(), 0);
    auto *sidebar = window().pane()->findChild<shell::Sidebar *>();
    const auto tips = [&] {
        QStringList refused;
        const QAbstractItemModel *model = sidebar->model();
        for (const QModelIndex &row : model->match(model->index(0, 0), Qt::ToolTipRole, QStringLiteral("may not list this kind"), -1, Qt::MatchContains | Qt::MatchRecursive))
            refused << row.data().toString();
        return refused;
    };
    QTRY_VERIFY_WITH_TIMEOUT(tips().contains(QStringLiteral("Secrets")), fault::patience);
    QVERIFY(!tips().contains(QStringLiteral("Pods")));
    QVERIFY(Window::press(secrets, QStringLiteral("Why not?"))); // with one's own eyes: whom one views as could not read why
    QTRY_COMPARE_WITH_TIMEOUT(window().shownCluster(), m_own, fault::patience);
    QVERIFY(window().page() && window().page()->address().place == QLatin1String("ask"));
}

void ViewAsTest::theBoxUnderstandsWhatIsTyped()
{
    open();
    const base::Command *command = m_window->registry().command(QStringLiteral("view-as"));
    QVERIFY(command && command->refusal().isEmpty());
    command->run();
    auto *box = window().findChild<viewas::ViewAsDialog *>();
    QVERIFY(box && box->isVisible());
    const auto lines = box->findChildren<QLineEdit *>();
    QCOMPARE(lines.size(), 2);
    const auto type = [&](const QString &who, const QString &groups) {
        lines[0]->setText(who);
        lines[1]->setText(groups);
        return lines[0]->accessibleDescription();
    };
    auto *view = box->findChildren<QPushButton *>().front();
    for (auto *each : box->findChildren<QPushButton *>())
        view = each->text() == QLatin1String("View") ? each : view;
    QVERIFY(!view->isEnabled());
    QCOMPARE(type(QStringLiteral("team-a/web"), {}), QStringLiteral("Views as ServiceAccount team-a/web."));
    QCOMPARE(type(QStringLiteral("jane"), QStringLiteral(" devs, ,qa ")), QStringLiteral("Views as user jane in devs, qa."));
    QVERIFY(type({}, QStringLiteral("devs")).startsWith(QStringLiteral("Views as group devs. Groups cannot be sent alone: the user is called nobody")));
    QVERIFY(view->isEnabled());
    QVERIFY(type(QStringLiteral(" jane"), {}).contains(QStringLiteral("cannot be sent")));
    QVERIFY(!view->isEnabled());
    const auto offers = [](const QLineEdit *line, const QString &typed) {
        line->completer()->setCompletionPrefix(typed);
        return line->completer()->completionCount() > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(offers(lines[0], QStringLiteral("introsp")), fault::patience);
    QVERIFY(offers(lines[0], QStringLiteral("minji")) && !offers(lines[0], QStringLiteral("nobody at all")));
    QVERIFY(offers(lines[1], QStringLiteral("jane, oncall")));
    type(QStringLiteral("team-a/introspector"), {});
    QTest::keyClick(lines[0], Qt::Key_Return);
    QTRY_VERIFY(window().shownCluster() && window().shownCluster()->viewedAs() == introspector);
    QTRY_VERIFY(!window().findChild<viewas::ViewAsDialog *>());
}

QTEST_MAIN(ViewAsTest)
#include "ViewAsTest.moc"
