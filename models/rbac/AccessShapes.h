#pragma once

#include "models/rbac/AccessGraph.h"
#include "models/text/Value.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rbac {

/// The shapes in which access is written down for other programs; every key is there, absent values are "", [] or null.

text::Value textValue(std::string_view text);
text::Value textList(const std::vector<std::string> &words);
text::Value refList(const std::vector<ObjectRef> &refs);
/// A map of these members.
text::Value mapOf(std::vector<std::pair<std::string, text::Value>> members);

text::Value rightShape(const Right &right);
/// Nodes, edges, and the matrix of rights.
text::Value graphShape(const AccessGraph &graph);
/// Columns behind those of the rights.
struct MoreColumns
{
    std::vector<std::string> heads;
    std::function<std::vector<std::string>(const Right &right)> cells;
};
/// The rights as CSV with a head line, in their order.
std::string rightsCsv(const std::vector<Right> &rights, const MoreColumns &more = {});

} // namespace rbac
