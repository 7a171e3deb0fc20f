#pragma once

#include "models/disk/Report.h"
#include "models/metrics/KubeletSummary.h"

namespace disk {

/// Those that the kubelet tells of, the node's own first.
std::vector<FileSystem> fileSystemsOf(const metrics::NodeSummary &summary);
/// What the settings say about each of them, the next limit first.
void addLimits(std::vector<FileSystem> &fileSystems, const KubeletSettings &settings);

} // namespace disk
