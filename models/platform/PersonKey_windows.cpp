#include "models/platform/PersonKey.h"

#include "models/platform/NativePath.h"

#include <windows.h>

#include <dpapi.h>

namespace platform {

namespace {

DATA_BLOB blobOf(const std::string &bytes)
{
    return {DWORD(bytes.size()), reinterpret_cast<BYTE *>(const_cast<char *>(bytes.data()))};
}

/// The bytes that the system made, which are wiped and freed.
std::string taken(DATA_BLOB &blob)
{
    std::string bytes(reinterpret_cast<const char *>(blob.pbData), blob.cbData);
    ::SecureZeroMemory(blob.pbData, blob.cbData);
    ::LocalFree(blob.pbData);
    return bytes;
}

base::Error failure(const char *what)
{
    return base::makeError(base::ErrorKind::Io, what + systemMessage(int(::GetLastError())));
}

} // namespace

/// The account of every person has one.
bool PersonKey::isOffered() const
{
    return true;
}

base::Result<std::string> PersonKey::sealed(const std::string &plain, const std::string &purpose) const
{
    DATA_BLOB in = blobOf(plain), entropy = blobOf(purpose), out{};
    if (!::CryptProtectData(&in, L"Wheelhouse", &entropy, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &out))
        return failure("the secret cannot be encrypted: ");
    return taken(out);
}

base::Result<std::string> PersonKey::unsealed(const std::string &bytes, const std::string &purpose) const
{
    DATA_BLOB in = blobOf(bytes), entropy = blobOf(purpose), out{};
    if (!::CryptUnprotectData(&in, nullptr, &entropy, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &out))
        return failure("the secret cannot be decrypted: ");
    return taken(out);
}

const PersonKey &PersonKey::system()
{
    static const PersonKey key;
    return key;
}

} // namespace platform
