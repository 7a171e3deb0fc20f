#pragma once

#include "models/kube/ExecMessages.h"
#include "models/kube/PodStreams.h"

#include <optional>

namespace text {
class Value;
}

namespace kube {

struct PodContainer
{
    std::string namespaceName;
    std::string podName;
    std::string container;      ///< empty: the server takes the only one, and refuses a pod that has more; see defaultContainer()
};

/// The container that kubectl takes when none is named: the one of the annotation kubectl.kubernetes.io/default-container where the pod has it,
/// else the first.
std::string defaultContainer(const text::Value &pod);

struct TerminalSize
{
    std::uint16_t columns = 80;
    std::uint16_t rows = 24;
};

/// What is wanted of a container.
struct ExecWish
{
    enum class Act { Run, Attach };         ///< a command of its own, or the process that runs there already
    enum class Input { None, Stream };

    PodContainer target;
    std::vector<std::string> command;       ///< no shell is between: each is one argument
    Input input = Input::None;
    std::optional<TerminalSize> terminal;   ///< with one, errors come among the output
    Act act = Act::Run;
};

struct ExecLimits
{
    ExecLimits();

    http::WebSocketLimits webSocket;
    std::chrono::milliseconds goodbye{1'000};   ///< for the connection to end after the status, until it is ended
};

/// Hears of a command on the I/O thread. It may let go of the stream in any call but output().
class ExecReceiver
{
public:
    virtual ~ExecReceiver() = default;
    /// The server began; input may be written.
    virtual void opened(ExecProtocol) { }
    virtual void output(ExecOutput output, std::string_view bytes) = 0;
    virtual void roomAgain() { }
    /// The last call: the exit code, or why there is none. All that had arrived was handed on before.
    virtual void ended(const base::Result<int> &exitCode) = 0;
};

/// A command in a container of a pod, over a WebSocket of its own: v5.channel.k8s.io, or v4.channel.k8s.io where the server has no newer one.
/// I/O thread only. Letting go closes it; what the kubelet then does with the process is its own affair (as a rule it runs on until it
/// writes).
///
/// Nothing is kept of what comes: who pauses gets no more than what was read already (16 KiB), and the process waits. What is
/// written waits up to Streams::DialedRoom and one piece for the server. A process that reads none of its input for a minute while more of
/// it waits than server and kubelet take ends the stream, since the server says nothing meanwhile, not even in answer to pings.
///
/// What had come is told even when the server is gone before it is read. Of a command that has ended while its reader was seconds
/// behind, Kubernetes itself can lose the last output between node and API server (seen in 1.36), and tells the exit code all the same:
/// who must have everything keeps the command from ending until it is here.
///
/// Errors: Forbidden with the verbs that are needed, NotFound when the pod or its container is gone or does not run, Network when the
/// connection ended without a status, Timeout for a silent server, BadInput and TooLarge for one that breaks the protocol, Unsupported for one
/// without either protocol and for a cluster that is marked read-only (nothing is sent then), Server and others in the server's words
/// where the command could not be run.
class ExecStream final : private http::MessageReceiver, private ExecReader::Sink
{
public:
    static constexpr const char *Newer = "v5.channel.k8s.io";
    static constexpr const char *Older = "v4.channel.k8s.io";

    /// Begins at once. The receiver and the threads behind the streams outlive this; the PodStreams need not.
    ExecStream(std::shared_ptr<PodStreams::Core> streams, ExecWish wish, ExecReceiver &receiver, ExecLimits limits = {});
    ~ExecStream() override;
    ExecStream(const ExecStream &) = delete;
    ExecStream &operator=(const ExecStream &) = delete;

    /// Input for the command; ask hasRoom() first, which is false until opened(). Before that, after the end and after closeInput() it
    /// goes nowhere.
    void write(std::string_view input);
    bool hasRoom() const;
    /// The command reads the end of its input. Unsupported in the older protocol, which has no word for it: there a command that reads to the
    /// end waits until the stream is let go of. Misuse before opened().
    base::Result<void> closeInput();
    /// Only of a terminal; the newest size is told when the stream opens, and once more when the command says something.
    void resize(TerminalSize size);
    void pause();
    void resume();
    /// Gives up: ended() comes with the error, though never from inside this.
    void abort(base::Error error);

private:
    void opened(const std::string &protocol) override;
    void part(const http::MessagePart &part) override;
    void roomAgain() override;
    void ended(const base::Result<void> &result) override;
    void execOutput(ExecOutput output, std::string_view bytes) override;
    void execStatus(std::string_view json) override;

    void sendSize();
    void finish(base::Result<int> exitCode);

    base::Executor &m_executor;
    ExecWish m_wish;
    ExecReceiver &m_receiver;
    std::chrono::milliseconds m_goodbye;
    std::optional<ExecReader> m_reader;             ///< once it is open
    ExecProtocol m_protocol = ExecProtocol::V5;
    std::optional<base::Result<int>> m_exit;        ///< the status came
    bool m_isInputClosed = false;
    bool m_hasSpoken = false;                       ///< some output came
    bool m_isOver = false;
    base::Job m_timer;
    std::optional<ApiWebSocket> m_socket;           // last: it calls us
};

} // namespace kube
