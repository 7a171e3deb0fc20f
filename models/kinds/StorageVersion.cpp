#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct StorageVersion : Fields
{
    using Fields::Fields;

    Field common = plan.field("status.commonEncodingVersion");
    Items versions = plan.items("status.storageVersions");
    Field server = versions.field("apiServerID");
    Field encoding = versions.field("encodingVersion");
};

struct StorageVersionMigration : Fields
{
    using Fields::Fields;

    Field group = plan.field("spec.resource.group");
    Field resource = plan.field("spec.resource.resource");
    Items conditions = plan.items("status.conditions");
    Field conditionType = conditions.field("type");
    Field conditionStatus = conditions.field("status");
};

const Column versionColumns[] = {{"Name"}, {"CommonEncodingVersion"}, {"StorageVersions"}, {"Age"}};
const Column migrationColumns[] = {{"Name"}, {"Resource"}, {"Status"}};

void writeVersion(const StorageVersion &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writePresent(out, object, f.common, "<unset>");
    ShortList servers;
    for (const Record version : object.items(f.versions))
        if (servers.next())
            servers.text().add(version.text(f.server)).add("=").add(version.text(f.encoding));
    servers.write(out, "<unset>");
    writeAge(out, object, f.created);
}

/// The last of the known conditions that is True.
std::string_view statusOf(const StorageVersionMigration &f, const Record &object)
{
    std::string_view status = "Unknown";
    for (const Record condition : object.items(f.conditions))
        for (const std::string_view known : {"Running", "Failed", "Succeeded"})
            if (condition.text(f.conditionType) == known && condition.text(f.conditionStatus) == "True")
                status = known;
    return status;
}

void writeMigration(const StorageVersionMigration &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    CellText resource;
    resource.add(object.text(f.resource));
    if (const std::string_view group = object.text(f.group); !group.empty())
        resource.add(".").add(group);
    resource.write(out);
    out.text(statusOf(f, object));
}

constexpr Kind list[] = {
    makeKind<StorageVersion, writeVersion, "internal.apiserver.k8s.io/v1alpha1", "StorageVersion">("storageversions", Scope::Cluster,
                                                                                                   versionColumns),
    makeKind<StorageVersionMigration, writeMigration, "storagemigration.k8s.io/v1beta1", "StorageVersionMigration">(
        "storageversionmigrations", Scope::Cluster, migrationColumns),
};

} // namespace

constinit const std::span<const Kind> storageVersionKinds = list;

} // namespace kinds
