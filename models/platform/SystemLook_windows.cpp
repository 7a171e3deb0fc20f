#include "models/platform/SystemLook.h"

#include <windows.h>

namespace platform {

std::optional<bool> systemPrefersDark()
{
    DWORD usesLight = 1, size = sizeof usesLight;
    const wchar_t *const key = L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
    if (::RegGetValueW(HKEY_CURRENT_USER, key, L"AppsUseLightTheme", RRF_RT_REG_DWORD, nullptr, &usesLight, &size) != ERROR_SUCCESS)
        return std::nullopt;
    return usesLight == 0;
}

std::vector<std::string> fontsBesides()
{
    return {"Malgun Gothic", "Segoe UI Symbol"};
}

std::string machineFont()
{
    return "Consolas";   // the toolkit knows Courier New
}

int strongWeight()
{
    return 700;   // 600 is a family of its own there
}

} // namespace platform
