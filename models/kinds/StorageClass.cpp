#include "models/kinds/Annotations.h"
#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct StorageClass : Fields
{
    using Fields::Fields;

    AnnotationFields annotations{plan};
    Field provisioner = plan.field("provisioner");
    Field reclaimPolicy = plan.field("reclaimPolicy");
    Field bindingMode = plan.field("volumeBindingMode");
    Field expansion = plan.field("allowVolumeExpansion");
};

const Column columns[] = {
    {"Name"}, {"Provisioner"}, {"ReclaimPolicy"}, {"VolumeBindingMode"}, {"AllowVolumeExpansion"}, {"Age"},
};

void write(const StorageClass &f, const Record &object, CellWriter &out)
{
    const bool isDefault = f.annotations.isTrue(
        object, {"storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"});
    CellText name;
    name.add(object.text(f.name)).add(isDefault ? " (default)" : "").write(out);
    out.text(object.text(f.provisioner));
    writePresent(out, object, f.reclaimPolicy, "Delete");
    writePresent(out, object, f.bindingMode, "Immediate");
    writeBoolean(out, object.boolean(f.expansion));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {makeKind<StorageClass, write, "storage.k8s.io/v1", "StorageClass">("storageclasses", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> storageClassKinds = list;

} // namespace kinds
