#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

/// Kinds of which the server says no more than how old they are.
const Column columns[] = {{"Name"}, {"Age"}};

void write(const Fields &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<Fields, write, "resource.k8s.io/v1", "DeviceClass">("deviceclasses", Scope::Cluster, columns),
    makeKind<Fields, write, "resource.k8s.io/v1beta2", "DeviceClass">("deviceclasses", Scope::Cluster, columns),
    makeKind<Fields, write, "resource.k8s.io/v1beta1", "DeviceClass">("deviceclasses", Scope::Cluster, columns),
    makeKind<Fields, write, "resource.k8s.io/v1", "ResourceClaimTemplate">("resourceclaimtemplates", Scope::Namespaced, columns),
    makeKind<Fields, write, "resource.k8s.io/v1beta2", "ResourceClaimTemplate">("resourceclaimtemplates", Scope::Namespaced, columns),
    makeKind<Fields, write, "resource.k8s.io/v1beta1", "ResourceClaimTemplate">("resourceclaimtemplates", Scope::Namespaced, columns),
    makeKind<Fields, write, "scheduling.k8s.io/v1alpha2", "Workload">("workloads", Scope::Namespaced, columns),
};

} // namespace

constinit const std::span<const Kind> nameAndAgeKinds = list;

} // namespace kinds
