#include "models/kube/RequestInfo.h"

#include "models/text/Numbers.h"
#include "models/text/Percent.h"
#include "models/text/Selector.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace kube {

namespace {

using Parts = std::vector<std::string>;
using Parameters = std::vector<std::pair<std::string, std::string>>;

constexpr std::pair<std::string_view, std::string_view> methodVerbs[] = {
    {"POST", "create"}, {"GET", "get"}, {"HEAD", "get"}, {"PUT", "update"}, {"PATCH", "patch"}, {"DELETE", "delete"},
};

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

Parts partsOf(std::string_view path)
{
    while (path.starts_with('/'))
        path.remove_prefix(1);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    Parts out;
    while (!path.empty()) {
        const auto slash = path.find('/');
        out.emplace_back(path.substr(0, slash));
        path.remove_prefix(slash == path.npos ? path.size() : slash + 1);
    }
    return out;
}

Parameters parametersOf(std::string_view query)
{
    Parameters out;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        const auto equal = std::min(pair.find('='), pair.size());
        out.emplace_back(text::percentDecoded(pair.substr(0, equal), true), text::percentDecoded(pair.substr(std::min(equal + 1, pair.size())), true));
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return out;
}

std::optional<std::string_view> parameter(const Parameters &parameters, std::string_view name)
{
    const auto found = std::ranges::find(parameters, name, &Parameters::value_type::first);
    return found == parameters.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

bool isOn(std::optional<std::string_view> value)
{
    return value && lowered(*value) != "false" && *value != "0";
}

bool isPathSegment(std::string_view name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == name.npos && name.find('%') == name.npos;
}

/// The one object that a list is narrowed to, if its options can be read at all.
std::string nameOfSelector(const Parameters &parameters)
{
    for (const char *number : {"limit", "timeoutSeconds"}) {
        const auto value = parameter(parameters, number);
        if (value && !value->empty() && !text::isWholeSpelling(*value))
            return {};
    }
    const auto labels = parameter(parameters, "labelSelector");
    const auto fields = text::FieldSelector::parse(parameter(parameters, "fieldSelector").value_or(""));
    if (!fields || (labels && !text::LabelSelector::parse(*labels)))
        return {};
    const auto isName = [](const text::FieldSelector::Term &term) { return term.equal && term.field == "metadata.name"; };
    const auto found = std::ranges::find_if(fields->terms(), isName);
    return found != fields->terms().end() && isPathSegment(found->value) ? found->value : std::string();
}

/// From here on the parts are relative to the kind: a namespace before it is taken off, unless it is what is asked about.
void takeNamespace(Parts &parts, RequestInfo &request)
{
    if (parts[0] != "namespaces" || parts.size() < 2)
        return;
    request.namespaceName = parts[1];
    if (parts.size() > 2 && parts[2] != "status" && parts[2] != "finalize")
        parts.erase(parts.begin(), parts.begin() + 2);
}

void takeObject(const Parts &parts, RequestInfo &request)
{
    request.resource = parts[0];
    if (parts.size() > 1)
        request.name = parts[1];
    if (parts.size() > 2 && request.verb != "proxy")
        request.subresource = parts[2];
}

std::string verbOf(std::string_view method)
{
    const auto found = std::ranges::find(methodVerbs, method, [](const auto &row) { return row.first; });
    return found == std::end(methodVerbs) ? std::string() : std::string(found->second);
}

/// Without a name a get is a list or a watch, and a delete is one of a whole collection.
void nameTheVerb(const Parameters &parameters, RequestInfo &request)
{
    if (!request.name.empty())
        return;
    if (request.verb == "delete")
        request.verb = "deletecollection";
    if (request.verb != "get")
        return;
    request.verb = isOn(parameter(parameters, "watch")) ? "watch" : "list";
    request.name = nameOfSelector(parameters);
}

} // namespace

RequestInfo RequestInfo::ofHttp(std::string_view method, std::string_view target)
{
    const std::string_view encoded = target.substr(0, target.find('?'));
    const std::string path = text::percentDecoded(encoded, false);
    const Parameters parameters = parametersOf(target.substr(std::min(encoded.size() + 1, target.size())));
    RequestInfo url;
    url.verb = lowered(method);
    url.url = path;
    Parts parts = partsOf(path);
    const std::size_t before = parts.empty() || parts[0] == "api" ? 2 : 3;   // api and version, or apis, group and version
    if (parts.size() <= before || (parts[0] != "api" && parts[0] != "apis"))
        return url;
    RequestInfo out;
    if (before == 3)
        out.apiGroup = parts[1];
    parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(before));
    out.verb = verbOf(method);
    if (parts[0] == "watch" || parts[0] == "proxy") {
        if (parts.size() < 2)
            return url;
        out.verb = parts[0];
        parts.erase(parts.begin());
    }
    takeNamespace(parts, out);
    takeObject(parts, out);
    nameTheVerb(parameters, out);
    return out;
}

std::string RequestInfo::text() const
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

} // namespace kube
