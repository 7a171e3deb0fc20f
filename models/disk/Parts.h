#pragma once

#include "models/disk/Report.h"

namespace disk {

/// A part of a file system, as it is drawn.
struct Part
{
    enum class What { Images, Pods, Elsewhere, Reserved, Used, Available };

    What what;
    std::int64_t bytes;

    bool operator==(const Part &) const = default;
};

/// A file system as a person meets it: what the kubelet looks at from several sides is one.
struct Disk
{
    const FileSystem *fileSystem;       ///< of the report
    std::vector<Part> parts;            ///< together they are all of it; empty where its size is not known
    std::vector<Limit> limits;          ///< of all its sides, the next one first
};

/// The report outlives them.
std::vector<Disk> disksOf(const Report &report);

} // namespace disk
