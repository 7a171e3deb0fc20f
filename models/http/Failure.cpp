#include "models/http/Failure.h"

#include "models/http/Socket.h"

#include <curl/curl.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <string_view>

namespace http {

namespace {

using base::ErrorKind;

base::Error make(ErrorKind kind, const std::string &message, std::string_view reason = {})
{
    base::Error error = base::makeError(kind, redactUserInfo(message));
    error.reason = reason;
    return error;
}

bool has(const Failure &failure, std::string_view words)
{
    return failure.text.find(words) != std::string::npos;
}

std::string proxyTrouble(const Failure &failure)
{
    return failure.proxyTrouble.empty() ? "" : " (which proxy leads there could not be found out: " + failure.proxyTrouble + ")";
}

/// "10.0.0.1:6443" or "10.0.0.1:6443 through the proxy http://***@proxy:3128"
std::string where(const Failure &failure)
{
    return failure.url.address() + (failure.proxy.empty() ? "" : " through the proxy " + failure.proxy) + proxyTrouble(failure);
}

std::string doing(const Failure &failure)
{
    switch (failure.step) {
    case Step::Resolve: return "looking up the address of " + failure.url.host;
    case Step::Connect: return "connecting to " + where(failure);
    case Step::Handshake: return "doing the TLS handshake with " + where(failure);
    case Step::Answer: return "waiting for the answer of " + where(failure);
    case Step::Stream: return "talking with " + where(failure);
    case Step::Body: break;
    }
    return "reading the answer of " + where(failure) + " (" + std::to_string(failure.bodyBytes) + " bytes had come)";
}

std::string listed(const std::vector<std::string> &names)
{
    constexpr std::size_t most = 12;
    std::string result;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        result += (i ? ", " : "") + names[i];
    return names.empty() ? "no name at all" : result + (names.size() > most ? ", ..." : "");
}

base::Error tlsError(const Failure &failure, const std::string &why, const std::string &next, std::string_view reason = {})
{
    return make(ErrorKind::Tls, "TLS handshake with " + where(failure) + " failed: " + why + ". " + next, reason);
}

base::Error nameError(const Failure &failure)
{
    const auto names = failure.peer.certificate ? failure.peer.certificate->names : std::vector<std::string>();
    base::Error error = tlsError(failure, "the server's certificate is not for " + failure.tlsName + "; it names " + listed(names),
                                 "Use one of these names in the server address, or set tls-server-name to it.", reason::CertificateName);
    error.names = names;
    return error;
}

base::Error timeError(const Failure &failure, const Certificate &certificate)
{
    const bool expired = failure.peer.verifyError == X509_V_ERR_CERT_HAS_EXPIRED;
    const std::string date = dateText(expired ? certificate.notAfter : certificate.notBefore);
    const std::string_view why = expired ? reason::CertificateExpired : reason::CertificateNotYetValid;
    return tlsError(failure, "the certificate \"" + certificate.subject + (expired ? "\" expired on " : "\" is valid only from ") + date
                        + "; this machine's clock says " + dateText(failure.now),
                    expired ? "Renew the certificate, or correct the clock." : "Correct the clock of this machine or of the one that made the certificate.", why);
}

base::Error authorityError(const Failure &failure, const Certificate &certificate)
{
    const std::string signer = certificate.isSelfSigned ? "self-signed (\"" + certificate.subject + "\")" : "signed by \"" + certificate.issuer + '"';
    const std::string trusted = failure.hasOwnAuthority ? "the certificate authority of the kubeconfig" : "this system's certificate authorities";
    return tlsError(failure, "the server's certificate is " + signer + ", which is not vouched for by " + trusted,
                    "Put the cluster's CA into certificate-authority-data, or fetch a new kubeconfig if the cluster was built anew.", reason::CertificateAuthority);
}

base::Error verifyError(const Failure &failure)
{
    const int code = failure.peer.verifyError;
    if (code == X509_V_OK || code == X509_V_ERR_HOSTNAME_MISMATCH || code == X509_V_ERR_IP_ADDRESS_MISMATCH)
        return nameError(failure);
    const Certificate certificate = failure.peer.faulty.value_or(Certificate());
    constexpr std::array authorityCodes{X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
                                        X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
                                        X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_SIGNATURE_FAILURE};
    for (const int authorityCode : authorityCodes) {
        if (code == authorityCode)
            return authorityError(failure, certificate);
    }
    if (code == X509_V_ERR_CERT_HAS_EXPIRED || code == X509_V_ERR_CERT_NOT_YET_VALID)
        return timeError(failure, certificate);
    return tlsError(failure, std::string("the certificate \"") + certificate.subject + "\" was refused: " + X509_verify_cert_error_string(code),
                    "The server needs another certificate.");
}

base::Error clientCertificateError(const Failure &failure)
{
    if (!failure.hasClientCertificate)
        return tlsError(failure, "the server asks for a client certificate, and the kubeconfig has none",
                        "Add client-certificate-data and client-key-data.", reason::ClientCertificate);
    return tlsError(failure, "the server refused the client certificate (" + failure.text + ')',
                    "It may have expired, or belong to another cluster: fetch a new kubeconfig.", reason::ClientCertificate);
}

base::Error protocolError(const Failure &failure)
{
    return tlsError(failure, "the server offers no TLS version from 1.2 on", "Older versions are not safe; the server or a proxy before it must be updated.");
}

base::Error notTlsError(const Failure &failure)
{
    return tlsError(failure, "the server does not speak TLS on this port; it answered something else, such as plain HTTP",
                    "Check the port, or write http:// in the server address if that is meant.", reason::NotTls);
}

base::Error alpnError(const Failure &failure)
{
    return tlsError(failure, "the server speaks neither HTTP/2 nor HTTP/1.1 there (ALPN)", "Check the port of the server address.");
}

base::Error refusedError(const Failure &failure)
{
    if (failure.peer.asksForCertificate)
        return clientCertificateError(failure);
    return tlsError(failure, "the server found no cipher and key it shares with this program",
                    "Its TLS settings or its certificate's key are too old or too weak.");
}

/// OpenSSL's words, and what they mean for a person. The first that fits counts.
struct Phrase
{
    std::string_view words;
    base::Error (*describe)(const Failure &);
};

constexpr Phrase phrases[] = {
    {"alert protocol version", &protocolError},
    {"unsupported protocol", &protocolError},
    {"no protocols available", &protocolError},
    {"unsupported version", &protocolError},
    {"wrong version number", &notTlsError},
    {"packet length too long", &notTlsError},
    {"http request", &notTlsError},
    {"record layer failure", &notTlsError},
    {"no application protocol", &alpnError},
    {"certificate required", &clientCertificateError},
    {"alert bad certificate", &clientCertificateError},
    {"alert unknown ca", &clientCertificateError},
    {"alert certificate", &clientCertificateError},
    {"alert unsupported certificate", &clientCertificateError},
    {"alert handshake failure", &refusedError},
    {"alert access denied", &clientCertificateError},
};

const Phrase *phraseOf(const Failure &failure)
{
    for (const Phrase &phrase : phrases) {
        if (has(failure, phrase.words))
            return &phrase;
    }
    return nullptr;
}

base::Error handshakeError(const Failure &failure)
{
    if (const Phrase *phrase = phraseOf(failure))
        return phrase->describe(failure);
    return tlsError(failure, failure.text, "Check that the server address names a Kubernetes API server, and that nothing between changes the traffic.");
}

base::Error resolveError(const Failure &failure)
{
    const bool isProxy = failure.code == CURLE_COULDNT_RESOLVE_PROXY;
    return make(ErrorKind::Network, "cannot look up the address of " + (isProxy ? "the proxy " + failure.proxy : failure.url.host)
                    + proxyTrouble(failure) + ": " + failure.text + ". Check the name, the network and the VPN.", reason::NoAddress);
}

base::Error connectError(const Failure &failure)
{
    const std::string why = failure.systemError ? socketErrorWords(failure.systemError) : failure.text;
    return make(ErrorKind::Network, "cannot connect to " + where(failure) + ": " + why
                    + ". Check that the server runs, the port, the network and the VPN.",
                isRefusal(failure.systemError) ? reason::Refused : reason::NoConnection);
}

base::Error proxyError(const Failure &failure)
{
    if (failure.proxyStatus == 407)
        return make(ErrorKind::Network, "the proxy " + failure.proxy + " wants other credentials (407) before it leads to "
                        + failure.url.address() + ". Put user and password into proxy-url or HTTPS_PROXY.", reason::Proxy);
    return make(ErrorKind::Network, "the proxy " + failure.proxy + " refused to lead to " + failure.url.address() + " (status "
                    + std::to_string(failure.proxyStatus) + "). Check proxy-url, HTTPS_PROXY and NO_PROXY.", reason::Proxy);
}

base::Error brokenError(const Failure &failure)
{
    // libcurl looks at the socket's addresses after connecting; a server that has gone by then has none.
    const std::string why = has(failure, "getpeername") ? "the server closed it" : failure.text;
    return make(ErrorKind::Network, "the connection broke while " + doing(failure) + ": " + why + '.');
}

base::Error notHttpError(const Failure &failure)
{
    const bool isPlain = failure.url.scheme == "http";
    return make(ErrorKind::Network, failure.url.address() + " did not answer with HTTP"
                    + (isPlain ? ": it may want TLS. Try https:// in the server address." : ". Check the port."), reason::NotHttp);
}

base::Error encodingError(const Failure &failure)
{
    return make(ErrorKind::Network, "the answer of " + where(failure) + " is encoded in a way that nobody asked for, or not as it says: " + failure.text + '.');
}

base::Error misuse(const Failure &failure)
{
    const bool isScheme = failure.url.scheme != "http" && failure.url.scheme != "https";
    return make(ErrorKind::Misuse, isScheme ? "only https and http servers can be reached, not " + failure.url.scheme + "://" : failure.text);
}

bool isTooLarge(const Failure &failure)
{
    constexpr int tooLarge = 100;   // CURLE_TOO_LARGE of libcurl 8.6
    return failure.code == tooLarge || has(failure, "Too large response headers") || has(failure, "Too long")
        || (failure.code == CURLE_OUT_OF_MEMORY && failure.step == Step::Answer);
}

} // namespace

base::Error describeTimeout(const Failure &failure, const std::string &limit)
{
    return make(ErrorKind::Timeout, "timed out while " + doing(failure) + ": " + limit + '.');
}

base::Error describe(const Failure &failure)
{
    if (isTooLarge(failure))
        return make(ErrorKind::TooLarge, "the answer of " + where(failure) + " has too large headers.");
    if (failure.proxyStatus != 0 && failure.proxyStatus / 100 != 2)
        return proxyError(failure);
    switch (failure.code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
        return has(failure, "HTTP/0.9") ? notHttpError(failure) : misuse(failure);
    case CURLE_WEIRD_SERVER_REPLY: return notHttpError(failure);
    case CURLE_BAD_CONTENT_ENCODING: return encodingError(failure);
    case CURLE_URL_MALFORMAT: return misuse(failure);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return resolveError(failure);
    case CURLE_COULDNT_CONNECT: return connectError(failure);
    case CURLE_OPERATION_TIMEDOUT: return describeTimeout(failure, failure.text);
    case CURLE_PEER_FAILED_VERIFICATION: return verifyError(failure);
    case CURLE_SSL_CONNECT_ERROR: return handshakeError(failure);
    case CURLE_SSL_CERTPROBLEM:
        return tlsError(failure, "the client certificate or key cannot be used (" + failure.text + ')', "Check client-certificate-data and client-key-data.");
    case CURLE_SSL_CACERT_BADFILE:
        return tlsError(failure, "the certificate authority cannot be read (" + failure.text + ')', "Check certificate-authority-data.");
    default: break;
    }
    // A server that checks the client's certificate late says so in the place of its answer (TLS 1.3).
    if (failure.step != Step::Body && has(failure, "alert") && phraseOf(failure))
        return phraseOf(failure)->describe(failure);
    return brokenError(failure);
}

} // namespace http
