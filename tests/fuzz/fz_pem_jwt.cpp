// Certificates, keys and tokens that somebody wants to look at: any bytes give facts or an error that does not repeat them.

#include "models/http/Certificate.h"
#include "models/rbac/JwtClaims.h"
#include "models/text/Json.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

/// An error has words, and none of them is a long piece of what was read.
void checkError(const base::Error &error, std::string_view input)
{
    constexpr std::size_t piece = 24;
    if (error.message.empty())
        std::abort();
    for (std::size_t at = 0; at + piece <= error.message.size(); ++at)
        if (input.find(std::string_view(error.message).substr(at, piece)) != std::string_view::npos)
            std::abort();
}

void checkToken(std::string_view input)
{
    const auto claims = rbac::readJwt(input);
    if (!claims)
        return checkError(claims.error(), input);
    if (!claims->all.isMap() || (claims->isLegacy && claims->serviceAccount.empty()))
        std::abort();
    for (const auto &date : {claims->issuedAt, claims->notBefore, claims->expiresAt, claims->refreshAfter})
        if (date && text::formatTime(*date).size() != std::string_view("2026-11-21T10:00:00Z").size())
            std::abort();
    if (claims->expiresAt && rbac::stateOf(*claims, *claims->expiresAt) == rbac::TokenState::Valid)
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
