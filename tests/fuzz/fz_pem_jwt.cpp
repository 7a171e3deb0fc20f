// Certificates, keys and tokens that somebody wants to look at: any bytes give facts or an error that does not repeat them.

#include "models/http/Certificate.h"
#include "models/kube/JwtClaims.h"
#include "models/text/Json.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

constexpr std::string_view tokenErrors[] = {
    "a JSON Web Token of more than 1 MiB is not read",
    "not a JSON Web Token: it has not three parts",
    "not a JSON Web Token: the header is not base64",
    "not a JSON Web Token: the header is no JSON object",
    "not a JSON Web Token: the payload is not base64",
    "not a JSON Web Token: the payload is no JSON object",
};

/// All words are ours: a token never comes back in them.
void checkError(const base::Error &error)
{
    if (std::ranges::find(tokenErrors, error.message) == std::end(tokenErrors))
        std::abort();
}

void checkToken(std::string_view input)
{
    const auto claims = kube::readJwt(input);
    if (!claims)
        return checkError(claims.error());
    if (!claims->all.isMap() || (claims->isLegacy && claims->serviceAccount.empty()))
        std::abort();
    for (const auto &date : {claims->issuedAt, claims->notBefore, claims->expiresAt, claims->refreshAfter})
        if (date && text::formatTime(*date).size() != std::string_view("2026-11-21T10:00:00Z").size())
            std::abort();
    if (claims->expiresAt && kube::stateOf(*claims, *claims->expiresAt) == kube::TokenState::Valid)
        std::abort();
    if (!text::parseJson(text::writeJson(claims->all)))
        std::abort();
}

void checkCertificates(const std::string &input)
{
    if (const auto certificates = http::parsePem(input); !certificates && certificates.error().message.empty())
        std::abort();
    else if (certificates && certificates->empty())
        std::abort();
    if (const auto fits = http::keyFits(input, input); !fits && fits.error().message.empty())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char *>(data), size);
    checkToken(input);
    checkCertificates(input);
    return 0;
}
