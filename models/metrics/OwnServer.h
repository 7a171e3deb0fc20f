#pragma once

#include "models/metrics/ServerSecrets.h"
#include "models/settings/Settings.h"

#include <memory>
#include <optional>
#include <string>

namespace metrics {

/// The server that a person named for one cluster. Its place is remembered in the settings; what they typed beside it is kept by the system's key where
/// there is one, else as long as the program runs. GUI thread.
class OwnServer
{
public:
    /// What is there again at the next start.
    enum class Keeping {
        Nothing,        ///< of a cluster that is not remembered either
        Place,
        Everything,
    };

    /// Where it is remembered.
    struct Memory
    {
        settings::Settings &settings;
        std::string key = {};                               ///< of the settings' section; empty: nothing is remembered
        std::shared_ptr<ServerSecrets> secrets = {};        ///< null: none are kept
    };

    static constexpr const char *Section = "prometheus";

    /// The consumer, the GUI thread's, and the settings outlive it. named: with its secrets, by the same person since the program started; else what is
    /// remembered. changed: called when what was typed could not be kept.
    OwnServer(Memory memory, base::Executor &consumer, std::optional<DirectServer> named, base::Task changed);

    const std::optional<DirectServer> &server() const { return m_server; }
    Keeping keeping() const;

    /// Nothing: it is forgotten with all that is kept of it.
    void name(std::optional<DirectServer> server);

    /// Whether something was typed for the server that is not known now: read() reads it, and an error says why that led to nothing.
    bool isIncomplete() const { return m_isIncomplete; }
    void read(base::Task done);
    /// It has to be typed again.
    const std::optional<base::Error> &lost() const { return m_lost; }
    /// Why what was typed last is known only until the program ends, although the system has a key.
    const std::optional<base::Error> &notKept() const { return m_notKept; }

private:
    std::string secretsName() const;
    void remember();
    void keep();
    void take(const base::Result<DirectServer> &kept);

    Memory m_memory;
    base::Executor &m_consumer;
    base::Task m_changed;
    std::optional<DirectServer> m_server;
    bool m_isIncomplete = false;
    std::optional<base::Error> m_lost;
    std::optional<base::Error> m_notKept;
    base::Job m_reading;
    base::Job m_keeping;
};

/// Whether something was typed for it beside its place: credentials, be it in the URL, headers, certificates.
bool hasSecrets(const DirectServer &server);

} // namespace metrics
