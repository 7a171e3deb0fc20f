#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

/// Where the addresses of services come from, and who has them: ServiceCIDR and IPAddress.
struct ServiceCidr : Fields
{
    using Fields::Fields;

    Items ranges = plan.items("spec.cidrs");
};

struct IpAddress : Fields
{
    using Fields::Fields;

    Field parent = plan.field("spec.parentRef");
    Field group = plan.field("spec.parentRef.group");
    Field resource = plan.field("spec.parentRef.resource");
    Field space = plan.field("spec.parentRef.namespace");
    Field parentName = plan.field("spec.parentRef.name");
};

const Column rangeColumns[] = {{"Name"}, {"CIDRs"}, {"Age"}};
const Column addressColumns[] = {{"Name"}, {"ParentRef"}};

void writeRange(const ServiceCidr &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeJoined(out, object, f.ranges);
    writeAge(out, object, f.created);
}

void writeAddress(const IpAddress &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    CellText text;
    if (object.has(f.parent)) {
        text.addLower(object.text(f.resource));
        if (const std::string_view group = object.text(f.group); !group.empty())
            text.add(".").addLower(group);
        if (const std::string_view space = object.text(f.space); !space.empty())
            text.add("/").add(space);
        text.add("/").add(object.text(f.parentName));
    }
    text.write(out, "<none>");
}

template <Literal ApiVersion>
constexpr Kind range = makeKind<ServiceCidr, writeRange, ApiVersion, "ServiceCIDR">("servicecidrs", Scope::Cluster, rangeColumns);
template <Literal ApiVersion>
constexpr Kind address = makeKind<IpAddress, writeAddress, ApiVersion, "IPAddress">("ipaddresses", Scope::Cluster, addressColumns);

constexpr Kind list[] = {
    range<"networking.k8s.io/v1">,
    range<"networking.k8s.io/v1beta1">,
    address<"networking.k8s.io/v1">,
    address<"networking.k8s.io/v1beta1">,
};

} // namespace

constinit const std::span<const Kind> serviceAddressKinds = list;

} // namespace kinds
