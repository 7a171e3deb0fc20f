#pragma once

#include "models/detail/Summary.h"
#include "models/diagnosis/Evidence.h"

#include <string_view>
#include <vector>

namespace diagnosis {

/// What one rule found.
struct Finding
{
    std::string_view rule;              ///< its name in the table of rules
    detail::Notice notice;

    bool operator==(const Finding &) const = default;
};

/// What is wrong with the object, the gravest first, one finding for each cause; nothing when all is well. The same evidence always
/// gives the same findings. Any thread.
std::vector<Finding> findings(const Evidence &evidence);

/// The same as a person reads it.
std::vector<detail::Notice> diagnose(const Evidence &evidence);

/// The names of all rules.
std::vector<std::string_view> ruleNames();

} // namespace diagnosis
