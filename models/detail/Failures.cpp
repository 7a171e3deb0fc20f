#include "models/detail/Sections.h"

#include <QtGlobal>

namespace detail {

namespace {

/// What a waiting reason means for a person.
struct Trouble
{
    std::string_view reason;
    std::string_view words;
};
constexpr Trouble troubles[] = {
    {"CrashLoopBackOff", QT_TR_NOOP("Container %1 keeps failing.")},
    {"ImagePullBackOff", QT_TR_NOOP("The image of container %1 cannot be pulled.")},
    {"ErrImagePull", QT_TR_NOOP("The image of container %1 cannot be pulled.")},
    {"ErrImageNeverPull", QT_TR_NOOP("The image of container %1 is not on the node, and may not be pulled.")},
    {"InvalidImageName", QT_TR_NOOP("The image of container %1 has a name that cannot be.")},
    {"CreateContainerConfigError", QT_TR_NOOP("Container %1 cannot be made: something it names is missing.")},
    {"CreateContainerError", QT_TR_NOOP("Container %1 cannot be made.")},
    {"RunContainerError", QT_TR_NOOP("Container %1 cannot be started.")},
};

std::string_view wordsOf(std::string_view reason)
{
    for (const Trouble &trouble : troubles) {
        if (trouble.reason == reason)
            return trouble.words;
    }
    return {};
}

void addLastEnd(Notice &notice, const text::Value &ended)
{
    notice.sentences.push_back(exitCodeWords(ended["exitCode"].asInteger(), ended["reason"].text()));
    const auto started = timeOf(ended["startedAt"]), finished = timeOf(ended["finishedAt"]);
    if (finished)
        notice.sentences.emplace_back(QT_TR_NOOP("last ended %1 ago"), std::vector{Argument::age(*finished)});
    if (started && finished && *finished >= *started)
        notice.sentences.emplace_back(QT_TR_NOOP("had run for %1 s"), std::vector<Argument>{std::to_string(*finished - *started)});
    notice.words = ended["message"].text();
}

void addWaiting(Summary &summary, const text::Value &status)
{
    const text::Value &waiting = at(status, "state.waiting");
    const std::string_view words = wordsOf(waiting["reason"].text());
    if (words.empty())
        return;
    Notice notice{Tone::Error, Phrase(words, {status["name"].text()}), {}, {}};
    const std::int64_t restarts = status["restartCount"].asInteger();
    if (restarts > 0)
        notice.sentences.emplace_back(QT_TR_NOOP("restarts so far: %1"), std::vector<Argument>{std::to_string(restarts)});
    if (at(status, "lastState.terminated").isMap())
        addLastEnd(notice, at(status, "lastState.terminated"));
    if (notice.words.empty())
        notice.words = waiting["message"].text();
    summary.notices.push_back(std::move(notice));
}

void addEnded(Summary &summary, const text::Value &status)
{
    const text::Value &ended = at(status, "state.terminated");
    if (!ended.isMap() || ended["exitCode"].asInteger() == 0)
        return;
    Notice notice{Tone::Error, Phrase(QT_TR_NOOP("Container %1 failed."), {status["name"].text()}), {}, {}};
    addLastEnd(notice, ended);
    summary.notices.push_back(std::move(notice));
}

void addUnscheduled(Summary &summary, const text::Value &pod)
{
    for (const text::Value &condition : at(pod, "status.conditions").items()) {
        if (condition["type"].text() == "PodScheduled" && condition["reason"].text() == "Unschedulable")
            summary.notices.push_back({Tone::Warning, Phrase(QT_TR_NOOP("No node can take this pod.")), {}, condition["message"].text()});
    }
}

void addPodReason(Summary &summary, const text::Value &pod)
{
    const std::string &reason = at(pod, "status.reason").text();
    if (at(pod, "status.phase").text() == "Failed" && !reason.empty())
        summary.notices.push_back({Tone::Error, Phrase(QT_TR_NOOP("The pod failed: %1."), {reason}), {}, at(pod, "status.message").text()});
}

} // namespace

void addFailures(Summary &summary, const text::Value &pod)
{
    addPodReason(summary, pod);
    addUnscheduled(summary, pod);
    for (const char *list : {"initContainerStatuses", "containerStatuses"}) {
        for (const text::Value &status : pod["status"][list].items()) {
            addWaiting(summary, status);
            addEnded(summary, status);
        }
    }
}

} // namespace detail
