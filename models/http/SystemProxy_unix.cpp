#include "models/http/SystemProxy.h"

namespace http {

ProxyEnvironment systemProxies()
{
    return {};
}

} // namespace http
