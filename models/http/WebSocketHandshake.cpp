#include "models/http/WebSocketHandshake.h"

#include "models/http/Meta.h"
#include "models/http/Url.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <charconv>

namespace http {

using base::ErrorKind;

namespace {

constexpr std::string_view keySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";   // RFC 6455, 1.3

std::string base64(const unsigned char *bytes, std::size_t size)
{
    std::string text(4 * ((size + 2) / 3) + 1, '\0');   // and the zero that OpenSSL adds
    text.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytes, static_cast<int>(size))));
    return text;
}

bool hasControls(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

bool holdsWord(const std::string *list, std::string_view word)
{
    for (std::string_view rest = list ? std::string_view(*list) : std::string_view(); !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (equalNames(trimmed(rest.substr(0, comma)), word))
            return true;
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return false;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        (text += text.empty() ? "" : ", ") += word;
    return text;
}

std::string targetOf(const std::string &url)
{
    const std::size_t start = url.find_first_of("/?#", url.find("://") + 3);
    if (start == std::string::npos)
        return "/";
    const std::string target = url.substr(start, url.find('#') - start);
    return target.front() == '/' ? target : '/' + target;
}

base::Error notHttp(const std::string &what)
{
    base::Error error = base::makeError(ErrorKind::Network, "the answer to the upgrade is not HTTP: " + what);
    error.reason = "not-http";
    return error;
}

} // namespace

std::string newWebSocketKey()
{
    std::array<unsigned char, 16> bytes{};
    RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    return base64(bytes.data(), bytes.size());
}

std::array<std::uint8_t, 4> newMask()
{
    std::array<std::uint8_t, 4> mask{};
    RAND_bytes(mask.data(), static_cast<int>(mask.size()));
    return mask;
}

std::string acceptOf(const std::string &key)
{
    const std::string text = key + std::string(keySuffix);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
    return base64(digest.data(), size);
}

base::Result<std::string> upgradeRequest(const WebSocketWish &wish, const std::string &key)
{
    const auto url = parseUrl(wish.url);
    if (!url)
        return url.error();
    const std::string address = url->address();
    const std::string host = url->namesPort ? address : address.substr(0, address.rfind(':'));
    std::vector<Header> headers = {{"Host", host}, {"Connection", "Upgrade"}, {"Upgrade", "websocket"}, {"Sec-WebSocket-Version", "13"},
        {"Sec-WebSocket-Key", key}, {"Sec-WebSocket-Protocol", joined(wish.protocols)}};
    headers.insert(headers.end(), wish.headers.begin(), wish.headers.end());
    std::string request = "GET " + targetOf(wish.url) + " HTTP/1.1\r\n";
    for (const Header &header : headers) {
        if (hasControls(header.name) || hasControls(header.value) || hasControls(wish.url) || wish.url.find(' ') != std::string::npos)
            return base::makeError(ErrorKind::Misuse, "a header or the URL of the request holds a line break or is not a header");
        request += header.name + ": " + header.value + "\r\n";
    }
    return request + "\r\n";
}

base::Result<std::size_t> UpgradeAnswer::feed(std::string_view bytes)
{
    if (m_hasHead) {
        takeBody(bytes);
        return bytes.size();
    }
    const std::size_t before = m_text.size();
    m_text.append(bytes.substr(0, LongestHead + 1 - std::min(before, LongestHead)));
    const std::size_t end = m_text.find("\r\n\r\n", before < 3 ? 0 : before - 3);
    if (end == std::string::npos) {
        if (m_text.size() > LongestHead)
            return base::makeError(ErrorKind::TooLarge, "the answer to the upgrade has more than " + std::to_string(LongestHead) + " bytes of headers.");
        const bool mayBeHttp = std::string_view("HTTP/1.").substr(0, m_text.size()) == std::string_view(m_text).substr(0, 7);
        return mayBeHttp ? base::Result<std::size_t>(bytes.size()) : notHttp("it does not begin as such");
    }
    m_text.resize(end + 2);
    if (auto read = readHead(); !read)
        return read.error();
    const std::size_t used = end + 4 - before;
    if (m_head.status == 101)
        return used;
    takeBody(bytes.substr(used));
    return bytes.size();
}

base::Result<void> UpgradeAnswer::readHead()
{
    if (m_text.size() < 12 || m_text.compare(0, 7, "HTTP/1.") != 0)
        return notHttp("it does not begin as such");
    std::from_chars(m_text.data() + 9, m_text.data() + 12, m_head.status);
    if (m_head.status < 100)
        return notHttp("it has no status");
    std::string_view rest = std::string_view(m_text).substr(m_text.find("\r\n") + 2);
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(std::min(line.size() + 2, rest.size()));
        if (const std::size_t colon = line.find(':'); colon != std::string_view::npos)
            m_head.headers.push_back({std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
    }
    m_head.receivedAt = std::chrono::system_clock::now();
    m_hasHead = true;
    m_isChunked = holdsWord(m_head.header("Transfer-Encoding"), "chunked");
    if (const std::string *text = m_head.header("Content-Length"); text && !m_isChunked) {
        std::size_t length = 0;
        std::from_chars(text->data(), text->data() + text->size(), length);
        m_length = length;
    }
    m_isWhole = m_head.status == 101 || (m_length && *m_length == 0);
    return {};
}

void UpgradeAnswer::takeBody(std::string_view bytes)
{
    m_body.append(bytes.substr(0, LongestBody - std::min(m_body.size(), LongestBody)));
    m_isWhole = m_isWhole || m_body.size() >= LongestBody || (m_length && m_body.size() >= *m_length) || (m_isChunked && hasLastChunk());
}

bool UpgradeAnswer::hasLastChunk() const
{
    return m_body.compare(0, 3, "0\r\n") == 0 || m_body.find("\r\n0\r\n") != std::string::npos;
}

std::string UpgradeAnswer::body() const
{
    if (!m_isChunked)
        return m_length ? m_body.substr(0, *m_length) : m_body;
    std::string text;
    for (std::size_t at = 0; at < m_body.size();) {
        std::size_t size = 0;
        std::from_chars(m_body.data() + at, m_body.data() + m_body.size(), size, 16);
        const std::size_t start = m_body.find("\r\n", at);
        if (size == 0 || start == std::string::npos)
            break;
        text.append(m_body, std::min(start + 2, m_body.size()), size);
        at = size > m_body.size() ? m_body.size() : start + 2 + size + 2;
    }
    return text;
}

base::Result<std::string> agreedProtocol(const ResponseHead &head, const std::string &key, const std::vector<std::string> &offered)
{
    const std::string *accept = head.header("Sec-WebSocket-Accept");
    if (!holdsWord(head.header("Upgrade"), "websocket") || !holdsWord(head.header("Connection"), "upgrade") || !accept || *accept != acceptOf(key))
        return base::makeError(ErrorKind::Network, "the server changed the protocol to something else than the WebSocket it was asked for");
    const std::string *protocol = head.header("Sec-WebSocket-Protocol");
    if (!protocol || protocol->empty())
        return std::string();
    if (std::find(offered.begin(), offered.end(), *protocol) == offered.end())
        return base::makeError(ErrorKind::Unsupported, "the server chose the WebSocket protocol \"" + protocol->substr(0, 64) + "\", which was not offered");
    return *protocol;
}

} // namespace http
