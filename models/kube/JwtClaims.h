#pragma once

#include "models/base/Result.h"
#include "models/text/Time.h"
#include "models/text/Value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// What a JSON Web Token says of itself (RFC 7519, and the claims Kubernetes adds to tokens of ServiceAccounts). Nothing of it is
/// proven: only the server can check the signature, which is not kept.
struct JwtClaims
{
    std::string algorithm;
    std::string keyId;
    std::string issuer;
    std::string subject;
    std::string id;
    std::vector<std::string> audiences;
    std::optional<text::Time> issuedAt;
    std::optional<text::Time> notBefore;
    std::optional<text::Time> expiresAt;       ///< nothing: it never ends
    std::optional<text::Time> refreshAfter;    ///< warnafter: when the kubelet's token should have been replaced

    /// The kubernetes.io claims; empty in other tokens.
    std::string namespaceName;
    std::string serviceAccount;
    std::string pod;                           ///< the token ends with this pod
    std::string node;
    std::string secret;                        ///< the token ends with this Secret
    bool isLegacy = false;                     ///< from a Secret, without an end and an audience

    text::Value all = text::Value::map();      ///< the whole payload
};

/// Reads a token in compact form; white space around it is skipped. Errors say what is wrong and never repeat a part of the token.
base::Result<JwtClaims> readJwt(std::string_view token);

enum class TokenState { NotYet, Valid, Stale, Expired };

/// What the times of the token mean at that moment; Stale: valid, but it should have been replaced.
TokenState stateOf(const JwtClaims &claims, text::Time now);

} // namespace kube
