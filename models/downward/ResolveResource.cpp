#include "models/downward/Resolve.h"

#include "models/downward/Fields.h"
#include "models/text/Quantity.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace downward {
namespace {

/// A container, and whether it is one of those that only start the pod.
struct Found
{
    const text::Value *container = nullptr;
    bool isInit = false;
};

const text::Value *findIn(const text::Value &list, std::string_view name)
{
    for (const text::Value &container : list.items()) {
        if (container["name"].text() == name)
            return &container;
    }
    return nullptr;
}

/// What a name in an entry means: never an ephemeral container.
Found named(const text::Value &pod, std::string_view name)
{
    const text::Value &spec = pod["spec"];
    if (const text::Value *container = findIn(spec["containers"], name))
        return {container, false};
    return {findIn(spec["initContainers"], name), true};
}

/// The container whose env it is.
Found own(const text::Value &pod, std::string_view name)
{
    const Found found = named(pod, name);
    return found.container ? found : Found{findIn(pod["spec"]["ephemeralContainers"], name), false};
}

/// What is asked, taken apart.
struct Wish
{
    const text::Value &pod;
    const text::Value *node;
    Place place;
    std::string_view resource;
    bool isLimit;
    bool namesContainer;
};

/// An amount as it stands in a map; nothing when it is missing, and for limits also when it is zero.
const text::Value *amountIn(const text::Value &resources, const Wish &wish)
{
    const text::Value *amount = resources.find(wish.resource);
    if (!amount || !wish.isLimit || isHugePages(wish.resource))
        return amount;
    const auto quantity = text::Quantity::from(*amount);
    return quantity && quantity->isZero() ? nullptr : amount;
}

/// The limit of the whole pod stands in for one of a container in env only.
const text::Value *podLimit(const Wish &wish)
{
    const bool counts = wish.place == Place::Env && (wish.resource == "cpu" || wish.resource == "memory");
    return counts ? amountIn(wish.pod["spec"]["resources"]["limits"], wish) : nullptr;
}

const text::Value &allocatable(const text::Value &node)
{
    const text::Value &status = node["status"];
    return status["allocatable"].isMap() ? status["allocatable"] : status["capacity"];
}

/// Where a missing limit of cpu, memory or storage is taken from.
struct Stand
{
    Origin origin = Origin::NotAsked;
    const text::Value *amount = nullptr;
    std::optional<Problem> problem;
};

Stand fromNode(const Wish &wish)
{
    if (!wish.node)
        return {Origin::NodeAllocatable, nullptr, Problem::NeedsNode};
    const text::Value *amount = allocatable(*wish.node).find(wish.resource);
    return {amount ? Origin::NodeAllocatable : Origin::NotOnNode, amount, std::nullopt};
}

Stand standIn(const Wish &wish, const Found &found)
{
    if (!wish.isLimit || isHugePages(wish.resource))
        return {};
    if (wish.place == Place::Env && wish.namesContainer && found.isInit)
        return {Origin::InitByName, nullptr, std::nullopt};
    if (const text::Value *amount = podLimit(wish))
        return {Origin::PodLimit, amount, std::nullopt};
    return fromNode(wish);
}

std::string shortNumber(double number)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.10g", number);
    return text.data();
}

/// What is too large for an int64 becomes what the processor of the kubelet makes of it: the smallest one on amd64.
std::string held(const Wish &wish, Computation &how)
{
    how.isHeld = true;
    how.isTurned = wish.node && (*wish.node)["status"]["nodeInfo"]["architecture"].text() == "amd64";
    return std::to_string(how.isTurned ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max());
}

/// The kubelet divides in floating point and rounds up.
std::string divide(const Wish &wish, const text::Quantity &amount, const text::Quantity &divisor, Computation &how)
{
    const bool isCpu = wish.resource == "cpu";
    const auto above = static_cast<double>(isCpu ? amount.milliValue() : amount.value());
    const auto below = static_cast<double>(isCpu ? divisor.milliValue() : divisor.value());
    const double quotient = above / below;
    const double rounded = std::ceil(quotient);
    how.quotient = shortNumber(quotient);
    how.isRoundedUp = rounded != quotient;
    if (!(rounded > 0))
        return "0";
    return rounded >= 0x1p63 ? held(wish, how) : std::to_string(static_cast<std::int64_t>(rounded));
}

Resolved finish(const Wish &wish, const text::Value *amount, Computation how)
{
    const auto quantity = amount ? text::Quantity::from(*amount) : base::Result<text::Quantity>(text::Quantity());
    const auto divisor = text::Quantity::parse(how.divisor);
    if (!quantity || !divisor)
        return {std::nullopt, Problem::UnsupportedField, std::move(how)};
    how.amount = quantity->toString();
    std::string value = divide(wish, *quantity, *divisor, how);
    return {std::move(value), std::nullopt, std::move(how)};
}

Resolved inContainer(const Wish &wish, const Found &found, Computation how)
{
    const text::Value *amount = amountIn((*found.container)["resources"][wish.isLimit ? "limits" : "requests"], wish);
    how.origin = Origin::Container;
    if (amount)
        return finish(wish, amount, std::move(how));
    const Stand stand = standIn(wish, found);
    how.origin = stand.origin;
    if (stand.problem)
        return {std::nullopt, stand.problem, std::move(how)};
    if (how.origin == Origin::NodeAllocatable || how.origin == Origin::NotOnNode)
        how.node = (*wish.node)["metadata"]["name"].text();
    return finish(wish, stand.amount, std::move(how));
}

} // namespace

Resolved resolveResource(const text::Value &pod, const text::Value *node, std::string_view container, const text::Value &resourceFieldRef, Place place)
{
    const std::string &name = resourceFieldRef["resource"].text();
    const std::string &other = resourceFieldRef["containerName"].text();
    const Wish wish{pod, node, place, resourceOf(name), isLimit(name), !other.empty()};
    Computation how;
    how.field = name;
    how.container = other.empty() && place == Place::Env ? std::string(container) : other;
    if (wish.resource.empty())
        return {std::nullopt, Problem::UnsupportedField, std::move(how)};
    const std::optional<std::string> divisor = divisorIn(resourceFieldRef, wish.resource);
    how.divisor = divisor.value_or(resourceFieldRef["divisor"].text());
    if (!divisor)
        return {std::nullopt, Problem::BadDivisor, std::move(how)};
    const Found found = other.empty() && place == Place::Env ? own(pod, container) : named(pod, other);
    return found.container ? inContainer(wish, found, std::move(how)) : Resolved{std::nullopt, Problem::NoSuchContainer, std::move(how)};
}

} // namespace downward
