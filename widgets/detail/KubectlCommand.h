#pragma once

#include "models/detail/LiveObject.h"

#include <QString>

namespace detail {

/// "kubectl describe pods web-0 -n team-a"
inline QString kubectl(const QString &verb, const ObjectName &object)
{
    const QString space = object.namespaceName.empty() ? QString() : QStringLiteral(" -n ") + QString::fromStdString(object.namespaceName);
    return QStringLiteral("kubectl ") + verb + u' ' + QString::fromStdString(object.type.qualifiedName()) + u' ' + QString::fromStdString(object.name) + space;
}

} // namespace detail
