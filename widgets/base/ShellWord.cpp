#include "widgets/base/ShellWord.h"

#include "models/text/ShellWord.h"

namespace base {

QString shellWord(const QString &word)
{
    return QString::fromStdString(text::shellWord(word.toStdString()));
}

QString kubectlFor(const QString &context)
{
    return QStringLiteral("kubectl --context ") + shellWord(context);
}

} // namespace base
