#include "models/kinds/Kind.h"

#include <QtTest>

#include <set>

/// The list of kinds as a whole.
class RegistryTest : public QObject
{
    Q_OBJECT

    static void addKinds()
    {
        QTest::addColumn<const kinds::Kind *>("kind");
        for (const kinds::Kind *kind : kinds::builtinKinds())
            QTest::newRow((std::string(kind->apiVersion) + " " + std::string(kind->kind)).c_str()) << kind;
    }

private Q_SLOTS:
    void everyKindIsFoundByItsName()
    {
        QVERIFY(kinds::builtinKinds().size() >= 86);
        for (const kinds::Kind *kind : kinds::builtinKinds())
            QCOMPARE(kinds::findKind(kind->apiVersion, kind->kind), kind);
    }

    void aKindOfAnotherGroupOrVersionIsNotFound()
    {
        QVERIFY(!kinds::findKind("example.com/v1", "Widget"));
        QVERIFY(!kinds::findKind("apps/v1", "Pod"));
        QVERIFY(!kinds::findKind("", ""));
        QVERIFY(!kinds::findKind("zzz/v1", "Zzz"));
    }

    void autoscalersOfTheFirstVersionAreLeftToTheServer()
    {
        QVERIFY(kinds::findKind("autoscaling/v2", "HorizontalPodAutoscaler"));
        QVERIFY(!kinds::findKind("autoscaling/v1", "HorizontalPodAutoscaler"));
    }

    void columnNamesAreThereOnce_data() { addKinds(); }
    void columnNamesAreThereOnce()
    {
        QFETCH(const kinds::Kind *, kind);
        std::set<std::string> names;
        for (const kube::Column &column : kind->columns)
            QVERIFY(!column.name.empty() && names.insert(column.name).second);
        QVERIFY(names.contains("Name"));
    }

    void anEmptyObjectHasACellForEachColumn_data() { addKinds(); }
    void anEmptyObjectHasACellForEachColumn()
    {
        QFETCH(const kinds::Kind *, kind);
        fields::ObjectReader reader(kind->fields().plan);
        kube::CellWriter cells;
        const auto fromJson = reader.readJson("{}");
        QVERIFY(fromJson.has_value());
        kind->cells(*fromJson, cells);
        QCOMPARE(cells.size(), kind->columns.size());
        cells.clear();
        const auto fromProtobuf = reader.readProtobuf("");
        QVERIFY(fromProtobuf.has_value());
        kind->cells(*fromProtobuf, cells);
        QCOMPARE(cells.size(), kind->columns.size());
    }

    void everyAgeIsATimeAndNoText_data() { addKinds(); }
    void everyAgeIsATimeAndNoText()
    {
        QFETCH(const kinds::Kind *, kind);
        fields::ObjectReader reader(kind->fields().plan);
        const auto object = reader.readJson(R"({"metadata": {"name": "n", "creationTimestamp": "2025-12-31T23:59:59Z"}})");
        QVERIFY(object.has_value());
        kube::CellWriter cells;
        kind->cells(*object, cells);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (kind->columns[i].name != "Age")
                continue;
            QCOMPARE(cells.cell(i).type, kube::Cell::Type::Age);
            QCOMPARE(cells.cell(i).seconds, std::int64_t(1'767'225'599));
        }
    }
};

QTEST_APPLESS_MAIN(RegistryTest)
#include "RegistryTest.moc"
