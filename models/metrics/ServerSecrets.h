#pragma once

#include "models/base/Executor.h"
#include "models/metrics/HttpTransport.h"
#include "models/platform/PersonKey.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace metrics {

/// What people typed for servers of their own, with its secrets: kept from one start to the next, sealed with the system's key of the person, and nowhere
/// else. Of what is asked about one name the newest counts. GUI thread; files are touched aside, and written even if the job is let go of.
class ServerSecrets
{
public:
    /// In that folder; none: nothing is kept. The key outlives the program's work.
    explicit ServerSecrets(std::string folder, const platform::PersonKey &key = platform::PersonKey::system());

    /// Whether anything is kept here at all; else all that is asked for ends as Unsupported.
    bool isOffered() const { return !m_folder.empty() && m_key.isOffered(); }

    using Done = std::function<void(base::Result<void>)>;
    /// What cannot be kept leaves nothing older behind.
    base::Job keep(base::Executor &consumer, const std::string &name, const DirectServer &server, Done done);
    /// Also when there is nothing.
    base::Job forget(base::Executor &consumer, const std::string &name, Done done);
    /// NotFound when nothing is kept; Io and BadInput when it is there and cannot be used.
    base::Job fetch(base::Executor &consumer, const std::string &name, std::function<void(base::Result<DirectServer>)> done);

private:
    struct Turn;
    using Work = std::function<base::Result<void>()>;

    base::Job change(base::Executor &consumer, const std::string &name, Work work, Done done);

    std::string m_folder;
    const platform::PersonKey &m_key;
    std::map<std::string, std::shared_ptr<Turn>> m_turns;   ///< by name
};

} // namespace metrics
