#include "models/platform/Keychain.h"

#include "models/platform/Digest.h"
#include "models/platform/DurableFile.h"
#include "models/platform/Paths.h"

namespace platform {

Keychain::Keychain(std::string folder, const PersonKey &key, FileCalls &calls) : m_folder(std::move(folder)), m_key(key), m_calls(calls)
{
}

/// Names may hold anything; files may not.
std::string Keychain::path(const std::string &name) const
{
    return joinPath(m_folder, sha256Hex(name) + ".secret");
}

base::Result<void> Keychain::keep(const std::string &name, const base::SecretText &secret)
{
    const auto bytes = m_key.sealed(secret.reveal(), name);
    if (!bytes)
        return bytes.error();
    if (bytes->size() > SizeLimit)
        return base::makeError(base::ErrorKind::TooLarge, "a secret of this size is not kept: " + std::to_string(bytes->size()) + " bytes");
    if (auto made = m_calls.makeFolders(m_folder); !made)
        return made;
    return writeDurably(path(name), *bytes, {}, m_calls);
}

base::Result<base::SecretText> Keychain::fetch(const std::string &name) const
{
    const auto bytes = m_calls.read(path(name), SizeLimit);
    if (!bytes)
        return bytes.error();
    return m_key.unsealed(*bytes, name).transform([](std::string plain) { return base::SecretText(std::move(plain)); });
}

base::Result<void> Keychain::forget(const std::string &name)
{
    auto removed = m_calls.remove(path(name));
    return !removed && removed.error().kind == base::ErrorKind::NotFound ? base::Result<void>() : removed;
}

} // namespace platform
