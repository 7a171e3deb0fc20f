#pragma once

#include "models/base/Clock.h"
#include "models/kube/ConnectionSettings.h"

#include <string>
#include <vector>

namespace overview {

/// Something of the connection that ends on a day; after it the cluster answers us no longer.
struct Expiry
{
    enum class What { ClientCertificate, Token, Authority, Server };

    What what = What::ClientCertificate;
    std::string name;               ///< the subject of a certificate, who a token is for; empty when it does not say
    base::SystemTime ends;          ///< SystemTime::max(): never
    std::string problem;            ///< why it could not be read; then the rest is empty

    bool operator==(const Expiry &) const = default;
};

/// How near the end is.
enum class Nearness { Far, Near, VeryNear, Over };
inline constexpr std::chrono::hours NearTime{24 * 30};
inline constexpr std::chrono::hours VeryNearTime{24 * 7};
/// Tokens are made for an hour: for them it is near only when it is over.
Nearness nearnessOf(const Expiry &expiry, base::SystemTime now);

/// What the kubeconfig says of how we are known and whom we trust, and what the server showed when it was last connected to; what ends first
/// standing first. Reads the files it names: blocks, any thread. Nothing of keys and tokens is in it but who they are for.
std::vector<Expiry> expiries(const kube::ConnectionSettings &settings);

} // namespace overview
