#include "models/disk/FileSystems.h"

#include "models/disk/Amount.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace disk {

using metrics::DiskUsage;

namespace {

std::optional<std::int64_t> valueOf(const std::optional<metrics::Bytes> &bytes) { return bytes ? possible(bytes->value) : std::nullopt; }

FileSystem fileSystemOf(FileSystem::Role role, const DiskUsage &disk)
{
    FileSystem out;
    out.role = role;
    out.used = valueOf(disk.used);
    out.capacity = valueOf(disk.capacity);
    out.available = valueOf(disk.available);
    out.inodes = possible(disk.inodes);
    out.inodesFree = possible(disk.inodesFree);
    out.inodesUsed = possible(disk.inodesUsed);
    out.time = disk.time;
    return out;
}

bool isTold(const FileSystem &one) { return one.used || one.capacity || one.available; }

/// The summary names no devices. Two that are equally large, with as many inodes, and nearly as much of both left, are one that was looked at twice.
bool isSame(const FileSystem &one, const FileSystem &other)
{
    if (!one.capacity || !one.available || !other.available || one.capacity != other.capacity || one.inodes != other.inodes)
        return false;
    return std::llabs(*one.available - *other.available) <= std::max<std::int64_t>(*one.capacity / 50, std::int64_t(64) << 20);
}

/// With less than a whole percent above the setting the kubelet rounds up to it: it cuts the percentage of what is available.
Limit collectionLimit(const KubeletSettings &settings, std::int64_t capacity)
{
    Limit limit;
    limit.what = Limit::What::ImageCollection;
    limit.setting = std::to_string(*settings.highPercent) + '%';
    limit.available = percentOf(capacity, 101 - *settings.highPercent) + (capacity % 100 * (101 - *settings.highPercent) % 100 != 0 ? 1 : 0);
    if (settings.lowPercent)
        limit.until = percentOf(capacity, 100 - *settings.lowPercent);
    return limit;
}

void add(FileSystem &disk, Limit limit, std::int64_t whole, std::int64_t available)
{
    limit.usedFrom = whole - limit.available;
    limit.away = available - limit.available;
    disk.limits.push_back(std::move(limit));
}

void addCollection(FileSystem &disk, const KubeletSettings &settings)
{
    if (disk.role == FileSystem::Role::Images && settings.highPercent && *settings.highPercent < 100 && disk.capacity && disk.available && *disk.capacity <= LargestWhole)
        add(disk, collectionLimit(settings, *disk.capacity), *disk.capacity, *disk.available);
}

void addEviction(FileSystem &disk, const EvictionSetting &setting)
{
    const std::string prefix = std::string(disk.name()) + '.';
    if (!setting.signal.starts_with(prefix))
        return;
    const bool isInodes = setting.signal.ends_with(".inodesFree");
    const auto &whole = isInodes ? disk.inodes : disk.capacity, &available = isInodes ? disk.inodesFree : disk.available;
    const auto least = whole && available && *whole <= LargestWhole ? setting.limitOf(*whole) : std::nullopt;
    if (!least)
        return;
    const bool isHard = setting.kind == EvictionSetting::Kind::Hard;
    add(disk, {isHard ? Limit::What::HardEviction : Limit::What::SoftEviction, isInodes ? Limit::Measure::Inodes : Limit::Measure::Bytes, setting.signal, setting.value, setting.grace, *least, 0, 0, {}},
        *whole, *available);
}

} // namespace

const char *FileSystem::name() const
{
    switch (role) {
    case Role::Node: return "nodefs";
    case Role::Images: return "imagefs";
    case Role::Containers: break;
    }
    return "containerfs";
}

std::optional<std::int64_t> FileSystem::reserved() const
{
    // What the kubelet calls the use of the others is that of images and containers alone.
    if (role != Role::Node || !used || !capacity || !available)
        return std::nullopt;
    return std::max<std::int64_t>(0, *capacity - *used - *available);
}

std::vector<FileSystem> fileSystemsOf(const metrics::NodeSummary &summary)
{
    std::vector<FileSystem> out;
    for (const auto &[role, disk] : {std::pair(FileSystem::Role::Node, &summary.rootfs), std::pair(FileSystem::Role::Images, &summary.images), std::pair(FileSystem::Role::Containers, &summary.containers)}) {
        FileSystem each = fileSystemOf(role, *disk);
        each.isNodes = role == FileSystem::Role::Node || (!out.empty() && out.front().role == FileSystem::Role::Node && isSame(out.front(), each));
        if (isTold(each))
            out.push_back(std::move(each));
    }
    return out;
}

void addLimits(std::vector<FileSystem> &fileSystems, const KubeletSettings &settings)
{
    for (FileSystem &disk : fileSystems) {
        addCollection(disk, settings);
        for (const EvictionSetting &setting : settings.evictions)
            addEviction(disk, setting);
        std::ranges::stable_sort(disk.limits, std::greater(), [](const Limit &limit) { return std::pair(limit.measure == Limit::Measure::Bytes, limit.available); });
    }
}

} // namespace disk
