#include "models/metrics/ClusterObjects.h"

#include "models/kube/ResourceType.h"
#include "models/platform/Aside.h"
#include "models/text/Json.h"

#include <algorithm>

namespace metrics {

namespace {

constexpr const char *wholeObjects = "application/json";
constexpr const char *metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
constexpr std::chrono::seconds deadline{20};
constexpr std::size_t parsedHere = 16 * 1024;

} // namespace

void ClusterObjects::readIdentity(std::function<void()> done)
{
    m_done = std::move(done);
    m_outstanding = 3;
    kube::ApiRequest request;
    request.path = "/api/v1/namespaces/kube-system";
    fetch(std::move(request), [this](const base::Result<text::Value> &answer) {
        if (answer)
            m_identity.takeKubeSystem(*answer);
        else
            m_gaps.push_back({"the namespace kube-system", answer.error()});
        one();
    });
    ask({"nodes", "/api/v1", "nodes", std::to_string(ClusterIdentity::MostNodes), wholeObjects, &ClusterObjects::takeNodes}, "");
    ask({"pods", "/api/v1", "pods", std::to_string(ClusterIdentity::MostPods), metadataOnly, &ClusterObjects::takePods}, "");
}

void ClusterObjects::readCandidates(std::function<void()> done)
{
    m_done = std::move(done);
    m_outstanding = 2;
    ask({"prometheuses.monitoring.coreos.com", "/apis/monitoring.coreos.com/v1", "prometheuses", "100", wholeObjects, &ClusterObjects::takePrometheuses}, "");
    ask({"services", "/api/v1", "services", "500", wholeObjects, &ClusterObjects::takeServices}, "");
}

void ClusterObjects::ask(const List &list, const std::string &namespaceName, const std::string &continueToken)
{
    kube::ApiRequest request;
    request.path = list.group + (namespaceName.empty() ? "" : "/namespaces/" + kube::percentEncode(namespaceName)) + '/' + list.resource;
    request.add("limit", list.limit);
    if (!continueToken.empty())
        request.add("continue", continueToken);
    request.accept = list.accept;
    fetch(std::move(request), [this, list, namespaceName](const base::Result<text::Value> &answer) { listed(list, namespaceName, answer); });
}

void ClusterObjects::fetch(kube::ApiRequest request, std::function<void(const base::Result<text::Value> &)> then)
{
    request.deadline = deadline;
    m_jobs.push_back(m_api.fetch(std::move(request), [weak = weak_from_this(), then = std::move(then)](base::Result<kube::ApiAnswer> answer) {
        const auto self = weak.lock();
        if (!self)
            return;
        if (!answer || answer->body.size() <= parsedHere)
            return then(answer ? text::parseJson(answer->body) : base::Result<text::Value>(answer.error()));
        auto body = std::make_shared<std::string>(std::move(answer->body));
        self->m_jobs.push_back(platform::runAside(self->m_api.executor(), [weak, then, body](std::stop_token) {
            auto parsed = std::make_shared<base::Result<text::Value>>(text::parseJson(*body));
            return base::Task([weak, then, parsed] {
                if (const auto alive = weak.lock())
                    then(*parsed);
            });
        }));
    }));
}

void ClusterObjects::listed(const List &list, const std::string &namespaceName, const base::Result<text::Value> &answer)
{
    if (!answer) {
        const bool isRefused = answer.error().kind == base::ErrorKind::Forbidden;
        const bool isAbsentKind = answer.error().kind == base::ErrorKind::NotFound && list.take == &ClusterObjects::takePrometheuses;
        if (!isAbsentKind)
            m_gaps.push_back({list.what + (namespaceName.empty() ? "" : " in " + namespaceName), answer.error()});
        if (isRefused && namespaceName.empty() && list.resource != "nodes") {
            const std::size_t count = std::min(m_namespaces.size(), MostNamespaces);
            m_outstanding += count;
            for (std::size_t i = 0; i < count; ++i)
                ask(list, m_namespaces[i]);
        }
        return one();
    }
    (this->*list.take)(*answer);
    m_sawAllServices = m_sawAllServices || (namespaceName.empty() && list.take == &ClusterObjects::takeServices);
    const std::string &next = (*answer)["metadata"]["continue"].text();
    if (list.take == &ClusterObjects::takeServices && !next.empty() && m_services.size() < MostServices) {
        ++m_outstanding;
        ask(list, namespaceName, next);
    }
    one();
}

bool ClusterObjects::isUnreachable() const
{
    using base::ErrorKind;
    constexpr ErrorKind kinds[] = {ErrorKind::Network, ErrorKind::Timeout, ErrorKind::Tls, ErrorKind::Unauthorized, ErrorKind::Untrusted, ErrorKind::Cancelled, ErrorKind::Io};
    const auto isOfTheWay = [&kinds](const DiscoveryGap &gap) { return std::ranges::find(kinds, gap.error.kind) != std::end(kinds); };
    return m_identity.isEmpty() && m_gaps.size() >= 3 && std::ranges::all_of(m_gaps, isOfTheWay);
}

void ClusterObjects::takeServices(const text::Value &list)
{
    m_services.insert(m_services.end(), list["items"].items().begin(), list["items"].items().end());
}

void ClusterObjects::takePrometheuses(const text::Value &list)
{
    m_prometheuses.insert(m_prometheuses.end(), list["items"].items().begin(), list["items"].items().end());
}

void ClusterObjects::one()
{
    if (--m_outstanding > 0)
        return;
    const auto self = shared_from_this();
    const auto done = std::move(m_done);
    done();
}

} // namespace metrics
