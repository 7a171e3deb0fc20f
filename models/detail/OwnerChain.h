#pragma once

#include "models/base/Executor.h"
#include "models/detail/Summary.h"
#include "models/kube/Api.h"
#include "models/kube/ResourceType.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace detail {

/// The owner of an object, the owner of that one, and so on up to what nobody owns: a Pod's ReplicaSet and its Deployment.
/// Belongs to the consumer's thread.
class OwnerChain
{
public:
    /// The type of a kind that the server has, or nothing.
    using FindType = std::function<std::optional<kube::ResourceType>(const Reference &reference)>;

    /// api and consumer outlive it; changed is called on the consumer's thread when there are more owners than before.
    OwnerChain(kube::Api &api, base::Executor &consumer, FindType findType, std::function<void()> changed);

    ~OwnerChain();

    /// Follows the owner that controls this object; one that is followed already is not asked for again.
    void follow(const text::Value &object);
    /// From the nearest upwards. What is above one that may not be read is not known.
    const std::vector<Reference> &owners() const { return m_owners; }

    static constexpr std::size_t Longest = 8;

private:
    /// What is left of it for answers that outlive it.
    struct Anchor { OwnerChain *chain = nullptr; };

    void climb(const std::optional<Reference> &owner);
    void answered(const std::string &body);

    kube::Api &m_api;
    base::Executor &m_consumer;
    FindType m_findType;
    std::function<void()> m_changed;
    std::vector<Reference> m_owners;
    std::shared_ptr<Anchor> m_anchor;       ///< another one for each object that is followed
    base::Job m_question;
};

/// The owner that controls the object, else the first; nothing when nobody owns it.
std::optional<Reference> ownerOf(const text::Value &object);

/// Tells the owners above the first one, which the object names itself.
void addOwnersAbove(Summary &summary, const std::vector<Reference> &owners);

} // namespace detail
