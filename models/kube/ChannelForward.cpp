#include "models/kube/ChannelForward.h"

#include "models/text/Plain.h"

#include <algorithm>

namespace kube {

using base::ErrorKind;

namespace {

constexpr std::size_t longestProblem = 4 * 1024;
constexpr std::size_t longestMessage = 32 * 1024;

base::Error portError(int port, ErrorKind kind, const std::string &what)
{
    return base::makeError(kind, "port " + std::to_string(port) + ": " + what);
}

} // namespace

base::Result<void> ChannelReader::feed(const http::MessagePart &part, Sink &sink)
{
    std::string_view bytes = part.bytes;
    m_hasChannel = m_hasChannel && !part.isFirst;
    if (!m_hasChannel && !bytes.empty()) {
        m_channel = static_cast<std::uint8_t>(bytes.front());
        m_hasChannel = true;
        bytes.remove_prefix(1);
        if (m_channel >= m_count)
            return base::makeError(ErrorKind::BadInput, "the server sent something on channel " + std::to_string(m_channel) + ", which does not exist");
    }
    if (!bytes.empty())
        sink.channelBytes(m_channel, bytes);
    return {};
}

/// The connection as its owner holds it.
class ChannelForward::Stream final : public http::ByteStream
{
public:
    explicit Stream(ChannelForward &forward) : m_forward(forward), m_alive(forward.m_alive) { }
    ~Stream() override
    {
        if (isOpen())
            m_forward.m_receiver = nullptr;
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    void write(std::string_view bytes) override
    {
        for (; isOpen() && !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), longestMessage)))
            m_forward.m_link.send(std::string(1, '\0').append(bytes.substr(0, longestMessage)));
    }
    bool hasRoom() const override { return isOpen() && m_forward.m_link.hasRoom(); }
    void endWriting() override { }      // the protocol has no word for it
    void pause() override
    {
        if (isOpen())
            m_forward.m_link.pause();
    }
    void resume() override
    {
        if (isOpen())
            m_forward.m_link.resume();
    }
    std::size_t unsent() const override { return 0; }

private:
    bool isOpen() const { return !m_alive.expired(); }

    ChannelForward &m_forward;
    std::weak_ptr<int> m_alive;
};

ChannelForward::ChannelForward(http::MessageLink &link, int port) : m_link(link), m_port(port) { }

ChannelForward::~ChannelForward() = default;

std::unique_ptr<http::ByteStream> ChannelForward::open(http::ByteReceiver &receiver)
{
    m_receiver = &receiver;
    m_isTaken = true;
    return std::make_unique<Stream>(*this);
}

void ChannelForward::take(const http::MessagePart &part)
{
    if (const auto read = m_reader.feed(part, *this); !read)
        m_link.abort(http::closecode::ProtocolError, portError(m_port, read.error().kind, read.error().message));
}

/// The first two bytes of a channel are the port, the low one first.
bool ChannelForward::takePort(std::uint8_t channel, std::string_view &bytes)
{
    std::string &port = m_ports[channel];
    const std::size_t taken = std::min(bytes.size(), 2 - port.size());
    port.append(bytes.substr(0, taken));
    bytes.remove_prefix(taken);
    return taken == 0 || port.size() < 2 || (static_cast<std::uint8_t>(port[0]) | static_cast<std::uint8_t>(port[1]) << 8) == m_port;
}

void ChannelForward::channelBytes(std::uint8_t channel, std::string_view bytes)
{
    if (!takePort(channel, bytes))
        return m_link.abort(http::closecode::ProtocolError, portError(m_port, ErrorKind::BadInput, "the server forwards another port"));
    if (channel == 1)
        m_problem.append(bytes.substr(0, longestProblem - std::min(m_problem.size(), longestProblem)));
    else if (!bytes.empty() && m_receiver)
        m_receiver->bytes(bytes);
}

void ChannelForward::roomAgain()
{
    if (m_receiver)
        m_receiver->roomAgain();
}

void ChannelForward::end(const base::Result<void> &result)
{
    http::ByteReceiver *receiver = std::exchange(m_receiver, nullptr);
    if (!receiver)
        return;
    if (!m_problem.empty())
        receiver->ended(portError(m_port, ErrorKind::Network, text::plain(m_problem)));
    else
        receiver->ended(result ? result : base::Result<void>(portError(m_port, result.error().kind, result.error().message)));
}

} // namespace kube
