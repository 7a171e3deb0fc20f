#include "models/http/TlsPeer.h"

#include <openssl/ssl.h>

#include <algorithm>

namespace http {

namespace {

using Slot = std::shared_ptr<TlsPeer>;

void freeSlot(void *, void *slot, CRYPTO_EX_DATA *, int, long, void *)
{
    delete static_cast<Slot *>(slot);
}

int slotIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, &freeSlot);
    return index;
}

int note(int passed, X509_STORE_CTX *store)
{
    const auto *ssl = static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    const auto *slot = ssl ? static_cast<Slot *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), slotIndex())) : nullptr;
    if (!slot)
        return passed;
    TlsPeer &peer = **slot;
    if (X509 *own = X509_STORE_CTX_get0_cert(store); own && !peer.certificate)
        peer.certificate = readCertificate(own);
    X509 *current = X509_STORE_CTX_get_current_cert(store);
    if (!passed && current) {
        peer.faulty = readCertificate(current);
        peer.verifyError = X509_STORE_CTX_get_error(store);
    }
    return passed;
}

int noteRequest(SSL *ssl, void *)
{
    if (const auto *slot = static_cast<Slot *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), slotIndex())))
        (*slot)->asksForCertificate = true;
    return 1;   // go on with the certificate that is set, if any
}

} // namespace

void observePeer(void *sslContext, const std::shared_ptr<TlsPeer> &peer)
{
    auto *context = static_cast<SSL_CTX *>(sslContext);
    delete static_cast<Slot *>(SSL_CTX_get_ex_data(context, slotIndex()));
    SSL_CTX_set_ex_data(context, slotIndex(), new Slot(peer));
    SSL_CTX_set_verify(context, SSL_CTX_get_verify_mode(context), &note);
    SSL_CTX_set_cert_cb(context, &noteRequest, nullptr);
}

void letUnsentMove(void *sslContext)
{
    SSL_CTX_set_mode(static_cast<SSL_CTX *>(sslContext), SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

void refuseWeakKeys(void *sslContext)
{
    constexpr int level = 2;
    auto *context = static_cast<SSL_CTX *>(sslContext);
    SSL_CTX_set_security_level(context, std::max(level, SSL_CTX_get_security_level(context)));
}

} // namespace http
