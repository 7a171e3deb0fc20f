#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace support {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// What a server does with one request, step by step:
///   Script::answer(200, body)                              head with Content-Length, body
///   Script::stream().send(a).gate("later").send(b).close() chunks; a gate waits until the test opens it; close breaks the stream
///   Script::raw("HTTP/1.1 200 OK\r\n").hold()              exactly these bytes, then silence
/// A script that comes to its end leaves the connection open for the next request (a stream gets its last chunk first).
class Script
{
public:
    enum class Act { Send, Chunk, LastChunk, Gate, Drip, Repeat, Unencrypted, Close, Reset, Hold };
    struct Step
    {
        Act act = Act::Send;
        std::string text = {};                   ///< bytes, or the name of a gate
        std::chrono::milliseconds pause{0};
        std::int64_t times = 1;
    };

    static Script answer(int status, const std::string &body = {}, const Headers &headers = {});
    static Script stream(int status = 200, const Headers &headers = {});
    static Script raw(std::string bytes = {});

    Script &send(std::string bytes);                                        ///< one chunk of a stream, or just bytes
    Script &gate(std::string name);                                         ///< waits for FaultServer::open(name)
    Script &drip(std::string bytes, std::chrono::milliseconds pause);       ///< byte after byte
    Script &repeat(std::string bytes, std::int64_t times);                  ///< just bytes, many times
    Script &unencrypted(std::string bytes);                                 ///< past TLS, into the socket
    Script &end();                                                          ///< the last chunk of a stream; what follows is just bytes
    Script &close();                                                        ///< an orderly end of the connection (FIN)
    Script &reset();                                                        ///< a hard end (RST)
    Script &hold();                                                         ///< nothing more, until the server or the client ends

    const std::vector<Step> &steps() const { return m_steps; }

private:
    Script &add(Step step);

    std::vector<Step> m_steps;
    bool m_isStream = false;
};

/// Bytes of zeros, gzip-compressed: about a thousandth of their size.
std::string gzipOfZeros(std::int64_t size);
std::string gzip(const std::string &text);

} // namespace support
