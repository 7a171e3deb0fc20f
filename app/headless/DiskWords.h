#pragma once

#include "models/disk/Report.h"

namespace headless {

/// Words of -o json.
const char *nameOf(disk::Filler::What what);
const char *nameOf(disk::Gain gain);
const char *nameOf(disk::Limit::What what);
const char *nameOf(disk::Missing::What what);

} // namespace headless
