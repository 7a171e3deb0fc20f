#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct VolumeAttributesClass : Fields
{
    using Fields::Fields;

    Field driver = plan.field("driverName");
};

const Column columns[] = {{"Name"}, {"DriverName"}, {"Age"}};

void write(const VolumeAttributesClass &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.driver));
    writeAge(out, object, f.created);
}

template <Literal ApiVersion>
constexpr Kind entry = makeKind<VolumeAttributesClass, write, ApiVersion, "VolumeAttributesClass">("volumeattributesclasses",
                                                                                                   Scope::Cluster, columns);

constexpr Kind list[] = {entry<"storage.k8s.io/v1">, entry<"storage.k8s.io/v1beta1">};

} // namespace

constinit const std::span<const Kind> volumeAttributesClassKinds = list;

} // namespace kinds
