#pragma once

#include "models/http/Proxy.h"

#include <chrono>
#include <string>

namespace http {

/// What holds for every request of an HttpThread.
struct HttpSettings
{
    std::chrono::milliseconds connectTimeout{30'000};   ///< name lookup, connection and TLS together
    std::chrono::microseconds turnBudget{4'000};        ///< how long one transfer may deliver before the others have their turn
    std::chrono::milliseconds wayCheck{5'000};          ///< how often it is looked whether connections still lead where they did
    int streamsPerConnection = 80;                      ///< HTTP/2; more open another connection
    ProxyEnvironment proxies = ProxyEnvironment::ofProcess();
    std::string userAgent = "wheelhouse/" WHEELHOUSE_VERSION;
};

} // namespace http
