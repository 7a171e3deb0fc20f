// A quantity's canonical form has the same value, and what is printed reads back; sums can be undone.

#include "models/text/Quantity.h"

#include <cstdint>
#include <cstdlib>

using text::Quantity;

static void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Above the largest suffix upstream's canonical form loses the exponent, and an exponent has 32 bits.
static bool hasSuffix(const Quantity &quantity)
{
    static const Quantity limit = Quantity::parse("1e21").value();
    static const Quantity lower = Quantity::parse("-1e21").value();
    static const Quantity most = Quantity::parse("1e2000000000").value();
    static const Quantity least = Quantity::parse("-1e2000000000").value();
    if (quantity.format() == Quantity::Format::DecimalExponent)
        return quantity < most && quantity > least;
    return quantity < limit && quantity > lower;
}

static void checkOne(const Quantity &quantity)
{
    const auto again = Quantity::parse(quantity.toString());
    require(again && (!hasSuffix(quantity) || *again == quantity));
    const std::string canonical = quantity.canonical();
    const auto parsed = Quantity::parse(canonical);
    require(parsed && (!hasSuffix(quantity) || *parsed == quantity));
    if (hasSuffix(quantity) && parsed->format() == quantity.format())
        require(parsed->canonical() == canonical);
    require((quantity.value() > 0) == (quantity.sign() > 0) && (quantity.milliValue() < 0) == (quantity.sign() < 0));
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char *>(data), size);
    const std::size_t middle = all.find('\n');
    const auto first = Quantity::parse(all.substr(0, middle));
    if (!first)
        return 0;
    checkOne(*first);
    const auto second = Quantity::parse(middle == std::string_view::npos ? "1" : all.substr(middle + 1));
    if (!second)
        return 0;
    require((*first <=> *second) == (0 <=> (*second <=> *first)));
    require((*first + *second) == (*second + *first));
    require((*first - *first).isZero());
    return 0;
}
