#include "tests/support/Script.h"

#include <zlib.h>

#include <algorithm>

namespace support {

namespace {

std::string head(int status, const Headers &headers)
{
    std::string result = "HTTP/1.1 " + std::to_string(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers)
        result.append(name).append(": ").append(value).append("\r\n");
    return result;
}

std::string deflated(std::int64_t size, const std::string &source)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string output(1 << 16, '\0'), result;
    std::int64_t given = 0;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        const auto part = static_cast<uInt>(std::min<std::int64_t>(size - given, static_cast<std::int64_t>(source.size())));
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(source.data()));
        stream.avail_in = part;
        given += part;
        do {
            stream.next_out = reinterpret_cast<Bytef *>(output.data());
            stream.avail_out = static_cast<uInt>(output.size());
            state = deflate(&stream, given == size ? Z_FINISH : Z_NO_FLUSH);
            result.append(output, 0, output.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return result;
}

} // namespace

Script Script::answer(int status, const std::string &body, const Headers &headers)
{
    return raw(head(status, headers) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

Script Script::stream(int status, const Headers &headers)
{
    Script script = raw(head(status, headers) + "Transfer-Encoding: chunked\r\n\r\n");
    script.add({Act::LastChunk});
    script.m_isStream = true;
    return script;
}

Script Script::raw(std::string bytes)
{
    Script script;
    script.add({Act::Send, std::move(bytes)});
    return script;
}

Script &Script::add(Step step)
{
    // A stream's last chunk stays the last step.
    m_steps.insert(m_isStream ? m_steps.end() - 1 : m_steps.end(), std::move(step));
    return *this;
}

Script &Script::send(std::string bytes)
{
    return add({m_isStream ? Act::Chunk : Act::Send, std::move(bytes)});
}

Script &Script::gate(std::string name)
{
    return add({Act::Gate, std::move(name)});
}

Script &Script::drip(std::string bytes, std::chrono::milliseconds pause)
{
    return add({Act::Drip, std::move(bytes), pause});
}

Script &Script::repeat(std::string bytes, std::int64_t times)
{
    return add({Act::Repeat, std::move(bytes), std::chrono::milliseconds(0), times});
}

Script &Script::unencrypted(std::string bytes)
{
    return add({Act::Unencrypted, std::move(bytes)});
}

Script &Script::end()
{
    m_isStream = false;
    return *this;
}

Script &Script::close()
{
    return add({Act::Close});
}

Script &Script::reset()
{
    return add({Act::Reset});
}

Script &Script::hold()
{
    return add({Act::Hold});
}

std::string gzipOfZeros(std::int64_t size)
{
    return deflated(size, std::string(1 << 20, '\0'));
}

std::string gzip(const std::string &text)
{
    return deflated(static_cast<std::int64_t>(text.size()), text);
}

} // namespace support
