#include "models/detail/PodRequests.h"

namespace detail {

namespace {

/// Only these count for a pod as a whole; of others its containers say more.
bool isOfWholePods(std::string_view resource)
{
    return resource == "cpu" || resource == "memory" || resource.starts_with("hugepages-");
}

} // namespace

Amounts podRequests(const text::Value &pod)
{
    const text::Value &spec = pod["spec"];
    Amounts running = text::amountsOfContainers(spec, "requests");
    for (const auto &[name, quantity] : text::amountsOf(spec["resources"]["requests"])) {
        if (isOfWholePods(name))
            running[name] = quantity;
    }
    add(running, text::amountsOf(spec["overhead"]));
    return running;
}

bool hasEnded(const text::Value &pod)
{
    const std::string &phase = pod["status"]["phase"].text();
    return phase == "Succeeded" || phase == "Failed";
}

} // namespace detail
