#pragma once

#include "models/settings/SettingsFile.h"

#include <QString>

namespace base {

/// What keeps settings from being remembered, for people, in one line.
QString describe(const settings::Trouble &trouble);

} // namespace base
