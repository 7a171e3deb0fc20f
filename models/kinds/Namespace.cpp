#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct Namespace : Fields
{
    using Fields::Fields;

    Field phase = plan.field("status.phase");
};

const Column columns[] = {{"Name"}, {"Status"}, {"Age"}};

void write(const Namespace &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.phase));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {makeKind<Namespace, write, "v1", "Namespace">("namespaces", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> namespaceKinds = list;

} // namespace kinds
