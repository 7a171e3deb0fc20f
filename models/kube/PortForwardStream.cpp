#include "models/kube/PortForwardStream.h"

#include "models/http/Splice.h"
#include "models/kube/ForwardLink.h"
#include "models/kube/ResourceType.h"

#include <algorithm>
#include <map>

namespace kube {

using base::ErrorKind;

namespace {

constexpr std::size_t mostErrors = 256;

ApiRequest requestOf(const PodPort &target)
{
    ApiRequest request;
    request.path = "/api/v1/namespaces/" + percentEncode(target.namespaceName) + "/pods/" + percentEncode(target.podName) + "/portforward";
    request.add("ports", std::to_string(target.port));   // the older protocol wants it here, the newer does not mind
    request.asker = target.asker;
    return request;
}

base::Error about(const PodPort &target, base::Error error)
{
    const std::string port = "port " + std::to_string(target.port) + ": ";
    if (error.kind == ErrorKind::Forbidden)     // the server may not say which verb it misses
        error.message += (error.message.ends_with(' ') ? "" : " ") + std::string("(a port-forward needs the verbs get and, since Kubernetes 1.35, create on pods/portforward)");
    if (error.message.compare(0, port.size(), port) != 0)
        error.message = port + error.message;
    return error;
}

} // namespace

/// The forward itself, on the I/O thread.
class PortForwardStream::Core final : public http::SocketSource, public std::enable_shared_from_this<Core>
{
public:
    Core(std::shared_ptr<PodStreams::Core> streams, PodPort target, PortForwardLimits limits)
        : m_streams(std::move(streams)), m_target(std::move(target)), m_limits(limits)
    {
    }

    base::Executor &executor() { return m_streams->executor; }
    base::Result<http::SourceSocket> openSocket() override;
    std::optional<base::Error> errorOf(std::uint64_t number) const override;
    Counters counters() const { return {m_connections.size(), m_links.size()}; }
    void close();

private:
    using Links = std::vector<std::unique_ptr<ForwardLink>>;
    base::Error closedError() const { return base::makeError(ErrorKind::Network, "the port-forward has ended"); }
    void makeLink();
    void connectWaiting();
    void finished(std::uint64_t number, const std::optional<base::Error> &error);
    void linkEnded(ForwardLink &link, const base::Result<void> &result);
    void failWaiting(const base::Error &error);
    std::size_t waitingCount() const;
    void tidy();

    std::shared_ptr<PodStreams::Core> m_streams;
    PodPort m_target;
    PortForwardLimits m_limits;
    bool m_isClosed = false;
    std::uint64_t m_lastNumber = 0;
    Links m_links;
    std::map<std::uint64_t, std::unique_ptr<http::Splice>> m_connections;
    std::map<std::uint64_t, base::Error> m_errors;      ///< of connections that ended with one; the newest
    base::Job m_idle;
};

base::Result<http::SourceSocket> PortForwardStream::Core::openSocket()
{
    if (m_isClosed)
        return about(m_target, closedError());
    if (m_connections.size() >= m_limits.connections)
        return about(m_target, base::makeError(ErrorKind::TooLarge, "more than " + std::to_string(m_limits.connections) + " connections at once"));
    const std::uint64_t number = ++m_lastNumber;
    auto splice = std::make_unique<http::Splice>(executor(), m_limits.stall, [this, number](const std::optional<base::Error> &error) { finished(number, error); });
    auto pair = m_streams->streams.makePair(splice->nearReceiver());
    if (!pair)
        return about(m_target, pair.error());
    splice->setNear(std::move(pair->ours));
    m_connections[number] = std::move(splice);
    m_idle.cancel();
    connectWaiting();
    return http::SourceSocket{pair->theirs, number};
}

std::optional<base::Error> PortForwardStream::Core::errorOf(std::uint64_t number) const
{
    const auto found = m_errors.find(number);
    return found == m_errors.end() ? std::nullopt : std::optional(found->second);
}

std::size_t PortForwardStream::Core::waitingCount() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_connections, [](const auto &entry) { return !entry.second->hasFar(); }));
}

/// Whoever waits goes where there is a place; for the rest a link is made, and one is enough until it tells what it speaks.
void PortForwardStream::Core::connectWaiting()
{
    for (auto &[number, connection] : m_connections) {
        const auto link = std::ranges::find_if(m_links, [](const auto &each) { return each->hasPlace(); });
        if (link == m_links.end())
            break;
        if (!connection->hasFar())
            connection->setFar((*link)->open(connection->farReceiver()));
    }
    const bool isShared = std::ranges::any_of(m_links, [](const auto &each) { return each->isShared(); });
    const auto opening = static_cast<std::size_t>(std::ranges::count_if(m_links, [](const auto &each) { return !each->isOpen(); }));
    const bool isKnown = m_links.size() > opening;
    const std::size_t wanted = isShared ? 0 : isKnown ? waitingCount() : std::min<std::size_t>(waitingCount(), 1);
    for (std::size_t i = opening; i < wanted; ++i)
        makeLink();
}

void PortForwardStream::Core::makeLink()
{
    ForwardLink::Events events;
    events.opened = [this](ForwardLink &) { connectWaiting(); };
    events.ended = [this](ForwardLink &link, const base::Result<void> &result) { linkEnded(link, result); };
    m_links.push_back(std::make_unique<ForwardLink>(m_streams, requestOf(m_target), m_target.port, m_limits.webSocket, std::move(events)));
}

/// Comes from inside the splice, which must not be gone before its call has returned. After an error the next one asks the server anew: the
/// pod behind the link may be gone.
void PortForwardStream::Core::finished(std::uint64_t number, const std::optional<base::Error> &error)
{
    const auto found = m_connections.find(number);
    if (found == m_connections.end())
        return;
    if (m_errors.size() >= mostErrors)
        m_errors.erase(m_errors.begin());
    if (error)
        m_errors[number] = about(m_target, *error);
    executor().post([gone = std::shared_ptr<http::Splice>(std::move(found->second))] { });
    m_connections.erase(found);
    if (m_isClosed)
        return;
    m_idle = executor().after(m_connections.empty() && !error ? m_limits.idle : std::chrono::milliseconds(0), [this] { tidy(); });
}

/// Gives up the links that nobody needs.
void PortForwardStream::Core::tidy()
{
    std::erase_if(m_links, [this](const auto &link) { return m_connections.empty() || link->isUsedUp(); });
}

void PortForwardStream::Core::failWaiting(const base::Error &error)
{
    std::vector<std::uint64_t> waiting;
    for (const auto &[number, connection] : m_connections) {
        if (!connection->hasFar())
            waiting.push_back(number);
    }
    for (const std::uint64_t number : waiting) {
        if (const auto found = m_connections.find(number); found != m_connections.end())
            found->second->end(error);
    }
}

void PortForwardStream::Core::linkEnded(ForwardLink &link, const base::Result<void> &result)
{
    const bool wasOpen = link.isOpen();
    const base::Error error = result ? closedError() : result.error();
    std::erase_if(m_links, [&link](const auto &each) { return each.get() == &link; });
    if (!wasOpen)
        failWaiting(error);
    else if (!m_isClosed)
        connectWaiting();
}

void PortForwardStream::Core::close()
{
    m_isClosed = true;
    m_idle.cancel();
    while (!m_connections.empty())
        m_connections.begin()->second->end(closedError());
    m_links.clear();
}

PortForwardStream::PortForwardStream(const PodStreams &streams, PodPort target, PortForwardLimits limits)
    : m_core(std::make_shared<Core>(streams.core(), std::move(target), limits)), m_word(http::socketsources::add(m_core))
{
}

PortForwardStream::~PortForwardStream()
{
    http::socketsources::remove(m_word);
    base::Executor &executor = m_core->executor();
    executor.post([core = std::move(m_core)] { core->close(); });
}

PortForwardStream::Counters PortForwardStream::counters() const
{
    return m_core->counters();
}

} // namespace kube
