#include "models/diagnosis/Rules.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

constexpr std::string_view defaultMark = "storageclass.kubernetes.io/is-default-class";
constexpr std::string_view storageGroup = "storage.k8s.io";

bool isPending(const Case &each)
{
    return each.at("status.phase").text() == "Pending" && each.at("metadata.deletionTimestamp").isNull();
}

/// The class that the claim names; absent means the default one, and an empty name none at all.
const text::Value &className(const Case &each)
{
    return each.at("spec.storageClassName");
}

const text::Value *classOf(const Case &each)
{
    const auto &classes = each.evidence().classes.objects;
    const auto found = std::ranges::find_if(classes, [&](const Object &one) { return (*one)["metadata"]["name"].text() == className(each).text(); });
    return found == classes.end() ? nullptr : found->get();
}

void addPending(Case &each, Notice &notice)
{
    addFact(notice, "status.phase", each.at("status.phase"));
    addFact(notice, "spec.storageClassName", className(each));
    addFact(notice, "requests.storage", each.at("spec.resources.requests.storage"));
}

/// "fast, slow (default)": what a person may choose from.
std::string classNames(const Known &classes)
{
    std::string names;
    for (const Object &one : classes.objects) {
        const bool isDefault = (*one)["metadata"]["annotations"][defaultMark].text() == "true";
        names += (names.empty() ? "" : ", ") + (*one)["metadata"]["name"].text() + (isDefault ? " (default)" : "");
    }
    return names;
}

void adviseClasses(const Case &each, Notice &notice)
{
    const Known &classes = each.evidence().classes;
    const std::string names = classNames(classes);
    if (!names.empty())
        notice.evidence.push_back(fact("StorageClasses", names));
    else if (classes.isComplete)
        notice.sentences.emplace_back(QT_TR_NOOP("The cluster has no StorageClass at all."));
    adviseCommand(notice, "kubectl get storageclass");
}

void findLostClaim(Case &each)
{
    if (each.at("status.phase").text() != "Lost")
        return;
    const std::string &volume = each.at("spec.volumeName").text();
    Notice &notice = each.tell("claim", Tone::Error, Phrase(QT_TR_NOOP("The claim lost its volume %1: what was stored there is out of reach."), {volume}));
    addFact(notice, "status.phase", each.at("status.phase"));
    addEvents(notice, each.take("ClaimLost"));
    adviseObject(notice, Phrase(QT_TR_NOOP("See what became of the volume:")), detail::kindLinkPart({}, "PersistentVolume", {}, volume));
}

void findMissingClass(Case &each)
{
    const std::string &name = className(each).text();
    const auto refused = each.take("ProvisioningFailed", "storageclass.storage.k8s.io");
    const bool isAbsent = each.evidence().classes.isComplete && !name.empty() && !classOf(each);
    if (!isPending(each) || name.empty() || (refused.empty() && !isAbsent))
        return;
    Notice &notice = each.tell("claim", Tone::Error, Phrase(QT_TR_NOOP("The claim has no volume: StorageClass %1 does not exist."), {name}));
    notice.words = refused.empty() ? std::string() : refused.front()->message;
    addPending(each, notice);
    addEvents(notice, refused);
    advise(notice, Phrase(QT_TR_NOOP("Make the claim anew with a class that exists (it cannot be changed), or create the class.")));
    adviseClasses(each, notice);
}

void findNoClass(Case &each)
{
    if (!isPending(each) || !className(each).text().empty() || each.isTold("claim") || !each.at("spec.volumeName").text().empty())
        return;
    const auto events = each.take("FailedBinding");
    Notice &notice = each.tell("claim", Tone::Error, Phrase(className(each).isNull() ? QT_TR_NOOP("The claim has no volume: it names no StorageClass, and the cluster has no default one.")
                                                                                  : QT_TR_NOOP("The claim has no volume: it wants none to be made for it, and none that exists fits.")));
    notice.words = events.empty() ? std::string() : events.front()->message;
    addPending(each, notice);
    addEvents(notice, events);
    advise(notice, Phrase(QT_TR_NOOP("Make the claim anew with a storageClassName, mark a class as the default one, or create a volume by hand.")));
    adviseClasses(each, notice);
}

void findConsumer(Case &each)
{
    const text::Value *known = classOf(each);
    const auto events = each.take("WaitForFirstConsumer");
    const auto waiting = each.take("WaitForPodScheduled");
    const bool isWaiting = !events.empty() || !waiting.empty() || (known && (*known)["volumeBindingMode"].text() == "WaitForFirstConsumer");
    const bool hasFailed = std::ranges::any_of(each.evidence().events, [](const detail::Event &event) { return event.reason == "ProvisioningFailed" && !event.isAboutEarlier; });
    // Once a node is chosen it is the driver's turn.
    if (!isPending(each) || !isWaiting || hasFailed || each.isTold("claim") || !each.at("metadata.annotations")["volume.kubernetes.io/selected-node"].text().empty())
        return;
    Notice &notice = each.tell("claim", Tone::Quiet, Phrase(QT_TR_NOOP("The claim waits for a pod that uses it: its volume is made then.")));
    notice.sentences.emplace_back(QT_TR_NOOP("Its StorageClass wants it so (WaitForFirstConsumer)."));
    addPending(each, notice);
    addEvents(notice, events.empty() ? waiting : events);
}

void findProvisioning(Case &each)
{
    const auto failed = each.take("ProvisioningFailed");
    const auto external = each.take("ExternalProvisioning");
    if (!isPending(each) || each.isTold("claim"))
        return;
    const auto since = each.secondsSince(each.at("metadata.creationTimestamp"));
    if (failed.empty() && (external.empty() || !since || *since < 60))
        return;
    Notice &notice = each.tell("claim", Tone::Error, Phrase(failed.empty() ? QT_TR_NOOP("The claim has no volume: its storage driver does not make one.") : QT_TR_NOOP("The claim has no volume: making one failed.")));
    notice.words = (failed.empty() ? external : failed).front()->message;
    addPending(each, notice);
    addEvents(notice, failed.empty() ? external : failed);
    adviseObject(notice, Phrase(QT_TR_NOOP("Check that the driver runs that the class names:")), detail::kindLinkPart(storageGroup, "StorageClass", {}, className(each).text()));
}

void findResize(Case &each)
{
    const auto failed = each.take("VolumeResizeFailed");
    const text::Value &pending = condition(each.object(), "FileSystemResizePending");
    if (failed.empty() && !isTrue(pending))
        return;
    Notice &notice = each.tell("resize", failed.empty() ? Tone::Progress : Tone::Error, Phrase(failed.empty() ? QT_TR_NOOP("The volume is larger already; its file system grows when a pod mounts it again.") : QT_TR_NOOP("The volume could not be made larger.")));
    notice.words = failed.empty() ? pending["message"].text() : failed.front()->message;
    addCondition(notice, pending);
    addEvents(notice, failed);
}

void findFailedVolume(Case &each)
{
    const std::string &phase = each.at("status.phase").text();
    const bool isReleased = phase == "Released";
    if (phase != "Failed" && !isReleased)
        return;
    Notice &notice = each.tell("volume", isReleased ? Tone::Quiet : Tone::Error, Phrase(isReleased ? QT_TR_NOOP("The claim of this volume is gone; the volume keeps its data and takes no other claim.") : QT_TR_NOOP("The volume could not be cleaned up after its claim was deleted.")));
    notice.words = each.at("status.message").text();
    addFact(notice, "status.phase", each.at("status.phase"));
    addFact(notice, "persistentVolumeReclaimPolicy", each.at("spec.persistentVolumeReclaimPolicy"));
    addEvents(notice, each.take("VolumeFailedDelete"));
    addEvents(notice, each.take("VolumeFailedRecycle"));
    if (isReleased) {
        advise(notice, Phrase(QT_TR_NOOP("To use it again, take spec.claimRef away; otherwise delete it.")));
        adviseCommand(notice, command(each, "patch pv", "-p '{\"spec\":{\"claimRef\":null}}'"));
    }
}

constexpr std::string_view claims = "PersistentVolumeClaim.", volumes = "PersistentVolume.";

} // namespace

std::span<const Rule> storageRules()
{
    static constexpr Rule rules[] = {
        {"claim-lost", claims, findLostClaim},
        {"claim-class-missing", claims, findMissingClass},
        {"claim-without-class", claims, findNoClass},
        {"claim-waits-for-pod", claims, findConsumer},
        {"claim-provisioning", claims, findProvisioning},
        {"claim-resize", claims, findResize},
        {"volume-failed", volumes, findFailedVolume},
    };
    return rules;
}

} // namespace diagnosis
