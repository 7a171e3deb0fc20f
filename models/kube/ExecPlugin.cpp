#include "models/kube/ExecPlugin.h"

#include "models/platform/FileCalls.h"
#include "models/platform/NativePath.h"
#include "models/text/Plain.h"

#include <cerrno>

namespace kube {

namespace {

using platform::ChildOutcome;

constexpr std::size_t ShownErrorOutput = 8 * 1024;
constexpr std::uint64_t AuthorityLimit = 1024 * 1024;
constexpr int HelpsAnHour = 10;
constexpr const char *Help = "\n\nThis kubeconfig gets its credentials from a program that is not installed here or not in PATH. See\n"
    "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins";

/// What the program wrote to standard error, safe to show; its end when it is long.
std::string shownErrors(const std::string &program, std::string_view output)
{
    if (output.size() > ShownErrorOutput)
        output.remove_prefix(output.size() - ShownErrorOutput);
    std::string shown = text::plain(output);
    while (!shown.empty() && (shown.back() == '\n' || shown.back() == ' '))
        shown.pop_back();
    return shown.empty() ? shown : "\noutput of " + visibleText(program) + ":\n" + shown;
}

base::Error failed(base::ErrorKind kind, std::string message)
{
    return base::makeError(kind, std::move(message));
}

} // namespace

ExecPlugin::ExecPlugin(ConnectionSettings settings, const CredentialsServices &services)
    : m_settings(std::move(settings)), m_services(services)
{
}

base::Job ExecPlugin::run(CredentialsSource::Renewed done)
{
    auto [job, token] = base::Job::make([this] { m_stage.cancel(); });
    m_done = [token = token, done = std::move(done)](base::Result<Credential> result) {
        token.finish([&] { done(std::move(result)); });
    };
    if (auto good = mayRun(); !good) {
        m_services.executor.post([token = token, answer = m_done, error = std::move(good).error()] { answer(error); });
        return std::move(job);
    }
    resolve();
    return std::move(job);
}

base::Result<void> ExecPlugin::mayRun()
{
    if (auto known = checkExecVersion(exec().apiVersion); !known)
        return known;
    const std::string &mode = exec().interactiveMode;
    if (mode == "Always")
        return failed(base::ErrorKind::Unsupported, "exec plugin cannot support interactive mode: standard input is not a terminal");
    if (mode != "Never" && mode != "IfAvailable")
        return failed(base::ErrorKind::BadInput,
                      "exec plugin cannot support interactive mode: unknown interactiveMode: \"" + visibleText(mode) + "\"");
    if (platform::isPlace(exec().command) && !platform::isAbsolutePath(exec().command))
        return failed(base::ErrorKind::BadInput, "exec: " + visibleText(exec().command) + " is not looked for in the working folder; where no file says what a path "
                      "is relative to, a plugin is named by its name alone or by its whole path");
    auto policy = PluginPolicy::ofPerson(m_services.environment, KubeFiles::system());
    if (!policy)
        return policy.error();
    m_policy = std::move(*policy);
    if (auto allowed = m_policy.checkAny(exec().command); !allowed)
        return allowed;
    if (!m_services.trust.isTrusted(exec(), m_settings.userFile))
        return ExecTrust::untrusted(exec(), m_settings.userFile);
    return {};
}

void ExecPlugin::resolve()
{
    const std::string searchPath = platform::environmentValue(m_services.environment, "PATH");
    const std::string &command = exec().command;
    if (platform::isPlace(command))
        return start(platform::programAt(command), searchPath);
    if (const std::string program = platform::findProgram(command, searchPath); !program.empty())
        return start(program, searchPath);
    m_stage = m_services.loginShell.fetchPath(m_services.executor, [this](const std::string &loginPath) {
        const std::string found = platform::findProgram(exec().command, loginPath);
        if (found.empty())
            return finish(notFound());
        start(found, loginPath);
    });
}

void ExecPlugin::start(const std::string &program, const std::string &searchPath)
{
    const auto allowed = m_policy.check(exec().command, program, searchPath);
    const auto described = allowed ? info() : allowed.error();
    if (!described) {
        m_stage = m_services.executor.after(std::chrono::milliseconds(0), [this, error = described.error()] { finish(error); });
        return;
    }
    platform::ChildCommand command;
    command.program = program;
    command.arguments = exec().arguments;
    command.limit = m_limit;
    command.environment = m_services.environment;
    if (!searchPath.empty())
        command.environment.push_back("PATH=" + searchPath);
    for (const ExecVariable &variable : exec().environment)
        command.environment.push_back(variable.name + "=" + variable.value.reveal());
    command.environment.push_back("KUBERNETES_EXEC_INFO=" + *described);
    m_stage = platform::startChild(m_services.executor, std::move(command), [this, program](const ChildOutcome &outcome) {
        finish(read(program, outcome));
    });
}

base::Result<std::string> ExecPlugin::info() const
{
    if (!exec().provideClusterInfo)
        return execInfo(exec().apiVersion, nullptr);
    ExecCluster cluster{m_settings.server, m_settings.serverName, m_settings.insecure, m_settings.authorityPem,
                        m_settings.proxy, m_settings.compression, exec().clusterConfig};
    if (!m_settings.authorityFile.empty()) {
        auto pem = platform::FileCalls::system().read(m_settings.authorityFile, AuthorityLimit);
        if (!pem)
            return failed(pem.error().kind, "unable to read certificate-authority: " + pem.error().message);
        cluster.authorityPem = std::move(*pem);
    }
    return execInfo(exec().apiVersion, &cluster);
}

base::Result<Credential> ExecPlugin::read(const std::string &program, const ChildOutcome &outcome)
{
    const std::string name = "exec: executable " + visibleText(exec().command);
    const std::string errors = shownErrors(program, outcome.errorOutput);
    switch (outcome.end) {
    case ChildOutcome::End::NotStarted:
        if (outcome.code == ENOENT)
            return notFound();
        return failed(base::ErrorKind::Io, "exec: fork/exec " + visibleText(program) + ": " + outcome.reason);
    case ChildOutcome::End::TimedOut:
        return failed(base::ErrorKind::Timeout, name + " did not end within "
                      + std::to_string(std::chrono::ceil<std::chrono::seconds>(m_limit).count()) + " s and was stopped" + errors);
    case ChildOutcome::End::TooMuchOutput:
        return failed(base::ErrorKind::TooLarge, name + " printed more than 1 MiB and was stopped" + errors);
    case ChildOutcome::End::Signalled:
        return failed(base::ErrorKind::Io, name + " was ended by signal " + std::to_string(outcome.code) + errors);
    case ChildOutcome::End::Cancelled:
        return failed(base::ErrorKind::Cancelled, name + " was stopped");
    case ChildOutcome::End::Exited:
        break;
    }
    if (outcome.code != 0)
        return failed(base::ErrorKind::Io, name + " failed with exit code " + std::to_string(outcome.code) + errors);
    auto credential = parseExecCredential(outcome.output, exec().apiVersion);
    if (!credential)
        return failed(credential.error().kind, credential.error().message + errors);
    return credential;
}

base::Error ExecPlugin::notFound()
{
    std::string message = "exec: executable " + visibleText(exec().command) + " not found";
    const base::SteadyTime now = m_services.executor.clock().steady();
    if (!m_helpSince || now - *m_helpSince >= std::chrono::hours(1)) {
        m_helpSince = now;
        m_helps = 0;
    }
    if (++m_helps > HelpsAnHour)
        return failed(base::ErrorKind::NotFound, message);
    message += Help;
    if (!exec().installHint.empty())
        message += "\n\n" + text::plain(exec().installHint);
    return failed(base::ErrorKind::NotFound, message);
}

void ExecPlugin::finish(base::Result<Credential> result)
{
    const auto done = m_done;
    done(std::move(result));
}

} // namespace kube
