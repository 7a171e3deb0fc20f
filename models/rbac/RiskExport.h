#pragma once

#include "models/rbac/RiskList.h"

#include <string>
#include <vector>

namespace rbac {

enum class RiskFormat { Csv, Json, Markdown };

/// The words above the columns of a report, in the person's language, in the order of RiskPart; the severities and what risks are called.
struct RiskReportWords
{
    std::string title;
    std::vector<std::string> heads;
    std::vector<std::string> severities;
    std::vector<std::string> attacks;
    std::string everywhere;
    std::string gaps = {};          ///< what could not be read; empty: nothing
    std::string includes = "%1, and what it includes: %2";  ///< %1: what somebody can do, %2: ids
    std::string included = "included in others";            ///< before how many
};

/// The findings of a list as a file for other programs or people; JSON has the keys and ids of `rbac risks`, in nobody's language. A pure function.
std::string exported(const RiskList &list, RiskFormat format, const RiskReportWords &words);

} // namespace rbac
