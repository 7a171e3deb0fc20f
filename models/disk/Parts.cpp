#include "models/disk/Parts.h"

#include "models/disk/Amount.h"

#include <algorithm>

namespace disk {

namespace {

using Amount = std::optional<std::int64_t>;

Part::What partOf(Filler::What what)
{
    switch (what) {
    case Filler::What::Logs: case Filler::What::WritableLayer: case Filler::What::EmptyDir: case Filler::What::RestOfPod: return Part::What::Pods;
    case Filler::What::Elsewhere: return Part::What::Elsewhere;
    default: return Part::What::Images;
    }
}

bool liesOn(FileSystem::Role role, const FileSystem &disk, const Report &report)
{
    if (role == disk.role)
        return true;
    const FileSystem *other = report.fileSystem(role);
    if (disk.role == FileSystem::Role::Node)
        return other ? other->isNodes : report.isOneFileSystem || role == FileSystem::Role::Node;
    return role == FileSystem::Role::Containers && (!other || !other->isNodes);
}

void add(std::vector<Part> &parts, Part::What what, std::int64_t bytes, std::int64_t &left)
{
    const std::int64_t fits = std::clamp<std::int64_t>(bytes, 0, left);
    if (fits > 0)
        parts.push_back({what, fits});
    left -= fits;
}

/// What is used is split only where it is known what something else takes; else it is told as a whole.
std::vector<Part> partsOf(const FileSystem &disk, const Report &report)
{
    std::vector<Part> parts;
    if (!disk.capacity || !disk.available || *disk.capacity <= 0)
        return parts;
    std::int64_t left = *disk.capacity, images = 0, pods = 0;
    add(parts, Part::What::Available, *disk.available, left);
    add(parts, Part::What::Reserved, disk.reserved().value_or(0), left);
    bool isSplit = false;
    for (const Filler &filler : report.fillers) {
        if (!liesOn(filler.where, disk, report))
            continue;
        const Part::What what = partOf(filler.what);
        isSplit = isSplit || (what == Part::What::Elsewhere && filler.bytes);
        images = sumOf(images, what == Part::What::Images ? filler.bytes.value_or(0) : 0);
        pods = sumOf(pods, what == Part::What::Pods ? filler.bytes.value_or(0) : 0);
    }
    if (isSplit) {
        add(parts, Part::What::Pods, pods, left);
        add(parts, Part::What::Images, images, left);
    }
    add(parts, isSplit ? Part::What::Elsewhere : Part::What::Used, left, left);
    std::ranges::sort(parts, {}, &Part::what);
    return parts;
}

bool isShown(const FileSystem &disk, const Report &report)
{
    if (disk.role == FileSystem::Role::Node)
        return true;
    const FileSystem *images = report.fileSystem(FileSystem::Role::Images);
    return !disk.isNodes && (disk.role == FileSystem::Role::Images || !images || images->capacity != disk.capacity);
}

std::vector<Limit> limitsOf(const FileSystem &disk, const Report &report)
{
    std::vector<Limit> limits;
    for (const FileSystem &side : report.fileSystems)
        if (&side == &disk || liesOn(side.role, disk, report))
            limits.insert(limits.end(), side.limits.begin(), side.limits.end());
    std::ranges::stable_sort(limits, std::greater(), [](const Limit &limit) { return std::pair(limit.measure == Limit::Measure::Bytes, limit.available); });
    return limits;
}

} // namespace

std::vector<Disk> disksOf(const Report &report)
{
    std::vector<Disk> disks;
    for (const FileSystem &disk : report.fileSystems)
        if (isShown(disk, report))
            disks.push_back({&disk, partsOf(disk, report), limitsOf(disk, report)});
    return disks;
}

} // namespace disk
