#include "widgets/base/KindWords.h"

#include "models/kinds/Why.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <string>

namespace base {

void sayKindWords()
{
    kinds::speak([](const char *words) { return QCoreApplication::translate("kinds", words).toStdString(); });
}

QString stateWord(std::string_view kind, std::string_view word)
{
    static constexpr std::string_view ours[] = {"CronJob", "HorizontalPodAutoscaler", "ResourceQuota"};
    return std::ranges::find(ours, kind) == std::end(ours) ? oneLine(word) : oneLine(QCoreApplication::translate("kinds", std::string(word).c_str()));
}

} // namespace base
