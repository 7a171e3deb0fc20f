#pragma once

#include "models/base/Result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace http {

/// A connected socket, and the number that its source knows it by.
struct SourceSocket
{
    std::intptr_t socket = -1;
    std::uint64_t number = 0;
};

/// Hands out sockets that lead to a server which cannot be dialled: through a tunnel. Called on the I/O thread.
class SocketSource
{
public:
    virtual ~SocketSource() = default;
    /// The socket is the caller's from now on; what is written to it waits until the way behind it stands.
    virtual base::Result<SourceSocket> openSocket() = 0;
    /// Why the connection of that number ended, where the source knows more than the socket can tell.
    virtual std::optional<base::Error> errorOf(std::uint64_t number) const = 0;
};

/// The sources by the word that Connection::proxy says for them ("forward:7"): to libcurl they are the way to a server, as proxies are.
/// A word is never used twice, so what was known of one source is never taken for another's. Any thread.
namespace socketsources {

std::string add(std::weak_ptr<SocketSource> source);
void remove(const std::string &word);
/// Whether the proxy is the word of a source, though it may be gone.
bool isSource(const std::string &proxy);
std::shared_ptr<SocketSource> find(const std::string &word);

} // namespace socketsources

} // namespace http
