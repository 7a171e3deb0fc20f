#include "widgets/base/BarButton.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTest>

/// Buttons of a bar.
class BarButtonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aButtonHasANameAndATip()
    {
        QWidget bar;
        auto *row = new QHBoxLayout(&bar);
        const QPushButton *button = base::addBarButton(*row, QStringLiteral("+"), QStringLiteral("Larger <b>"));
        QCOMPARE(button->parentWidget(), &bar);
        QCOMPARE(button->text(), QStringLiteral("+"));
        QCOMPARE(button->accessibleName(), QStringLiteral("Larger <b>"));
        QVERIFY(button->toolTip().contains(QStringLiteral("Larger")) && !button->toolTip().contains(QStringLiteral("<b>")));
        QVERIFY(!button->autoDefault());
    }

    void aBarInABarTakesItsButtonsAlong()
    {
        QWidget bar;
        auto *column = new QVBoxLayout(&bar);
        auto *row = new QHBoxLayout;
        const QPushButton *button = base::addBarButton(*row, QStringLiteral("Fit"), QStringLiteral("Show all"));
        column->addLayout(row);
        QCOMPARE(button->parentWidget(), &bar);
    }

    void ofAChoiceOneIsDown()
    {
        QWidget bar;
        auto *row = new QHBoxLayout(&bar);
        QPushButton *graph = base::addBarButton(*row, QStringLiteral("Graph"), QStringLiteral("Show as a graph"));
        QPushButton *table = base::addBarButton(*row, QStringLiteral("Table"), QStringLiteral("Show as a table"));
        base::makeChoice(&bar, {graph, table});
        QVERIFY(graph->isChecked() && !table->isChecked());
        table->click();
        QVERIFY(!graph->isChecked() && table->isChecked());
        table->click();
        QVERIFY(table->isChecked());
    }
};

QTEST_MAIN(BarButtonTest)
#include "BarButtonTest.moc"
