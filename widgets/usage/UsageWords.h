#pragma once

#include "models/metrics/Allowance.h"
#include "models/metrics/UsageSource.h"
#include "models/tables/AddedCells.h"

#include <optional>
#include <string>
#include <vector>

namespace usage {

/// Which of the two a column tells.
enum class Resource { Cpu, Memory };

/// A text of this folder in the person's language.
std::string words(const char *english);
/// What a cell holds where it has no number.
std::vector<tables::CellWord> cellWords();

/// Appends "12m" and "180Mi" as kubectl writes them, or a word, for each resource.
void addTexts(const metrics::UsageSource &source, metrics::Measured measured, std::string_view key, std::vector<std::string> &texts);

/// A number, what was requested and what is allowed of one resource, in its own unit.
struct Measure
{
    std::optional<double> used, request, limit;
};
Measure measureOf(Resource resource, const metrics::Usage &usage, const metrics::Allowance &allowance);

/// How the bar of a cell is filled.
tables::Gauge gaugeOf(const Measure &measure, bool isOld);

/// What a cell is about.
struct CellPlace
{
    metrics::Measured measured;
    Resource resource;
    std::string_view key;
};
/// Where the number comes from, when it was measured, and what it is to be compared with, in lines; no word of that where it is not known.
std::string reasonOf(const metrics::UsageSource &source, const CellPlace &place, const std::optional<metrics::Allowance> &allowance, base::SystemTime now);

/// Whether the number is older than numbers of its source are.
bool isOld(const metrics::UsageSource &source, metrics::Measured measured, const metrics::Usage &usage, base::SystemTime now);

} // namespace usage
