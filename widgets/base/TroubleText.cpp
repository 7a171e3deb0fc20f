#include "widgets/base/TroubleText.h"

#include "widgets/base/PlainText.h"

#include <QCoreApplication>

namespace base {

QString describe(const settings::Trouble &trouble)
{
    const QString path = oneLine(trouble.path), reason = oneLine(trouble.reason);
    switch (trouble.kind) {
    case settings::Trouble::Kind::NotRead: return QCoreApplication::translate("base", "Settings cannot be read from %1: %2. As no mark is known, all clusters are read-only until they can be read at a start.").arg(path, reason);
    case settings::Trouble::Kind::Broken: return QCoreApplication::translate("base", "The settings made no sense (%2). They were moved to %1. As no mark is known, all clusters are read-only until the next start.").arg(path, reason);
    case settings::Trouble::Kind::NotSaved: break;
    }
    return QCoreApplication::translate("base", "Settings are not saved in %1: %2").arg(path, reason);
}

} // namespace base
