#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"

namespace kinds {
namespace {

/// Validating and mutating policies differ in the name of their list of rules.
struct Policy : Fields
{
    Policy(std::string_view apiVersion, std::string_view kind) : Fields(apiVersion, kind), isMutating(kind.starts_with("Mutating")) {}

    bool isMutating;
    Items rules = plan.items(isMutating ? "spec.mutations" : "spec.validations");
    Field paramKind = plan.field("spec.paramKind");
    Field paramVersion = plan.field("spec.paramKind.apiVersion");
    Field paramKindName = plan.field("spec.paramKind.kind");
};

struct Binding : Fields
{
    using Fields::Fields;

    Field policy = plan.field("spec.policyName");
    Field paramName = plan.field("spec.paramRef.name");
    Field paramNamespace = plan.field("spec.paramRef.namespace");
    Field hasSelector = plan.field("spec.paramRef.selector");
    SelectorFields selector{plan, "spec.paramRef.selector"};
};

const Column validatingColumns[] = {{"Name"}, {"Validations"}, {"ParamKind"}, {"Age"}};
const Column mutatingColumns[] = {{"Name"}, {"Mutations"}, {"ParamKind"}, {"Age"}};
const Column bindingColumns[] = {{"Name"}, {"PolicyName"}, {"ParamRef"}, {"Age"}};

void writePolicy(const Policy &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.integer(static_cast<std::int64_t>(object.count(f.rules)));
    CellText kind;
    if (object.has(f.paramKind))
        kind.add(object.text(f.paramVersion)).add("/").add(object.text(f.paramKindName));
    kind.write(out, "<unset>");
    writeAge(out, object, f.created);
}

/// Whether the parameter is cluster-wide cannot be told from here: the server writes a star for its namespace.
void writeParameter(CellWriter &out, const Binding &f, const Record &object)
{
    const std::string_view name = object.text(f.paramName);
    if (name.empty() && object.has(f.hasSelector))
        return writeSelectorMessage(out, object, f.selector);
    CellText text;
    if (const std::string_view space = object.text(f.paramNamespace); !name.empty())
        text.add(space.empty() ? "*" : space).add("/").add(name);
    text.write(out, "<unset>");
}

void writeBinding(const Binding &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.policy));
    writeParameter(out, f, object);
    writeAge(out, object, f.created);
}

template <Literal ApiVersion>
constexpr Kind mutating = makeKind<Policy, writePolicy, ApiVersion, "MutatingAdmissionPolicy">("mutatingadmissionpolicies", Scope::Cluster,
                                                                                               mutatingColumns);
template <Literal ApiVersion>
constexpr Kind mutatingBinding = makeKind<Binding, writeBinding, ApiVersion, "MutatingAdmissionPolicyBinding">(
    "mutatingadmissionpolicybindings", Scope::Cluster, bindingColumns);

constexpr Kind list[] = {
    makeKind<Policy, writePolicy, "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy">("validatingadmissionpolicies",
                                                                                                  Scope::Cluster, validatingColumns),
    makeKind<Binding, writeBinding, "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding">(
        "validatingadmissionpolicybindings", Scope::Cluster, bindingColumns),
    mutating<"admissionregistration.k8s.io/v1">,
    mutating<"admissionregistration.k8s.io/v1beta1">,
    mutating<"admissionregistration.k8s.io/v1alpha1">,
    mutatingBinding<"admissionregistration.k8s.io/v1">,
    mutatingBinding<"admissionregistration.k8s.io/v1beta1">,
    mutatingBinding<"admissionregistration.k8s.io/v1alpha1">,
};

} // namespace

constinit const std::span<const Kind> admissionPolicyKinds = list;

} // namespace kinds
