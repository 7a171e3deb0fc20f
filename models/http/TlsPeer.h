#pragma once

#include "models/http/Certificate.h"

#include <memory>
#include <optional>

namespace http {

/// What a server showed during the TLS handshake, for the words of an error.
struct TlsPeer
{
    std::optional<Certificate> certificate;   ///< the server's own
    std::optional<Certificate> faulty;        ///< the one in its chain that the check failed at
    int verifyError = 0;                      ///< OpenSSL's X509_V_ERR_...
    bool asksForCertificate = false;          ///< the server wants the client's, or would take one
};

/// Makes the checks of an SSL_CTX leave a note in the peer. They decide as before. I/O thread.
void observePeer(void *sslContext, const std::shared_ptr<TlsPeer> &peer);

/// What could not be sent at once may be sent again from another place in memory: what streams keep meanwhile grows.
void letUnsentMove(void *sslContext);

/// At least as strict as Debian's OpenSSL, whatever it was built for: no RSA below 2048 bits, no SHA-1 in a chain.
void refuseWeakKeys(void *sslContext);

} // namespace http
