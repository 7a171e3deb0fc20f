#include "models/diagnosis/Meaning.h"
#include "models/diagnosis/Pods.h"
#include "models/diagnosis/Rules.h"

#include "models/text/Quantity.h"

#include <QtGlobal>

#include <map>

namespace diagnosis {

namespace {

/// How long replicas may be missing before it is more than a rollout at work.
constexpr std::int64_t patience = 60;

/// Why no pod can be made: a condition has it (Deployment, ReplicaSet), or an event (StatefulSet, DaemonSet, Job).
std::string creationMessage(Case &each)
{
    const text::Value &failure = condition(each.object(), "ReplicaFailure");
    if (isTrue(failure))
        return failure["message"].text();
    const bool isMissing = each.at("spec.replicas").asInteger() > each.at("status.replicas").asInteger()
        || each.at("status.desiredNumberScheduled").asInteger() > each.at("status.currentNumberScheduled").asInteger() || each.kind() == "Job";
    if (!isMissing)
        return {};
    for (const detail::Event &event : each.evidence().events) {
        if (event.reason == "FailedCreate" && !event.isAboutEarlier)
            return event.message;
    }
    return {};
}

void addCreation(Case &each, Notice &notice, const std::string &message)
{
    notice.words = message;
    addCondition(notice, condition(each.object(), "ReplicaFailure"));
    const auto events = each.take("FailedCreate");
    if (!events.empty())
        addEvents(notice, {events.front()});
}

/// "pods=1,requests.cpu=400m" by resource; a list ends at the next member of the message.
std::map<std::string, std::string> amounts(const std::string &message, std::string_view label)
{
    std::map<std::string, std::string> read;
    std::string list = between(message, label, ", ");
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string one = list.substr(0, comma);
        if (const std::size_t equal = one.find('='); equal != one.npos)
            read[one.substr(0, equal)] = one.substr(equal + 1);
        list = comma == list.npos ? std::string() : list.substr(comma + 1);
    }
    return read;
}

bool isTooMuch(const std::string &used, const std::string &wanted, const std::string &limit)
{
    const auto a = text::Quantity::parse(used), b = text::Quantity::parse(wanted), c = text::Quantity::parse(limit);
    return !a || !b || !c || *a + *b > *c;
}

void tellQuota(Notice &notice, const std::string &quota, const std::string &message)
{
    const auto requested = amounts(message, "requested: "), limited = amounts(message, "limited: ");
    auto used = amounts(message, "used: ");
    for (const auto &[resource, wanted] : requested) {
        if (limited.contains(resource) && isTooMuch(used[resource], wanted, limited.at(resource))) {
            notice.sentences.emplace_back(QT_TR_NOOP("ResourceQuota %1, %2: %4 of %3 used, and the next pod asks for %5."),
                                          std::vector<Argument>{quota, resource, limited.at(resource), used[resource], wanted});
        }
    }
}

void findQuota(Case &each)
{
    const std::string message = creationMessage(each);
    const std::string exceeded = between(message, "exceeded quota: ", ","), unstated = between(message, "failed quota: ", ":");
    if (exceeded.empty() && unstated.empty())
        return;
    const std::string &quota = exceeded.empty() ? unstated : exceeded;
    Notice &notice = each.tell("creation", Tone::Error, Phrase(exceeded.empty() ? QT_TR_NOOP("No more pods can be made: a quota wants containers to say what they need.")
                                                                                : QT_TR_NOOP("No more pods can be made: the quota of the namespace is used up.")));
    if (exceeded.empty())
        notice.sentences.emplace_back(QT_TR_NOOP("ResourceQuota %1 wants: %2."), std::vector<Argument>{quota, between(message, "must specify ", "\n")});
    else
        tellQuota(notice, quota, message);
    addCreation(each, notice, message);
    adviseObject(notice, Phrase(exceeded.empty() ? QT_TR_NOOP("Add resources to the containers, or a LimitRange with defaults:") : QT_TR_NOOP("Raise the quota, or lower requests and replicas:")),
                 detail::kindLinkPart({}, "ResourceQuota", each.namespaceName(), quota));
}

constexpr Meaning refusals[] = {
    {"failed calling webhook", QT_TR_NOOP("An admission webhook could not be asked, and nothing may be made without it."), QT_TR_NOOP("Check that the webhook's own pods run.")},
    {"admission webhook", QT_TR_NOOP("An admission webhook refused it."), QT_TR_NOOP("Its message says which policy; change the pod template or the policy.")},
    {"violates podsecurity", QT_TR_NOOP("The Pod Security level of the namespace forbids it."), QT_TR_NOOP("Change the securityContext of the pod template, or the level of the namespace.")},
    {"validatingadmissionpolicy", QT_TR_NOOP("A ValidatingAdmissionPolicy refused it."), QT_TR_NOOP("Its message says which policy; change the pod template or the policy.")},
    {"maximum|minimum|limitrange", QT_TR_NOOP("A LimitRange of the namespace forbids what its containers ask for."), QT_TR_NOOP("Change resources in the pod template, or the LimitRange.")},
    {"priorityclass", QT_TR_NOOP("Its PriorityClass does not exist."), QT_TR_NOOP("Correct priorityClassName.")},
    {"is invalid", QT_TR_NOOP("The server does not accept the pod template."), QT_TR_NOOP("Correct what the message names.")},
    {"forbidden", QT_TR_NOOP("The server forbids it."), {}},
};

void findRefusedPods(Case &each)
{
    const std::string message = creationMessage(each);
    if (message.empty() || each.isTold("creation"))
        return;
    Notice &notice = each.tell("creation", Tone::Error, Phrase(QT_TR_NOOP("Pods cannot be made.")));
    addCreation(each, notice, message);
    const std::string account = between(message, "serviceaccount \"", "\"");
    if (account.empty())
        return explain(notice, refusals);
    notice.sentences.emplace_back(QT_TR_NOOP("ServiceAccount %1 does not exist in this namespace."), std::vector<Argument>{account});
    adviseObject(notice, Phrase(QT_TR_NOOP("Create it, or correct the name:")), detail::kindLinkPart({}, "ServiceAccount", each.namespaceName(), account));
}

struct Replicas
{
    std::int64_t wanted = 0;
    std::int64_t missing = 0;
};

Replicas replicasOf(const Case &each)
{
    const text::Value &status = each.object()["status"];
    if (each.kind() == "DaemonSet")
        return {status["desiredNumberScheduled"].asInteger(), status["desiredNumberScheduled"].asInteger() - status["numberAvailable"].asInteger()};
    const std::int64_t wanted = each.at("spec.replicas").asInteger(1);
    return {wanted, wanted - status["availableReplicas"].asInteger()};
}

/// Since when replicas are missing, as far as the object tells.
bool isMissingForLong(const Case &each)
{
    const text::Value &available = condition(each.object(), "Available");
    const auto since = each.secondsSince(isFalse(available) ? available["lastTransitionTime"] : each.at("metadata.creationTimestamp"));
    return since && *since > patience && (available.isNull() || isFalse(available));
}

void findUnavailable(Case &each)
{
    const Replicas replicas = replicasOf(each);
    const text::Value &progressing = condition(each.object(), "Progressing");
    const bool isStuck = isFalse(progressing) && progressing["reason"].text() == "ProgressDeadlineExceeded";
    if (replicas.missing <= 0 && !isStuck)
        return;
    Notice notice;
    const bool hasGroups = addPodGroups(notice, each.evidence().pods, each.evidence().now);
    if (!hasGroups && !isStuck && (!isMissingForLong(each) || each.isTold("creation")))
        return;
    Notice &told = each.tell("replicas", isStuck || replicas.missing >= replicas.wanted ? Tone::Error : Tone::Warning,
                             replicas.missing > 0 ? Phrase(QT_TR_NOOP("%1 of %2 replicas are not available."), {std::to_string(replicas.missing), std::to_string(replicas.wanted)})
                                                  : Phrase(QT_TR_NOOP("The rollout does not come to an end.")));
    told.evidence = std::move(notice.evidence);
    if (isStuck) {
        told.sentences.emplace_back(QT_TR_NOOP("The rollout made no progress for %1 s (progressDeadlineSeconds)."), std::vector<Argument>{std::to_string(each.at("spec.progressDeadlineSeconds").asInteger(600))});
        told.words = progressing["message"].text();
        addCondition(told, progressing);
        advise(told, Phrase(QT_TR_NOOP("Mend the pods, or go back to the version before:")));
        adviseCommand(told, command(each, "rollout undo deployment"));
    } else if (hasGroups) {
        advise(told, Phrase(QT_TR_NOOP("Open one of the pods: it says why.")));
    } else {
        adviseCommand(told, "kubectl get pods -n " + each.namespaceName());
    }
    if (!hasGroups && each.evidence().pods.isRefused)
        told.sentences.emplace_back(QT_TR_NOOP("Why is not known: its pods may not be read."));
    addCondition(told, condition(each.object(), "Available"));
}

void findPaused(Case &each)
{
    if (!each.at("spec.paused").asBoolean())
        return;
    Notice &notice = each.tell("paused", Tone::Quiet, Phrase(QT_TR_NOOP("The rollout is paused: changes of the pod template wait.")));
    addFact(notice, "spec.paused", each.at("spec.paused"));
    adviseCommand(notice, command(each, "rollout resume deployment"));
}

constexpr std::string_view makers = "Deployment.apps StatefulSet.apps DaemonSet.apps ReplicaSet.apps ReplicationController. Job.batch";
constexpr std::string_view keepers = "Deployment.apps StatefulSet.apps DaemonSet.apps ReplicaSet.apps ReplicationController.";

} // namespace

std::span<const Rule> workloadRules()
{
    static constexpr Rule rules[] = {
        {"quota", makers, findQuota},
        {"refused-pods", makers, findRefusedPods},
        {"unavailable-replicas", keepers, findUnavailable},
        {"paused-rollout", "Deployment.apps", findPaused},
    };
    return rules;
}

} // namespace diagnosis
