#pragma once

#include "models/demo/Cluster.h"
#include "models/demo/Http.h"
#include "models/demo/Pages.h"
#include "models/demo/Watch.h"

#include <functional>
#include <memory>
#include <variant>

namespace demo {

/// A path of the API taken apart: /apis/GROUP/VERSION[/namespaces/NS]/PLURAL[/NAME[/SUBRESOURCE]].
struct ApiPath
{
    std::string group;
    std::string version;
    std::string nameSpace;
    std::string plural;
    std::string name;
    std::string subresource;

    /// Nothing for a path that does not name a resource.
    static std::optional<ApiPath> read(std::string_view path);
};

/// The API over a cluster: a request in, a whole answer or a watch out. No sockets, no threads.
class Api
{
public:
    using Reply = std::variant<HttpAnswer, std::unique_ptr<Watch>>;

    Api(Cluster &cluster, std::chrono::seconds bookmarkEvery);

    Reply answer(const HttpRequest &request);

    /// Who asks may not be taken for somebody else from now on.
    void refuseImpersonation() { m_letsImpersonate = false; }

    /// Watches and lists that are under way will be told 410.
    void forgetHistory();

private:
    std::optional<HttpAnswer> fixedAnswer(const HttpRequest &request) const;
    std::optional<HttpAnswer> discoveryAnswer(const HttpRequest &request) const;
    Reply resourceAnswer(const HttpRequest &request, const ApiPath &path);
    Reply collectionAnswer(
        const HttpRequest &request, const ApiPath &path, const ResourcePointer &resource, const Representation &as);
    Reply watchAnswer(const HttpRequest &request, Filter filter, const Representation &as);
    HttpAnswer listAnswer(const HttpRequest &request, const Filter &filter, const Representation &as);
    HttpAnswer objectAnswer(const ApiPath &path, const Resource &resource, const Representation &as) const;

    Cluster *m_cluster;
    Rendering m_rendering;
    Pages m_pages;
    std::chrono::seconds m_bookmarkEvery;
    bool m_letsImpersonate = true;
};

} // namespace demo
