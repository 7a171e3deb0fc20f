#pragma once

#include "models/http/Streams.h"

#include <deque>
#include <memory>
#include <string>

namespace support {

/// What a test knows of a stream that it plays the peer of. It outlives the stream itself.
struct FakeStreamState
{
    http::Request request;                  ///< of a dialled one
    http::ByteReceiver *receiver = nullptr;
    std::string written;
    std::size_t room = 64 * 1024;           ///< bytes that may be written before hasRoom() is false
    std::size_t taken = 0;                  ///< of what was written
    bool isPaused = false;
    bool hasEndedWriting = false;
    bool isClosed = false;

    /// The peer takes everything that was written, and returns it.
    std::string take()
    {
        const bool wasFull = written.size() - taken >= room;
        const std::string bytes = written.substr(taken);
        taken = written.size();
        if (wasFull && !isClosed)
            receiver->roomAgain();
        return bytes;
    }
    void say(std::string_view bytes)
    {
        if (!isClosed)
            receiver->bytes(bytes);
    }
};

class FakeStream final : public http::ByteStream
{
public:
    explicit FakeStream(std::shared_ptr<FakeStreamState> state) : m_state(std::move(state)) { }
    ~FakeStream() override { m_state->isClosed = true; }
    FakeStream(const FakeStream &) = delete;
    FakeStream &operator=(const FakeStream &) = delete;

    void write(std::string_view bytes) override { m_state->written += bytes; }
    bool hasRoom() const override { return unsent() < m_state->room; }
    void endWriting() override { m_state->hasEndedWriting = true; }
    void pause() override { m_state->isPaused = true; }
    void resume() override { m_state->isPaused = false; }
    std::size_t unsent() const override { return m_state->written.size() - m_state->taken; }

private:
    std::shared_ptr<FakeStreamState> m_state;
};

/// Hands out streams whose other ends a test plays.
class FakeStreams final : public http::Streams
{
public:
    std::unique_ptr<http::ByteStream> dial(const http::Request &request, http::ByteReceiver &receiver) override
    {
        dialled.push_back(make(receiver));
        dialled.back()->request = request;
        return std::make_unique<FakeStream>(dialled.back());
    }
    base::Result<http::LocalPair> makePair(http::ByteReceiver &receiver) override
    {
        pairs.push_back(make(receiver));
        return http::LocalPair{static_cast<std::intptr_t>(pairs.size()), std::make_unique<FakeStream>(pairs.back())};
    }

    std::deque<std::shared_ptr<FakeStreamState>> dialled;
    std::deque<std::shared_ptr<FakeStreamState>> pairs;     ///< the far end of the first is socket 1, and so on

private:
    static std::shared_ptr<FakeStreamState> make(http::ByteReceiver &receiver)
    {
        auto state = std::make_shared<FakeStreamState>();
        state->receiver = &receiver;
        return state;
    }
};

} // namespace support
