#include "widgets/base/PlainTable.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>

/// The columns of a small table in more and in less room than they wish.
class PlainTableTest final : public QObject
{
    Q_OBJECT

    QStandardItemModel model{2, 4};

    int width(const base::PlainTable &table) const
    {
        int all = 0;
        for (int column = 0; column < model.columnCount(); ++column)
            all += table.columnWidth(column);
        return all;
    }
    void show(base::PlainTable &table, int width)
    {
        table.setModel(&model);
        table.setWidths(3, {20, 40, 30, 20});
        table.resize(width, 200);
        table.show();
    }

private Q_SLOTS:
    void whereThereIsRoomTheWideOneTakesIt()
    {
        base::PlainTable table(QStringLiteral("Rights"));
        show(table, 1600);
        QCOMPARE(width(table), table.viewport()->width());
        QVERIFY(table.columnWidth(3) > table.columnWidth(1));
    }

    void whereThereIsNoneEachGivesWay()
    {
        base::PlainTable table(QStringLiteral("Rights"));
        show(table, 1600);
        const int before = table.columnWidth(1);
        table.resize(500, 200);
        QVERIFY2(width(table) <= table.viewport()->width(), qPrintable(QString::number(width(table))));
        QVERIFY(table.columnWidth(1) < before && table.columnWidth(1) > table.columnWidth(0));
        QVERIFY(table.columnWidth(3) > 40);
        table.resize(1600, 200);
        QCOMPARE(table.columnWidth(1), before);
    }

    void noHeadIsCutWhereThereIsNoRoom()
    {
        QStandardItemModel risks{2, 4};
        risks.setHorizontalHeaderLabels({QStringLiteral("Severity ▴"), QStringLiteral("What"), QStringLiteral("Resource"), QStringLiteral("Where")});
        base::PlainTable table(QStringLiteral("Risks"));
        table.setModel(&risks);
        table.setWidths(1, {10, 60, 20, 14});
        table.resize(420, 200);
        table.show();
        for (const int column : {0, 2, 3})
            QVERIFY2(table.columnWidth(column) >= table.horizontalHeader()->sectionSizeHint(column), qPrintable(QString::number(column)));
        QFont bold = table.font();
        bold.setWeight(QFont::DemiBold);
        const int margins = 16;
        for (const int column : {0, 2, 3})
            QVERIFY2(table.columnWidth(column) >= QFontMetrics(bold).horizontalAdvance(risks.headerData(column, Qt::Horizontal).toString()) + margins, qPrintable(QString::number(column)));
    }

    void whatAPersonMadeWiderStays()
    {
        base::PlainTable table(QStringLiteral("Rights"));
        show(table, 1600);
        table.horizontalHeader()->resizeSection(0, 300);
        table.resize(1500, 200);
        QCOMPARE(table.columnWidth(0), 300);
    }
};

QTEST_MAIN(PlainTableTest)
#include "PlainTableTest.moc"
