#pragma once

#include "models/detail/Summary.h"

namespace detail {

/// What matters most of a summary, for a narrow place: its notices whole, of each section the rows that say how the object is, tables as rows.
Summary shortForm(const Summary &whole);

/// More rows of a section are not told.
inline constexpr std::size_t MostShortRows = 8;

} // namespace detail
