#pragma once

#include "models/kinds/KindMaker.h"

#include <optional>
#include <string>
#include <string_view>

namespace kinds {

/// The conditions of an object's status.
struct ConditionFields
{
    explicit ConditionFields(Plan &plan, const std::string &path = "status.conditions") : list(plan.items(path)) {}

    Items list;
    Field type = list.field("type");
    Field status = list.field("status");

    /// The first condition of that type.
    std::optional<Record> find(const Record &object, std::string_view wanted) const
    {
        for (const Record condition : object.items(list))
            if (condition.text(type) == wanted)
                return condition;
        return std::nullopt;
    }
    /// Whether the first condition of that type is True.
    bool isTrue(const Record &object, std::string_view wanted) const
    {
        const auto condition = find(object, wanted);
        return condition && condition->text(status) == "True";
    }
};

} // namespace kinds
