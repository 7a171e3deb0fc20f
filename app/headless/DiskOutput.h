#pragma once

#include "models/disk/Report.h"

#include <iosfwd>

namespace headless {

/// The contract of -o json: sizes in bytes, null for what is not known.
text::Value diskJson(const disk::Report &report);
/// The same for people: file systems with their limits, what takes space with what to type about it, images.
void printDisk(const disk::Report &report, std::ostream &out);

} // namespace headless
