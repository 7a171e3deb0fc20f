#include "models/disk/Fillers.h"

#include "models/disk/Amount.h"

#include <algorithm>
#include <iterator>

namespace disk {

using metrics::ContainerSummary;
using metrics::DiskUsage;
using metrics::NodeSummary;
using metrics::PodSummary;
using metrics::VolumeUsage;
using Amount = std::optional<std::int64_t>;

namespace {

/// Of what is left of a pod beside logs, layers and emptyDirs, less is not worth a line.
constexpr std::int64_t LeastRest = std::int64_t(1) << 20;

Amount usedOf(const DiskUsage &disk) { return disk.used ? possible(disk.used->value) : std::nullopt; }

/// What is not known adds nothing; nothing at all stays unknown.
void addTo(Amount &sum, const Amount &more)
{
    if (more)
        sum = sumOf(sum.value_or(0), *more);
}

/// Splits the ephemeral storage of the pods of a summary.
class PodSplitter
{
public:
    PodSplitter(Report &report, const std::vector<PodOnNode> *pods) : m_report(report), m_pods(pods) { }

    void split(const PodSummary &pod)
    {
        PodRow row{pod.namespaceName, pod.name, pod.uid, usedOf(pod.ephemeral), {}, {}, {}, pod.ephemeral.inodesUsed};
        for (const ContainerSummary &container : pod.containers) {
            take(pod, Filler::What::Logs, container.name, usedOf(container.logs), row.logs);
            take(pod, Filler::What::WritableLayer, container.name, usedOf(container.rootfs), row.layers);
        }
        for (const VolumeUsage &volume : pod.volumes)
            if (isEmptyDir(pod, volume))
                take(pod, Filler::What::EmptyDir, volume.name, usedOf(volume.disk), row.emptyDirs);
        takeRest(pod, row);
        m_report.pods->push_back(std::move(row));
    }

private:
    /// A summary does not say what a volume is; where pods may not be read, it is not known.
    bool isEmptyDir(const PodSummary &pod, const VolumeUsage &volume) const
    {
        if (!m_pods || !volume.claim.empty())
            return false;
        const auto known = std::ranges::find_if(*m_pods, [&](const PodOnNode &each) { return each.namespaceName == pod.namespaceName && each.name == pod.name; });
        return known != m_pods->end() && std::ranges::find(known->emptyDirs, volume.name) != known->emptyDirs.end();
    }

    void take(const PodSummary &pod, Filler::What what, const std::string &part, const Amount &bytes, Amount &sum)
    {
        addTo(sum, bytes);
        if (!bytes || *bytes == 0)
            return;
        const bool isLayer = what == Filler::What::WritableLayer;
        m_report.fillers.push_back({what, pod.namespaceName, pod.name, pod.uid, part, isLayer ? FileSystem::Role::Containers : FileSystem::Role::Node, bytes, {}});
    }

    void takeRest(const PodSummary &pod, const PodRow &row)
    {
        if (!row.total)
            m_report.fillers.push_back({Filler::What::RestOfPod, pod.namespaceName, pod.name, pod.uid, {}, FileSystem::Role::Node, {}, {}});
        else if (const std::int64_t rest = *row.total - row.logs.value_or(0) - row.layers.value_or(0) - row.emptyDirs.value_or(0); rest >= LeastRest)
            m_report.fillers.push_back({Filler::What::RestOfPod, pod.namespaceName, pod.name, pod.uid, {}, FileSystem::Role::Node, rest, {}});
    }

    Report &m_report;
    const std::vector<PodOnNode> *m_pods;
};

void addPods(Report &report, const NodeSummary &summary, const std::vector<PodOnNode> *pods)
{
    report.pods.emplace();
    PodSplitter splitter(report, pods);
    for (const PodSummary &pod : summary.pods)
        splitter.split(pod);
    std::ranges::stable_sort(*report.pods, std::greater(), [](const PodRow &row) { return row.total.value_or(-1); });
}

void addImageFillers(Report &report)
{
    for (std::size_t i = 0; i < report.images.size(); ++i)
        report.fillers.push_back({report.images[i].what, {}, {}, {}, report.images[i].image.title(), FileSystem::Role::Images, report.images[i].image.bytes, i});
}

Amount sumOfAll(const std::vector<PodRow> &pods, Amount PodRow::*part)
{
    Amount sum;
    for (const PodRow &pod : pods)
        addTo(sum, pod.*part);
    return sum;
}

std::int64_t listedBytes(const Report &report)
{
    std::int64_t sum = 0;
    for (const ImageRow &row : report.images)
        sum = sumOf(sum, row.image.bytes.value_or(0));
    return sum;
}

/// containerd counts the layers that containers write into among its images; others measure them apart.
Amount imageBytes(const Report &report, std::int64_t written)
{
    const FileSystem *images = report.fileSystem(FileSystem::Role::Images);
    if (!images || !images->used)
        return std::nullopt;
    const bool areTogether = report.node.runtime.kind == Runtime::Kind::Containerd;
    return std::max<std::int64_t>(0, *images->used - (areTogether ? written : 0));
}

/// What images take beyond the listed ones: others, or layers that take more than what was downloaded for them.
void addUnlisted(Report &report, const Amount &images)
{
    const std::int64_t rest = images ? *images - listedBytes(report) : 0;
    if (report.hasAllImages == Truth::Yes)
        report.bytesNotListed = 0;
    else if (rest > 0)
        report.bytesNotListed = rest;
    if (report.hasAllImages != Truth::Yes)
        report.fillers.push_back({Filler::What::ImagesNotListed, {}, {}, {}, {}, FileSystem::Role::Images, report.bytesNotListed, {}});
    else if (rest >= LeastRest)
        report.fillers.push_back({Filler::What::Layers, {}, {}, {}, {}, FileSystem::Role::Images, rest, {}});
}

/// What an unmeasured pod takes cannot be told from what is not of Kubernetes.
bool areMeasured(const std::optional<std::vector<PodRow>> &pods)
{
    return pods && std::ranges::all_of(*pods, [](const PodRow &pod) { return pod.total.has_value(); });
}

/// All that is used there and that nobody of Kubernetes accounts for.
void addElsewhere(Report &report, const Amount &images, std::int64_t written)
{
    const FileSystem *node = report.fileSystem(FileSystem::Role::Node), *other = report.fileSystem(FileSystem::Role::Images);
    if (!node || !node->used || !images || !areMeasured(report.pods))
        return report.fillers.push_back({Filler::What::Elsewhere, {}, {}, {}, {}, FileSystem::Role::Node, {}, {}});
    const std::int64_t ofPods = sumOfAll(*report.pods, &PodRow::total).value_or(0) - written;
    const std::int64_t ofImages = report.isOneFileSystem ? std::max(*images, listedBytes(report)) + written : 0;
    report.fillers.push_back({Filler::What::Elsewhere, {}, {}, {}, {}, FileSystem::Role::Node, std::max<std::int64_t>(0, *node->used - ofPods - ofImages), {}});
    if (report.isOneFileSystem || !other || !other->capacity || !other->available)
        return;
    const std::int64_t gone = *other->capacity - *other->available - std::max(*images, listedBytes(report)) - written;
    report.fillers.push_back({Filler::What::Elsewhere, {}, {}, {}, {}, FileSystem::Role::Images, std::max<std::int64_t>(0, gone), {}});
}

} // namespace

bool isBefore(const Filler &one, const Filler &other)
{
    const bool frees = one.gain() != Gain::None, otherFrees = other.gain() != Gain::None;
    if (frees != otherFrees)
        return frees;
    return one.bytes.value_or(-1) > other.bytes.value_or(-1);
}

void addFillers(Report &report, const NodeSummary *summary, const std::vector<PodOnNode> *pods)
{
    if (summary)
        addPods(report, *summary, pods);
    addImageFillers(report);
    const std::int64_t written = report.pods ? sumOfAll(*report.pods, &PodRow::layers).value_or(0) : 0;
    const Amount images = summary ? imageBytes(report, written) : std::nullopt;
    addUnlisted(report, images);
    addElsewhere(report, images, written);
    std::ranges::stable_sort(report.fillers, isBefore);
}

} // namespace disk
