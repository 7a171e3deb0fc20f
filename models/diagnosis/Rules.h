#pragma once

#include "models/diagnosis/Case.h"

#include <span>
#include <string_view>

namespace diagnosis {

/// One thing that can be wrong with objects of some kinds.
struct Rule
{
    std::string_view name;
    std::string_view kinds;             ///< "Deployment.apps StatefulSet.apps", "Pod."; empty: every kind
    void (*find)(Case &);
};

/// The rules of a subject in the order in which they are asked: what explains more comes first.
std::span<const Rule> containerRules();
std::span<const Rule> podRules();
std::span<const Rule> workloadRules();
std::span<const Rule> jobRules();
std::span<const Rule> scalingRules();
std::span<const Rule> nodeRules();
std::span<const Rule> storageRules();
std::span<const Rule> networkRules();
std::span<const Rule> deletionRules();
/// What no other rule explains; asked last.
std::span<const Rule> otherRules();

} // namespace diagnosis
