#include "models/demo/CronJobs.h"

#include "models/demo/Edit.h"
#include "models/demo/PodMaker.h"
#include "models/demo/Workloads.h"
#include "models/demo/Writes.h"
#include "models/text/Time.h"

#include <algorithm>
#include <charconv>

namespace demo {

using text::Value;

namespace {

std::optional<int> numberOf(std::string_view text)
{
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string_view nextWord(std::string_view &text)
{
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == text.npos ? text.size() : space + 1);
    return word;
}

bool hasEnded(const Object &job, std::string_view how)
{
    for (const Value &condition : in(job.value, {"status", "conditions"}).items()) {
        if (condition["type"].text() == how && condition["status"].text() == "True")
            return true;
    }
    return false;
}

std::int64_t minuteOf(const base::Clock &clock) { return text::Time::from(clock.now()).seconds / 60; }

} // namespace

std::optional<CronSchedule::Field> CronSchedule::parseField(std::string_view text)
{
    if (text == "*")
        return Field();
    const bool isStep = text.starts_with("*/");
    const auto number = numberOf(isStep ? text.substr(2) : text);
    if (!number || (isStep && *number < 1))
        return std::nullopt;
    return isStep ? Field{*number, -1} : Field{1, *number};
}

std::optional<CronSchedule> CronSchedule::parse(std::string_view text)
{
    const auto minute = parseField(nextWord(text)), hour = parseField(nextWord(text));
    if (!minute || !hour)
        return std::nullopt;
    CronSchedule schedule;
    schedule.m_minute = *minute;
    schedule.m_hour = *hour;
    return schedule;
}

bool CronSchedule::fits(std::int64_t minute) const
{
    return fits(m_minute, int(minute % 60)) && fits(m_hour, int(minute / 60 % 24));
}

void CronJobs::makePast()
{
    constexpr std::int64_t farBack = 2 * 24 * 60;
    m_lastMinute = minuteOf(m_cluster->clock());
    for (const ObjectPointer &cronJob : m_cluster->store().list("cronjobs")) {
        const auto schedule = CronSchedule::parse(in(cronJob->value, {"spec", "schedule"}).text());
        auto left = in(cronJob->value, {"spec", "successfulJobsHistoryLimit"}).asInteger();
        for (std::int64_t minute = m_lastMinute - 1; schedule && left > 0 && minute > m_lastMinute - farBack; --minute) {
            if (!schedule->fits(minute))
                continue;
            makeJob(*m_cluster->store().find("cronjobs", cronJob->nameSpace, cronJob->name), minute);
            --left;
        }
    }
}

void CronJobs::tick()
{
    const std::int64_t minute = minuteOf(m_cluster->clock());
    if (minute == m_lastMinute)
        return;
    m_lastMinute = minute;
    for (const ObjectPointer &cronJob : m_cluster->store().list("cronjobs")) {
        const auto schedule = CronSchedule::parse(in(cronJob->value, {"spec", "schedule"}).text());
        if (schedule && schedule->fits(minute) && !in(cronJob->value, {"spec", "suspend"}).asBoolean())
            makeJob(*cronJob, minute);
    }
}

void CronJobs::makeJob(const Object &cronJob, std::int64_t minute)
{
    const std::string name = cronJob.name + '-' + std::to_string(minute), time = text::formatTime({minute * 60, 0});
    const Value &pattern = in(cronJob.value, {"spec", "jobTemplate"});
    Value metadata = pattern["metadata"];
    member(metadata, "name") = str(name);
    metadata.set("namespace", str(cronJob.nameSpace));
    at(metadata, {"annotations", "batch.kubernetes.io/cronjob-scheduled-timestamp"}) = str(time);
    metadata.set("ownerReferences", Value::list({ownerReference(cronJob)}));
    Value job = object(
        { { "kind", str("Job") }, { "apiVersion", str("batch/v1") }, { "metadata", metadata }, { "spec", pattern["spec"] } });
    m_cluster->create(std::move(job), text::Time{minute * 60, 0}.toSystemTime());
    Value scheduled = cronJob.value;
    if (in(scheduled, {"status", "lastScheduleTime"}).text() < time)
        at(scheduled, {"status", "lastScheduleTime"}) = str(time);
    const ObjectPointer stored = m_cluster->update(cronJob.resource, std::move(scheduled));
    if (minute == minuteOf(m_cluster->clock()))
        m_events->record(*stored, {"Normal", "SuccessfulCreate", "Created job " + name, "cronjob-controller", {}});
}

void CronJobs::reconcile()
{
    for (const ObjectPointer &cronJob : m_cluster->store().list("cronjobs")) {
        auto jobs = ownedBy(*cronJob, "jobs", *m_cluster);
        std::sort(jobs.begin(), jobs.end(), [](const auto &left, const auto &right) { return left->name > right->name; });
        auto good = in(cronJob->value, { "spec", "successfulJobsHistoryLimit" }).asInteger(3),
             bad = in(cronJob->value, { "spec", "failedJobsHistoryLimit" }).asInteger(1);
        Value active = Value::list(), status = cronJob->value["status"];
        for (const ObjectPointer &job : jobs) {
            const bool complete = hasEnded(*job, "Complete"), failed = hasEnded(*job, "Failed");
            if ((complete && --good < 0) || (failed && --bad < 0))
                deleteObject(*job, true, false, *m_cluster);
            else if (!complete && !failed)
                active.items().push_back(
                    object({ { "kind", str("Job") }, { "namespace", str(job->nameSpace) }, { "name", str(job->name) },
                        { "uid", in(job->value, { "metadata", "uid" }) }, { "apiVersion", str("batch/v1") } }));
            if (const Value &end = in(job->value, { "status", "completionTime" });
                complete && member(status, "lastSuccessfulTime").text() < end.text())
                status.set("lastSuccessfulTime", end);
        }
        erase(status, "active");
        if (!active.items().empty())
            status.set("active", active);
        Value value = cronJob->value;
        if (!status.members().empty())
            value.set("status", status);
        m_cluster->update(cronJob->resource, std::move(value));
    }
}

} // namespace demo
