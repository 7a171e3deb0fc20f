#include "models/diagnosis/Pods.h"

#include "models/diagnosis/Containers.h"
#include "models/diagnosis/Missing.h"
#include "models/diagnosis/Rules.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

/// Whether the pod is on a node and its containers do not run yet.
bool isStarting(const Case &each)
{
    const auto containers = containersOf(each.object());
    const bool waits = std::ranges::any_of(containers, [](const Container &container) { return container.reason() == "ContainerCreating" || container.reason() == "PodInitializing"; });
    return each.at("status.phase").text() == "Pending" && (waits || containers.empty());
}

constexpr Meaning mountMeanings[] = {
    {"multi-attach", QT_TR_NOOP("The volume is still attached to another node, and may be to one only."),
     QT_TR_NOOP("Wait until the other pod is gone, or use a volume with ReadWriteMany.")},
    {"not found in the list of registered csi drivers", QT_TR_NOOP("The node has no driver for this volume."), QT_TR_NOOP("Check that the storage driver's DaemonSet runs on this node.")},
    {"hostpath type check failed", QT_TR_NOOP("The path of the node is not there, or not of the kind that the volume wants."), QT_TR_NOOP("Correct hostPath of the volume.")},
    {"access denied", QT_TR_NOOP("The storage server refuses this node."), QT_TR_NOOP("Allow the node on the storage server.")},
    {"wrong fs type|bad superblock", QT_TR_NOOP("The node cannot read the file system of the volume."), {}},
    {"timed out|deadline exceeded", QT_TR_NOOP("The storage did not answer in time."), QT_TR_NOOP("Check the storage driver and its pods.")},
};

constexpr Meaning sandboxMeanings[] = {
    {"no ip addresses available|failed to allocate for range", QT_TR_NOOP("The node has no address left for pods."), QT_TR_NOOP("Take pods away from the node, or give it a larger range of addresses.")},
    {"cni|network", QT_TR_NOOP("The network of the pod cannot be set up."), QT_TR_NOOP("Check that the network plugin runs on this node.")},
    {"runtime handler|runtimehandler|no runtime for", QT_TR_NOOP("The node does not have the pod's runtime class."), QT_TR_NOOP("Correct runtimeClassName, or choose nodes that have it.")},
};

void findMounts(Case &each)
{
    if (!isStarting(each))
        return;
    for (const char *reason : {"FailedAttachVolume", "FailedMount", "FailedMapVolume"}) {
        const auto events = each.take(reason);
        if (events.empty() || each.isTold("mount"))
            continue;
        const std::string volume = between(events.front()->message, "volume \"", "\"");
        Notice &notice = each.tell("mount", Tone::Error, volume.empty() ? Phrase(QT_TR_NOOP("The pod's volumes cannot be mounted.")) : Phrase(QT_TR_NOOP("Volume %1 cannot be mounted."), {volume}));
        notice.words = events.front()->message;
        if (const Missing missing = missingIn(notice.words); !missing.name.empty())
            adviseMissing(each, notice, missing);
        else
            explain(notice, mountMeanings);
        addEvents(notice, events);
    }
}

void findSandbox(Case &each)
{
    const auto events = each.take("FailedCreatePodSandBox");
    if (events.empty() || !isStarting(each))
        return;
    Notice &notice = each.tell("sandbox", Tone::Error, Phrase(QT_TR_NOOP("The node cannot prepare the pod: its containers have no place to run in.")));
    notice.words = events.front()->message;
    explain(notice, sandboxMeanings);
    addEvents(notice, events);
    adviseObject(notice, Phrase(QT_TR_NOOP("Look at the node:")), detail::kindLinkPart({}, "Node", {}, each.at("spec.nodeName").text()));
}

constexpr Meaning evictionMeanings[] = {
    {"low on resource: memory", QT_TR_NOOP("The node ran out of memory."), QT_TR_NOOP("Give the containers memory requests that are true, so that nodes are not overfilled.")},
    {"low on resource: ephemeral-storage|low on resource: nodefs|low on resource: imagefs", QT_TR_NOOP("The disk of the node was full."),
     QT_TR_NOOP("Find what fills it: logs, emptyDir volumes, images.")},
    {"low on resource: pids", QT_TR_NOOP("The node had too many processes."), {}},
    {"ephemeral", QT_TR_NOOP("It wrote more than its limit of ephemeral storage (logs, emptyDir, files of the container)."), QT_TR_NOOP("Raise limits.ephemeral-storage, or write to a volume.")},
    {"emptydir", QT_TR_NOOP("It wrote more into an emptyDir than its sizeLimit."), QT_TR_NOOP("Raise sizeLimit, or write to another volume.")},
    {"low on", QT_TR_NOOP("The node was short of something."), {}},
};

void findEviction(Case &each)
{
    if (each.at("status.reason").text() != "Evicted")
        return;
    Notice &notice = each.tell("failed", Tone::Error, Phrase(QT_TR_NOOP("The pod was evicted from its node.")));
    notice.words = each.at("status.message").text();
    explain(notice, evictionMeanings);
    addFact(notice, "status.reason", each.at("status.reason"));
    addEvents(notice, each.take("Evicted"));
    adviseObject(notice, Phrase(QT_TR_NOOP("Look at the node:")), detail::kindLinkPart({}, "Node", {}, each.at("spec.nodeName").text()));
}

void findLostNode(Case &each)
{
    const text::Value &target = condition(each.object(), "DisruptionTarget");
    const auto events = isTrue(condition(each.object(), "Ready")) ? std::vector<const detail::Event *>() : each.take("NodeNotReady");
    const bool isTainted = isTrue(target) && target["reason"].text() == "DeletionByTaintManager";
    if (each.at("status.reason").text() != "NodeLost" && each.at("status.phase").text() != "Unknown" && !isTainted && events.empty())
        return;
    Notice &notice = each.tell("failed", Tone::Error, Phrase(QT_TR_NOOP("The node of this pod does not answer: how the pod is, is not known.")));
    notice.words = each.at("status.message").text();
    addFact(notice, "status.reason", each.at("status.reason"));
    addCondition(notice, target);
    addEvents(notice, events);
    adviseObject(notice, Phrase(QT_TR_NOOP("Look at the node:")), detail::kindLinkPart({}, "Node", {}, each.at("spec.nodeName").text()));
}

/// Why a kubelet or a controller gave a pod up, by status.reason.
constexpr Meaning failureMeanings[] = {
    {"deadlineexceeded", QT_TR_NOOP("It ran longer than activeDeadlineSeconds allows."), QT_TR_NOOP("Raise activeDeadlineSeconds, or find out why it takes so long.")},
    {"nodeshutdown|terminated|shutdown", QT_TR_NOOP("Its node was shut down."), {}},
    {"nodeaffinity", QT_TR_NOOP("Its node no longer has the labels that it asks for."), {}},
    {"outof", QT_TR_NOOP("The node had no room for it when it came."), QT_TR_NOOP("Its controller makes another one; a pod without a controller must be made again.")},
    {"unexpectedadmissionerror", QT_TR_NOOP("The node could not give it a device or resource that it asks for."), {}},
    {"preempt", QT_TR_NOOP("It had to make room for a pod of higher priority."), {}},
};

void findFailed(Case &each)
{
    const std::string &reason = each.at("status.reason").text();
    if (each.at("status.phase").text() != "Failed" || reason.empty() || each.isTold("failed"))
        return;
    Notice &notice = each.tell("failed", Tone::Error, Phrase(QT_TR_NOOP("The pod failed: %1."), {reason}));
    explain(notice, failureMeanings, reason);
    notice.words = each.at("status.message").text();
    addFact(notice, "status.phase", each.at("status.phase"));
    addFact(notice, "status.reason", each.at("status.reason"));
    addEvents(notice, each.take(reason));
}

void findReadinessGates(Case &each)
{
    const text::Value &ready = condition(each.object(), "Ready");
    if (!isFalse(ready) || ready["reason"].text() != "ReadinessGatesNotReady")
        return;
    Notice &notice = each.tell("ready", Tone::Warning, Phrase(QT_TR_NOOP("The containers are ready, but the pod waits for a readiness gate.")));
    notice.words = ready["message"].text();
    addCondition(notice, ready);
    for (const text::Value &gate : each.at("spec.readinessGates").items())
        addFact(notice, "readinessGates", gate["conditionType"]);
    advise(notice, Phrase(QT_TR_NOOP("The controller that owns the gate must set its condition; look whether it runs.")));
}

} // namespace

std::span<const Rule> podRules()
{
    static constexpr Rule rules[] = {
        {"scheduling-gates", "Pod.", findGates},
        {"missing-claim", "Pod.", findMissingClaims},
        {"pending-claim", "Pod.", findPendingClaims},
        {"unschedulable", "Pod.", findUnschedulable},
        {"volume-mount", "Pod.", findMounts},
        {"pod-sandbox", "Pod.", findSandbox},
        {"evicted", "Pod.", findEviction},
        {"node-lost", "Pod.", findLostNode},
        {"pod-failed", "Pod.", findFailed},
        {"readiness-gates", "Pod.", findReadinessGates},
    };
    return rules;
}

bool addPodGroups(Notice &notice, const Known &pods, base::SystemTime now)
{
    struct Group { std::string_view rule; Phrase title; std::string pod; std::string namespaceName; std::size_t count = 0; };
    std::vector<Group> groups;
    for (const Object &pod : pods.objects) {
        if (isTrue(condition(*pod, "Ready")))
            continue;
        const std::vector<Finding> found = findings({pod, now});
        if (found.empty() || (found.front().notice.tone != Tone::Error && found.front().notice.tone != Tone::Warning))
            continue;
        const Finding &worst = found.front();
        auto known = std::ranges::find(groups, worst.rule, &Group::rule);
        if (known == groups.end()) {
            const text::Value &metadata = (*pod)["metadata"];
            groups.push_back({worst.rule, worst.notice.title, metadata["name"].text(), metadata["namespace"].text()});
            known = groups.end() - 1;
        }
        ++known->count;
    }
    std::ranges::stable_sort(groups, std::ranges::greater(), &Group::count);
    for (const Group &group : groups) {
        notice.evidence.push_back({detail::wordsPart(Phrase(QT_TR_NOOP("%1 of %2 pods:"), {std::to_string(group.count), std::to_string(pods.objects.size())}), Tone::Quiet),
                                   detail::wordsPart(group.title), detail::linkPart({}, "Pod", group.namespaceName, group.pod)});
    }
    return !groups.empty();
}

} // namespace diagnosis
