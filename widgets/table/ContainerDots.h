#pragma once

#include "models/text/Value.h"

#include <string>
#include <string_view>

namespace tables {
class TableModel;
}

namespace table {

/// Whether the column counts the ready containers of pods.
bool countsContainers(const tables::TableModel &model, int column);

/// One dot for each container that "2/3" counts, full for those that are ready; empty where it counts none, or more than can be taken in.
std::string containerDots(std::string_view ready);

/// What each container of a pod does, in lines.
std::string containerStates(const text::Value &pod);

} // namespace table
