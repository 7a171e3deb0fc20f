#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace support {

/// A certificate and its key, in PEM form.
struct Identity
{
    std::string certificatePem;
    std::string keyPem;
};

/// What a made certificate says.
struct CertificateWish
{
    std::string commonName = "test";
    std::vector<std::string> organizations = {};
    std::vector<std::string> names = {};   ///< "DNS:localhost", "IP:127.0.0.1"
    std::chrono::hours validFrom{-1};      ///< from now
    std::chrono::hours validUntil{24};
    int weakKeyBits = 0;                   ///< an RSA key of that size in place of a P-256 one
};

/// A certificate authority made for one test. Nothing touches the disk.
class TestAuthority
{
public:
    explicit TestAuthority(const std::string &commonName = "test authority");
    ~TestAuthority();

    const std::string &pem() const { return m_pem; }
    Identity issue(const CertificateWish &wish) const;
    /// Signed by its own key, so that no authority vouches for it.
    static Identity selfSigned(const CertificateWish &wish);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
    std::string m_pem;
};

} // namespace support
