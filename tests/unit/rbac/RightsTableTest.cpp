#include "models/rbac/RightsTable.h"

#include "tests/unit/rbac/AccessSamples.h"

#include <QTest>

using namespace rbac;
using Cell = graph::Matrix::Cell;
using Cells = std::vector<Cell>;

namespace {

Right right(std::string verb, std::string group, std::string resource, std::string subresource = {}, std::string place = {})
{
    Right out;
    out.verb = std::move(verb);
    out.apiGroup = std::move(group);
    out.resource = std::move(resource);
    out.subresource = std::move(subresource);
    out.namespaceName = std::move(place);
    return out;
}

Right rightOnUrl(std::string verb, std::string url)
{
    Right out;
    out.verb = std::move(verb);
    out.url = std::move(url);
    return out;
}

RightsTable table(const std::vector<Right> &rights) { return {rights, {}, Cell::No}; }

QStringList namesOf(const RightsTable &table)
{
    QStringList out;
    for (const auto &row : table.rows())
        out << QString::fromStdString(row.name);
    return out;
}

Cells cellsOf(const RightsTable &table, std::string_view name)
{
    const auto rows = table.rows();
    const auto row = std::ranges::find(rows, name, &graph::Matrix::Row::name);
    return row == rows.end() ? Cells() : row->cells;
}

} // namespace

/// Rights as rows of resources and columns of verbs.
class RightsTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRightReachesWhatTheServerWouldMatch_data()
    {
        QTest::addColumn<Right>("wide");
        QTest::addColumn<Right>("narrow");
        QTest::addColumn<bool>("doesReach");
        QTest::newRow("itself") << right("get", "", "pods") << right("get", "", "pods") << true;
        QTest::newRow("another") << right("get", "", "pods") << right("get", "", "secrets") << false;
        QTest::newRow("not its subresource") << right("get", "", "pods") << right("get", "", "pods", "log") << false;
        QTest::newRow("another group") << right("get", "", "deployments") << right("get", "apps", "deployments") << false;
        QTest::newRow("all groups") << right("get", "*", "deployments") << right("get", "apps", "deployments") << true;
        QTest::newRow("all resources") << right("get", "apps", "*") << right("get", "apps", "deployments") << true;
        QTest::newRow("all resources with subresources") << right("get", "", "*") << right("get", "", "pods", "log") << true;
        QTest::newRow("one subresource of all") << right("get", "*", "*", "scale") << right("get", "apps", "deployments", "scale") << true;
        QTest::newRow("another subresource of all") << right("get", "*", "*", "scale") << right("get", "apps", "deployments", "status") << false;
        QTest::newRow("everything reaches all of a group") << right("get", "*", "*") << right("get", "apps", "*") << true;
        QTest::newRow("all of a group is not everything") << right("get", "apps", "*") << right("get", "*", "*") << false;
        QTest::newRow("a resource is no URL") << right("get", "*", "*") << rightOnUrl("get", "/metrics") << false;
        QTest::newRow("all URLs") << rightOnUrl("get", "*") << rightOnUrl("get", "/metrics") << true;
        QTest::newRow("URLs below") << rightOnUrl("get", "/api/*") << rightOnUrl("get", "/api/v1") << true;
        QTest::newRow("not the URL above") << rightOnUrl("get", "/api/*") << rightOnUrl("get", "/api") << false;
        QTest::newRow("all URLs in both spellings") << rightOnUrl("get", "/*") << rightOnUrl("get", "*") << true;
    }
    void aRightReachesWhatTheServerWouldMatch()
    {
        QFETCH(Right, wide);
        QFETCH(Right, narrow);
        QFETCH(bool, doesReach);
        QCOMPARE(reaches(wide, narrow), doesReach);
    }

    void whatAWildcardGivesCountsInEveryRow()
    {
        const RightsTable all = table({right("*", "*", "*"), right("get", "rbac.authorization.k8s.io", "rolebindings"), right("impersonate", "", "users")});
        QCOMPARE(all.verbs().size(), std::size_t(9));
        QCOMPARE(cellsOf(all, "rolebindings.rbac.authorization.k8s.io"), Cells(9, Cell::Everywhere));
        const RightsTable some = table({right("list", "apps", "*", {}, "a"), right("get", "apps", "deployments"), right("get", "", "pods")});
        QCOMPARE(cellsOf(some, "deployments.apps"), (Cells{Cell::Everywhere, Cell::Yes}));
        QCOMPARE(cellsOf(some, "pods"), (Cells{Cell::Everywhere, Cell::No}));
        QCOMPARE(cellsOf(some, "*.apps"), (Cells{Cell::No, Cell::Yes}));
    }

    void theStrongestOfSeveralRightsIsShown()
    {
        Right named = right("get", "", "secrets");
        named.names = {"x"};
        QCOMPARE(cellsOf(table({named}), "secrets"), Cells{Cell::NamedOnly});
        QCOMPARE(cellsOf(table({right("get", "", "secrets", {}, "a"), named}), "secrets"), Cells{Cell::Yes});
        QCOMPARE(cellsOf(table({named, right("get", "", "secrets"), right("get", "", "secrets", {}, "a")}), "secrets"), Cells{Cell::Everywhere});
    }

    void whatNobodyGivesIsNotAllowedOrNotKnown()
    {
        const std::vector<Right> rights{right("get", "", "pods"), right("list", "", "secrets")};
        QCOMPARE(cellsOf(table(rights), "pods"), (Cells{Cell::Everywhere, Cell::No}));
        QCOMPARE(cellsOf(RightsTable(rights, {}, Cell::Unknown), "pods"), (Cells{Cell::Everywhere, Cell::Unknown}));
    }

    void rowsComeInTheOrderInWhichPeopleAsk()
    {
        QCOMPARE(namesOf(table({rightOnUrl("get", "/api"), rightOnUrl("get", "*"), right("get", "zoo", "apes"), right("get", "", "secrets"), right("get", "apps", "*"), right("get", "", "pods"), right("get", "", "bindings")})),
                 (QStringList{QStringLiteral("*.apps"), QStringLiteral("pods"), QStringLiteral("secrets"), QStringLiteral("apes.zoo"), QStringLiteral("bindings"), QStringLiteral("/*"), QStringLiteral("/api")}));
    }

    void aStarAsVerbCountsForTheUsualOnes()
    {
        QCOMPARE(table({right("*", "", "pods")}).verbs().size(), std::size_t(8));
        const RightsTable both = table({right("*", "", "pods"), right("bind", "", "roles")});
        QCOMPARE(both.verbs().size(), std::size_t(9));
        QCOMPARE(cellsOf(both, "pods"), Cells(9, Cell::Everywhere));
    }

    void moreRowsThanAnybodyReadsAreCounted()
    {
        std::vector<Right> many;
        for (std::size_t i = 0; i < RightsTable::MostRows + 60; ++i)
            many.push_back(right("get", "", "r" + std::to_string(i)));
        QCOMPARE(table(many).rows().size(), RightsTable::MostRows);
        QCOMPARE(table(many).cut(), std::size_t(60));
    }
};

Q_DECLARE_METATYPE(rbac::Right)

QTEST_APPLESS_MAIN(RightsTableTest)
#include "RightsTableTest.moc"
