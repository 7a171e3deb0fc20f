#include "models/diagnosis/Pods.h"
#include "models/diagnosis/SchedulingMessage.h"

#include "models/text/Quantity.h"

#include <QtGlobal>

#include <algorithm>
#include <map>

namespace diagnosis {

namespace {

/// What the scheduler's plugins say of nodes, in its own words; %1 nodes of %2, %3 what is between the braces or after "Insufficient".
struct NodeMeaning
{
    std::string_view marks;
    std::string_view sentence;
};
constexpr NodeMeaning nodeMeanings[] = {
    {"Insufficient ", QT_TR_NOOP("Not enough %3 is left on %1 of %2 nodes.")},
    {"Too many pods", QT_TR_NOOP("The most pods that are allowed run already on %1 of %2 nodes.")},
    {"{", QT_TR_NOOP("A taint that the pod does not tolerate is on %1 of %2 nodes: %3.")},
    {"taint", QT_TR_NOOP("Taints that the pod does not tolerate are on %1 of %2 nodes.")},
    {"were unschedulable", QT_TR_NOOP("Cordoned: %1 of %2 nodes.")},
    {"node affinity/selector", QT_TR_NOOP("The labels that the pod asks for (nodeSelector, nodeAffinity) are missing on %1 of %2 nodes.")},
    {"anti-affinity", QT_TR_NOOP("Pods that must not be beside this one (podAntiAffinity) run on %1 of %2 nodes.")},
    {"pod affinity rules", QT_TR_NOOP("The pods that this one must be beside (podAffinity) do not run on %1 of %2 nodes.")},
    {"topology spread", QT_TR_NOOP("The pods would be spread unevenly (topologySpreadConstraints) with it on %1 of %2 nodes.")},
    {"free ports", QT_TR_NOOP("The host port of the pod is in use on %1 of %2 nodes.")},
    {"volume node affinity conflict", QT_TR_NOOP("The pod's volume cannot be reached from %1 of %2 nodes: it belongs to other nodes or to another zone.")},
    {"no available volume zone", QT_TR_NOOP("The pod's volume is in another zone than %1 of %2 nodes.")},
    {"persistent volumes to bind", QT_TR_NOOP("No volume that the pod's claim could take is on %1 of %2 nodes.")},
    {"max volume count", QT_TR_NOOP("No more volumes can be attached to %1 of %2 nodes.")},
    {"enough free storage", QT_TR_NOOP("Not enough free storage for the pod's claim is on %1 of %2 nodes.")},
    {"ReadWriteOncePod", QT_TR_NOOP("The pod's claim may be used by one pod at a time (ReadWriteOncePod), and another one does.")},
    {"requested node name", QT_TR_NOOP("The pod names another node (nodeName) than %1 of %2 nodes.")},
};

std::string detailOf(const std::string &reason, std::string_view marks)
{
    if (marks == "{") {
        std::string taint = between(reason, "{", "}");
        // Go writes a taint without a value as "key: ".
        while (!taint.empty() && (taint.back() == ' ' || taint.back() == ':'))
            taint.pop_back();
        return taint;
    }
    return reason.substr(std::min(marks.size(), reason.size()));
}

Phrase sentenceOf(const SchedulingMessage::Reason &reason, std::int64_t all)
{
    const auto *known = std::ranges::find_if(nodeMeanings, [&](const NodeMeaning &meaning) { return contains(reason.text, meaning.marks); });
    if (reason.nodes == 0)
        return detail::verbatim(reason.text + '.');
    if (known == std::end(nodeMeanings))
        return Phrase(QT_TR_NOOP("%1 of %2 nodes: %3."), {std::to_string(reason.nodes), std::to_string(all), reason.text});
    return Phrase(known->sentence, {std::to_string(reason.nodes), std::to_string(all), detailOf(reason.text, known->marks)});
}

/// What the pod as a whole asks for: its containers together, or its greediest init container.
std::string requestOf(const text::Value &pod, const std::string &resource)
{
    text::Quantity sum, most;
    const auto requestIn = [&](const text::Value &container) {
        const auto quantity = text::Quantity::parse(detail::shown(container["resources"]["requests"][resource]));
        return quantity ? *quantity : text::Quantity();
    };
    for (const text::Value &container : pod["spec"]["containers"].items())
        sum = sum + requestIn(container);
    for (const text::Value &container : pod["spec"]["initContainers"].items())
        most = std::max(most, requestIn(container));
    const text::Quantity all = std::max(sum, most);
    return all.isZero() ? std::string() : all.toString();
}

/// One step for each kind of reason.
struct Advice
{
    std::string_view marks;
    std::string_view sentence;
};
constexpr Advice advices[] = {
    {"Insufficient ", QT_TR_NOOP("Lower resources.requests, take pods away, or add a node.")},
    {"Too many pods", QT_TR_NOOP("Take pods away, or add a node.")},
    {"taint", QT_TR_NOOP("Give the pod a toleration, or take the taint from a node.")},
    {"unschedulable", QT_TR_NOOP("Let the node take pods again (kubectl uncordon).")},
    {"node affinity/selector", QT_TR_NOOP("Correct nodeSelector or nodeAffinity, or label a node.")},
    {"affinity rules", QT_TR_NOOP("Loosen the affinity of the pods, or add a node.")},
    {"topology spread", QT_TR_NOOP("Loosen topologySpreadConstraints, or add a node in the zone that lacks one.")},
};

void adviseFor(Notice &notice, const SchedulingMessage &message)
{
    for (const Advice &advice : advices) {
        if (std::ranges::any_of(message.reasons, [&](const SchedulingMessage::Reason &reason) { return contains(reason.text, advice.marks); }))
            advise(notice, Phrase(advice.sentence));
    }
    if (notice.next.empty())
        adviseCommand(notice, "kubectl describe nodes");
}

const text::Value &unscheduled(const Case &each)
{
    const text::Value &found = condition(each.object(), "PodScheduled");
    return isFalse(found) && found["reason"].text() == "Unschedulable" ? found : condition({}, {});
}

void addScheduling(Case &each, Notice &notice)
{
    const text::Value &scheduled = unscheduled(each);
    notice.words = scheduled["message"].text();
    addCondition(notice, scheduled);
    const auto events = each.take("FailedScheduling");
    if (!events.empty())
        addEvents(notice, {events.front()});
}

std::vector<std::string> claimNames(const Case &each)
{
    std::vector<std::string> names;
    for (const text::Value &volume : each.at("spec.volumes").items()) {
        if (volume["persistentVolumeClaim"].isMap())
            names.push_back(volume["persistentVolumeClaim"]["claimName"].text());
        else if (volume["ephemeral"].isMap())
            names.push_back(each.name() + '-' + volume["name"].text());
    }
    return names;
}

bool isBound(const Known &claims, const std::string &name)
{
    return std::ranges::any_of(claims.objects, [&](const Object &claim) { return (*claim)["metadata"]["name"].text() == name && (*claim)["status"]["phase"].text() == "Bound"; });
}

} // namespace

void findGates(Case &each)
{
    const text::Value &scheduled = condition(each.object(), "PodScheduled");
    if (scheduled["reason"].text() != "SchedulingGated")
        return;
    Notice &notice = each.tell("schedule", Tone::Quiet, Phrase(QT_TR_NOOP("The pod is held back: no node is looked for yet.")));
    notice.sentences.emplace_back(QT_TR_NOOP("Whoever set its scheduling gates must take them away."));
    for (const text::Value &gate : each.at("spec.schedulingGates").items())
        addFact(notice, "schedulingGates", gate["name"]);
    addCondition(notice, scheduled);
}

void findMissingClaims(Case &each)
{
    const std::string missing = between(unscheduled(each)["message"].text(), "persistentvolumeclaim \"", "\"");
    if (missing.empty() || each.isTold("schedule"))
        return;
    Notice &notice = each.tell("schedule", Tone::Error, Phrase(QT_TR_NOOP("The pod waits for PersistentVolumeClaim %1, which does not exist or is being deleted."), {missing}));
    addScheduling(each, notice);
    adviseObject(notice, Phrase(QT_TR_NOOP("Create it, or correct the name:")), detail::kindLinkPart({}, "PersistentVolumeClaim", each.namespaceName(), missing));
}

void findPendingClaims(Case &each)
{
    if (!contains(unscheduled(each)["message"].text(), "unbound immediate PersistentVolumeClaims") || each.isTold("schedule"))
        return;
    Notice &notice = each.tell("schedule", Tone::Error, Phrase(QT_TR_NOOP("The pod waits for storage: a claim of it has no volume.")));
    addScheduling(each, notice);
    for (const std::string &name : claimNames(each)) {
        if (!isBound(each.evidence().claims, name))
            adviseObject(notice, Phrase(QT_TR_NOOP("See why it has none:")), detail::kindLinkPart({}, "PersistentVolumeClaim", each.namespaceName(), name));
    }
}

void findUnschedulable(Case &each)
{
    const text::Value &scheduled = unscheduled(each);
    if (!scheduled.isMap() || each.isTold("schedule"))
        return;
    const SchedulingMessage message = readSchedulingMessage(scheduled["message"].text());
    Notice &notice = each.tell("schedule", Tone::Error, Phrase(QT_TR_NOOP("No node can take this pod.")));
    if (contains(scheduled["message"].text(), "no nodes available"))
        notice.sentences.emplace_back(QT_TR_NOOP("The cluster has no nodes."));
    for (const SchedulingMessage::Reason &reason : message.reasons) {
        notice.sentences.push_back(sentenceOf(reason, message.nodes));
        if (!reason.text.starts_with("Insufficient "))
            continue;
        const std::string resource = reason.text.substr(13), request = requestOf(each.object(), resource);
        if (!request.empty())
            notice.evidence.push_back(fact("resources.requests." + resource, request));
    }
    if (contains(message.preemption, "No preemption victims") || contains(message.preemption, "not helpful"))
        notice.sentences.emplace_back(QT_TR_NOOP("Taking away pods of lower priority would not help."));
    addScheduling(each, notice);
    adviseFor(notice, message);
}

} // namespace diagnosis
