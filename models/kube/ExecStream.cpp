#include "models/kube/ExecStream.h"

#include "models/kube/ResourceType.h"
#include "models/text/Value.h"

#include <algorithm>
#include <array>

namespace kube {

using base::ErrorKind;

namespace {

constexpr std::size_t longestInput = 32 * 1024;
constexpr std::array containerLists = {"containers", "initContainers", "ephemeralContainers"};

std::string_view subresourceOf(const ExecWish &wish)
{
    return wish.act == ExecWish::Act::Run ? "exec" : "attach";
}

ApiRequest requestOf(const ExecWish &wish)
{
    ApiRequest request;
    const PodContainer &target = wish.target;
    request.path = "/api/v1/namespaces/" + percentEncode(target.namespaceName) + "/pods/" + percentEncode(target.podName) + '/' + std::string(subresourceOf(wish));
    if (!target.container.empty())
        request.add("container", target.container);
    for (const std::string &word : wish.act == ExecWish::Act::Run ? wish.command : std::vector<std::string>())
        request.add("command", word);
    request.add("stdin", wish.input == ExecWish::Input::Stream ? "true" : "false");
    request.add("stdout", "true");
    request.add("stderr", wish.terminal ? "false" : "true");
    request.add("tty", wish.terminal ? "true" : "false");
    request.asker = Asker::Person;
    return request;
}

/// The verb that a server misses: its words name it ("… cannot get resource "pods/exec" …"), but for the second look since Kubernetes
/// 1.35, which asks for create and gives no reason.
std::string missingVerb(std::string_view message)
{
    if (message.ends_with("is forbidden: "))
        return "create";
    const std::size_t at = message.find(" cannot ");
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = message.substr(at + 8);
    const std::string_view verb = rest.substr(0, rest.find(' '));
    return verb == "get" || verb == "create" ? std::string(verb) : std::string();
}

std::string rightsNeeded(const ExecWish &wish, std::string_view message)
{
    const std::string resource = "pods/" + std::string(subresourceOf(wish));
    const std::string verb = missingVerb(message);
    const std::string missing = verb.empty() ? "" : "the verb " + verb + " on " + resource + " is missing; ";
    return std::string(message.ends_with(' ') ? "" : " ") + '(' + missing + "it takes get and, since Kubernetes 1.35, create on " + resource + ')';
}

base::Error explained(const ExecWish &wish, base::Error error)
{
    if (error.kind == ErrorKind::Forbidden)
        error.message += rightsNeeded(wish, error.message);
    // Kubelets say so with 500, or with 404 and no Status.
    if ((error.kind == ErrorKind::Server || error.kind == ErrorKind::Unsupported) && error.message.find("container not found") != std::string::npos)
        error.kind = ErrorKind::NotFound;
    return error;
}

} // namespace

std::string defaultContainer(const text::Value &pod)
{
    const auto has = [&pod](const std::string &name) {
        const auto isIt = [&name](const text::Value &container) { return container["name"].text() == name; };
        return std::ranges::any_of(containerLists, [&](const char *list) { return std::ranges::any_of(pod["spec"][list].items(), isIt); });
    };
    const std::string &named = pod["metadata"]["annotations"]["kubectl.kubernetes.io/default-container"].text();
    if (!named.empty() && has(named))
        return named;
    const auto &containers = pod["spec"]["containers"].items();
    return containers.empty() ? std::string() : containers.front()["name"].text();
}

ExecLimits::ExecLimits()
{
    webSocket.ping = std::chrono::seconds(5);
    webSocket.silence = std::chrono::seconds(61);
}

ExecStream::ExecStream(std::shared_ptr<PodStreams::Core> streams, ExecWish wish, ExecReceiver &receiver, ExecLimits limits)
    : m_executor(streams->executor), m_wish(std::move(wish)), m_receiver(receiver), m_goodbye(limits.goodbye)
{
    if (m_wish.act == ExecWish::Act::Run && m_wish.command.empty()) {
        m_timer = m_executor.after(std::chrono::milliseconds(0), [this] { finish(base::makeError(ErrorKind::Misuse, "there is no command to run")); });
        return;
    }
    m_socket.emplace(std::move(streams), requestOf(m_wish), std::vector<std::string>{Newer, Older}, "running commands", limits.webSocket,
        static_cast<http::MessageReceiver &>(*this));
}

ExecStream::~ExecStream() = default;

bool ExecStream::hasRoom() const
{
    return m_reader && !m_isOver && !m_isInputClosed && m_socket->hasRoom();
}

void ExecStream::write(std::string_view input)
{
    if (!m_reader || m_isOver || m_isInputClosed)
        return;
    for (; !input.empty(); input.remove_prefix(std::min(input.size(), longestInput)))
        m_socket->send(std::string(1, static_cast<char>(execchannel::Input)).append(input.substr(0, longestInput)));
}

base::Result<void> ExecStream::closeInput()
{
    if (!m_reader)
        return base::makeError(ErrorKind::Misuse, "the command does not run yet");
    if (m_protocol == ExecProtocol::V4)
        return base::makeError(ErrorKind::Unsupported, "this server cannot close the input of a command (it only speaks v4.channel.k8s.io); ending the connection is the only way to end one that reads on");
    if (!std::exchange(m_isInputClosed, true) && !m_isOver)
        m_socket->send(std::string{static_cast<char>(execchannel::Close), static_cast<char>(execchannel::Input)});
    return {};
}

void ExecStream::resize(TerminalSize size)
{
    if (!m_wish.terminal)
        return;
    m_wish.terminal = size;
    if (m_reader && !m_isOver)
        sendSize();
}

void ExecStream::sendSize()
{
    const std::string size = R"({"Width":)" + std::to_string(m_wish.terminal->columns) + R"(,"Height":)" + std::to_string(m_wish.terminal->rows) + '}';
    m_socket->send(static_cast<char>(execchannel::Resize) + size);
}

void ExecStream::pause()
{
    if (m_socket)
        m_socket->pause();
}

void ExecStream::resume()
{
    if (m_socket)
        m_socket->resume();
}

void ExecStream::abort(base::Error error)
{
    if (m_socket && !m_isOver)
        m_socket->abort(http::closecode::Normal, std::move(error));
}

void ExecStream::opened(const std::string &protocol)
{
    m_protocol = protocol == Newer ? ExecProtocol::V5 : ExecProtocol::V4;
    m_reader.emplace(m_protocol);
    if (m_wish.terminal)
        sendSize();
    m_receiver.opened(m_protocol);
}

void ExecStream::part(const http::MessagePart &part)
{
    if (m_isOver || !m_reader)
        return;
    if (const auto read = m_reader->feed(part, *this); !read)
        m_socket->abort(read.error().kind == ErrorKind::TooLarge ? http::closecode::TooBig : http::closecode::ProtocolError, read.error());
}

/// Runtimes lose a size that comes before the process runs; what it says proves that it does.
void ExecStream::execOutput(ExecOutput output, std::string_view bytes)
{
    if (m_wish.terminal && !std::exchange(m_hasSpoken, true))
        sendSize();
    m_receiver.output(output, bytes);
}

/// The first one counts. The connection ends behind it, as a rule at once.
void ExecStream::execStatus(std::string_view json)
{
    if (m_exit)
        return;
    m_exit = exitCodeOf(json);
    m_timer = m_executor.after(m_goodbye, [this] { finish(*m_exit); });
}

void ExecStream::roomAgain()
{
    if (!m_isOver && !m_isInputClosed)
        m_receiver.roomAgain();
}

void ExecStream::ended(const base::Result<void> &result)
{
    if (m_exit)
        return finish(*m_exit);
    if (!result)
        return finish(result.error());
    finish(base::makeError(ErrorKind::Network, "the server ended the connection without saying how the command ended; as a rule its container is gone"));
}

void ExecStream::finish(base::Result<int> exitCode)
{
    if (std::exchange(m_isOver, true))
        return;
    m_timer.cancel();
    m_receiver.ended(exitCode ? exitCode : base::Result<int>(explained(m_wish, exitCode.error())));
}

} // namespace kube
