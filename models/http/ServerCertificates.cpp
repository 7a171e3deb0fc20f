#include "models/http/ServerCertificates.h"

#include "models/http/Url.h"

namespace http {

ServerCertificates &ServerCertificates::instance()
{
    static ServerCertificates certificates;
    return certificates;
}

void ServerCertificates::keep(const std::string &address, const std::string &serverName, Certificate certificate)
{
    const std::lock_guard lock(m_mutex);
    m_known.insert_or_assign({address, serverName}, std::move(certificate));
}

std::optional<Certificate> ServerCertificates::of(const std::string &url, const std::string &serverName) const
{
    const auto parsed = parseUrl(url);
    if (!parsed)
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    const auto found = m_known.find({parsed->address(), serverName});
    return found == m_known.end() ? std::nullopt : std::optional(found->second);
}

} // namespace http
