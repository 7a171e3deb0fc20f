#include "tests/e2e/CellComparison.h"
#include "tests/support/Folders.h"

#include <QtTest>

/// Cells read from JSON and from protobuf equal those a real server made of the same objects.
class RecordedCellsTest : public QObject
{
    Q_OBJECT

    static std::filesystem::path folder() { return folders::source("tests/data/kinds/recorded"); }

    static void expectNoDifference(const e2e::CellComparison &comparison)
    {
        for (const std::string &difference : comparison.differences)
            qWarning("%s", difference.c_str());
        QVERIFY(comparison.differences.empty());
    }

    static void addRecordings()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : e2e::recordingsIn(folder()))
            if (name != "autoscaling.v1.horizontalpodautoscalers")
                QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

private Q_SLOTS:
    void everyListOfTheServerIsRecorded()
    {
        QVERIFY(e2e::recordingsIn(folder()).size() >= 88);
    }

    void columnsAreThoseOfTheServer_data() { addRecordings(); }
    void columnsAreThoseOfTheServer()
    {
        QFETCH(QString, name);
        const e2e::RecordedKind recorded(folder(), name.toStdString());
        QVERIFY(recorded.kind());
        expectNoDifference(recorded.compareColumns());
    }

    void cellsFromJsonAreThoseOfTheServer_data() { addRecordings(); }
    void cellsFromJsonAreThoseOfTheServer()
    {
        QFETCH(QString, name);
        const e2e::RecordedKind recorded(folder(), name.toStdString());
        QVERIFY(recorded.kind());
        const e2e::CellComparison comparison = recorded.compareCells(e2e::Wire::Json);
        QVERIFY(comparison.objects > 0);
        expectNoDifference(comparison);
    }

    void cellsFromProtobufAreThoseOfTheServer_data() { addRecordings(); }
    void cellsFromProtobufAreThoseOfTheServer()
    {
        QFETCH(QString, name);
        const e2e::RecordedKind recorded(folder(), name.toStdString());
        QVERIFY(recorded.kind());
        QVERIFY(recorded.has(e2e::Wire::Protobuf));
        const e2e::CellComparison comparison = recorded.compareCells(e2e::Wire::Protobuf);
        QVERIFY(comparison.objects > 0);
        expectNoDifference(comparison);
    }
};

QTEST_APPLESS_MAIN(RecordedCellsTest)
#include "RecordedCellsTest.moc"
