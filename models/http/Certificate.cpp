#include "models/http/Certificate.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace http {

namespace {

template<typename T, void (*Free)(T *)>
struct Freed
{
    void operator()(T *value) const { Free(value); }
};
using X509Pointer = std::unique_ptr<X509, Freed<X509, X509_free>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using NamesPointer = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES, GENERAL_NAMES_free>>;

struct BioFree { void operator()(BIO *bio) const { BIO_free(bio); } };
using BioPointer = std::unique_ptr<BIO, BioFree>;

BioPointer reader(const std::string &text)
{
    return BioPointer(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::string nameText(const X509_NAME *name)
{
    const BioPointer bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_ONELINE & ~XN_FLAG_SPC_EQ & ~ASN1_STRFLGS_ESC_MSB);
    return contents(bio.get());
}

base::SystemTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    constexpr int firstYear = 1700, lastYear = 2261;   // what the clock's nanoseconds can hold
    if (parts.tm_year + 1900 > lastYear)
        return base::SystemTime::max();
    if (parts.tm_year + 1900 < firstYear)
        return base::SystemTime::min();
    const std::chrono::year_month_day date(std::chrono::year(parts.tm_year + 1900),
                                           std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
                                           std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
    return std::chrono::sys_days(date) + std::chrono::hours(parts.tm_hour) + std::chrono::minutes(parts.tm_min)
        + std::chrono::seconds(parts.tm_sec);
}

std::string addressText(const ASN1_OCTET_STRING *address)
{
    const unsigned char *data = ASN1_STRING_get0_data(address);
    const int length = ASN1_STRING_length(address);
    std::string result;
    char group[8];
    for (int i = 0; length == 4 && i < 4; ++i) {
        std::snprintf(group, sizeof group, "%s%u", i ? "." : "", static_cast<unsigned>(data[i]));
        result += group;
    }
    for (int i = 0; length == 16 && i < 16; i += 2) {
        std::snprintf(group, sizeof group, "%s%x", i ? ":" : "", data[i] * 256U + data[i + 1]);
        result += group;
    }
    return result;
}

void addNames(X509 *certificate, int type, std::vector<std::string> &names)
{
    const NamesPointer all(static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(all.get(), i);
        if (name->type != type)
            continue;
        if (type == GEN_DNS)
            names.emplace_back(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                               static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)));
        else
            names.push_back(addressText(name->d.iPAddress));
    }
}

/// Never asks at the terminal for the password of an encrypted key.
int noPassword(char *, int, int, void *)
{
    return -1;
}

base::Error badInput(std::string message)
{
    return base::makeError(base::ErrorKind::BadInput, std::move(message));
}

struct Certificates { std::vector<X509Pointer> all; bool broken = false; };

Certificates readAll(const std::string &pem)
{
    Certificates result;
    const BioPointer bio = reader(pem);
    for (;;) {
        X509Pointer certificate(PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr));
        if (!certificate)
            break;
        result.all.push_back(std::move(certificate));
    }
    result.broken = ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE;
    ERR_clear_error();
    return result;
}

/// A PEM block as Go's tls package looks at it.
struct PemBlock
{
    std::string type;
    bool isCertificate = false;
    bool isKey = false;
    bool isReadable = false;    ///< of a certificate
};

std::vector<PemBlock> readBlocks(const std::string &pem)
{
    std::vector<PemBlock> blocks;
    const BioPointer bio = reader(pem);
    char *name = nullptr, *header = nullptr;
    unsigned char *data = nullptr;
    long length = 0;
    while (PEM_read_bio(bio.get(), &name, &header, &data, &length) == 1) {
        PemBlock block{name, false, false, false};
        block.isCertificate = block.type == "CERTIFICATE";
        block.isKey = block.type == "PRIVATE KEY" || block.type.ends_with(" PRIVATE KEY");
        const unsigned char *bytes = data;
        block.isReadable = block.isCertificate && X509Pointer(d2i_X509(nullptr, &bytes, length)) != nullptr;
        blocks.push_back(std::move(block));
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_free(data);
    }
    ERR_clear_error();
    return blocks;
}

std::string typesText(const std::vector<PemBlock> &blocks)
{
    std::string text;
    for (const PemBlock &block : blocks)
        text += (text.empty() ? "[" : " ") + block.type;
    return text + ']';
}

base::Result<void> keyMatches(const std::string &certificatePem, const std::string &keyPem)
{
    const Certificates found = readAll(certificatePem);
    if (found.all.empty())
        return badInput("x509: malformed certificate");
    const BioPointer bio = reader(keyPem);
    const KeyPointer key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
    ERR_clear_error();
    if (!key)
        return badInput(keyPem.find("ENCRYPTED") != std::string::npos ? "tls: the private key is encrypted; a kubeconfig needs one without a password"
                                                                     : "tls: failed to parse private key");
    const int fits = X509_check_private_key(found.all.front().get(), key.get());
    ERR_clear_error();
    if (fits != 1)
        return badInput("tls: private key does not match public key");
    return {};
}

} // namespace

Certificate readCertificate(x509_st *certificate)
{
    Certificate result;
    result.subject = nameText(X509_get_subject_name(certificate));
    result.issuer = nameText(X509_get_issuer_name(certificate));
    addNames(certificate, GEN_DNS, result.names);
    addNames(certificate, GEN_IPADD, result.names);
    result.notBefore = timeOf(X509_get0_notBefore(certificate));
    result.notAfter = timeOf(X509_get0_notAfter(certificate));
    result.isAuthority = X509_check_ca(certificate) > 0;
    result.isSelfSigned = result.subject == result.issuer;
    return result;
}

base::Result<std::vector<Certificate>> parsePem(const std::string &pem)
{
    const Certificates found = readAll(pem);
    if (found.broken || found.all.empty())
        return badInput(found.all.empty() ? "no certificate in PEM form" : "a certificate in PEM form is broken");
    std::vector<Certificate> result;
    for (const X509Pointer &certificate : found.all)
        result.push_back(readCertificate(certificate.get()));
    return result;
}

base::Result<void> checkAuthority(const std::string &pem)
{
    // Go takes a bundle as soon as one certificate in it can be read, and complains about the first broken one otherwise.
    const std::vector<PemBlock> blocks = readBlocks(pem);
    for (const PemBlock &block : blocks) {
        if (block.isCertificate && block.isReadable)
            return {};
    }
    const std::string what = "unable to load root certificates: ";
    for (const PemBlock &block : blocks) {
        if (block.isCertificate)
            return badInput(what + "failed to parse certificate: x509: malformed certificate");
    }
    return badInput(what + (blocks.empty() ? "unable to parse bytes as PEM block" : "no valid certificate authority data seen"));
}

base::Result<void> keyFits(const std::string &certificatePem, const std::string &keyPem)
{
    const std::vector<PemBlock> certificates = readBlocks(certificatePem);
    const std::vector<PemBlock> keys = readBlocks(keyPem);
    const bool hasCertificate = std::ranges::any_of(certificates, &PemBlock::isCertificate);
    const bool hasKey = std::ranges::any_of(keys, &PemBlock::isKey);
    if (!hasCertificate && certificates.empty())
        return badInput("tls: failed to find any PEM data in certificate input");
    if (!hasCertificate && certificates.size() == 1 && certificates[0].isKey)
        return badInput("tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched");
    if (!hasCertificate)
        return badInput("tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the following types: " + typesText(certificates));
    if (!hasKey && keys.empty())
        return badInput("tls: failed to find any PEM data in key input");
    if (!hasKey && keys.size() == 1 && keys[0].isCertificate)
        return badInput("tls: found a certificate rather than a key in the PEM for the private key");
    if (!hasKey)
        return badInput("tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM blocks of the following types: " + typesText(keys));
    return keyMatches(certificatePem, keyPem);
}

std::string dateText(base::SystemTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d UTC", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return text;
}

} // namespace http
