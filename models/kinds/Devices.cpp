#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

/// Dynamic resource allocation: claims, slices and taints of devices.
struct ResourceClaim : Fields
{
    using Fields::Fields;

    Field deleted = plan.field("metadata.deletionTimestamp");
    Field allocation = plan.field("status.allocation");
    Items reservedFor = plan.items("status.reservedFor");
};

struct ResourceSlice : Fields
{
    using Fields::Fields;

    Field node = plan.field("spec.nodeName");
    Field driver = plan.field("spec.driver");
    Field pool = plan.field("spec.pool.name");
};

struct DeviceTaintRule : Fields
{
    using Fields::Fields;

    Field key = plan.field("spec.taint.key");
    Field value = plan.field("spec.taint.value");
    Field effect = plan.field("spec.taint.effect");
    Field added = plan.field("spec.taint.timeAdded");
};

const Column claimColumns[] = {{"Name"}, {"State"}, {"Age"}};
const Column sliceColumns[] = {{"Name"}, {"Node"}, {"Driver"}, {"Pool"}, {"Age"}};
const Column taintColumns[] = {{"Name"}, {"Key"}, {"Value"}, {"Effect"}, {"TimeAdded"}, {"Age"}};

void writeClaim(const ResourceClaim &f, const Record &claim, CellWriter &out)
{
    const bool deleted = claim.has(f.deleted);
    const bool allocated = claim.has(f.allocation);
    CellText state;
    if (deleted)
        state.next().add("deleted");
    if (allocated)
        state.next().add("allocated");
    if (allocated && claim.count(f.reservedFor) > 0)
        state.next().add("reserved");
    out.text(claim.text(f.name));
    state.write(out, "pending");
    writeAge(out, claim, f.created);
}

void writeSlice(const ResourceSlice &f, const Record &slice, CellWriter &out)
{
    for (const Field text : {f.name, f.node, f.driver, f.pool})
        out.text(slice.text(text));
    writeAge(out, slice, f.created);
}

void writeTaint(const DeviceTaintRule &f, const Record &rule, CellWriter &out)
{
    for (const Field text : {f.name, f.key, f.value, f.effect})
        out.text(rule.text(text));
    if (rule.has(f.added))
        writeAge(out, rule, f.added);
    else
        out.text({});
    writeAge(out, rule, f.created);
}

template <Literal ApiVersion>
constexpr Kind claim = makeKind<ResourceClaim, writeClaim, ApiVersion, "ResourceClaim">("resourceclaims", Scope::Namespaced, claimColumns);
template <Literal ApiVersion>
constexpr Kind slice = makeKind<ResourceSlice, writeSlice, ApiVersion, "ResourceSlice">("resourceslices", Scope::Cluster, sliceColumns);
template <Literal ApiVersion>
constexpr Kind taint = makeKind<DeviceTaintRule, writeTaint, ApiVersion, "DeviceTaintRule">("devicetaintrules", Scope::Cluster,
                                                                                            taintColumns);

constexpr Kind list[] = {
    claim<"resource.k8s.io/v1">,      claim<"resource.k8s.io/v1beta2">, claim<"resource.k8s.io/v1beta1">,
    slice<"resource.k8s.io/v1">,      slice<"resource.k8s.io/v1beta2">, slice<"resource.k8s.io/v1beta1">,
    taint<"resource.k8s.io/v1beta2">, taint<"resource.k8s.io/v1alpha3">,
};

} // namespace

constinit const std::span<const Kind> deviceKinds = list;

} // namespace kinds
