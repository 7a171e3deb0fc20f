#include "models/kinds/Containers.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"

namespace kinds {
namespace {

struct PodTemplate : Fields
{
    using Fields::Fields;

    ContainerFields containers{plan, "template.spec"};
    Items labels = plan.items("template.metadata.labels");
};

const Column columns[] = {{"Name"}, {"Containers"}, {"Images"}, {"Pod Labels"}};

void write(const PodTemplate &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeContainers(out, object, f.containers);
    writeLabels(out, object, f.labels);
}

constexpr Kind list[] = {makeKind<PodTemplate, write, "v1", "PodTemplate">("podtemplates", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> podTemplateKinds = list;

} // namespace kinds
