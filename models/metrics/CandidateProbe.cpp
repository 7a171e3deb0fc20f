#include "models/metrics/CandidateProbe.h"

#include "models/metrics/ForwardTransport.h"
#include "models/metrics/PrometheusAnswer.h"

#include <QtGlobal>

#include <algorithm>

namespace metrics {

using base::Error;
using base::ErrorKind;

namespace {

struct ReasonWord
{
    std::string_view reason;
    Obstacle obstacle;
};
constexpr ReasonWord reasonWords[] = {
    {reason::NoReadyPod, Obstacle::NoReadyPod},   {"ServiceUnavailable", Obstacle::NoReadyPod}, {reason::WrongPrefix, Obstacle::WrongPrefix}, {reason::Redirected, Obstacle::Redirected},
    {reason::SecretsLost, Obstacle::SecretsLost},
    {reason::NotPrometheus, Obstacle::NotPrometheus}, {reason::Malformed, Obstacle::Malformed}, {"ReadOnly", Obstacle::ReadOnly},             {"NotFound", Obstacle::NoSuchService},
};

struct KindWord
{
    ErrorKind kind;
    Obstacle obstacle;
};
constexpr KindWord kindWords[] = {
    {ErrorKind::Forbidden, Obstacle::Forbidden}, {ErrorKind::Unauthorized, Obstacle::Unauthorized}, {ErrorKind::Timeout, Obstacle::Timeout}, {ErrorKind::Tls, Obstacle::Tls},
    {ErrorKind::Network, Obstacle::Unreachable}, {ErrorKind::NotFound, Obstacle::NoSuchService},    {ErrorKind::TooLarge, Obstacle::TooLarge}, {ErrorKind::BadInput, Obstacle::Malformed},
};

/// What Go's and others' servers say to plain HTTP where they speak TLS.
bool wantsTls(const Error &error)
{
    return error.message.find("HTTP request to an HTTPS server") != std::string::npos || error.message.find("plain HTTP request was sent to HTTPS port") != std::string::npos;
}

std::vector<Way> waysOf(const Ways &ways, const Candidate &candidate)
{
    if (candidate.direct)
        return {Way::Direct};
    std::vector<Way> order{Way::ServiceProxy};
    if (ways.streams)
        order.push_back(Way::PortForward);
    if (candidate.firstWay == Way::PortForward)
        std::ranges::reverse(order);
    return order;
}

std::string &prefixIn(Candidate &candidate)
{
    return candidate.direct ? candidate.direct->url : candidate.service.prefix;
}

} // namespace

Obstacle obstacleOf(const Error &error)
{
    for (const ReasonWord &each : reasonWords) {
        if (each.reason == error.reason)
            return each.obstacle;
    }
    for (const KindWord &each : kindWords) {
        if (each.kind == error.kind)
            return each.obstacle;
    }
    return Obstacle::Other;
}

std::optional<std::string> prefixOf(std::string path)
{
    for (const std::string_view tail : {"/api/v1/query", "/classic/graph", "/graph", "/query", "/vmui/", "/vmui"}) {
        if (path.ends_with(tail)) {
            path.resize(path.size() - tail.size());
            break;
        }
    }
    while (path.ends_with('/'))
        path.pop_back();
    return path.empty() || path.size() > 256 || !path.starts_with('/') ? std::nullopt : std::optional(path);
}

std::shared_ptr<PrometheusTransport> transportTo(const Ways &ways, const Candidate &candidate, Way way)
{
    base::Executor &executor = ways.api.executor();
    if (way == Way::ServiceProxy && !candidate.direct)
        return std::make_shared<ServiceProxyTransport>(ways.api, candidate.service);
    if (way == Way::PortForward && !candidate.direct && ways.streams)
        return std::make_shared<ForwardTransport>(ForwardTransport::Network{ways.api, *ways.streams, ways.transport}, candidate.service, candidate.selector, candidate.targetPort);
    if (way != Way::Direct || !candidate.direct)
        return nullptr;
    auto route = routeTo(*candidate.direct);
    return route ? std::make_shared<HttpTransport>(ways.transport, executor, std::move(*route)) : nullptr;
}

CandidateProbe::CandidateProbe(const Ways &ways, Candidate candidate, ClusterIdentity identity)
    : m_ways(ways), m_report{std::move(candidate)}, m_identity(std::move(identity)), m_waiting(waysOf(ways, m_report.candidate))
{
}

void CandidateProbe::start(Done done)
{
    m_done = std::move(done);
    tryNext();
}

void CandidateProbe::tryNext()
{
    if (m_waiting.empty())
        return finish();
    m_way = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    m_hasAskedPrefix = false;
    if (auto transport = transportTo(m_ways, m_report.candidate, m_way))
        return tryTransport(std::move(transport));
    const auto route = m_report.candidate.direct ? routeTo(*m_report.candidate.direct) : base::Result<HttpRoute>(Error());
    m_report.attempts.push_back({m_way, m_report.candidate.text(), route ? base::makeError(ErrorKind::Unsupported, "there is no such way") : route.error()});
    finish();
}

void CandidateProbe::tryTransport(std::shared_ptr<PrometheusTransport> transport)
{
    m_client = std::make_shared<PrometheusClient>(std::move(transport));
    m_work = m_client->probe([weak = weak_from_this()](base::Result<std::chrono::milliseconds> latency) {
        const auto self = weak.lock();
        if (!self)
            return;
        if (latency)
            self->answered(*latency);
        else
            self->failed(latency.error());
    });
}

/// Once each: by TLS where plain HTTP is refused, and with the prefix that the server itself leads to.
bool CandidateProbe::mayAdapt(const Error &error)
{
    Candidate &candidate = m_report.candidate;
    if (!candidate.direct && !candidate.service.tls && wantsTls(error)) {
        candidate.service.tls = true;
        tryTransport(transportTo(m_ways, candidate, m_way));
        return true;
    }
    const bool isOfPath = error.reason == reason::WrongPrefix || error.reason == reason::Redirected || error.reason == reason::NotPrometheus;
    if (!isOfPath || std::exchange(m_hasAskedPrefix, true))
        return false;
    m_prefixError = error;
    askForPrefix();
    return true;
}

/// A server with a prefix redirects its root there.
void CandidateProbe::askForPrefix()
{
    Candidate bare = m_report.candidate;
    bare.service.prefix.clear();
    m_root = transportTo(m_ways, bare, m_way);
    PrometheusRequest request;
    request.path = "/";
    request.deadline = PrometheusClient::ProbeDeadline;
    m_work = m_root->send(request, [weak = weak_from_this()](base::Result<PrometheusReply> reply) {
        const auto self = weak.lock();
        if (!self)
            return;
        std::optional<std::string> path = redirectPath(self->m_prefixError);
        if (!path && !reply)
            path = redirectPath(reply.error());
        const auto prefix = path ? prefixOf(*path) : std::nullopt;
        Candidate &candidate = self->m_report.candidate;
        if (!prefix || prefixIn(candidate).ends_with(*prefix))
            return self->failed(self->m_prefixError);
        self->m_unadapted = candidate;
        while (candidate.direct && candidate.direct->url.ends_with('/'))
            candidate.direct->url.pop_back();
        prefixIn(candidate) = candidate.direct ? candidate.direct->url + *prefix : *prefix;
        self->tryTransport(transportTo(self->m_ways, candidate, self->m_way));
    });
}

/// Where a prefix did not help either, what counts is what was said without it.
void CandidateProbe::failed(const Error &error)
{
    if (mayAdapt(error))
        return;
    if (m_unadapted) {
        m_report.candidate = *std::exchange(m_unadapted, std::nullopt);
        m_client = std::make_shared<PrometheusClient>(transportTo(m_ways, m_report.candidate, m_way));
        m_report.attempts.push_back({m_way, m_client->place(), m_prefixError});
    } else {
        m_report.attempts.push_back({m_way, m_client->place(), error});
    }
    m_client.reset();
    tryNext();
}

void CandidateProbe::answered(std::chrono::milliseconds latency)
{
    m_report.attempts.push_back({m_way, m_client->place(), std::nullopt, latency});
    m_report.clock = m_client->clockDifference();
    m_work = m_client->fetchBuildInfo([weak = weak_from_this()](base::Result<BuildInfo> info) {
        const auto self = weak.lock();
        if (!self)
            return;
        self->m_report.build = info.value_or(BuildInfo());
        self->askProof();
    });
}

void CandidateProbe::askProof()
{
    m_work = m_client->query(InstantQuery{proofQuery(m_identity)}, [weak = weak_from_this()](base::Result<Answer> answer) {
        if (const auto self = weak.lock())
            self->judged(answer);
    });
}

void CandidateProbe::judged(const base::Result<Answer> &answer)
{
    if (answer)
        m_report.proof = judge(m_identity, *answer);
    else
        m_report.proof = Proof{Proof::Verdict::Unproven, {QT_TRANSLATE_NOOP("metrics", "what it watches could not be asked: %1"), {answer.error().message}}};
    m_report.clock = m_client->clockDifference();
    finish();
}

void CandidateProbe::finish()
{
    const auto self = shared_from_this();
    const Done done = std::move(m_done);
    done(std::move(m_report), std::move(m_client));
}

} // namespace metrics
