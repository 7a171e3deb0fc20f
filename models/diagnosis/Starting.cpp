#include "models/diagnosis/Containers.h"
#include "models/diagnosis/Missing.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

/// Why a container cannot be made that has all it names.
constexpr Meaning configurationMeanings[] = {
    {"runasnonroot", QT_TR_NOOP("It may not run as root (runAsNonRoot), and the image does."),
     QT_TR_NOOP("Set securityContext.runAsUser to a user who is not root, or build the image with one.")},
};

/// What keeps a container runtime from making a container.
constexpr Meaning creationMeanings[] = {
    {"no command specified", QT_TR_NOOP("Neither the image nor the pod names a command."), QT_TR_NOOP("Give the container a command.")},
    {"is reserved for", QT_TR_NOOP("The node still holds the container of before."), QT_TR_NOOP("Wait a moment; if it stays, look at the node's container runtime.")},
    {"subpath", QT_TR_NOOP("A subPath of its volumes cannot be used."), QT_TR_NOOP("Correct mountPath and subPath of the container's volumes.")},
};

/// What containerd and runc say when a program cannot be started.
constexpr Meaning startMeanings[] = {
    {"executable file not found|no such file or directory", QT_TR_NOOP("The image has no such command."),
     QT_TR_NOOP("Correct the container's command, or use an image that has it.")},
    {"permission denied", QT_TR_NOOP("The command is there, but may not be executed."), QT_TR_NOOP("Make the file executable in the image, or name another command.")},
    {"exec format error", QT_TR_NOOP("The command is made for another processor, or is a script without its first line (#!)."),
     QT_TR_NOOP("Use an image for the architecture of this node.")},
    {"not a directory", QT_TR_NOOP("A file is mounted over a folder, or a folder over a file."), QT_TR_NOOP("Correct mountPath and subPath of the container's volumes.")},
    {"cannot allocate memory|oom-kill|memory limit", QT_TR_NOOP("Its memory limit is too small even for starting."), QT_TR_NOOP("Raise resources.limits.memory.")},
};

bool isStartError(const text::Value &ended)
{
    const std::string &reason = ended["reason"].text();
    return reason == "StartError" || reason == "ContainerCannotRun";
}

void addFailed(Case &each, Notice &notice, const Container &container)
{
    auto events = each.take("Failed", "Error: ", container.part);
    std::ranges::copy(each.take("BackOff", {}, container.part), std::back_inserter(events));
    addEvents(notice, events);
}

} // namespace

void findMissingConfiguration(Case &each)
{
    for (const Container &container : containersOf(each.object())) {
        if (container.reason() != "CreateContainerConfigError" || each.isTold(container.cause))
            continue;
        Notice &notice = each.tell(container.cause, Tone::Error, Phrase(QT_TR_NOOP("Container %1 cannot be made: its configuration does not work."), {container.name}));
        notice.words = container.waiting()["message"].text();
        const Missing missing = missingIn(notice.words);
        if (!missing.name.empty())
            adviseMissing(each, notice, missing);
        else
            explain(notice, configurationMeanings);
        notice.evidence.push_back(fact("state.waiting", container.reason()));
        addFailed(each, notice, container);
    }
}

void findNotCreated(Case &each)
{
    static constexpr std::string_view reasons[] = {"CreateContainerError", "PreCreateHookError", "PreStartHookError"};
    for (const Container &container : containersOf(each.object())) {
        if (std::ranges::find(reasons, container.reason()) == std::end(reasons) || each.isTold(container.cause))
            continue;
        Notice &notice = each.tell(container.cause, Tone::Error, Phrase(QT_TR_NOOP("Container %1 cannot be made."), {container.name}));
        notice.words = container.waiting()["message"].text();
        explain(notice, creationMeanings);
        notice.evidence.push_back(fact("state.waiting", container.reason()));
        addFailed(each, notice, container);
        adviseCommand(notice, command(each, "describe pod"));
    }
}

void findNotStarted(Case &each)
{
    static constexpr std::string_view reasons[] = {"RunContainerError", "PostStartHookError"};
    for (const Container &container : containersOf(each.object())) {
        const bool isRefused = std::ranges::find(reasons, container.reason()) != std::end(reasons);
        if ((!isRefused && (container.running().isMap() || !isStartError(container.lastEnd()))) || each.isTold(container.cause))
            continue;
        Notice &notice = each.tell(container.cause, Tone::Error, Phrase(QT_TR_NOOP("Container %1 cannot be started."), {container.name}));
        notice.words = isRefused ? container.waiting()["message"].text() : container.lastEnd()["message"].text();
        explain(notice, startMeanings);
        if (isRefused)
            notice.evidence.push_back(fact("state.waiting", container.reason()));
        const std::string typed = detail::commandLine(container.spec["command"]);
        if (!typed.empty())
            notice.evidence.push_back(fact("command", typed));
        addLastEnd(notice, container);
        addFailed(each, notice, container);
    }
}

} // namespace diagnosis
