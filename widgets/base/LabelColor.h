#pragma once

#include "widgets/base/Theme.h"

class QLabel;

namespace base {

/// The color of a label's text, until the theme is another. By style: the palette of the page around it would win over the label's.
void colorLabel(QLabel *label, Meaning meaning);

} // namespace base
