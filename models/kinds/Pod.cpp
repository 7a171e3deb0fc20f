#include "models/kinds/CellText.h"
#include "models/kinds/Conditions.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Why.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

namespace kinds {
namespace {

struct StatusFields
{
    StatusFields(Plan &plan, const std::string &path) : list(plan.items(path)) {}

    Items list;
    Field name = list.field("name");
    Field restarts = list.field("restartCount");
    Field ready = list.field("ready");
    Field started = list.field("started");
    Field running = list.field("state.running");
    Field waitingReason = list.field("state.waiting.reason");
    Field terminated = list.field("state.terminated");
    Field exitCode = list.field("state.terminated.exitCode");
    Field signal = list.field("state.terminated.signal");
    Field terminatedReason = list.field("state.terminated.reason");
    Field lastFinished = list.field("lastState.terminated.finishedAt");
};

struct Pod : Fields
{
    using Fields::Fields;

    Field deleted = plan.field("metadata.deletionTimestamp");
    Field node = plan.field("spec.nodeName");
    Field serviceAccount = plan.field("spec.serviceAccountName");
    Field phase = plan.field("status.phase");
    Field reason = plan.field("status.reason");
    Field address = plan.field("status.podIP");
    Field nominatedNode = plan.field("status.nominatedNodeName");
    Items containers = plan.items("spec.containers");
    Items initContainers = plan.items("spec.initContainers");
    Field initName = initContainers.field("name");
    Field initRestartPolicy = initContainers.field("restartPolicy");
    Items gates = plan.items("spec.readinessGates");
    Field gateType = gates.field("conditionType");
    ConditionFields conditions{plan};
    Field conditionReason = conditions.list.field("reason");
    StatusFields initStatuses{plan, "status.initContainerStatuses"};
    StatusFields statuses{plan, "status.containerStatuses"};
    PodWhyFields why{plan};
};

const Column columns[] = {
    {"Name"},
    {"Ready"},
    {"Status"},
    {"Restarts"},
    {"Age"},
    {"IP", Shown::Wide},
    {"Node", Shown::Wide},
    {"Nominated Node", Shown::Wide},
    {"Readiness Gates", Shown::Wide},
    {"ServiceAccount", Shown::Model},
    {"Why", Shown::Model},
};

/// A status as its parts; the text is made once, when the pod's last word is known.
struct StatusText
{
    std::string_view prefix;
    std::string_view word;
    std::int64_t number = -1;   ///< after the word, when not negative
    std::int64_t of = -1;       ///< "number/of", when not negative

    bool is(std::string_view text) const { return prefix.empty() && number < 0 && word == text; }
    void write(CellWriter &out) const
    {
        if (prefix.empty() && number < 0)
            return out.text(word);
        CellText text;
        text.add(prefix).add(word);
        if (number >= 0)
            text.add(number);
        if (of >= 0)
            text.add("/").add(of);
        text.write(out);
    }
};

struct Restarts
{
    std::int64_t count = 0;
    std::int64_t last = kube::Cell::NoTime;

    void add(const StatusFields &f, const Record &container)
    {
        count += container.integer(f.restarts);
        if (const auto finished = container.seconds(f.lastFinished))
            last = std::max(last, *finished);
    }
};

struct Summary
{
    StatusText status;
    Restarts restarts;
    std::int64_t ready = 0;
    std::int64_t total = 0;
};

/// What the conditions say, in one pass.
struct Facts
{
    bool gated = false;
    bool ready = false;
    std::optional<bool> initialized;
};

Facts factsOf(const Pod &f, const Record &pod)
{
    Facts facts;
    for (const Record condition : pod.items(f.conditions.list)) {
        const std::string_view type = condition.text(f.conditions.type);
        const bool isTrue = condition.text(f.conditions.status) == "True";
        if (type == "PodScheduled" && condition.text(f.conditionReason) == "SchedulingGated")
            facts.gated = true;
        else if (type == "Ready" && isTrue)
            facts.ready = true;
        else if (type == "Initialized" && !facts.initialized)
            facts.initialized = isTrue;
    }
    return facts;
}

/// The names of the init containers that run beside the others.
void findSidecars(const Pod &f, const Record &pod, std::vector<std::string_view> &names)
{
    for (const Record container : pod.items(f.initContainers))
        if (container.text(f.initRestartPolicy) == "Always")
            names.push_back(container.text(f.initName));
    std::sort(names.begin(), names.end());
}

StatusText terminatedStatus(const StatusFields &f, const Record &container, bool init)
{
    if (const std::string_view reason = container.text(f.terminatedReason); !reason.empty())
        return {init ? "Init:" : "", reason};
    if (const std::int64_t signal = container.integer(f.signal); signal != 0)
        return {init ? "Init:" : "", "Signal:", signal};
    return {init ? "Init:" : "", "ExitCode:", container.integer(f.exitCode)};
}

/// Why this init container, the index-th, holds the pod up.
StatusText holdingStatus(const Pod &f, const Record &pod, const Record &container, std::int64_t index)
{
    const StatusFields &s = f.initStatuses;
    if (container.has(s.terminated))
        return terminatedStatus(s, container, true);
    if (const std::string_view reason = container.text(s.waitingReason); !reason.empty() && reason != "PodInitializing")
        return {"Init:", reason};
    return {"Init:", {}, index, static_cast<std::int64_t>(pod.count(f.initContainers))};
}

/// Adds up the init containers until the first that holds the pod up; true when there is one.
/// The restarts of sidecars are also counted apart: they are what remains once the pod is initialized.
bool addInitContainers(const Pod &f, const Record &pod, const std::vector<std::string_view> &sidecars, Summary &summary, Restarts &lasting)
{
    const StatusFields &s = f.initStatuses;
    std::int64_t index = 0;
    for (const Record container : pod.items(s.list)) {
        summary.restarts.add(s, container);
        const bool sidecar = std::binary_search(sidecars.begin(), sidecars.end(), container.text(s.name));
        if (sidecar)
            lasting.add(s, container);
        const bool succeeded = container.has(s.terminated) && container.integer(s.exitCode) == 0;
        const bool runsBeside = !succeeded && sidecar && container.boolean(s.started);
        if (!succeeded && !runsBeside) {
            summary.status = holdingStatus(f, pod, container, index);
            return true;
        }
        summary.ready += runsBeside && container.boolean(s.ready);
        ++index;
    }
    return false;
}

/// The first container in the list has the last word, so they are taken from behind.
void addContainers(const Pod &f, const Record &pod, const Facts &facts, Summary &summary)
{
    const StatusFields &s = f.statuses;
    Reused<std::vector<Record>> containers;
    for (const Record container : pod.items(s.list))
        containers->push_back(container);
    bool running = false;
    std::optional<StatusText> failure;
    for (auto each = containers->rbegin(); each != containers->rend(); ++each) { // clang 14 cannot read libstdc++'s std::views
        const Record &container = *each;
        summary.restarts.add(s, container);
        if (const std::string_view waiting = container.text(s.waitingReason); !waiting.empty()) {
            summary.status = {{}, waiting};
        } else if (container.has(s.terminated)) {
            summary.status = terminatedStatus(s, container, false);
            if (container.integer(s.exitCode) != 0)
                failure = summary.status;
        } else if (container.boolean(s.ready) && container.has(s.running)) {
            running = true;
            ++summary.ready;
        }
    }
    if (!summary.status.is("Completed"))
        return;
    if (running && facts.ready)
        summary.status = {{}, "Running"};
    else if (failure)
        summary.status = *failure;
    else if (running)
        summary.status = {{}, "NotReady"};
}

Summary summarize(const Pod &f, const Record &pod)
{
    const Facts facts = factsOf(f, pod);
    const std::string_view phase = pod.text(f.phase);
    const std::string_view reason = pod.text(f.reason);
    Reused<std::vector<std::string_view>> sidecars;
    findSidecars(f, pod, *sidecars);
    Summary summary;
    summary.total = static_cast<std::int64_t>(pod.count(f.containers) + sidecars->size());
    summary.status.word = facts.gated ? "SchedulingGated" : reason.empty() ? phase : reason;
    Restarts lasting;
    if (!addInitContainers(f, pod, *sidecars, summary, lasting) || facts.initialized.value_or(false)) {
        summary.restarts = lasting;
        addContainers(f, pod, facts, summary);
    }
    if (pod.has(f.deleted)) {
        if (reason == "NodeLost")
            summary.status = {{}, "Unknown"};
        else if (phase != "Succeeded" && phase != "Failed")
            summary.status = {{}, "Terminating"};
    }
    return summary;
}

struct Condition
{
    std::string_view type;
    std::size_t place;
    bool isTrue;
};

/// Sorted by type; the first of a type comes first.
void collectConditions(const Pod &f, const Record &pod, std::vector<Condition> &found)
{
    for (const Record condition : pod.items(f.conditions.list))
        found.push_back({condition.text(f.conditions.type), found.size(), condition.text(f.conditions.status) == "True"});
    std::sort(found.begin(), found.end(),
              [](const Condition &a, const Condition &b) { return std::tie(a.type, a.place) < std::tie(b.type, b.place); });
}

void writeReadinessGates(CellWriter &out, const Pod &f, const Record &pod)
{
    const auto gates = pod.items(f.gates);
    if (gates.size() == 0)
        return out.text("<none>");
    Reused<std::vector<Condition>> conditions;
    collectConditions(f, pod, *conditions);
    std::int64_t open = 0;
    for (const Record gate : gates) {
        const auto found = std::lower_bound(conditions->begin(), conditions->end(), gate.text(f.gateType),
                                            [](const Condition &condition, std::string_view type) { return condition.type < type; });
        open += found != conditions->end() && found->type == gate.text(f.gateType) && found->isTrue;
    }
    writeFraction(out, open, static_cast<std::int64_t>(gates.size()));
}

void write(const Pod &f, const Record &pod, CellWriter &out)
{
    const Summary summary = summarize(f, pod);
    out.text(pod.text(f.name));
    writeFraction(out, summary.ready, summary.total);
    summary.status.write(out);
    out.countAgo(summary.restarts.count, summary.restarts.last);
    writeAge(out, pod, f.created);
    writeText(out, pod.text(f.address), "<none>");
    writeText(out, pod.text(f.node), "<none>");
    writeText(out, pod.text(f.nominatedNode), "<none>");
    writeReadinessGates(out, f, pod);
    out.text(pod.text(f.serviceAccount));
    writePodWhy(out, pod, f.why);
}

constexpr Kind list[] = {makeKind<Pod, write, "v1", "Pod">("pods", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> podKinds = list;

} // namespace kinds
