#include "widgets/base/KindWords.h"

#include "models/kinds/Why.h"

#include <QCoreApplication>

namespace base {

void sayKindWords()
{
    kinds::speak([](const char *words) { return QCoreApplication::translate("kinds", words).toStdString(); });
}

} // namespace base
