#pragma once

#include "models/base/Clock.h"
#include "models/base/Executor.h"
#include "models/base/Result.h"
#include "models/http/Request.h"
#include "models/kube/ConnectionSettings.h"
#include "models/kube/KubeFiles.h"

#include <QObject>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cluster {

/// Where a server is and whom to believe there. It has no place for anything that says who asks: not for a token, a client
/// certificate, a plugin, nor the user info of the server's URL.
struct ServerAddress
{
    std::string url;
    std::string authorityFile;
    std::string authorityPem;
    std::string serverName;
    std::string proxy;
    bool insecure = false;

    static ServerAddress of(const kube::ConnectionSettings &settings);
    /// False when the kubeconfig's proxy wants a password: that is used only once a person connects.
    bool mayBeAsked() const;
    auto operator<=>(const ServerAddress &) const = default;
};

/// What is known about a server before anybody connects.
struct Reach
{
    enum class State {
        NotAsked,
        Checking,
        Reachable,          ///< it told its version
        WantsCredentials,   ///< it answers, and tells nothing to strangers
        Odd,                ///< it answers otherwise than an API server does; the error says how
        Unreachable,        ///< the error says at what step
    };

    State state = State::NotAsked;
    std::string version;                    ///< "v1.36.3"
    std::optional<base::Error> error;
    base::SystemTime at{};                  ///< when the answer came

    bool operator==(const Reach &) const = default;
};

/// Asks servers for their version as nobody in particular: one GET /version each, without credentials, plugins and redirects,
/// at most eight at once, and only as long as somebody looks. Consumer's thread.
class Reachability final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MostAtOnce = 8;
    static constexpr std::chrono::seconds Deadline{10};
    /// How long an answer is believed when the server is wanted again.
    static constexpr std::chrono::seconds Fresh{60};

    /// io is the transport's thread. All of them outlive it.
    Reachability(http::Transport &transport, base::Executor &io, base::Executor &consumer, const kube::KubeFiles &files = kube::KubeFiles::system());
    ~Reachability() override;

    /// The servers that are on screen, the most wanted first. Those without a fresh answer are asked; others no longer.
    void want(const std::vector<ServerAddress> &addresses);
    /// What is known of it counts no more: it is asked once more, if it is wanted.
    void askAgain(const ServerAddress &address);

    Reach of(const ServerAddress &address) const;
    std::size_t running() const { return m_running.size(); }

Q_SIGNALS:
    void changed();

private:
    class Check;
    struct Answer
    {
        Reach reach;
        base::SteadyTime freshUntil;
    };

    bool mustAsk(const ServerAddress &address) const;
    void startMore();
    void start(const ServerAddress &address);
    void take(const ServerAddress &address, Reach reach);

    http::Transport &m_transport;
    base::Executor &m_io;
    base::Executor &m_consumer;
    const kube::KubeFiles &m_files;
    std::vector<ServerAddress> m_wanted;
    std::map<ServerAddress, Answer> m_answers;
    std::map<ServerAddress, base::Job> m_running;
};

} // namespace cluster
