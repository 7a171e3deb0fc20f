#include "models/detail/Sections.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace detail {

namespace {

const text::Value &named(const text::Value &list, std::string_view name)
{
    static const text::Value nothing;
    const auto found = std::ranges::find_if(list.items(), [&](const text::Value &item) { return item["name"].text() == name; });
    return found == list.items().end() ? nothing : *found;
}

Line ended(const text::Value &terminated)
{
    const std::int64_t code = terminated["exitCode"].asInteger();
    const std::string &reason = terminated["reason"].text();
    Line line;
    if (!reason.empty())
        line.push_back(textPart(reason, code == 0 ? Tone::Unknown : Tone::Error));
    line.push_back(wordsPart(exitCodeWords(code, reason), reason.empty() && code != 0 ? Tone::Error : Tone::Normal));
    if (const auto at = timeOf(terminated["finishedAt"]))
        line.push_back(wordsPart(Phrase(QT_TR_NOOP("%1 ago"), {Argument::age(*at)}), Tone::Quiet));
    return line;
}

Line running(const text::Value &status, const text::Value &state)
{
    const bool ready = status["ready"].asBoolean();
    Line line{wordsPart(Phrase(ready ? QT_TR_NOOP("running, ready") : QT_TR_NOOP("running, not ready")), ready ? Tone::Ok : Tone::Warning)};
    if (const auto since = timeOf(state["startedAt"]))
        line.push_back(wordsPart(Phrase(QT_TR_NOOP("for %1"), {Argument::age(*since)}), Tone::Quiet));
    return line;
}

Line waiting(const text::Value &state)
{
    static constexpr std::array<std::string_view, 3> starting{"", "ContainerCreating", "PodInitializing"};
    const std::string &reason = state["reason"].text();
    const bool starts = std::ranges::find(starting, reason) != starting.end();
    Line line{wordsPart(reason.empty() ? Phrase(QT_TR_NOOP("waiting")) : Phrase(QT_TR_NOOP("waiting: %1"), {reason}), starts ? Tone::Progress : Tone::Error)};
    if (!state["message"].text().empty())
        line.push_back(textPart(state["message"].text(), Tone::Quiet));
    return line;
}

std::vector<Line> stateLines(const text::Value &status)
{
    const text::Value &state = status["state"];
    if (state["running"].isMap())
        return {running(status, state["running"])};
    if (state["terminated"].isMap()) {
        std::vector<Line> lines{ended(state["terminated"])};
        if (!at(state, "terminated.message").text().empty())
            lines.push_back({machinePart(at(state, "terminated.message").text())});
        return lines;
    }
    if (state["waiting"].isMap())
        return {waiting(state["waiting"])};
    return {};
}

void addState(Section &section, const text::Value &status)
{
    if (!status.isMap())
        return;
    addRow(section, QT_TR_NOOP("State"), stateLines(status));
    const text::Value &last = at(status, "lastState.terminated");
    if (last.isMap()) {
        addRow(section, QT_TR_NOOP("Last state"), std::vector<Line>{ended(last)});
        if (!last["message"].text().empty())
            addRow(section, QT_TR_NOOP("Last words"), machinePart(last["message"].text()));
    }
    addRow(section, QT_TR_NOOP("Restarts"), textPart(shown(status["restartCount"])));
}

std::vector<Line> ports(const text::Value &list)
{
    std::vector<Line> lines;
    for (const text::Value &port : list.items()) {
        const std::string protocol = port["protocol"].text().empty() ? "TCP" : port["protocol"].text();
        Line line{textPart(shown(port["containerPort"]) + '/' + protocol)};
        if (!port["name"].text().empty())
            line.push_back(textPart(port["name"].text(), Tone::Quiet));
        if (!port["hostPort"].isNull())
            line.push_back(wordsPart(Phrase(QT_TR_NOOP("on the node: %1"), {shown(port["hostPort"])}), Tone::Quiet));
        lines.push_back(std::move(line));
    }
    return lines;
}

/// "100m requested, limit 200m"; what is not said is said to be not said.
Part amount(const std::string &request, const std::string &limit)
{
    if (request.empty())
        return wordsPart(Phrase(QT_TR_NOOP("limit %1"), {limit}));
    if (limit.empty())
        return wordsPart(Phrase(QT_TR_NOOP("%1 requested, no limit"), {request}));
    return wordsPart(Phrase(QT_TR_NOOP("%1 requested, limit %2"), {request, limit}));
}

void addResources(Section &section, const text::Value &resources)
{
    std::vector<std::string> names;
    for (const char *side : {"requests", "limits"}) {
        for (const text::Value::Member &member : resources[side].members()) {
            if (std::ranges::find(names, member.key) == names.end())
                names.push_back(member.key);
        }
    }
    for (const std::string &name : names) {
        const Part part = amount(shown(resources["requests"][name]), shown(resources["limits"][name]));
        if (name == "cpu")
            addRow(section, QT_TR_NOOP("CPU"), part);
        else if (name == "memory")
            addRow(section, QT_TR_NOOP("Memory"), part);
        else
            addNamedRow(section, name, {{part}});
    }
}

/// Where the value of an environment variable comes from.
Part originOf(const text::Value &from)
{
    struct Origin
    {
        std::string_view member;
        std::string_view name;
        std::string_view key;
        std::string_view words;
    };
    static constexpr Origin origins[] = {
        {"secretKeyRef", "name", "key", QT_TR_NOOP("from Secret %1, key %2")},
        {"configMapKeyRef", "name", "key", QT_TR_NOOP("from ConfigMap %1, key %2")},
        {"fieldRef", "fieldPath", "", QT_TR_NOOP("from the pod's field %1")},
        {"resourceFieldRef", "resource", "containerName", QT_TR_NOOP("from the container's resource %1")},
        {"fileKeyRef", "volumeName", "key", QT_TR_NOOP("from a file in volume %1, key %2")},
    };
    for (const Origin &origin : origins) {
        const text::Value &source = from[origin.member];
        if (source.isMap())
            return wordsPart(Phrase(origin.words, {shown(source[origin.name]), shown(source[origin.key])}), Tone::Quiet);
    }
    return textPart(shown(from));
}

/// All keys of an object, with what stands before them and whether it must be there.
Line sourceLine(const text::Value &source)
{
    const bool isSecret = source["secretRef"].isMap();
    const text::Value &reference = source[isSecret ? "secretRef" : "configMapRef"];
    Line line{wordsPart(Phrase(isSecret ? QT_TR_NOOP("all keys of Secret %1") : QT_TR_NOOP("all keys of ConfigMap %1"), {shown(reference["name"])}), Tone::Quiet)};
    if (!source["prefix"].text().empty())
        line.push_back(wordsPart(Phrase(QT_TR_NOOP("each behind %1"), {source["prefix"].text()}), Tone::Quiet));
    if (reference["optional"].asBoolean())
        line.push_back(wordsPart(Phrase(QT_TR_NOOP("if it is there")), Tone::Quiet));
    return line;
}

/// What is written of it: where values come from, in the order in which the kubelet takes them. Of a pod more is known, see addEnvironment().
void addWrittenEnvironment(Section &section, const text::Value &container)
{
    std::vector<Line> lines;
    for (const text::Value &source : container["envFrom"].items())
        lines.push_back(sourceLine(source));
    for (const text::Value &variable : container["env"].items()) {
        const std::string &name = variable["name"].text();
        if (variable["valueFrom"].isMap())
            lines.push_back({machinePart(name), originOf(variable["valueFrom"])});
        else
            lines.push_back({machinePart(name + '=' + variable["value"].text())});
    }
    addRow(section, QT_TR_NOOP("Environment"), std::move(lines));
}

std::string probeText(const text::Value &probe)
{
    if (probe["httpGet"].isMap())
        return "HTTP GET " + shown(at(probe, "httpGet.path")) + " :" + shown(at(probe, "httpGet.port"));
    if (probe["tcpSocket"].isMap())
        return "TCP :" + shown(at(probe, "tcpSocket.port"));
    if (probe["grpc"].isMap())
        return "gRPC :" + shown(at(probe, "grpc.port"));
    return commandLine(at(probe, "exec.command"));
}

void addProbes(Section &section, const text::Value &container)
{
    struct Probe
    {
        std::string_view label;
        std::string_view member;
    };
    static constexpr Probe probes[] = {
        {QT_TR_NOOP("Liveness"), "livenessProbe"}, {QT_TR_NOOP("Readiness"), "readinessProbe"}, {QT_TR_NOOP("Startup"), "startupProbe"}};
    for (const Probe &probe : probes) {
        const text::Value &value = container[probe.member];
        if (!value.isMap())
            continue;
        const std::string period = value["periodSeconds"].isNull() ? "10" : shown(value["periodSeconds"]);
        addRow(section, probe.label, std::vector<Line>{{machinePart(probeText(value)), wordsPart(Phrase(QT_TR_NOOP("every %1 s"), {period}), Tone::Quiet)}});
    }
}

std::vector<Line> mounts(const text::Value &list)
{
    std::vector<Line> lines;
    for (const text::Value &mount : list.items()) {
        Line line{machinePart(mount["mountPath"].text()), wordsPart(Phrase(QT_TR_NOOP("from volume %1"), {mount["name"].text()}), Tone::Quiet)};
        if (mount["readOnly"].asBoolean())
            line.push_back(wordsPart(Phrase(QT_TR_NOOP("read only")), Tone::Quiet));
        lines.push_back(std::move(line));
    }
    return lines;
}

/// One list of containers of a pod, and where its states are told.
struct ContainerList
{
    std::string_view member;
    std::string_view statuses;
    std::string_view title;
};

void addContainer(Summary &summary, const ContainerList &list, const text::Value &container, const text::Value &status)
{
    static constexpr FieldRow program[] = {
        {QT_TR_NOOP("Image"), "image", Form::Machine},
        {QT_TR_NOOP("Command"), "command", Form::Command},
        {QT_TR_NOOP("Arguments"), "args", Form::Command},
    };
    Section section{Phrase(list.title, {container["name"].text()}), {}};
    addState(section, status);
    addFields(section, container, program);
    addRow(section, QT_TR_NOOP("Ports"), ports(container["ports"]));
    addResources(section, container["resources"]);
    addWrittenEnvironment(section, container);
    addProbes(section, container);
    addRow(section, QT_TR_NOOP("Mounts"), mounts(container["volumeMounts"]));
    addSection(summary, std::move(section));
}

} // namespace

void addContainers(Summary &summary, const text::Value &podSpec, const text::Value &status)
{
    static constexpr ContainerList lists[] = {
        {"containers", "containerStatuses", QT_TR_NOOP("Container %1")},
        {"initContainers", "initContainerStatuses", QT_TR_NOOP("Init container %1")},
        {"ephemeralContainers", "ephemeralContainerStatuses", QT_TR_NOOP("Debug container %1")},
    };
    for (const ContainerList &list : lists) {
        for (const text::Value &container : podSpec[list.member].items())
            addContainer(summary, list, container, named(status[list.statuses], container["name"].text()));
    }
}

} // namespace detail
