#include "models/diagnosis/Rules.h"

#include <QtGlobal>

namespace diagnosis {

namespace {

void findSilentKubelet(Case &each)
{
    const text::Value &ready = condition(each.object(), "Ready");
    if (ready["status"].text() != "Unknown")
        return;
    Notice &notice = each.tell("ready", Tone::Error, Phrase(QT_TR_NOOP("The node does not answer: its kubelet stopped telling how it is.")));
    if (const auto since = detail::timeOf(ready["lastTransitionTime"]))
        notice.sentences.emplace_back(QT_TR_NOOP("Nothing was heard for %1. Its pods are given up after 5 minutes, unless they tolerate it."), std::vector{Argument::age(*since)});
    notice.words = ready["message"].text();
    addCondition(notice, ready);
    addFact(notice, "lastHeartbeatTime", ready["lastHeartbeatTime"]);
    addEvents(notice, each.take("NodeNotReady"));
    advise(notice, Phrase(QT_TR_NOOP("Check that the machine runs and reaches the API server, then its kubelet:")));
    adviseCommand(notice, "journalctl -u kubelet");
}

void findNotReady(Case &each)
{
    const text::Value &ready = condition(each.object(), "Ready");
    if (!isFalse(ready))
        return;
    Notice &notice = each.tell("ready", Tone::Error, Phrase(QT_TR_NOOP("The node is not ready: no new pods are placed here.")));
    notice.words = ready["message"].text();
    if (contains(notice.words, "NetworkReady=false") || contains(notice.words, "cni")) {
        notice.sentences.emplace_back(QT_TR_NOOP("Its pod network is not set up."));
        advise(notice, Phrase(QT_TR_NOOP("Check that the network plugin runs on this node.")));
    }
    addCondition(notice, ready);
    addEvents(notice, each.take("NodeNotReady"));
    adviseCommand(notice, "journalctl -u kubelet");
}

/// A condition of a node that is bad when it is true.
struct Pressure
{
    std::string_view type;
    std::string_view title;
    std::string_view next;
    std::string_view event;
    std::string_view reclaimed;         ///< what the kubelet says to take back
};
constexpr Pressure pressures[] = {
    {"MemoryPressure", QT_TR_NOOP("The node is short of memory, and evicts pods."), QT_TR_NOOP("Give pods memory requests that are true, or move some to other nodes."), "NodeHasInsufficientMemory", "memory"},
    {"DiskPressure", QT_TR_NOOP("The disk of the node is nearly full, and pods are evicted."), QT_TR_NOOP("Make room: images, logs, emptyDir volumes."), "NodeHasDiskPressure", "storage"},
    {"PIDPressure", QT_TR_NOOP("The node has nearly no process numbers left."), QT_TR_NOOP("Find the pod that starts so many processes."), "NodeHasInsufficientPID", "pids"},
    {"NetworkUnavailable", QT_TR_NOOP("The network of the node is not set up."), QT_TR_NOOP("Check that the network plugin runs on this node."), "", "network"},
};

void findPressure(Case &each)
{
    for (const Pressure &pressure : pressures) {
        const text::Value &found = condition(each.object(), pressure.type);
        if (!isTrue(found))
            continue;
        Notice &notice = each.tell(std::string(pressure.type), Tone::Error, Phrase(pressure.title));
        notice.words = found["message"].text();
        addCondition(notice, found);
        addEvents(notice, each.take(pressure.event));
        addEvents(notice, each.take("EvictionThresholdMet", pressure.reclaimed));
        advise(notice, Phrase(pressure.next));
    }
}

void findCordon(Case &each)
{
    if (!each.at("spec.unschedulable").asBoolean())
        return;
    Notice &notice = each.tell("cordon", Tone::Quiet, Phrase(QT_TR_NOOP("No new pods are placed here: the node is cordoned.")));
    addFact(notice, "spec.unschedulable", each.at("spec.unschedulable"));
    adviseCommand(notice, command(each, "uncordon"));
}

} // namespace

std::span<const Rule> nodeRules()
{
    static constexpr Rule rules[] = {
        {"node-silent", "Node.", findSilentKubelet},
        {"node-not-ready", "Node.", findNotReady},
        {"node-pressure", "Node.", findPressure},
        {"node-cordoned", "Node.", findCordon},
    };
    return rules;
}

} // namespace diagnosis
