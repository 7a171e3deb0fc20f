#include "models/text/Amounts.h"

#include <algorithm>

namespace text {

namespace {

/// Of each resource what is more.
void raise(Amounts &amounts, const Amounts &least)
{
    for (const auto &[name, quantity] : least)
        amounts[name] = std::max(amounts[name], quantity);
}

} // namespace

Amounts amountsOf(const Value &map)
{
    Amounts amounts;
    for (const Value::Member &member : map.members()) {
        if (auto quantity = Quantity::from(member.value))
            amounts[member.key] = *quantity;
    }
    return amounts;
}

void add(Amounts &amounts, const Amounts &more)
{
    for (const auto &[name, quantity] : more)
        amounts[name] = amounts[name] + quantity;
}

Amounts amountsOfContainers(const Value &spec, std::string_view what)
{
    Amounts running, sidecars, starting;
    for (const Value &container : spec["containers"].items())
        add(running, amountsOf(container["resources"][what]));
    for (const Value &container : spec["initContainers"].items()) {
        Amounts step = amountsOf(container["resources"][what]);
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
    return running;
}

} // namespace text
