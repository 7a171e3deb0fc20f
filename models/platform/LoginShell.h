#pragma once

#include "models/platform/ChildProcess.h"

#include <optional>

namespace platform {

/// The PATH that the person's login shell sets up: a program started from a desktop (macOS above all) does not inherit it.
class LoginShell
{
public:
    /// shell: the program, normally $SHELL. Nothing runs yet.
    explicit LoginShell(std::string shell, std::vector<std::string> environment = currentEnvironment());

    /// Gives the PATH on the executor; empty when the shell did not tell within ten seconds. The shell runs at most once,
    /// however many ask; the answer is kept. The object and its jobs belong to the executor's thread.
    base::Job fetchPath(base::Executor &executor, std::function<void(const std::string &)> done);

    /// What was learnt so far.
    const std::optional<std::string> &path() const { return m_path; }

    /// Takes the PATH out of what the shell printed; rc files may print around it.
    static std::string pathFromOutput(std::string_view output);

private:
    struct Waiter { base::JobToken token; std::function<void(const std::string &)> done; };

    void start(base::Executor &executor);
    void finish(ChildOutcome outcome);

    std::string m_shell;
    std::vector<std::string> m_environment;
    std::optional<std::string> m_path;
    std::vector<Waiter> m_waiters;
    base::Job m_running;
};

} // namespace platform
