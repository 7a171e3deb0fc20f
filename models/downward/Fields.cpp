#include "models/downward/Fields.h"

#include "models/text/LabelNames.h"
#include "models/text/Quantity.h"

#include <algorithm>
#include <array>

namespace downward {
namespace {

constexpr std::array<std::string_view, 9> OfEnv = {
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
    "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
};
constexpr std::array<std::string_view, 5> OfVolumes = {
    "metadata.name", "metadata.namespace", "metadata.uid", "metadata.labels", "metadata.annotations",
};
constexpr std::array<std::string_view, 2> OfCpu = {"1m", "1"};
constexpr std::array<std::string_view, 13> OfBytes = {"1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"};

bool contains(std::span<const std::string_view> words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A key of an annotation may have capitals in its prefix.
bool isKeyAllowed(const FieldPath &field)
{
    if (field.path == "metadata.labels")
        return text::problemWithLabelKey(field.key).empty();
    std::string lower(field.key);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return field.path == "metadata.annotations" && text::problemWithLabelKey(lower).empty();
}

} // namespace

FieldPath splitField(std::string_view fieldPath)
{
    const std::size_t open = fieldPath.find("['");
    if (!fieldPath.ends_with("']") || open == 0 || open == std::string_view::npos || open + 4 > fieldPath.size())
        return {fieldPath, {}, false};
    return {fieldPath.substr(0, open), fieldPath.substr(open + 2, fieldPath.size() - open - 4), true};
}

std::span<const std::string_view> fieldsOf(Place place)
{
    return place == Place::Env ? std::span<const std::string_view>(OfEnv) : std::span<const std::string_view>(OfVolumes);
}

bool isFieldAllowed(const text::Value &fieldRef, Place place)
{
    const std::string &version = fieldRef["apiVersion"].text();
    if (!version.empty() && version != "v1")
        return false;
    const std::string &path = fieldRef["fieldPath"].text();
    const FieldPath field = splitField(path);
    if (field.isSubscripted)
        return isKeyAllowed(field);
    return contains(fieldsOf(place), path) || (place == Place::Env && path == "spec.host");
}

bool isLimit(std::string_view name)
{
    return name.starts_with("limits.");
}

bool isHugePages(std::string_view resource)
{
    return resource.starts_with("hugepages-");
}

std::string_view resourceOf(std::string_view name)
{
    if (!isLimit(name) && !name.starts_with("requests."))
        return {};
    const std::string_view resource = name.substr(name.find('.') + 1);
    const bool isKnown = resource == "cpu" || resource == "memory" || resource == "ephemeral-storage" || isHugePages(resource);
    return isKnown ? resource : std::string_view();
}

std::span<const std::string_view> divisorsOf(std::string_view resource)
{
    return resource == "cpu" ? std::span<const std::string_view>(OfCpu) : std::span<const std::string_view>(OfBytes);
}

std::optional<std::string> divisorIn(const text::Value &resourceFieldRef, std::string_view resource)
{
    const auto divisor = text::Quantity::from(resourceFieldRef["divisor"]);
    if (!divisor)
        return std::nullopt;
    if (divisor->isZero())
        return "1";
    std::string written = divisor->toString();
    return contains(divisorsOf(resource), written) ? std::optional(std::move(written)) : std::nullopt;
}

} // namespace downward
