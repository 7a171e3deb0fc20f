#pragma once

#include "models/demo/Agenda.h"
#include "models/demo/Behaviours.h"
#include "models/demo/EventRecorder.h"

#include <set>

namespace demo {

/// Scheduler and kubelets: gives new pods a node, starts, crashes, completes and ends them.
class PodLife
{
public:
    PodLife(Cluster &cluster, Agenda &agenda, EventRecorder &events)
        : m_cluster(&cluster)
        , m_agenda(&agenda)
        , m_events(&events)
    {
    }

    void setBehaviours(const Behaviours &behaviours) { m_behaviours = &behaviours; }
    /// Without it pods neither crash nor complete on their own, and what fails is not tried again.
    void setLiving(bool living) { m_isLiving = living; }

    /// A pod that was created or changed.
    void notice(const Object &pod);
    /// A pod that has been there since its creation, when the cluster is first looked at.
    void settle(const Object &pod);

private:
    using Step = void (PodLife::*)(const Object &);

    /// Takes the step later, if the pod is still there and not on its way out.
    void later(const Object &pod, std::chrono::milliseconds delay, Step step, bool evenIfEnding = false);
    void tryAgain(const Object &pod, std::chrono::milliseconds delay, Step step);
    std::chrono::milliseconds between(std::uint32_t least, std::uint32_t most);
    ObjectPointer store(const Object &pod, text::Value value);
    PodBehaviour behaviourOf(const Object &pod) const;

    void schedule(const Object &pod);
    void pull(const Object &pod);
    void run(const Object &pod);
    void crash(const Object &pod);
    void backOff(const Object &pod);
    void restart(const Object &pod);
    void complete(const Object &pod);
    void remove(const Object &pod);
    void planEnd(const Object &pod);
    void recordStart(const Object &pod, const Object &node, base::SystemTime at);

    ObjectPointer place(const Object &pod) const;
    std::string addressOn(const Object &node);
    ObjectPointer startedOn(const Object &pod, const Object &node, base::SystemTime at);

    Cluster *m_cluster;
    Agenda *m_agenda;
    EventRecorder *m_events;
    const Behaviours *m_behaviours = nullptr;
    bool m_isLiving = true;
    std::set<std::string> m_known;     // uids
    std::set<std::string> m_ending;    // uids
    std::map<std::string, int> m_addresses;
};

} // namespace demo
