#include "models/diagnosis/Meaning.h"
#include "models/diagnosis/Rules.h"

#include <QtGlobal>

#include <algorithm>

namespace diagnosis {

namespace {

/// What takes a finalizer away, by its name.
constexpr Meaning finalizers[] = {
    {"kubernetes.io/pvc-protection", QT_TR_NOOP("kubernetes.io/pvc-protection goes when no pod uses the claim any more."), {}},
    {"kubernetes.io/pv-protection", QT_TR_NOOP("kubernetes.io/pv-protection goes when no claim is bound to the volume any more."), {}},
    {"foregrounddeletion", QT_TR_NOOP("foregroundDeletion goes when everything that it owns is gone."), {}},
    {"batch.kubernetes.io/job-tracking", QT_TR_NOOP("batch.kubernetes.io/job-tracking goes when the Job controller has counted the pod."), {}},
    {"service.kubernetes.io/load-balancer-cleanup", QT_TR_NOOP("service.kubernetes.io/load-balancer-cleanup goes when the load balancer is taken down."), {}},
    {"external-attacher", QT_TR_NOOP("external-attacher goes when the volume is detached from its node."), {}},
};

/// The time of deletion has the grace period in it; what stays longer than this after it is at fault.
bool isLate(const Case &each)
{
    static constexpr std::int64_t patience = 60;
    const auto since = each.secondsSince(each.at("metadata.deletionTimestamp"));
    return since && *since > patience;
}

Phrase since(const Case &each)
{
    return Phrase(QT_TR_NOOP("It was to be gone %1 ago."), {Argument::age(*detail::timeOf(each.at("metadata.deletionTimestamp")))});
}

bool isLeaving(const Case &each)
{
    return detail::timeOf(each.at("metadata.deletionTimestamp")).has_value();
}

/// What a condition of a namespace that is being deleted tells when it is true.
struct Remaining
{
    std::string_view type;
    std::string_view sentence;
    std::string_view before;            ///< what stands before that of which the condition speaks
};
constexpr Remaining remaining[] = {
    {"NamespaceFinalizersRemaining", QT_TR_NOOP("Finalizers hold objects in it: %1."), "finalizers remaining: "},
    {"NamespaceContentRemaining", QT_TR_NOOP("Still in it: %1."), "remaining: "},
    {"NamespaceDeletionDiscoveryFailure", QT_TR_NOOP("The server cannot tell all kinds, so it does not know what is in the namespace: %1."), "failed to get API group resources: "},
    {"NamespaceDeletionContentFailure", QT_TR_NOOP("Deleting what is in it failed: %1."), "\n"},
    {"NamespaceDeletionGroupVersionParsingFailure", QT_TR_NOOP("The server cannot tell all kinds, so it does not know what is in the namespace: %1."), "\n"},
};

/// "configmaps. has 2 resource instances, widgets.example.com has 1 resource instances" as "configmaps (2), widgets.example.com (1)".
std::string counted(std::string_view list)
{
    static constexpr std::string_view instances = " resource instances";
    std::string told;
    while (!list.empty()) {
        const std::size_t comma = list.find(", ");
        std::string_view one = list.substr(0, comma);
        const std::size_t name = std::min(one.find(". has "), std::min(one.find(" has "), one.find(" in ")));
        const std::size_t count = one.substr(0, one.find(instances)).rfind(' ');
        told += told.empty() ? "" : ", ";
        if (name != one.npos && count != one.npos && one.ends_with(instances))
            told += std::string(one.substr(0, name)) + " (" + std::string(one.substr(count + 1, one.size() - count - 1 - instances.size())) + ')';
        else
            told += one;
        list = comma == list.npos ? std::string_view() : list.substr(comma + 2);
    }
    return told;
}

void findStuckNamespace(Case &each)
{
    if (!isLeaving(each))
        return;
    Notice found;
    for (const Remaining &one : remaining) {
        const text::Value &state = condition(each.object(), one.type);
        if (!isTrue(state))
            continue;
        const std::string &message = state["message"].text();
        const std::string rest = between(message, one.before, "\n");
        found.sentences.emplace_back(one.sentence, std::vector<Argument>{counted(rest.empty() ? message : rest)});
        addCondition(found, state);
    }
    if (found.sentences.empty())
        return;
    Notice &notice = each.tell("deletion", isLate(each) ? Tone::Error : Tone::Warning, Phrase(QT_TR_NOOP("The namespace cannot be deleted yet: something holds it.")));
    notice.sentences = std::move(found.sentences);
    notice.sentences.push_back(since(each));
    notice.evidence = std::move(found.evidence);
    if (isTrue(condition(each.object(), "NamespaceDeletionDiscoveryFailure"))) {
        advise(notice, Phrase(QT_TR_NOOP("Find the API service that is not available:")));
        adviseCommand(notice, "kubectl get apiservices");
    } else {
        advise(notice, Phrase(QT_TR_NOOP("Find the objects that are left; the controller of their finalizers must do its work, or somebody must take the finalizers away:")));
        adviseCommand(notice, "kubectl api-resources --verbs=list --namespaced -o name | xargs -n 1 kubectl get --ignore-not-found -n " + each.name());
    }
}

void findHeldDeletion(Case &each)
{
    const text::Value &held = each.at("metadata.finalizers");
    if (!isLeaving(each) || held.items().empty() || each.isTold("deletion"))
        return;
    const bool late = isLate(each);
    Notice &notice = each.tell("deletion", late ? Tone::Warning : Tone::Progress, Phrase(late ? QT_TR_NOOP("The object is to be deleted, but finalizers hold it.") : QT_TR_NOOP("This object is being deleted.")));
    notice.sentences.emplace_back(QT_TR_NOOP("It goes when these finalizers are done: %1."), std::vector<Argument>{detail::shown(held)});
    for (const text::Value &finalizer : held.items())
        explain(notice, finalizers, finalizer.text());
    notice.evidence.push_back(fact("metadata.finalizers", detail::shown(held)));
    addFact(notice, "metadata.deletionTimestamp", each.at("metadata.deletionTimestamp"));
    if (!late)
        return;
    notice.sentences.push_back(since(each));
    if (std::ranges::all_of(held.items(), [](const text::Value &finalizer) { return meaningOf(finalizers, finalizer.text()) != nullptr; }))
        return;
    advise(notice, Phrase(QT_TR_NOOP("The controller that set the finalizer must do its work and take it away; look whether it runs.")));
}

void findLatePod(Case &each)
{
    if (!isLeaving(each) || each.isTold("deletion") || !isLate(each))
        return;
    Notice &notice = each.tell("deletion", Tone::Error, Phrase(QT_TR_NOOP("The pod does not go: its grace period is over.")));
    notice.sentences.push_back(since(each));
    notice.sentences.emplace_back(QT_TR_NOOP("Its node has not said that the containers ended."));
    addFact(notice, "metadata.deletionTimestamp", each.at("metadata.deletionTimestamp"));
    addFact(notice, "deletionGracePeriodSeconds", each.at("metadata.deletionGracePeriodSeconds"));
    addEvents(notice, each.take("FailedKillPod"));
    addEvents(notice, each.take("ExceededGracePeriod"));
    adviseObject(notice, Phrase(QT_TR_NOOP("Look at the node:")), detail::kindLinkPart({}, "Node", {}, each.at("spec.nodeName").text()));
    advise(notice, Phrase(QT_TR_NOOP("When the node is gone for good, the pod can be removed without it:")));
    adviseCommand(notice, command(each, "delete pod", "--grace-period=0 --force"));
}

void findDeletion(Case &each)
{
    if (!isLeaving(each) || each.isTold("deletion"))
        return;
    Notice &notice = each.tell("deletion", Tone::Progress, Phrase(QT_TR_NOOP("This object is being deleted.")));
    addFact(notice, "metadata.deletionTimestamp", each.at("metadata.deletionTimestamp"));
}

} // namespace

std::span<const Rule> deletionRules()
{
    static constexpr Rule rules[] = {
        {"namespace-stuck", "Namespace.", findStuckNamespace},
        {"finalizers", "", findHeldDeletion},
        {"late-pod", "Pod.", findLatePod},
        {"deletion", "", findDeletion},
    };
    return rules;
}

} // namespace diagnosis
