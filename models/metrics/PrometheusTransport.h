#pragma once

#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/kube/Api.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace metrics {

/// How a server of the Prometheus API is reached.
enum class Way {
    ServiceProxy,       ///< the API server passes it on
    PortForward,        ///< into a pod
    Direct,             ///< by a URL
};

/// A question to the HTTP API of Prometheus. They are all GETs; a GET whose URL would be longer than servers in between take
/// (LongestUrl) is sent as a POST with the same parameters, where the API has that: it needs `create` where a GET needs `get`.
struct PrometheusRequest
{
    /// Whether the API takes the parameters of the path in a body too.
    enum class Form { Url, UrlOrBody };

    std::string path;                                   ///< behind the prefix: "/api/v1/query"
    std::vector<kube::QueryItem> query = {};
    Form form = Form::Url;
    std::chrono::milliseconds deadline{60'000};
    std::int64_t byteCap = 16LL * 1024 * 1024;          ///< of the answer, unpacked

    static constexpr std::size_t LongestUrl = 6000;

    /// "query=up&time=1"
    std::string encodedQuery() const;
    bool wantsBody() const { return form == Form::UrlOrBody && encodedQuery().size() > LongestUrl; }
};

struct PrometheusReply
{
    std::string body;
    std::optional<base::SystemTime> date = {};      ///< whole seconds, by the server's clock
    base::SystemTime sent{};                        ///< by ours
    base::SystemTime received{};
    std::chrono::milliseconds took{};
};

/// The way to one server of the Prometheus API. I/O thread only.
class PrometheusTransport
{
public:
    using Done = std::function<void(base::Result<PrometheusReply>)>;

    virtual ~PrometheusTransport() = default;

    /// Calls back on the executor, once, unless the job is let go, and not before this returns. Refusals are errors with the server's words.
    virtual base::Job send(const PrometheusRequest &request, Done done) = 0;

    virtual base::Executor &executor() = 0;
    virtual Way way() const = 0;
    /// In words, without credentials: "the service monitoring/prometheus:9090".
    virtual const std::string &place() const = 0;
};

/// The error of an answer that leads elsewhere, in the words that kube::ApiClient has for it.
base::Error redirectError(int status, const std::string &target);
/// The path it leads to, or nothing. Of the API server's proxy the path behind it.
std::optional<std::string> redirectPath(const base::Error &error);

} // namespace metrics
