#include "models/detail/Sections.h"

#include <QtGlobal>

namespace detail {

namespace {

void addSelector(Section &section, const text::Value &selector)
{
    std::vector<Line> lines;
    const text::Value &labels = selector["matchLabels"].isMap() ? selector["matchLabels"] : selector;
    for (const text::Value::Member &member : labels.members()) {
        if (!member.value.isMap() && !member.value.isList())
            lines.push_back({textPart(member.key + '=' + shown(member.value))});
    }
    for (const text::Value &expression : selector["matchExpressions"].items()) {
        const std::string values = shown(expression["values"]);
        lines.push_back({textPart(expression["key"].text() + ' ' + expression["operator"].text() + (values.empty() ? "" : " (" + values + ')'))});
    }
    addRow(section, QT_TR_NOOP("Selector"), std::move(lines));
}

void addTemplate(Summary &summary, const text::Value &podSpec, const std::string &namespaceName)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("ServiceAccount"), "serviceAccountName", Form::Link, {}, "ServiceAccount"},
        {QT_TR_NOOP("Node selector"), "nodeSelector", Form::Pairs},
        {QT_TR_NOOP("Restart policy"), "restartPolicy"},
        {QT_TR_NOOP("Priority class"), "priorityClassName", Form::ClusterLink, "scheduling.k8s.io", "PriorityClass"},
    };
    Section section{Phrase(QT_TR_NOOP("Pods run as")), {}};
    addFields(section, podSpec, fields, namespaceName);
    addSection(summary, std::move(section));
    addContainers(summary, podSpec, text::Value());
    addVolumes(summary, podSpec, namespaceName);
}

} // namespace

void addWorkload(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow counts[] = {
        {QT_TR_NOOP("Wanted"), "spec.replicas"},
        {QT_TR_NOOP("Wanted"), "status.desiredNumberScheduled"},
        {QT_TR_NOOP("Current"), "status.replicas"},
        {QT_TR_NOOP("Current"), "status.currentNumberScheduled"},
        {QT_TR_NOOP("Up to date"), "status.updatedReplicas"},
        {QT_TR_NOOP("Up to date"), "status.updatedNumberScheduled"},
        {QT_TR_NOOP("Ready"), "status.readyReplicas"},
        {QT_TR_NOOP("Ready"), "status.numberReady"},
        {QT_TR_NOOP("Available"), "status.availableReplicas"},
        {QT_TR_NOOP("Available"), "status.numberAvailable"},
        {QT_TR_NOOP("Not available"), "status.unavailableReplicas"},
        {QT_TR_NOOP("Not available"), "status.numberUnavailable"},
        {QT_TR_NOOP("On wrong nodes"), "status.numberMisscheduled"},
    };
    static constexpr FieldRow rollout[] = {
        {QT_TR_NOOP("Paused"), "spec.paused", Form::YesNo},
        {QT_TR_NOOP("Strategy"), "spec.strategy.type"},
        {QT_TR_NOOP("Strategy"), "spec.updateStrategy.type"},
        {QT_TR_NOOP("May be missing"), "spec.strategy.rollingUpdate.maxUnavailable"},
        {QT_TR_NOOP("May be more"), "spec.strategy.rollingUpdate.maxSurge"},
        {QT_TR_NOOP("Service"), "spec.serviceName", Form::Link, {}, "Service"},
        {QT_TR_NOOP("Old versions kept"), "spec.revisionHistoryLimit"},
    };
    Section replicas{Phrase(QT_TR_NOOP("Replicas")), {}};
    addFields(replicas, object, counts);
    addSection(summary, std::move(replicas));
    Section how{Phrase(QT_TR_NOOP("Rollout")), {}};
    addFields(how, object, rollout, namespaceOf(object));
    addSelector(how, at(object, "spec.selector"));
    addSection(summary, std::move(how));
    addTemplate(summary, at(object, "spec.template.spec"), namespaceOf(object));
}

namespace {

std::vector<Line> jobLinks(const text::Value &list, const std::string &namespaceName)
{
    std::vector<Line> lines;
    for (const text::Value &job : list.items())
        lines.push_back({linkPart("batch", "Job", namespaceName, job["name"].text())});
    return lines;
}

} // namespace

void addJob(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow schedule[] = {
        {QT_TR_NOOP("Schedule"), "spec.schedule", Form::Machine},
        {QT_TR_NOOP("Time zone"), "spec.timeZone"},
        {QT_TR_NOOP("Suspended"), "spec.suspend", Form::YesNo},
        {QT_TR_NOOP("When runs overlap"), "spec.concurrencyPolicy"},
        {QT_TR_NOOP("Last started"), "status.lastScheduleTime", Form::Age},
        {QT_TR_NOOP("Last succeeded"), "status.lastSuccessfulTime", Form::Age},
        {QT_TR_NOOP("Started"), "status.startTime", Form::Age},
        {QT_TR_NOOP("Completed"), "status.completionTime", Form::Age},
        {QT_TR_NOOP("Running"), "status.active"},
        {QT_TR_NOOP("Succeeded"), "status.succeeded"},
        {QT_TR_NOOP("Failed"), "status.failed"},
        {QT_TR_NOOP("Completions wanted"), "spec.completions"},
        {QT_TR_NOOP("At the same time"), "spec.parallelism"},
        {QT_TR_NOOP("Tries"), "spec.backoffLimit"},
        {QT_TR_NOOP("Time limit"), "spec.activeDeadlineSeconds", Form::Seconds},
        {QT_TR_NOOP("Removed after"), "spec.ttlSecondsAfterFinished", Form::Seconds},
    };
    Section section{Phrase(QT_TR_NOOP("Runs")), {}};
    for (const FieldRow &field : schedule) {
        // A CronJob tells its running jobs in a list of objects.
        if (at(object, field.path).isList())
            addRow(section, field.label, jobLinks(at(object, field.path), namespaceOf(object)));
        else
            addFields(section, object, {&field, 1});
    }
    addSection(summary, std::move(section));
    const bool isCron = object["kind"].text() == "CronJob";
    addTemplate(summary, at(object, isCron ? "spec.jobTemplate.spec.template.spec" : "spec.template.spec"), namespaceOf(object));
}

void addAutoscaler(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("At least"), "spec.minReplicas"},
        {QT_TR_NOOP("At most"), "spec.maxReplicas"},
        {QT_TR_NOOP("Current"), "status.currentReplicas"},
        {QT_TR_NOOP("Wanted"), "status.desiredReplicas"},
        {QT_TR_NOOP("Last changed"), "status.lastScaleTime", Form::Age},
    };
    const text::Value &target = at(object, "spec.scaleTargetRef");
    Section section{Phrase(QT_TR_NOOP("Replicas")), {}};
    if (target.isMap())
        addRow(section, QT_TR_NOOP("Scales"), kindLinkPart(groupOf(target["apiVersion"].text()), target["kind"].text(), namespaceOf(object), target["name"].text()));
    addFields(section, object, fields);
    addSection(summary, std::move(section));
    addAnything(summary, object);
}

} // namespace detail
