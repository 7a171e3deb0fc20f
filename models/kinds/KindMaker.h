#pragma once

#include "models/kinds/Kind.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace kinds {

using fields::Items;
using fields::Record;
using kube::CellWriter;
using kube::Column;
using kube::Shown;

/// A text that can be a template argument.
template <std::size_t Size>
struct Literal
{
    char text[Size];
    constexpr Literal(const char (&from)[Size]) { std::copy_n(from, Size, text); }
    constexpr operator std::string_view() const { return {text, Size - 1}; }
};

/// The fields of one kind in one version, made at the first call.
template <typename KindFields, Literal ApiVersion, Literal KindName>
const KindFields &fieldsOf()
{
    static const KindFields made(ApiVersion, KindName);
    return made;
}

enum class Scope : bool { Cluster = false, Namespaced = true };

/// An entry of the registry: kinds and versions of equal field paths share one writer of cells.
template <typename KindFields, auto Write, Literal ApiVersion, Literal KindName>
constexpr Kind makeKind(std::string_view resource, Scope scope, std::span<const Column> columns)
{
    return {ApiVersion, KindName, resource, scope == Scope::Namespaced, columns,
            []() -> const Fields & { return fieldsOf<KindFields, ApiVersion, KindName>(); },
            [](const Record &object, CellWriter &out) { Write(fieldsOf<KindFields, ApiVersion, KindName>(), object, out); }};
}

} // namespace kinds
