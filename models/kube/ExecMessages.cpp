#include "models/kube/ExecMessages.h"

#include "models/kube/Status.h"
#include "models/text/Json.h"
#include "models/text/Plain.h"

#include <charconv>

namespace kube {

using base::ErrorKind;

namespace {

constexpr std::size_t shownStatus = 200;

base::Error bad(const std::string &what)
{
    return base::makeError(ErrorKind::BadInput, what);
}

base::Error badStatus(const std::string &what, std::string_view status)
{
    return bad("the status that ends the command (channel 3) " + what + ": " + text::plain(status.substr(0, shownStatus)));
}

/// Codes of Windows have 32 bits.
base::Result<int> readCode(const text::Value &value, std::string_view status)
{
    for (const text::Value &cause : value["details"]["causes"].items()) {
        if (cause["reason"].text() != "ExitCode")
            continue;
        const std::string &word = cause["message"].text();
        std::uint32_t code = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), code);
        if (error == std::errc() && end == word.data() + word.size())
            return static_cast<int>(code);
        return badStatus("has an exit code that is no number", status);
    }
    return badStatus("says that the command failed, without its exit code", status);
}

} // namespace

base::Result<void> ExecReader::feed(const http::MessagePart &part, Sink &sink)
{
    std::string_view bytes = part.bytes;
    m_hasChannel = m_hasChannel && !part.isFirst;
    if (!m_hasChannel && !bytes.empty()) {
        m_channel = static_cast<std::uint8_t>(bytes.front());
        m_hasChannel = true;
        m_kept.clear();
        bytes.remove_prefix(1);
    }
    if (const auto taken = bytes.empty() ? base::Result<void>() : take(bytes, sink); !taken)
        return taken;
    return part.isLast && m_hasChannel ? endMessage(sink) : base::Result<void>();
}

/// Servers greet with an empty message on any channel; only what has content is judged.
base::Result<void> ExecReader::checkChannel() const
{
    const bool isKnown = m_channel >= execchannel::Output && m_channel <= execchannel::Status;
    if (isKnown || (m_channel == execchannel::Close && m_protocol == ExecProtocol::V5))
        return {};
    const bool isOurs = m_channel == execchannel::Input || m_channel == execchannel::Resize;
    return bad("the server sent something on channel " + std::to_string(m_channel) + (isOurs ? ", which is for the client alone" : ", which does not exist"));
}

base::Result<void> ExecReader::take(std::string_view bytes, Sink &sink)
{
    if (const auto known = checkChannel(); !known)
        return known;
    if (m_channel == execchannel::Output || m_channel == execchannel::Errors) {
        sink.execOutput(m_channel == execchannel::Output ? ExecOutput::Output : ExecOutput::Errors, bytes);
        return {};
    }
    if (m_kept.size() + bytes.size() > LongestStatus)
        return base::makeError(ErrorKind::TooLarge, "the server sent more than " + std::to_string(LongestStatus / 1024) + " KiB at once on channel " + std::to_string(m_channel));
    m_kept += bytes;
    return {};
}

base::Result<void> ExecReader::endMessage(Sink &sink)
{
    m_hasChannel = false;
    if (m_channel == execchannel::Status && !m_kept.empty())
        sink.execStatus(m_kept);
    const bool isClose = m_channel == execchannel::Close && !m_kept.empty();
    if (isClose && (m_kept.size() != 1 || static_cast<std::uint8_t>(m_kept.front()) > execchannel::Resize))
        return bad("the server closed a channel that does not exist (channel 255)");
    return {};
}

base::Result<int> exitCodeOf(std::string_view status)
{
    const auto parsed = text::parseJson(status);
    if (!parsed)
        return badStatus("cannot be read, " + parsed.error().message, status);
    const Status read = statusFrom(*parsed);
    if (read.success)
        return 0;
    if ((*parsed)["status"].text() != "Failure")
        return badStatus("says neither success nor failure", status);
    if (read.reason == "NonZeroExitCode")
        return readCode(*parsed, status);
    base::Error error = errorFromStatus(read);
    if (error.message.empty())
        error.message = "the server could not run the command, and says no more";
    return error;
}

} // namespace kube
