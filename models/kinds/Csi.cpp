#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct CsiNode : Fields
{
    using Fields::Fields;

    Items drivers = plan.items("spec.drivers");
};

struct CsiDriver : Fields
{
    using Fields::Fields;

    Field attachRequired = plan.field("spec.attachRequired");
    Field podInfoOnMount = plan.field("spec.podInfoOnMount");
    Field storageCapacity = plan.field("spec.storageCapacity");
    Items tokenRequests = plan.items("spec.tokenRequests");
    Field audience = tokenRequests.field("audience");
    Field requiresRepublish = plan.field("spec.requiresRepublish");
    Items modes = plan.items("spec.volumeLifecycleModes");
};

const Column nodeColumns[] = {{"Name"}, {"Drivers"}, {"Age"}};
const Column driverColumns[] = {
    {"Name"},          {"AttachRequired"},    {"PodInfoOnMount"}, {"StorageCapacity"},
    {"TokenRequests"}, {"RequiresRepublish"}, {"Modes"},          {"Age"},
};

void writeNode(const CsiNode &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    out.integer(static_cast<std::int64_t>(object.count(f.drivers)));
    writeAge(out, object, f.created);
}

/// An empty audience is a token for the API server, and an empty text here; only no request at all is <unset>.
void writeAudiences(CellWriter &out, const CsiDriver &f, const Record &object)
{
    CellText text;
    for (const Record request : object.items(f.tokenRequests))
        text.next().add(request.text(f.audience));
    text.write(out, text.items() == 0 ? "<unset>" : "");
}

void writeDriver(const CsiDriver &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeBoolean(out, object.boolean(f.attachRequired, true));
    writeBoolean(out, object.boolean(f.podInfoOnMount));
    writeBoolean(out, object.boolean(f.storageCapacity));
    writeAudiences(out, f, object);
    writeBoolean(out, object.boolean(f.requiresRepublish));
    writeJoined(out, object, f.modes, "<none>");
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {
    makeKind<CsiNode, writeNode, "storage.k8s.io/v1", "CSINode">("csinodes", Scope::Cluster, nodeColumns),
    makeKind<CsiDriver, writeDriver, "storage.k8s.io/v1", "CSIDriver">("csidrivers", Scope::Cluster, driverColumns),
};

} // namespace

constinit const std::span<const Kind> csiKinds = list;

} // namespace kinds
