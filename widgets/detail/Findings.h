#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/detail/Summary.h"
#include "models/diagnosis/LiveEvidence.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace cluster {
class ConnectedCluster;
}

namespace detail {

/// What is wrong with an object, found again whenever more is known of it, and as time passes. Over reconnections too.
class Findings final : public QObject
{
    Q_OBJECT

public:
    /// The cluster outlives it.
    explicit Findings(cluster::ConnectedCluster &cluster);
    /// For an API without a cluster around it.
    explicit Findings(kube::Api &api, const base::Clock &clock = base::Clock::system());

    /// Somebody looks at the object, as it is now.
    void follow(diagnosis::Object object);
    /// Nobody looks any more.
    void pause();
    bool isPaused() const { return !m_again.isActive(); }
    const std::vector<Notice> &notices() const { return m_notices; }

    /// Some faults are told by nothing but that time passed.
    static constexpr std::chrono::seconds LookAgain{5};

Q_SIGNALS:
    void changed();

private:
    void connectTo(kube::Api &api);
    void look();

    base::EventLoopExecutor m_executor;
    kube::Api *m_api = nullptr;
    std::unique_ptr<diagnosis::LiveEvidence> m_evidence;
    diagnosis::Object m_object;
    std::vector<Notice> m_notices;
    QTimer m_again;
};

} // namespace detail
