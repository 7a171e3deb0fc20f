#pragma once

#include "models/base/Executor.h"
#include "models/kube/Reflector.h"
#include "models/text/Value.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace detail {

/// A few whole objects of a server, kept live in JSON as the server writes it: one by its name, or the events of one.
///
/// Belongs to the consumer's thread; the work is done on the I/O thread.
class LiveList
{
public:
    struct Content
    {
        std::map<std::string, std::shared_ptr<const text::Value>> objects;     ///< by uid
        bool isComplete = false;                                               ///< a whole listing was seen
        kube::SyncState state;
    };

    /// What is worth keeping of an object; nothing when it is none of those that are looked for. Called on the I/O thread.
    using Reduce = std::function<std::optional<text::Value>(text::Value object)>;

    /// api and consumer outlive it; changed is called on the consumer's thread when take() would give something new. Without a
    /// reduction everything is kept.
    LiveList(kube::Api &api, base::Executor &consumer, kube::Collection collection, std::function<void()> changed, Reduce reduce = {});
    ~LiveList();
    LiveList(const LiveList &) = delete;
    LiveList &operator=(const LiveList &) = delete;

    /// What is known now.
    Content take();
    void retryNow();

private:
    class Engine;
    base::Executor &m_executor;
    std::shared_ptr<Engine> m_engine;
};

} // namespace detail
