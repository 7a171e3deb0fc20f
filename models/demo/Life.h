#pragma once

#include "models/demo/Agenda.h"
#include "models/demo/Behaviours.h"
#include "models/demo/CronJobs.h"
#include "models/demo/EventRecorder.h"
#include "models/demo/Housekeeping.h"
#include "models/demo/PodLife.h"
#include "models/demo/Rhythm.h"
#include "models/demo/Services.h"
#include "models/demo/Storage.h"
#include "models/demo/Workloads.h"

namespace demo {

/// What goes on in the cluster: controllers that answer to changes, and what happens by itself as time passes.
class Life
{
public:
    Life(Cluster &cluster, bool isLiving);

    /// Brings the freshly read objects to the state they are in now, as if they had been there for as long as they are old.
    void begin(Behaviours behaviours);

    /// Answers to every change and does what is due.
    void catchUp();
    std::optional<base::SteadyTime> nextDue() const { return m_agenda.next(); }

    const Behaviours &behaviours() const { return m_behaviours; }

private:
    void answerToChanges();
    void reconcile();
    void planMinute();

    Cluster *m_cluster;
    Agenda m_agenda;
    EventRecorder m_events;
    PodLife m_pods;
    Workloads m_workloads;
    CronJobs m_cronJobs;
    Services m_services;
    Storage m_storage;
    Housekeeping m_housekeeping;
    Rhythm m_rhythm;
    Behaviours m_behaviours;
    bool m_isLiving;
    std::uint64_t m_seen = 0;
};

} // namespace demo
