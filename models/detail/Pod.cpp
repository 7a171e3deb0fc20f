#include "models/detail/Sections.h"

#include <QtGlobal>

namespace detail {

namespace {

std::vector<Line> addresses(const text::Value &list)
{
    std::vector<Line> lines;
    for (const text::Value &item : list.items())
        lines.push_back({machinePart(item["ip"].text())});
    return lines;
}

std::vector<Line> tolerations(const text::Value &list)
{
    std::vector<Line> lines;
    for (const text::Value &item : list.items()) {
        const std::string key = item["key"].text();
        std::string text = key.empty() ? "*" : key;
        if (!item["value"].text().empty())
            text += '=' + item["value"].text();
        if (!item["effect"].text().empty())
            text += ':' + item["effect"].text();
        if (item["tolerationSeconds"].isNull())
            lines.push_back({textPart(text)});
        else
            lines.push_back({textPart(text), wordsPart(Phrase(QT_TR_NOOP("for %1 s"), {shown(item["tolerationSeconds"])}), Tone::Quiet)});
    }
    return lines;
}

/// Where the pod is allowed to run and why it is where it is.
void addPlacement(Summary &summary, const text::Value &pod)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("Node"), "spec.nodeName", Form::ClusterLink, {}, "Node"},
        {QT_TR_NOOP("Nominated node"), "status.nominatedNodeName", Form::ClusterLink, {}, "Node"},
        {QT_TR_NOOP("Node selector"), "spec.nodeSelector", Form::Pairs},
        {QT_TR_NOOP("Priority"), "spec.priority"},
        {QT_TR_NOOP("Priority class"), "spec.priorityClassName", Form::ClusterLink, "scheduling.k8s.io", "PriorityClass"},
        {QT_TR_NOOP("Runtime class"), "spec.runtimeClassName", Form::ClusterLink, "node.k8s.io", "RuntimeClass"},
    };
    Section section{Phrase(QT_TR_NOOP("Placement")), {}};
    addFields(section, pod, fields);
    addRow(section, QT_TR_NOOP("Scheduling gates"), namesOf(at(pod, "spec.schedulingGates")));
    addRow(section, QT_TR_NOOP("Tolerations"), tolerations(at(pod, "spec.tolerations")));
    addSection(summary, std::move(section));
}

} // namespace

void addPod(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow identity[] = {
        {QT_TR_NOOP("ServiceAccount"), "spec.serviceAccountName", Form::Link, {}, "ServiceAccount"},
        {QT_TR_NOOP("Token mounted"), "spec.automountServiceAccountToken", Form::YesNo},
    };
    static constexpr FieldRow state[] = {
        {QT_TR_NOOP("Phase"), "status.phase"},
        {QT_TR_NOOP("Reason"), "status.reason"},
        {QT_TR_NOOP("Message"), "status.message"},
        {QT_TR_NOOP("Started"), "status.startTime", Form::Age},
        {QT_TR_NOOP("Quality of service"), "status.qosClass"},
        {QT_TR_NOOP("Restart policy"), "spec.restartPolicy"},
        {QT_TR_NOOP("Grace period"), "spec.terminationGracePeriodSeconds", Form::Seconds},
    };
    Section runsAs{Phrase(QT_TR_NOOP("Runs as")), {}};
    addFields(runsAs, object, identity, namespaceOf(object));
    addRow(runsAs, QT_TR_NOOP("Pull secrets"), namesOf(at(object, "spec.imagePullSecrets"), "Secret", namespaceOf(object)));
    addSection(summary, std::move(runsAs));
    addContainers(summary, object["spec"], object["status"]);
    Section status{Phrase(QT_TR_NOOP("Status")), {}};
    addFields(status, object, state);
    addRow(status, QT_TR_NOOP("Pod address"), addresses(at(object, "status.podIPs")));
    addRow(status, QT_TR_NOOP("Node address"), addresses(at(object, "status.hostIPs")));
    addSection(summary, std::move(status));
    addPlacement(summary, object);
    addVolumes(summary, object["spec"], namespaceOf(object));
}

} // namespace detail
