// What an exec plugin prints: any bytes must give a whole credential or an error that does not repeat them.

#include "models/kube/ExecCredential.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view output(reinterpret_cast<const char *>(data), size);
    for (const char *version : {"client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"}) {
        const auto credential = kube::parseExecCredential(output, version);
        if (!credential) {
            if (credential.error().message.empty())
                std::abort();
            continue;
        }
        const bool certificate = !credential->clientCertificatePem.empty();
        if (certificate == credential->clientKeyPem.isEmpty())
            std::abort();
        if (!certificate && credential->token.isEmpty())
            std::abort();
    }
    return 0;
}
