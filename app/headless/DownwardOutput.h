#pragma once

#include "models/downward/Inspection.h"
#include "models/text/Value.h"

#include <iosfwd>
#include <vector>

namespace headless {

/// The entries as the contract of the verb has them.
text::Value downwardJson(const std::vector<downward::Entry> &entries);

/// A line for each, for people.
void printDownward(const std::vector<downward::Entry> &entries, std::ostream &out);

} // namespace headless
