#include "models/kinds/Containers.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"
#include "models/kinds/Why.h"

namespace kinds {
namespace {

struct Deployment : Fields
{
    using Fields::Fields;

    Field desired = plan.field("spec.replicas");
    Field ready = plan.field("status.readyReplicas");
    Field updated = plan.field("status.updatedReplicas");
    Field available = plan.field("status.availableReplicas");
    ContainerFields containers{plan, "spec.template.spec"};
    SelectorFields selector{plan, "spec.selector"};
    WhyFields why{plan};
};

const Column columns[] = {
    {"Name"},
    {"Ready"},
    {"Up-to-date"},
    {"Available"},
    {"Age"},
    {"Containers", Shown::Wide},
    {"Images", Shown::Wide},
    {"Selector", Shown::Wide},
    {"Why", Shown::Model},
};

constexpr WhyRule whyRules[] = {{"Available", "True"}, {"Progressing", "True"}, {"ReplicaFailure", "False"}};

void write(const Deployment &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeFraction(out, object.integer(f.ready), object.integer(f.desired, 1));
    out.integer(object.integer(f.updated));
    out.integer(object.integer(f.available));
    writeAge(out, object, f.created);
    writeContainers(out, object, f.containers);
    writeSelector(out, object, f.selector, "", "<invalid>");
    writeWhy(out, object, f.why, whyRules);
}

constexpr Kind list[] = {makeKind<Deployment, write, "apps/v1", "Deployment">("deployments", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> deploymentKinds = list;

} // namespace kinds
