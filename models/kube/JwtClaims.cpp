#include "models/kube/JwtClaims.h"

#include "models/kube/Base64.h"
#include "models/text/Json.h"

#include <array>
#include <cmath>
#include <cstdlib>

namespace kube {

using base::Result;
using text::Value;

namespace {

constexpr std::size_t LargestToken = 1024 * 1024;
constexpr double FirstSecond = -62'135'596'800.0;   ///< of the year 1
constexpr double LastSecond = 253'402'300'799.0;    ///< of the year 9999
constexpr std::string_view WhiteSpace = " \t\r\n";

base::Error broken(const std::string &why) { return base::makeError(base::ErrorKind::BadInput, "not a JSON Web Token: " + why); }

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(WhiteSpace);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(WhiteSpace) - first + 1);
}

/// Header, payload and signature.
std::optional<std::array<std::string_view, 3>> partsOf(std::string_view token)
{
    const auto first = token.find('.');
    const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
        return std::nullopt;
    return std::array{token.substr(0, first), token.substr(first + 1, second - first - 1), token.substr(second + 1)};
}

Result<Value> readPart(std::string_view part, const std::string &name)
{
    const auto bytes = decodeBase64Url(part);
    if (!bytes)
        return broken("the " + name + " is not base64");
    auto value = text::parseJson(*bytes);
    if (!value || !value->isMap())
        return broken("the " + name + " is no JSON object");
    return std::move(*value);
}

/// A NumericDate: seconds since 1970, fractions allowed; nothing outside of the years people write.
std::optional<text::Time> readDate(const Value &value)
{
    if (value.type() != Value::Type::Number)
        return std::nullopt;
    const double seconds = std::strtod(value.text().c_str(), nullptr);
    if (!(seconds >= FirstSecond && seconds <= LastSecond))
        return std::nullopt;
    return text::Time{static_cast<std::int64_t>(std::floor(seconds)), 0};
}

std::vector<std::string> readAudiences(const Value &value)
{
    if (value.isString())
        return {value.text()};
    std::vector<std::string> out;
    for (const Value &item : value.items())
        out.push_back(item.text());
    return out;
}

/// Tokens bound to a pod, a node or a Secret (kubernetes pkg/serviceaccount/claims.go).
void readBoundClaims(const Value &claims, JwtClaims &out)
{
    out.namespaceName = claims["namespace"].text();
    out.serviceAccount = claims["serviceaccount"]["name"].text();
    out.pod = claims["pod"]["name"].text();
    out.node = claims["node"]["name"].text();
    out.secret = claims["secret"]["name"].text();
    out.refreshAfter = readDate(claims["warnafter"]);
}

/// Tokens that live in a Secret (kubernetes pkg/serviceaccount/legacy.go).
void readLegacyClaims(const Value &payload, JwtClaims &out)
{
    constexpr std::string_view prefix = "kubernetes.io/serviceaccount/";
    const auto claim = [&payload, prefix](std::string_view name) { return payload[std::string(prefix).append(name)].text(); };
    out.namespaceName = claim("namespace");
    out.serviceAccount = claim("service-account.name");
    out.secret = claim("secret.name");
    out.isLegacy = !out.serviceAccount.empty();
}

} // namespace

Result<JwtClaims> readJwt(std::string_view token)
{
    if (token.size() > LargestToken)
        return base::makeError(base::ErrorKind::TooLarge, "a JSON Web Token of more than 1 MiB is not read");
    const auto parts = partsOf(trimmed(token));
    if (!parts)
        return broken("it has not three parts");
    const auto header = readPart((*parts)[0], "header");
    if (!header)
        return header.error();
    auto payload = readPart((*parts)[1], "payload");
    if (!payload)
        return payload.error();
    JwtClaims out;
    out.algorithm = (*header)["alg"].text();
    out.keyId = (*header)["kid"].text();
    out.issuer = (*payload)["iss"].text();
    out.subject = (*payload)["sub"].text();
    out.id = (*payload)["jti"].text();
    out.audiences = readAudiences((*payload)["aud"]);
    out.issuedAt = readDate((*payload)["iat"]);
    out.notBefore = readDate((*payload)["nbf"]);
    out.expiresAt = readDate((*payload)["exp"]);
    if (const Value *bound = payload->find("kubernetes.io"); bound && bound->isMap())
        readBoundClaims(*bound, out);
    else
        readLegacyClaims(*payload, out);
    out.all = std::move(*payload);
    return out;
}

TokenState stateOf(const JwtClaims &claims, text::Time now)
{
    if (claims.notBefore && now < *claims.notBefore)
        return TokenState::NotYet;
    if (claims.expiresAt && now >= *claims.expiresAt)
        return TokenState::Expired;
    return claims.refreshAfter && now >= *claims.refreshAfter ? TokenState::Stale : TokenState::Valid;
}

} // namespace kube
