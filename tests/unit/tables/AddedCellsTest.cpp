#include "tests/unit/tables/PodTable.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace tables;

namespace {

/// A feature that knows a count and a word for some pods.
class Samples final : public AddedCells
{
public:
    std::map<std::string, std::pair<std::string, std::string>, std::less<>> known;
    std::vector<char> wanted;
    mutable int reads = 0;

    const std::vector<AddedColumn> &columns() const override
    {
        using kinds::Health;
        static const std::vector<AddedColumn> all{{"Uses", "Benutzungen", true, true, {{"?"}, {"…"}}, true},
                                                  {"Risk", "Gefahr", false, false, {{"grave", Health::Failing}, {"small", Health::NotReady}, {"none"}, {"…"}}}};
        return all;
    }
    void want(const std::vector<char> &columns) override { wanted = columns; }
    void read(std::string_view key, std::vector<std::string> &texts) const override
    {
        ++reads;
        const auto found = known.find(key);
        texts.push_back(found == known.end() ? "…" : found->second.first);
        texts.push_back(found == known.end() ? "…" : found->second.second);
    }
    std::string explain(const ListedRow &row, std::size_t column) const override { return std::string(row.key()) + (column == 0 ? " uses" : " risk"); }
    std::optional<Gauge> gauge(const ListedRow &row, std::size_t) const override
    {
        const auto found = known.find(row.key());
        return found == known.end() ? std::nullopt : std::optional(Gauge{0.25, 0.5, row.store.name(row.row) == "a" ? std::optional(1.0) : std::nullopt});
    }
    void become(std::map<std::string, std::pair<std::string, std::string>, std::less<>> now)
    {
        known = std::move(now);
        Q_EMIT changed();
    }
};

struct AddedFixture
{
    Samples samples;
    Fixture table;
    TableModel &model = table.model;

    AddedFixture()
    {
        model.setAdded({&samples});
        table.put({pod("a"), pod("b"), pod("c"), pod("d")});
    }
    int uses() const { return columnNamed(model, "Uses"); }
    int risk() const { return columnNamed(model, "Risk"); }
    void becomeKnown() { samples.become({{"a/a", {"10", "none"}}, {"a/b", {"9", "small"}}, {"a/c", {"?", "grave"}}, {"a/d", {"9", "none"}}}); }
    QString names() const { return shown(model).remove(QStringLiteral("a/")); }
};

} // namespace

/// Columns that features add, in every way a table can be used.
class AddedCellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyStandBehindTheKindsAndBeforeAPersonsOwn()
    {
        AddedFixture f;
        f.model.setUserColumns({{"App", ".metadata.labels.app"}});
        QCOMPARE(f.uses(), columnNamed(f.model, "ServiceAccount") + 1);
        QCOMPARE(f.risk(), f.uses() + 1);
        QCOMPARE(columnNamed(f.model, "App"), f.risk() + 1);
        QCOMPARE(f.model.headerData(f.uses(), Qt::Horizontal).toString(), QStringLiteral("Benutzungen"));
        QVERIFY(f.model.isColumnShown(f.uses()));
        QVERIFY(!f.model.isColumnShown(f.risk()));
    }

    void cellsFollowWhatTheFeatureKnows()
    {
        AddedFixture f;
        QCOMPARE(f.model.text(0, f.uses()), std::string("…"));
        QSignalSpy said(&f.model, &QAbstractItemModel::dataChanged);
        f.becomeKnown();
        QCOMPARE(said.count(), 1);
        QCOMPARE(f.model.text(0, f.uses()), std::string("10"));
        QVERIFY(f.model.cell(0, f.uses()).type == kube::Cell::Type::Integer);
        QVERIFY(f.model.isRightAligned(f.uses()));
        f.becomeKnown();
        QCOMPARE(said.count(), 1);
        f.samples.known["a/e"] = {"1", "none"};
        f.table.put({pod("e")});
        QCOMPARE(f.model.text(4, f.uses()), std::string("1"));
        QCOMPARE(f.model.source().explain(f.model.rowId(4), std::size_t(f.uses())), std::string("a/e uses"));
        QVERIFY(f.model.source().explain(f.model.rowId(4), 0).empty());
    }

    void onlyColumnsThatSaySoHaveBarsAndOnlyWhileTheyAreWanted()
    {
        AddedFixture f;
        const TableRows &rows = f.model.source();
        QVERIFY(!rows.gauge(f.model.rowId(0), std::size_t(f.uses())));
        f.becomeKnown();
        QCOMPARE(rows.gauge(f.model.rowId(0), std::size_t(f.uses())), std::optional(Gauge{0.25, 0.5, 1.0}));
        QCOMPARE(rows.gauge(f.model.rowId(1), std::size_t(f.uses())), std::optional(Gauge{0.25, 0.5, {}}));
        QVERIFY(!rows.gauge(f.model.rowId(0), std::size_t(f.risk())));
        QVERIFY(!rows.gauge(f.model.rowId(0), 0));
        f.model.setColumnShown(f.uses(), false);
        QVERIFY(!rows.gauge(f.model.rowId(0), std::size_t(f.uses())));
    }

    void manyRowsAreReadByPartsAndInTheEndAllOfThem()
    {
        AddedFixture f;
        for (const char *name : {"a", "b", "c", "d"})
            f.table.remove("a", name);
        std::map<std::string, std::pair<std::string, std::string>, std::less<>> first, second;
        for (int i = 0; i < 12'000; ++i) {
            const std::string name = "p" + std::to_string(100'000 + i);
            f.table.rows.put(pod(name.c_str()));
            first["a/" + name] = {std::to_string(i), "none"};
            second["a/" + name] = {std::to_string(i + 1), "none"};
        }
        f.table.put({});
        f.model.sort(f.uses(), Qt::DescendingOrder);
        f.samples.reads = 0;
        f.samples.become(first);
        QVERIFY2(f.samples.reads < 12'000, "all at once");
        QCoreApplication::processEvents();
        f.samples.become(second);                       // others, before all of those were read
        QTRY_COMPARE(f.model.text(0, f.uses()), std::string("12000"));
        QTRY_COMPARE(f.model.text(11'999, f.uses()), std::string("1"));
        for (int row = 1; row < 12'000; ++row)
            QCOMPARE(f.model.cell(row, f.uses()).number + 1, f.model.cell(row - 1, f.uses()).number);
        f.samples.reads = 0;
        QTest::qWait(0);
        QCOMPARE(f.samples.reads, 0);
    }

    void whatIsNotLookedAtIsNotWantedAndNotRead()
    {
        AddedFixture f;
        QCOMPARE(f.samples.wanted, (std::vector<char>{1, 0}));
        f.becomeKnown();
        QVERIFY(f.model.text(0, f.risk()).empty());
        f.model.setColumnShown(f.uses(), false);
        QCOMPARE(f.samples.wanted, (std::vector<char>{0, 0}));
        f.samples.reads = 0;
        f.table.put({pod("e")});
        f.becomeKnown();
        QCOMPARE(f.samples.reads, 0);
        QVERIFY(f.model.text(0, f.uses()).empty());
    }

    void sortingGroupingAndFilteringWantThem()
    {
        AddedFixture f;
        f.model.setColumnShown(f.uses(), false);
        f.model.sort(f.risk());
        QCOMPARE(f.samples.wanted, (std::vector<char>{0, 1}));
        f.model.sort(0);
        QVERIFY(f.model.setFilter("risk:grave"));
        QCOMPARE(f.samples.wanted, (std::vector<char>{0, 1}));
        QVERIFY(f.model.setFilter(""));
        f.model.setGroupColumn(std::size_t(f.uses()));
        QCOMPARE(f.samples.wanted, (std::vector<char>{1, 0}));
        f.model.setGroupColumn({});
        QCOMPARE(f.samples.wanted, (std::vector<char>{0, 0}));
        f.model.setAdded({});
        QCOMPARE(f.model.columnCount(), columnNamed(f.model, "ServiceAccount") + 1);
    }

    void numbersAreSortedAsNumbersAndWordsByTheirPlace()
    {
        AddedFixture f;
        f.model.sort(f.uses());
        f.becomeKnown();
        QCOMPARE(f.names(), QStringLiteral("b d a c"));
        f.model.sort(f.risk());
        QCOMPARE(f.names(), QStringLiteral("c b a d"));
        f.model.sort(f.risk(), Qt::DescendingOrder);
        QCOMPARE(f.names(), QStringLiteral("a d b c"));
        f.samples.known["a/a"] = {"1", "grave"};
        Q_EMIT f.samples.changed();
        QCOMPARE(f.names(), QStringLiteral("d b a c"));
    }

    void theFilterLooksIntoThemByTitleAndByName()
    {
        AddedFixture f;
        f.becomeKnown();
        QVERIFY(f.model.setFilter("gefahr:gra"));
        QCOMPARE(f.names(), QStringLiteral("c"));
        QVERIFY(f.model.setFilter("!risk:none"));
        QCOMPARE(f.names(), QStringLiteral("b c"));
        QVERIFY(f.model.setFilter("benutzungen:/^9$/"));
        QCOMPARE(f.names(), QStringLiteral("b d"));
        f.samples.known["a/a"] = {"9", "none"};
        Q_EMIT f.samples.changed();
        QCOMPARE(f.names(), QStringLiteral("a b d"));
    }

    void theyGroupRows()
    {
        AddedFixture f;
        f.model.setGroupColumn(std::size_t(f.risk()));
        f.becomeKnown();
        QStringList groups;
        for (int row = 0; row < f.model.rowCount(); ++row)
            if (f.model.isGroup(row))
                groups << QStringLiteral("%1 %2").arg(QString::fromStdString(f.model.group(row).label)).arg(f.model.group(row).shown);
        QCOMPARE(groups.join(QStringLiteral(", ")), QStringLiteral("grave 1, small 1, none 2"));
    }

    void otherColumnsOfTheServerKeepThem()
    {
        AddedFixture f;
        f.becomeKnown();
        f.table.rows.store.setColumns({{"Name"}, {"Age"}});
        f.model.reload();
        QCOMPARE(f.uses(), 3);
        QCOMPARE(f.samples.wanted, (std::vector<char>{1, 0}));
    }
};

QTEST_GUILESS_MAIN(AddedCellsTest)
#include "AddedCellsTest.moc"
