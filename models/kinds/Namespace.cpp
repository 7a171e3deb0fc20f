#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Why.h"

namespace kinds {
namespace {

struct Namespace : Fields
{
    using Fields::Fields;

    Field phase = plan.field("status.phase");
    WhyFields why{plan};
};

const Column columns[] = {{"Name"}, {"Status"}, {"Age"}, {"Why", Shown::Model}};

/// What keeps a namespace from going.
constexpr WhyRule whyRules[] = {
    {"NamespaceDeletionDiscoveryFailure", "False"}, {"NamespaceDeletionGroupVersionParsingFailure", "False"}, {"NamespaceDeletionContentFailure", "False"},
    {"NamespaceContentRemaining", "False"}, {"NamespaceFinalizersRemaining", "False"},
};

void write(const Namespace &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.phase));
    writeAge(out, object, f.created);
    writeWhy(out, object, f.why, whyRules);
}

constexpr Kind list[] = {makeKind<Namespace, write, "v1", "Namespace">("namespaces", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> namespaceKinds = list;

} // namespace kinds
