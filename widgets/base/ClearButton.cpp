#include "widgets/base/ClearButton.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace base {

void offerToClear(QLineEdit &field)
{
    if (field.isClearButtonEnabled())
        return;
    field.setClearButtonEnabled(true);
    for (QToolButton *clear : field.findChildren<QToolButton *>())
        clear->setAccessibleName(QCoreApplication::translate("base", "Clear: %1").arg(field.accessibleName()));
}

} // namespace base
