#include "models/metrics/PrometheusTransport.h"

#include "models/kube/ResourceType.h"
#include "models/metrics/PrometheusAnswer.h"

namespace metrics {

namespace {

constexpr std::string_view beforeTarget = "the server redirects to ";

} // namespace

std::string PrometheusRequest::encodedQuery() const
{
    std::string encoded;
    for (const kube::QueryItem &item : query)
        encoded += (encoded.empty() ? "" : "&") + kube::percentEncode(item.name) + '=' + kube::percentEncode(item.value);
    return encoded;
}

base::Error redirectError(int status, const std::string &target)
{
    base::Error error = base::makeError(base::ErrorKind::Server, std::string(beforeTarget) + target + "; redirects are not followed, because they would carry the credentials along");
    error.code = status;
    error.reason = reason::Redirected;
    return error;
}

std::optional<std::string> redirectPath(const base::Error &error)
{
    const std::size_t found = error.message.find(beforeTarget);
    if (error.code < 300 || error.code >= 400 || found == std::string::npos)
        return std::nullopt;
    const std::size_t from = found + beforeTarget.size();
    std::string target = error.message.substr(from, error.message.find(';', from) - from);
    if (const std::size_t scheme = target.find("://"); scheme != std::string::npos)
        target.erase(0, std::min(target.find('/', scheme + 3), target.size()));
    target.erase(std::min(target.find_first_of("?#"), target.size()));
    if (const std::size_t proxy = target.find("/proxy/"); proxy != std::string::npos && target.find("/services/") < proxy)
        target.erase(0, proxy + 6);
    return target.starts_with('/') ? std::optional(target) : std::nullopt;
}

} // namespace metrics
