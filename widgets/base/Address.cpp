#include "widgets/base/Address.h"

#include <QRegularExpression>

namespace base {

QString Address::toString() const
{
    if (!isObject())
        return place;
    return place + u'/' + namespaceName + u'/' + name + (tab.isEmpty() ? QString() : u'#' + tab);
}

std::optional<Address> Address::parse(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([A-Za-z0-9.-]+)(?:/([^/#]*)/([^#]+)(?:#([a-z]+))?)?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Address{match.captured(1), match.captured(2), match.captured(3), match.captured(4)};
}

} // namespace base
