#include "models/kube/ExecCommand.h"

namespace kube {

using base::ErrorKind;

namespace {

using Done = std::function<void(base::Result<CommandResult>)>;

std::string bytesText(std::size_t bytes)
{
    constexpr std::size_t mebibyte = 1024 * 1024;
    if (bytes % mebibyte == 0)
        return std::to_string(bytes / mebibyte) + " MiB";
    return bytes % 1024 == 0 ? std::to_string(bytes / 1024) + " KiB" : std::to_string(bytes) + " bytes";
}

std::string timeText(std::chrono::milliseconds time)
{
    return time.count() % 1000 ? std::to_string(time.count()) + " ms" : std::to_string(time.count() / 1000) + " s";
}

/// A command that runs, on the I/O thread. Its job keeps it until it is over.
class Run final : public ExecReceiver, public std::enable_shared_from_this<Run>
{
public:
    Run(std::shared_ptr<PodStreams::Core> core, CommandLimits limits, base::Executor &consumer, Done done)
        : m_core(std::move(core)), m_limits(limits), m_consumer(consumer), m_done(std::move(done))
    {
    }

    void start(ExecWish wish, base::JobToken token);
    void stop();
    base::Executor &executor() { return m_core->executor; }

private:
    void output(ExecOutput output, std::string_view bytes) override;
    void ended(const base::Result<int> &exitCode) override;

    std::shared_ptr<PodStreams::Core> m_core;
    CommandLimits m_limits;
    base::Executor &m_consumer;
    Done m_done;
    CommandResult m_result;
    bool m_isTooMuch = false;
    std::optional<base::JobToken> m_token;
    base::Job m_timer;
    std::unique_ptr<ExecStream> m_stream;
};

void Run::start(ExecWish wish, base::JobToken token)
{
    if (token.isCancelled())
        return;
    m_token.emplace(std::move(token));
    wish.input = ExecWish::Input::None;
    m_stream = std::make_unique<ExecStream>(m_core, std::move(wish), *this);
    m_timer = executor().after(m_limits.time, [this] { m_stream->abort(base::makeError(ErrorKind::Timeout, "the command did not end within " + timeText(m_limits.time))); });
}

void Run::stop()
{
    m_timer.cancel();
    m_stream.reset();
}

void Run::output(ExecOutput output, std::string_view bytes)
{
    const bool isOutput = output == ExecOutput::Output;
    std::string &text = isOutput ? m_result.output : m_result.errors;
    const std::size_t limit = isOutput ? m_limits.output : m_limits.errors;
    if (m_isTooMuch)
        return;
    m_isTooMuch = text.size() + bytes.size() > limit;
    if (m_isTooMuch)
        m_stream->abort(base::makeError(ErrorKind::TooLarge, "the command printed more than " + bytesText(limit) + (isOutput ? "" : " of errors")));
    else
        text += bytes;
}

void Run::ended(const base::Result<int> &exitCode)
{
    const auto self = shared_from_this();
    stop();
    m_result.exitCode = exitCode.value_or(0);
    auto result = exitCode ? base::Result<CommandResult>(std::move(m_result)) : base::Result<CommandResult>(exitCode.error());
    m_consumer.post([token = *m_token, done = std::move(m_done), result = std::move(result)]() mutable { token.finish([&] { done(std::move(result)); }); });
}

} // namespace

base::Job runCommand(const PodStreams &streams, ExecWish wish, CommandLimits limits, base::Executor &consumer, Done done)
{
    return runCommand(streams.core(), std::move(wish), limits, consumer, std::move(done));
}

base::Job runCommand(const std::shared_ptr<PodStreams::Core> &streams, ExecWish wish, CommandLimits limits, base::Executor &consumer, Done done)
{
    const auto run = std::make_shared<Run>(streams, limits, consumer, std::move(done));
    auto [job, token] = base::Job::make([run] { run->executor().post([run] { run->stop(); }); });
    run->executor().post([run, token = std::move(token), wish = std::move(wish)]() mutable { run->start(std::move(wish), std::move(token)); });
    return std::move(job);
}

} // namespace kube
