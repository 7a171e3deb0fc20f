#pragma once

#include "models/base/Executor.h"
#include "models/http/HttpSettings.h"
#include "models/http/Request.h"
#include "models/http/Streams.h"

#include <memory>

namespace http {

/// What a connection panel shows, at one moment.
struct Counters
{
    std::int64_t openTransfers = 0;
    std::int64_t openConnections = 0;
    std::int64_t connectionsMade = 0;
    std::int64_t bytesReceived = 0;   ///< heads and bodies, after decompression
};

/// The one I/O thread: every exchange with every server, and the tasks and timers of what reads them.
class HttpThread final : public Transport, public Streams, public base::Executor
{
public:
    explicit HttpThread(HttpSettings settings = {});
    /// Ends every request (its receiver gets Cancelled unless its job was let go), drops tasks and timers, and waits for the thread.
    ~HttpThread() override;
    HttpThread(const HttpThread &) = delete;
    HttpThread &operator=(const HttpThread &) = delete;

    base::Job send(Request request, std::shared_ptr<Receiver> receiver) override;
    void retire(const Connection &connection) override;
    void expire(const Connection &connection) override;

    std::unique_ptr<ByteStream> dial(const Request &request, ByteReceiver &receiver) override;
    base::Result<LocalPair> makePair(ByteReceiver &receiver) override;

    void post(base::Task task) override;
    base::Job after(std::chrono::milliseconds delay, base::Task task) override;
    const base::Clock &clock() const override { return base::Clock::system(); }

    Counters counters() const;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace http
