#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"
#include "models/text/Time.h"

namespace kinds {
namespace {

/// Kinds without a printer of their own: the server gives the time of creation as text, never an age.
const Column columns[] = {{"Name"}, {"Created At"}};

void write(const Fields &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(text::formatTime({object.seconds(f.created).value_or(text::ZeroTimeSeconds), 0}));
}

constexpr Kind list[] = {
    makeKind<Fields, write, "v1", "LimitRange">("limitranges", Scope::Namespaced, columns),
    makeKind<Fields, write, "rbac.authorization.k8s.io/v1", "Role">("roles", Scope::Namespaced, columns),
    makeKind<Fields, write, "rbac.authorization.k8s.io/v1", "ClusterRole">("clusterroles", Scope::Cluster, columns),
    makeKind<Fields, write, "storage.k8s.io/v1", "CSIStorageCapacity">("csistoragecapacities", Scope::Namespaced, columns),
    makeKind<Fields, write, "apiextensions.k8s.io/v1", "CustomResourceDefinition">("customresourcedefinitions", Scope::Cluster, columns),
};

} // namespace

constinit const std::span<const Kind> defaultTableKinds = list;

} // namespace kinds
