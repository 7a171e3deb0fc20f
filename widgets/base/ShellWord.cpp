#include "widgets/base/ShellWord.h"

#include <QRegularExpression>

namespace base {

QString shellWord(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_@%+=:,./-]+\\z"));
    if (plain.match(word).hasMatch())
        return word;
    QString inner = word;
    return u'\'' + inner.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString kubectlFor(const QString &context)
{
    return QStringLiteral("kubectl --context ") + shellWord(context);
}

} // namespace base
