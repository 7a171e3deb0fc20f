#include "models/kinds/CellText.h"
#include "models/kinds/Conditions.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct ComponentStatus : Fields
{
    using Fields::Fields;

    ConditionFields conditions{plan, "conditions"};
    Field message = conditions.list.field("message");
    Field error = conditions.list.field("error");
};

const Column columns[] = {{"Name"}, {"Status"}, {"Message"}, {"Error"}};

void write(const ComponentStatus &f, const Record &object, CellWriter &out)
{
    const auto healthy = f.conditions.find(object, "Healthy");
    out.text(object.text(f.name));
    if (!healthy)
        out.text("Unknown");
    else
        out.text(healthy->text(f.conditions.status) == "True" ? "Healthy" : "Unhealthy");
    out.text(healthy ? healthy->text(f.message) : std::string_view());
    out.text(healthy ? healthy->text(f.error) : std::string_view());
}

constexpr Kind list[] = {makeKind<ComponentStatus, write, "v1", "ComponentStatus">("componentstatuses", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> componentStatusKinds = list;

} // namespace kinds
