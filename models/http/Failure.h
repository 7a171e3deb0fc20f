#pragma once

#include "models/base/Error.h"
#include "models/http/TlsPeer.h"
#include "models/http/Url.h"

#include <cstdint>
#include <string>

namespace http {

/// How far an exchange had come.
enum class Step { Resolve, Connect, Handshake, Answer, Body };

/// What is known about an exchange that did not come to its end.
struct Failure
{
    int code = 0;                       ///< libcurl's
    std::string text;                   ///< libcurl's and OpenSSL's words
    Step step = Step::Resolve;
    Url url;
    std::string tlsName;                ///< what the certificate must name
    std::string proxy;                  ///< as it may be shown
    int proxyStatus = 0;                ///< the proxy's answer to CONNECT
    int systemError = 0;                ///< errno of the connect
    std::int64_t bodyBytes = 0;
    TlsPeer peer;
    bool hasOwnAuthority = false;
    bool hasClientCertificate = false;
    base::SystemTime now;
};

/// The error in words: what step failed, with whom, why, and what to do next. Never shows credentials.
base::Error describe(const Failure &failure);

/// The same for a time limit of ours: "timed out after 30 s while ...".
base::Error describeTimeout(const Failure &failure, const std::string &limit);

} // namespace http
