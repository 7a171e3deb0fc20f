#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace promql {

/// The byte of a query at which the server's words say that it is wrong: "1:5: parse error: ...". Nothing where they name no place of it. Any thread.
std::optional<std::size_t> errorPlace(std::string_view query, std::string_view message);

} // namespace promql
