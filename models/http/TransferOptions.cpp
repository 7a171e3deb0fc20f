#include "models/http/LocalSocket.h"
#include "models/http/Socket.h"
#include "models/http/Meta.h"
#include "models/http/Transfer.h"

#include <algorithm>

namespace http {

using base::ErrorKind;

namespace {

constexpr long bulkBuffer = 512 * 1024;
constexpr long compressedBuffer = 16 * 1024;   // bounds what one read can be inflated to while the transfer is paused
constexpr const char *methodNames[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};

bool hasControls(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool names(const std::vector<Header> &headers, std::string_view name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const Header &header) { return equalNames(header.name, name); });
}

int socketOpened(void *loop, curl_socket_t socket, curlsocktype)
{
    watchPeer(static_cast<std::intptr_t>(socket));
    ++static_cast<LoopState *>(loop)->connectionsMade;
    ++static_cast<LoopState *>(loop)->openConnections;
    return CURL_SOCKOPT_OK;
}

/// libcurl 7.88 dials a socket even when it was told that it is connected (mended in 8.0).
bool dialsWhatIsConnected()
{
    static const unsigned version = curl_version_info(CURLVERSION_NOW)->version_num;
    return version >= 0x075800 && version < 0x080000;
}

int connectedSocketOpened(void *loop, curl_socket_t socket, curlsocktype purpose)
{
    socketOpened(loop, socket, purpose);
    return dialsWhatIsConnected() ? CURL_SOCKOPT_OK : CURL_SOCKOPT_ALREADY_CONNECTED;
}

/// Go lets a SOCKS5 proxy look names up; libcurl does so for socks5h.
std::string proxyUrl(const std::string &proxy)
{
    constexpr std::string_view socks = "socks5://";
    return proxy.compare(0, socks.size(), socks) == 0 ? "socks5h://" + proxy.substr(socks.size()) : proxy;
}

} // namespace

void Transfer::setBlob(CURLoption option, const std::string &text)
{
    curl_blob blob{const_cast<char *>(text.data()), text.size(), CURL_BLOB_COPY};
    set(option, &blob);
}

base::Result<void> Transfer::prepare()
{
    auto url = parseUrl(m_request.url);
    if (!url)
        return url.error();
    m_url = *url;
    set(CURLOPT_ERRORBUFFER, m_errorText.data());
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L);   // a cancelled name lookup is left behind, not waited for
    set(CURLOPT_DNS_CACHE_TIMEOUT, 0L);   // a name that leads elsewhere now is followed by the next connection
    set(CURLOPT_PROTOCOLS_STR, "https,http");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_loop.settings.connectTimeout.count()));
    const bool compress = m_request.compress && m_request.connection->compression;
    if (compress)
        set(CURLOPT_ACCEPT_ENCODING, "gzip");
    if (m_request.lane == Lane::Bulk || compress)
        set(CURLOPT_BUFFERSIZE, compress ? compressedBuffer : bulkBuffer);
    setAddress();
    setTls();
    setMethod();
    setCallbacks();
    return setHeaders();
}

bool Transfer::isDialled() const
{
    return !socketsources::isSource(m_request.connection->proxy);
}

bool Transfer::isWayKnown(base::SteadyTime now) const
{
    return !m_request.connection->proxy.empty() || m_loop.proxies->isKnown(m_url, now);
}

void Transfer::setProxy()
{
    const Connection &connection = *m_request.connection;
    const std::string proxy = !isDialled() ? "" : connection.proxy.empty() ? m_loop.proxies->proxyFor(m_url) : connection.proxy;
    set(CURLOPT_PROXY, proxyUrl(proxy).c_str());   // empty: none, whatever the environment says
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (const auto parsed = parseUrl(proxy, "http"); parsed && !proxy.empty())
        m_proxy = parsed->scheme + "://" + (parsed->userInfo.empty() ? "" : "***@") + parsed->address();
}

void Transfer::setAddress()
{
    const Connection &connection = *m_request.connection;
    std::string url = m_request.url;
    if (!connection.serverName.empty() && m_url.scheme == "https") {
        // libcurl takes the name for SNI and verification from the URL; the way to the server is then told apart.
        const std::size_t start = url.find("://") + 3;
        const std::size_t end = std::min(url.find_first_of("/?#", start), url.size());
        const bool isIpv6 = connection.serverName.find(':') != std::string::npos;
        const std::string name = isIpv6 ? '[' + connection.serverName + ']' : connection.serverName;
        const std::string port = ':' + std::to_string(m_url.port);
        url.replace(start, end - start, name + port);
        m_connectTo.reset(curl_slist_append(nullptr, (name + port + ':' + m_url.address()).c_str()));
        set(CURLOPT_CONNECT_TO, m_connectTo.get());
    }
    if (!isDialled())
        setSource();
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_URL, url.c_str());
}

/// No name is looked up and no address is dialled: the socket that the source hands out leads to the server.
void Transfer::setSource()
{
    m_source = socketsources::find(m_request.connection->proxy);
    m_connectTo.reset(curl_slist_append(nullptr, "::127.0.0.1:"));
    set(CURLOPT_CONNECT_TO, m_connectTo.get());
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, +[](void *self, curlsocktype, curl_sockaddr *) -> curl_socket_t {
        return static_cast<Transfer *>(self)->openSourceSocket();
    });
}

curl_socket_t Transfer::openSourceSocket()
{
    const auto source = m_source ? m_source->openSocket()
                                 : base::Result<SourceSocket>(base::makeError(ErrorKind::Network, "the port-forward to " + m_url.address() + " has ended"));
    if (!source) {
        m_refusal = source.error();
        return CURL_SOCKET_BAD;
    }
    m_sourceNumber = source->number;
    if (!dialsWhatIsConnected())
        return static_cast<curl_socket_t>(source->socket);
    const auto placeholder = LocalSocket::placeholder();
    if (!placeholder) {
        closeSocket(source->socket);
        m_refusal = placeholder.error();
        return CURL_SOCKET_BAD;
    }
    m_swap = {*placeholder, source->socket};
    return static_cast<curl_socket_t>(*placeholder);
}

/// The placeholder is "dialled"; before the first byte goes through, its number gets the socket that is meant.
void Transfer::swapSocket()
{
    if (const auto swap = std::exchange(m_swap, {}))
        LocalSocket::replace(swap->first, swap->second);
}

void Transfer::setTls()
{
    const Connection &connection = *m_request.connection;
    const long verify = connection.insecure ? 0 : 1;
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    // Wait for a connection that may turn out to be HTTP/2. (A plain one never does; libcurl would queue behind its first stream.)
    set(CURLOPT_PIPEWAIT, m_url.scheme == "https" ? 1L : 0L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_PROXY_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, verify);
    set(CURLOPT_SSL_VERIFYHOST, verify * 2);
    // As client-go: one trust for the server and for a proxy that is reached by TLS.
    set(CURLOPT_PROXY_SSL_VERIFYPEER, verify);
    set(CURLOPT_PROXY_SSL_VERIFYHOST, verify * 2);
    if (connection.authorityPem.empty()) {
        set(CURLOPT_SSL_OPTIONS, nativeAuthorities());
        set(CURLOPT_PROXY_SSL_OPTIONS, nativeAuthorities());
    } else {
        setBlob(CURLOPT_CAINFO_BLOB, connection.authorityPem);
        setBlob(CURLOPT_PROXY_CAINFO_BLOB, connection.authorityPem);
        // The system's folder of authorities is built into libcurl; only the given ones count.
        for (const CURLoption option : {CURLOPT_CAINFO, CURLOPT_CAPATH, CURLOPT_PROXY_CAINFO, CURLOPT_PROXY_CAPATH})
            set(option, static_cast<const char *>(nullptr));
    }
    if (!connection.clientCertificatePem.empty()) {
        setBlob(CURLOPT_SSLCERT_BLOB, connection.clientCertificatePem);
        setBlob(CURLOPT_SSLKEY_BLOB, connection.clientKeyPem.reveal());
        set(CURLOPT_KEYPASSWD, "");   // an encrypted key fails; OpenSSL would ask at the terminal
    }
    set(CURLOPT_SSL_CTX_DATA, this);
    set(CURLOPT_SSL_CTX_FUNCTION, +[](CURL *, void *context, void *self) -> CURLcode {
        static_cast<Transfer *>(self)->swapSocket();
        // A proxy that is reached by TLS shows its own first.
        auto &peer = static_cast<Transfer *>(self)->m_peer;
        peer = std::make_shared<TlsPeer>();
        observePeer(context, peer);
        letUnsentMove(context);
        refuseWeakKeys(context);
        return CURLE_OK;
    });
}

void Transfer::setMethod()
{
    if (m_request.method == Method::Get)
        return;
    if (m_request.method != Method::Delete || !m_request.body.empty()) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        set(CURLOPT_POSTFIELDS, m_request.body.data());
    }
    set(CURLOPT_CUSTOMREQUEST, methodNames[static_cast<int>(m_request.method)]);
}

base::Result<void> Transfer::setHeaders()
{
    std::vector<Header> headers = m_request.headers;
    if (!names(headers, "User-Agent"))
        headers.push_back({"User-Agent", m_loop.settings.userAgent});
    if (!m_request.connection->serverName.empty() && !names(headers, "Host")) {
        const std::string address = m_url.address();
        headers.push_back({"Host", m_url.namesPort ? address : address.substr(0, address.rfind(':'))});
    }
    curl_slist *list = nullptr;
    // Without a value libcurl leaves its own header away.
    for (const char *unwanted : {"Expect:", "Content-Type:"})
        list = names(headers, std::string_view(unwanted).substr(0, std::string_view(unwanted).size() - 1)) ? list : curl_slist_append(list, unwanted);
    bool isClean = !hasControls(m_request.url);
    for (const Header &header : headers) {
        isClean = isClean && !header.name.empty() && header.name.find_first_of(": ;") == std::string::npos
            && !hasControls(header.name) && !hasControls(header.value);
        list = curl_slist_append(list, (header.name + (header.value.empty() ? ";" : ": " + header.value)).c_str());
    }
    m_headers.reset(list);
    set(CURLOPT_HTTPHEADER, m_headers.get());
    set(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));
    if (!isClean)
        return base::makeError(base::ErrorKind::Misuse, "a header or the URL of the request holds a line break or is not a header");
    return {};
}

void Transfer::setCallbacks()
{
    set(CURLOPT_SOCKOPTDATA, &m_loop);
    set(CURLOPT_SOCKOPTFUNCTION, isDialled() ? &socketOpened : &connectedSocketOpened);
    set(CURLOPT_CLOSESOCKETDATA, &m_loop);
    set(CURLOPT_CLOSESOCKETFUNCTION, +[](void *loop, curl_socket_t socket) -> int {
        --static_cast<LoopState *>(loop)->openConnections;
        return closeSocket(static_cast<std::intptr_t>(socket));
    });
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_PREREQFUNCTION, +[](void *self, char *, char *, int, int) -> int {
        static_cast<Transfer *>(self)->swapSocket();
        static_cast<Transfer *>(self)->m_loop.hasConnected = true;
        return static_cast<Transfer *>(self)->countSent() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
    });
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_HEADERFUNCTION, +[](char *data, std::size_t size, std::size_t count, void *self) -> std::size_t {
        return static_cast<Transfer *>(self)->takeHeader({data, size * count});
    });
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_WRITEFUNCTION, +[](char *data, std::size_t size, std::size_t count, void *self) -> std::size_t {
        return static_cast<Transfer *>(self)->takeBytes({data, size * count});
    });
}

} // namespace http
