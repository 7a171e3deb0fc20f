#include "models/rbac/AuditLog.h"

#include "models/text/Json.h"

#include <algorithm>

namespace rbac {

using text::Value;

namespace {

Identity identityOf(const Value &user)
{
    Identity out;
    out.user = user["username"].text();
    for (const Value &group : user["groups"].items())
        out.groups.push_back(group.text());
    return out;
}

Request requestOf(const Value &event)
{
    Request out;
    out.verb = event["verb"].text();
    const Value &object = event["objectRef"];
    if (!object.isMap()) {
        const std::string &uri = event["requestURI"].text();
        out.url = uri.substr(0, uri.find('?'));
        return out;
    }
    out.apiGroup = object["apiGroup"].text();
    out.resource = object["resource"].text();
    out.subresource = object["subresource"].text();
    out.namespaceName = object["namespace"].text();
    if (out.verb != "create" || !out.subresource.empty())
        out.name = object["name"].text();
    return out;
}

void addEvent(const Value &event, std::vector<ObservedRequest> &out)
{
    if (event["kind"].text() == "EventList" || (event["items"].isList() && event["verb"].text().empty())) {
        for (const Value &item : event["items"].items())
            addEvent(item, out);
        return;
    }
    if (event["verb"].text().empty() || !event["user"].isMap())
        return;
    const Value &other = event["impersonatedUser"];
    Request request = requestOf(event);
    if (request.isUrl() || !request.resource.empty())
        out.push_back({identityOf(other.isMap() ? other : event["user"]), std::move(request)});
}

} // namespace

base::Result<std::vector<ObservedRequest>> readAuditLog(std::string_view bytes)
{
    std::vector<ObservedRequest> out;
    if (const auto whole = text::parseJson(bytes)) {
        addEvent(*whole, out);
    } else {
        while (!bytes.empty()) {
            const std::string_view line = bytes.substr(0, bytes.find('\n'));
            bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
            if (const auto event = text::parseJson(line))
                addEvent(*event, out);
        }
    }
    if (out.empty())
        return base::makeError(base::ErrorKind::BadInput, "there is no audit event in it");
    return out;
}

} // namespace rbac
