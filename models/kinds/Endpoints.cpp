#include "models/kinds/CellText.h"
#include "models/kinds/Kinds.h"

namespace kinds {
namespace {

struct Endpoints : Fields
{
    using Fields::Fields;

    Items subsets = plan.items("subsets");
    Items addresses = subsets.items("addresses");
    Field address = addresses.field("ip");
    Items ports = subsets.items("ports");
    Field port = ports.field("port");
};

const Column columns[] = {{"Name"}, {"Endpoints"}, {"Age"}};

void addAddress(CellText &text, std::string_view address, std::int64_t port)
{
    const bool sixth = address.find(':') != std::string_view::npos;
    text.add(sixth ? "[" : "").add(address).add(sixth ? "]:" : ":").add(port);
}

void writeSubset(ShortList &list, const Endpoints &f, const Record &subset)
{
    const auto ports = subset.items(f.ports);
    const auto addresses = subset.items(f.addresses);
    for (const Record port : ports)
        for (const Record address : addresses)
            if (list.next())
                addAddress(list.text(), address.text(f.address), port.integer(f.port));
    if (ports.size() > 0)
        return;
    for (const Record address : addresses)
        if (list.next())
            list.text().add(address.text(f.address));
}

void writeEndpoints(CellWriter &out, const Endpoints &f, const Record &object)
{
    const auto subsets = object.items(f.subsets);
    ShortList list;
    for (const Record subset : subsets)
        writeSubset(list, f, subset);
    list.write(out, subsets.size() == 0 ? "<none>" : "");
}

void write(const Endpoints &f, const Record &object, CellWriter &out)
{
    out.text(object.text(f.name));
    writeEndpoints(out, f, object);
    writeAge(out, object, f.created);
}

constexpr Kind list[] = {makeKind<Endpoints, write, "v1", "Endpoints">("endpoints", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> endpointsKinds = list;

} // namespace kinds
