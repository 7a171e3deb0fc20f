#pragma once

#include "models/kube/CredentialsPool.h"
#include "models/kube/ExecCredential.h"
#include "models/kube/PluginPolicy.h"

namespace kube {

/// Runs one exec plugin for one cluster: by its argument list, once somebody trusts it and where kuberc lets it, without a terminal, for at most a minute
/// and a megabyte, and reads the credential it prints. Belongs to the executor's thread.
class ExecPlugin
{
public:
    /// settings.exec must be set. The services outlive this.
    ExecPlugin(ConnectionSettings settings, const CredentialsServices &services);

    /// Calls back on the executor, not before this returns. One run at a time; letting go ends the program.
    base::Job run(CredentialsSource::Renewed done);

    static constexpr std::chrono::seconds Limit{60};
    void setLimit(std::chrono::milliseconds limit) { m_limit = limit; }

private:
    base::Result<void> mayRun();
    void resolve();
    void start(const std::string &program, const std::string &searchPath);
    base::Result<std::string> info() const;
    base::Result<Credential> read(const std::string &program, const platform::ChildOutcome &outcome);
    base::Error notFound();
    void finish(base::Result<Credential> result);

    const ExecSettings &exec() const { return *m_settings.exec; }

    ConnectionSettings m_settings;
    const CredentialsServices &m_services;
    std::chrono::milliseconds m_limit = Limit;
    PluginPolicy m_policy;
    CredentialsSource::Renewed m_done;
    base::Job m_stage;
    std::optional<base::SteadyTime> m_helpSince;
    int m_helps = 0;
};

} // namespace kube
