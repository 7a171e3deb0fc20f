#include "models/overview/Expiry.h"

#include "models/http/Certificate.h"
#include "models/http/ServerCertificates.h"
#include "models/kube/JwtClaims.h"
#include "models/platform/FileCalls.h"

#include <algorithm>

namespace overview {

namespace {

constexpr std::size_t LargestFile = 1024 * 1024;

base::Result<std::string> textOf(const std::string &path)
{
    return platform::FileCalls::system().read(path, LargestFile);
}

/// The certificate that ends first, and only when there is one.
void addCertificate(std::vector<Expiry> &all, Expiry::What what, const std::string &pem, const std::string &file)
{
    if (pem.empty() && file.empty())
        return;
    const base::Result<std::string> text = pem.empty() ? textOf(file) : base::Result<std::string>(pem);
    auto certificates = text ? http::parsePem(*text) : text.error();
    if (!certificates) {
        all.push_back({what, {}, {}, certificates.error().message});
        return;
    }
    const auto first = what == Expiry::What::ClientCertificate ? certificates->begin() : std::ranges::min_element(*certificates, {}, &http::Certificate::notAfter);
    all.push_back({what, first->subject, first->notAfter, {}});
}

/// A token that says nothing of itself is none that could be told.
void addToken(std::vector<Expiry> &all, const kube::ConnectionSettings &settings)
{
    base::SecretText token = settings.token;
    if (token.isEmpty() && !settings.tokenFile.empty()) {
        auto text = textOf(settings.tokenFile);
        if (!text) {
            all.push_back({Expiry::What::Token, {}, {}, text.error().message});
            return;
        }
        token = base::SecretText(std::move(*text));
    }
    const auto claims = kube::readJwt(token.reveal());
    if (!claims)
        return;
    const base::SystemTime ends = claims->expiresAt ? claims->expiresAt->toSystemTime() : base::SystemTime::max();
    all.push_back({Expiry::What::Token, claims->subject, ends, {}});
}

} // namespace

Nearness nearnessOf(const Expiry &expiry, base::SystemTime now)
{
    if (!expiry.problem.empty() || expiry.ends == base::SystemTime::max())
        return Nearness::Far;
    if (expiry.ends <= now)
        return Nearness::Over;
    if (expiry.what == Expiry::What::Token)
        return Nearness::Far;
    return expiry.ends - now <= VeryNearTime ? Nearness::VeryNear : expiry.ends - now <= NearTime ? Nearness::Near : Nearness::Far;
}

std::vector<Expiry> expiries(const kube::ConnectionSettings &settings)
{
    std::vector<Expiry> all;
    addCertificate(all, Expiry::What::ClientCertificate, settings.clientCertificatePem, settings.clientCertificateFile);
    addToken(all, settings);
    addCertificate(all, Expiry::What::Authority, settings.authorityPem, settings.authorityFile);
    if (const auto server = http::ServerCertificates::instance().of(settings.server, settings.serverName))
        all.push_back({Expiry::What::Server, server->subject, server->notAfter, {}});
    std::ranges::stable_sort(all, {}, [](const Expiry &expiry) { return std::pair(expiry.problem.empty(), expiry.ends); });
    return all;
}

} // namespace overview
