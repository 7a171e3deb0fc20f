#pragma once

#include "models/http/Request.h"

#include <curl/curl.h>

#include <vector>

namespace http {

/// Something that waits on the I/O thread for a socket or for a time.
class LoopMember
{
public:
    virtual ~LoopMember() = default;

    virtual void addSockets(std::vector<curl_waitfd> &sockets) const = 0;
    virtual base::SteadyTime nextTimer() const = 0;
    /// Looks at what became of its own sockets.
    virtual void handle(const std::vector<curl_waitfd> &sockets, std::size_t first, std::size_t last) = 0;
    virtual void handleTimers(base::SteadyTime now) = 0;
    virtual bool isFinished() const = 0;
    /// Ends it with an error.
    virtual void fail(const base::Error &error) = 0;
    /// Fails when it was made with these settings.
    virtual void expireIf(const Connection &connection) = 0;
    /// Fails when this machine's way to the peer is another one now.
    virtual void leaveLostWay() = 0;
};

} // namespace http
