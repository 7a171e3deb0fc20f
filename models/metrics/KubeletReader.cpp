#include "models/metrics/Errand.h"
#include "models/metrics/KubeletSummary.h"
#include "models/metrics/UsageReader.h"

#include "models/kube/ResourceType.h"
#include "models/text/Json.h"

#include <algorithm>

namespace metrics {

using base::Error;
using base::Result;

namespace {

constexpr const char *namesOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
constexpr std::chrono::seconds longestWait{10};
constexpr std::int64_t largestAnswer = 32LL * 1024 * 1024;

kube::ApiRequest listRequest()
{
    kube::ApiRequest request;
    request.path = "/api/v1/nodes";
    request.accept = namesOnly;
    request.deadline = longestWait;
    return request;
}

kube::ApiRequest summaryRequest(const std::string &node)
{
    kube::ApiRequest request;
    request.path = "/api/v1/nodes/" + kube::percentEncode(node) + "/proxy/stats/summary";
    request.lane = http::Lane::Bulk;
    request.deadline = longestWait;
    request.byteCap = largestAnswer;
    request.retries = kube::Retries::None;
    return request;
}

Result<std::vector<std::string>> readNames(const std::string &body)
{
    const auto list = text::parseJson(body);
    if (!list)
        return list.error();
    std::vector<std::string> names;
    for (const text::Value &item : (*list)["items"].items())
        names.push_back(item["metadata"]["name"].text());
    return names;
}

Error tooMany(std::size_t nodes)
{
    return base::makeError(base::ErrorKind::TooLarge, std::to_string(nodes) + " nodes are too many to ask each kubelet; at most " + std::to_string(MostKubelets) + " are asked");
}

/// The names of the nodes, then each of them.
class KubeletErrand final : public Errand
{
public:
    KubeletErrand(UsageBase source, base::Executor &consumer, UsageQuestion question, UsageReader::Done done)
        : Errand(consumer), m_base(std::move(source)), m_question(std::move(question)), m_done(std::move(done))
    {
    }

private:
    using Objects = std::vector<MeasuredObject>;

    void begin() override
    {
        if (m_question.measured == Measured::Nodes && !m_question.name.empty())
            return askAll({m_question.name});
        fetch<std::vector<std::string>>(m_base.api(), listRequest(), readNames, [this](Result<std::vector<std::string>> names) {
            if (!names)
                fail(names.error());
            else if (names->size() > MostKubelets)
                fail(tooMany(names->size()));
            else
                askAll(std::move(*names));
        });
    }

    void fail(const Error &error)
    {
        finish([&] { m_done(error); });
    }

    void askAll(std::vector<std::string> names)
    {
        m_waiting = std::move(names);
        std::ranges::reverse(m_waiting);
        for (std::size_t i = 0; i < KubeletsAtOnce; ++i)
            askNext();
        endWhenAllAnswered();
    }

    void askNext()
    {
        if (m_waiting.empty())
            return;
        const std::string node = std::move(m_waiting.back());
        m_waiting.pop_back();
        ++m_running;
        fetch<NodeSummary>(m_base.api(), summaryRequest(node), readKubeletSummary, [this, node](Result<NodeSummary> summary) {
            --m_running;
            take(node, summary);
            askNext();
            endWhenAllAnswered();
        });
    }

    void take(const std::string &node, const Result<NodeSummary> &summary)
    {
        if (!summary) {
            m_gaps.push_back(summary.error());
            m_gaps.back().message = node + ": " + m_gaps.back().message;
        } else if (m_question.measured == Measured::Nodes) {
            m_objects.push_back(measuredNode(*summary));
        } else {
            std::ranges::copy_if(measuredPods(*summary), std::back_inserter(m_objects), [this](const MeasuredObject &pod) { return isAskedFor(pod); });
        }
        m_hasAny = m_hasAny || summary.has_value();
    }

    bool isAskedFor(const MeasuredObject &pod) const
    {
        return (m_question.namespaceName.empty() || pod.namespaceName == m_question.namespaceName) && (m_question.name.empty() || pod.name == m_question.name);
    }

    void endWhenAllAnswered()
    {
        if (m_running > 0 || !m_waiting.empty() || isLetGo())
            return;
        if (!m_hasAny && !m_gaps.empty())
            return fail(m_gaps.front());
        UsageTable table(Rung::KubeletSummary, std::move(m_objects));
        table.gaps = std::move(m_gaps);
        finish([&] { m_done(std::move(table)); });
    }

    UsageBase m_base;
    UsageQuestion m_question;
    UsageReader::Done m_done;
    std::vector<std::string> m_waiting;
    std::size_t m_running = 0;
    Objects m_objects;
    std::vector<Error> m_gaps;
    bool m_hasAny = false;
};

class KubeletReader final : public UsageReader
{
public:
    KubeletReader(UsageBase source, base::Executor &consumer) : m_base(std::move(source)), m_consumer(consumer) { }

    Rung rung() const override { return Rung::KubeletSummary; }
    base::Job read(const UsageQuestion &question, Done done) override
    {
        return Errand::run(std::make_shared<KubeletErrand>(m_base, m_consumer, question, std::move(done)));
    }

private:
    UsageBase m_base;
    base::Executor &m_consumer;
};

} // namespace

std::unique_ptr<UsageReader> makeKubeletReader(UsageBase source, base::Executor &consumer)
{
    return std::make_unique<KubeletReader>(std::move(source), consumer);
}

} // namespace metrics
