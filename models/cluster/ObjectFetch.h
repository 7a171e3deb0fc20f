#pragma once

#include "models/kube/Api.h"
#include "models/kube/ResourceType.h"
#include "models/text/Value.h"

#include <memory>

namespace cluster {

/// The name of an object in its cluster; the namespace is empty where there is none.
struct NameInNamespace
{
    std::string namespaceName;
    std::string name;

    bool operator==(const NameInNamespace &) const = default;
};

/// Asks the server for whole objects of one type, a few at a time. Letting go of it cancels. On the consumer's thread.
class ObjectFetch
{
public:
    static constexpr std::size_t AtOnce = 4;

    using Done = std::function<void(base::Result<std::vector<text::Value>>)>;

    /// done is called once, not before this returns: with all objects in the order of the names, or with the first error.
    ObjectFetch(kube::Api &api, base::Executor &consumer, kube::ResourceType type, std::vector<NameInNamespace> names, Done done);
    ~ObjectFetch();

private:
    struct Anchor { ObjectFetch *fetch; };

    void askNext();
    void answered(std::size_t place, const base::Result<kube::ApiAnswer> &answer);
    void finish(base::Result<std::vector<text::Value>> result);

    kube::Api &m_api;
    base::Executor &m_consumer;
    kube::ResourceType m_type;
    std::vector<NameInNamespace> m_names;
    Done m_done;
    std::shared_ptr<Anchor> m_anchor;           ///< empty once this is gone; only looked at on the consumer's thread
    std::vector<text::Value> m_objects;
    std::size_t m_asked = 0;
    std::size_t m_answered = 0;
    std::vector<base::Job> m_jobs;
};

} // namespace cluster
