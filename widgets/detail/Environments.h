#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/Environment.h"
#include "models/detail/LiveObject.h"
#include "models/inside/AskToExec.h"
#include "models/inside/Inside.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace cluster {
class ConnectedCluster;
}

namespace detail {

using Object = std::shared_ptr<const text::Value>;

/// The effective environments of a pod's containers, live while somebody looks. ConfigMaps, Services and the node are kept live; of Secrets only
/// metadata is asked for until a person reads them or compares. Comparing runs a command in the container: only when a person says so.
class Environments final : public QObject
{
    Q_OBJECT

public:
    /// How a container is asked, and why it is not (State::Offered: it is, if the server agrees).
    struct Door
    {
        std::function<base::Job(kube::PodContainer, base::Executor &, std::function<void(base::Result<inside::Environment>)>)> ask;
        std::function<EnvironmentProof::State()> state = [] { return EnvironmentProof::State::Offered; };
        std::chrono::milliseconds secretsAgain = std::chrono::seconds(30);     ///< how long metadata of Secrets is taken for true
    };

    /// The cluster outlives it.
    Environments(cluster::ConnectedCluster &cluster, ObjectName pod);
    /// For an API without a cluster around it.
    Environments(kube::Api &api, ObjectName pod, Door door);
    ~Environments() override;

    /// Somebody looks at the pod, as it is now.
    void follow(Object pod);
    /// Nobody looks any more: what is known stays.
    void pause();
    bool isPaused() const { return m_isPaused; }
    /// Everything that is asked for by itself was answered.
    bool isSettled() const;
    void addTo(Summary &summary) const;
    /// What a person pressed: see the acts of addEnvironment().
    void act(const QString &act);

Q_SIGNALS:
    void changed();

private:
    struct Watch;
    struct Services;
    /// What a container said, and which run of it.
    struct Answer
    {
        std::string containerId;
        EnvironmentProof proof;
        std::vector<std::pair<std::string, std::string>> inside;
        base::Job job;
    };

    void connectTo(kube::Api &api);
    void letGo();
    void lookAgain();
    void watchSources();
    void watchServices();
    void watchNode();
    void askMetadata(Watch &watch, const std::string &name);
    void askPermission();
    void readSecrets();
    void compare(const std::string &container);
    EnvironmentProof proofOf(const std::string &container) const;
    environment::Surroundings surroundings() const;
    std::unique_ptr<LiveObject> live(std::string_view resource, const std::string &namespaceName, const std::string &name);
    void tell();

    base::EventLoopExecutor m_executor;
    ObjectName m_pod;
    Door m_door;
    kube::Api *m_api = nullptr;
    Object m_object;
    bool m_isPaused = true;
    bool m_areSecretsRead = false;
    bool m_isTold = false;                      ///< a signal is on its way
    std::map<environment::SourceName, std::unique_ptr<Watch>> m_sources;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<LiveObject> m_node;
    std::vector<base::Job> m_questions;
    base::Job m_again;
    base::Job m_askingPermission;
    std::optional<inside::ExecAnswer> m_permission;
    std::map<std::string, Answer> m_answers;
};

} // namespace detail
