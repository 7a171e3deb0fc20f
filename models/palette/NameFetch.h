#pragma once

#include "models/kube/Api.h"
#include "models/kube/ResourceType.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace palette {

/// The names of the objects of one kind, and nothing else of them.
struct NameList
{
    struct Name
    {
        std::string key;                    ///< "namespace/name", or the name
        std::uint16_t namespaceLength = 0;

        std::string_view namespaceName() const { return std::string_view(key).substr(0, namespaceLength); }
        std::string_view name() const { return std::string_view(key).substr(namespaceLength == 0 ? 0 : namespaceLength + 1U); }
    };
    std::vector<Name> names;
    bool isCut = false;                     ///< there are more than were asked for
};

/// Lists the names of a kind in all namespaces: metadata only, in pages. Letting go cancels.
class NameFetch
{
public:
    using Done = std::function<void(base::Result<std::shared_ptr<const NameList>>)>;

    static constexpr int Page = 500;
    static constexpr std::size_t MostNames = 20'000;

    /// The consumer and the I/O thread outlive it, the api until it is let go; done is called on the consumer's thread.
    NameFetch(kube::Api &api, base::Executor &consumer, const kube::ResourceType &type, Done done);
    ~NameFetch();

private:
    class Pages;
    std::shared_ptr<Pages> m_pages;
};

} // namespace palette
