#include "models/http/Transfer.h"

#include "models/http/Meta.h"
#include "models/http/ServerCertificates.h"
#include "models/http/Socket.h"

#include <algorithm>
#include <charconv>

namespace http {

using base::ErrorKind;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t headerCap = 1024 * 1024;
constexpr std::size_t headerCountCap = 1000;
constexpr base::SteadyTime never = base::SteadyTime::max();

std::string text(milliseconds time)
{
    return time.count() % 1000 ? std::to_string(time.count()) + " ms" : std::to_string(time.count() / 1000) + " s";
}

std::string_view withoutLineEnd(std::string_view line)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n'))
        line.remove_suffix(1);
    return line;
}

std::string trimmed(std::string_view value)
{
    const std::size_t start = value.find_first_not_of(" \t");
    if (start == std::string_view::npos)
        return {};
    return std::string(value.substr(start, value.find_last_not_of(" \t") - start + 1));
}

} // namespace

Transfer::Transfer(Request request, std::shared_ptr<Receiver> receiver, base::JobToken token, LoopState &loop)
    : m_request(std::move(request)), m_receiver(std::move(receiver)), m_token(std::move(token)), m_loop(loop),
      m_start(std::chrono::steady_clock::now()), m_lastByte(m_start), m_nextCheck(m_start), m_easy(curl_easy_init())
{
    ++m_loop.openTransfers;
}

Transfer::~Transfer()
{
    --m_loop.openTransfers;
    if (m_swap)
        closeSocket(m_swap->second);
}

bool Transfer::deliver(const std::function<void()> &f)
{
    return m_token.deliver(f);
}

std::size_t Transfer::refuse(ErrorKind kind, const std::string &message)
{
    m_refusal = base::makeError(kind, message);
    return 0;   // libcurl ends a transfer whose callback took less than it was given
}

/// libcurl sends a request anew when a connection that was kept open turns out to be dead. That is safe for reading only: the
/// server may have done what was asked before it went away.
bool Transfer::countSent()
{
    if (m_timesSent++ == 0 || m_request.method == Method::Get)
        return true;
    refuse(ErrorKind::Network, "the connection to " + m_url.address()
               + " broke after the request was sent; it may or may not have been carried out. Look at the object before you try again.");
    return false;
}

std::size_t Transfer::takeHeader(std::string_view line)
{
    if (m_token.isCancelled())
        return 0;
    m_lastByte = std::chrono::steady_clock::now();
    m_wireBytes += static_cast<std::int64_t>(line.size());
    m_loop.bytesReceived += static_cast<std::int64_t>(line.size());
    m_headBytes += line.size();
    if (m_headBytes > headerCap || m_head.headers.size() >= headerCountCap)
        return refuse(ErrorKind::TooLarge, "the answer of " + m_url.address() + " has more than "
                          + std::to_string(m_headBytes > headerCap ? headerCap : headerCountCap)
                          + (m_headBytes > headerCap ? " bytes of headers." : " headers."));
    if (m_hasHead)   // trailers say nothing to us
        return line.size();
    const std::string_view content = withoutLineEnd(line);
    if (content.substr(0, 5) == "HTTP/")
        return startHead(content) ? line.size() : 0;
    if (content.empty())
        return endHead() ? line.size() : 0;
    const std::size_t colon = content.find(':');
    if (colon != std::string_view::npos)
        m_head.headers.push_back({std::string(content.substr(0, colon)), trimmed(content.substr(colon + 1))});
    return line.size();
}

bool Transfer::startHead(std::string_view statusLine)
{
    m_head = ResponseHead();
    const std::size_t blank = std::min(statusLine.find(' '), statusLine.size() - 1);
    std::from_chars(statusLine.data() + blank + 1, statusLine.data() + statusLine.size(), m_head.status);
    return true;
}

bool Transfer::endHead()
{
    if (m_head.status < 200)   // 100 Continue and the like; the real head follows
        return true;
    const std::string *encoding = m_head.header("Content-Encoding");
    const bool mayBeGzip = m_request.compress && m_request.connection->compression;
    if (encoding && !equalNames(*encoding, "identity") && !(mayBeGzip && equalNames(*encoding, "gzip"))) {
        refuse(ErrorKind::Network, "the answer of " + m_url.address() + " is encoded as \"" + encoding->substr(0, 64) + "\", which nobody asked for.");
        return false;
    }
    m_head.receivedAt = std::chrono::system_clock::now();
    m_hasHead = true;
    // Only the exchange that made the connection saw it; it may be trusted, or an end would have been made of it.
    if (m_peer->certificate)
        ServerCertificates::instance().keep(m_url.address(), m_request.connection->serverName, *m_peer->certificate);
    return deliver([this] { m_receiver->head(m_head); });
}

bool Transfer::isTurnOver(base::SteadyTime now)
{
    if (m_turn != m_loop.turn) {
        m_turn = m_loop.turn;
        m_turnStart = now;
        return false;
    }
    return now - m_turnStart > m_loop.settings.turnBudget;
}

std::size_t Transfer::takeBytes(std::string_view chunk)
{
    const auto now = std::chrono::steady_clock::now();
    if (isTurnOver(now)) {
        m_isPaused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    if (m_token.isCancelled() || m_refusal)
        return 0;
    m_lastByte = now;
    m_bodyBytes += static_cast<std::int64_t>(chunk.size());
    m_wireBytes += static_cast<std::int64_t>(chunk.size());
    m_loop.bytesReceived += static_cast<std::int64_t>(chunk.size());
    if (m_request.byteCap > 0 && m_bodyBytes > m_request.byteCap)
        return refuse(ErrorKind::TooLarge, "the answer of " + m_url.address() + " is larger than the limit of "
                          + std::to_string(m_request.byteCap) + " bytes.");
    return deliver([this, chunk] { m_receiver->bytes(chunk); }) ? chunk.size() : 0;
}

CURLcode Transfer::resume()
{
    m_isPaused = false;
    return curl_easy_pause(m_easy.get(), CURLPAUSE_CONT);
}

std::optional<base::Error> Transfer::slowError(base::SteadyTime now)
{
    curl_off_t sent = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_PRETRANSFER_TIME_T, &sent);
    const SlowLimit &limit = m_request.slow;
    if (!m_windowStart && sent == 0) {
        m_nextCheck = std::min(m_nextCheck, now + limit.window);
        return std::nullopt;
    }
    if (!m_windowStart || (now - *m_windowStart >= limit.window && m_wireBytes - m_windowBytes >= limit.bytes)) {
        m_windowStart = now;
        m_windowBytes = m_wireBytes;
    }
    if (now - *m_windowStart >= limit.window)
        return describeTimeout(failure(CURLE_OK), "fewer than " + std::to_string(limit.bytes) + " bytes came in " + text(limit.window));
    m_nextCheck = std::min(m_nextCheck, *m_windowStart + limit.window);
    return std::nullopt;
}

std::optional<base::Error> Transfer::overdue(base::SteadyTime now)
{
    if (now < m_nextCheck)
        return std::nullopt;
    m_nextCheck = never;
    const auto isOver = [&](base::SteadyTime limit) {
        m_nextCheck = std::min(m_nextCheck, limit);
        return now >= limit;
    };
    if (m_request.deadline.count() > 0 && isOver(m_start + m_request.deadline))
        return describeTimeout(failure(CURLE_OK), "not done after " + text(m_request.deadline));
    // Requests that wait for one and the same new connection would otherwise time out one after another.
    if (m_timesSent == 0 && isOver(m_start + m_loop.settings.connectTimeout))
        return describeTimeout(failure(CURLE_OK), "no connection after " + text(m_loop.settings.connectTimeout));
    if (m_request.silence.count() > 0) {
        if (m_hasHead && isOver(m_lastByte + m_request.silence))
            return describeTimeout(failure(CURLE_OK), "no byte came for " + text(m_request.silence));
        if (!m_hasHead)
            isOver(now + m_request.silence / 2);
    }
    if (m_request.slow.bytes > 0)
        return slowError(now);
    return std::nullopt;
}

base::Error Transfer::errorOf(CURLcode code, Step step) const
{
    if (m_refusal)
        return *m_refusal;
    if (const auto known = m_sourceNumber ? m_source->errorOf(*m_sourceNumber) : std::nullopt)
        return *known;
    return describe(failure(code, step));
}

Step Transfer::step() const
{
    const auto reached = [this](CURLINFO info) {
        curl_off_t time = 0;
        return curl_easy_getinfo(m_easy.get(), info, &time) == CURLE_OK && time > 0;
    };
    if (m_hasHead)
        return Step::Body;
    if (reached(CURLINFO_PRETRANSFER_TIME_T))
        return Step::Answer;
    if (reached(CURLINFO_CONNECT_TIME_T))
        return m_url.scheme == "https" ? Step::Handshake : Step::Answer;
    if (reached(CURLINFO_NAMELOOKUP_TIME_T) || m_url.hasNumericHost())
        return Step::Connect;
    return Step::Resolve;
}

Failure Transfer::failure(CURLcode code, Step step) const
{
    Failure result;
    result.code = code;
    result.text = m_errorText[0] ? m_errorText.data() : curl_easy_strerror(code);
    result.step = step;
    result.url = m_url;
    const Connection &connection = *m_request.connection;
    result.tlsName = connection.serverName.empty() ? m_url.host : connection.serverName;
    result.proxy = m_proxy;
    result.proxyTrouble = connection.proxy.empty() ? m_loop.proxies->trouble(m_url) : std::string();
    long number = 0;
    if (curl_easy_getinfo(m_easy.get(), CURLINFO_HTTP_CONNECTCODE, &number) == CURLE_OK)
        result.proxyStatus = static_cast<int>(number);
    if (curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &number) == CURLE_OK)
        result.systemError = static_cast<int>(number);
    result.bodyBytes = m_bodyBytes;
    result.peer = *m_peer;
    result.hasOwnAuthority = !connection.authorityPem.empty();
    result.hasClientCertificate = !connection.clientCertificatePem.empty();
    result.now = std::chrono::system_clock::now();
    return result;
}

void Transfer::finish(CURLcode code)
{
    if (code == CURLE_OK && !m_hasHead)   // libcurl is content with a head that breaks off
        code = CURLE_GOT_NOTHING;
    if (m_refusal || code != CURLE_OK)
        fail(errorOf(code));
    else
        m_token.finish([this] { m_receiver->done({}); });
}

void Transfer::fail(const base::Error &error)
{
    m_token.finish([&] { m_receiver->done(error); });
}

} // namespace http
