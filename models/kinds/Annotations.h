#pragma once

#include "models/kinds/KindMaker.h"

#include <initializer_list>
#include <optional>
#include <string_view>

namespace kinds {

/// The annotations of an object.
struct AnnotationFields
{
    explicit AnnotationFields(Plan &plan) : map(plan.items("metadata.annotations")) {}

    Items map;

    /// The value, which may be empty, or nothing.
    std::optional<std::string_view> find(const Record &object, std::string_view key) const
    {
        for (const Record annotation : object.items(map))
            if (annotation.text(map.key()) == key)
                return annotation.text(map.value());
        return std::nullopt;
    }
    /// Whether one of them is "true".
    bool isTrue(const Record &object, std::initializer_list<std::string_view> keys) const
    {
        return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return find(object, key) == "true"; });
    }
};

} // namespace kinds
