#include "tests/support/TlsSocket.h"

#include "tests/support/FaultServer.h"
#include "tests/support/ServerSocket.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <cstdlib>

namespace support {

namespace {

template<typename Read>
auto fromPem(const std::string &pem, Read read)
{
    BIO *bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    auto *result = read(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    if (!result)
        std::abort();   // the test gave something else than PEM
    return result;
}

void askForClientCertificate(SSL_CTX *context, const std::string &authorityPem)
{
    X509 *authority = fromPem(authorityPem, &PEM_read_bio_X509);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), authority);
    SSL_CTX_add_client_CA(context, authority);
    X509_free(authority);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    const unsigned char name[] = "support";
    SSL_CTX_set_session_id_context(context, name, sizeof name);
}

int chooseProtocol(SSL *, const unsigned char **chosen, unsigned char *length, const unsigned char *offered, unsigned size, void *wish)
{
    const std::string &wanted = *static_cast<const std::string *>(wish);
    for (unsigned at = 0; at < size; at += offered[at] + 1U) {
        if (std::string(reinterpret_cast<const char *>(offered + at + 1), offered[at]) == wanted) {
            *chosen = offered + at + 1;
            *length = offered[at];
            return SSL_TLSEXT_ERR_OK;
        }
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

} // namespace

std::shared_ptr<ssl_ctx_st> makeServerContext(const TlsWish &wish)
{
    const auto protocol = std::make_shared<std::string>(wish.protocol);
    const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), [protocol](SSL_CTX *value) { SSL_CTX_free(value); });
    SSL_CTX_set_security_level(context.get(), 0);   // old versions and weak keys are what is wished for
    if (wish.oldestVersion)
        SSL_CTX_set_min_proto_version(context.get(), wish.oldestVersion);
    if (wish.newestVersion)
        SSL_CTX_set_max_proto_version(context.get(), wish.newestVersion);
    X509 *certificate = fromPem(wish.identity.certificatePem, &PEM_read_bio_X509);
    EVP_PKEY *key = fromPem(wish.identity.keyPem, &PEM_read_bio_PrivateKey);
    if (SSL_CTX_use_certificate(context.get(), certificate) != 1 || SSL_CTX_use_PrivateKey(context.get(), key) != 1)
        std::abort();
    X509_free(certificate);
    EVP_PKEY_free(key);
    if (!wish.clientAuthorityPem.empty())
        askForClientCertificate(context.get(), wish.clientAuthorityPem);
    SSL_CTX_set_alpn_select_cb(context.get(), &chooseProtocol, protocol.get());
    return context;
}

TlsSocket::TlsSocket(int socket, ssl_ctx_st *context) : m_socket(socket)
{
    if (!context)
        return;
    m_ssl = SSL_new(context);
    SSL_set_fd(m_ssl, socket);
}

TlsSocket::~TlsSocket()
{
    SSL_free(m_ssl);
}

bool TlsSocket::handshake()
{
    return !m_ssl || SSL_accept(m_ssl) == 1;
}

std::string TlsSocket::serverName() const
{
    const char *name = m_ssl ? SSL_get_servername(m_ssl, TLSEXT_NAMETYPE_host_name) : nullptr;
    return name ? name : "";
}

std::string TlsSocket::read()
{
    std::string buffer(1 << 16, '\0');
    const long size = m_ssl ? SSL_read(m_ssl, buffer.data(), static_cast<int>(buffer.size())) : sockets::receive(m_socket, buffer.data(), buffer.size());
    buffer.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return buffer;
}

bool TlsSocket::write(const std::string &bytes)
{
    if (bytes.empty())
        return true;
    if (m_ssl)
        return SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size())) == static_cast<int>(bytes.size());
    return writeUnencrypted(bytes);
}

bool TlsSocket::writeUnencrypted(const std::string &bytes)
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const long size = sockets::send(m_socket, bytes.data() + sent, bytes.size() - sent);
        if (size <= 0)
            return false;
        sent += static_cast<std::size_t>(size);
    }
    return true;
}

void TlsSocket::endTls()
{
    if (m_ssl)
        SSL_shutdown(m_ssl);
}

void TlsSocket::reset()
{
    sockets::resetWhenClosed(m_socket);
}

void TlsSocket::drain()
{
    char rest[4096];
    sockets::endWriting(m_socket);
    while (sockets::receive(m_socket, rest, sizeof rest) > 0) { }
}

bool TlsSocket::isGone() const
{
    return sockets::isGone(m_socket);
}

} // namespace support
