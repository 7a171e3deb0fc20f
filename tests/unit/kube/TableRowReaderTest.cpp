#include "models/base/ManualExecutor.h"
#include "models/kube/TableRowReader.h"

#include <QTest>

using kube::Cell;
using kube::ItemFormat;

namespace {

std::string row(const std::string &cells, const std::string &created = "2027-01-15T07:58:00Z")
{
    return R"({"cells":[)" + cells + R"(],"object":{"metadata":{"name":"web","namespace":"team-a","uid":"u","resourceVersion":"9","creationTimestamp":")"
        + created + "\"}}}";
}

} // namespace

class TableRowReaderTest : public QObject
{
    Q_OBJECT

    // The clock stands at 2027-01-15T08:00:00Z.
    base::ManualExecutor time;
    std::unique_ptr<kube::TableRowReader> reader;

private Q_SLOTS:
    void init()
    {
        reader = std::make_unique<kube::TableRowReader>(time.clock());
        reader->setColumns({{"Name", kube::Shown::Always}, {"State", kube::Shown::Always}, {"Age", kube::Shown::Always}});
    }

    void anAgeBecomesTheTimeItCameFrom()
    {
        const auto read = reader->read(ItemFormat::Table, row(R"("web","Ready","2m")"));
        QVERIFY(read);
        QVERIFY(read->cells->cell(2).type == Cell::Type::Age);
        QCOMPARE(read->cells->cell(2).seconds, std::int64_t(1'800'000'000 - 120));
        QCOMPARE(read->namespaceName, std::string_view("team-a"));
        QCOMPARE(read->resourceVersion, std::string_view("9"));
    }

    void theObjectOfARowIsKeptWithoutManagedFields()
    {
        const auto read = reader->read(ItemFormat::Table, R"({"cells":["web"],"object":{"kind":"Widget","metadata":{"name":"web","managedFields":[{}]},"spec":{"size":3}}})");
        QVERIFY(read);
        QCOMPARE(read->object, std::string_view(R"({"kind":"Widget","metadata":{"name":"web"},"spec":{"size":3}})"));
    }

    void ofMetadataWhatWasAppliedIsNotKept()
    {
        const std::string applied = "{\"kubectl.kubernetes.io/last-applied-configuration\":\"password: x\",\"a\":\"b\"}";
        const auto read = reader->read(ItemFormat::Table, "{\"cells\":[\"web\"],\"object\":{\"kind\":\"PartialObjectMetadata\",\"metadata\":{\"name\":\"web\",\"annotations\":" + applied + "}}}");
        QVERIFY(read);
        QCOMPARE(read->object, std::string_view(R"({"kind":"PartialObjectMetadata","metadata":{"name":"web","annotations":{"a":"b"}}})"));
        QCOMPARE(reader->read(ItemFormat::Table, R"({"kind":"Secret","metadata":{"name":"web"},"data":{"password":"eA=="}})")->object, std::string_view());
    }

    void aClockThatDiffersALittleDoesNotMatter()
    {
        const auto read = reader->read(ItemFormat::Table, row(R"("web","Ready","62s")", "2027-01-15T07:59:00Z"));
        QVERIFY(read->cells->cell(2).type == Cell::Type::Age);
    }

    void anotherColumnOfThatNameStaysWhatItIs()
    {
        const auto read = reader->read(ItemFormat::Table, row(R"("web","Ready","5y")"));
        QVERIFY(read->cells->cell(2).type == Cell::Type::Text);
        QCOMPARE(read->cells->cell(2).text, std::string_view("5y"));
    }

    void cellsOfAnyTypeBecomeText()
    {
        const auto read = reader->read(ItemFormat::Table, row(R"("web",{"a":[1,true]},null)"));
        QCOMPARE(read->cells->cell(1).text, std::string_view(R"({"a":[1,true]})"));
        QCOMPARE(read->cells->cell(2).text, std::string_view());
    }

    void missingCellsAreEmptyAndSurplusOnesAreLeftOut()
    {
        QCOMPARE(reader->read(ItemFormat::Table, row(R"("web")"))->cells->size(), std::size_t(3));
        QCOMPARE(reader->read(ItemFormat::Table, row(R"("web","a","b","c","d")"))->cells->size(), std::size_t(3));
    }

    void aWatchEventIsATableOfOneRow()
    {
        const auto read = reader->read(ItemFormat::Table, R"({"kind":"Table","rows":[)" + row(R"("web","Ready","2m")") + "]}");
        QVERIFY(read);
        QCOMPARE(read->name, std::string_view("web"));
    }

    void aRowWithoutANameIsAnError()
    {
        QVERIFY(!reader->read(ItemFormat::Table, R"({"cells":["a"],"object":null})"));
        QVERIFY(!reader->read(ItemFormat::Table, "{}"));
        QVERIFY(!reader->read(ItemFormat::Table, "nonsense"));
    }
};

QTEST_APPLESS_MAIN(TableRowReaderTest)
#include "TableRowReaderTest.moc"
