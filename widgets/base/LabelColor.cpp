#include "widgets/base/LabelColor.h"

#include <QLabel>

namespace base {

void colorLabel(QLabel *label, Meaning meaning)
{
    label->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(meaning).name()));
}

} // namespace base
