#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

/// Secrets and ConfigMaps: only the number of their keys is read, never a value.
struct Secret : Fields
{
    using Fields::Fields;

    Field type = plan.field("type");
    Items data = plan.items("data");
};

struct ConfigMap : Fields
{
    using Fields::Fields;

    Items data = plan.items("data");
    Items binaryData = plan.items("binaryData");
};

const Column secretColumns[] = {{"Name"}, {"Type"}, {"Data"}, {"Age"}};
const Column configMapColumns[] = {{"Name"}, {"Data"}, {"Age"}};

void writeSecret(const Secret &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.text(object.text(f.type));
    out.integer(static_cast<std::int64_t>(object.count(f.data)));
    writeAge(out, object, f.created);
}

void writeConfigMap(const ConfigMap &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.integer(static_cast<std::int64_t>(object.count(f.data) + object.count(f.binaryData)));
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<Secret, writeSecret, "v1", "Secret">("secrets", Scope::Namespaced, secretColumns),
    makeKind<ConfigMap, writeConfigMap, "v1", "ConfigMap">("configmaps", Scope::Namespaced, configMapColumns),
};

} // namespace

constinit const std::span<const Kind> configDataKinds = list;

} // namespace kinds
