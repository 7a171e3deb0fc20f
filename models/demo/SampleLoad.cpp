#include "models/demo/SampleLoad.h"

#include "models/demo/Edit.h"
#include "models/text/Quantity.h"
#include "models/text/Time.h"

#include <cmath>
#include <functional>
#include <numeric>

namespace demo {

using text::Value;

namespace {

/// Two waves over a mean, and their periods in seconds.
constexpr double mean = 0.55, slow = 0.3, quick = 0.08;
constexpr double slowPeriod = 300, quickPeriod = 47;

constexpr double usualCores = 0.01, usualBytes = 24.0 * 1024 * 1024;

double sway(double seed, double second) { return mean + slow * std::sin(seed + second / slowPeriod) + quick * std::sin(seed * 3 + second / quickPeriod); }

double swaySince(double seed, double second)
{
    return mean * second - slow * slowPeriod * std::cos(seed + second / slowPeriod) - quick * quickPeriod * std::cos(seed * 3 + second / quickPeriod);
}

template<typename Part>
double sum(const std::vector<ContainerLoad> &containers, double own, Part part)
{
    return std::accumulate(containers.begin(), containers.end(), own, [&](double total, const ContainerLoad &load) { return total + part(load); });
}

} // namespace

double ContainerLoad::coresAt(double second) const { return cores * sway(seed, second); }
double ContainerLoad::coreSeconds(double from, double to) const { return cores * (swaySince(seed, to) - swaySince(seed, from)); }
double ContainerLoad::bytesAt(double second) const { return bytes * (0.7 + 0.2 * sway(seed, second)); }

ContainerLoad loadOf(const Value &container, const std::string &pod)
{
    const Value &requests = in(container, {"resources", "requests"});
    return {double(std::hash<std::string>()(pod + container["name"].text()) % 1000), quantityOr(requests["cpu"], usualCores), quantityOr(requests["memory"], usualBytes)};
}

double NodeLoad::coresAt(double second) const
{
    return sum(containers, SystemCores, [&](const ContainerLoad &load) { return load.coresAt(second); });
}

double NodeLoad::coreSeconds(double from, double to) const
{
    return sum(containers, SystemCores * (to - from), [&](const ContainerLoad &load) { return load.coreSeconds(from, to); });
}

double NodeLoad::bytesAt(double second) const
{
    return sum(containers, SystemBytes, [&](const ContainerLoad &load) { return load.bytesAt(second); });
}

NodeLoad loadOf(const Object &node, const Cluster &cluster)
{
    NodeLoad load;
    for (const ObjectPointer &pod : cluster.store().list("pods"))
        if (isRunning(*pod) && in(pod->value, {"spec", "nodeName"}).text() == node.name)
            for (const Value &container : in(pod->value, {"spec", "containers"}).items())
                load.containers.push_back(loadOf(container, pod->name));
    return load;
}

bool isRunning(const Object &pod) { return in(pod.value, {"status", "phase"}).text() == "Running"; }

double quantityOr(const Value &value, double fallback)
{
    const auto quantity = value.isNull() ? base::Result<text::Quantity>(base::Error()) : text::Quantity::from(value);
    if (!quantity)
        return fallback;
    const double milli = double(quantity->milliValue()) / 1000;
    return milli > 1e12 ? double(quantity->value()) : milli;
}

double secondOf(const Value &time)
{
    const auto read = text::parseTime(time.text());
    return read ? double(read->seconds) : 0;
}

std::string addressOf(const Object &node)
{
    for (const Value &address : in(node.value, {"status", "addresses"}).items())
        if (address["type"].text() == "InternalIP")
            return address["address"].text();
    return node.name;
}

} // namespace demo
