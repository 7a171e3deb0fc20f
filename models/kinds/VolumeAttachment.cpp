#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct VolumeAttachment : Fields
{
    using Fields::Fields;

    Field attacher = plan.field("spec.attacher");
    Field volume = plan.field("spec.source.persistentVolumeName");
    Field node = plan.field("spec.nodeName");
    Field attached = plan.field("status.attached");
};

const Column columns[] = {{"Name"}, {"Attacher"}, {"PV"}, {"Node"}, {"Attached"}, {"Age"}};

void write(const VolumeAttachment &f, const Record &object, CellWriter &out)
{
    for (const Field text : {f.name, f.attacher, f.volume, f.node})
        out.text(object.text(text));
    writeBoolean(out, object.boolean(f.attached));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<VolumeAttachment, write, "storage.k8s.io/v1", "VolumeAttachment">("volumeattachments", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> volumeAttachmentKinds = list;

} // namespace kinds
