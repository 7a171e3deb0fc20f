#include "models/platform/Keychain.h"

namespace platform {

namespace {

base::Error noKey()
{
    return base::makeError(base::ErrorKind::Unsupported, "this system offers no key to keep secrets with");
}

} // namespace

base::Result<std::string> Keychain::sealed(const std::string &, const std::string &)
{
    return noKey();
}

base::Result<std::string> Keychain::unsealed(const std::string &, const std::string &)
{
    return noKey();
}

} // namespace platform
