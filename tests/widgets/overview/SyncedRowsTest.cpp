#include "widgets/overview/SyncedRows.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <numeric>
#include <random>

namespace {

class Numbers final : public overview::SyncedRows<int>
{
public:
    using SyncedRows::rows;
    using SyncedRows::setRows;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role) const override { return role == Qt::DisplayRole ? QVariant(rowAt(index)) : QVariant(); }
};

} // namespace

/// Rows that are told as a whole, and change one by one.
class SyncedRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStaysKeepsItsIndex()
    {
        Numbers model;
        model.setRows({5, 3, 9, 7});
        const QPersistentModelIndex three = model.index(1, 0), seven = model.index(3, 0), nine = model.index(2, 0);
        model.setRows({1, 3, 4, 7, 8});
        QCOMPARE(model.rows(), (std::vector<int>{1, 3, 4, 7, 8}));
        QCOMPARE(three.data().toInt(), 3);
        QCOMPARE(seven.data().toInt(), 7);
        QVERIFY(!nine.isValid());
    }
    void anyRowsBecomeAnyOthersByTheRulesOfModels()
    {
        std::mt19937 random(3);
        Numbers model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int step = 0; step < 500; ++step) {
            std::vector<int> wanted(30);
            std::iota(wanted.begin(), wanted.end(), 0);
            std::ranges::shuffle(wanted, random);
            wanted.resize(random() % wanted.size());
            model.setRows(wanted);
            QCOMPARE(model.rows(), wanted);
        }
    }
    void muchThatChangesIsTakenAtOnce()
    {
        Numbers model;
        int resets = 0;
        connect(&model, &QAbstractItemModel::modelReset, this, [&] { ++resets; });
        std::vector<int> many(2000);
        std::iota(many.begin(), many.end(), 0);
        model.setRows(many);
        QCOMPARE(resets, 1);
        many.erase(many.begin() + 5);
        model.setRows(many);
        QCOMPARE(resets, 1);
        QCOMPARE(model.rows(), many);
    }
};

QTEST_GUILESS_MAIN(SyncedRowsTest)
#include "SyncedRowsTest.moc"
