#pragma once

#include "models/detail/LiveObject.h"
#include "widgets/base/ShellWord.h"

#include <QString>

namespace detail {

/// "kubectl describe pods web-0 -n team-a"
inline QString kubectl(const QString &verb, const ObjectName &object)
{
    const QString space = object.namespaceName.empty() ? QString() : QStringLiteral(" -n ") + QString::fromStdString(object.namespaceName);
    return QStringLiteral("kubectl ") + verb + u' ' + QString::fromStdString(object.type.qualifiedName()) + u' ' + base::shellWord(QString::fromStdString(object.name)) + space;
}

/// "GET /api/v1/namespaces/team-a/pods/web-0"
inline QString getCall(const ObjectName &object)
{
    return QStringLiteral("GET ") + QString::fromStdString(kube::objectPath(object.type, object.namespaceName, object.name));
}

} // namespace detail
