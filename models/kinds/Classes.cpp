#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

/// What a pod names to be scheduled and run: PriorityClass and RuntimeClass.
struct PriorityClass : Fields
{
    using Fields::Fields;

    Field value = plan.field("value");
    Field globalDefault = plan.field("globalDefault");
    Field preemption = plan.field("preemptionPolicy");
};

struct RuntimeClass : Fields
{
    using Fields::Fields;

    Field handler = plan.field("handler");
};

const Column priorityColumns[] = {{"Name"}, {"Value"}, {"Global-Default"}, {"Age"}, {"PreemptionPolicy"}};
const Column runtimeColumns[] = {{"Name"}, {"Handler"}, {"Age"}};

void writePriority(const PriorityClass &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.integer(object.integer(f.value));
    writeBoolean(out, object.boolean(f.globalDefault));
    writeAge(out, object, f.created);
    out.text(object.text(f.preemption));
}

void writeRuntime(const RuntimeClass &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.handler));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<PriorityClass, writePriority, "scheduling.k8s.io/v1", "PriorityClass">("priorityclasses", Scope::Cluster, priorityColumns),
    makeKind<RuntimeClass, writeRuntime, "node.k8s.io/v1", "RuntimeClass">("runtimeclasses", Scope::Cluster, runtimeColumns),
};

} // namespace

constinit const std::span<const Kind> classKinds = list;

} // namespace kinds
