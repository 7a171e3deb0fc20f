#include "models/diagnosis/Meaning.h"
#include "models/diagnosis/Pods.h"
#include "models/diagnosis/Rules.h"

#include <QtGlobal>

namespace diagnosis {

namespace {

constexpr Meaning metricMeanings[] = {
    {"could not find the requested resource|no matches for kind|apiservice", QT_TR_NOOP("The cluster has no metrics API."), QT_TR_NOOP("Install metrics-server (or the adapter of your metrics), or see why it does not run.")},
    {"missing request for", QT_TR_NOOP("A percentage needs a request to be of, and a container has none."), QT_TR_NOOP("Set resources.requests in the pod template.")},
    {"no metrics returned|did not receive metrics|unable to get metrics", QT_TR_NOOP("There are no measurements of its pods."), QT_TR_NOOP("Check that the pods run and that metrics-server reaches their nodes.")},
};

void findMetrics(Case &each)
{
    const text::Value &active = condition(each.object(), "ScalingActive");
    if (!isFalse(active) || active["reason"].text() == "ScalingDisabled")
        return;
    Notice &notice = each.tell("scaling", Tone::Error, Phrase(QT_TR_NOOP("It does not scale: what it is to scale by is not known.")));
    notice.words = active["message"].text();
    explain(notice, metricMeanings);
    addCondition(notice, active);
    addEvents(notice, each.take(active["reason"].text()));
    each.take("FailedComputeMetricsReplicas");
}

void findTarget(Case &each)
{
    const text::Value &able = condition(each.object(), "AbleToScale");
    if (!isFalse(able))
        return;
    Notice &notice = each.tell("scaling", Tone::Error, Phrase(QT_TR_NOOP("It does not scale: what it is to scale cannot be read or changed.")));
    notice.words = able["message"].text();
    addCondition(notice, able);
    addEvents(notice, each.take(able["reason"].text()));
    const text::Value &target = each.at("spec.scaleTargetRef");
    adviseObject(notice, Phrase(QT_TR_NOOP("Look at what it scales:")),
                 detail::kindLinkPart(detail::groupOf(target["apiVersion"].text()), target["kind"].text(), each.namespaceName(), target["name"].text()));
}

void findCeiling(Case &each)
{
    const text::Value &limited = condition(each.object(), "ScalingLimited");
    if (!isTrue(limited) || limited["reason"].text() != "TooManyReplicas" || each.isTold("scaling"))
        return;
    Notice &notice = each.tell("scaling", Tone::Warning, Phrase(QT_TR_NOOP("It would run more pods, but may not: %1 is its maximum."), {detail::shown(each.at("spec.maxReplicas"))}));
    notice.words = limited["message"].text();
    addCondition(notice, limited);
    addFact(notice, "spec.maxReplicas", each.at("spec.maxReplicas"));
    advise(notice, Phrase(QT_TR_NOOP("Raise maxReplicas where the cluster has room.")));
}

void findBlockedEviction(Case &each)
{
    const std::int64_t expected = each.at("status.expectedPods").asInteger(), healthy = each.at("status.currentHealthy").asInteger(), wanted = each.at("status.desiredHealthy").asInteger();
    if (each.at("status.disruptionsAllowed").asInteger() > 0 || expected == 0)
        return;
    const bool isIll = healthy < wanted;
    Notice &notice = each.tell("eviction", isIll ? Tone::Warning : Tone::Quiet, Phrase(QT_TR_NOOP("No pod may be evicted now: draining a node waits for it.")));
    notice.sentences.emplace_back(QT_TR_NOOP("%1 pods must be healthy, and %2 of %3 are."), std::vector<Argument>{std::to_string(wanted), std::to_string(healthy), std::to_string(expected)});
    addCondition(notice, condition(each.object(), "DisruptionAllowed"));
    addFact(notice, "spec.minAvailable", each.at("spec.minAvailable"));
    addFact(notice, "spec.maxUnavailable", each.at("spec.maxUnavailable"));
    addPodGroups(notice, each.evidence().pods, each.evidence().now);
    advise(notice, Phrase(isIll ? QT_TR_NOOP("Mend the pods that are not healthy, or set unhealthyPodEvictionPolicy to AlwaysAllow.")
                                : QT_TR_NOOP("Run more replicas, or allow more of them to be missing.")));
}

constexpr std::string_view budgets = "PodDisruptionBudget.policy", scalers = "HorizontalPodAutoscaler.autoscaling";

} // namespace

std::span<const Rule> scalingRules()
{
    static constexpr Rule rules[] = {
        {"scaling-metrics", scalers, findMetrics},
        {"scaling-target", scalers, findTarget},
        {"scaling-limit", scalers, findCeiling},
        {"blocked-eviction", budgets, findBlockedEviction},
    };
    return rules;
}

} // namespace diagnosis
