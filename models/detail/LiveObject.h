#pragma once

#include "models/detail/LiveList.h"
#include "models/kube/ResourceType.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace detail {

/// Which object of a server.
struct ObjectName
{
    kube::ResourceType type;
    std::string namespaceName;          ///< empty for cluster-scoped objects
    std::string name;
};

/// How what is known of the object relates to the server's.
struct ObjectState
{
    enum class Phase {
        Connecting,     ///< nothing is known yet; with an error, the last attempt failed
        Live,
        Polling,        ///< it may be read but not watched: asked again every PollInterval
        Stale,          ///< true at `since`
        Deleted,        ///< gone, seen at `since`; the last state is kept
        NotFound,       ///< it was never there
        Refused,        ///< who asks may not read it
    };

    Phase phase = Phase::Connecting;
    base::SystemTime since{};
    std::optional<base::Error> error = {};
    std::optional<base::SystemTime> nextAttempt = {};

    bool isKnown() const { return phase != Phase::Connecting; }
    bool operator==(const ObjectState &) const = default;
};

/// One object of a server, kept live. Watched by its name where that is allowed, else fetched again and again.
/// Belongs to the consumer's thread.
class LiveObject
{
public:
    /// api and consumer outlive it; changed is called on the consumer's thread.
    LiveObject(kube::Api &api, base::Executor &consumer, ObjectName name, std::function<void()> changed);

    /// As it was last read, in JSON; null before. Stays when the object or the server is gone.
    const std::shared_ptr<const text::Value> &object() const { return m_object; }
    const ObjectState &state() const { return m_state; }
    const ObjectName &name() const { return m_name; }

    /// Asks again now.
    void retryNow();
    /// Begins with what another connection last read.
    void keep(std::shared_ptr<const text::Value> object, ObjectState state);

    static constexpr std::chrono::seconds PollInterval{10};
    /// How long somebody who may not read it is not asked for again.
    static constexpr std::chrono::minutes RefusedPause{1};

private:
    void watch();
    void take();
    void poll();
    void polled(const base::Result<kube::ApiAnswer> &answer);
    void readAnswer(const std::string &body);
    void gone(std::optional<base::Error> error);
    ObjectState failed(const base::Error &error, std::chrono::milliseconds pause) const;
    void set(ObjectState state);
    base::SystemTime now() const { return m_consumer.clock().now(); }

    kube::Api &m_api;
    base::Executor &m_consumer;
    ObjectName m_name;
    std::function<void()> m_changed;
    std::unique_ptr<LiveList> m_list;           ///< null while it is polled
    base::Job m_request;
    base::Job m_again;
    std::shared_ptr<const text::Value> m_object;
    ObjectState m_state;
};

} // namespace detail
