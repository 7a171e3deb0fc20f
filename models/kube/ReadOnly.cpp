#include "models/kube/ReadOnly.h"

#include "models/kube/RequestInfo.h"

#include <algorithm>
#include <array>

namespace kube {

namespace {

/// What runs or hands out something, whatever the method and the options say.
enum class Way { Closed, OwnGets };

struct Subresource
{
    std::string_view resource;      ///< empty: any
    std::string_view name;
    Way way;
    std::string_view what;
};

constexpr Subresource guarded[] = {
    {"pods", "exec", Way::Closed, "running a command in a container"},
    {"pods", "attach", Way::Closed, "attaching to a container"},
    {"serviceaccounts", "token", Way::Closed, "making a token"},
    {"pods", "portforward", Way::OwnGets, "a port-forward"},
    {"", "proxy", Way::OwnGets, "a connection through the server's proxy"},
};

struct Review
{
    std::string_view group;
    std::string_view resource;
};

constexpr Review reviews[] = {
    {"authorization.k8s.io", "selfsubjectaccessreviews"}, {"authorization.k8s.io", "selfsubjectrulesreviews"},
    {"authorization.k8s.io", "subjectaccessreviews"},     {"authorization.k8s.io", "localsubjectaccessreviews"},
    {"authentication.k8s.io", "selfsubjectreviews"},      {"authentication.k8s.io", "tokenreviews"},
};

constexpr std::array<std::string_view, 5> methodNames = {"GET", "POST", "PUT", "PATCH", "DELETE"};

std::string_view nameOf(http::Method method)
{
    return methodNames[static_cast<std::size_t>(method)];
}

bool isReview(const RequestInfo &info)
{
    const auto isIt = [&](const Review &review) { return info.apiGroup == review.group && info.resource == review.resource; };
    return info.verb == "create" && info.subresource.empty() && std::ranges::any_of(reviews, isIt);
}

bool isDryRun(const ApiRequest &request)
{
    bool asked = false;
    for (const QueryItem &item : request.query) {
        if (item.name != "dryRun")
            continue;
        if (item.value != "All")
            return false;
        asked = true;
    }
    return asked && (request.method != http::Method::Delete || request.body.empty());
}

base::Error refusal(std::string_view what)
{
    base::Error error = base::makeError(base::ErrorKind::Unsupported, "the cluster is marked read-only: " + std::string(what) + " is not sent");
    error.reason = "ReadOnly";
    return error;
}

/// Null when the request goes to no guarded subresource.
const Subresource *guardOf(const RequestInfo &info)
{
    const std::string_view subresource = info.verb == "proxy" ? info.verb : info.subresource; // the oldest proxy paths begin with it
    const auto fits = [&](const Subresource &each) { return subresource == each.name && (each.resource.empty() || info.resource == each.resource); };
    const auto found = std::ranges::find_if(guarded, fits);
    return found == std::end(guarded) ? nullptr : found;
}

} // namespace

std::optional<base::Error> refusalOfReadOnly(const ApiRequest &request)
{
    const bool isGet = request.method == http::Method::Get;
    const RequestInfo info = RequestInfo::ofHttp(nameOf(request.method), request.path);
    if (const Subresource *guard = guardOf(info)) {
        const bool isOwnGet = guard->way == Way::OwnGets && isGet && request.asker == Asker::Program;
        return isOwnGet ? std::nullopt : std::optional(refusal(guard->what));
    }
    if (isGet || (!info.isUrl() && (isReview(info) || isDryRun(request))))
        return std::nullopt;
    return refusal(info.isUrl() ? std::string(nameOf(request.method)) + ' ' + info.url : info.text());
}

} // namespace kube
