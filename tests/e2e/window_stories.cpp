// What people do in the window, told on two real clusters: window_stories [QtTest arguments].
// Environment: FIRST and SECOND, folders of tests/controlplane/cluster.sh; CONTROLPLANE, the folder of that script; KUBECTL.
// The display is a real one; the driver starts Xvfb.

#include "app/Features.h"
#include "models/base/EventLoopExecutor.h"
#include "models/cluster/Clusters.h"
#include "models/kinds/Groups.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/Theme.h"
#include "widgets/catalog/ImportDialog.h"
#include "widgets/catalog/ImportVerdict.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/RailTile.h"
#include "widgets/shell/Sidebar.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TablePage.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

namespace {

constexpr int Patience = 30'000;    ///< for what a real cluster does; most of it takes a moment

QString variable(const char *name)
{
    return qEnvironmentVariable(name);
}

/// One cluster of the driver's.
struct Real
{
    QString folder;

    QString kubeconfig(const QString &user) const { return folder + u'/' + user + QStringLiteral(".kubeconfig"); }

    /// What it printed. It fails the test when the program does.
    QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        const bool worked = process.waitForFinished(Patience) && process.exitCode() == 0;
        if (!worked)
            QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
        return process.readAllStandardOutput();
    }
    void control(const QString &command, const QStringList &more = {}) const
    {
        run(variable("CONTROLPLANE") + QStringLiteral("/cluster.sh"), QStringList{command, folder} + more);
    }
    QByteArray kubectl(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(variable("KUBECTL"), QStringList{QStringLiteral("--kubeconfig"), kubeconfig(QStringLiteral("admin"))} + arguments, input);
    }
    void apply(const QByteArray &manifests) const { kubectl({QStringLiteral("apply"), QStringLiteral("-f"), QStringLiteral("-")}, manifests); }
};

QByteArray pod(const char *name, const char *namespaceName = "default")
{
    return QByteArray("{apiVersion: v1, kind: Pod, metadata: {name: ") + name + ", namespace: " + namespaceName
        + "}, spec: {containers: [{name: main, image: busybox}]}}\n---\n";
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class WindowStories final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aContextIsOpenedFromTheCatalogByKeysAlone();
    void theOtherClusterIsOneKeyAway();
    void switchingWhileRowsChangeLosesNothing();
    void aServerThatDiesLeavesItsRowsStaleAndComesBackLive();
    void whoMayListNothingIsToldWhyAndSeesRowsOnceAllowed();
    void aKindThatIsAddedToTheClusterAppears();
    void aKubeconfigThatIsEditedIsReadAgain();
    void aDoubleClickOpensTheObjectAndItsYaml();
    void aK3sFileWithAWrongAddressIsImportedTestedSavedAndConnected();

private:
    cluster::ConnectedCluster *connectTo(const QString &context);
    table::TablePage *tableOf(cluster::ConnectedCluster *cluster, const QString &kind = QStringLiteral("pods"));
    QStringList names(table::TablePage *page) const;
    QLineEdit *switchFilter();
    bool showsNotice(QWidget *page, const QString &text) const;

    Real m_first, m_second;
    QByteArray m_nobodysToken;
    QTemporaryDir m_folder;
    QString m_kubeconfigs;
    std::vector<std::unique_ptr<base::Feature>> m_features;
    std::unique_ptr<base::EventLoopExecutor> m_executor;
    std::unique_ptr<cluster::Clusters> m_clusters;
    std::unique_ptr<base::Registry> m_registry;
    std::unique_ptr<shell::MainWindow> m_window;
};

void WindowStories::initTestCase()
{
    QCOMPARE(QGuiApplication::platformName(), QStringLiteral("xcb"));
    m_first.folder = variable("FIRST");
    m_second.folder = variable("SECOND");
    base::Theme::instance().apply(base::ThemeChoice::Light);
    for (const Real *real : {&m_first, &m_second})
        real->kubectl({QStringLiteral("delete"), QStringLiteral("pods"), QStringLiteral("--all"), QStringLiteral("--force"), QStringLiteral("--ignore-not-found")});
    m_first.apply(pod("alpha") + pod("beta") + pod("gamma"));
    m_first.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: nobody, namespace: default}}");
    m_nobodysToken = m_first.kubectl({QStringLiteral("create"), QStringLiteral("token"), QStringLiteral("nobody")}).trimmed();
    m_second.apply(pod("delta"));
}

/// Each story begins with two kubeconfigs, of one cluster each, and a window that knows only them.
void WindowStories::init()
{
    m_kubeconfigs = m_folder.path() + u'/' + QString::fromUtf8(QTest::currentTestFunction());
    QVERIFY(QDir().mkpath(m_kubeconfigs));
    const auto renamed = [](const Real &real, const QString &user, const QByteArray &name) { return contentOf(real.kubeconfig(user)).replace("name: " + user.toUtf8() + ",", "name: " + name + ",").replace("current-context: " + user.toUtf8(), "current-context: " + name); };
    writeFile(m_kubeconfigs + QStringLiteral("/one"), renamed(m_first, QStringLiteral("admin"), "one"));
    writeFile(m_kubeconfigs + QStringLiteral("/two"), renamed(m_second, QStringLiteral("token"), "two"));
    writeFile(m_kubeconfigs + QStringLiteral("/nobody"), renamed(m_first, QStringLiteral("viewer"), "nobody").replace("viewer-token", m_nobodysToken));

    kube::CatalogSources sources;
    sources.places.home = m_folder.path().toStdString() + "/nowhere";
    sources.added = {m_kubeconfigs.toStdString()};
    m_executor = std::make_unique<base::EventLoopExecutor>();
    m_registry = std::make_unique<base::Registry>();
    m_features = allFeatures();
    for (const auto &feature : m_features)
        feature->addTo(*m_registry);
    cluster::Network::Settings network;
    network.stateFolder = m_folder.path().toStdString() + "/state";
    m_clusters = std::make_unique<cluster::Clusters>(sources, network, *m_executor);
    m_window = std::make_unique<shell::MainWindow>(*m_clusters, *m_registry);
    m_window->resize(1200, 760);
    m_window->show();
    m_window->showCatalog();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), Patience));
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->entries().size(), 3U, Patience);
}

void WindowStories::cleanup()
{
    m_window.reset();
    m_clusters.reset();
    m_registry.reset();
    m_features.clear();
    m_executor.reset();
}

cluster::ConnectedCluster *WindowStories::connectTo(const QString &context)
{
    for (const kube::CatalogEntry &entry : m_clusters->entries()) {
        if (entry.context.context != context.toStdString())
            continue;
        cluster::ConnectedCluster *cluster = m_clusters->connectTo(cluster::EntryId::of(entry));
        if (cluster)
            m_window->showCluster(cluster);
        return cluster;
    }
    return nullptr;
}

table::TablePage *WindowStories::tableOf(cluster::ConnectedCluster *cluster, const QString &kind)
{
    table::TablePage *found = nullptr;
    (void)QTest::qWaitFor([&] {
        for (auto *page : m_window->findChildren<table::TablePage *>()) {
            if (page->address().place == kind && &page->cluster() == cluster)
                found = page;
        }
        return found != nullptr;
    }, Patience);
    return found;
}

QStringList WindowStories::names(table::TablePage *page) const
{
    QStringList names;
    for (int row = 0; row < page->model().rowCount(); ++row)
        names << QString::fromStdString(page->model().key(row)).section(u'/', -1);
    names.sort();
    return names;
}

bool WindowStories::showsNotice(QWidget *page, const QString &text) const
{
    const auto notices = page->findChildren<base::StateNotice *>();
    return std::ranges::any_of(notices, [&](base::StateNotice *notice) { return notice->isVisible() && notice->accessibleName().contains(text); });
}

QLineEdit *WindowStories::switchFilter()
{
    if (!QApplication::activePopupWidget()) {
        m_window->activateWindow();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    }
    QWidget *popup = QApplication::activePopupWidget();
    return popup ? popup->findChild<QLineEdit *>() : nullptr;
}

void WindowStories::aContextIsOpenedFromTheCatalogByKeysAlone()
{
    QLineEdit *filter = nullptr;
    // Without a window manager the window may lose the keyboard for a moment; a person would press again.
    QTRY_VERIFY_WITH_TIMEOUT((filter = switchFilter()), Patience);
    filter->setText(QStringLiteral("one")); // keys that come while the popup takes the keyboard may be doubled or lost
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->connected().size(), 1U, Patience);
    table::TablePage *pods = tableOf(m_clusters->connected().front());
    QVERIFY(pods);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), (QStringList{QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}), Patience);
    QTest::keyClicks(&pods->grid(), QStringLiteral("bet"));
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), QStringList{QStringLiteral("beta")}, Patience);
    QCOMPARE(pods->model().counts().all, 3U);
}

void WindowStories::theOtherClusterIsOneKeyAway()
{
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    cluster::ConnectedCluster *two = connectTo(QStringLiteral("two"));
    QVERIFY(one && two);
    table::TablePage *ofOne = tableOf(one), *ofTwo = tableOf(two);
    QVERIFY(ofOne && ofTwo);
    QTRY_COMPARE_WITH_TIMEOUT(names(ofOne).size(), 3, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(names(ofTwo), QStringList{QStringLiteral("delta")}, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(ofTwo->isVisible() && !ofOne->isVisible(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT((m_window->activateWindow(), QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier), ofOne->isVisible() && !ofTwo->isVisible()), Patience);
    const auto tiles = m_window->findChildren<shell::RailTile *>();
    QCOMPARE(tiles.size(), 2);
    for (shell::RailTile *tile : tiles) {
        if (&tile->cluster() == two)
            QTest::mouseClick(tile, Qt::LeftButton);
    }
    QTRY_VERIFY_WITH_TIMEOUT(ofTwo->isVisible(), Patience);
}

void WindowStories::switchingWhileRowsChangeLosesNothing()
{
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    table::TablePage *pods = tableOf(one);
    cluster::ConnectedCluster *two = connectTo(QStringLiteral("two"));
    QVERIFY(pods && tableOf(two));
    QProcess writer;
    writer.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"),
        QStringLiteral("for i in $(seq 40); do \"$0\" --kubeconfig \"$1\" create configmap load-$i --from-literal=a=$i; "
                       "\"$0\" --kubeconfig \"$1\" label --overwrite pod alpha beta round=$i; done"), variable("KUBECTL"), m_first.kubeconfig(QStringLiteral("admin"))});
    int switches = 0;
    while (writer.state() != QProcess::NotRunning) {
        m_window->showCluster(switches++ % 2 ? two : one);
        (void)QTest::qWaitFor([&] { return writer.state() == QProcess::NotRunning; }, 50);
    }
    QVERIFY(switches > 10);
    m_window->showCluster(one);
    QTRY_VERIFY_WITH_TIMEOUT(pods->isVisible(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), (QStringList{QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}), Patience);
    const auto rowOf = [&](const char *key) { return pods->model().source().store().find(key); };
    QTRY_VERIFY_WITH_TIMEOUT(pods->model().source().store().object(rowOf("default/alpha")).value().find("round") != std::string::npos, Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("configmaps"), QStringLiteral("--all"), QStringLiteral("--wait=false")});
}

void WindowStories::aServerThatDiesLeavesItsRowsStaleAndComesBackLive()
{
    cluster::ConnectedCluster *two = connectTo(QStringLiteral("two"));
    table::TablePage *pods = tableOf(two);
    QVERIFY(pods);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), QStringList{QStringLiteral("delta")}, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(two->health().state), static_cast<int>(cluster::Health::State::Live), Patience);
    m_second.control(QStringLiteral("kill"), {QStringLiteral("apiserver")});
    QTRY_VERIFY_WITH_TIMEOUT(showsNotice(pods, QStringLiteral("Stale since")), Patience);
    QCOMPARE(names(pods), QStringList{QStringLiteral("delta")});
    QCOMPARE(static_cast<int>(two->health().state), static_cast<int>(cluster::Health::State::Stale));
    m_second.control(QStringLiteral("up"));
    m_second.apply(pod("epsilon"));
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), (QStringList{QStringLiteral("delta"), QStringLiteral("epsilon")}), 2 * Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!showsNotice(pods, QStringLiteral("Stale")), Patience);
    m_second.kubectl({QStringLiteral("delete"), QStringLiteral("pod"), QStringLiteral("epsilon"), QStringLiteral("--force")});
}

void WindowStories::whoMayListNothingIsToldWhyAndSeesRowsOnceAllowed()
{
    cluster::ConnectedCluster *nobody = connectTo(QStringLiteral("nobody"));
    table::TablePage *pods = tableOf(nobody);
    QVERIFY(pods);
    QTRY_VERIFY_WITH_TIMEOUT(showsNotice(pods, QStringLiteral("may not be listed")), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(pods->isSettled(), Patience);
    m_first.apply("{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: reader, namespace: default}, "
                  "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: nobody, namespace: default}]}");
    QPushButton *again = nullptr;
    for (auto *button : pods->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Try again now"))
            again = button;
    }
    QVERIFY(again);
    const QStringList question{QStringLiteral("--kubeconfig"), m_first.kubeconfig(QStringLiteral("admin")), QStringLiteral("auth"), QStringLiteral("can-i"), QStringLiteral("list"),
                               QStringLiteral("pods"), QStringLiteral("-n"), QStringLiteral("default"), QStringLiteral("--as=system:serviceaccount:default:nobody")};
    QTRY_VERIFY_WITH_TIMEOUT(QProcess::execute(variable("KUBECTL"), question) == 0, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), Patience);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods).size(), 3, 2 * Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("rolebinding"), QStringLiteral("reader")});
}

void WindowStories::aKindThatIsAddedToTheClusterAppears()
{
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    const auto titles = [&] {
        QStringList all;
        for (const kinds::SubjectGroup &group : kinds::groupBySubject(one->catalog())) {
            for (const kube::ResourceType &type : group.types)
                all << QString::fromStdString(kinds::pluralTitle(type));
        }
        return all;
    };
    QVERIFY(!titles().contains(QStringLiteral("Lanterns")));
    m_first.apply("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: lanterns.story.example.com}, spec: {group: story.example.com, "
                  "scope: Namespaced, names: {plural: lanterns, singular: lantern, kind: Lantern}, versions: [{name: v1, served: true, storage: true, "
                  "schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}]}}");
    QTRY_VERIFY_WITH_TIMEOUT(titles().contains(QStringLiteral("Lanterns")), Patience);
    m_window->showCluster(one, {QStringLiteral("lanterns.story.example.com"), {}, {}, {}});
    table::TablePage *lanterns = tableOf(one, QStringLiteral("lanterns.story.example.com"));
    QVERIFY(lanterns);
    m_first.kubectl({QStringLiteral("wait"), QStringLiteral("--for=condition=Established"), QStringLiteral("crd/lanterns.story.example.com")});
    m_first.apply("{apiVersion: story.example.com/v1, kind: Lantern, metadata: {name: bright, namespace: default}}");
    QTRY_COMPARE_WITH_TIMEOUT(names(lanterns), QStringList{QStringLiteral("bright")}, Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("crd"), QStringLiteral("lanterns.story.example.com")});
    QTRY_VERIFY_WITH_TIMEOUT(!titles().contains(QStringLiteral("Lanterns")), Patience);
}

void WindowStories::aKubeconfigThatIsEditedIsReadAgain()
{
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    table::TablePage *pods = tableOf(one);
    QVERIFY(pods);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods).size(), 3, Patience);
    const QString file = m_kubeconfigs + QStringLiteral("/one");
    const QByteArray good = contentOf(file);

    writeFile(file, "clusters: [");
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->problems().size(), 1U, Patience);
    QVERIFY2(m_clusters->find(cluster::EntryId::of(one->entry())), "what the file last said well is kept");
    QCOMPARE(names(pods).size(), 3);

    writeFile(file, QByteArray(good).replace("127.0.0.1", "localhost"));
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->problems().size(), 0U, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(one->settings().server.starts_with("https://localhost:"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods).size(), 3, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(one->health().state), static_cast<int>(cluster::Health::State::Live), Patience);
    writeFile(m_kubeconfigs + QStringLiteral("/three"), QByteArray(good).replace("name: one,", "name: three,"));
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->entries().size(), 4U, Patience);
}

void WindowStories::aDoubleClickOpensTheObjectAndItsYaml()
{
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    table::TablePage *pods = tableOf(one);
    QVERIFY(pods);
    QTRY_COMPARE_WITH_TIMEOUT(pods->model().rowCount(), 3, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(pods->grid().isVisible(), Patience);
    const int column = pods->grid().header().shownColumns().value(1);
    const QRect cell = pods->grid().cellRect(1, column);
    QTest::mouseClick(pods->grid().viewport(), Qt::LeftButton, {}, cell.center());
    QTest::mouseDClick(pods->grid().viewport(), Qt::LeftButton, {}, cell.center());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().contains(QStringLiteral("beta")), Patience);
    m_window->showCluster(one, {QStringLiteral("pods"), QStringLiteral("default"), QStringLiteral("beta"), QStringLiteral("yaml")});
    const auto yaml = [&] {
        QString text;
        for (auto *edit : m_window->findChildren<QPlainTextEdit *>()) {
            if (edit->isVisible())
                text += edit->toPlainText();
        }
        return text;
    };
    QTRY_VERIFY_WITH_TIMEOUT(yaml().contains(QStringLiteral("name: beta")), Patience);
}

/// What a student does with /etc/rancher/k3s/k3s.yaml, on a server whose certificate does not name the address typed first.
void WindowStories::aK3sFileWithAWrongAddressIsImportedTestedSavedAndConnected()
{
    QByteArray text = contentOf(m_first.kubeconfig(QStringLiteral("admin")));
    for (const char *name : {"name: real", "cluster: real", "user-admin", "name: admin", "current-context: admin"})
        text.replace(name, QByteArray(name).replace("real", "default").replace("user-admin", "default").replace("admin", "default"));
    const qsizetype host = text.indexOf("127.0.0.1:") + qsizetype(strlen("127.0.0.1:"));
    const QString port = QString::fromLatin1(text.mid(host, text.indexOf('"', host) - host));
    const auto import = std::ranges::find(m_registry->commands(), QStringLiteral("paste-kubeconfig"), &base::Command::name);
    QVERIFY(import != m_registry->commands().end());
    import->run();
    auto *form = m_window->findChild<catalog::ImportDialog *>();
    QVERIFY(form);
    const auto named = [form](const QString &name) {
        const auto all = form->findChildren<QWidget *>();
        const auto found = std::ranges::find_if(all, [&](QWidget *widget) { return widget->accessibleName() == name && widget->isVisibleTo(form); });
        return found == all.end() ? nullptr : *found;
    };
    const auto type = [&](const char *field, const QString &what) {
        auto *edit = qobject_cast<QLineEdit *>(named(QLatin1String(field)));
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, what);
    };
    QSignalSpy tested(form, &catalog::ImportDialog::tested);
    const auto test = [&] {
        tested.clear();
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Test the connection"))->isEnabled(), Patience);
        QTest::mouseClick(named(QStringLiteral("Test the connection")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, Patience);
    };
    form->findChild<QPlainTextEdit *>()->setPlainText(QString::fromUtf8(text));
    QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Name")), Patience);
    type("Name", QStringLiteral("course"));
    type("Server address", QStringLiteral("wrong.localhost:") + port);
    test();
    const auto verdicts = form->findChildren<catalog::ImportVerdict *>();
    const auto verdict = std::ranges::find_if(verdicts, &QWidget::isVisible);
    QVERIFY(verdict != verdicts.end());
    QCOMPARE((*verdict)->title(), QStringLiteral("The server's certificate is not for wrong.localhost"));
    QVERIFY2((*verdict)->accessibleDescription().contains(QStringLiteral("kubernetes.default.svc")) && (*verdict)->accessibleDescription().contains(QStringLiteral("127.0.0.1")),
             qPrintable((*verdict)->accessibleDescription()));
    QVERIFY(named(QStringLiteral("Copy: tls-san:\n  - wrong.localhost")));
    type("Server address", QStringLiteral("localhost:") + port);
    test();
    QVERIFY2((*verdict)->title().startsWith(QStringLiteral("Connected: v1.")), qPrintable((*verdict)->title()));
    QTest::mouseClick(named(QStringLiteral("Save and connect")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_clusters->connected().size(), 1U, Patience);
    QCOMPARE(QString::fromStdString(m_clusters->connected().front()->entry().context.context), QStringLiteral("course"));
    const QString saved = m_folder.path() + QStringLiteral("/nowhere/.kube/config-course");
    QCOMPARE(QFileInfo(saved).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    table::TablePage *pods = tableOf(m_clusters->connected().front());
    QVERIFY(pods);
    QTRY_COMPARE_WITH_TIMEOUT(names(pods), (QStringList{QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}), Patience);
    m_first.run(variable("KUBECTL"), {QStringLiteral("--kubeconfig"), saved, QStringLiteral("--context"), QStringLiteral("course"), QStringLiteral("get"), QStringLiteral("pods")});
    QFile::remove(saved);
}

QTEST_MAIN(WindowStories)

#include "window_stories.moc"
