#include "models/kinds/CellText.h"
#include "models/kinds/Conditions.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct ApiService : Fields
{
    using Fields::Fields;

    Field service = plan.field("spec.service");
    Field serviceNamespace = plan.field("spec.service.namespace");
    Field serviceName = plan.field("spec.service.name");
    ConditionFields conditions{plan};
    Field reason = conditions.list.field("reason");
};

const Column columns[] = {{"Name"}, {"Service"}, {"Available"}, {"Age"}};

void writeAvailable(CellWriter &out, const ApiService &f, const Record &object)
{
    CellText text;
    if (const auto available = f.conditions.find(object, "Available")) {
        const std::string_view status = available->text(f.conditions.status);
        const std::string_view reason = available->text(f.reason);
        text.add(status);
        if (status != "True" && !reason.empty())
            text.add(" (").add(reason).add(")");
        return text.write(out);
    }
    out.text("Unknown");
}

void write(const ApiService &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    CellText service;
    if (object.has(f.service))
        service.add(object.text(f.serviceNamespace)).add("/").add(object.text(f.serviceName));
    service.write(out, "Local");
    writeAvailable(out, f, object);
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {makeKind<ApiService, write, "apiregistration.k8s.io/v1", "APIService">("apiservices", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> apiServiceKinds = list;

} // namespace kinds
