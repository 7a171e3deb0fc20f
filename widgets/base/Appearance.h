#pragma once

#include "widgets/base/Theme.h"

namespace settings {
class Settings;
}

namespace base {

/// How the program looks and which language it speaks, as the person chose it for all starts.
struct Appearance
{
    ThemeChoice theme = ThemeChoice::System;
    QString language;       ///< "ko", "en"; empty: the system's

    static Appearance of(const settings::Settings &settings);
    void remember(settings::Settings &settings) const;
};

/// "light", "dark", "system"; anything else is the system's.
ThemeChoice themeNamed(const QString &name);
QString nameOf(ThemeChoice theme);

} // namespace base
