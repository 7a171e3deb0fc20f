#pragma once

#include "models/base/Result.h"
#include "models/http/SocketIo.h"

#include <memory>
#include <utility>

namespace http {

/// One end of a pair of sockets on this machine.
class LocalSocket final : public SocketIo
{
public:
    explicit LocalSocket(std::intptr_t socket) : m_socket(socket) { }
    ~LocalSocket() override;
    LocalSocket(const LocalSocket &) = delete;
    LocalSocket &operator=(const LocalSocket &) = delete;

    /// Both connected and never waiting. Where the system has no pairs, a listener on the loopback address takes one connection, from
    /// this program, and is closed before this returns. Errors: Io.
    static base::Result<std::pair<std::intptr_t, std::intptr_t>> makePair();

    /// A socket that can be dialled without anybody who listens, and that nothing is sent through: for a library that insists on dialling.
    /// Errors: Io; Unsupported where a number cannot get another socket.
    static base::Result<std::intptr_t> placeholder();
    /// From now on the number of the placeholder is the socket, whose own number is gone.
    static void replace(std::intptr_t placeholder, std::intptr_t socket);

    Progress receive(char *to, std::size_t most) override;
    Progress send(const char *from, std::size_t size) override;
    void endWriting() override;
    std::intptr_t socket() const override { return m_socket; }
    base::Error failure() const override;

private:
    std::intptr_t m_socket;
};

} // namespace http
