#pragma once

#include "models/http/Failure.h"
#include "models/http/HttpSettings.h"
#include "models/http/ProxyFinder.h"
#include "models/http/Request.h"
#include "models/http/SocketSource.h"

#include <curl/curl.h>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace http {

/// What the transfers of one thread share.
struct LoopState
{
    HttpSettings settings;
    std::unique_ptr<ProxyFinder> proxies = {};
    bool hasConnected = false;              ///< since a pool last looked: a transfer has a connection now
    std::uint64_t turn = 0;
    std::atomic<std::int64_t> openTransfers = 0;
    std::atomic<std::int64_t> openConnections = 0;
    std::atomic<std::int64_t> connectionsMade = 0;
    std::atomic<std::int64_t> bytesReceived = 0;
};

/// One exchange: a libcurl easy handle, the limits of its request, and who receives the answer. I/O thread only.
class Transfer
{
public:
    Transfer(Request request, std::shared_ptr<Receiver> receiver, base::JobToken token, LoopState &loop);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    /// Sets the handle up. Errors: Misuse.
    base::Result<void> prepare();
    /// Whether it is known which proxy leads to the server; if not, that is being found out. Then it is to be told, before it begins.
    bool isWayKnown(base::SteadyTime now) const;
    void setProxy();

    CURL *handle() const { return m_easy.get(); }
    const Request &request() const { return m_request; }
    const base::JobToken &token() const { return m_token; }
    const Url &url() const { return m_url; }
    /// Nothing was sent yet: it waits for a connection.
    bool isUnsent() const { return m_timesSent == 0; }
    base::Error errorOf(CURLcode code) const { return errorOf(code, step()); }
    base::Error errorOf(CURLcode code, Step step) const;
    bool isPaused() const { return m_isPaused; }
    bool isReadyToResume() const { return m_isPaused && m_turn != m_loop.turn; }
    /// Goes on, and delivers what was kept meanwhile. An error ends the transfer: libcurl tells it here and nowhere else.
    CURLcode resume();

    /// The error of a limit that is broken now, if one is; and when to look again.
    std::optional<base::Error> overdue(base::SteadyTime now);
    base::SteadyTime nextCheck() const { return m_nextCheck; }

    /// The end, told by libcurl or by us. The handle is out of its multi handle.
    void finish(CURLcode code);
    void fail(const base::Error &error);

private:
    struct EasyFree { void operator()(CURL *easy) const { curl_easy_cleanup(easy); } };
    struct ListFree { void operator()(curl_slist *list) const { curl_slist_free_all(list); } };
    using List = std::unique_ptr<curl_slist, ListFree>;

    void setAddress();
    bool isDialled() const;
    void setSource();
    curl_socket_t openSourceSocket();
    void swapSocket();
    void setTls();
    void setMethod();
    base::Result<void> setHeaders();
    void setCallbacks();
    template<typename T> void set(CURLoption option, T value) { curl_easy_setopt(m_easy.get(), option, value); }
    void setBlob(CURLoption option, const std::string &text);

    std::size_t takeHeader(std::string_view line);
    bool isTurnOver(base::SteadyTime now);
    bool startHead(std::string_view statusLine);
    bool endHead();
    std::size_t takeBytes(std::string_view chunk);
    bool deliver(const std::function<void()> &f);
    bool countSent();
    std::size_t refuse(base::ErrorKind kind, const std::string &message);

    Step step() const;
    Failure failure(CURLcode code) const { return failure(code, step()); }
    Failure failure(CURLcode code, Step step) const;
    std::optional<base::Error> slowError(base::SteadyTime now);

    Request m_request;
    std::shared_ptr<Receiver> m_receiver;
    base::JobToken m_token;
    LoopState &m_loop;
    Url m_url;
    std::string m_proxy;
    std::shared_ptr<SocketSource> m_source;                ///< what leads to the server in place of a dialled connection
    std::optional<std::uint64_t> m_sourceNumber;            ///< of the connection that this transfer made
    std::optional<std::pair<std::intptr_t, std::intptr_t>> m_swap;   ///< what libcurl has in place of a connected socket, and that socket
    List m_headers;
    List m_connectTo;
    std::shared_ptr<TlsPeer> m_peer = std::make_shared<TlsPeer>();
    std::array<char, CURL_ERROR_SIZE> m_errorText{};

    ResponseHead m_head;
    std::size_t m_headBytes = 0;
    bool m_hasHead = false;
    std::int64_t m_bodyBytes = 0;
    std::int64_t m_wireBytes = 0;
    int m_timesSent = 0;
    std::optional<base::Error> m_refusal;

    bool m_isPaused = false;
    std::uint64_t m_turn = 0;
    base::SteadyTime m_turnStart;

    base::SteadyTime m_start;
    base::SteadyTime m_lastByte;
    std::optional<base::SteadyTime> m_windowStart;
    std::int64_t m_windowBytes = 0;
    base::SteadyTime m_nextCheck;

    std::unique_ptr<CURL, EasyFree> m_easy;   // last: its callbacks use all of the above until it is gone
};

} // namespace http
