#include "tests/e2e/stories/AccessStories.h"

#include "models/rights/Claims.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessExport.h"
#include "widgets/rbac/AccessPane.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/AskBar.h"
#include "widgets/rbac/HoldersView.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TablePage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

namespace stories {

namespace {

/// A Role by a RoleBinding, and a ClusterRole, put together by the server, by a ClusterRoleBinding.
constexpr const char *teller =
    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: teller, namespace: default}}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: teller, namespace: default}, rules: [{verbs: [get, list], apiGroups: [''], resources: [pods, pods/log]}, "
    "{verbs: [get], apiGroups: [''], resources: [secrets], resourceNames: [tls]}, {verbs: ['*'], apiGroups: [apps], resources: [deployments]}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: teller-part, labels: {story.example.com/teller: 'true'}}, "
    "rules: [{verbs: [list, watch], apiGroups: [''], resources: [nodes]}, {verbs: [get], nonResourceURLs: [/metrics]}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: teller-whole}, "
    "aggregationRule: {clusterRoleSelectors: [{matchLabels: {story.example.com/teller: 'true'}}]}, rules: []}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: teller, namespace: default}, "
    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: teller}, subjects: [{kind: ServiceAccount, name: teller, namespace: default}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: teller}, "
    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: teller-whole}, subjects: [{kind: ServiceAccount, name: teller, namespace: default}]}";

/// What a course has: an account of a namespace, its pod, and a role whose rules the server gathers.
constexpr const char *notebook =
    "{apiVersion: v1, kind: Namespace, metadata: {name: kubeflow}}\n---\n"
    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default-editor, namespace: kubeflow}}\n---\n"
    "{apiVersion: v1, kind: Pod, metadata: {name: notebook-0, namespace: kubeflow, labels: {notebook-name: notebook}}, "
    "spec: {serviceAccountName: default-editor, containers: [{name: main, image: busybox}]}}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: kubeflow-notebooks-edit, labels: {rbac.authorization.kubeflow.org/aggregate-to-kubeflow-edit: 'true'}}, "
    "rules: [{verbs: [get, list, watch, create, delete], apiGroups: [kubeflow.org], resources: [notebooks]}]}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: kubeflow-edit}, "
    "aggregationRule: {clusterRoleSelectors: [{matchLabels: {rbac.authorization.kubeflow.org/aggregate-to-kubeflow-edit: 'true'}}]}, rules: []}\n---\n"
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: default-editor, namespace: kubeflow}, "
    "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: kubeflow-edit}, subjects: [{kind: ServiceAccount, name: default-editor, namespace: kubeflow}]}";

/// Reads each form with another program's reader, and says which had what they must have.
constexpr const char *reader = R"(
import csv, json, struct, sys, xml.etree.ElementTree as tree
folder = sys.argv[1]
read = lambda suffix: open(f"{folder}/access.{suffix}", "rb").read()
svg = tree.fromstring(read("svg"))
assert svg.tag.endswith("svg") and any("teller" in "".join(each.itertext()) for each in svg.iter() if each.tag.endswith("text"))
png = read("png")
assert png[1:4] == b"PNG" and min(struct.unpack(">II", png[16:24])) > 100
dot = read("dot").decode()
assert dot.startswith("digraph") and dot.count("{") == dot.count("}") and "teller-whole" in dot
graph = json.loads(read("json"))
assert {node["kind"] for node in graph["nodes"]} >= {"ServiceAccount", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"} and graph["answer"]["verdict"] == "no-opinion"
rows = list(csv.DictReader(read("csv").decode().splitlines()))
assert any(row["verb"] == "list" and row["resource"] == "pods" and row["role"] == "Role/default/teller" and row["proof"] == "computed" and int(row["roleVersion"]) > 0 for row in rows)
assert int(graph["resourceVersions"]["Role/default/teller"]) > 0 and graph["answer"]["nearMisses"]
assert "# Access of ServiceAccount default/teller" in read("md").decode()
print("svg png dot json csv md")
)";

const QString sameWords = QStringLiteral("✓ The server says the same");

bool isDrawn(const rbac::AccessPane &pane, const char *reference)
{
    return pane.picture() && !pane.picture()->boxesOf({reference}).empty();
}

/// The cells of the table of rights that are shown as granted, for all names or for some.
std::vector<graph::Spot> grantedCells(rbac::AccessPane &pane)
{
    std::vector<graph::Spot> cells;
    const int box = pane.graph().scene()->find(rbac::matrixId);
    if (box < 0)
        return cells;
    const graph::Matrix &table = *pane.graph().scene()->node(box).box.matrix;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column)
            if (table.rows[row].cells[column] != graph::Matrix::Cell::No)
                cells.push_back({box, static_cast<int>(row), static_cast<int>(column)});
    return cells;
}

bool grants(rbac::AccessPane &pane, const std::string &row)
{
    const int box = pane.graph().scene()->find(rbac::matrixId);
    return box >= 0 && std::ranges::find(pane.graph().scene()->node(box).box.matrix->rows, row, &graph::Matrix::Row::name) != pane.graph().scene()->node(box).box.matrix->rows.end();
}

/// What is said of the cells that the server does not confirm.
QStringList unconfirmed(rbac::AccessPane &pane)
{
    QStringList said;
    for (const graph::Spot &cell : grantedCells(pane)) {
        pane.graph().setCurrent(cell);
        if (!pane.sentence().endsWith(sameWords + u'.'))
            said << pane.sentence();
    }
    return said;
}

bool says(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
}

} // namespace

rbac::AccessPane *AccessStories::accessOfTeller(cluster::ConnectedCluster *cluster)
{
    m_window->showCluster(cluster, *base::Address::parse(QStringLiteral("serviceaccounts/default/teller#access")));
    rbac::AccessPane *pane = nullptr;
    const bool isThere = QTest::qWaitFor([&] {
        for (auto *each : m_window->findChildren<rbac::AccessPane *>())
            pane = each->isVisible() ? each : pane;
        return pane && grants(*pane, "nodes") && grants(*pane, "pods");
    }, Patience);
    return isThere ? pane : nullptr;
}

bool AccessStories::mayTeller(const QStringList &words) const
{
    const QStringList question{QStringLiteral("--kubeconfig"), m_first.kubeconfig(QStringLiteral("admin")), QStringLiteral("-n"), QStringLiteral("default"), QStringLiteral("auth"),
                               QStringLiteral("can-i"), QStringLiteral("--quiet"), QStringLiteral("--as=system:serviceaccount:default:teller")};
    return QProcess::execute(variable("KUBECTL"), question + words) == 0;
}

void AccessStories::verify()
{
    QAbstractButton *button = buttonNamed(QStringLiteral("Ask the server whether it says the same"));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
}

/// What the graph, its table and the answers say is worked out here; the server is asked about each of it.
void AccessStories::whatAnAccountMayDoIsDrawnAndConfirmedByTheServer()
{
    const QStringList listPods{QStringLiteral("list"), QStringLiteral("pods")}, listNodes{QStringLiteral("list"), QStringLiteral("nodes")};
    m_first.apply(teller);
    QTRY_VERIFY_WITH_TIMEOUT(mayTeller(listPods) && mayTeller(listNodes), Patience);
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    rbac::AccessPane *pane = accessOfTeller(one);
    QVERIFY(pane);
    for (const char *object : {"ServiceAccount/default/teller", "RoleBinding/default/teller", "Role/default/teller", "ClusterRoleBinding/teller", "ClusterRole/teller-whole", "ClusterRole/teller-part"})
        QVERIFY2(isDrawn(*pane, object), object);
    const std::size_t own = grantedCells(*pane).size();
    buttonNamed(QStringLiteral("One card for what Kubernetes or the platform brings"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(grantedCells(*pane).size() > own && pane->picture()->shown.foldedRows == 0, Patience); // what everybody may is there as well

    pane->askBar().ask(QStringLiteral("can list secrets"));
    QTRY_VERIFY_WITH_TIMEOUT(pane->answerView().verdict().endsWith(QStringLiteral("No. Nothing allows it.")), Patience);
    verify();
    const std::size_t claims = rights::claimsOf(*pane->picture()).size();
    QTRY_VERIFY_WITH_TIMEOUT(says(*pane, QStringLiteral("✓ %1 of %1 permissions confirmed by the server").arg(claims)), Patience);
    QCOMPARE(unconfirmed(*pane), QStringList());
    QVERIFY(says(pane->answerView(), sameWords));

    pane->askBar().ask(QStringLiteral("can list pods"));
    QTRY_VERIFY_WITH_TIMEOUT(pane->answerView().verdict().endsWith(QStringLiteral("Yes.")), Patience);
    QVERIFY(says(pane->answerView(), sameWords));       // it was asked as a cell of the table
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("rolebinding/teller")});
    QTRY_VERIFY_WITH_TIMEOUT(!isDrawn(*pane, "RoleBinding/default/teller"), Patience);
    QVERIFY(isDrawn(*pane, "ClusterRoleBinding/teller") && !grants(*pane, "secrets") && grants(*pane, "nodes"));
    QTRY_VERIFY_WITH_TIMEOUT(pane->answerView().verdict().endsWith(QStringLiteral("No. Nothing allows it.")), Patience);
    QVERIFY(!says(pane->answerView(), sameWords));      // what was said before is over
    QTRY_VERIFY_WITH_TIMEOUT(!mayTeller(listPods), Patience);
    verify();
    QTRY_VERIFY_WITH_TIMEOUT(says(pane->answerView(), sameWords), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(unconfirmed(*pane), QStringList(), Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount/teller"), QStringLiteral("role/teller"), QStringLiteral("clusterrolebinding/teller"),
                     QStringLiteral("clusterrole/teller-whole"), QStringLiteral("clusterrole/teller-part")});
}

rbac::AccessPane *AccessStories::shownPane() const
{
    rbac::AccessPane *pane = nullptr;
    (void)QTest::qWaitFor([&] {
        for (auto *each : m_window->findChildren<rbac::AccessPane *>())
            pane = each->isVisible() && each->picture() ? each : pane;
        return pane != nullptr;
    }, Patience);
    return pane;
}

/// As in a course: a notebook's pod, its account, and a role that the server puts together of parts.
void AccessStories::theWayOfAPodIsDrawnWithOneDoubleClick()
{
    m_first.apply(notebook);
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    m_window->showCluster(one, {QStringLiteral("serviceaccounts"), {}, {}, {}});
    table::TablePage *accounts = tableOf(one, QStringLiteral("serviceaccounts"));
    QVERIFY(accounts);
    const auto rowOf = [&] {
        for (int row = 0; row < accounts->model().rowCount(); ++row)
            if (accounts->model().key(row) == "kubeflow/default-editor")
                return row;
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOf() >= 0, Patience);
    accounts->grid().scrollTo(rowOf());
    QTest::mouseDClick(accounts->grid().viewport(), Qt::LeftButton, {}, accounts->grid().cellRect(rowOf(), 0).center());
    rbac::AccessPane *pane = shownPane();
    QVERIFY(pane);
    const std::vector<std::string> way{"Pod/kubeflow/notebook-0", "ServiceAccount/kubeflow/default-editor", "RoleBinding/kubeflow/default-editor", "ClusterRole/kubeflow-edit"};
    const auto leads = [&](const std::string &from, const std::string &to) {
        return std::ranges::any_of(pane->picture()->whole.edges, [&](const rbac::GraphEdge &edge) { return edge.from == from && edge.to == to; });
    };
    for (std::size_t i = 1; i < way.size(); ++i)
        QTRY_VERIFY2_WITH_TIMEOUT(leads(way[i - 1], way[i]), way[i].c_str(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(leads("ClusterRole/kubeflow-edit", "ClusterRole/kubeflow-notebooks-edit"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(grants(*pane, "notebooks.kubeflow.org"), Patience);
    verify();
    const std::size_t claims = rights::claimsOf(*pane->picture()).size();
    QTRY_VERIFY_WITH_TIMEOUT(says(*pane, QStringLiteral("✓ %1 of %1 permissions confirmed by the server").arg(claims)), Patience);
    // The pod's own page has the same walk.
    m_window->showCluster(one, *base::Address::parse(QStringLiteral("pods/kubeflow/notebook-0#access")));
    rbac::AccessPane *ofAccount = pane;
    QTRY_VERIFY_WITH_TIMEOUT(!ofAccount->isVisible() && (pane = shownPane()) && pane != ofAccount, Patience);
    for (std::size_t i = 1; i < way.size(); ++i)
        QTRY_VERIFY2_WITH_TIMEOUT(leads(way[i - 1], way[i]), way[i].c_str(), Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("clusterrole/kubeflow-edit"), QStringLiteral("clusterrole/kubeflow-notebooks-edit"), QStringLiteral("namespace/kubeflow"),
                     QStringLiteral("--wait=false")});
}

/// Each of those who may is asked about by itself: accounts, users, and groups as somebody who is in them.
void AccessStories::whoMayIsListedAndConfirmedByTheServer()
{
    m_first.apply(teller);
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    rbac::AccessPane *pane = accessOfTeller(one);
    QVERIFY(pane);
    pane->askBar().ask(QStringLiteral("who can list nodes"));
    const rbac::HoldersModel &list = pane->answerView().holders().model();
    const auto rowOf = [&](const char *reference) {
        const auto found = std::ranges::find_if(list.entries(), [&](const rbac::HolderEntry &entry) { return entry.subject.text() == reference; });
        return found == list.entries().end() ? -1 : static_cast<int>(found - list.entries().begin());
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOf("ServiceAccount/default/teller") >= 0 && rowOf("Group/system:masters") >= 0, Patience);
    buttonNamed(QStringLiteral("Ask the server about each of them"))->click();
    const auto unproven = [&] {
        QStringList said;
        for (int row = 0; row < list.rowCount(); ++row)
            if (const QString proof = list.index(row, rbac::HoldersModel::Proof).data().toString(); proof != QStringLiteral("✓ confirmed"))
                said << QString::fromStdString(list.entry(row).subject.text()) + u' ' + proof;
        return said;
    };
    QTRY_COMPARE_WITH_TIMEOUT(unproven(), QStringList(), Patience);
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount/teller"), QStringLiteral("role/teller"), QStringLiteral("rolebinding/teller"), QStringLiteral("clusterrolebinding/teller"),
                     QStringLiteral("clusterrole/teller-whole"), QStringLiteral("clusterrole/teller-part")});
}

/// Neither bindings nor reviews: nothing is claimed, and the reason is the server's.
void AccessStories::whoMayNotReadBindingsIsToldWhatIsNotKnown()
{
    cluster::ConnectedCluster *nobody = connectTo(QStringLiteral("nobody"));
    m_window->showCluster(nobody, *base::Address::parse(QStringLiteral("ask#of:ServiceAccount/default/nobody")));
    rbac::AccessPane *pane = shownPane();
    QVERIFY(pane);
    const auto unread = [&] { return pane->picture()->basis->inputs.unreadable.size(); };
    QTRY_VERIFY_WITH_TIMEOUT(unread() >= 4, Patience);
    QVERIFY(showsNotice(pane, QStringLiteral("Not everything may be read")));
    pane->askBar().ask(QStringLiteral("can list secrets in kube-system"));
    QTRY_VERIFY_WITH_TIMEOUT(pane->answerView().verdict().contains(QStringLiteral("Not known.")), Patience);
    pane->askBar().ask(QStringLiteral("can list secrets in kube-system as jane"));
    QTRY_VERIFY_WITH_TIMEOUT(pane->answerView().explanation().contains(QStringLiteral("User jane")), Patience);
    verify();
    const auto tellsWhy = [&] {
        const auto labels = pane->answerView().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("The server does not say: ")) && label->text().contains(QStringLiteral("forbidden")); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(tellsWhy(), Patience);
}

void AccessStories::whatIsWrittenDownIsReadByOtherPrograms()
{
    m_first.apply(teller);
    cluster::ConnectedCluster *one = connectTo(QStringLiteral("one"));
    QVERIFY(tableOf(one));
    rbac::AccessPane *pane = accessOfTeller(one);
    QVERIFY(pane);
    pane->askBar().ask(QStringLiteral("can delete pods"));
    QTRY_VERIFY_WITH_TIMEOUT(pane->answerView().isVisible(), Patience);
    auto *files = pane->findChild<rbac::AccessExport *>();
    QVERIFY(files);
    QSignalSpy written(files, &rbac::AccessExport::noticed);
    QTemporaryDir folder;
    for (const rbac::ExportForm &form : rbac::exportForms()) {
        const qsizetype before = written.size();
        files->writeTo(folder.filePath(QStringLiteral("access.") + QLatin1String(form.suffix)), form);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), before + 1, Patience);
    }
    const QByteArray said = RealCluster::run(variable("PYTHON"), {QStringLiteral("-c"), QString::fromUtf8(reader), folder.path()});
    QCOMPARE(said.trimmed(), QByteArray("svg png dot json csv md"));
    m_first.kubectl({QStringLiteral("delete"), QStringLiteral("serviceaccount/teller"), QStringLiteral("role/teller"), QStringLiteral("rolebinding/teller"), QStringLiteral("clusterrolebinding/teller"),
                     QStringLiteral("clusterrole/teller-whole"), QStringLiteral("clusterrole/teller-part")});
}

} // namespace stories
