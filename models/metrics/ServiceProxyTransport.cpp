#include "models/metrics/ServiceProxyTransport.h"

#include "models/http/Meta.h"
#include "models/kube/ResourceType.h"
#include "models/metrics/PrometheusAnswer.h"

namespace metrics {

namespace {

base::Error inWords(const base::Error &error)
{
    if (const auto behind = refusalBehindProxy(error))
        return *behind;
    base::Error own = error;
    if (redirectPath(own))
        own.reason = reason::Redirected;
    return own;
}

bool refusesBody(const base::Error &error)
{
    return error.kind == base::ErrorKind::Forbidden || error.kind == base::ErrorKind::Unsupported;
}

} // namespace

std::string ServicePort::text() const
{
    return namespaceName + '/' + serviceName + ':' + std::to_string(port) + prefix;
}

ServiceProxyTransport::ServiceProxyTransport(kube::Api &api, ServicePort target)
    : m_api(api), m_target(std::move(target)), m_place("the service " + m_target.text() + " through the API server")
{
}

kube::ApiRequest ServiceProxyTransport::requestFor(const PrometheusRequest &wanted, http::Method method) const
{
    kube::ApiRequest request;
    const std::string name = (m_target.tls ? "https:" : "") + kube::percentEncode(m_target.serviceName) + ':' + std::to_string(m_target.port);
    request.path = "/api/v1/namespaces/" + kube::percentEncode(m_target.namespaceName) + "/services/" + name + "/proxy" + m_target.prefix + wanted.path;
    request.method = method;
    request.deadline = wanted.deadline;
    request.byteCap = wanted.byteCap;
    request.retries = kube::Retries::None;
    if (method == http::Method::Get) {
        request.query = wanted.query;
        return request;
    }
    request.contentType = "application/x-www-form-urlencoded";
    request.body = wanted.encodedQuery();
    return request;
}

base::Job ServiceProxyTransport::ask(const PrometheusRequest &wanted, http::Method method, Done done)
{
    const base::Clock &clock = m_api.executor().clock();
    return m_api.fetch(requestFor(wanted, method), [&clock, sent = clock.now(), began = clock.steady(), done = std::move(done)](base::Result<kube::ApiAnswer> answer) {
        if (!answer)
            return done(inWords(answer.error()));
        PrometheusReply reply{std::move(answer->body), {}, sent, clock.now(), std::chrono::duration_cast<std::chrono::milliseconds>(clock.steady() - began)};
        if (const std::string *date = answer->head.header("date"))
            reply.date = http::parseHttpDate(*date);
        done(std::move(reply));
    });
}

/// A POST and, where that is refused, a GET.
struct ServiceProxyTransport::Errand
{
    explicit Errand(base::JobToken ofWhom) : token(std::move(ofWhom)) { }

    base::JobToken token;
    base::Job work;
};

base::Job ServiceProxyTransport::send(const PrometheusRequest &wanted, Done done)
{
    if (!wanted.wantsBody())
        return ask(wanted, http::Method::Get, std::move(done));
    auto held = std::make_shared<std::shared_ptr<Errand>>();
    auto [job, token] = base::Job::make([held] { held->reset(); });
    const auto errand = *held = std::make_shared<Errand>(token);
    const auto finish = [token = token, done = std::move(done)](base::Result<PrometheusReply> reply) { token.finish([&] { done(std::move(reply)); }); };
    errand->work = ask(wanted, http::Method::Post, [this, weak = std::weak_ptr(errand), held, wanted, finish](base::Result<PrometheusReply> reply) {
        const auto self = weak.lock();
        if (!self)
            return;
        if (reply || !refusesBody(reply.error()))
            return finish(std::move(reply));
        self->work = ask(wanted, http::Method::Get, finish);
    });
    return std::move(job);
}

} // namespace metrics
