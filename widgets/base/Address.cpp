#include "widgets/base/Address.h"

#include <QRegularExpression>

namespace base {

QString Address::toString() const
{
    const QString part = tab.isEmpty() ? QString() : u'#' + tab;
    return isObject() ? place + u'/' + namespaceName + u'/' + name + part : place + part;
}

std::optional<Address> Address::parse(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([A-Za-z0-9.-]+)(?:/([^/#\\x00-\\x1f]*)/([^#\\x00-\\x1f]+))?(?:#([a-z-]+(?:@[a-z0-9]+)?(?::[^#\\x00-\\x1f]+)?))?\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Address{match.captured(1), match.captured(2), match.captured(3), match.captured(4)};
}

} // namespace base
