#include "tests/unit/tables/PodTable.h"
#include "tests/unit/tables/TableReference.h"

#include <QTest>

#include <random>

using namespace tables;

namespace {

/// Chooses what happens; the same seed chooses the same.
class Chance
{
public:
    explicit Chance(unsigned seed) : m_random(seed) { }

    unsigned below(unsigned end) { return m_random() % end; }
    bool oneIn(unsigned of) { return below(of) == 0; }
    template<typename List>
    auto oneOf(const List &list) { return list[below(static_cast<unsigned>(std::size(list)))]; }

private:
    std::mt19937 m_random;
};

constexpr const char *words[] = {"Running", "Pending", "Error", "Completed", "CrashLoopBackOff"};

/// Of what a person's own column finds; the last one is not there.
constexpr const char *labels[] = {"web", "api-2", "api-10", "5", "40", "1500m", "1Ki", "2026-01-01T00:00:00Z", "2025-12-31T00:00:00Z", ""};

/// As it comes from aside: some of the changed rows, sometimes too late.
void readUserColumn(Fixture &f, const kube::Delta &delta)
{
    PackedObjects objects{"v1", "Pod", f.rows.store.packer(), {}};
    for (const auto *rows : {&delta.added, &delta.changed})
        for (const kube::RowId row : *rows)
            if (f.rows.store.contains(row))
                objects.objects.push_back({row, f.rows.store.resourceVersion(row), std::string(f.rows.store.packedObject(row))});
    f.model.takeUserValues(readUserValues(objects, {UserPath::parse(".metadata.labels.app").value()}, {}));
}

void changeRows(Fixture &f, Chance &chance)
{
    for (unsigned i = chance.below(14); i > 0; --i) {
        const std::string namespaceName = "team-" + std::to_string(chance.below(3)), name = "web-" + std::to_string(chance.below(80));
        if (chance.oneIn(4)) {
            f.rows.remove(namespaceName, name);
            continue;
        }
        PodRow row = pod(namespaceName.c_str(), name.c_str());
        row.status = chance.oneOf(words);
        row.ready = std::to_string(chance.below(2)) + "/1";
        row.restarts = chance.below(4);
        row.created -= chance.below(3) * 600;
        row.node = "worker-" + std::to_string(1 + chance.below(12));
        row.object = std::string(R"({"metadata":{"labels":{"app":")") + chance.oneOf(labels) + R"("}}})";
        f.rows.put(row);
    }
    const kube::Delta delta = f.rows.apply();
    f.model.apply(delta);
    if (!f.model.userColumns().empty() && !chance.oneIn(5))
        readUserColumn(f, delta);
}

SortBy anySort(const TableModel &model, Chance &chance)
{
    SortBy by{{}, chance.oneIn(3)};
    for (unsigned i = chance.below(4); i > 0; --i)
        by.columns.push_back({chance.below(unsigned(model.columnCount())), chance.oneIn(2)});
    return by;
}

std::vector<reference::Term> anyFilter(Chance &chance)
{
    const reference::Term terms[] = {
        {"", "web-1", false},     {"", "RUN", true},        {"Node", "worker-1", false}, {"Status", "/^(error|crash)/", false},
        {"App", "/^api/", false}, {"App", "0", true},       {"", "/-[0-9]$/", true},  {"Restarts", "2", false}, {"Age", "80", false},        {"Ready", "0/", true},
        {"Restarts", ">=2", false}, {"Restarts", "<1", true}, {"Age", "<65m", false}, {"Age", ">=70m", true},
    };
    std::vector<reference::Term> filter;
    for (unsigned i = chance.below(3); i > 0; --i)
        filter.push_back(chance.oneOf(terms));
    return filter;
}

std::vector<std::string> anyNamespaces(Chance &chance)
{
    std::vector<std::string> names;
    for (unsigned i = 0; i < 3; ++i) {
        if (chance.oneIn(3))
            names.push_back("team-" + std::to_string(i));
    }
    return names;
}

TableModel::HealthSet anyStates(Chance &chance)
{
    TableModel::HealthSet states;
    for (std::size_t i = 0; i < states.size(); ++i)
        states.set(i, chance.oneIn(3));
    return states;
}

std::string typed(const std::vector<reference::Term> &filter)
{
    std::string text;
    for (const reference::Term &term : filter)
        text += term.typed() + ' ';
    return text;
}

} // namespace

/// Whatever happens to the rows and whatever is asked of them, the table shows what the slow way finds.
class TableReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFilterAndOrderIsThatOfAllRows_data();
    void everyFilterAndOrderIsThatOfAllRows();
    void everyGroupingIsThatOfAllRows_data() { everyFilterAndOrderIsThatOfAllRows_data(); }
    void everyGroupingIsThatOfAllRows();
};

void TableReferenceTest::everyFilterAndOrderIsThatOfAllRows_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TableReferenceTest::everyFilterAndOrderIsThatOfAllRows()
{
    QFETCH(unsigned, seed);
    Chance chance(seed);
    Fixture f;
    std::vector<reference::Term> filter;
    SortBy by = f.model.sortBy();
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    for (int step = 0; step < 120; ++step) {
        changeRows(f, chance);
        if (chance.oneIn(4))
            f.model.setSortBy(by = anySort(f.model, chance));
        if (chance.oneIn(4))
            QVERIFY(f.model.setFilter(typed(filter = anyFilter(chance))));
        if (chance.oneIn(6))
            f.model.setNamespaces(anyNamespaces(chance));
        if (chance.oneIn(6))
            f.model.setHealthShown(chance.oneIn(2) ? TableModel::HealthSet() : anyStates(chance));
        if (chance.oneIn(6)) {
            const auto column = static_cast<int>(chance.below(unsigned(f.model.columnCount())));
            f.model.setColumnShown(column, !f.model.isColumnShown(column));
        }
        const std::vector<kube::RowId> expected = reference::rowsOf(f.model, filter, by);
        QVERIFY2(f.model.shownRows() == expected, qPrintable(QStringLiteral("step %1, filter %2").arg(step).arg(QString::fromStdString(typed(filter)))));
        QCOMPARE(f.model.counts().shown, expected.size());
        QCOMPARE(f.model.counts().all, f.rows.store.size());
    }
}

void TableReferenceTest::everyGroupingIsThatOfAllRows()
{
    QFETCH(unsigned, seed);
    Chance chance(seed);
    Fixture f;
    std::vector<reference::Term> filter;
    SortBy by = f.model.sortBy();
    std::optional<std::size_t> column;
    std::set<std::string> folded;
    f.model.setUserColumns({{"App", ".metadata.labels.app"}});
    for (int step = 0; step < 120; ++step) {
        changeRows(f, chance);
        if (chance.oneIn(5))
            f.model.setSortBy(by = anySort(f.model, chance));
        if (chance.oneIn(5))
            QVERIFY(f.model.setFilter(typed(filter = anyFilter(chance))));
        if (chance.oneIn(5)) {
            const auto wanted = chance.below(unsigned(f.model.columnCount()));
            column = chance.oneIn(5) || !f.model.canGroupBy(int(wanted)) ? std::nullopt : std::optional<std::size_t>(wanted);
            f.model.setGroupColumn(column);
        }
        if (chance.oneIn(3) && f.model.rowCount() > 0) {
            const int place = f.model.groupRowOf(int(chance.below(unsigned(f.model.rowCount()))));
            if (place >= 0) {
                const Group group = f.model.group(place);
                group.folded ? void(folded.erase(group.label)) : void(folded.insert(group.label));
                f.model.setFolded(place, !group.folded);
            }
        }
        QVERIFY(f.model.foldedGroups() == folded);
        std::vector<std::string> lines;
        for (int row = 0; row < f.model.rowCount(); ++row)
            lines.push_back(f.model.isGroup(row) ? f.model.group(row).label + ": " + std::to_string(f.model.group(row).shown) : f.model.key(row));
        QVERIFY2(lines == reference::linesOf(f.model, filter, by, column, folded),
                 qPrintable(QStringLiteral("step %1, filter %2").arg(step).arg(QString::fromStdString(typed(filter)))));
        QCOMPARE(f.model.counts().shown, reference::rowsOf(f.model, filter, by).size());
    }
}

QTEST_GUILESS_MAIN(TableReferenceTest)
#include "TableReferenceTest.moc"
