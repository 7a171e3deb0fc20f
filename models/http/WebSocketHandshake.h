#pragma once

#include "models/http/Request.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace http {

/// How a WebSocket is asked for.
struct WebSocketWish
{
    std::string url;                                ///< http or https
    std::vector<Header> headers;                    ///< credentials too; never logged
    std::shared_ptr<const Connection> connection;   ///< null: all defaults
    std::vector<std::string> protocols;             ///< in the order they are liked
};

/// The bytes of the request. Errors: Misuse.
base::Result<std::string> upgradeRequest(const WebSocketWish &wish, const std::string &key);

/// 16 random bytes in base64, for one handshake.
std::string newWebSocketKey();
/// What a server must answer to the key.
std::string acceptOf(const std::string &key);
std::array<std::uint8_t, 4> newMask();

/// Reads what a server answers to an upgrade, piece by piece: a head, and of a refusal the body too.
class UpgradeAnswer
{
public:
    static constexpr std::size_t LongestHead = 64 * 1024;
    static constexpr std::size_t LongestBody = 64 * 1024;   ///< what is longer is cut there

    /// Returns how many of the bytes belong to the answer: after a 101 the rest are frames. Errors: Network, when this is not HTTP.
    base::Result<std::size_t> feed(std::string_view bytes);

    bool hasHead() const { return m_hasHead; }
    /// The body has come, as far as its length was told.
    bool isWhole() const { return m_isWhole; }
    const ResponseHead &head() const { return m_head; }
    std::string body() const;

private:
    base::Result<void> readHead();
    void takeBody(std::string_view bytes);
    bool hasLastChunk() const;

    std::string m_text;
    std::string m_body;
    ResponseHead m_head;
    std::optional<std::size_t> m_length;
    bool m_isChunked = false;
    bool m_hasHead = false;
    bool m_isWhole = false;
};

/// The protocol that was agreed on; it may be empty. An error when a 101 does not belong to this key, or names what nobody offered.
base::Result<std::string> agreedProtocol(const ResponseHead &head, const std::string &key, const std::vector<std::string> &offered);

} // namespace http
