#include "tests/e2e/stories/ClusterStories.h"

#include "models/kinds/Groups.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/Page.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TablePage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

namespace stories {

void ClusterStories::aServerThatDiesLeavesItsRowsStaleAndComesBackLive()
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

void ClusterStories::whoMayListNothingIsToldWhyAndSeesRowsOnceAllowed()
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

void ClusterStories::whoMayNotListNamespacesAddsTheirOwn()
{
    m_first.apply("{apiVersion: v1, kind: Namespace, metadata: {name: team-h}}\n---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: team-h}}\n---\n"
                  "{apiVersion: v1, kind: ConfigMap, metadata: {name: omega, namespace: team-h}}\n---\n"
                  "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: reader, namespace: team-h}, "
                  "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: nobody, namespace: default}]}");
    cluster::ConnectedCluster *nobody = connectTo(QStringLiteral("nobody"));
    QVERIFY(tableOf(nobody));
    m_window->showCluster(nobody, {QStringLiteral("configmaps"), {}, {}, {}});
    table::TablePage *maps = tableOf(nobody, QStringLiteral("configmaps"));
    QVERIFY(maps);
    QTRY_VERIFY_WITH_TIMEOUT(showsNotice(maps, QStringLiteral("may not be listed")), Patience);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget() && QApplication::activePopupWidget()->focusWidget(), Patience);
    QWidget *line = QApplication::activePopupWidget()->focusWidget();
    QTest::keyClicks(line, QStringLiteral("team-h"));
    QTRY_VERIFY2_WITH_TIMEOUT(line->accessibleDescription().contains(QStringLiteral("Add the namespace team-h")), qPrintable(line->accessibleDescription()), Patience);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(names(maps), QStringList{QStringLiteral("omega")}, Patience);
    QTest::keyClick(line, Qt::Key_Return); // no longer chosen, and known
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(m_window->view()->namespaces(), QStringList());
    QTRY_COMPARE_WITH_TIMEOUT(names(maps), QStringList{QStringLiteral("omega")}, Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("namespace"), QStringLiteral("team-h"), QStringLiteral("--wait=false")});
}

void ClusterStories::aBindingIsSeenInTheRiskOfItsAccount()
{
    m_first.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: ambitious, namespace: default}}");
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    m_window->showCluster(one, {QStringLiteral("serviceaccounts"), {}, {}, {}});
    table::TablePage *accounts = tableOf(one, QStringLiteral("serviceaccounts"));
    QVERIFY(accounts);
    const auto text = [&](const char *column) {
        const tables::TableModel &model = accounts->model();
        const int row = model.placeOf(model.source().store().find("default/ambitious"));
        return row < 0 ? std::string() : model.text(row, static_cast<int>(model.source().columnNamed(column).value()));
    };
    QTRY_COMPARE_WITH_TIMEOUT(text("Risk"), std::string("none"), Patience);
    QCOMPARE(text("Bindings"), std::string("0"));
    m_first.kubectl({QStringLiteral("create"), QStringLiteral("clusterrolebinding"), QStringLiteral("too-much"), QStringLiteral("--clusterrole=cluster-admin"),
                     QStringLiteral("--serviceaccount=default:ambitious")});
    QTRY_COMPARE_WITH_TIMEOUT(text("Risk"), std::string("critical"), Patience);
    QCOMPARE(text("Bindings"), std::string("1"));
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("clusterrolebinding/too-much"), QStringLiteral("serviceaccount/ambitious")});
    QTRY_VERIFY_WITH_TIMEOUT(text("Risk").empty(), Patience);
}

void ClusterStories::aKindThatIsAddedToTheClusterAppears()
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

void ClusterStories::aDoubleClickOpensTheObjectAndItsYaml()
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

namespace {

/// What would tell the secret: its own words, and as the server sends them.
const QByteArrayList &canaries()
{
    static const QByteArrayList all{"canary-password", QByteArray("canary-password").toBase64(), "canary-of-more", QByteArray("canary-of-more").toBase64()};
    return all;
}

/// Of the account robot; what would prove it ends with a canary, so that the whole one ends with that of base64 as well.
QByteArray accountToken()
{
    return "e30." + QByteArray(R"({"sub":"system:serviceaccount:default:robot"   })").toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".canary-of-more";
}

QString canaryIn(const QByteArray &text)
{
    for (const QByteArray &each : canaries()) {
        if (text.contains(each))
            return QString::fromLatin1(each);
    }
    return {};
}

/// Whatever a person, a screen reader or a tool tip tells of the window.
QByteArray told(const QWidget &window)
{
    QStringList all{window.windowTitle()};
    for (QWidget *each : window.findChildren<QWidget *>()) {
        all << each->toolTip() << each->statusTip() << each->whatsThis() << each->accessibleName() << each->accessibleDescription();
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(each);
        if (!spoken)
            continue;
        for (const auto what : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            all << spoken->text(what);
        if (const QAccessibleTextInterface *text = spoken->textInterface())
            all << text->text(0, text->characterCount());
    }
    return all.join(u'\n').toUtf8();
}

QByteArray logged;

void log(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged += message.toUtf8() + '\n';
}

/// The names of the files that tell it.
QStringList filesThatTell(const QString &folder)
{
    QStringList names;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        if (!canaryIn(contentOf(files.next())).isEmpty())
            names << files.filePath();
    }
    return names;
}

} // namespace

/// Values of a Secret and the tokens of kubeconfigs: not in what is shown, spoken, traced, logged, remembered or copied beside the one copy.
void ClusterStories::aSecretIsSeenOnlyByWhoAsksForIt()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    QByteArray copied;
    const auto watching = connect(clipboard, &QClipboard::dataChanged, this, [&] {
        if (clipboard->mimeData() && clipboard->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")) != "secret")
            copied += clipboard->text().toUtf8() + '\n';
    });
    const auto before = qInstallMessageHandler(log);
    // The controllers delete the token of an account that does not exist.
    m_first.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot, namespace: default}}\n---\n"
                  "{apiVersion: v1, kind: Secret, metadata: {name: canary, namespace: default}, stringData: {password: canary-password, more: canary-of-more}}\n---\n"
                  "{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, "
                  "metadata: {name: canary-token, namespace: default, annotations: {kubernetes.io/service-account.name: robot}}, stringData: {token: " + accountToken() + "}}");
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    const auto open = [&](const char *address) {
        m_window->showCluster(one, *base::Address::parse(QString::fromLatin1(address)));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), Patience);
        QCOMPARE(canaryIn(told(*m_window)), QString());
    };
    for (const char *address : {"secrets", "secrets/default/canary", "secrets/default/canary#yaml", "secrets/default/canary#events", "secrets/default/canary#compare",
                                "secrets/default/canary-token#compare:secrets/default/canary", "events", "overview", "connection"})
        open(address);
    for (const base::Command &command : m_window->page()->commands()) {
        if (command.name == QStringLiteral("copy-requests"))
            command.run();
    }
    QTRY_VERIFY(copied.contains("/api/v1/namespaces/default/secrets"));
    open("secrets/default/canary-token#details");
    QVERIFY2(told(*m_window).contains("robot"), "what the token says is told");
    open("secrets/default/canary#details");
    QAbstractButton *show = buttonNamed(QStringLiteral("Show the value of password"));
    QVERIFY(show);
    show->click();
    QVERIFY(told(*m_window).contains("canary-password"));
    QVERIFY(!told(*m_window).contains("canary-of-more"));
    buttonNamed(QStringLiteral("Copy the value of password"))->click();
    QCOMPARE(clipboard->text(), QStringLiteral("canary-password"));
    buttonNamed(QStringLiteral("Hide the value of password"))->click();
    QCOMPARE(canaryIn(told(*m_window)), QString());
    clipboard->setText(QStringLiteral("something else"));
    cleanup();
    qInstallMessageHandler(before);
    disconnect(watching);
    QCOMPARE(canaryIn(copied), QString());
    QCOMPARE(canaryIn(logged), QString());
    QVERIFY(QFile::exists(variable("WHEELHOUSE_TRACE")) && QFileInfo(variable("WHEELHOUSE_TRACE")).size() > 0);
    QCOMPARE(filesThatTell(variable("HOME")) + filesThatTell(m_folder.path()), QStringList());
    for (const QByteArray &token : {nobodysToken(), QByteArray("admin-token")}) {
        for (const QByteArray &text : {copied, logged, contentOf(variable("WHEELHOUSE_TRACE"))})
            QVERIFY(!text.contains(token));
    }
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("secret"), QStringLiteral("canary"), QStringLiteral("canary-token")});
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount"), QStringLiteral("robot")});
}

/// Their controllers do not run here, so the story makes what they would make.
void ClusterStories::whatHappensToAPodIsToldByItsDeployment()
{
    const auto uidOf = [this](const QString &what) {
        return m_first.kubectl({QStringLiteral("get"), what, QStringLiteral("-o"), QStringLiteral("jsonpath={.metadata.uid}")}).trimmed();
    };
    const QByteArray workload = "selector: {matchLabels: {app: shop}}, template: {metadata: {labels: {app: shop}}, spec: {containers: [{name: main, image: x}]}}";
    const auto owned = [](const QByteArray &kind, const QByteArray &name, const QByteArray &uid) {
        return "labels: {app: shop}, ownerReferences: [{apiVersion: apps/v1, kind: " + kind + ", name: " + name + ", uid: " + uid + ", controller: true}]";
    };
    const auto event = [](const QByteArray &name, const QByteArray &kind, const QByteArray &about, const QByteArray &uid, const QByteArray &count) {
        return "{apiVersion: v1, kind: Event, metadata: {name: " + name + ", namespace: default}, type: Warning, reason: BackOff, message: Back-off restarting " + about + ", count: " + count
            + ", lastTimestamp: \"2026-01-01T00:00:00Z\", involvedObject: {apiVersion: v1, kind: " + kind + ", namespace: default, name: " + about + ", uid: " + uid + "}}\n---\n";
    };
    m_first.apply("{apiVersion: apps/v1, kind: Deployment, metadata: {name: shop, namespace: default}, spec: {" + workload + "}}");
    m_first.apply("{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: shop-1, namespace: default, " + owned("Deployment", "shop", uidOf(QStringLiteral("deployment/shop"))) + "}, spec: {" + workload + "}}");
    const QByteArray set = uidOf(QStringLiteral("replicaset/shop-1"));
    for (const QByteArray name : {"shop-1-a", "shop-1-b"})
        m_first.apply("{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: default, " + owned("ReplicaSet", "shop-1", set) + "}, spec: {containers: [{name: main, image: x}]}}");
    const QByteArray first = uidOf(QStringLiteral("pod/shop-1-a")), second = uidOf(QStringLiteral("pod/shop-1-b"));
    m_first.apply(event("a", "Pod", "shop-1-a", first, "4") + event("b", "Pod", "shop-1-b", second, "3") + event("c", "Pod", "alpha", uidOf(QStringLiteral("pod/alpha")), "9"));
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    m_window->showCluster(one, *base::Address::parse(QStringLiteral("deployments.apps/default/shop#events")));
    const auto cell = [this](int column) {
        for (const auto *table : m_window->findChildren<QTableView *>()) {
            if (table->isVisible() && table->model()->rowCount() == 1)
                return table->model()->index(0, column).data().toString();
        }
        return QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(cell(2), QStringLiteral("Pod × 2"), Patience);
    QCOMPARE(cell(4), QStringLiteral("7"));
    m_first.apply(event("b", "Pod", "shop-1-b", second, "5"));
    QTRY_COMPARE_WITH_TIMEOUT(cell(4), QStringLiteral("9"), Patience);
    m_window->showCluster(one, *base::Address::parse(QStringLiteral("events")));
    table::TablePage *events = tableOf(one, QStringLiteral("events"));
    QVERIFY(events);
    QVERIFY(events->model().setFilter("kind:pod object:shop")); // a slow server tells events of its own
    QTRY_VERIFY_WITH_TIMEOUT(events->model().rowCount() > 0 && events->model().isGroup(0), Patience);
    QCOMPARE(events->model().group(0).times, std::int64_t(9));
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("--force"), QStringLiteral("deployment/shop"), QStringLiteral("replicaset/shop-1"), QStringLiteral("pod/shop-1-a"),
                     QStringLiteral("pod/shop-1-b"), QStringLiteral("event/a"), QStringLiteral("event/b"), QStringLiteral("event/c")});
}

} // namespace stories
