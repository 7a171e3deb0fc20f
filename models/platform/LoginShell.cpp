#include "models/platform/LoginShell.h"

namespace platform {

namespace {

constexpr std::string_view Before = "<wheelhouse-path>";
constexpr std::string_view After = "</wheelhouse-path>";

} // namespace

LoginShell::LoginShell(std::string shell, std::vector<std::string> environment)
    : m_shell(std::move(shell)), m_environment(std::move(environment))
{
}

base::Job LoginShell::fetchPath(base::Executor &executor, std::function<void(const std::string &)> done)
{
    auto [job, token] = base::Job::make();
    if (m_path || m_shell.empty()) {
        executor.post([token = token, done = std::move(done), path = m_path.value_or("")] { token.finish([&] { done(path); }); });
        return std::move(job);
    }
    m_waiters.push_back({token, std::move(done)});
    if (!m_running.isRunning())
        start(executor);
    return std::move(job);
}

void LoginShell::start(base::Executor &executor)
{
    ChildCommand command;
    command.program = m_shell;
    command.arguments = {"-lic", "printf '%s%s%s' '" + std::string(Before) + "' \"$PATH\" '" + std::string(After) + "'"};
    command.environment = m_environment;
    command.limit = std::chrono::seconds(10);
    m_running = startChild(executor, std::move(command), [this](ChildOutcome outcome) { finish(std::move(outcome)); });
}

void LoginShell::finish(ChildOutcome outcome)
{
    m_path = pathFromOutput(outcome.output);
    for (const Waiter &waiter : std::exchange(m_waiters, {}))
        waiter.token.finish([&] { waiter.done(*m_path); });
}

std::string LoginShell::pathFromOutput(std::string_view output)
{
    const auto start = output.rfind(Before);
    if (start == std::string_view::npos)
        return {};
    output.remove_prefix(start + Before.size());
    const auto end = output.find(After);
    return end == std::string_view::npos ? std::string() : std::string(output.substr(0, end));
}

} // namespace platform
