#pragma once

#include <memory>
#include <string>

struct ssl_ctx_st;
struct ssl_st;

namespace support {

struct TlsWish;

/// OpenSSL's side of a server that speaks TLS as wished.
std::shared_ptr<ssl_ctx_st> makeServerContext(const TlsWish &wish);

/// A blocking socket that speaks TLS when it has a context. The socket itself stays the caller's.
class TlsSocket
{
public:
    TlsSocket(int socket, ssl_ctx_st *context);
    ~TlsSocket();
    TlsSocket(const TlsSocket &) = delete;
    TlsSocket &operator=(const TlsSocket &) = delete;

    bool handshake();
    std::string serverName() const;                       ///< what the client asked for by SNI, or empty
    std::string read();                                   ///< waits; empty at the end
    bool write(const std::string &bytes);
    bool writeUnencrypted(const std::string &bytes);
    void endTls();
    void reset();                                         ///< the coming close sends RST
    void drain();                                         ///< says no more and waits for the other side's end, so that an alert arrives
    bool isGone() const;                                  ///< the other side has ended the connection

private:
    int m_socket;
    ssl_st *m_ssl = nullptr;
};

} // namespace support
