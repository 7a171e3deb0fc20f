#include "models/diagnosis/Containers.h"

#include "models/diagnosis/Rules.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

const text::Value &named(const text::Value &list, const std::string &name)
{
    static const text::Value none;
    const auto found = std::ranges::find_if(list.items(), [&](const text::Value &each) { return each["name"].text() == name; });
    return found == list.items().end() ? none : *found;
}

} // namespace

std::vector<Container> containersOf(const text::Value &pod)
{
    static constexpr struct { const char *statuses; const char *specs; } lists[] = {
        {"initContainerStatuses", "initContainers"}, {"containerStatuses", "containers"}, {"ephemeralContainerStatuses", "ephemeralContainers"}};
    std::vector<Container> containers;
    for (const auto &list : lists) {
        for (const text::Value &status : pod["status"][list.statuses].items()) {
            const std::string &name = status["name"].text();
            containers.push_back({named(pod["spec"][list.specs], name), status, &list == &lists[0], name, std::string("spec.") + list.specs + '{' + name + '}',
                                  "container/" + name});
        }
    }
    return containers;
}

std::string containerFlag(const text::Value &pod, const Container &container)
{
    const bool isOnly = pod["spec"]["containers"].items().size() == 1 && pod["spec"]["initContainers"].items().empty();
    return isOnly ? std::string() : "-c " + container.name;
}

void adviseLog(Case &each, Notice &notice, const Container &container, bool previous)
{
    std::string rest = containerFlag(each.object(), container);
    if (previous)
        rest += rest.empty() ? "--previous" : " --previous";
    adviseCommand(notice, command(each, "logs", rest));
}

void addLastEnd(Notice &notice, const Container &container)
{
    const text::Value &end = container.lastEnd();
    if (end.isMap()) {
        Line line = fact(container.ended().isMap() ? "state.terminated" : "lastState.terminated",
                         end["reason"].text() + (end["reason"].text().empty() ? "exitCode " : ", exitCode ") + detail::shown(end["exitCode"]));
        const auto started = detail::timeOf(end["startedAt"]), finished = detail::timeOf(end["finishedAt"]);
        if (finished)
            line.push_back(detail::wordsPart(Phrase(QT_TR_NOOP("%1 ago"), {Argument::age(*finished)}), Tone::Quiet));
        // A container that never started is given the beginning of time.
        if (started && finished && *started > 0 && *finished >= *started)
            line.push_back(detail::wordsPart(Phrase(QT_TR_NOOP("ran for %1 s"), {std::to_string(*finished - *started)}), Tone::Quiet));
        notice.evidence.push_back(std::move(line));
    }
    if (container.restarts() > 0)
        addFact(notice, "restartCount", container.status["restartCount"]);
}

std::span<const Rule> containerRules()
{
    static constexpr Rule rules[] = {
        {"image-name", "Pod.", findImageNames},
        {"image-pull", "Pod.", findBadImages},
        {"missing-configuration", "Pod.", findMissingConfiguration},
        {"container-not-created", "Pod.", findNotCreated},
        {"container-not-started", "Pod.", findNotStarted},
        {"out-of-memory", "Pod.", findOutOfMemory},
        {"probe-restarts", "Pod.", findProbeRestarts},
        {"container-ended", "Pod.", findEnded},
        {"probe-failing", "Pod.", findFailingProbes},
        {"init-container", "Pod.", findLongInit},
        {"restarts", "Pod.", findRestarts},
    };
    return rules;
}

} // namespace diagnosis
