#include "models/metrics/PrometheusClient.h"

#include "models/base/Guarded.h"
#include "models/kube/ResourceType.h"
#include "models/metrics/PrometheusAnswer.h"

namespace metrics {

using std::chrono::milliseconds;

namespace {

/// Seconds with as many digits as matter.
std::string spelled(milliseconds time)
{
    const std::int64_t count = std::abs(time.count());
    std::string text = (time.count() < 0 ? "-" : "") + std::to_string(count / 1000);
    if (const std::int64_t rest = count % 1000; rest != 0)
        text += '.' + std::to_string(1000 + rest).substr(1);
    return text;
}

std::string spelled(base::SystemTime time)
{
    return spelled(std::chrono::floor<milliseconds>(time.time_since_epoch()));
}

PrometheusRequest queryRequest(std::string path, const std::string &expression)
{
    PrometheusRequest request;
    request.path = std::move(path);
    request.form = PrometheusRequest::Form::UrlOrBody;
    request.deadline = PrometheusClient::Deadline;
    request.byteCap = PrometheusClient::ByteCap;
    request.query.push_back({"query", expression});
    return request;
}

/// So that the server says what took too long, instead of our own limit.
void addTimeout(PrometheusRequest &request)
{
    request.query.push_back({"timeout", spelled(request.deadline - milliseconds(5'000)) + 's'});
}

PrometheusRequest plainRequest(std::string path, milliseconds deadline = PrometheusClient::Deadline)
{
    PrometheusRequest request;
    request.path = std::move(path);
    request.deadline = deadline;
    request.byteCap = PrometheusClient::ByteCap;
    return request;
}

bool isOne(const Answer &answer)
{
    const bool isNumber = answer.kind == Answer::Kind::Scalar || answer.kind == Answer::Kind::Vector;
    return isNumber && answer.series.size() == 1 && answer.series[0].points.size() == 1 && answer.series[0].points[0].value == 1;
}

base::Error notOne()
{
    base::Error error = base::makeError(base::ErrorKind::BadInput, "asked for 1 it answers something else");
    error.reason = reason::NotPrometheus;
    return error;
}

void heardDate(base::Guarded<ServerTime> &time, const PrometheusReply &reply)
{
    if (reply.date)
        time.with([&](ServerTime &known) { known.heardDate(*reply.date, reply.sent, reply.received); });
}

} // namespace

base::Result<PrometheusRequest> requestFor(const RangeQuery &query)
{
    if (query.step <= milliseconds(0) || query.to < query.from)
        return base::makeError(base::ErrorKind::Misuse, "a range needs a step, and an end that is not before its beginning");
    PrometheusRequest request = queryRequest("/api/v1/query_range", query.expression);
    request.query.push_back({"start", spelled(query.from)});
    request.query.push_back({"end", spelled(query.to)});
    request.query.push_back({"step", spelled(query.step)});
    addTimeout(request);
    return request;
}

PrometheusRequest requestFor(const InstantQuery &query)
{
    PrometheusRequest request = queryRequest("/api/v1/query", query.expression);
    if (query.at)
        request.query.push_back({"time", spelled(*query.at)});
    addTimeout(request);
    return request;
}

struct PrometheusClient::Core
{
    explicit Core(std::shared_ptr<PrometheusTransport> transport) : queue(std::make_shared<RequestQueue>(std::move(transport))) { }

    std::shared_ptr<RequestQueue> queue;
    /// By itself: what reads an answer is kept by the queue, which it must not keep.
    std::shared_ptr<base::Guarded<ServerTime>> time = std::make_shared<base::Guarded<ServerTime>>();
};

PrometheusClient::PrometheusClient(std::shared_ptr<PrometheusTransport> transport) : m_core(std::make_shared<Core>(std::move(transport)))
{
}

PrometheusClient::~PrometheusClient()
{
    close();
}

void PrometheusClient::close()
{
    executor().post([core = m_core] { core->queue->close(); });
}

base::Job PrometheusClient::query(const InstantQuery &query, std::function<void(base::Result<Answer>)> done)
{
    return ask(requestFor(query), std::move(done));
}

base::Job PrometheusClient::query(const RangeQuery &query, std::function<void(base::Result<Answer>)> done)
{
    auto request = requestFor(query);
    if (request)
        return ask(std::move(*request), std::move(done));
    auto [job, token] = base::Job::make();
    executor().post([token = token, error = request.error(), done = std::move(done)] { token.finish([&] { done(error); }); });
    return std::move(job);
}

base::Job PrometheusClient::ask(PrometheusRequest request, Done<Answer> done)
{
    const auto read = [time = m_core->time](PrometheusReply &&reply) -> base::Result<RequestQueue::Content> {
        heardDate(*time, reply);
        auto answer = parseAnswer(reply.body);
        if (!answer)
            return std::move(answer).error();
        answer->took = reply.took;
        return RequestQueue::Content(std::make_shared<const Answer>(std::move(*answer)));
    };
    return m_core->queue->ask(std::move(request), read, [done = std::move(done)](const base::Result<RequestQueue::Content> &content) {
        done(content ? base::Result<Answer>(*std::static_pointer_cast<const Answer>(*content)) : base::Result<Answer>(content.error()));
    });
}

template<typename T>
base::Job PrometheusClient::fetch(PrometheusRequest request, base::Result<T> (*read)(const text::Value &), Done<T> done)
{
    const auto reader = [time = m_core->time, read](PrometheusReply &&reply) -> base::Result<RequestQueue::Content> {
        heardDate(*time, reply);
        const auto data = parseData(reply.body);
        if (!data)
            return data.error();
        auto content = read(*data);
        if (!content)
            return std::move(content).error();
        return RequestQueue::Content(std::make_shared<const T>(std::move(*content)));
    };
    return m_core->queue->ask(std::move(request), reader, [done = std::move(done)](const base::Result<RequestQueue::Content> &content) {
        done(content ? base::Result<T>(*std::static_pointer_cast<const T>(*content)) : base::Result<T>(content.error()));
    });
}

base::Job PrometheusClient::probe(Done<milliseconds> done)
{
    PrometheusRequest request = plainRequest("/api/v1/query", ProbeDeadline);
    request.query.push_back({"query", "1"});
    const auto read = [time = m_core->time](PrometheusReply &&reply) -> base::Result<RequestQueue::Content> {
        heardDate(*time, reply);
        const auto answer = parseAnswer(reply.body);
        if (!answer)
            return answer.error();
        if (!isOne(*answer))
            return notOne();
        time->with([&](ServerTime &known) { known.heardEvaluation(answer->series[0].points[0].time, reply.sent, reply.received); });
        return RequestQueue::Content(std::make_shared<const milliseconds>(reply.took));
    };
    return m_core->queue->ask(std::move(request), read, [done = std::move(done)](const base::Result<RequestQueue::Content> &content) {
        done(content ? base::Result<milliseconds>(*std::static_pointer_cast<const milliseconds>(*content)) : base::Result<milliseconds>(content.error()));
    });
}

base::Job PrometheusClient::fetchBuildInfo(Done<BuildInfo> done)
{
    return fetch(plainRequest("/api/v1/status/buildinfo", ProbeDeadline), &readBuildInfo, std::move(done));
}

base::Job PrometheusClient::fetchRuntimeInfo(Done<RuntimeInfo> done)
{
    return fetch(plainRequest("/api/v1/status/runtimeinfo"), &readRuntimeInfo, std::move(done));
}

base::Job PrometheusClient::fetchTargets(Done<std::vector<ScrapeTarget>> done)
{
    PrometheusRequest request = plainRequest("/api/v1/targets");
    request.query.push_back({"state", "active"});
    return fetch(std::move(request), &readTargets, std::move(done));
}

base::Job PrometheusClient::fetchRules(Done<std::vector<RuleGroup>> done)
{
    return fetch(plainRequest("/api/v1/rules"), &readRules, std::move(done));
}

base::Job PrometheusClient::fetchAlerts(Done<std::vector<ActiveAlert>> done)
{
    return fetch(plainRequest("/api/v1/alerts"), &readAlerts, std::move(done));
}

base::Job PrometheusClient::fetchMetadata(const std::string &metric, Done<std::vector<MetricMetadata>> done)
{
    PrometheusRequest request = plainRequest("/api/v1/metadata");
    if (!metric.empty())
        request.query.push_back({"metric", metric});
    return fetch(std::move(request), &readMetadata, std::move(done));
}

namespace {

PrometheusRequest namesRequest(std::string path, const std::string &selector, int limit)
{
    PrometheusRequest request = plainRequest(std::move(path));
    if (!selector.empty())
        request.query.push_back({"match[]", selector});
    if (limit > 0)
        request.query.push_back({"limit", std::to_string(limit)});
    return request;
}

} // namespace

base::Job PrometheusClient::fetchLabelNames(const std::string &selector, int limit, Done<std::vector<std::string>> done)
{
    return fetch(namesRequest("/api/v1/labels", selector, limit), &readNames, std::move(done));
}

base::Job PrometheusClient::fetchLabelValues(const std::string &label, const std::string &selector, int limit, Done<std::vector<std::string>> done)
{
    return fetch(namesRequest("/api/v1/label/" + kube::percentEncode(label) + "/values", selector, limit), &readNames, std::move(done));
}

std::optional<ClockDifference> PrometheusClient::clockDifference() const
{
    return m_core->time->with([](const ServerTime &known) { return known.difference(); });
}

base::SystemTime PrometheusClient::now() const
{
    const base::SystemTime ours = executor().clock().now();
    return m_core->time->with([ours](const ServerTime &known) { return known.now(ours); });
}

base::Executor &PrometheusClient::executor() const
{
    return m_core->queue->executor();
}

Way PrometheusClient::way() const
{
    return m_core->queue->transport().way();
}

const std::string &PrometheusClient::place() const
{
    return m_core->queue->transport().place();
}

} // namespace metrics
