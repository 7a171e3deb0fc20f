#include "models/kinds/Kinds.h"
#include "models/kinds/Labels.h"
#include "models/kinds/LoadBalancer.h"

namespace kinds {
namespace {

struct Service : Fields
{
    using Fields::Fields;

    Field type = plan.field("spec.type");
    Items clusterIps = plan.items("spec.clusterIPs");
    Field clusterIp = plan.field("spec.clusterIP");
    Items externalIps = plan.items("spec.externalIPs");
    Field externalName = plan.field("spec.externalName");
    Items ports = plan.items("spec.ports");
    Field port = ports.field("port");
    Field nodePort = ports.field("nodePort");
    Field protocol = ports.field("protocol");
    Items selector = plan.items("spec.selector");
    LoadBalancerFields balancers{plan};
};

const Column columns[] = {
    {"Name"}, {"Type"}, {"Cluster-IP"}, {"External-IP"}, {"Port(s)"}, {"Age"}, {"Selector", Shown::Wide},
};

/// Servers before 1.20 give only the single address.
void writeClusterIp(CellWriter &out, const Service &f, const Record &service)
{
    const auto addresses = service.items(f.clusterIps);
    if (addresses.size() > 0)
        out.text(addresses[0].text(f.clusterIps.value()));
    else
        writeText(out, service.text(f.clusterIp), "<none>");
}

void writeExternalIp(CellWriter &out, const Service &f, const Record &service)
{
    const std::string_view type = service.text(f.type);
    const bool balanced = type == "LoadBalancer";
    if (type == "ExternalName")
        return out.text(service.text(f.externalName));
    if (!balanced && type != "ClusterIP" && type != "NodePort")
        return out.text("<unknown>");
    CellText text;
    if (balanced)
        addLoadBalancers(text, service, f.balancers);
    for (const Record address : service.items(f.externalIps))
        text.next().add(address.text(f.externalIps.value()));
    text.write(out, balanced ? "<pending>" : "<none>");
}

void writePorts(CellWriter &out, const Service &f, const Record &service)
{
    CellText text;
    for (const Record port : service.items(f.ports)) {
        text.next().add(port.integer(f.port));
        if (const std::int64_t nodePort = port.integer(f.nodePort); nodePort > 0)
            text.add(":").add(nodePort);
        text.add("/").add(port.text(f.protocol));
    }
    text.write(out, "<none>");
}

void write(const Service &f, const Record &service, CellWriter &out)
{
    out.text(service.text(f.name));
    out.text(service.text(f.type));
    writeClusterIp(out, f, service);
    writeExternalIp(out, f, service);
    writePorts(out, f, service);
    writeAge(out, service, f.created);
    writeLabels(out, service, f.selector);
}

constexpr Kind list[] = {makeKind<Service, write, "v1", "Service">("services", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> serviceKinds = list;

} // namespace kinds
