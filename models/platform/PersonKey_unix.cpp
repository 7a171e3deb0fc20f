#include "models/platform/PersonKey.h"

namespace platform {

namespace {

base::Error noKey()
{
    return base::makeError(base::ErrorKind::Unsupported, "this system offers no key to keep secrets with");
}

} // namespace

bool PersonKey::isOffered() const
{
    return false;
}

base::Result<std::string> PersonKey::sealed(const std::string &, const std::string &) const
{
    return noKey();
}

base::Result<std::string> PersonKey::unsealed(const std::string &, const std::string &) const
{
    return noKey();
}

const PersonKey &PersonKey::system()
{
    static const PersonKey key;
    return key;
}

} // namespace platform
