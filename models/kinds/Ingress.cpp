#include "models/kinds/Kinds.h"
#include "models/kinds/LoadBalancer.h"

namespace kinds {
namespace {

struct Ingress : Fields
{
    using Fields::Fields;

    Field className = plan.field("spec.ingressClassName");
    Items rules = plan.items("spec.rules");
    Field host = rules.field("host");
    Items tls = plan.items("spec.tls");
    LoadBalancerFields balancers{plan};
};

const Column columns[] = {{"Name"}, {"Class"}, {"Hosts"}, {"Address"}, {"Ports"}, {"Age"}};

/// The first three hosts. Rules without a host count as hidden ones once three are shown, as the server counts them.
void writeHosts(CellWriter &out, const Ingress &f, const Record &ingress)
{
    constexpr std::int64_t maximum = 3;
    const auto rules = ingress.items(f.rules);
    CellText text;
    bool more = false;
    for (const Record rule : rules) {
        more = more || text.items() == maximum;
        if (const std::string_view host = rule.text(f.host); !more && !host.empty())
            text.next().add(host);
    }
    if (more)
        text.add(" + ").add(static_cast<std::int64_t>(rules.size()) - maximum).add(" more...");
    text.write(out, "*");
}

void write(const Ingress &f, const Record &ingress, CellWriter &out)
{
    out.text(ingress.text(f.name));
    writePresent(out, ingress, f.className, "<none>");
    writeHosts(out, f, ingress);
    CellText addresses;
    addLoadBalancers(addresses, ingress, f.balancers);
    addresses.write(out);
    out.text(ingress.count(f.tls) > 0 ? "80, 443" : "80");
    writeAge(out, ingress, f.created);
}

constexpr Kind list[] = {makeKind<Ingress, write, "networking.k8s.io/v1", "Ingress">("ingresses", Scope::Namespaced, columns)};

} // namespace

constinit const std::span<const Kind> ingressKinds = list;

} // namespace kinds
