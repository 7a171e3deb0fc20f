#include "models/kinds/Volumes.h"

namespace kinds {
namespace {

bool contains(const Record &object, const Items &list, std::string_view wanted)
{
    for (const Record item : object.items(list))
        if (item.text(list.value()) == wanted)
            return true;
    return false;
}

} // namespace

void writeAccessModes(CellWriter &out, const Record &object, const Items &modes)
{
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"ReadWriteOnce", "RWO"}, {"ReadOnlyMany", "ROX"}, {"ReadWriteMany", "RWX"}, {"ReadWriteOncePod", "RWOP"}};
    CellText text;
    for (const auto &[mode, shortName] : known)
        if (contains(object, modes, mode))
            text.next().add(shortName);
    text.write(out);
}

void writeStorageClass(CellWriter &out, const Record &object, const AnnotationFields &annotations, Field storageClass)
{
    const auto annotated = annotations.find(object, "volume.beta.kubernetes.io/storage-class");
    out.text(annotated ? *annotated : object.text(storageClass));
}

std::string_view ResourceFields::quantity(const Record &object, std::string_view resource) const
{
    for (const Record entry : object.items(map))
        if (entry.text(map.key()) == resource)
            return entry.text(map.value());
    return "0";
}

} // namespace kinds
