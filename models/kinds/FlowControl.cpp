#include "models/kinds/CellText.h"
#include "models/kinds/Conditions.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct FlowSchema : Fields
{
    using Fields::Fields;

    Field level = plan.field("spec.priorityLevelConfiguration.name");
    Field precedence = plan.field("spec.matchingPrecedence");
    Field distinguisher = plan.field("spec.distinguisherMethod");
    Field method = plan.field("spec.distinguisherMethod.type");
    ConditionFields conditions{plan};
};

struct PriorityLevel : Fields
{
    using Fields::Fields;

    Field type = plan.field("spec.type");
    Field limited = plan.field("spec.limited");
    Field shares = plan.field("spec.limited.nominalConcurrencyShares");
    Field queuing = plan.field("spec.limited.limitResponse.queuing");
    Field queues = plan.field("spec.limited.limitResponse.queuing.queues");
    Field handSize = plan.field("spec.limited.limitResponse.queuing.handSize");
    Field lengthLimit = plan.field("spec.limited.limitResponse.queuing.queueLengthLimit");
};

const Column schemaColumns[] = {
    {"Name"}, {"PriorityLevel"}, {"MatchingPrecedence"}, {"DistinguisherMethod"}, {"Age"}, {"MissingPL"},
};
const Column levelColumns[] = {
    {"Name"}, {"Type"}, {"NominalConcurrencyShares"}, {"Queues"}, {"HandSize"}, {"QueueLengthLimit"}, {"Age"},
};

void writeSchema(const FlowSchema &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.level));
    out.integer(object.integer(f.precedence));
    out.text(object.has(f.distinguisher) ? object.text(f.method) : "<none>");
    writeAge(out, object, f.created);
    const auto dangling = f.conditions.find(object, "Dangling");
    out.text(dangling ? dangling->text(f.conditions.status) : "?");
}

void writeNumber(CellWriter &out, const Record &object, Field parent, Field number)
{
    if (object.has(parent))
        out.integer(object.integer(number));
    else
        out.text("<none>");
}

void writeLevel(const PriorityLevel &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.type));
    writeNumber(out, object, f.limited, f.shares);
    for (const Field number : {f.queues, f.handSize, f.lengthLimit})
        writeNumber(out, object, f.queuing, number);
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<FlowSchema, writeSchema, "flowcontrol.apiserver.k8s.io/v1", "FlowSchema">("flowschemas", Scope::Cluster, schemaColumns),
    makeKind<PriorityLevel, writeLevel, "flowcontrol.apiserver.k8s.io/v1", "PriorityLevelConfiguration">("prioritylevelconfigurations",
                                                                                                         Scope::Cluster, levelColumns),
};

} // namespace

constinit const std::span<const Kind> flowControlKinds = list;

} // namespace kinds
