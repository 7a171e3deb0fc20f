#pragma once

#include "models/cluster/CollectionFeed.h"

#include <optional>
#include <set>
#include <string>

namespace cluster {

/// Reflects a collection namespace by namespace, for viewers who may not list it everywhere, into one feed as if it were one.
///
/// Each part compares its own listings, since none of them speaks for the others. Lives on the I/O thread.
class NamespaceParts
{
public:
    /// refusal: the server's to the whole, which tells more than that of some namespace when none may be read.
    NamespaceParts(kube::Api &api, kube::Collection collection, CollectionFeed &feed, std::shared_ptr<kube::Reflector::ServerAbilities> abilities,
                   std::function<double()> random, std::optional<base::Error> refusal = {});
    ~NamespaceParts();

    /// From now on these namespaces: new ones are reflected, the rows of others are taken away.
    void follow(const std::set<std::string> &namespaces);
    void retryNow(kube::Retry what = kube::Retry::Waiting);

    /// How long a namespace that may not be listed is left alone.
    static constexpr std::chrono::minutes ForbiddenPause{5};
    /// One that came later is first tried again after this, then each time after twice as long: rights are given after it is made.
    static constexpr std::chrono::seconds FirstPause{5};

private:
    class Part;
    int weight(const Part &part) const;
    std::vector<std::string> readable() const;
    void partChanged();

    kube::Api &m_api;
    kube::Collection m_collection;
    CollectionFeed &m_feed;
    std::shared_ptr<kube::Reflector::ServerAbilities> m_abilities;
    std::function<double()> m_random;
    std::optional<base::Error> m_refusal;
    std::vector<std::unique_ptr<Part>> m_parts;
    bool m_started = false;
    bool m_complete = false;
};

} // namespace cluster
