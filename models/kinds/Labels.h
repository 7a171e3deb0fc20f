#pragma once

#include "models/kinds/CellText.h"

#include <string>
#include <string_view>

namespace kinds {

/// What is read of a LabelSelector.
struct SelectorFields
{
    SelectorFields(Plan &plan, const std::string &path)
        : labels(plan.items(path + ".matchLabels")), expressions(plan.items(path + ".matchExpressions"))
    {
    }

    Items labels;
    Items expressions;
    Field key = expressions.field("key");
    Field comparison = expressions.field("operator");
    Items values = expressions.items("values");
};

/// "a=1,b=2", or <none>; sorted as whole texts.
void writeLabels(CellWriter &out, const Record &object, const Items &map);

/// "a=1,b in (x,y),!c", sorted by key. A selector that no server accepts shows as whenInvalid.
void writeSelector(CellWriter &out, const Record &object, const SelectorFields &selector, std::string_view whenEmpty = "<none>",
                   std::string_view whenInvalid = "<error>");

/// A label selector as the server writes it inside the cells of admission policy bindings.
void writeSelectorMessage(CellWriter &out, const Record &object, const SelectorFields &selector);

} // namespace kinds
