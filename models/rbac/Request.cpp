#include "models/rbac/Request.h"

namespace rbac {

std::string Request::text() const
{
    if (isUrl())
        return verb + ' ' + url;
    std::string out = verb + ' ' + combinedResource();
    if (!apiGroup.empty())
        out += " of API group " + apiGroup;
    if (!name.empty())
        out += " named " + name;
    return out += namespaceName.empty() ? " in the whole cluster" : " in namespace " + namespaceName;
}

} // namespace rbac
