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

/// An update or an apply that made the object: create was asked for too, with the name (S16).
bool isCreation(const Value &event, const Request &request)
{
    constexpr std::int64_t created = 201;
    return (request.verb == "update" || request.verb == "patch") && event["responseStatus"]["code"].asInteger() == created;
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
    if (!request.isUrl() && request.resource.empty())
        return;
    const Identity identity = identityOf(other.isMap() ? other : event["user"]);
    if (isCreation(event, request)) {
        Request creation = request;
        creation.verb = "create";
        out.push_back({identity, std::move(creation)});
    }
    out.push_back({identity, std::move(request)});
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
