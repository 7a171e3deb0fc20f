#pragma once

#include "models/http/Certificate.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace http {

/// The certificate that each server showed when it was last connected to: connections are made and let go by the I/O thread, and what is kept of
/// them is asked for elsewhere. Any thread.
class ServerCertificates
{
public:
    static ServerCertificates &instance();

    /// What the server at that host and port shows to those who ask for that name; an empty one is the host's.
    void keep(const std::string &address, const std::string &serverName, Certificate certificate);
    /// Nothing for a server that was not connected to, or not by TLS.
    std::optional<Certificate> of(const std::string &url, const std::string &serverName) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, Certificate> m_known;
};

} // namespace http
