#include "models/text/Quantity.h"

#include "tests/unit/text/Golden.h"

#include <limits>

using text::Quantity;

class QuantityTest : public QObject
{
    Q_OBJECT

    static std::string formatName(Quantity::Format format)
    {
        constexpr const char *names[] = {"DecimalSI", "BinarySI", "DecimalExponent"};
        return names[static_cast<int>(format)];
    }

    static Quantity parsed(std::string_view text) { return Quantity::parse(text).value(); }

private Q_SLOTS:
    void quantitiesReadAndPrintAsInGo_data() { addGoldenRows("quantity/quantities.json"); }
    void quantitiesReadAndPrintAsInGo()
    {
        QFETCH(QJsonObject, row);
        const auto quantity = Quantity::parse(textOf(row[QStringLiteral("text")]));
        QCOMPARE(quantity.has_value(), !row.contains(QStringLiteral("error")));
        if (!quantity) {
            QCOMPARE(quantity.error().message, textOf(row[QStringLiteral("error")]));
            return;
        }
        QCOMPARE(quantity->toString(), textOf(row[QStringLiteral("string")]));
        QCOMPARE(quantity->canonical(), textOf(row[QStringLiteral("canonical")]));
        QCOMPARE(formatName(quantity->format()), textOf(row[QStringLiteral("format")]));
        QCOMPARE(quantity->sign(), row[QStringLiteral("sign")].toInt());
        if (row.contains(QStringLiteral("value"))) {
            QCOMPARE(std::to_string(quantity->value()), textOf(row[QStringLiteral("value")]));
            QCOMPARE(std::to_string(quantity->milliValue()), textOf(row[QStringLiteral("milli")]));
        }
    }

    void quantitiesCompareAndAddAsInGo_data() { addGoldenRows("quantity/quantities.json"); }
    void quantitiesCompareAndAddAsInGo()
    {
        QFETCH(QJsonObject, row);
        if (!row.contains(QStringLiteral("other")))
            return;
        const Quantity quantity = parsed(textOf(row[QStringLiteral("text")]));
        const Quantity other = parsed(textOf(row[QStringLiteral("other")]));
        const int order = row[QStringLiteral("compare")].toInt();
        QVERIFY((quantity <=> other) == (order <=> 0));
        QVERIFY((other <=> quantity) == (0 <=> order));
        if (row.contains(QStringLiteral("sum"))) {
            QCOMPARE((quantity + other).toString(), textOf(row[QStringLiteral("sum")]));
            QCOMPARE((quantity - other).toString(), textOf(row[QStringLiteral("difference")]));
        }
    }

    void theCanonicalFormHasTheSameValue_data() { addGoldenRows("quantity/quantities.json"); }
    void theCanonicalFormHasTheSameValue()
    {
        QFETCH(QJsonObject, row);
        const auto quantity = Quantity::parse(textOf(row[QStringLiteral("text")]));
        const bool aboveTheLargestSuffix = quantity && *quantity >= parsed("1e21");
        if (quantity && !aboveTheLargestSuffix)
            QVERIFY(parsed(quantity->canonical()) == *quantity);
    }

    void valuesAreHeldAtTheEndsOfInt64()
    {
        QCOMPARE(parsed("1e100").value(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(parsed("-1e100").value(), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(parsed("9223372036854775807").value(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(parsed("9223372036854775807").milliValue(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(parsed("-1.5").value(), std::int64_t(-2));
        QCOMPARE(parsed("-1500u").milliValue(), std::int64_t(-2));
        QCOMPARE(parsed("1e1000000000").value(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(parsed("0.0000000001").value(), std::int64_t(1));
    }

    void jsonMayHoldNumbersSpacesAndNull()
    {
        QVERIFY(Quantity::from(text::Value::number("1.5")).value() == parsed("1500m"));
        QVERIFY(Quantity::from(text::Value::string(" 1Gi\n")).value() == parsed("1Gi"));
        QVERIFY(Quantity::from(text::Value::null()).value().isZero());
        QVERIFY(!Quantity::from(text::Value::string("")));
        QVERIFY(!Quantity::from(text::Value::list()));
    }

    void quantitiesAreMadeFromNumbers()
    {
        QCOMPARE(Quantity::whole(2048, Quantity::Format::BinarySI).toString(), std::string("2Ki"));
        QCOMPARE(Quantity::whole(-1000).toString(), std::string("-1k"));
        QCOMPARE(Quantity::whole(std::numeric_limits<std::int64_t>::min()).value(), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(Quantity::milli(250).toString(), std::string("250m"));
        QCOMPARE(Quantity::milli(0).toString(), std::string("0"));
    }
};

QTEST_APPLESS_MAIN(QuantityTest)
#include "QuantityTest.moc"
