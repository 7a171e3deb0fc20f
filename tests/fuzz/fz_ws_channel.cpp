// Any bytes as what a server sends over a WebSocket: frames, then the messages of a port-forward in them (v4.channel.k8s.io), and those of
// exec (v4 and v5). Cut at any place they say the same as in one piece, and nothing of a channel that does not exist is handed on.

#include "models/http/WebSocketFrames.h"
#include "models/http/WebSocketHandshake.h"
#include "models/kube/ChannelForward.h"
#include "models/kube/ExecMessages.h"
#include "tests/fuzz/Pieces.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

class Heard final : public http::WebSocketFrameReader::Sink, public kube::ChannelReader::Sink
{
public:
    void part(const http::MessagePart &part) override
    {
        bytes += part.bytes.size();
        if (part.isFirst)
            text += '[';
        isGood = isGood && m_channels.feed(part, *this).has_value();
        if (part.isLast)
            text += ']';
    }
    void control(http::Opcode opcode, std::string_view payload) override
    {
        require(payload.size() <= 125);
        (text += std::to_string(static_cast<int>(opcode))) += payload;
        if (opcode == http::Opcode::Close)
            static_cast<void>(http::readClose(payload));
    }
    void channelBytes(std::uint8_t channel, std::string_view payload) override
    {
        require(channel < 2);
        (text += static_cast<char>('a' + channel)) += payload;
    }

    std::string text;
    std::size_t bytes = 0;
    bool isGood = true;

private:
    kube::ChannelReader m_channels{2};
};

/// The same as a command's output, errors and status.
class HeardExec final : public http::WebSocketFrameReader::Sink, public kube::ExecReader::Sink
{
public:
    explicit HeardExec(kube::ExecProtocol protocol) : m_reader(protocol) { }

    void part(const http::MessagePart &part) override
    {
        if (!isGood)
            return;
        const std::size_t before = handedOn;
        const auto read = m_reader.feed(part, *this);
        isGood = read.has_value();
        require(handedOn - before <= part.bytes.size());
        require(isGood || !read.error().message.empty());
    }
    void control(http::Opcode, std::string_view) override { }
    bool wantsMore() const override { return isGood; }
    void execOutput(kube::ExecOutput output, std::string_view bytes) override
    {
        require(!bytes.empty());
        handedOn += bytes.size();
        (output == kube::ExecOutput::Output ? text : errors) += bytes;
    }
    void execStatus(std::string_view json) override
    {
        require(!json.empty() && json.size() <= kube::ExecReader::LongestStatus);
        const auto code = kube::exitCodeOf(json);
        require(code || !code.error().message.empty());
        text += code ? "=" + std::to_string(*code) : "!" + code.error().message;
    }

    std::string text;
    std::string errors;
    std::size_t handedOn = 0;
    bool isGood = true;

private:
    kube::ExecReader m_reader;
};

struct Outcome
{
    std::string text;
    std::optional<http::FrameError> error;
    bool isGood = true;

    bool operator==(const Outcome &) const = default;
};

/// What was heard, without the marks of where pieces began.
std::string withoutMarks(const std::string &text)
{
    std::string plain;
    for (const char c : text)
        plain += c == 'a' || c == 'b' ? "" : std::string(1, c);
    return plain;
}

Outcome hear(std::string_view bytes, std::size_t piece)
{
    http::WebSocketFrameReader reader(4096);
    Heard heard;
    std::optional<http::FrameError> error;
    for (std::size_t at = 0; at < bytes.size() && !error; at += piece)
        error = reader.feed(bytes.substr(at, piece), heard);
    require(heard.bytes <= bytes.size());
    return {withoutMarks(heard.text), error, heard.isGood};
}

template<kube::ExecProtocol protocol>
Outcome hearExec(std::string_view bytes, std::size_t piece)
{
    http::WebSocketFrameReader reader(4096);
    HeardExec heard(protocol);
    std::optional<http::FrameError> error;
    for (std::size_t at = 0; at < bytes.size() && !error && heard.isGood; at += piece)
        error = reader.feed(bytes.substr(at, piece), heard);
    return {heard.text + '|' + heard.errors, error, heard.isGood};
}

void answers(std::string_view bytes)
{
    http::UpgradeAnswer answer;
    for (std::size_t at = 0; at < bytes.size() && !answer.isWhole(); at += 7) {
        if (!answer.feed(bytes.substr(at, 7)))
            return;
    }
    require(answer.body().size() <= bytes.size());
    static_cast<void>(http::agreedProtocol(answer.head(), "key", {"one"}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    answers(heardInPieces(data, size, hear));
    heardInPieces(data, size, hearExec<kube::ExecProtocol::V4>);
    heardInPieces(data, size, hearExec<kube::ExecProtocol::V5>);
    return 0;
}
