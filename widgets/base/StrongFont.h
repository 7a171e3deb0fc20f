#pragma once

#include "widgets/base/Theme.h"

namespace base {

/// The theme's body font for a sentence that counts more than those around it.
inline QFont strongFont()
{
    QFont font = Theme::instance().bodyFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace base
