#pragma once

#include "models/base/Clock.h"
#include "models/base/Job.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace http {

enum class Method { Get, Post, Put, Patch, Delete };

struct Header
{
    std::string name;
    std::string value;

    bool operator==(const Header &) const = default;
};

/// How a server is reached: everything that two requests must have in common to share a connection.
struct Connection
{
    std::string authorityPem;               ///< only this CA is trusted; empty: the system's
    std::string clientCertificatePem;
    base::SecretText clientKeyPem;
    std::string serverName;                 ///< for SNI and the verified name; empty: the URL's host
    bool insecure = false;                  ///< no verification at all, by the kubeconfig's own word
    std::string proxy;                      ///< http, https or socks5 URL; empty: HTTPS_PROXY, HTTP_PROXY and NO_PROXY
    bool compression = true;                ///< offer gzip
    std::uint64_t identity = 0;             ///< of who asks: what different ones may learn of each other ends at the connection

    bool operator==(const Connection &) const = default;
};

/// Lists and watches share connections; what a person waits for has its own, so that no big list stands in its way.
enum class Lane { Bulk, Interactive };

/// Fewer bytes than this within each window mean that the server only drips.
struct SlowLimit
{
    std::int64_t bytes = 0;                             ///< of head and body; 0: no limit
    std::chrono::milliseconds window{30'000};           ///< the first begins when the request was sent

    bool operator==(const SlowLimit &) const = default;
};

struct Request
{
    Method method = Method::Get;
    std::string url;
    std::vector<Header> headers;                        ///< credentials too; never logged
    std::string body;
    std::shared_ptr<const Connection> connection;       ///< compared by value; null: all defaults
    Lane lane = Lane::Interactive;
    std::chrono::milliseconds deadline{0};              ///< for the whole exchange; 0: none
    std::chrono::milliseconds silence{0};               ///< longest time without a byte once the answer began; 0: none
    SlowLimit slow;                                     ///< for lists; a healthy watch may be quiet for minutes
    std::int64_t byteCap = 64LL * 1024 * 1024;          ///< body bytes after decompression; 0: none
    bool compress = false;                              ///< offer gzip, if the connection does too: worth it on slow links only
};

struct ResponseHead
{
    int status = 0;
    std::vector<Header> headers;
    base::SystemTime receivedAt;

    /// The first header of that name (case-insensitive), or null.
    const std::string *header(std::string_view name) const;
};

/// Takes an answer while it arrives. All calls come on the I/O thread, in the order head, bytes..., done, and none after the
/// job was let go. Errors are Network, Tls, Timeout, TooLarge, Misuse (a URL or header that cannot be sent) or Cancelled (the
/// thread ended); a status of 400 and above is not an error here, and a redirect is a status like any other.
class Receiver
{
public:
    virtual ~Receiver() = default;
    virtual void head(const ResponseHead &head) = 0;
    virtual void bytes(std::string_view chunk) = 0;
    virtual void done(const base::Result<void> &result) = 0;
};

/// The way to a server, small enough to be replaced in tests.
class Transport
{
public:
    virtual ~Transport() = default;

    /// Any thread. Letting go of the job cancels the request.
    virtual base::Job send(Request request, std::shared_ptr<Receiver> receiver) = 0;

    /// Closes idle connections of these settings and lets no new request use the busy ones (the machine woke
    /// up, or a person asks).
    virtual void retire(const Connection &connection) = 0;

    /// Retires, and ends the streams without a deadline as well, with a Network error: who they were opened as is no longer us.
    virtual void expire(const Connection &connection) { retire(connection); }
};

} // namespace http
