#include "app/headless/DiskOutput.h"
#include "app/headless/DiskWords.h"
#include "models/disk/Steps.h"

namespace headless {

using disk::EvictionSetting;
using disk::FileSystem;
using disk::Filler;
using disk::ImageRow;
using disk::Limit;
using disk::Missing;
using disk::PodRow;
using disk::Report;
using disk::Truth;
using text::Value;

namespace {

Value number(const std::optional<std::int64_t> &number) { return number ? Value::number(*number) : Value::null(); }
Value truth(Truth truth) { return truth == Truth::Unknown ? Value::null() : Value::boolean(truth == Truth::Yes); }

Value map(std::initializer_list<std::pair<const char *, Value>> members)
{
    Value out = Value::map();
    for (const auto &[key, value] : members)
        out.set(key, value);
    return out;
}

template<typename Items, typename Make>
Value list(const Items &items, Make make)
{
    Value out = Value::list();
    for (const auto &item : items)
        out.items().push_back(make(item));
    return out;
}

Value strings(const std::vector<std::string> &texts) { return list(texts, [](const std::string &text) { return Value::string(text); }); }

Value limitJson(const Limit &limit)
{
    return map({{"what", Value::string(nameOf(limit.what))}, {"signal", Value::string(limit.signal)}, {"setting", Value::string(limit.setting)}, {"grace", Value::string(limit.grace)},
                {"measure", Value::string(limit.measure == Limit::Measure::Bytes ? "bytes" : "inodes")}, {"availableBelow", Value::number(limit.available)},
                {"usedFrom", Value::number(limit.usedFrom)}, {"away", Value::number(limit.away)}, {"met", Value::boolean(limit.isMet())}, {"freesUntilAvailable", number(limit.until)}});
}

Value fileSystemJson(const FileSystem &disk)
{
    return map({{"name", Value::string(disk.name())}, {"used", number(disk.used)}, {"available", number(disk.available)}, {"capacity", number(disk.capacity)}, {"reserved", number(disk.reserved())},
                {"inodes", number(disk.inodes)}, {"inodesUsed", number(disk.inodesUsed)}, {"inodesFree", number(disk.inodesFree)}, {"isNodeFileSystem", Value::boolean(disk.isNodes)},
                {"limits", list(disk.limits, limitJson)}});
}

Value podJson(const PodRow &pod)
{
    return map({{"namespace", Value::string(pod.namespaceName)}, {"name", Value::string(pod.name)}, {"ephemeral", number(pod.total)}, {"logs", number(pod.logs)},
                {"writableLayers", number(pod.layers)}, {"emptyDirs", number(pod.emptyDirs)}, {"inodesUsed", number(pod.inodes)}});
}

Value imageJson(const ImageRow &row)
{
    return map({{"names", strings(row.image.names)}, {"size", number(row.image.bytes)}, {"usedBy", row.users ? strings(row.users->running) : Value::null()},
                {"heldBy", row.users ? strings(row.users->held) : Value::null()}, {"state", Value::string(nameOf(row.what))}});
}

Value stepJson(const disk::Step &step)
{
    return map({{"on", Value::string(step.where == disk::Step::Where::Node ? "node" : "anywhere")}, {"command", Value::string(step.command)}});
}

Value fillerJson(const Filler &filler, const Report &report)
{
    return map({{"what", Value::string(nameOf(filler.what))}, {"namespace", Value::string(filler.namespaceName)}, {"pod", Value::string(filler.pod)}, {"name", Value::string(filler.part)},
                {"bytes", number(filler.bytes)}, {"frees", Value::string(nameOf(filler.gain()))}, {"commands", list(disk::stepsFor(filler, report), stepJson)}});
}

Value evictionJson(const EvictionSetting &setting)
{
    return map({{"kind", Value::string(setting.kind == EvictionSetting::Kind::Hard ? "hard" : "soft")}, {"signal", Value::string(setting.signal)}, {"value", Value::string(setting.value)},
                {"grace", Value::string(setting.grace)}});
}

Value thresholdsJson(const Report &report)
{
    if (!report.settings)
        return Value::null();
    const disk::KubeletSettings &settings = *report.settings;
    return map({{"imageGCHighThresholdPercent", number(settings.highPercent)}, {"imageGCLowThresholdPercent", number(settings.lowPercent)},
                {"imageMinimumGCAge", Value::string(settings.minimumAge)}, {"imageMaximumGCAge", Value::string(settings.maximumAge)}, {"imageGCEnabled", Value::boolean(settings.collectsWhenFull())},
                {"nodeStatusMaxImages", number(settings.mostImages)}, {"eviction", list(settings.evictions, evictionJson)}});
}

Value missingJson(const Missing &missing)
{
    return map({{"what", Value::string(nameOf(missing.what))}, {"reason", Value::string(missing.error.message)}});
}

} // namespace

Value diskJson(const Report &report)
{
    const bool isMeasured = !report.why(Missing::What::Summary);
    return map({{"node", Value::string(report.node.name)}, {"runtime", Value::string(report.node.runtime.words)}, {"diskPressure", truth(report.node.pressure)}, {"ready", truth(report.node.ready)},
                {"allocatable", number(report.node.allocatable)}, {"filesystems", isMeasured ? list(report.fileSystems, fileSystemJson) : Value::null()},
                {"pods", report.pods ? list(*report.pods, podJson) : Value::null()}, {"images", list(report.images, imageJson)}, {"imagesNotListed", number(report.bytesNotListed)},
                {"allImagesListed", truth(report.hasAllImages)}, {"usedButNotListed", strings(report.usedNotListed)}, {"unusedImages", number(report.unusedBytes())},
                {"thresholds", thresholdsJson(report)}, {"fills", list(report.fillers, [&](const Filler &filler) { return fillerJson(filler, report); })},
                {"unknown", list(report.missing, missingJson)}});
}

} // namespace headless
