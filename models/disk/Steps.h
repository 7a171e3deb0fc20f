#pragma once

#include "models/disk/Report.h"

namespace disk {

/// Something a person can type about what takes space.
struct Step
{
    enum class What { RemoveImage, RemoveUnusedImages, ListImages, DeletePod, MeasureLogs, MeasureInside, MeasureVolume, MeasureRuntime, MeasureFolders, ShrinkJournal };
    enum class Where { Node, Anywhere };        ///< on the node itself; wherever kubectl is

    What what;
    Where where;
    std::string command;

    bool operator==(const Step &) const = default;
};

/// The commands about it, in the order in which they help; words from the cluster are quoted for a shell. Empty: there are none.
std::vector<Step> stepsFor(const Filler &filler, const Report &report);

/// "1.5 GiB", "0 B"; three digits.
std::string sizeText(std::int64_t bytes);

} // namespace disk
