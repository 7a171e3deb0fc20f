#include "models/platform/SystemLook.h"

namespace platform {

std::optional<bool> systemPrefersDark()
{
    return std::nullopt;
}

std::vector<std::string> fontsBesides()
{
    return {};
}

std::string machineFont()
{
    return {};
}

int strongWeight()
{
    return 600;
}

} // namespace platform
