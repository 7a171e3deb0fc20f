// What an exec plugin prints: any bytes must give a whole credential or an error that does not repeat them.

#include "models/kube/ExecCredential.h"
#include "models/text/Json.h"

#include <cstdint>
#include <cstdlib>

namespace {

/// Words of messages are shorter.
constexpr std::size_t shortestSecret = 40;

/// A message may name the kind and version that were printed, as client-go's does, and nothing of the status.
bool repeatsSecret(const std::string &message, const text::Value &printed)
{
    for (const char *key : {"token", "clientCertificateData", "clientKeyData"}) {
        const std::string &secret = printed["status"][key].text();
        const bool isNamed = printed["kind"].text().find(secret) != std::string::npos || printed["apiVersion"].text().find(secret) != std::string::npos;
        if (secret.size() >= shortestSecret && secret.find(' ') == std::string::npos && !isNamed && message.find(secret) != std::string::npos)
            return true;
    }
    return false;
}

/// Whether it ends after the last time that a clock of nanoseconds can say.
bool isFar(const base::Result<text::Value> &printed)
{
    return printed && (*printed)["status"]["expirationTimestamp"].text().substr(0, 4) > "2262";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view output(reinterpret_cast<const char *>(data), size);
    for (const char *version : {"client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"}) {
        const auto credential = kube::parseExecCredential(output, version);
        if (!credential) {
            const auto printed = text::parseJson(output);
            if (credential.error().message.empty() || (printed && repeatsSecret(credential.error().message, *printed)))
                std::abort();
            continue;
        }
        const bool certificate = !credential->clientCertificatePem.empty();
        if (certificate == credential->clientKeyPem.isEmpty())
            std::abort();
        if (!certificate && credential->token.isEmpty())
            std::abort();
        if (credential->expires && isFar(text::parseJson(output)) && *credential->expires != base::SystemTime::max())
            std::abort();
    }
    return 0;
}
