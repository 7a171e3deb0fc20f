#pragma once

#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/http/Request.h"
#include "models/kube/ConnectionSettings.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

struct QueryItem
{
    std::string name;
    std::string value;
};

/// Whether a GET is tried again behind the back of who asked. Reflectors have their own order of attempts and show it.
enum class Retries { AsClientGo, None };

/// Whose traffic a request carries: the program's own questions, or what a person sends through a proxy or a port-forward.
enum class Asker { Program, Person };

/// One request to an API server, before credentials and connection are known.
struct ApiRequest
{
    http::Method method = http::Method::Get;
    std::string path;                           ///< "/api/v1/pods", already percent-encoded
    std::vector<QueryItem> query;               ///< encoded when sent
    std::string accept = "application/json";
    std::string contentType;
    std::string body;
    std::string knownTag;                       ///< ETag of an earlier answer: the same one comes as a 304 without a body
    http::Lane lane = http::Lane::Interactive;
    std::chrono::milliseconds deadline = std::chrono::seconds(60);  ///< 0: none
    std::chrono::milliseconds silence{0};       ///< longest time without a byte, 0: none
    std::int64_t byteCap = 64LL * 1024 * 1024;  ///< 0: none
    http::SlowLimit slow;
    bool compress = true;                       ///< offer gzip to servers that are not on this machine, unless the kubeconfig says no
    Retries retries = Retries::AsClientGo;
    Asker asker = Asker::Program;
    Impersonation as = {};                      ///< for this request instead of whom the settings say; empty: as they say

    void add(std::string name, std::string value) { query.push_back({std::move(name), std::move(value)}); }
};

/// Takes a successful answer while it arrives, on the I/O thread. Refusals come as the error of finished(), with the
/// server's words; opened() is called only for a status below 300, and for the 304 that a knownTag asks for.
class ApiReceiver
{
public:
    virtual ~ApiReceiver() = default;
    virtual void opened(const http::ResponseHead &head) = 0;
    virtual void bytes(std::string_view chunk) = 0;
    virtual void finished(const base::Result<void> &result) = 0;
};

struct ApiAnswer
{
    http::ResponseHead head;
    std::string body;
};

/// An API server as reflectors and pages see it.
class Api
{
public:
    virtual ~Api() = default;

    /// Any thread; letting go of the job cancels. GETs are tried again as client-go does (429 and 5xx that name a whole number
    /// of seconds, a broken connection, once after a 401), as long as no byte of an answer was handed on.
    virtual base::Job start(ApiRequest request, std::shared_ptr<ApiReceiver> receiver) = 0;

    /// I/O thread: requests from now on make new connections, with credentials that are tried again if they were given up; requests
    /// that run are left alone. A person asked, or the machine woke up.
    virtual void startOver() { }

    /// The I/O thread, where all receivers are called.
    virtual base::Executor &executor() = 0;

    /// start() for answers small enough to be kept whole; the callback comes on the I/O thread.
    base::Job fetch(ApiRequest request, std::function<void(base::Result<ApiAnswer>)> done);
};

} // namespace kube
