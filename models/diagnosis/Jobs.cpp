#include "models/diagnosis/Meaning.h"
#include "models/diagnosis/Pods.h"
#include "models/diagnosis/Rules.h"

#include <QtGlobal>

namespace diagnosis {

namespace {

/// Why the Job controller gave a Job up, by the reason of its condition Failed.
constexpr Meaning reasons[] = {
    {"backofflimitexceeded", QT_TR_NOOP("Its pods failed as often as backoffLimit allows."), QT_TR_NOOP("Open a pod of it for the reason; a Job that failed is not tried again, make it anew.")},
    {"deadlineexceeded", QT_TR_NOOP("It ran longer than activeDeadlineSeconds allows."), QT_TR_NOOP("Raise activeDeadlineSeconds, or find out why it takes so long.")},
    {"podfailurepolicy", QT_TR_NOOP("A pod ended in a way for which its podFailurePolicy gives up."), {}},
    {"failedindexes", QT_TR_NOOP("Some of its indexes failed."), {}},
};

void findFailedJob(Case &each)
{
    const text::Value &failed = condition(each.object(), "Failed");
    if (!isTrue(failed))
        return;
    const std::string &reason = failed["reason"].text();
    Notice &notice = each.tell("job", Tone::Error, Phrase(QT_TR_NOOP("The Job failed, and is not tried again.")));
    explain(notice, reasons, reason);
    notice.words = failed["message"].text();
    addCondition(notice, failed);
    addFact(notice, "spec.backoffLimit", each.at("spec.backoffLimit"));
    addFact(notice, "status.failed", each.at("status.failed"));
    addPodGroups(notice, each.evidence().pods, each.evidence().now);
    addEvents(notice, each.take(reason));
}

void findFailingJob(Case &each)
{
    const std::int64_t failed = each.at("status.failed").asInteger();
    const bool isOver = isTrue(condition(each.object(), "Complete"));
    if (each.isTold("job") || isOver)
        return;
    Notice found;
    const bool hasGroups = addPodGroups(found, each.evidence().pods, each.evidence().now);
    if (failed == 0 && !hasGroups)
        return;
    Notice &notice = each.tell("job", Tone::Warning, failed > 0 ? Phrase(QT_TR_NOOP("%1 tries of this Job failed so far."), {std::to_string(failed)}) : Phrase(QT_TR_NOOP("The Job does not get on: its pods do not run.")));
    notice.evidence = std::move(found.evidence);
    addFact(notice, "status.failed", each.at("status.failed"));
    addFact(notice, "spec.backoffLimit", each.at("spec.backoffLimit"));
    advise(notice, Phrase(QT_TR_NOOP("Open one of the pods: it says why.")));
}

void findSuspended(Case &each)
{
    if (!each.at("spec.suspend").asBoolean())
        return;
    const bool isCron = each.kind() == "CronJob";
    Notice &notice = each.tell("suspended", Tone::Quiet, Phrase(isCron ? QT_TR_NOOP("The CronJob is suspended: no Job is started.") : QT_TR_NOOP("The Job is suspended: no pod is started.")));
    addFact(notice, "spec.suspend", each.at("spec.suspend"));
    adviseCommand(notice, command(each, isCron ? "patch cronjob" : "patch job", "-p '{\"spec\":{\"suspend\":false}}'"));
}

void findBadSchedule(Case &each)
{
    const auto events = each.take("UnparseableSchedule");
    if (events.empty())
        return;
    Notice &notice = each.tell("schedule", Tone::Error, Phrase(QT_TR_NOOP("The schedule cannot be read: no Job is started.")));
    notice.words = events.front()->message;
    addFact(notice, "spec.schedule", each.at("spec.schedule"));
    addEvents(notice, events);
}

void findMissedRuns(Case &each)
{
    const auto tooMany = each.take("TooManyMissedTimes");
    const auto missed = each.take("MissSchedule");
    if ((tooMany.empty() && missed.empty()) || each.at("spec.suspend").asBoolean())
        return;
    Notice &notice = each.tell("missed", Tone::Warning, Phrase(tooMany.empty() ? QT_TR_NOOP("A run was missed: it could not be started in time.") : QT_TR_NOOP("So many runs were missed that none is started any more.")));
    notice.words = (tooMany.empty() ? missed : tooMany).front()->message;
    addFact(notice, "spec.startingDeadlineSeconds", each.at("spec.startingDeadlineSeconds"));
    addEvents(notice, tooMany.empty() ? missed : tooMany);
    advise(notice, Phrase(QT_TR_NOOP("Set startingDeadlineSeconds so that only recent runs count, and look whether the controller manager ran.")));
}

void findFailedRun(Case &each)
{
    const auto started = detail::timeOf(each.at("status.lastScheduleTime"));
    const auto succeeded = detail::timeOf(each.at("status.lastSuccessfulTime"));
    const bool isRunning = !each.at("status.active").items().empty();
    const auto ago = each.secondsSince(each.at("status.lastScheduleTime"));
    if (!started || isRunning || *ago < 60 || (succeeded && *succeeded >= *started))
        return;
    Notice &notice = each.tell("run", Tone::Warning, Phrase(QT_TR_NOOP("The last run did not succeed.")));
    if (succeeded)
        notice.sentences.emplace_back(QT_TR_NOOP("The last one that did was %1 ago."), std::vector{Argument::age(*succeeded)});
    else
        notice.sentences.emplace_back(QT_TR_NOOP("None did so far."));
    addFact(notice, "status.lastScheduleTime", each.at("status.lastScheduleTime"));
    addFact(notice, "status.lastSuccessfulTime", each.at("status.lastSuccessfulTime"));
    addEvents(notice, each.take("SawCompletedJob", "status: Failed"));
    adviseCommand(notice, "kubectl get jobs,pods -n " + each.namespaceName());
}

} // namespace

std::span<const Rule> jobRules()
{
    static constexpr Rule rules[] = {
        {"failed-job", "Job.batch", findFailedJob},
        {"failing-job", "Job.batch", findFailingJob},
        {"suspended", "Job.batch CronJob.batch", findSuspended},
        {"bad-schedule", "CronJob.batch", findBadSchedule},
        {"missed-runs", "CronJob.batch", findMissedRuns},
        {"failed-run", "CronJob.batch", findFailedRun},
    };
    return rules;
}

} // namespace diagnosis
