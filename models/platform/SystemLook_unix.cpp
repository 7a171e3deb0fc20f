#include "models/platform/SystemLook.h"

namespace platform {

std::optional<bool> systemPrefersDark()
{
    return std::nullopt;
}

} // namespace platform
