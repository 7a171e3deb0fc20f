#include "models/kinds/Containers.h"

namespace kinds {
namespace {

void writeEach(CellWriter &out, const Record &object, const ContainerFields &containers, Field field)
{
    CellText text;
    for (const Record container : object.items(containers.list))
        text.next().add(container.text(field));
    text.write(out);
}

} // namespace

void writeContainers(CellWriter &out, const Record &object, const ContainerFields &containers)
{
    writeEach(out, object, containers, containers.name);
    writeEach(out, object, containers, containers.image);
}

} // namespace kinds
