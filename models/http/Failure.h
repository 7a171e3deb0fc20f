#pragma once

#include "models/base/Error.h"
#include "models/http/TlsPeer.h"
#include "models/http/Url.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace http {

/// How far an exchange had come.
enum class Step { Resolve, Connect, Handshake, Answer, Body, Stream };

/// Error::reason of what did not come to its end, where code or a short word wants to know more than the kind.
namespace reason {
inline constexpr std::string_view NoAddress = "no-address";
inline constexpr std::string_view Refused = "connection-refused";
inline constexpr std::string_view NoConnection = "no-connection";
inline constexpr std::string_view Proxy = "proxy";
inline constexpr std::string_view NotTls = "not-tls";
inline constexpr std::string_view NotHttp = "not-http";
inline constexpr std::string_view CertificateName = "certificate-name";
inline constexpr std::string_view CertificateAuthority = "certificate-authority";
inline constexpr std::string_view CertificateExpired = "certificate-expired";
inline constexpr std::string_view CertificateNotYetValid = "certificate-not-yet-valid";
inline constexpr std::string_view ClientCertificate = "client-certificate";
} // namespace reason

/// What is known about an exchange that did not come to its end.
struct Failure
{
    int code = 0;                       ///< libcurl's
    std::string text;                   ///< libcurl's and OpenSSL's words
    Step step = Step::Resolve;
    Url url;
    std::string tlsName;                ///< what the certificate must name
    std::string proxy;                  ///< as it may be shown
    std::string proxyTrouble;           ///< why the network's own word on proxies is not known
    int proxyStatus = 0;                ///< the proxy's answer to CONNECT
    int systemError = 0;                ///< of the connect, as Socket.h knows it
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
