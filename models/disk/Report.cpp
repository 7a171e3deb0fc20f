#include "models/disk/Report.h"

#include "models/disk/Amount.h"
#include "models/disk/FileSystems.h"
#include "models/disk/Fillers.h"
#include "models/text/Json.h"

#include <algorithm>

namespace disk {

using base::Error;
using base::Result;
using metrics::NodeSummary;
using metrics::PodSummary;
using text::Value;

namespace {

Result<Value> readObject(const Result<std::string> &body)
{
    if (!body)
        return body.error();
    return text::parseJson(*body);
}

Result<std::vector<PodOnNode>> readPods(const Result<std::string> &body)
{
    const auto list = readObject(body);
    if (!list)
        return list.error();
    if (!(*list)["items"].isList() && !(*list)["items"].isNull())
        return base::makeError(base::ErrorKind::BadInput, "the answer is no list of pods");
    std::vector<PodOnNode> pods;
    for (const Value &pod : (*list)["items"].items())
        pods.push_back(podOf(pod));
    return pods;
}

/// What is not read is kept with the reason.
template<typename T>
std::optional<T> take(Result<T> read, Missing::What what, Report &report)
{
    if (read)
        return std::move(*read);
    report.missing.push_back({what, read.error()});
    return std::nullopt;
}

Filler::What useOf(const ListedImage &image, const std::optional<ImageUsers> &users)
{
    if (users && !users->running.empty())
        return Filler::What::UsedImage;
    if (isSandbox(image))
        return Filler::What::SandboxImage;
    return !users ? Filler::What::ImageOfUnknownUse : users->held.empty() ? Filler::What::UnusedImage : Filler::What::HeldImage;
}

void addImages(Report &report, const std::optional<std::vector<PodOnNode>> &pods)
{
    for (const ListedImage &image : report.node.images) {
        auto users = pods ? std::optional(usersOf(image, *pods)) : std::nullopt;
        const Filler::What what = useOf(image, users);
        report.images.push_back({image, std::move(users), what});
    }
    std::ranges::stable_sort(report.images, std::greater(), [](const ImageRow &row) { return row.image.bytes.value_or(-1); });
    if (pods)
        report.usedNotListed = missingFrom(report.node.images, *pods);
}

/// A kubelet lists some and no more; how many it says itself.
Truth isWhole(const Report &report)
{
    if (!report.usedNotListed.empty())
        return Truth::No;
    if (report.node.images.empty() || !report.settings || !report.settings->mostImages)
        return Truth::Unknown;
    const std::int64_t most = *report.settings->mostImages;
    return most < 0 || static_cast<std::int64_t>(report.node.images.size()) < most ? Truth::Yes : Truth::Unknown;
}

Result<NodeSummary> readSummary(const Result<std::string> &body)
{
    return body ? metrics::readKubeletSummary(*body) : Result<NodeSummary>(body.error());
}

} // namespace

const Error *Report::why(Missing::What what) const
{
    const auto found = std::ranges::find(missing, what, &Missing::what);
    return found == missing.end() ? nullptr : &found->error;
}

const FileSystem *Report::fileSystem(FileSystem::Role role) const
{
    const auto found = std::ranges::find(fileSystems, role, &FileSystem::role);
    return found == fileSystems.end() ? nullptr : &*found;
}

std::optional<std::int64_t> Report::unusedBytes() const
{
    std::int64_t bytes = 0;
    for (const ImageRow &row : images) {
        if (row.what == Filler::What::ImageOfUnknownUse)
            return std::nullopt;
        bytes = sumOf(bytes, row.what == Filler::What::UnusedImage ? row.image.bytes.value_or(0) : 0);
    }
    return images.empty() ? std::nullopt : std::optional(bytes);
}

Gain Filler::gain() const
{
    switch (what) {
    case What::UnusedImage: return Gain::Free;
    case What::HeldImage: case What::Logs: case What::WritableLayer: case What::EmptyDir: case What::RestOfPod: return Gain::WithPod;
    case What::ImageOfUnknownUse: case What::ImagesNotListed: case What::Elsewhere: return Gain::Search;
    case What::UsedImage: case What::SandboxImage: case What::Layers: break;
    }
    return Gain::None;
}

Result<Report> reportOf(const Answers &answers)
{
    const auto node = readObject(answers.node);
    if (!node)
        return node.error();
    Report report;
    report.node = factsOf(*node);
    if (report.node.name.empty())
        return base::makeError(base::ErrorKind::BadInput, "the answer is no node");
    const auto summary = take(readSummary(answers.summary), Missing::What::Summary, report);
    report.settings = take(answers.configz ? readConfigz(*answers.configz) : Result<KubeletSettings>(answers.configz.error()), Missing::What::Settings, report);
    const auto pods = take(readPods(answers.pods), Missing::What::Pods, report);
    addImages(report, pods);
    report.hasAllImages = isWhole(report);
    if (summary) {
        report.fileSystems = fileSystemsOf(*summary);
        if (report.settings)
            addLimits(report.fileSystems, *report.settings);
    }
    const FileSystem *images = report.fileSystem(FileSystem::Role::Images);
    report.isOneFileSystem = images && images->isNodes;
    addFillers(report, summary ? &*summary : nullptr, pods ? &*pods : nullptr);
    return report;
}

} // namespace disk
