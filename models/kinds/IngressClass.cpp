#include "models/kinds/Annotations.h"
#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct IngressClass : Fields
{
    using Fields::Fields;

    AnnotationFields annotations{plan};
    Field controller = plan.field("spec.controller");
    Field parameters = plan.field("spec.parameters");
    Field group = plan.field("spec.parameters.apiGroup");
    Field kind = plan.field("spec.parameters.kind");
    Field parametersName = plan.field("spec.parameters.name");
};

const Column columns[] = {{"Name"}, {"Controller"}, {"Parameters"}, {"Age"}};

void writeParameters(CellWriter &out, const IngressClass &f, const Record &object)
{
    CellText text;
    if (object.has(f.parameters)) {
        text.add(object.text(f.kind));
        if (object.has(f.group))
            text.add(".").add(object.text(f.group));
        text.add("/").add(object.text(f.parametersName));
    }
    text.write(out, "<none>");
}

void write(const IngressClass &f, const Record &object, CellWriter &out)
{
    CellText name;
    name.add(object.text(f.name));
    name.add(f.annotations.isTrue(object, {"ingressclass.kubernetes.io/is-default-class"}) ? " (default)" : "").write(out);
    out.text(object.text(f.controller));
    writeParameters(out, f, object);
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<IngressClass, write, "networking.k8s.io/v1", "IngressClass">("ingressclasses", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> ingressClassKinds = list;

} // namespace kinds
