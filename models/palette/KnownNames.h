#pragma once

#include "models/palette/NameFetch.h"

#include <map>
#include <optional>

namespace palette {

/// The names of kinds nobody watches, fetched when they are searched and kept for a while. Belongs to the consumer's thread.
class KnownNames
{
public:
    enum class State { NotAsked, Waiting, Known, Refused, Failed };
    struct Kind
    {
        State state = State::NotAsked;
        std::shared_ptr<const NameList> names;  ///< kept while they are fetched again
        std::string reason;                     ///< of Refused and Failed
    };

    static constexpr std::size_t AtOnce = 4;
    static constexpr std::chrono::minutes Kept{1};
    static constexpr std::chrono::minutes RefusalKept{5};
    static constexpr std::chrono::seconds FailureKept{30};

    /// changed is called whenever a kind became known or refused. The consumer outlives it.
    KnownNames(base::Executor &consumer, std::function<void()> changed);

    /// What is not known, or was heard too long ago, is asked for, some at once, in this order.
    void want(kube::Api &api, const std::vector<kube::ResourceType> &types);
    /// The server is reached another way now: nothing more goes to the api before, which may be gone after this.
    void use(kube::Api &api);
    /// Nobody searches any more: what was not answered is let go.
    void stop();
    const Kind &kind(const kube::ResourceType &type) const;

private:
    struct Entry
    {
        Kind kind;
        base::SteadyTime heard{};
        std::unique_ptr<NameFetch> fetch;
    };
    bool isFresh(const Entry &entry) const;
    void fetchMore();
    void answered(const std::string &key, const base::Result<std::shared_ptr<const NameList>> &answer);

    base::Executor &m_consumer;
    std::function<void()> m_changed;
    kube::Api *m_api = nullptr;
    std::map<std::string, Entry> m_kinds;
    std::vector<kube::ResourceType> m_waiting;
};

} // namespace palette
