#include "models/metrics/Allowance.h"

#include "models/text/Quantity.h"

#include <algorithm>
#include <vector>

namespace metrics {

using text::Quantity;
using text::Value;

namespace {

std::optional<Quantity> amountIn(const Value &amounts, std::string_view resource)
{
    const Value *amount = amounts.find(resource);
    const auto quantity = amount ? Quantity::from(*amount) : base::Result<Quantity>(base::Error());
    return quantity ? std::optional(*quantity) : std::nullopt;
}

/// Those that run while the pod does.
std::vector<const Value *> runningTogether(const Value &spec)
{
    std::vector<const Value *> out;
    for (const Value &container : spec["containers"].items())
        out.push_back(&container);
    for (const Value &container : spec["initContainers"].items())
        if (container["restartPolicy"].text() == "Always")
            out.push_back(&container);
    return out;
}

enum class Needs { Any, All };

std::optional<Quantity> sum(const Value &spec, std::string_view part, std::string_view resource, Needs needs)
{
    if (const auto ofPod = amountIn(spec["resources"][part], resource))
        return ofPod;
    std::optional<Quantity> total;
    for (const Value *container : runningTogether(spec)) {
        const auto amount = amountIn((*container)["resources"][part], resource);
        if (!amount && needs == Needs::All)
            return std::nullopt;
        if (amount)
            total = total ? *total + *amount : *amount;
    }
    return total;
}

std::optional<Nanocores> cores(const std::optional<Quantity> &quantity) { return quantity ? std::optional(Nanocores{quantity->nanoValue()}) : std::nullopt; }
std::optional<Bytes> bytes(const std::optional<Quantity> &quantity) { return quantity ? std::optional(Bytes{quantity->value()}) : std::nullopt; }

} // namespace

Allowance allowanceOfPod(const Value &pod)
{
    const Value &spec = pod["spec"];
    return {cores(sum(spec, "requests", "cpu", Needs::Any)), cores(sum(spec, "limits", "cpu", Needs::All)),
            bytes(sum(spec, "requests", "memory", Needs::Any)), bytes(sum(spec, "limits", "memory", Needs::All))};
}

Allowance allowanceOfNode(const Value &node)
{
    const Value &allocatable = node["status"]["allocatable"];
    return {{}, cores(amountIn(allocatable, "cpu")), {}, bytes(amountIn(allocatable, "memory"))};
}

} // namespace metrics
