#pragma once

#include "models/downward/Resolve.h"

#include <span>
#include <string>
#include <string_view>

namespace downward {

/// "metadata.labels['app']" in two; of every other path the key is empty and isSubscripted false (KK pkg/fieldpath).
struct FieldPath
{
    std::string_view path;
    std::string_view key;
    bool isSubscripted = false;
};
FieldPath splitField(std::string_view fieldPath);

/// Annotations that a kubelet adds to what it knows of a pod, and that reach its containers; the API server has neither.
inline constexpr std::string_view SeenByKubelet = "kubernetes.io/config.seen";
inline constexpr std::string_view SourceOfKubelet = "kubernetes.io/config.source";

/// What fieldRef may name in that place, without the forms with a key.
std::span<const std::string_view> fieldsOf(Place place);

/// Whether the server takes such a fieldRef there.
bool isFieldAllowed(const text::Value &fieldRef, Place place);

/// "cpu" of "limits.cpu"; empty when resourceFieldRef may not name it.
std::string_view resourceOf(std::string_view name);
bool isLimit(std::string_view name);
bool isHugePages(std::string_view resource);

/// What a limit or request of that resource may be divided by.
std::span<const std::string_view> divisorsOf(std::string_view resource);

/// What is divided by as the server keeps it ("1" when nothing or zero is written), or nothing if it is refused.
std::optional<std::string> divisorIn(const text::Value &resourceFieldRef, std::string_view resource);

} // namespace downward
