#pragma once

#include "models/base/Secret.h"
#include "models/platform/FileCalls.h"
#include "models/platform/PersonKey.h"

namespace platform {

/// Keeps this program's secrets so that only this person on this machine can read them: files of the folder, encrypted with the system's key
/// of the person. Where the system offers no such key nothing is kept (Unsupported). Blocks; any thread.
class Keychain
{
public:
    /// The largest file it writes and reads, in bytes.
    static constexpr std::uint64_t SizeLimit = 2 * 1024 * 1024;

    /// Key and calls outlive it.
    explicit Keychain(std::string folder, const PersonKey &key = PersonKey::system(), FileCalls &calls = FileCalls::system());

    /// TooLarge beyond the limit; what was kept before stays then.
    base::Result<void> keep(const std::string &name, const base::SecretText &secret);
    /// NotFound when nothing was kept; Io when it cannot be decrypted, as under another name or by another person.
    base::Result<base::SecretText> fetch(const std::string &name) const;
    /// Also when there is nothing.
    base::Result<void> forget(const std::string &name);

private:
    std::string path(const std::string &name) const;

    std::string m_folder;
    const PersonKey &m_key;
    FileCalls &m_calls;
};

} // namespace platform
