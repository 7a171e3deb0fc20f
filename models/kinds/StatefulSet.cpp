#include "models/kinds/Containers.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct StatefulSet : Fields
{
    using Fields::Fields;

    Field desired = plan.field("spec.replicas");
    Field ready = plan.field("status.readyReplicas");
    ContainerFields containers{plan, "spec.template.spec"};
};

const Column columns[] = {{"Name"}, {"Ready"}, {"Age"}, {"Containers", Shown::Wide}, {"Images", Shown::Wide}};

void write(const StatefulSet &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeFraction(out, object.integer(f.ready), object.integer(f.desired, 1));
    writeAge(out, object, f.created);
    writeContainers(out, object, f.containers);
}

constexpr Kind list[] = {makeKind<StatefulSet, write, "apps/v1", "StatefulSet">("statefulsets", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> statefulSetKinds = list;

} // namespace kinds
