#include "models/demo/Api.h"

#include "models/demo/Impersonation.h"
#include "models/demo/PrometheusAnswers.h"
#include "models/demo/Refusal.h"
#include "models/demo/Reviews.h"
#include "models/demo/Subresources.h"
#include "models/demo/UsageMetrics.h"
#include "models/demo/Writes.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace demo {

namespace {

constexpr std::string_view aggregatedType = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
constexpr std::string_view versionJson =
    R"({"major":"1","minor":"36","gitVersion":"v1.36.3+k3s1","gitCommit":"5a1e2d0c9b8f7e6d5c4b3a29181706f5e4d3c2b1","gitTreeState":"clean",)"
    R"("buildDate":"2026-10-20T17:00:00Z","goVersion":"go1.26.8","compiler":"gc","platform":"linux/amd64"})";

HttpAnswer json(std::string body, int code = 200)
{
    HttpAnswer answer;
    answer.code = code;
    answer.body = std::move(body);
    return answer;
}

HttpAnswer jsonOrNotFound(std::string body) { return body.empty() ? pathNotFound() : json(std::move(body)); }

HttpAnswer plainText(std::string body)
{
    HttpAnswer answer = json(std::move(body));
    answer.contentType = "text/plain; charset=utf-8";
    return answer;
}

std::vector<std::string> segments(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        if (slash != 0)
            parts.emplace_back(path.substr(0, slash));
        path.remove_prefix(slash == path.npos ? path.size() : slash + 1);
    }
    return parts;
}

HttpAnswer answerOf(const base::Error &error)
{
    constexpr std::array<std::pair<base::ErrorKind, int>, 3> codes{{
        {base::ErrorKind::Gone, 410}, {base::ErrorKind::Timeout, 504}, {base::ErrorKind::Invalid, 400}}};
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const auto &entry) { return entry.first == error.kind; });
    return refusal(found == codes.end() ? 400 : found->second, error.message);
}

std::optional<std::uint64_t> versionOf(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "metadata.name=x" in a field selector is a watch of one object too; the filter sees to that.
WatchWish wishOf(const HttpRequest &request, std::chrono::seconds bookmarkEvery)
{
    constexpr std::uint64_t usualSeconds = 1800;
    WatchWish wish;
    wish.bookmarks = request.flag("allowWatchBookmarks");
    wish.sendsInitialEvents = request.flag("sendInitialEvents");
    const auto version = versionOf(request.parameter("resourceVersion")).value_or(0);
    if (version != 0 && !wish.sendsInitialEvents)
        wish.from = version;
    wish.limit
        = std::chrono::seconds(std::max<std::uint64_t>(1, versionOf(request.parameter("timeoutSeconds")).value_or(usualSeconds)));
    wish.bookmarkEvery = bookmarkEvery;
    return wish;
}

} // namespace

std::optional<ApiPath> ApiPath::read(std::string_view path)
{
    const auto parts = segments(path);
    const bool isCore = !parts.empty() && parts[0] == "api";
    std::size_t next = isCore ? 1 : 2;
    if (parts.size() <= next + 1 || (!isCore && parts[0] != "apis"))
        return std::nullopt;
    ApiPath result;
    result.group = isCore ? std::string() : parts[1];
    result.version = parts[next++];
    const auto isOwnSubresource = [](const std::string &word) { return word == "status" || word == "finalize"; };
    if (parts[next] == "namespaces" && parts.size() > next + 2 && !isOwnSubresource(parts[next + 2])) {
        result.nameSpace = parts[next + 1];
        next += 2;
    }
    std::string *const rest[] = {&result.plural, &result.name, &result.subresource};
    for (std::size_t i = 0; next + i < parts.size(); ++i) {
        if (i >= std::size(rest))
            result.subresource += '/' + parts[next + i];
        else
            *rest[i] = parts[next + i];
    }
    return result;
}

Api::Api(Cluster &cluster, std::chrono::seconds bookmarkEvery)
    : m_cluster(&cluster), m_rendering(cluster.columns(), cluster.clock()), m_bookmarkEvery(bookmarkEvery)
{
}

void Api::forgetHistory()
{
    m_cluster->store().compact();
    m_pages.forget();
}

Api::Reply Api::answer(const HttpRequest &request)
{
    const auto impersonated = impersonatedBy(request);
    if (impersonated && !m_letsImpersonate)
        return impersonationRefused(*impersonated);
    if (auto fixed = fixedAnswer(request))
        return std::move(*fixed);
    if (auto discovery = discoveryAnswer(request))
        return std::move(*discovery);
    const auto path = ApiPath::read(request.path);
    if (impersonated && path) {
        if (auto refused = refusalFor(*impersonated, request, *path, *m_cluster))
            return std::move(*refused);
    }
    for (const auto metrics : {usageAnswer, kubeletAnswer, prometheusAnswer}) {
        if (auto answer = metrics(request, *m_cluster))
            return std::move(*answer);
    }
    return path ? resourceAnswer(request, *path) : Reply(pathNotFound());
}

std::optional<HttpAnswer> Api::fixedAnswer(const HttpRequest &request) const
{
    if (request.path == "/version" || request.path == "/version/")
        return json(std::string(versionJson));
    if (auto schemas = m_cluster->schemas().answer(request.path))
        return json(std::move(*schemas));
    for (const char *path : {"/healthz", "/livez", "/readyz"}) {
        if (request.path == path)
            return plainText("ok");
    }
    return std::nullopt;
}

std::optional<HttpAnswer> Api::discoveryAnswer(const HttpRequest &request) const
{
    const auto parts = segments(request.path);
    const bool isCore = !parts.empty() && parts[0] == "api";
    if (parts.empty() || parts.size() > 3 || (!isCore && parts[0] != "apis") || (isCore && parts.size() > 2))
        return std::nullopt;
    const ResourceCatalog &catalog = m_cluster->catalog();
    if (parts.size() == 1 && request.header("Accept").find(aggregatedType) != std::string_view::npos) {
        HttpAnswer answer = json(catalog.aggregated(isCore));
        answer.contentType = aggregatedType;
        return answer;
    }
    if (parts.size() == 1)
        return json(isCore ? catalog.versions() : catalog.groups());
    if (isCore)
        return jsonOrNotFound(catalog.resources({}, parts[1]));
    return jsonOrNotFound(parts.size() == 2 ? catalog.group(parts[1]) : catalog.resources(parts[1], parts[2]));
}

Api::Reply Api::resourceAnswer(const HttpRequest &request, const ApiPath &path)
{
    const ResourcePointer resource = m_cluster->catalog().find(path.group, path.version, path.plural);
    if (!resource)
        return pathNotFound();
    if (auto review = reviewAnswer(request, *resource, *m_cluster))
        return std::move(*review);
    if (!path.subresource.empty()) {
        if (!m_cluster->catalog().hasSubresource(*resource, path.subresource))
            return pathNotFound();
        return subresourceAnswer(request, path, resource, *m_cluster);
    }
    const auto as = Representation::negotiate(request);
    if (!as)
        return refusal(406, "only the following media types are accepted: application/json");
    if (request.method != "GET")
        return writeAnswer(request, path, resource, *m_cluster);
    return path.name.empty() || request.flag("watch") ? collectionAnswer(request, path, resource, *as)
                                                      : Reply(objectAnswer(path, *resource, *as));
}

Api::Reply Api::collectionAnswer(
    const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, const Representation &as)
{
    const bool watches = request.flag("watch");
    if (!resource->allows(watches ? "watch" : "list"))
        return methodNotAllowed();
    auto filter = Filter::read(request, resource, path.nameSpace, path.name);
    if (!filter)
        return answerOf(filter.error());
    return watches ? watchAnswer(request, std::move(*filter), as) : Reply(listAnswer(request, *filter, as));
}

Api::Reply Api::watchAnswer(const HttpRequest &request, Filter filter, const Representation &as)
{
    const auto text = request.parameter("resourceVersion");
    if (!text.empty() && !versionOf(text))
        return refusal(400, "invalid resource version \"" + std::string(text) + '"');
    const WatchWish wish = wishOf(request, m_bookmarkEvery);
    if (wish.sendsInitialEvents && request.parameter("resourceVersionMatch") != "NotOlderThan")
        return refusal(422, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    if (wish.from && *wish.from > m_cluster->store().version())
        return refusal(504,
            "Too large resource version: " + std::string(text) + ", current: " + std::to_string(m_cluster->store().version()));
    return std::make_unique<Watch>(m_cluster->store(), m_rendering, std::move(filter), as, wish, m_cluster->clock().steady());
}

HttpAnswer Api::listAnswer(const HttpRequest &request, const Filter &filter, const Representation &as)
{
    const auto page = m_pages.page(request, m_cluster->store(), filter);
    if (!page)
        return answerOf(page.error());
    return json(m_rendering.list(*filter.resource(), page->objects, page->head, as));
}

HttpAnswer Api::objectAnswer(const ApiPath &path, const Resource &resource, const Representation &as) const
{
    const ObjectPointer object = m_cluster->store().find(resource, path.nameSpace, path.name);
    if (!object)
        return objectNotFound({path.name, path.group, path.plural});
    return json(m_rendering.object(*object, as));
}

} // namespace demo
