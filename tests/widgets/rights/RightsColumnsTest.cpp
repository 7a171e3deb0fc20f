#include "models/cluster/ConnectedCluster.h"
#include "models/kube/Api.h"
#include "tests/fault/window/OpenDemo.h"
#include "widgets/rights/RightsFeature.h"
#include "widgets/table/CellLook.h"

#include <QAccessible>

using fault::Window;

namespace {

constexpr const char *clusterBindings = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings";

} // namespace

/// What the tables of the sample cluster tell about access, in the whole window.
class RightsColumnsTest final : public QObject, fault::OpenDemo
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startDemo<rights::RightsFeature>(); }
    void cleanup() { closeDemo(); }

    void accountsTellPodsBindingsAndRisk()
    {
        QVERIFY(open(QStringLiteral("serviceaccounts")));
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/checkout", "Risk"), QStringLiteral("critical"), fault::patience);
        QCOMPARE(text("team-b/checkout", "Bindings"), QStringLiteral("1"));
        QCOMPARE(text("team-b/default", "Pods"), QStringLiteral("7"));
        QCOMPARE(text("team-a/introspector", "Risk"), QStringLiteral("none"));
        QVERIFY(tip("team-b/checkout", "Risk").contains(QStringLiteral("\ncritical: ")));
        QVERIFY(tip("team-b/checkout", "Bindings").contains(QStringLiteral("Binding/")));
        table::CellLook look;
        table::readCell(m_page->model(), rowOf("team-b/checkout"), column("Risk"), m_page->model().now(), look);
        QCOMPARE(QString::fromStdString(look.text), QStringLiteral("✕ critical"));
        QVERIFY(look.color == base::Meaning::Error);
    }

    void theyAreSortedFilteredAndGroupedAsEveryColumn()
    {
        QVERIFY(open(QStringLiteral("serviceaccounts")));
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/checkout", "Risk"), QStringLiteral("critical"), fault::patience);
        tables::TableModel &model = m_page->model();
        m_page->grid().header().sortByColumn(column("Risk"), false);
        QCOMPARE(model.text(0, column("Risk")), std::string("critical"));
        QCOMPARE(model.text(model.rowCount() - 1, column("Risk")), std::string("none"));
        m_page->grid().header().sortByColumn(column("Pods"), false);
        QCOMPARE(model.text(model.rowCount() - 1, column("Pods")), std::string("7"));
        QVERIFY(model.setFilter("risk:critical"));
        QVERIFY(model.rowCount() > 1);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.text(row, column("Risk")), std::string("critical"));
        QVERIFY(model.setFilter(""));
        m_page->grid().header().groupBy(std::size_t(column("Risk")));
        QVERIFY(model.isGroup(0));
        QCOMPARE(model.group(0).label, std::string("critical"));
    }

    void aBindingThatGoesTakesItsRiskAlong()
    {
        QVERIFY(open(QStringLiteral("serviceaccounts")));
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/checkout", "Risk"), QStringLiteral("critical"), fault::patience);
        const QStringList words = tip("team-b/checkout", "Bindings").split(u'\n').filter(QStringLiteral("Binding/")).value(0).trimmed().split(u'/');
        QVERIFY(words.size() >= 2);
        const base::Job job = remove(words.size() == 2 ? std::string(clusterBindings) + '/' + words[1].toStdString()
                                                       : "/apis/rbac.authorization.k8s.io/v1/namespaces/" + words[1].toStdString() + "/rolebindings/" + words[2].toStdString());
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/checkout", "Bindings"), QStringLiteral("0"), fault::patience);
        QCOMPARE(text("team-b/checkout", "Risk"), QStringLiteral("none"));
    }

    void rolesTellWhomTheyAreBoundToAndWhetherAnybodyUsesThem()
    {
        QVERIFY(open(QStringLiteral("clusterroles.rbac.authorization.k8s.io")));
        QTRY_COMPARE_WITH_TIMEOUT(text("system:aggregate-to-view", "Use"), QStringLiteral("aggregated"), fault::patience);
        QVERIFY(tip("system:aggregate-to-view", "Use").contains(QStringLiteral("ClusterRole/view")));
        QCOMPARE(text("cluster-admin", "Use"), QStringLiteral("bound"));
        QVERIFY(text("cluster-admin", "Bound To").toInt() > 1);
        QVERIFY(tip("cluster-admin", "Bound To").contains(QStringLiteral("Group/system:masters")));
        QCOMPARE(text("system:heapster", "Use"), QStringLiteral("built in"));
        QCOMPARE(text("system:heapster", "Bound To"), QStringLiteral("0"));
        QVERIFY(!isListed("serviceaccounts"));
    }

    void aRoleThatLosesItsLastBindingIsUnused()
    {
        QVERIFY(open(QStringLiteral("roles.rbac.authorization.k8s.io")));
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/debugger", "Use"), QStringLiteral("bound"), fault::patience);
        QVERIFY2(tip("team-b/debugger", "Use").contains(QStringLiteral("RoleBinding/team-b/debuggers")), qPrintable(tip("team-b/debugger", "Use")));
        const base::Job job = remove("/apis/rbac.authorization.k8s.io/v1/namespaces/team-b/rolebindings/debuggers");
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/debugger", "Use"), QStringLiteral("unused"), fault::patience);
        QCOMPARE(text("team-b/debugger", "Bound To"), QStringLiteral("0"));
        QVERIFY(tip("team-b/debugger", "Use").endsWith(QStringLiteral("No binding names it.")));
        QVERIFY(m_page->model().setFilter("use:unused"));
        QCOMPARE(m_page->model().key(0), std::string("team-b/debugger"));
    }

    void aPlainTableOfPodsAsksForNothingMore()
    {
        QVERIFY(open(QStringLiteral("pods")));
        QVERIFY(m_page->grid().header().isSectionHidden(column("Risk")));
        QVERIFY(!isListed("rolebindings") && !isListed("serviceaccounts"));
        m_page->grid().header().setColumnShown(column("Token"), true);
        QTRY_VERIFY_WITH_TIMEOUT(isListed("serviceaccounts"), fault::patience);
        QVERIFY(!isListed("rolebindings"));
        m_page->grid().header().setColumnShown(column("Risk"), true);
        QTRY_VERIFY_WITH_TIMEOUT(isListed("rolebindings"), fault::patience);
        m_page->grid().header().sortByColumn(column("Risk"), false);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->model().text(0, column("Risk")), std::string("critical"), fault::patience);
        QCOMPARE(m_page->model().text(0, column("Token")), std::string("mounted"));
    }

    void whatMayNotBeListedIsAQuestionMarkWithTheReason()
    {
        m_demo->server.misbehave({demo::refused(std::string(clusterBindings) + "*", 403)});
        QVERIFY(open(QStringLiteral("serviceaccounts")));
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/default", "Bindings"), QStringLiteral("?"), fault::patience);
        QCOMPARE(text("team-b/default", "Pods"), QStringLiteral("7"));
        QVERIFY(tip("team-b/default", "Risk").contains(QStringLiteral("clusterrolebindings may not be listed")));
        m_demo->server.misbehave({});
        m_page->cluster().retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/default", "Bindings"), QStringLiteral("0"), fault::patience);
    }

    void aScreenReaderHearsTheReason()
    {
        QVERIFY(open(QStringLiteral("serviceaccounts")));
        QTRY_COMPARE_WITH_TIMEOUT(text("team-b/checkout", "Risk"), QStringLiteral("critical"), fault::patience);
        QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(&m_page->grid());
        const int place = int(m_page->grid().header().shownColumns().indexOf(column("Risk")));
        QAccessibleInterface *cell = grid->tableInterface()->cellAt(rowOf("team-b/checkout"), place);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("critical"));
        QVERIFY(cell->text(QAccessible::Description).startsWith(QStringLiteral("critical: ")));
    }

private:
    bool open(const QString &kind)
    {
        connectDemo();
        m_window->window().open({kind, {}, {}, {}});
        m_page = m_window->table(kind);
        return m_page && QTest::qWaitFor([this] { return Window::isLive(m_page); }, fault::patience);
    }
    base::Job remove(const std::string &path)
    {
        kube::ApiRequest request;
        request.method = http::Method::Delete;
        request.path = path;
        return m_page->cluster().api().fetch(request, [](base::Result<kube::ApiAnswer>) { });
    }
    int column(const char *name) { return int(m_page->model().source().columnNamed(name).value()); }
    int rowOf(const char *key) { return m_page->model().placeOf(m_page->model().source().store().find(key)); }
    QString text(const char *key, const char *name) { return QString::fromStdString(m_page->model().text(rowOf(key), column(name))); }
    QString tip(const char *key, const char *name) { return table::tipOf(m_page->model(), rowOf(key), column(name)); }
    /// Whether somebody looks at such a list.
    bool isListed(const std::string &resource)
    {
        const auto lists = m_page->cluster().openLists();
        return std::ranges::any_of(lists, [&](const auto &list) { return list.isLookedAt && list.type.resource == resource; });
    }

    table::TablePage *m_page = nullptr;
};

QTEST_MAIN(RightsColumnsTest)
#include "RightsColumnsTest.moc"
