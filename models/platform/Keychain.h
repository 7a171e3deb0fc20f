#pragma once

#include "models/base/Secret.h"
#include "models/platform/FileCalls.h"

namespace platform {

/// Keeps this program's secrets so that only this person on this machine can read them: files of the folder, encrypted with the system's key
/// of the person. Where the system offers no such key nothing is kept (Unsupported). Blocks; any thread.
class Keychain
{
public:
    explicit Keychain(std::string folder, FileCalls &calls = FileCalls::system());

    base::Result<void> keep(const std::string &name, const base::SecretText &secret);
    /// NotFound when nothing was kept; Io when it cannot be decrypted, as under another name or by another person.
    base::Result<base::SecretText> fetch(const std::string &name) const;
    /// Also when there is nothing.
    base::Result<void> forget(const std::string &name);

    /// The system's part: bytes that only the same person can turn back, and only with the same purpose.
    static base::Result<std::string> sealed(const std::string &plain, const std::string &purpose);
    static base::Result<std::string> unsealed(const std::string &bytes, const std::string &purpose);

private:
    std::string path(const std::string &name) const;

    std::string m_folder;
    FileCalls &m_calls;
};

} // namespace platform
