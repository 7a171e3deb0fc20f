#include "models/metrics/UsageLadder.h"

#include "models/metrics/Errand.h"

namespace metrics {

using base::Error;
using base::ErrorKind;

namespace {

/// A lapse of the network, a server that restarts, a limit: it may be over soon.
bool isPassing(const Error &error)
{
    return error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Network || error.kind == ErrorKind::Throttled || error.code >= 500;
}

Error nobodyAsked() { return base::makeError(ErrorKind::NotFound, "there is no source of metrics"); }

} // namespace

/// Goes down until one tells something.
class UsageLadder::Climb final : public Errand
{
public:
    Climb(const UsageLadder &ladder, std::vector<std::shared_ptr<UsageReader>> readers, UsageQuestion question, Done done)
        : Errand(ladder.m_consumer), m_memory(ladder.m_memory), m_readers(std::move(readers)), m_question(std::move(question)), m_done(std::move(done))
    {
    }

    bool isSingle = false;

private:
    void begin() override { next(); }

    const base::Clock &clock() const { return consumer().clock(); }

    /// One that rests is left out, except the last: somebody has to say something.
    void next()
    {
        while (m_at < m_readers.size()) {
            const Rung rung = m_readers[m_at]->rung();
            const auto rest = m_memory->rests.find({m_question.measured, rung});
            if (isSingle || m_at + 1 == m_readers.size() || rest == m_memory->rests.end() || rest->second.until <= clock().steady())
                return ask();
            m_troubles.push_back({rung, rest->second.error});
            ++m_at;
        }
        end(m_troubles.empty() ? nobodyAsked() : m_troubles.back().error);
    }

    void ask()
    {
        m_asking = m_readers[m_at]->read(m_question, [this, self = std::weak_ptr(shared_from_this())](base::Result<UsageTable> table) {
            const auto alive = self.lock();
            if (!alive || isLetGo())
                return;
            if (table)
                return take(std::move(*table));
            rest(table.error());
            ++m_at;
            next();
        });
    }

    void rest(const Error &error)
    {
        const Rung rung = m_readers[m_at]->rung();
        m_troubles.push_back({rung, error});
        m_memory->rests[{m_question.measured, rung}] = {clock().steady() + (isPassing(error) ? PauseOfBroken : std::chrono::seconds(PauseOfAbsent)), error};
    }

    void take(UsageTable table)
    {
        m_memory->rests.erase({m_question.measured, table.source()});
        table.troubles = m_troubles;
        end(std::make_shared<const UsageTable>(std::move(table)));
    }

    void end(base::Result<std::shared_ptr<const UsageTable>> result)
    {
        finish([&] { m_done(std::move(result)); });
    }

    std::shared_ptr<Memory> m_memory;
    std::vector<std::shared_ptr<UsageReader>> m_readers;
    UsageQuestion m_question;
    Done m_done;
    std::size_t m_at = 0;
    std::vector<RungTrouble> m_troubles;
    base::Job m_asking;
};

UsageLadder::UsageLadder(std::vector<std::unique_ptr<UsageReader>> readers, base::Executor &consumer) : m_consumer(consumer), m_memory(std::make_shared<Memory>())
{
    for (auto &reader : readers)
        m_readers.push_back(std::move(reader));
}

UsageLadder::~UsageLadder() = default;

base::Job UsageLadder::read(const UsageQuestion &question, Done done, std::optional<Rung> only)
{
    std::vector<std::shared_ptr<UsageReader>> readers = m_readers;
    if (only)
        std::erase_if(readers, [&](const auto &reader) { return reader->rung() != *only; });
    auto climb = std::make_shared<Climb>(*this, std::move(readers), question, std::move(done));
    climb->isSingle = only.has_value();
    return Errand::run(std::move(climb));
}

void UsageLadder::forgetTroubles() { m_memory->rests.clear(); }

std::vector<RungTrouble> UsageLadder::troubles(Measured measured) const
{
    std::vector<RungTrouble> out;
    for (const auto &[place, rest] : m_memory->rests)
        if (place.first == measured)
            out.push_back({place.second, rest.error});
    return out;
}

std::unique_ptr<UsageLadder> makeUsageLadder(UsageBase source, FindServer find, base::Executor &consumer)
{
    std::vector<std::unique_ptr<UsageReader>> readers;
    if (find)
        readers.push_back(makePrometheusReader(std::move(find), consumer));
    readers.push_back(makeMetricsApiReader(source, consumer));
    readers.push_back(makeKubeletReader(std::move(source), consumer));
    return std::make_unique<UsageLadder>(std::move(readers), consumer);
}

} // namespace metrics
