#include "models/base/ManualExecutor.h"
#include "tests/support/PodRows.h"
#include "tests/support/ProtobufWriter.h"
#include "widgets/usage/UsageCells.h"

#include <QTest>

namespace {

using protobuf::bytes;

std::string amountsOf(std::uint32_t field, std::string_view cpu, std::string_view memory)
{
    const auto amount = [field](std::string_view name, std::string_view quantity) { return bytes(field, bytes(1, name) + bytes(2, bytes(1, quantity))); };
    return amount("cpu", cpu) + amount("memory", memory);
}

/// As a server sends it: metadata 1, spec 2; of that containers 2; of these resources 8.
const std::string asProtobuf = bytes(1, bytes(1, "web-0")) + bytes(2, bytes(2, bytes(1, "main") + bytes(8, amountsOf(1, "200m", "64Mi") + amountsOf(2, "100m", "32Mi"))));
const std::string asJson = R"({"metadata":{"name":"web-0"},"spec":{"containers":[{"name":"main","resources":{"requests":{"cpu":"100m","memory":"32Mi"},"limits":{"cpu":"200m","memory":"64Mi"}}}]}})";

} // namespace

/// What a cell is compared with is read from the object as the table keeps it.
class UsageCellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestAndLimitAreReadHoweverTheObjectIsKept_data()
    {
        QTest::addColumn<std::string>("object");
        QTest::newRow("protobuf") << asProtobuf;
        QTest::newRow("JSON") << asJson;
    }

    void requestAndLimitAreReadHoweverTheObjectIsKept()
    {
        QFETCH(std::string, object);
        QCOMPARE(told(object, 0), QStringLiteral("Request: 100m\nLimit: 200m\nBeing asked for."));
        QCOMPARE(told(object, 1), QStringLiteral("Request: 32Mi\nLimit: 64Mi\nBeing asked for."));
    }

    void ofAnObjectThatIsNotKeptNothingIsSaid() { QCOMPARE(told({}, 0), QStringLiteral("Being asked for.")); }

private:
    static QString told(const std::string &object, std::size_t column)
    {
        base::ManualExecutor time;
        support::PodRows rows;
        support::PodRow row;
        row.object = object;
        rows.put(row);
        rows.apply();
        const auto source = std::make_shared<metrics::UsageSource>(std::make_unique<metrics::UsageLadder>(std::vector<std::unique_ptr<metrics::UsageReader>>(), time), time);
        const usage::UsageCells cells(source, support::podType(), time.clock());
        return QString::fromStdString(cells.explain({rows.store, 0}, column));
    }
};

QTEST_GUILESS_MAIN(UsageCellsTest)
#include "UsageCellsTest.moc"
