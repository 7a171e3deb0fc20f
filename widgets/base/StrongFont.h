#pragma once

#include "models/platform/SystemLook.h"
#include "widgets/base/Theme.h"

namespace base {

/// Of words that count more than those around them.
inline QFont::Weight strongWeight()
{
    return static_cast<QFont::Weight>(platform::strongWeight());
}

/// The theme's body font for a sentence that counts more than those around it.
inline QFont strongFont()
{
    QFont font = Theme::instance().bodyFont();
    font.setWeight(strongWeight());
    return font;
}

} // namespace base
