#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"

namespace kinds {
namespace {

struct NetworkPolicy : Fields
{
    using Fields::Fields;

    SelectorFields selector{plan, "spec.podSelector"};
};

const Column columns[] = {{"Name"}, {"Pod-Selector"}, {"Age"}};

void write(const NetworkPolicy &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeSelector(out, object, f.selector);
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<NetworkPolicy, write, "networking.k8s.io/v1", "NetworkPolicy">("networkpolicies", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> networkPolicyKinds = list;

} // namespace kinds
