#include "models/kinds/CellText.h"
#include "models/kinds/Conditions.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct PodGroup : Fields
{
    using Fields::Fields;

    Field gang = plan.field("spec.schedulingPolicy.gang");
    Field reference = plan.field("spec.podGroupTemplateRef");
    Field workload = plan.field("spec.podGroupTemplateRef.workload.workloadName");
    ConditionFields conditions{plan};
    Field reason = conditions.list.field("reason");
};

const Column columns[] = {{"Name"}, {"Policy"}, {"Workload"}, {"Status"}, {"Age"}};

std::string_view statusOf(const PodGroup &f, const Record &group)
{
    if (const auto disrupted = f.conditions.find(group, "DisruptionTarget"))
        return disrupted->text(f.reason);
    const auto scheduled = f.conditions.find(group, "PodGroupScheduled");
    if (!scheduled)
        return "Pending";
    return scheduled->text(f.conditions.status) == "True" ? "Scheduled" : "Unschedulable";
}

void write(const PodGroup &f, const Record &group, CellWriter &out)
{
    out.text(group.text(f.name));
    out.text(group.has(f.gang) ? "Gang" : "Basic");
    out.text(group.has(f.reference) ? group.text(f.workload) : "<none>");
    out.text(statusOf(f, group));
    writeAge(out, group, f.created);
}

constexpr Kind list[] = {makeKind<PodGroup, write, "scheduling.k8s.io/v1alpha2", "PodGroup">("podgroups", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> podGroupKinds = list;

} // namespace kinds
