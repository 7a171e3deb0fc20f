#include "widgets/disk/DiskWords.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QLocale>

namespace disk {

using base::Meaning;

namespace {

constexpr std::int64_t LeastKept = std::int64_t(1) << 30;      // less is no answer to a full disk

QString said(const char *english) { return QCoreApplication::translate("disk", english); }

QString shown(const std::string &text) { return base::oneLine(std::string_view(text)); }

QString listed(const std::vector<std::string> &texts)
{
    QStringList all;
    for (const std::string &text : texts)
        all << shown(text);
    return all.join(QStringLiteral(", "));
}

QString placeOf(const Filler &filler)
{
    if (filler.pod.empty())
        return shown(filler.part);
    const QString pod = shown(filler.namespaceName + '/' + filler.pod);
    return filler.part.empty() ? pod : pod + QStringLiteral(" · ") + shown(filler.part);
}

Meaning meaningOf(Filler::What what)
{
    switch (what) {
    case Filler::What::UnusedImage: return Meaning::Warning;
    case Filler::What::UsedImage: case Filler::What::SandboxImage: return Meaning::Ok;
    case Filler::What::HeldImage: return Meaning::Progress;
    default: return Meaning::Unknown;
    }
}

QString amount(const Limit &limit, std::int64_t number)
{
    return limit.measure == Limit::Measure::Bytes ? sizeWords(number) : said(QT_TRANSLATE_NOOP("disk", "%1 inodes")).arg(QLocale().toString(qlonglong(number)));
}

QString logWords(const Report &report)
{
    if (!report.settings || report.settings->largestLog.empty() || !report.settings->logFiles)
        return {};
    return u' ' + said(QT_TRANSLATE_NOOP("disk", "The kubelet of this node keeps at most %1 files of %2 for each container.")).arg(QLocale().toString(qlonglong(*report.settings->logFiles)), shown(report.settings->largestLog));
}

QString heldWords(const Filler &filler, const Report &report)
{
    const ImageRow *row = filler.image && *filler.image < report.images.size() ? &report.images[*filler.image] : nullptr;
    return said(QT_TRANSLATE_NOOP("disk", "No container runs from it, but containers that ended still hold it, so neither garbage collection nor pruning removes it. Once their pods are deleted it can go: %1")).arg(row && row->users ? listed(row->users->held) : QString());
}

/// What a command measures is behind its last option.
QString folderOf(const Step &step)
{
    const QString command = shown(step.command.substr(0, step.command.find(" | ")));
    return command.section(u' ', -1);
}

} // namespace

QString sizeWords(const std::optional<std::int64_t> &bytes) { return bytes ? QString::fromStdString(sizeText(*bytes)) : said(QT_TRANSLATE_NOOP("disk", "not known")); }
QString countWords(const std::optional<std::int64_t> &number) { return number ? QLocale().toString(qlonglong(*number)) : said(QT_TRANSLATE_NOOP("disk", "not known")); }

QString wordsFor(Filler::What what)
{
    switch (what) {
    case Filler::What::UnusedImage: return said(QT_TRANSLATE_NOOP("disk", "Unused image"));
    case Filler::What::HeldImage: return said(QT_TRANSLATE_NOOP("disk", "Image of ended pods"));
    case Filler::What::UsedImage: return said(QT_TRANSLATE_NOOP("disk", "Image in use"));
    case Filler::What::SandboxImage: return said(QT_TRANSLATE_NOOP("disk", "Sandbox image"));
    case Filler::What::ImageOfUnknownUse: return said(QT_TRANSLATE_NOOP("disk", "Image"));
    case Filler::What::ImagesNotListed: return said(QT_TRANSLATE_NOOP("disk", "Images not listed"));
    case Filler::What::Layers: return said(QT_TRANSLATE_NOOP("disk", "Unpacked layers"));
    case Filler::What::Logs: return said(QT_TRANSLATE_NOOP("disk", "Logs"));
    case Filler::What::WritableLayer: return said(QT_TRANSLATE_NOOP("disk", "Written in a container"));
    case Filler::What::EmptyDir: return said(QT_TRANSLATE_NOOP("disk", "emptyDir"));
    case Filler::What::RestOfPod: return said(QT_TRANSLATE_NOOP("disk", "Other files of a pod"));
    case Filler::What::Elsewhere: break;
    }
    return said(QT_TRANSLATE_NOOP("disk", "Not of Kubernetes"));
}

QString wordsFor(Gain gain)
{
    switch (gain) {
    case Gain::Free: return said(QT_TRANSLATE_NOOP("disk", "can be removed"));
    case Gain::WithPod: return said(QT_TRANSLATE_NOOP("disk", "goes with its pod"));
    case Gain::Search: return said(QT_TRANSLATE_NOOP("disk", "look into it"));
    case Gain::None: break;
    }
    return said(QT_TRANSLATE_NOOP("disk", "in use"));
}

QString wordsFor(Part::What what)
{
    switch (what) {
    case Part::What::Images: return said(QT_TRANSLATE_NOOP("disk", "Images"));
    case Part::What::Pods: return said(QT_TRANSLATE_NOOP("disk", "Pods"));
    case Part::What::Elsewhere: return said(QT_TRANSLATE_NOOP("disk", "Something else"));
    case Part::What::Reserved: return said(QT_TRANSLATE_NOOP("disk", "Kept back"));
    case Part::What::Used: return said(QT_TRANSLATE_NOOP("disk", "Used"));
    case Part::What::Available: break;
    }
    return said(QT_TRANSLATE_NOOP("disk", "Available"));
}

QString wordsFor(const Step &step)
{
    switch (step.what) {
    case Step::What::RemoveImage: return said(QT_TRANSLATE_NOOP("disk", "On the node: remove this image"));
    case Step::What::RemoveUnusedImages: return said(QT_TRANSLATE_NOOP("disk", "On the node: remove all images that no container uses"));
    case Step::What::ListImages: return said(QT_TRANSLATE_NOOP("disk", "On the node: list all images"));
    case Step::What::DeletePod: return said(QT_TRANSLATE_NOOP("disk", "Anywhere: delete the pod; what made it makes a new one"));
    case Step::What::MeasureLogs: return said(QT_TRANSLATE_NOOP("disk", "On the node: see which of its logs are large"));
    case Step::What::MeasureInside: return said(QT_TRANSLATE_NOOP("disk", "Anywhere: see what is large inside, if the image has du"));
    case Step::What::MeasureVolume: return said(QT_TRANSLATE_NOOP("disk", "On the node: see what is large in it"));
    case Step::What::MeasureRuntime: return said(QT_TRANSLATE_NOOP("disk", "On the node: see what the container runtime keeps"));
    case Step::What::MeasureFolders: return said(QT_TRANSLATE_NOOP("disk", "On the node: find the largest folders in %1")).arg(folderOf(step));
    case Step::What::ShrinkJournal: break;
    }
    return said(QT_TRANSLATE_NOOP("disk", "On the node: shorten the system's journal"));
}

QString sentenceFor(const Filler &filler, const Report &report)
{
    switch (filler.what) {
    case Filler::What::UnusedImage: return said(QT_TRANSLATE_NOOP("disk", "No pod on the node uses it. The kubelet removes such images only when the disk is nearly full. It frees at most so much: layers that other images share stay."));
    case Filler::What::HeldImage: return heldWords(filler, report);
    case Filler::What::UsedImage: return said(QT_TRANSLATE_NOOP("disk", "Running pods use it, so it cannot be removed."));
    case Filler::What::SandboxImage: return said(QT_TRANSLATE_NOOP("disk", "Every pod's sandbox runs from it. Runtimes pin it, and it is never removed."));
    case Filler::What::ImageOfUnknownUse: return said(QT_TRANSLATE_NOOP("disk", "Whether a pod uses it is not known, because the pods of the node could not be read."));
    case Filler::What::ImagesNotListed: return said(QT_TRANSLATE_NOOP("disk", "A node lists only its largest images (%1). What the others take, and whether they are in use, the API does not tell; the node itself does.")).arg(report.settings && report.settings->mostImages ? countWords(report.settings->mostImages) : said(QT_TRANSLATE_NOOP("disk", "50 unless it is set otherwise")));
    case Filler::What::Layers: return said(QT_TRANSLATE_NOOP("disk", "All images are listed, but on disk they take more than their sizes: layers lie there unpacked. It goes when images are removed."));
    case Filler::What::Logs: return said(QT_TRANSLATE_NOOP("disk", "What the container wrote to its standard output.")) + logWords(report);
    case Filler::What::WritableLayer: return said(QT_TRANSLATE_NOOP("disk", "Files that the container wrote outside of volumes. They are gone when the container starts anew."));
    case Filler::What::EmptyDir: return said(QT_TRANSLATE_NOOP("disk", "Files in a volume that lives as long as its pod. A sizeLimit in the pod would bound it."));
    case Filler::What::RestOfPod: return filler.bytes ? said(QT_TRANSLATE_NOOP("disk", "Files that the kubelet counts for the pod beside logs, layers and emptyDirs.")) : said(QT_TRANSLATE_NOOP("disk", "The kubelet has not measured it yet."));
    case Filler::What::Elsewhere: break;
    }
    return filler.bytes ? said(QT_TRANSLATE_NOOP("disk", "So much is used that neither images nor pods account for: the system, what the runtime downloaded, journals, hostPath volumes, local persistent volumes, or other programs."))
                        : said(QT_TRANSLATE_NOOP("disk", "How much neither images nor pods account for is not known, because the kubelet did not tell all of it."));
}

QString headOf(const Disk &disk)
{
    const FileSystem &one = *disk.fileSystem;
    const QString name = one.role == FileSystem::Role::Node ? said(QT_TRANSLATE_NOOP("disk", "File system of the node")) : one.role == FileSystem::Role::Images ? said(QT_TRANSLATE_NOOP("disk", "File system of images")) : said(QT_TRANSLATE_NOOP("disk", "File system of containers"));
    const QString figures = said(QT_TRANSLATE_NOOP("disk", "%1 used, %2 available of %3")).arg(sizeWords(one.used), sizeWords(one.available), sizeWords(one.capacity));
    const QString inodes = said(QT_TRANSLATE_NOOP("disk", "%1 of %2 inodes free")).arg(countWords(one.inodesFree), countWords(one.inodes));
    return name + QStringLiteral(" · ") + figures + QStringLiteral(" · ") + inodes;
}

QString wordsFor(const Limit &limit)
{
    switch (limit.what) {
    case Limit::What::ImageCollection: return limit.until ? said(QT_TRANSLATE_NOOP("disk", "the kubelet removes unused images until %1 are available")).arg(sizeWords(limit.until)) : said(QT_TRANSLATE_NOOP("disk", "the kubelet removes unused images"));
    case Limit::What::SoftEviction: return said(QT_TRANSLATE_NOOP("disk", "the kubelet evicts pods after %1 (%2)")).arg(shown(limit.grace), shown(limit.signal + '<' + limit.setting));
    case Limit::What::HardEviction: break;
    }
    return said(QT_TRANSLATE_NOOP("disk", "the kubelet evicts pods (%1)")).arg(shown(limit.signal + '<' + limit.setting));
}

QString limitsOf(const Disk &disk, const Report &report)
{
    QStringList lines;
    for (const Limit &limit : disk.limits)
        lines << (limit.isMet() ? base::Theme::sign(Meaning::Error) + u' ' + said(QT_TRANSLATE_NOOP("disk", "Over the limit by %1: %2")).arg(amount(limit, -limit.away), wordsFor(limit))
                                : said(QT_TRANSLATE_NOOP("disk", "%1 more, and %2")).arg(amount(limit, limit.away), wordsFor(limit)));
    if (report.settings && !report.settings->collectsWhenFull())
        lines << said(QT_TRANSLATE_NOOP("disk", "Image garbage collection is off: the kubelet removes unused images only before it evicts pods."));
    if (report.settings && disk.limits.empty())
        lines << said(QT_TRANSLATE_NOOP("disk", "No limit is set at which pods are evicted."));
    if (const auto kept = disk.fileSystem->reserved(); kept && *kept >= LeastKept)
        lines << said(QT_TRANSLATE_NOOP("disk", "%1 are neither used nor available: kept back for root, by a quota, or by what shares the disk.")).arg(sizeWords(kept));
    return lines.join(u'\n');
}

StateWords stateOf(const Report &report)
{
    StateWords state{Meaning::Unknown, said(QT_TRANSLATE_NOOP("disk", "Whether the disk is under pressure is not known"))};
    if (report.node.pressure == Truth::Yes)
        state = {Meaning::Error, said(QT_TRANSLATE_NOOP("disk", "Disk pressure: the kubelet evicts pods and takes no new ones"))};
    else if (report.node.pressure == Truth::No)
        state = {Meaning::Ok, said(QT_TRANSLATE_NOOP("disk", "No disk pressure"))};
    const auto unused = report.unusedBytes();
    state.text = base::Theme::sign(state.meaning) + u' ' + state.text + QStringLiteral(" · ")
        + (unused ? said(QT_TRANSLATE_NOOP("disk", "unused images: %1")).arg(sizeWords(unused)) : said(QT_TRANSLATE_NOOP("disk", "whether images are in use is not known")));
    return state;
}

QString missingWords(const Report &report)
{
    QStringList lines;
    for (const Missing &each : report.missing) {
        const QString what = each.what == Missing::What::Summary ? said(QT_TRANSLATE_NOOP("disk", "What is used is not known")) : each.what == Missing::What::Settings ? said(QT_TRANSLATE_NOOP("disk", "Limits are not known")) : said(QT_TRANSLATE_NOOP("disk", "Which images are in use is not known"));
        lines << base::Theme::sign(Meaning::Warning) + u' ' + what + QStringLiteral(": ") + base::oneLine(base::errorText(each.error));
    }
    return lines.join(u'\n');
}

DiskRow rowOf(const Filler &filler)
{
    const QString key = QString::number(int(filler.what)) + u'\n' + QString::number(int(filler.where)) + u'\n' + QString::fromStdString(filler.namespaceName + '\n' + filler.pod + '\n' + filler.part);
    return {key, filler.bytes ? std::optional<qint64>(*filler.bytes) : std::nullopt, {wordsFor(filler.what), placeOf(filler), wordsFor(filler.gain())}, -1, Meaning::Text};
}

DiskRow rowOf(const ImageRow &image)
{
    const QString title = image.image.title().empty() ? said(QT_TRANSLATE_NOOP("disk", "without a name")) : shown(image.image.title());
    const QString users = !image.users ? said(QT_TRANSLATE_NOOP("disk", "not known")) : !image.users->running.empty() ? listed(image.users->running) : !image.users->held.empty() ? said(QT_TRANSLATE_NOOP("disk", "ended: %1")).arg(listed(image.users->held)) : said(QT_TRANSLATE_NOOP("disk", "no pod"));
    const QString key = QString::fromStdString(image.image.names.empty() ? std::string() : image.image.names.front());
    return {key, image.image.bytes ? std::optional<qint64>(*image.image.bytes) : std::nullopt, {title, wordsFor(image.what), users}, 1, meaningOf(image.what)};
}

DiskRow unlistedRow(const Report &report)
{
    return {QStringLiteral("\n"), report.bytesNotListed ? std::optional<qint64>(*report.bytesNotListed) : std::nullopt,
            {report.usedNotListed.empty() ? said(QT_TRANSLATE_NOOP("disk", "others")) : listed(report.usedNotListed), said(QT_TRANSLATE_NOOP("disk", "Not listed")), said(QT_TRANSLATE_NOOP("disk", "not known"))}, 1, Meaning::Unknown};
}

} // namespace disk
