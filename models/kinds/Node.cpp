#include "models/kinds/CellText.h"
#include "models/kinds/Conditions.h"
#include "models/kinds/Kinds.h"
#include "models/kinds/Why.h"

#include <algorithm>
#include <vector>

namespace kinds {
namespace {

struct Node : Fields
{
    using Fields::Fields;

    Items labels = plan.items("metadata.labels");
    Field unschedulable = plan.field("spec.unschedulable");
    ConditionFields conditions{plan};
    WhyFields why{plan};
    Items addresses = plan.items("status.addresses");
    Field addressType = addresses.field("type");
    Field address = addresses.field("address");
    Field kubelet = plan.field("status.nodeInfo.kubeletVersion");
    Field image = plan.field("status.nodeInfo.osImage");
    Field kernel = plan.field("status.nodeInfo.kernelVersion");
    Field architecture = plan.field("status.nodeInfo.architecture");
    Field runtime = plan.field("status.nodeInfo.containerRuntimeVersion");
};

const Column columns[] = {
    {"Name"},
    {"Status"},
    {"Roles"},
    {"Age"},
    {"Version"},
    {"Internal-IP", Shown::Wide},
    {"External-IP", Shown::Wide},
    {"OS-Image", Shown::Wide},
    {"Kernel-Version", Shown::Wide},
    {"Container-Runtime", Shown::Wide},
    {"Why", Shown::Model},
};

/// Of several Ready conditions the last counts.
void writeStatus(CellWriter &out, const Node &f, const Record &node)
{
    std::string_view ready = "Unknown";
    for (const Record condition : node.items(f.conditions.list))
        if (condition.text(f.conditions.type) == "Ready")
            ready = condition.text(f.conditions.status) == "True" ? "Ready" : "NotReady";
    CellText text;
    text.add(ready).add(node.boolean(f.unschedulable) ? ",SchedulingDisabled" : "").write(out);
}

void writeRoles(CellWriter &out, const Node &f, const Record &node)
{
    constexpr std::string_view prefix = "node-role.kubernetes.io/";
    Reused<std::vector<std::string_view>> roles;
    for (const Record label : node.items(f.labels)) {
        const std::string_view key = label.text(f.labels.key());
        const std::string_view role = key.starts_with(prefix)           ? key.substr(prefix.size())
                                      : key == "kubernetes.io/role" ? label.text(f.labels.value())
                                                                      : std::string_view();
        if (!role.empty())
            roles->push_back(role);
    }
    std::sort(roles->begin(), roles->end());
    roles->erase(std::unique(roles->begin(), roles->end()), roles->end());
    CellText text;
    for (const std::string_view role : *roles)
        text.next().add(role);
    text.write(out, "<none>");
}

void writeAddress(CellWriter &out, const Node &f, const Record &node, std::string_view type)
{
    for (const Record address : node.items(f.addresses))
        if (address.text(f.addressType) == type)
            return out.text(address.text(f.address));
    out.text("<none>");
}

void writeKernel(CellWriter &out, const Node &f, const Record &node)
{
    const std::string_view kernel = node.text(f.kernel);
    CellText text;
    text.add(kernel.empty() ? "<unknown>" : kernel);
    if (const std::string_view architecture = node.text(f.architecture); !architecture.empty())
        text.add(" (").add(architecture).add(")");
    text.write(out);
}

constexpr WhyRule whyRules[] = {
    {"Ready", "True"}, {"MemoryPressure", "False"}, {"DiskPressure", "False"}, {"PIDPressure", "False"}, {"NetworkUnavailable", "False"},
};

void write(const Node &f, const Record &node, CellWriter &out)
{
    out.text(node.text(f.name));
    writeStatus(out, f, node);
    writeRoles(out, f, node);
    writeAge(out, node, f.created);
    out.text(node.text(f.kubelet));
    writeAddress(out, f, node, "InternalIP");
    writeAddress(out, f, node, "ExternalIP");
    writeText(out, node.text(f.image), "<unknown>");
    writeKernel(out, f, node);
    writeText(out, node.text(f.runtime), "<unknown>");
    writeWhy(out, node, f.why, whyRules);
}

constexpr Kind list[] = {makeKind<Node, write, "v1", "Node">("nodes", Scope::Cluster, columns)};

} // namespace

constinit const std::span<const Kind> nodeKinds = list;

} // namespace kinds
