#pragma once

#include "models/demo/Agenda.h"
#include "models/demo/Behaviours.h"
#include "models/demo/EventRecorder.h"

namespace demo {

/// What happens again and again: nodes show that they are alive, deployments grow and shrink, a pod is replaced.
class Rhythm
{
public:
    Rhythm(Cluster &cluster, Agenda &agenda, EventRecorder &events)
        : m_cluster(&cluster)
        , m_agenda(&agenda)
        , m_events(&events)
    {
    }

    /// Leases and heartbeats as of now.
    void beat();
    void begin(const Behaviours &behaviours);

private:
    void every(std::chrono::seconds period, std::function<void()> task);
    void renewLease(const Object &node);
    void scale(const Scaling &scaling);
    void replacePod(const std::string &nameSpace);

    Cluster *m_cluster;
    Agenda *m_agenda;
    EventRecorder *m_events;
    int m_beats = 0;
};

} // namespace demo
