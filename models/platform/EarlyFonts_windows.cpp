#include "models/platform/EarlyFonts.h"

namespace platform {

EarlyFonts::EarlyFonts() = default;
EarlyFonts::~EarlyFonts() = default;

} // namespace platform
