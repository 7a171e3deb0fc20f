// Any bytes as what a server sends by SPDY/3.1: cut at any place they say the same as in one piece, and no more data comes out than went in.
// A tunnel with open connections takes them too, and only ends or aborts.

#include "models/base/ManualExecutor.h"
#include "models/kube/SpdyTunnel.h"
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

class Heard final : public kube::SpdyFrameReader::Sink
{
public:
    void data(std::uint32_t stream, std::string_view bytes, bool isLast) override
    {
        total += bytes.size();
        sum = sum * 31 + stream;
        for (const char c : bytes)
            text += c;
        if (isLast)
            text += '|';
    }
    void replied(std::uint32_t stream, bool isLast) override { note('r', stream + isLast); }
    void reset(std::uint32_t stream, std::uint32_t status) override { note('x', stream ^ status); }
    void opened(std::uint32_t stream) override { note('o', stream); }
    void pinged(std::uint32_t number) override { note('p', number); }
    void wentAway() override { note('g', 0); }

    std::string text;
    std::size_t total = 0;
    std::uint64_t sum = 0;

private:
    void note(char what, std::uint32_t number) { (text += what) += std::to_string(number); }
};

struct Outcome
{
    std::string text;
    bool isGood = true;

    bool operator==(const Outcome &) const = default;
};

Outcome hear(std::string_view bytes, std::size_t piece)
{
    kube::SpdyFrameReader reader;
    Heard heard;
    bool isGood = true;
    for (std::size_t at = 0; at < bytes.size() && isGood; at += piece)
        isGood = reader.feed(bytes.substr(at, piece), heard).has_value();
    require(heard.total <= bytes.size());
    return {heard.text, isGood};
}

class Link final : public http::MessageLink
{
public:
    void send(std::string_view message) override { require(message.size() < 64 * 1024); }
    bool hasRoom() const override { return true; }
    void abort(int code, base::Error) override { require(code == 1000 || code == 1002 || code == 1009); }
    void pause() override { }
    void resume() override { }
};

class Ends final : public http::ByteReceiver
{
public:
    void bytes(std::string_view) override { require(ends == 0); }
    void roomAgain() override { require(ends == 0); }
    void ended(const base::Result<void> &) override { require(++ends == 1); }
    int ends = 0;
};

void throughATunnel(std::string_view bytes)
{
    base::ManualExecutor time;
    Link link;
    Ends one, two;
    kube::SpdyTunnel tunnel(link, time);
    const auto first = tunnel.open(8080, one);
    const auto second = tunnel.open(9090, two);
    for (std::size_t at = 0; at < bytes.size(); at += 64)
        tunnel.take(bytes.substr(at, 64));
    time.advance(std::chrono::seconds(40));
    tunnel.end(base::makeError(base::ErrorKind::Network, "over"));
    require(one.ends == 1 && two.ends == 1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size >= 2)
        throughATunnel(heardInPieces(data, size, hear));
    return 0;
}
