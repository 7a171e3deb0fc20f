#pragma once

#include "models/detail/Summary.h"

#include <span>
#include <string_view>

namespace diagnosis {

/// What it means that a message has certain words.
struct Meaning
{
    std::string_view marks;             ///< any of these words in the message, in small letters, separated by |
    std::string_view sentence;
    std::string_view next = {};         ///< empty: there is nothing to be said
};

/// The first that fits, or null.
const Meaning *meaningOf(std::span<const Meaning> meanings, std::string_view message);

/// Adds the sentence and the next step of the first that fits.
void explain(detail::Notice &notice, std::span<const Meaning> meanings, std::string_view message);
/// The same by the notice's own words.
void explain(detail::Notice &notice, std::span<const Meaning> meanings);

} // namespace diagnosis
