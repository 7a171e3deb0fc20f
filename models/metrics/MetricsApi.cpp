#include "models/metrics/MetricsApi.h"

#include "models/kube/ResourceType.h"
#include "models/metrics/Errand.h"
#include "models/text/Duration.h"
#include "models/text/Json.h"
#include "models/text/JsonStream.h"
#include "models/text/Quantity.h"
#include "models/text/Time.h"

namespace metrics {

using base::Error;
using base::Result;
using text::Quantity;
using text::Value;

namespace {

constexpr const char *root = "/apis/metrics.k8s.io/v1beta1/";
/// 50 000 pods with their labels are some 40 MB.
constexpr std::int64_t largestAnswer = 256LL * 1024 * 1024;
constexpr std::chrono::seconds longestWait{20};

/// Below zero nothing can be used.
std::optional<Quantity> amount(const Value &value)
{
    const auto quantity = value.isNull() ? Result<Quantity>(Error()) : Quantity::from(value);
    return quantity && quantity->sign() >= 0 ? std::optional(*quantity) : std::nullopt;
}

/// The window and time are those of the whole pod or node.
Usage usageOf(const Value &usage, const Value &measured)
{
    Usage out;
    if (const auto cpu = amount(usage["cpu"]))
        out.cpu = Nanocores{cpu->nanoValue()};
    if (const auto memory = amount(usage["memory"]))
        out.memory = Bytes{memory->value()};
    if (const auto time = text::parseTime(measured["timestamp"].text()))
        out.time = time->toSystemTime();
    if (const auto window = text::parseDuration(measured["window"].text()))
        out.window = std::chrono::duration_cast<std::chrono::milliseconds>(*window);
    return out;
}

Result<MeasuredObject> objectOf(const Value &value)
{
    MeasuredObject out{value["metadata"]["namespace"].text(), value["metadata"]["name"].text(), {}};
    if (out.name.empty())
        return base::makeError(base::ErrorKind::BadInput, "metrics.k8s.io answered with something that has no name");
    for (const Value &container : value["containers"].items())
        out.containers.push_back({container["name"].text(), usageOf(container["usage"], value)});
    out.usage = value["usage"].isMap() ? usageOf(value["usage"], value) : totalOf(out.containers);
    return out;
}

Result<std::vector<MeasuredObject>> readOne(std::string_view json)
{
    auto object = text::parseJson(json).and_then([](const Value &value) { return objectOf(value); });
    return object ? Result<std::vector<MeasuredObject>>({std::move(*object)}) : object.error();
}

Result<std::vector<MeasuredObject>> readList(std::string_view json)
{
    std::vector<MeasuredObject> out;
    std::optional<Error> problem;
    text::JsonListSplitter list;
    const auto fed = list.feed(json, [&](std::string_view item) {
        auto object = text::parseJson(item).and_then([](const Value &value) { return objectOf(value); });
        if (object)
            out.push_back(std::move(*object));
        else
            problem = object.error();
    });
    if (!fed)
        return fed.error();
    if (const auto end = list.finish(); !end)
        return end.error();
    return problem ? Result<std::vector<MeasuredObject>>(*problem) : out;
}

std::string pathOf(const UsageQuestion &question)
{
    std::string path = root;
    if (question.measured == Measured::Pods && !question.namespaceName.empty())
        path += "namespaces/" + kube::percentEncode(question.namespaceName) + '/';
    path += question.measured == Measured::Pods ? "pods" : "nodes";
    return question.name.empty() ? path : path + '/' + kube::percentEncode(question.name);
}

/// A server that does not know the group says no more than that there is no such page; one that does names the object.
Error told(Error error, const UsageQuestion &question)
{
    if (error.code == 404 && (question.name.empty() || error.message.find('"' + question.name + '"') == error.message.npos))
        error.message = MetricsApiMissing;
    return error;
}

/// All at once, or namespace by namespace.
class MetricsApiErrand final : public Errand
{
public:
    MetricsApiErrand(UsageBase source, base::Executor &consumer, UsageQuestion question, UsageReader::Done done)
        : Errand(consumer), m_base(std::move(source)), m_question(std::move(question)), m_done(std::move(done))
    {
    }

private:
    using Objects = std::vector<MeasuredObject>;

    void begin() override
    {
        ask(m_question, [this](Result<Objects> objects) {
            if (objects)
                return end(std::move(*objects));
            m_refusal = told(objects.error(), m_question);
            if (objects.error().code == 403 && m_question.namespaceName.empty() && m_question.measured == Measured::Pods)
                m_namespaces = m_base.namespaces();
            askNext();
        });
    }

    void ask(const UsageQuestion &question, std::function<void(Result<Objects>)> next)
    {
        fetch<Objects>(m_base.api(), metricsApiRequest(question), [](const std::string &body) { return readMetricsApi(body); }, std::move(next));
    }

    /// One after the other: they are few, and asked again and again.
    void askNext()
    {
        if (m_namespaces.empty())
            return m_hasAny ? end(std::move(m_objects)) : finish([this] { m_done(m_refusal); });
        UsageQuestion question = m_question;
        question.namespaceName = std::move(m_namespaces.back());
        m_namespaces.pop_back();
        ask(question, [this](Result<Objects> objects) {
            if (objects)
                m_objects.insert(m_objects.end(), std::make_move_iterator(objects->begin()), std::make_move_iterator(objects->end()));
            else
                m_gaps.push_back(objects.error());
            m_hasAny = m_hasAny || objects.has_value();
            askNext();
        });
    }

    void end(Objects objects)
    {
        if (m_hasAny)
            m_gaps.insert(m_gaps.begin(), m_refusal);
        compute<std::shared_ptr<UsageTable>>(
            [kept = std::make_shared<Objects>(std::move(objects))] { return std::make_shared<UsageTable>(Rung::MetricsApi, std::move(*kept)); },
            [this](std::shared_ptr<UsageTable> table) {
                table->gaps = m_gaps;
                finish([&] { m_done(std::move(*table)); });
            });
    }

    UsageBase m_base;
    UsageQuestion m_question;
    UsageReader::Done m_done;
    Error m_refusal;
    std::vector<std::string> m_namespaces;
    Objects m_objects;
    std::vector<Error> m_gaps;
    bool m_hasAny = false;          ///< some namespace was told
};

class MetricsApiReader final : public UsageReader
{
public:
    MetricsApiReader(UsageBase source, base::Executor &consumer) : m_base(std::move(source)), m_consumer(consumer) { }

    Rung rung() const override { return Rung::MetricsApi; }
    base::Job read(const UsageQuestion &question, Done done) override
    {
        return Errand::run(std::make_shared<MetricsApiErrand>(m_base, m_consumer, question, std::move(done)));
    }

private:
    UsageBase m_base;
    base::Executor &m_consumer;
};

} // namespace

Result<std::vector<MeasuredObject>> readMetricsApi(std::string_view json)
{
    const std::size_t kind = json.find("MetricsList\"");
    return kind == json.npos ? readOne(json) : readList(json);
}

kube::ApiRequest metricsApiRequest(const UsageQuestion &question)
{
    kube::ApiRequest request;
    request.path = pathOf(question);
    if (!question.labelSelector.empty())
        request.add("labelSelector", question.labelSelector);
    request.lane = question.name.empty() ? http::Lane::Bulk : http::Lane::Interactive;
    request.byteCap = largestAnswer;
    request.deadline = longestWait;
    request.retries = kube::Retries::None;
    return request;
}

std::unique_ptr<UsageReader> makeMetricsApiReader(UsageBase source, base::Executor &consumer)
{
    return std::make_unique<MetricsApiReader>(std::move(source), consumer);
}

} // namespace metrics
