#include "models/fields/Facts.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>

namespace fields {
namespace {

using namespace flag;
constexpr std::uint16_t None = 0xffff;

#include "models/fields/Facts.inc"

} // namespace

std::span<const FieldFacts> TypeFacts::fields() const
{
    return std::span(FieldTable).subspan(first, count);
}

const FieldFacts *TypeFacts::byNumber(std::uint32_t number) const
{
    const std::span<const FieldFacts> all = fields();
    const auto found = std::ranges::lower_bound(all, number, {}, &FieldFacts::number);
    return found != all.end() && found->number == number ? &*found : nullptr;
}

const FieldFacts *TypeFacts::byName(std::string_view json) const
{
    const std::span<const FieldFacts> all = fields();
    const auto found = std::ranges::find(all, json, &FieldFacts::json);
    return found != all.end() ? &*found : nullptr;
}

const TypeFacts &messageOf(const FieldFacts &field)
{
    assert(field.type < std::size(TypeTable));
    return TypeTable[field.type];
}

const TypeFacts *findType(std::string_view apiVersion, std::string_view kind)
{
    const auto name = [](const RootFacts &root) { return std::tie(root.apiVersion, root.kind); };
    const auto found = std::ranges::lower_bound(RootTable, std::tie(apiVersion, kind), {}, name);
    const bool isFound = found != std::end(RootTable) && found->apiVersion == apiVersion && found->kind == kind;
    return isFound ? &TypeTable[found->type] : nullptr;
}

std::span<const TypeFacts> allTypes()
{
    return TypeTable;
}

std::span<const RootFacts> allRoots()
{
    return RootTable;
}

} // namespace fields
