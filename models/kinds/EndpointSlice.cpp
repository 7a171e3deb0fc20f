#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct EndpointSlice : Fields
{
    using Fields::Fields;

    Field addressType = plan.field("addressType");
    Items ports = plan.items("ports");
    Field port = ports.field("port");
    Field portName = ports.field("name");
    Items endpoints = plan.items("endpoints");
    Items addresses = endpoints.items("addresses");
};

const Column columns[] = {{"Name"}, {"AddressType"}, {"Ports"}, {"Endpoints"}, {"Age"}};

void writePorts(CellWriter &out, const EndpointSlice &f, const Record &slice)
{
    ShortList list;
    for (const Record port : slice.items(f.ports)) {
        if (!list.next())
            continue;
        if (port.has(f.port))
            list.text().add(port.integer(f.port));
        else
            list.text().add(port.has(f.portName) ? port.text(f.portName) : "*");
    }
    list.write(out, "<unset>");
}

void writeEndpoints(CellWriter &out, const EndpointSlice &f, const Record &slice)
{
    ShortList list;
    for (const Record endpoint : slice.items(f.endpoints))
        for (const Record address : endpoint.items(f.addresses))
            if (list.next())
                list.text().add(address.text(f.addresses.value()));
    list.write(out, "<unset>");
}

void write(const EndpointSlice &f, const Record &slice, CellWriter &out)
{
    out.text(slice.text(f.name));
    out.text(slice.text(f.addressType));
    writePorts(out, f, slice);
    writeEndpoints(out, f, slice);
    writeAge(out, slice, f.created);
}

constexpr Kind list[] = {
    makeKind<EndpointSlice, write, "discovery.k8s.io/v1", "EndpointSlice">("endpointslices", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> endpointSliceKinds = list;

} // namespace kinds
