#include "widgets/rbac/AccessCommand.h"

#include "widgets/base/ShellWord.h"

namespace rbac {

namespace {

QString shellText(const std::string &text) { return base::shellWord(QString::fromStdString(text)); }

/// Groups alone are borne by nobody in particular.
QString asOther(const Identity &who, const std::optional<Identity> &viewer)
{
    if (viewer && viewer->ref() == who.ref())
        return {};
    QString words = QStringLiteral(" --as=") + (who.user.empty() ? QStringLiteral("nobody") : shellText(who.user));
    for (const std::string &group : who.groups)
        words += QStringLiteral(" --as-group=") + shellText(group);
    return words;
}

QString inNamespace(const std::string &name) { return name.empty() ? QString() : QStringLiteral(" -n ") + shellText(name); }

/// "deployments.apps/web"
QString typeOf(const Request &request)
{
    std::string type = request.resource;
    if (!request.apiGroup.empty())
        type += '.' + request.apiGroup;
    if (!request.name.empty())
        type += '/' + request.name;
    return shellText(type);
}

} // namespace

QString describeCommand(const ObjectRef &object)
{
    return QStringLiteral("kubectl describe %1 %2").arg(QString::fromStdString(object.kind).toLower(), shellText(object.name)) + inNamespace(object.namespaceName);
}

QString listCommand(const Identity &who, const std::string &namespaceName, const std::optional<Identity> &viewer)
{
    return QStringLiteral("kubectl auth can-i --list") + asOther(who, viewer) + inNamespace(namespaceName);
}

QString askCommand(const Identity &who, const Request &request, const std::optional<Identity> &viewer)
{
    const QString begin = QStringLiteral("kubectl auth can-i ") + shellText(request.verb) + u' ';
    if (request.isUrl())
        return begin + shellText(request.url) + asOther(who, viewer);
    const QString part = request.subresource.empty() ? QString() : QStringLiteral(" --subresource=") + shellText(request.subresource);
    const QString place = request.namespaceName.empty() ? QStringLiteral(" -A") : inNamespace(request.namespaceName);
    return begin + typeOf(request) + part + place + asOther(who, viewer);
}

} // namespace rbac
