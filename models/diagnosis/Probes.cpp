#include "models/diagnosis/Containers.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

/// The three probes: how the spec and the kubelet's events name them.
struct Probe
{
    const char *field;
    std::string_view event;             ///< the beginning of the message
    std::string_view title;
    std::string_view next;
};
constexpr Probe readiness{"readinessProbe", "Readiness probe ", QT_TR_NOOP("Container %1 is not ready: its readiness probe fails."),
                          QT_TR_NOOP("Until it passes, no Service sends it anything.")};
constexpr Probe startup{"startupProbe", "Startup probe ", QT_TR_NOOP("Container %1 has not started: its startup probe fails."),
                        QT_TR_NOOP("Give it more time (failureThreshold × periodSeconds), or correct what the probe asks.")};
constexpr Probe liveness{"livenessProbe", "Liveness probe ", QT_TR_NOOP("Container %1 may be restarted soon: its liveness probe fails."),
                         QT_TR_NOOP("Correct what the probe asks, or why the program does not answer.")};

/// "GET http://:8080/healthz", "exec: sh -c ...", "TCP 5432".
std::string questionOf(const text::Value &probe)
{
    const text::Value &http = probe["httpGet"];
    if (http.isMap())
        return "GET " + (http["scheme"].text() == "HTTPS" ? std::string("https://") : std::string("http://")) + http["host"].text() + ':' + detail::shown(http["port"]) + http["path"].text();
    if (probe["exec"].isMap())
        return "exec: " + detail::commandLine(probe["exec"]["command"]);
    if (probe["tcpSocket"].isMap())
        return "TCP " + detail::shown(probe["tcpSocket"]["port"]);
    return probe["grpc"].isMap() ? "gRPC " + detail::shown(probe["grpc"]["port"]) : std::string();
}

/// The settings that decide when it counts as failed; the server has filled in all of them.
std::string settingsOf(const text::Value &probe)
{
    std::string settings;
    for (const char *name : {"initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold", "successThreshold"}) {
        if (!probe[name].isNull())
            settings += (settings.empty() ? "" : ", ") + std::string(name) + ' ' + detail::shown(probe[name]);
    }
    return settings;
}

/// What a probe answered last, without the words before it.
std::string answerOf(const detail::Event &event)
{
    const std::size_t colon = event.message.find(": ");
    return colon == event.message.npos ? event.message : event.message.substr(colon + 2);
}

void describe(Notice &notice, const Container &container, const Probe &kind, const std::vector<const detail::Event *> &events)
{
    const text::Value &probe = container.spec[kind.field];
    if (!events.empty())
        notice.words = answerOf(*events.front());
    if (probe.isMap()) {
        notice.evidence.push_back(fact(kind.field, questionOf(probe)));
        notice.evidence.push_back(fact("", settingsOf(probe)));
    }
    addEvents(notice, events);
}

/// How long a probe may take to be told from one that fails: until it would have failed, and a little more.
std::int64_t patience(const text::Value &probe)
{
    return probe["initialDelaySeconds"].asInteger() + probe["periodSeconds"].asInteger(10) * probe["failureThreshold"].asInteger(3) + 10;
}

void findOne(Case &each, const Container &container, const Probe &kind, bool isBad)
{
    const text::Value &probe = container.spec[kind.field];
    if (!isBad || !probe.isMap() || each.isTold(container.cause))
        return;
    const auto runs = each.secondsSince(container.running()["startedAt"]);
    auto events = each.take("Unhealthy", kind.event, container.part);
    if (events.empty() && (!runs || *runs < patience(probe)))
        return;
    Notice &notice = each.tell(container.cause, Tone::Warning, Phrase(kind.title, {container.name}));
    describe(notice, container, kind, events);
    if (events.empty() && each.evidence().eventsAreRefused)
        notice.sentences.emplace_back(QT_TR_NOOP("What it answers is not known: events may not be read."));
    advise(notice, Phrase(kind.next));
    adviseLog(each, notice, container, false);
}

} // namespace

void findFailingProbes(Case &each)
{
    for (const Container &container : containersOf(each.object())) {
        if (!container.running().isMap())
            continue;
        const bool hasStarted = container.status["started"].asBoolean() || container.status["started"].isNull();
        findOne(each, container, startup, !hasStarted);
        findOne(each, container, readiness, hasStarted && !container.status["ready"].asBoolean());
        // Nothing but its events tells of a liveness probe that fails; old ones are no news.
        const auto failures = each.evidence().events;
        const bool isFresh = std::ranges::any_of(failures, [&](const detail::Event &event) {
            const auto started = detail::timeOf(container.running()["startedAt"]);
            const auto now = std::chrono::duration_cast<std::chrono::seconds>(each.evidence().now.time_since_epoch()).count();
            return event.reason == "Unhealthy" && (event.part == container.part || event.part.empty()) && event.message.starts_with(liveness.event) && event.last
                && now - *event.last < patience(container.spec[liveness.field]) && (!started || *event.last > *started);
        });
        findOne(each, container, liveness, isFresh);
    }
}

/// A container that the kubelet ends because a probe fails looks as if it crashed.
void findProbeRestarts(Case &each)
{
    for (const Container &container : containersOf(each.object())) {
        if (each.isTold(container.cause) || container.restarts() == 0)
            continue;
        const auto ago = each.secondsSince(container.lastEnd()["finishedAt"]);
        const bool runs = container.running().isMap();
        if (runs && (container.status["ready"].asBoolean() || !ago || *ago > 3600))
            continue;
        for (const Probe *kind : {&liveness, &startup}) {
            const std::string words = kind == &liveness ? "failed liveness probe" : "failed startup probe";
            auto killed = each.take("Killing", words, container.part);
            if (killed.empty())
                continue;
            Notice &notice = each.tell(container.cause, Tone::Error,
                                       Phrase(kind == &liveness ? QT_TR_NOOP("Container %1 is restarted because its liveness probe fails.")
                                                                : QT_TR_NOOP("Container %1 is restarted because its startup probe fails."), {container.name}));
            describe(notice, container, *kind, each.take("Unhealthy", kind->event, container.part));
            addEvents(notice, killed);
            addLastEnd(notice, container);
            each.take("BackOff", {}, container.part);
            advise(notice, Phrase(kind == &liveness ? liveness.next : startup.next));
            adviseLog(each, notice, container, true);
            break;
        }
    }
}

void findLongInit(Case &each)
{
    static constexpr std::int64_t longTime = 60;
    for (const Container &container : containersOf(each.object())) {
        const auto runs = each.secondsSince(container.running()["startedAt"]);
        if (!container.isInit || container.isSidecar() || !runs || *runs < longTime || each.isTold(container.cause))
            continue;
        Notice &notice = each.tell(container.cause, Tone::Warning, Phrase(QT_TR_NOOP("The pod waits for its init container %1."), {container.name}));
        notice.sentences.emplace_back(QT_TR_NOOP("It has been running for %1; the containers after it start when it ends."),
                                      std::vector{Argument::age(*detail::timeOf(container.running()["startedAt"]))});
        addCondition(notice, condition(each.object(), "Initialized"));
        const std::string typed = detail::commandLine(container.spec["command"]);
        if (!typed.empty())
            notice.evidence.push_back(fact("command", typed));
        advise(notice, Phrase(QT_TR_NOOP("What it waits for is often in its log:")));
        adviseLog(each, notice, container, false);
    }
}

} // namespace diagnosis
