#include "tests/support/FaultServer.h"

#include "tests/support/TlsSocket.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace support {

namespace {

bool equalNames(const std::string &left, const std::string &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> result;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        result.push_back(part);
    return result;
}

/// How many words of the key the target fulfils, or -1 when it is another path or a word is missing.
int fitness(const std::string &key, const std::string &target)
{
    const std::size_t keyMark = key.find('?'), mark = target.find('?');
    if (key.substr(0, keyMark) != target.substr(0, mark))
        return -1;
    const auto words = keyMark == std::string::npos ? std::vector<std::string>() : split(key.substr(keyMark + 1), '&');
    const auto given = mark == std::string::npos ? std::vector<std::string>() : split(target.substr(mark + 1), '&');
    for (const std::string &word : words) {
        if (std::find(given.begin(), given.end(), word) == given.end())
            return -1;
    }
    return static_cast<int>(words.size());
}

std::string chunk(const std::string &bytes)
{
    std::ostringstream out;
    out << std::hex << bytes.size() << "\r\n" << bytes << "\r\n";
    return out.str();
}

} // namespace

std::string SeenRequest::header(const std::string &name) const
{
    for (const auto &[given, value] : headers) {
        if (equalNames(given, name))
            return value;
    }
    return {};
}

/// One connection, and what came over it and was not yet used.
class FaultServer::Peer
{
public:
    Peer(int number, ssl_ctx_st *tls) : socket(number, tls) { }

    TlsSocket socket;
    std::string pending;
};

FaultServer::FaultServer(const std::optional<TlsWish> &tls) : m_tls(tls ? makeServerContext(*tls) : nullptr)
{
    m_acceptor = std::thread([this] { accept(); });
}

FaultServer::~FaultServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        for (const int socket : m_sockets)
            sockets::end(socket);
    }
    m_changed.notify_all();
    sockets::wake(m_listener);
    m_acceptor.join();
    for (std::thread &thread : m_threads)
        thread.join();
    sockets::close(m_listener.socket);
}

void FaultServer::accept()
{
    for (;;) {
        const int socket = sockets::acceptOne(m_listener.socket);
        const std::lock_guard lock(m_mutex);
        if (m_isStopping || socket < 0) {
            if (socket >= 0)
                sockets::close(socket);
            if (m_isStopping)
                return;
            continue;
        }
        m_sockets.insert(socket);
        ++m_accepted;
        m_threads.emplace_back([this, socket] { serve(socket); });
        m_changed.notify_all();
    }
}

void FaultServer::serve(int socket)
{
    {
        Peer peer(socket, m_tls.get());
        if (peer.socket.handshake()) {
            std::optional<Script> greeting;
            {
                const std::lock_guard lock(m_mutex);
                greeting = m_greeting;
                m_serverNames.push_back(peer.socket.serverName());
            }
            bool goesOn = !greeting || run(peer, *greeting);
            while (goesOn)
                goesOn = talk(peer);
        } else {
            peer.socket.drain();
        }
    }
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
    sockets::close(socket);
    m_changed.notify_all();
}

bool FaultServer::talk(Peer &peer)
{
    const auto request = readRequest(peer);
    if (!request)
        return false;
    const Script script = scriptFor(*request);
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(*request);
    }
    m_changed.notify_all();
    return run(peer, script);
}

std::optional<SeenRequest> FaultServer::readRequest(Peer &peer)
{
    const auto more = [&] {
        const std::string bytes = peer.socket.read();
        peer.pending += bytes;
        const std::lock_guard lock(m_mutex);
        m_bytes += static_cast<std::int64_t>(bytes.size());
        return !bytes.empty();
    };
    std::size_t end;
    while ((end = peer.pending.find("\r\n\r\n")) == std::string::npos) {
        if (!more())
            return std::nullopt;
    }
    SeenRequest request;
    std::istringstream lines(peer.pending.substr(0, end));
    lines >> request.method >> request.target;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const std::size_t colon = line.find(": ");
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (colon != std::string::npos)
            request.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    peer.pending.erase(0, end + 4);
    const std::size_t length = std::strtoul(request.header("Content-Length").c_str(), nullptr, 10);
    while (peer.pending.size() < length) {
        if (!more())
            return std::nullopt;
    }
    request.body = peer.pending.substr(0, length);
    peer.pending.erase(0, length);
    return request;
}

Script FaultServer::scriptFor(const SeenRequest &request)
{
    const std::lock_guard lock(m_mutex);
    std::queue<Script> *best = nullptr;
    int bestFitness = -1;
    for (auto &[key, scripts] : m_scripts) {
        const int words = fitness(key, request.target);
        if (words > bestFitness) {
            bestFitness = words;
            best = &scripts;
        }
    }
    if (!best)
        return Script::answer(404, "no script for " + request.target);
    Script script = best->front();
    if (best->size() > 1)
        best->pop();
    return script;
}

bool FaultServer::run(Peer &peer, const Script &script)
{
    for (const Script::Step &step : script.steps()) {
        if (!perform(peer, step))
            return false;
    }
    return true;
}

bool FaultServer::perform(Peer &peer, const Script::Step &step)
{
    using Act = Script::Act;
    switch (step.act) {
    case Act::Send: return peer.socket.write(step.text);
    case Act::Chunk: return peer.socket.write(chunk(step.text));
    case Act::LastChunk: return peer.socket.write("0\r\n\r\n");
    case Act::Gate: return waitAtGate(peer, step.text);
    case Act::Unencrypted: return peer.socket.writeUnencrypted(step.text);
    case Act::Hold: return waitAtGate(peer, {});
    case Act::Close: peer.socket.endTls(); return false;
    case Act::Reset: peer.socket.reset(); return false;
    case Act::Repeat:
        for (std::int64_t i = 0; i < step.times; ++i) {
            if (!peer.socket.write(step.text))
                return false;
        }
        return true;
    case Act::Drip: break;
    }
    for (const char byte : step.text) {
        std::unique_lock lock(m_mutex);
        if (m_changed.wait_for(lock, step.pause, [this] { return m_isStopping; }))
            return false;
        lock.unlock();
        if (peer.socket.isGone() || !peer.socket.write(std::string(1, byte)))
            return false;
    }
    return true;
}

/// A gate without a name never opens. Ends early when the client goes away.
bool FaultServer::waitAtGate(Peer &peer, const std::string &name)
{
    constexpr std::chrono::milliseconds lookAgain{10};
    std::unique_lock lock(m_mutex);
    const auto isOpen = [&] { return m_isStopping || m_openGates.count(name) != 0; };
    while (!m_changed.wait_for(lock, lookAgain, isOpen)) {
        if (peer.socket.isGone())
            return false;
    }
    return !m_isStopping;
}

void FaultServer::answer(const std::string &key, Script script)
{
    const std::lock_guard lock(m_mutex);
    m_scripts[key].push(std::move(script));
}

void FaultServer::greet(Script script)
{
    const std::lock_guard lock(m_mutex);
    m_greeting = std::move(script);
}

void FaultServer::open(const std::string &gate)
{
    const std::lock_guard lock(m_mutex);
    m_openGates.insert(gate);
    m_changed.notify_all();
}

std::string FaultServer::url(const std::string &path) const
{
    return (m_tls ? "https://" : "http://") + address() + path;
}

int FaultServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_accepted;
}

int FaultServer::openConnections() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_sockets.size());
}

std::int64_t FaultServer::bytesReceived() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

void FaultServer::forgetRequests()
{
    const std::lock_guard lock(m_mutex);
    m_requests = {};
}

std::vector<SeenRequest> FaultServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::vector<std::string> FaultServer::serverNames() const
{
    const std::lock_guard lock(m_mutex);
    return m_serverNames;
}

bool FaultServer::waitForRequests(std::size_t count, std::chrono::milliseconds limit) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [&] { return m_requests.size() >= count; });
}

bool FaultServer::waitForOpenConnections(int count, std::chrono::milliseconds limit) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [&] { return static_cast<int>(m_sockets.size()) == count; });
}

void FaultServer::dropConnections()
{
    const std::lock_guard lock(m_mutex);
    for (const int socket : m_sockets) {
        sockets::resetWhenClosed(socket);
        sockets::end(socket);
    }
}

} // namespace support
