#pragma once

#include "models/base/Result.h"
#include "models/http/WebSocketFrames.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace kube {

/// What exec and attach speak: v4.channel.k8s.io, and v5.channel.k8s.io (Kubernetes 1.30), where the input can be closed.
enum class ExecProtocol { V4, V5 };

enum class ExecOutput { Output, Errors };

/// The numbers of the channels: the first byte of each message.
namespace execchannel {
inline constexpr std::uint8_t Input = 0;
inline constexpr std::uint8_t Output = 1;
inline constexpr std::uint8_t Errors = 2;
inline constexpr std::uint8_t Status = 3;
inline constexpr std::uint8_t Resize = 4;
inline constexpr std::uint8_t Close = 255;
} // namespace execchannel

/// Takes the messages of a server apart, in pieces as a WebSocket hands them on. Output is never kept; of a status at most
/// LongestStatus is.
class ExecReader
{
public:
    static constexpr std::size_t LongestStatus = 64 * 1024;

    class Sink
    {
    public:
        virtual ~Sink() = default;
        virtual void execOutput(ExecOutput output, std::string_view bytes) = 0;
        /// The whole of what ends the command, see exitCodeOf().
        virtual void execStatus(std::string_view json) = 0;
    };

    explicit ExecReader(ExecProtocol protocol) : m_protocol(protocol) { }
    /// Errors name the channel: BadInput for one on which a server has nothing to say, TooLarge for a status.
    base::Result<void> feed(const http::MessagePart &part, Sink &sink);

private:
    base::Result<void> checkChannel() const;
    base::Result<void> take(std::string_view bytes, Sink &sink);
    base::Result<void> endMessage(Sink &sink);

    ExecProtocol m_protocol;
    std::uint8_t m_channel = 0;
    bool m_hasChannel = false;
    std::string m_kept;     ///< of a status or a close
};

/// What channel 3 says at the end: 0 after a success, the code of a command that failed, or the error that kept it from running, with the
/// server's words. BadInput where it is no status; then the message says what of it is wrong.
base::Result<int> exitCodeOf(std::string_view status);

} // namespace kube
