#include "app/headless/DiskOutput.h"
#include "app/headless/DiskWords.h"
#include "models/disk/Steps.h"
#include "models/text/Plain.h"
#include "models/text/TextTable.h"

#include <algorithm>
#include <ostream>

namespace headless {

using disk::FileSystem;
using disk::Filler;
using disk::ImageRow;
using disk::Limit;
using disk::Missing;
using disk::Report;
using disk::sizeText;
using disk::Truth;

namespace {

constexpr const char *unknown = "<unknown>";

std::string size(const std::optional<std::int64_t> &bytes) { return bytes ? sizeText(*bytes) : unknown; }
std::string count(const std::optional<std::int64_t> &number) { return number ? std::to_string(*number) : unknown; }
const char *word(Truth truth) { return truth == Truth::Yes ? "yes" : truth == Truth::No ? "no" : unknown; }

/// A block of rows with a head, and an empty line before it.
class Block
{
public:
    Block(std::ostream &out, std::initializer_list<std::string_view> heads) : m_table([&out](std::string_view text) { out << text; })
    {
        out << '\n';
        m_table.header(std::vector<std::string_view>(heads));
    }
    ~Block() { m_table.flush(); }

    void add(const std::vector<std::string> &cells)
    {
        m_table.row(std::vector<std::string_view>(cells.begin(), cells.end()));
    }

private:
    text::TextTable m_table;
};

std::string joined(const std::vector<std::string> &texts)
{
    std::string out;
    for (const std::string &text : texts)
        out += (out.empty() ? "" : ", ") + text;
    return out;
}

void printFileSystems(const Report &report, std::ostream &out)
{
    Block block(out, {"file system", "used", "available", "kept back", "size", "inodes free", "lies on"});
    for (const FileSystem &disk : report.fileSystems)
        block.add({disk.name(), size(disk.used), size(disk.available), disk.role == FileSystem::Role::Node ? size(disk.reserved()) : "-", size(disk.capacity), count(disk.inodesFree), disk.isNodes ? "nodefs" : disk.name()});
}

std::string beginning(const Limit &limit)
{
    if (limit.what == Limit::What::ImageCollection)
        return "unused images are removed" + (limit.until ? " until " + sizeText(*limit.until) + " are available" : std::string());
    return limit.what == Limit::What::HardEviction ? "pods are evicted" : "pods are evicted after " + limit.grace;
}

void printLimits(const Report &report, std::ostream &out)
{
    if (!report.settings)
        return;
    if (!report.settings->collectsWhenFull())
        out << "\nImages are never removed by the kubelet because a disk is full (imageGCHighThresholdPercent " << count(report.settings->highPercent) << ").\n";
    if (std::ranges::all_of(report.fileSystems, [](const FileSystem &disk) { return disk.limits.empty(); })) {
        out << "\nNo limit is set.\n";
        return;
    }
    Block block(out, {"on", "begins below", "that is", "still to go", "then"});
    for (const FileSystem &disk : report.fileSystems)
        for (const Limit &limit : disk.limits) {
            const auto amount = [&](std::int64_t number) { return limit.measure == Limit::Measure::Bytes ? sizeText(number) : std::to_string(number) + " inodes"; };
            block.add({disk.name(), amount(limit.available) + " available", limit.what == Limit::What::ImageCollection ? limit.setting + " used" : limit.signal + '<' + limit.setting,
                       limit.isMet() ? "over by " + amount(-limit.away) : amount(limit.away), beginning(limit)});
        }
}

std::string placeOf(const Filler &filler)
{
    const std::string pod = filler.pod.empty() ? std::string() : filler.namespaceName + '/' + filler.pod;
    return pod.empty() || filler.part.empty() ? pod + filler.part : pod + ' ' + filler.part;
}

void printFillers(const Report &report, std::ostream &out)
{
    Block block(out, {"size", "what", "where", "freed", "to type"});
    for (const Filler &filler : report.fillers) {
        const auto steps = disk::stepsFor(filler, report);
        const std::string where = placeOf(filler);
        block.add({size(filler.bytes), nameOf(filler.what), where.empty() ? "-" : where, nameOf(filler.gain()), steps.empty() ? "-" : steps.front().command});
    }
}

std::string usersText(const ImageRow &row)
{
    if (!row.users)
        return unknown;
    if (row.users->running.empty() && row.users->held.empty())
        return "-";
    return row.users->running.empty() ? "(ended) " + joined(row.users->held) : joined(row.users->running);
}

void printImages(const Report &report, std::ostream &out)
{
    Block block(out, {"size", "image", "used by"});
    for (const ImageRow &row : report.images)
        block.add({size(row.image.bytes), row.image.title().empty() ? "<none>" : row.image.title(), usersText(row)});
    if (report.hasAllImages != Truth::Yes)
        block.add({size(report.bytesNotListed), "(not listed)", unknown});
}

} // namespace

void printDisk(const Report &report, std::ostream &out)
{
    out << "Node:          " << text::plain(report.node.name) << "\nDisk pressure: " << word(report.node.pressure) << "\nReady:         " << word(report.node.ready) << '\n';
    out << "Unused images: " << size(report.unusedBytes()) << '\n';
    if (!report.why(Missing::What::Summary)) {
        printFileSystems(report, out);
        printLimits(report, out);
    }
    printFillers(report, out);
    printImages(report, out);
}

} // namespace headless
