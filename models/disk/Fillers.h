#pragma once

#include "models/disk/Report.h"
#include "models/metrics/KubeletSummary.h"

namespace disk {

/// Fills in what takes space: fillers, pods and what is not listed. Both may be null: not known.
void addFillers(Report &report, const metrics::NodeSummary *summary, const std::vector<PodOnNode> *pods);

/// What frees more is before the other, what is not known behind what is, and what cannot be freed last.
bool isBefore(const Filler &one, const Filler &other);

} // namespace disk
