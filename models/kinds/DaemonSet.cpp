#include "models/kinds/Containers.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"

namespace kinds {
namespace {

struct DaemonSet : Fields
{
    using Fields::Fields;

    Field desired = plan.field("status.desiredNumberScheduled");
    Field current = plan.field("status.currentNumberScheduled");
    Field ready = plan.field("status.numberReady");
    Field updated = plan.field("status.updatedNumberScheduled");
    Field available = plan.field("status.numberAvailable");
    Items nodeSelector = plan.items("spec.template.spec.nodeSelector");
    ContainerFields containers{plan, "spec.template.spec"};
    SelectorFields selector{plan, "spec.selector"};
};

const Column columns[] = {
    {"Name"},
    {"Desired"},
    {"Current"},
    {"Ready"},
    {"Up-to-date"},
    {"Available"},
    {"Node Selector"},
    {"Age"},
    {"Containers", Shown::Wide},
    {"Images", Shown::Wide},
    {"Selector", Shown::Wide},
};

void write(const DaemonSet &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    for (const Field number : {f.desired, f.current, f.ready, f.updated, f.available})
        out.integer(object.integer(number));
    writeLabels(out, object, f.nodeSelector);
    writeAge(out, object, f.created);
    writeContainers(out, object, f.containers);
    writeSelector(out, object, f.selector);
}

constexpr Kind list[] = {makeKind<DaemonSet, write, "apps/v1", "DaemonSet">("daemonsets", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> daemonSetKinds = list;

} // namespace kinds
