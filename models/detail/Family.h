#pragma once

#include "models/detail/LiveList.h"
#include "models/detail/OwnerChain.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace detail {

/// What an object owns, and what that owns in turn, live: a Deployment's ReplicaSets and their pods. Belongs to the consumer's thread.
class Family
{
public:
    using Uids = std::set<std::string, std::less<>>;

    /// Whether objects of the kind own others of which there are events.
    static bool isKnown(std::string_view group, std::string_view kind);

    /// api and consumer outlive it; changed is called on the consumer's thread when the family may be another.
    Family(kube::Api &api, base::Executor &consumer, OwnerChain::FindType findType, std::function<void()> changed);

    /// The head of the family; one that is followed already is not asked about again.
    void follow(const text::Value &object);
    /// Members that another connection told of, until this one does.
    void remember(const Uids &known) { m_uids.insert(known.begin(), known.end()); }
    /// Of the head and of everything that it owned since it is followed, by the owners that they name. Reads what changed.
    const Uids &uids();
    /// Who belongs to it was told, or is refused; false before somebody is followed.
    bool isSettled() const;
    /// Why not all of it is known; nothing when it is.
    std::optional<base::Error> problem() const;

private:
    struct Members
    {
        std::unique_ptr<LiveList> list;
        LiveList::Content content;
    };

    void open(const Reference &of, std::string labelSelector);

    kube::Api &m_api;
    base::Executor &m_consumer;
    OwnerChain::FindType m_findType;
    std::function<void()> m_changed;
    std::string m_head;                     ///< its uid
    std::vector<std::unique_ptr<Members>> m_members;    ///< owners before what they own
    Uids m_uids;
};

} // namespace detail
