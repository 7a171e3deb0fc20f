#pragma once

#include "models/base/Secret.h"
#include "models/kube/Api.h"
#include "models/kube/JwtClaims.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// The least and the most that is offered; the server refuses less, and may shorten or lengthen what is asked for.
inline constexpr std::chrono::seconds ShortestToken = std::chrono::minutes(10);
inline constexpr std::chrono::seconds LongestToken = std::chrono::hours(24);

/// A token of a ServiceAccount that a person wants (TokenRequest, authentication.k8s.io/v1).
struct TokenWish
{
    /// The token ends with this object of the account's namespace, or with this node.
    struct Bound
    {
        std::string kind;       ///< "Pod", "Secret", "Node"
        std::string name;

        bool operator==(const Bound &) const = default;
    };

    std::string namespaceName;
    std::string account;
    std::vector<std::string> audiences;         ///< none: the API server's own
    std::chrono::seconds lifetime = std::chrono::hours(1);
    std::optional<Bound> bound;

    bool operator==(const TokenWish &) const = default;
};

ApiRequest tokenRequest(const TokenWish &wish);

/// What the server handed out.
struct IssuedToken
{
    base::SecretText token;
    std::optional<text::Time> expires;          ///< as the server says beside the token
    base::Result<JwtClaims> claims;             ///< what the token says itself; nothing of it is proven
};

/// Reads the server's answer; an answer without a token is an error that repeats nothing of it. Any thread.
base::Result<IssuedToken> readTokenAnswer(std::string_view body);

/// The words of the kubectl command that asks for the same, without kubectl itself.
std::vector<std::string> createTokenWords(const TokenWish &wish);

} // namespace kube
