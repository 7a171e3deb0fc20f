#include "models/diagnosis/Containers.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

struct ExitMeaning
{
    std::int64_t code;
    std::string_view sentence;
    std::string_view next;
};

/// Above 128 a program was ended by the signal of that number less 128 (POSIX shells; container runtimes do the same).
constexpr ExitMeaning exitMeanings[] = {
    {0, QT_TR_NOOP("It ended by itself with exit code %1, as if its work was done."), QT_TR_NOOP("Give it a command that stays, or run it as a Job.")},
    {1, QT_TR_NOOP("Exit code %1: the program reported an error of its own."), {}},
    {2, QT_TR_NOOP("Exit code %1: often a wrong argument or a wrong use of the shell."), QT_TR_NOOP("Check the container's command and arguments.")},
    {126, QT_TR_NOOP("Exit code %1: the command is there, but cannot be executed."), QT_TR_NOOP("Make the file executable in the image, or name another command.")},
    {127, QT_TR_NOOP("Exit code %1: the command was not found."), QT_TR_NOOP("Correct the container's command, or use an image that has it.")},
    {130, QT_TR_NOOP("Exit code %1: it was interrupted (signal INT)."), {}},
    {132, QT_TR_NOOP("Exit code %1: an instruction that this processor does not have (signal ILL)."), QT_TR_NOOP("Use an image for the architecture of this node.")},
    {134, QT_TR_NOOP("Exit code %1: the program gave up (signal ABRT)."), {}},
    {137, QT_TR_NOOP("Exit code %1: it was killed (signal KILL), but not for its memory: it did not end within its grace period, or somebody killed it."),
     QT_TR_NOOP("Let the program end on signal TERM, or raise terminationGracePeriodSeconds.")},
    {139, QT_TR_NOOP("Exit code %1: the program touched memory that is not its own (signal SEGV)."), QT_TR_NOOP("This is a fault of the program or of a library in its image.")},
    {143, QT_TR_NOOP("Exit code %1: it was asked to end and did (signal TERM)."), {}},
};

void tellExit(Notice &notice, std::int64_t code)
{
    const auto *known = std::ranges::find(exitMeanings, code, &ExitMeaning::code);
    const std::string_view sentence = known != std::end(exitMeanings) ? known->sentence
        : code > 128 && code < 160                                    ? QT_TR_NOOP("Exit code %1: it was ended by signal %2.")
                                                                      : QT_TR_NOOP("Exit code %1: the program's own, its documentation or its log says what it means.");
    notice.sentences.emplace_back(sentence, std::vector<Argument>{std::to_string(code), std::to_string(code - 128)});
    if (known != std::end(exitMeanings) && !known->next.empty())
        advise(notice, Phrase(known->next));
}

/// Whether it fails now: it waits to be started again, or ended and should not have.
bool isFailing(const Container &container, bool isToStay)
{
    if (container.reason() == "CrashLoopBackOff")
        return true;
    if (!container.ended().isMap())
        return false;
    return container.ended()["exitCode"].asInteger() != 0 || (isToStay && container.restarts() > 0);
}

bool isToStay(const Case &each, const Container &container)
{
    return container.isSidecar() || (!container.isInit && each.at("spec.restartPolicy").text() == "Always");
}

Phrase titleOf(const Container &container, bool again, bool ends)
{
    if (container.isInit && !container.isSidecar())
        return Phrase(again ? QT_TR_NOOP("Init container %1 keeps failing, and the others wait for it.") : QT_TR_NOOP("Init container %1 failed, and the others wait for it."), {container.name});
    if (ends)
        return Phrase(QT_TR_NOOP("Container %1 ends again and again, although it is to stay."), {container.name});
    return Phrase(again ? QT_TR_NOOP("Container %1 keeps failing.") : QT_TR_NOOP("Container %1 failed."), {container.name});
}

bool endedForMemory(const Container &container)
{
    return container.lastEnd()["reason"].text() == "OOMKilled";
}

} // namespace

void findOutOfMemory(Case &each)
{
    for (const Container &container : containersOf(each.object())) {
        const auto ago = each.secondsSince(container.lastEnd()["finishedAt"]);
        // One that runs again since long is no news.
        if (!endedForMemory(container) || each.isTold(container.cause) || (container.running().isMap() && ago && *ago > 3600))
            continue;
        const bool runs = container.running().isMap();
        Notice &notice = each.tell(container.cause, runs ? Tone::Warning : Tone::Error,
                                   Phrase(runs ? QT_TR_NOOP("Container %1 was killed for its memory, and runs again.") : QT_TR_NOOP("Container %1 is killed because it runs out of memory."), {container.name}));
        const std::string limit = detail::shown(detail::at(container.spec, "resources.limits.memory"));
        if (limit.empty())
            notice.sentences.emplace_back(QT_TR_NOOP("It has no memory limit of its own: the node, or the pod as a whole, had no more."));
        else
            notice.sentences.emplace_back(QT_TR_NOOP("It wanted more than its limit of %1."), std::vector<Argument>{limit});
        addFact(notice, "resources.limits.memory", detail::at(container.spec, "resources.limits.memory"));
        addFact(notice, "resources.requests.memory", detail::at(container.spec, "resources.requests.memory"));
        addLastEnd(notice, container);
        addEvents(notice, each.take("BackOff", {}, container.part));
        advise(notice, Phrase(limit.empty() ? QT_TR_NOOP("Give it a memory request, so that it comes to a node with room for it.")
                                            : QT_TR_NOOP("Raise resources.limits.memory, or find out what the program keeps.")));
        adviseLog(each, notice, container, !container.ended().isMap());
    }
}

void findEnded(Case &each)
{
    for (const Container &container : containersOf(each.object())) {
        const bool stays = isToStay(each, container);
        if (each.isTold(container.cause) || !isFailing(container, stays))
            continue;
        const text::Value &end = container.lastEnd();
        const std::int64_t code = end["exitCode"].asInteger();
        const bool again = container.reason() == "CrashLoopBackOff" || container.restarts() > 0;
        Notice &notice = each.tell(container.cause, Tone::Error, titleOf(container, again, end.isMap() && code == 0));
        if (end.isMap())
            tellExit(notice, code);
        notice.words = end["message"].text();
        if (!container.reason().empty()) {
            notice.evidence.push_back(fact("state.waiting", container.reason()));
            notice.evidence.back().push_back(detail::textPart(container.waiting()["message"].text()));
        }
        addLastEnd(notice, container);
        addEvents(notice, each.take("BackOff", {}, container.part));
        advise(notice, Phrase(QT_TR_NOOP("What it said last is in its log:")));
        adviseLog(each, notice, container, !container.ended().isMap());
    }
}

void findRestarts(Case &each)
{
    static constexpr std::int64_t many = 5, day = 24 * 3600;
    for (const Container &container : containersOf(each.object())) {
        const auto ago = each.secondsSince(container.endedBefore()["finishedAt"]);
        if (each.isTold(container.cause) || !container.running().isMap() || container.restarts() < many || !ago || *ago > day)
            continue;
        Notice &notice = each.tell(container.cause, Tone::Warning, Phrase(QT_TR_NOOP("Container %1 runs, but was started again %2 times."), {container.name, std::to_string(container.restarts())}));
        tellExit(notice, container.endedBefore()["exitCode"].asInteger());
        notice.words = container.endedBefore()["message"].text();
        addLastEnd(notice, container);
        addEvents(notice, each.take("BackOff", {}, container.part));
        adviseLog(each, notice, container, true);
    }
}

} // namespace diagnosis
