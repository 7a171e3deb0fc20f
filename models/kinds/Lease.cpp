#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct Lease : Fields
{
    using Fields::Fields;

    Field holder = plan.field("spec.holderIdentity");
};

struct LeaseCandidate : Fields
{
    using Fields::Fields;

    Field lease = plan.field("spec.leaseName");
    Field binary = plan.field("spec.binaryVersion");
    Field emulation = plan.field("spec.emulationVersion");
};

const Column leaseColumns[] = {{"Name"}, {"Holder"}, {"Age"}};
const Column candidateColumns[] = {{"Name"}, {"LeaseName"}, {"BinaryVersion"}, {"EmulationVersion"}, {"Age"}};

void writeLease(const Lease &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.holder));
    writeAge(out, object, f.created);
}

void writeCandidate(const LeaseCandidate &f, const Record &object, CellWriter &out)
{
    for (const Field text : {f.name, f.lease, f.binary, f.emulation})
        out.text(object.text(text));
    writeAge(out, object, f.created);
}

template <Literal ApiVersion>
constexpr Kind candidate =
    makeKind<LeaseCandidate, writeCandidate, ApiVersion, "LeaseCandidate">("leasecandidates", Scope::Namespaced, candidateColumns);

constexpr Kind list[] = {
    makeKind<Lease, writeLease, "coordination.k8s.io/v1", "Lease">("leases", Scope::Namespaced, leaseColumns),
    candidate<"coordination.k8s.io/v1beta1">,
    candidate<"coordination.k8s.io/v1alpha2">,
};

} // namespace

constinit const std::span<const Kind> leaseKinds = list;

} // namespace kinds
