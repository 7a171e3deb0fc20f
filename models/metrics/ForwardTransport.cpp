#include "models/metrics/ForwardTransport.h"

#include "models/kube/ResourceType.h"
#include "models/metrics/PrometheusAnswer.h"
#include "models/text/Json.h"
#include "models/text/Numbers.h"

#include <algorithm>

namespace metrics {

using base::ErrorKind;

namespace {

constexpr std::chrono::seconds lookDeadline{15};
constexpr std::int64_t lookCap = 16LL * 1024 * 1024;

base::Error noPod(const ServicePort &target, const std::string &why)
{
    base::Error error = base::makeError(ErrorKind::NotFound, "the service " + target.namespaceName + '/' + target.serviceName + " has no ready pod" + why);
    error.reason = reason::NoReadyPod;
    return error;
}

/// What may be the pod's own end, and not the query's fault.
bool isOfPod(const base::Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Server;
}

} // namespace

bool isReadyPod(const text::Value &pod)
{
    const auto isReady = [](const text::Value &condition) { return condition["type"].text() == "Ready" && condition["status"].text() == "True"; };
    const text::Value &status = pod["status"];
    return pod["metadata"]["deletionTimestamp"].isNull() && status["phase"].text() == "Running" && std::ranges::any_of(status["conditions"].items(), isReady);
}

int portOfPod(const text::Value &pod, const std::string &targetPort, int port)
{
    if (targetPort.empty())
        return port;
    if (text::isWholeSpelling(targetPort))
        return static_cast<int>(text::Value::number(targetPort).asInteger());
    for (const char *list : {"containers", "initContainers"}) {
        for (const text::Value &container : pod["spec"][list].items()) {
            for (const text::Value &each : container["ports"].items()) {
                if (each["name"].text() == targetPort)
                    return static_cast<int>(each["containerPort"].asInteger());
            }
        }
    }
    return 0;
}

/// One request: it waits for a pod if none is known, and then for the answer. It is let go with its job.
class ForwardTransport::Errand final : public std::enable_shared_from_this<Errand>
{
public:
    Errand(ForwardTransport &owner, PrometheusRequest request, Done done)
        : m_owner(&owner), m_alive(owner.m_alive), m_request(std::move(request)), m_done(std::move(done))
    {
    }

    void start(base::JobToken token)
    {
        m_token.emplace(std::move(token));
        if (m_owner->m_http)
            return ask();
        m_owner->resolve(*this);
    }
    void stop() { m_work.cancel(); }
    bool hasOwner() const { return !m_alive.expired(); }
    void wait(base::Job work) { m_work = std::move(work); }

    void ask()
    {
        m_forward = m_owner->m_forward;
        m_http = m_owner->m_http;
        m_work = m_http->send(m_request, [self = shared_from_this()](base::Result<PrometheusReply> reply) {
            if (!reply && self->hasOwner() && isOfPod(reply.error()) && self->m_owner->m_http == self->m_http)
                self->m_owner->forget();
            self->finish(std::move(reply));
        });
    }

    void finish(base::Result<PrometheusReply> reply)
    {
        const auto self = shared_from_this();
        m_token->finish([&] { m_done(std::move(reply)); });
    }

private:
    ForwardTransport *m_owner;
    std::weak_ptr<int> m_alive;
    PrometheusRequest m_request;
    Done m_done;
    std::optional<base::JobToken> m_token;
    std::shared_ptr<kube::PortForwardStream> m_forward;     ///< stays as long as the request
    std::shared_ptr<HttpTransport> m_http;
    base::Job m_work;
};

ForwardTransport::ForwardTransport(Network network, ServicePort target, std::string selector, std::string targetPort)
    : m_network(network)
    , m_target(std::move(target))
    , m_selector(std::move(selector))
    , m_targetPort(std::move(targetPort))
    , m_place("a pod of the service " + m_target.text() + " by port-forward")
{
}

ForwardTransport::~ForwardTransport() = default;

base::Job ForwardTransport::send(const PrometheusRequest &request, Done done)
{
    auto errand = std::make_shared<Errand>(*this, request, std::move(done));
    auto [job, token] = base::Job::make([&executor = executor(), errand]() mutable { executor.post([kept = std::move(errand)] { kept->stop(); }); });
    executor().post([weak = std::weak_ptr(errand), token = token] {
        const auto self = weak.lock();
        if (self && self->hasOwner() && !token.isCancelled())
            self->start(token);
    });
    return std::move(job);
}

void ForwardTransport::resolve(Errand &errand)
{
    kube::ApiRequest request;
    request.path = "/api/v1/namespaces/" + kube::percentEncode(m_target.namespaceName) + "/pods";
    if (m_selector.empty())
        return errand.finish(noPod(m_target, ": it selects none"));
    request.add("labelSelector", m_selector);
    request.add("limit", "50");
    request.deadline = lookDeadline;
    request.byteCap = lookCap;
    request.retries = kube::Retries::None;
    errand.wait(m_network.api.fetch(std::move(request), [this, self = errand.shared_from_this()](base::Result<kube::ApiAnswer> answer) {
        if (!self->hasOwner())
            return;
        auto pod = choose(answer);
        if (!pod)
            return self->finish(std::move(pod).error());
        if (!m_http)
            connect(*pod);
        self->ask();
    }));
}

base::Result<ForwardTransport::Pod> ForwardTransport::choose(const base::Result<kube::ApiAnswer> &answer) const
{
    if (!answer)
        return answer.error();
    const auto pods = text::parseJson(answer->body);
    if (!pods)
        return pods.error();
    const text::Value::List &items = (*pods)["items"].items();
    const auto ready = std::ranges::find_if(items, isReadyPod);
    if (ready == items.end())
        return noPod(m_target, items.empty() ? ": there is none with its labels" : ": 0 of " + std::to_string(items.size()) + " are");
    const int port = portOfPod(*ready, m_targetPort, m_target.port);
    if (port <= 0 || port > 65535)
        return noPod(m_target, " with a port named \"" + m_targetPort + '"');
    return Pod{(*ready)["metadata"]["name"].text(), port};
}

void ForwardTransport::connect(const Pod &pod)
{
    m_forward = std::make_shared<kube::PortForwardStream>(m_network.streams, kube::PodPort{m_target.namespaceName, pod.name, pod.port});
    http::Connection connection;
    connection.proxy = m_forward->proxy();
    connection.insecure = m_target.tls;
    HttpRoute route;
    route.url = (m_target.tls ? "https://" : "http://") + m_target.serviceName + '.' + m_target.namespaceName + ".svc:" + std::to_string(pod.port) + m_target.prefix;
    route.connection = std::make_shared<const http::Connection>(std::move(connection));
    route.way = Way::PortForward;
    route.place = m_place;
    m_http = std::make_shared<HttpTransport>(m_network.transport, executor(), std::move(route));
}

void ForwardTransport::forget()
{
    m_http.reset();
    m_forward.reset();
}

} // namespace metrics
