#include "app/headless/SortKeys.h"
#include "models/text/Json.h"

#include <QtTest>

using namespace headless;

namespace {

text::Value::List keysOf(const QByteArray &json)
{
    return text::parseJson(json.toStdString())->items();
}

} // namespace

/// The order of --sort-by.
class SortKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreOrdered_data();
    void keysAreOrdered();
    void equalKeysStayInTheirOrder();
    void whatHasNoOrderIsAnError_data();
    void whatHasNoOrderIsAnError();
};

void SortKeysTest::keysAreOrdered_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QByteArray>("order");
    const auto row = [](const char *name, const char *keys, const char *order) { QTest::newRow(name) << QByteArray(keys) << QByteArray(order); };
    row("none", "[]", "");
    row("texts by bytes", R"(["b", "a", "B", "배"])", "2 1 0 3");
    row("numbers by value", "[10, 9, -1, 2.5]", "2 3 1 0");
    row("quantities by amount", R"(["1Gi", "500Mi", "2", "1500m"])", "3 2 1 0");
    row("a text that is no quantity by bytes", R"(["10", "9x"])", "0 1");
    row("missing ones first, turned around", R"(["b", null, "a", null])", "3 1 2 0");
}

void SortKeysTest::keysAreOrdered()
{
    QFETCH(QByteArray, keys);
    const auto order = sortedOrder(keysOf(keys), ".x");
    QVERIFY(bool(order));
    QByteArray found;
    for (const std::size_t index : *order)
        found += (found.isEmpty() ? "" : " ") + QByteArray::number(qulonglong(index));
    QTEST(found, "order");
}

void SortKeysTest::equalKeysStayInTheirOrder()
{
    const std::vector<text::Value> keys(100, text::Value::string("same"));
    const auto order = sortedOrder(keys, ".x");
    QVERIFY(bool(order));
    for (std::size_t i = 0; i < order->size(); ++i)
        QCOMPARE((*order)[i], i);
}

void SortKeysTest::whatHasNoOrderIsAnError_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("nowhere") << QByteArray("[null, null]") << QByteArray("couldn't find any field with path \"{.x}\" in the list of objects");
    QTest::newRow("map") << QByteArray("[{}, {}]") << QByteArray("Field {.x} is an unsortable type: map[string]interface {}");
    QTest::newRow("list") << QByteArray("[[], null]") << QByteArray("Field {.x} is an unsortable type: []interface {}");
    QTest::newRow("boolean") << QByteArray("[true, false]") << QByteArray("Field {.x} is an unsortable type: bool");
}

void SortKeysTest::whatHasNoOrderIsAnError()
{
    QFETCH(QByteArray, keys);
    const auto order = sortedOrder(keysOf(keys), "x");
    QVERIFY(!order);
    QTEST(QByteArray::fromStdString(order.error().message), "error");
}

QTEST_APPLESS_MAIN(SortKeysTest)
#include "SortKeysTest.moc"
