#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct PodDisruptionBudget : Fields
{
    using Fields::Fields;

    Field minAvailable = plan.field("spec.minAvailable");
    Field maxUnavailable = plan.field("spec.maxUnavailable");
    Field allowed = plan.field("status.disruptionsAllowed");
};

const Column columns[] = {{"Name"}, {"Min Available"}, {"Max Unavailable"}, {"Allowed Disruptions"}, {"Age"}};

void write(const PodDisruptionBudget &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writePresent(out, object, f.minAvailable, "N/A");
    writePresent(out, object, f.maxUnavailable, "N/A");
    out.integer(object.integer(f.allowed));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<PodDisruptionBudget, write, "policy/v1", "PodDisruptionBudget">("poddisruptionbudgets", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> podDisruptionBudgetKinds = list;

} // namespace kinds
