#include "models/metrics/PrometheusReader.h"

#include "models/metrics/Errand.h"
#include "models/metrics/UsageQueries.h"

namespace metrics {

using base::Result;

namespace {

base::Error noSeries(Measured measured)
{
    return base::makeError(base::ErrorKind::NotFound,
                           std::string("the server has no series container_cpu_usage_seconds_total or container_memory_working_set_bytes of ")
                               + (measured == Measured::Pods ? "pods" : "nodes") + ": nothing scrapes the kubelets' /metrics/cadvisor");
}

/// Finds the server, then asks both at once.
class PrometheusErrand final : public Errand
{
public:
    PrometheusErrand(const FindServer &find, base::Executor &consumer, UsageQuestion question, UsageReader::Done done)
        : Errand(consumer), m_find(find), m_question(std::move(question)), m_done(std::move(done))
    {
    }

private:
    void begin() override
    {
        keep(m_find(bring<Result<FoundServer>>([this](Result<FoundServer> server) {
            if (!server || !server->querier)
                return fail(server ? base::makeError(base::ErrorKind::NotFound, "no Prometheus was found") : server.error());
            m_server = std::move(*server);
            ask();
        })));
    }

    void ask()
    {
        const UsageQueries queries = usageQueries(m_question, m_server.window, m_server.scope);
        const auto into = [this](std::optional<Answer> &place) {
            return bring<Result<Answer>>([this, &place](Result<Answer> answer) {
                if (!answer)
                    return fail(answer.error());
                place = std::move(*answer);
                if (m_cpu && m_memory)
                    read();
            });
        };
        keep(m_server.querier->query(InstantQuery{queries.cpu}, into(m_cpu)));
        keep(m_server.querier->query(InstantQuery{queries.memory}, into(m_memory)));
    }

    void read()
    {
        const auto answers = std::make_shared<std::pair<Answer, Answer>>(std::move(*m_cpu), std::move(*m_memory));
        compute<std::shared_ptr<UsageTable>>(
            [answers, question = m_question, window = m_server.window] {
                return std::make_shared<UsageTable>(Rung::Prometheus, readUsage(answers->first, answers->second, question, window));
            },
            [this](std::shared_ptr<UsageTable> table) {
                if (table->objects().empty())
                    return fail(noSeries(m_question.measured));
                finish([&] { m_done(std::move(*table)); });
            });
    }

    void fail(const base::Error &error)
    {
        finish([&] { m_done(error); });
    }

    const FindServer m_find;
    UsageQuestion m_question;
    UsageReader::Done m_done;
    FoundServer m_server;
    std::optional<Answer> m_cpu, m_memory;
};

class PrometheusReader final : public UsageReader
{
public:
    PrometheusReader(FindServer find, base::Executor &consumer) : m_find(std::move(find)), m_consumer(consumer) { }

    Rung rung() const override { return Rung::Prometheus; }
    base::Job read(const UsageQuestion &question, Done done) override
    {
        return Errand::run(std::make_shared<PrometheusErrand>(m_find, m_consumer, question, std::move(done)));
    }

private:
    FindServer m_find;
    base::Executor &m_consumer;
};

} // namespace

std::unique_ptr<UsageReader> makePrometheusReader(FindServer find, base::Executor &consumer)
{
    return std::make_unique<PrometheusReader>(std::move(find), consumer);
}

} // namespace metrics
