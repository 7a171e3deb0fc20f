#pragma once

#include "models/base/Clock.h"
#include "models/http/Proxy.h"
#include "models/http/TaskQueue.h"

#include <map>
#include <optional>

namespace http {

/// Which proxy leads to a server: what the settings say is known at once, what a search says when it is done, and for a while after
/// that. I/O thread only.
class ProxyFinder
{
public:
    /// What a search says comes by the queue.
    ProxyFinder(ProxyEnvironment environment, std::shared_ptr<TaskQueue> queue);

    /// Whether there is nothing to wait for. If there is, a search begins or goes on, and the queue's owner is woken when to ask again.
    bool isKnown(const Url &url, base::SteadyTime now);
    /// The same without beginning anything.
    bool isSettled(const Url &url, base::SteadyTime now) const;

    /// The proxy or empty. A search that failed, or takes longer than there is patience, leaves it to the settings.
    std::string proxyFor(const Url &url) const;
    /// Why a search that ought to have found something did not; empty otherwise.
    std::string trouble(const Url &url) const;

    static constexpr std::chrono::minutes Fresh{5};     ///< an older answer is used once more while it is asked for anew

private:
    struct Entry
    {
        std::optional<base::Result<std::string>> answer;
        base::SteadyTime askedAt;
        bool isAsked = false;
        base::Job wake;
    };
    using Entries = std::map<std::string, Entry>;

    bool isSearched(const Url &url) const;
    void ask(const std::string &server, Entry &entry, base::SteadyTime now);
    const base::Result<std::string> *answerFor(const Url &url) const;

    ProxyEnvironment m_environment;
    std::shared_ptr<TaskQueue> m_queue;
    std::shared_ptr<Entries> m_entries = std::make_shared<Entries>();   ///< by scheme, host and port
};

} // namespace http
