#pragma once

#include "models/text/Quantity.h"

#include <map>
#include <string>
#include <string_view>

namespace text {

/// Amounts by resource: "cpu", "memory", "nvidia.com/gpu".
using Amounts = std::map<std::string, Quantity, std::less<>>;

/// Of a map of quantities; what is none is left out.
Amounts amountsOf(const Value &map);

/// The first become those of both.
void add(Amounts &amounts, const Amounts &more);

/// What the containers of a pod's spec have together of their resources' "requests" or "limits": those that run side by side, sidecars too, or of each
/// resource the largest step of the start if that is more.
Amounts amountsOfContainers(const Value &spec, std::string_view what);

} // namespace text
