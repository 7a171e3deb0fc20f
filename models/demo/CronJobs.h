#pragma once

#include "models/demo/EventRecorder.h"

#include <optional>

namespace demo {

/// A schedule of minutes and hours: "*/5 * * * *", "30 3 * * *"; days and months are not looked at.
class CronSchedule
{
public:
    static std::optional<CronSchedule> parse(std::string_view text);

    bool fits(std::int64_t minuteSinceEpoch) const;

private:
    struct Field { int every = 1; int exactly = -1; };
    static std::optional<Field> parseField(std::string_view text);
    static bool fits(const Field &field, int value)
    {
        return field.exactly >= 0 ? value == field.exactly : value % field.every == 0;
    }

    Field m_minute, m_hour;
};

/// Makes Jobs when their time has come, and removes those beyond the history limits.
class CronJobs
{
public:
    CronJobs(Cluster &cluster, EventRecorder &events) : m_cluster(&cluster), m_events(&events) { }

    /// As if it had been running for a while: the last Jobs that fit into the history.
    void makePast();
    /// What this minute asks for; twice in a minute does nothing more.
    void tick();
    /// Removes old Jobs and lists the active ones.
    void reconcile();

private:
    void makeJob(const Object &cronJob, std::int64_t minute);

    Cluster *m_cluster;
    EventRecorder *m_events;
    std::int64_t m_lastMinute = 0;
};

} // namespace demo
