#include "models/inside/EnvironmentText.h"
#include "models/inside/Inside.h"
#include "models/inside/Ways.h"

namespace inside {

namespace {

using Done = std::function<void(base::Result<Environment>)>;

/// One way after the other. What it holds is touched while its token delivers, or when nobody waits any more.
class EnvironmentRun final : public std::enable_shared_from_this<EnvironmentRun>
{
public:
    EnvironmentRun(std::shared_ptr<kube::PodStreams::Core> streams, kube::PodContainer container, base::Executor &consumer, Done done)
        : m_streams(std::move(streams)), m_container(std::move(container)), m_consumer(consumer), m_done(std::move(done))
    {
    }

    void start(base::JobToken token)
    {
        m_token.emplace(std::move(token));
        m_token->deliver([this] { next(); });
    }
    void stop() { m_work.cancel(); }

private:
    void next();
    void heard(const base::Result<kube::CommandResult> &result);
    void finish(base::Result<Environment> result);
    const Way &way() const { return environmentWays()[m_way]; }

    std::shared_ptr<kube::PodStreams::Core> m_streams;
    kube::PodContainer m_container;
    base::Executor &m_consumer;
    Done m_done;
    std::size_t m_way = 0;
    std::optional<base::JobToken> m_token;
    base::Job m_work;
};

void EnvironmentRun::next()
{
    kube::ExecWish wish;
    wish.target = m_container;
    wish.command = way().command;
    m_work = kube::runCommand(m_streams, std::move(wish), {}, m_consumer, [weak = weak_from_this()](const base::Result<kube::CommandResult> &result) {
        if (const auto self = weak.lock())
            self->m_token->deliver([&] { self->heard(result); });
    });
}

void EnvironmentRun::heard(const base::Result<kube::CommandResult> &result)
{
    if (!result && !isToolMissing(result))
        return finish(result.error());
    if (result && result->exitCode == 0) {
        const bool isZeros = way().shape == Shape::Zeros;
        return finish(Environment{isZeros ? readZeros(result->output) : readLines(result->output), way().command});
    }
    if (++m_way < environmentWays().size())
        return next();
    std::vector<std::vector<std::string>> tried;
    for (const Way &each : environmentWays())
        tried.push_back(each.command);
    finish(nothingToReadWith(tried));
}

void EnvironmentRun::finish(base::Result<Environment> result)
{
    m_token->finish([&] { m_done(std::move(result)); });
}

} // namespace

base::Job readEnvironment(const kube::PodStreams &streams, kube::PodContainer container, base::Executor &consumer, Done done)
{
    const auto run = std::make_shared<EnvironmentRun>(streams.core(), std::move(container), consumer, std::move(done));
    auto [job, token] = base::Job::make([run] { run->stop(); });
    run->start(std::move(token));
    return std::move(job);
}

} // namespace inside
