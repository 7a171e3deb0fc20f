#include "tests/support/TestCertificates.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <cstdlib>
#include <ctime>

namespace support {

namespace {

struct Free
{
    void operator()(X509 *value) const { X509_free(value); }
    void operator()(EVP_PKEY *value) const { EVP_PKEY_free(value); }
    void operator()(BIO *value) const { BIO_free(value); }
};
using Certificate = std::unique_ptr<X509, Free>;
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Bio = std::unique_ptr<BIO, Free>;

void must(bool worked)
{
    if (!worked)
        std::abort();   // OpenSSL cannot make a certificate: no test can go on
}

std::string contents(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return std::string(data, static_cast<std::size_t>(size));
}

std::string pemOf(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_X509(bio.get(), certificate) == 1);
    return contents(bio);
}

std::string pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return contents(bio);
}

Key makeKey(const CertificateWish &wish)
{
    return Key(wish.weakKeyBits ? EVP_RSA_gen(static_cast<unsigned>(wish.weakKeyBits)) : EVP_EC_gen("P-256"));
}

void addName(X509_NAME *name, const char *field, const std::string &value)
{
    must(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(value.c_str()), -1, -1, 0) == 1);
}

void addExtension(X509 *certificate, int type, const std::string &value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, type, value.c_str());
    must(extension && X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

Certificate makeCertificate(const CertificateWish &wish, EVP_PKEY *key)
{
    static std::atomic<long> serial = 1000;
    Certificate certificate(X509_new());
    must(X509_set_version(certificate.get(), 2) == 1);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    const auto set = [](ASN1_TIME *time, std::chrono::hours fromNow) {
        must(X509_time_adj_ex(time, static_cast<int>(fromNow.count() / 24), static_cast<long>(fromNow.count() % 24) * 3600, nullptr));
    };
    set(X509_getm_notBefore(certificate.get()), wish.validFrom);
    set(X509_getm_notAfter(certificate.get()), wish.validUntil);
    X509_NAME *subject = X509_get_subject_name(certificate.get());
    for (const std::string &organization : wish.organizations)
        addName(subject, "O", organization);
    addName(subject, "CN", wish.commonName);
    must(X509_set_pubkey(certificate.get(), key) == 1);
    std::string names;
    for (const std::string &name : wish.names)
        names += (names.empty() ? "" : ",") + name;
    if (!names.empty())
        addExtension(certificate.get(), NID_subject_alt_name, names);
    return certificate;
}

} // namespace

struct TestAuthority::Parts
{
    Key key;
    Certificate certificate;
};

TestAuthority::TestAuthority(const std::string &commonName) : m_parts(std::make_unique<Parts>())
{
    CertificateWish wish;
    wish.commonName = commonName;
    m_parts->key = makeKey(wish);
    m_parts->certificate = makeCertificate(wish, m_parts->key.get());
    X509 *certificate = m_parts->certificate.get();
    addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    must(X509_set_issuer_name(certificate, X509_get_subject_name(certificate)) == 1);
    must(X509_sign(certificate, m_parts->key.get(), EVP_sha256()) > 0);
    m_pem = pemOf(certificate);
}

TestAuthority::~TestAuthority() = default;

Identity TestAuthority::issue(const CertificateWish &wish) const
{
    const Key key = makeKey(wish);
    const Certificate certificate = makeCertificate(wish, key.get());
    must(X509_set_issuer_name(certificate.get(), X509_get_subject_name(m_parts->certificate.get())) == 1);
    must(X509_sign(certificate.get(), m_parts->key.get(), EVP_sha256()) > 0);
    return {pemOf(certificate.get()), pemOf(key.get())};
}

Identity TestAuthority::selfSigned(const CertificateWish &wish)
{
    const Key key = makeKey(wish);
    const Certificate certificate = makeCertificate(wish, key.get());
    must(X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) == 1);
    must(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
    return {pemOf(certificate.get()), pemOf(key.get())};
}

} // namespace support
