#include "models/kinds/Kinds.h"
#include "models/kinds/Volumes.h"

namespace kinds {
namespace {

struct PersistentVolume : Fields
{
    using Fields::Fields;

    Field deleted = plan.field("metadata.deletionTimestamp");
    AnnotationFields annotations{plan};
    ResourceFields capacity{plan, "spec.capacity"};
    Items accessModes = plan.items("spec.accessModes");
    Field reclaimPolicy = plan.field("spec.persistentVolumeReclaimPolicy");
    Field claim = plan.field("spec.claimRef");
    Field claimNamespace = plan.field("spec.claimRef.namespace");
    Field claimName = plan.field("spec.claimRef.name");
    Field storageClass = plan.field("spec.storageClassName");
    Field attributesClass = plan.field("spec.volumeAttributesClassName");
    Field volumeMode = plan.field("spec.volumeMode");
    Field phase = plan.field("status.phase");
    Field reason = plan.field("status.reason");
};

const Column columns[] = {
    {"Name"},
    {"Capacity"},
    {"Access Modes"},
    {"Reclaim Policy"},
    {"Status"},
    {"Claim"},
    {"StorageClass"},
    {"VolumeAttributesClass"},
    {"Reason"},
    {"Age"},
    {"VolumeMode", Shown::Wide},
};

void write(const PersistentVolume &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(f.capacity.quantity(object, "storage"));
    writeAccessModes(out, object, f.accessModes);
    out.text(object.text(f.reclaimPolicy));
    out.text(object.has(f.deleted) ? "Terminating" : object.text(f.phase));
    CellText claim;
    if (object.has(f.claim))
        claim.add(object.text(f.claimNamespace)).add("/").add(object.text(f.claimName));
    claim.write(out);
    writeStorageClass(out, object, f.annotations, f.storageClass);
    writePresent(out, object, f.attributesClass, "<unset>");
    out.text(object.text(f.reason));
    writeAge(out, object, f.created);
    writePresent(out, object, f.volumeMode, "<unset>");
}

constexpr Kind list[] = {
    makeKind<PersistentVolume, write, "v1", "PersistentVolume">("persistentvolumes", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> persistentVolumeKinds = list;

} // namespace kinds
