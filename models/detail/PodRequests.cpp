#include "models/detail/PodRequests.h"

#include <algorithm>

namespace detail {

namespace {

Amounts amountsOf(const text::Value &map)
{
    Amounts amounts;
    for (const text::Value::Member &member : map.members()) {
        if (auto quantity = text::Quantity::from(member.value))
            amounts[member.key] = *quantity;
    }
    return amounts;
}

/// Of each resource what is more.
void raise(Amounts &amounts, const Amounts &least)
{
    for (const auto &[name, quantity] : least)
        amounts[name] = std::max(amounts[name], quantity);
}

/// Only these count for a pod as a whole; of others its containers say more.
bool isOfWholePods(std::string_view resource)
{
    return resource == "cpu" || resource == "memory" || resource.starts_with("hugepages-");
}

} // namespace

void add(Amounts &amounts, const Amounts &more)
{
    for (const auto &[name, quantity] : more)
        amounts[name] = amounts[name] + quantity;
}

Amounts podRequests(const text::Value &pod)
{
    const text::Value &spec = pod["spec"];
    Amounts running, sidecars, starting;
    for (const text::Value &container : spec["containers"].items())
        add(running, amountsOf(container["resources"]["requests"]));
    for (const text::Value &container : spec["initContainers"].items()) {
        Amounts step = amountsOf(container["resources"]["requests"]);
        const bool isSidecar = container["restartPolicy"].text() == "Always";
        if (isSidecar) {
            add(running, step);
            add(sidecars, step);
        } else {
            add(step, sidecars);
        }
        raise(starting, isSidecar ? sidecars : step);
    }
    raise(running, starting);
    for (const auto &[name, quantity] : amountsOf(spec["resources"]["requests"])) {
        if (isOfWholePods(name))
            running[name] = quantity;
    }
    add(running, amountsOf(spec["overhead"]));
    return running;
}

bool hasEnded(const text::Value &pod)
{
    const std::string &phase = pod["status"]["phase"].text();
    return phase == "Succeeded" || phase == "Failed";
}

} // namespace detail
