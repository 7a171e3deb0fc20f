#include "models/kinds/Kinds.h"
#include "models/kinds/Volumes.h"
#include "models/kinds/Why.h"

namespace kinds {
namespace {

struct PersistentVolumeClaim : Fields
{
    using Fields::Fields;

    Field deleted = plan.field("metadata.deletionTimestamp");
    AnnotationFields annotations{plan};
    Field volume = plan.field("spec.volumeName");
    Field storageClass = plan.field("spec.storageClassName");
    Field attributesClass = plan.field("spec.volumeAttributesClassName");
    Field volumeMode = plan.field("spec.volumeMode");
    Field phase = plan.field("status.phase");
    ResourceFields capacity{plan, "status.capacity"};
    Items accessModes = plan.items("status.accessModes");
    WhyFields why{plan};
};

const Column columns[] = {
    {"Name"},
    {"Status"},
    {"Volume"},
    {"Capacity"},
    {"Access Modes"},
    {"StorageClass"},
    {"VolumeAttributesClass"},
    {"Age"},
    {"VolumeMode", Shown::Wide},
    {"Selected Node", Shown::Model},
    {"Why", Shown::Model},
};

constexpr WhyRule whyRules[] = {
    {"Resizing", "False"}, {"FileSystemResizePending", "False"}, {"ControllerResizeError", "False"}, {"NodeResizeError", "False"},
    {"ModifyVolumeError", "False"}, {"ModifyingVolume", "False"},
};

/// Capacity and modes mean something only for a claim that has its volume.
void writeVolume(CellWriter &out, const PersistentVolumeClaim &f, const Record &object)
{
    const std::string_view volume = object.text(f.volume);
    out.text(volume);
    if (volume.empty()) {
        out.text({});
        out.text({});
        return;
    }
    out.text(f.capacity.quantity(object, "storage"));
    writeAccessModes(out, object, f.accessModes);
}

void write(const PersistentVolumeClaim &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.has(f.deleted) ? "Terminating" : object.text(f.phase));
    writeVolume(out, f, object);
    writeStorageClass(out, object, f.annotations, f.storageClass);
    writePresent(out, object, f.attributesClass, "<unset>");
    writeAge(out, object, f.created);
    writePresent(out, object, f.volumeMode, "<unset>");
    out.text(f.annotations.find(object, "volume.kubernetes.io/selected-node").value_or(std::string_view()));
    writeWhy(out, object, f.why, whyRules);
}

constexpr Kind list[] = {
    makeKind<PersistentVolumeClaim, write, "v1", "PersistentVolumeClaim">("persistentvolumeclaims", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> persistentVolumeClaimKinds = list;

} // namespace kinds
