#pragma once

#include "models/base/Clock.h"
#include "models/base/Result.h"

#include <string>
#include <vector>

struct x509_st;

namespace http {

/// What people and rules need of a certificate.
struct Certificate
{
    std::string subject;              ///< "O=system:masters, CN=admin"
    std::string issuer;
    std::vector<std::string> names;   ///< DNS names, then addresses, of the subject alternative name
    base::SystemTime notBefore;       ///< SystemTime::min() for a date before 1700
    base::SystemTime notAfter;        ///< SystemTime::max() for a date after 2261, as in "99991231235959Z": for ever
    bool isAuthority = false;
    bool isSelfSigned = false;        ///< subject and issuer are the same
};

/// What one certificate of OpenSSL's says.
Certificate readCertificate(x509_st *certificate);

/// Every CERTIFICATE block of a PEM text, in order; other blocks are skipped. Errors: BadInput when there is none or one is broken.
base::Result<std::vector<Certificate>> parsePem(const std::string &pem);

/// Whether the text can serve as certificate-authority data; the words are client-go's.
base::Result<void> checkAuthority(const std::string &pem);

/// Whether the first certificate and the private key belong together; the words are Go's. Encrypted keys are refused.
base::Result<void> keyFits(const std::string &certificatePem, const std::string &keyPem);

/// "2026-11-21 23:06:00 UTC"
std::string dateText(base::SystemTime time);

} // namespace http
