#include "models/kinds/Containers.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"
#include "models/kinds/Why.h"

namespace kinds {
namespace {

struct Replicas : Fields
{
    using Fields::Fields;

    Field desired = plan.field("spec.replicas");
    Field current = plan.field("status.replicas");
    Field ready = plan.field("status.readyReplicas");
    ContainerFields containers{plan, "spec.template.spec"};
    WhyFields why{plan};
};

struct ReplicaSet : Replicas
{
    using Replicas::Replicas;

    SelectorFields selector{plan, "spec.selector"};
};

struct ReplicationController : Replicas
{
    using Replicas::Replicas;

    Items selector = plan.items("spec.selector");
};

const Column columns[] = {
    {"Name"},
    {"Desired"},
    {"Current"},
    {"Ready"},
    {"Age"},
    {"Containers", Shown::Wide},
    {"Images", Shown::Wide},
    {"Selector", Shown::Wide},
    {"Why", Shown::Model},
};

constexpr WhyRule whyRules[] = {{"ReplicaFailure", "False"}};

void writeCommon(const Replicas &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.integer(object.integer(f.desired, 1));
    out.integer(object.integer(f.current));
    out.integer(object.integer(f.ready));
    writeAge(out, object, f.created);
    writeContainers(out, object, f.containers);
}

void writeReplicaSet(const ReplicaSet &f, const Record &object, CellWriter &out)
{
    writeCommon(f, object, out);
    writeSelector(out, object, f.selector);
    writeWhy(out, object, f.why, whyRules);
}

void writeController(const ReplicationController &f, const Record &object, CellWriter &out)
{
    writeCommon(f, object, out);
    writeLabels(out, object, f.selector);
    writeWhy(out, object, f.why, whyRules);
}

constexpr Kind list[] = {
    makeKind<ReplicaSet, writeReplicaSet, "apps/v1", "ReplicaSet">("replicasets", Scope::Namespaced, columns),
    makeKind<ReplicationController, writeController, "v1", "ReplicationController">("replicationcontrollers", Scope::Namespaced, columns),
};

} // namespace

constinit const std::span<const Kind> replicaSetKinds = list;

} // namespace kinds
