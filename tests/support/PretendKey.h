#pragma once

#include "models/platform/PersonKey.h"

#include <algorithm>

namespace support {

/// A system that offers no key.
class NoKey final : public platform::PersonKey
{
public:
    bool isOffered() const override { return false; }
};

/// A key of a person as the system would offer it, where it offers none: what it sealed it alone turns back, for the same purpose. It hides bytes from a
/// search of a file, and from nobody else.
class PretendKey final : public platform::PersonKey
{
public:
    explicit PretendKey(std::string person = "me") : m_person(std::move(person)) { }

    bool isOffered() const override { return true; }
    base::Result<std::string> sealed(const std::string &plain, const std::string &purpose) const override { return turned(head(purpose) + plain); }
    base::Result<std::string> unsealed(const std::string &bytes, const std::string &purpose) const override
    {
        const std::string plain = turned(bytes), expected = head(purpose);
        if (!plain.starts_with(expected))
            return base::makeError(base::ErrorKind::Io, "the secret cannot be decrypted");
        return plain.substr(expected.size());
    }

    /// The machine's own key where it has one, else a pretended one.
    static const platform::PersonKey &any()
    {
        static const PretendKey pretended;
        return PersonKey::system().isOffered() ? PersonKey::system() : pretended;
    }

private:
    std::string head(const std::string &purpose) const { return m_person + '\0' + purpose + '\0'; }
    static std::string turned(std::string bytes)
    {
        std::ranges::for_each(bytes, [](char &each) { each = static_cast<char>(each ^ 0x5a); });
        return bytes;
    }

    std::string m_person;
};

} // namespace support
