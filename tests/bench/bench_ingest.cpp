// List ingest: from the bytes of a PodList in memory to rows, ours against the cheapest correct program for the same bytes.
// bench_ingest [PODS]; prints medians of five alternating runs and their ratios. Exit code 1 when a bar is missed.

#include "models/kinds/KindRowReader.h"
#include "models/text/JsonStream.h"
#include "models/text/Protobuf.h"
#include "models/text/ProtobufStream.h"
#include "tests/bench/LimitPrograms.h"
#include "tests/bench/PodLists.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace bench;

constexpr double Bar = 2.5;
constexpr std::size_t ChunkSize = 512 * 1024;

std::size_t limitJson(const std::string &list)
{
    std::vector<Row> rows;
    text::JsonWalker walker;
    text::JsonListSplitter splitter;
    (void)splitter.feed(list, [&](std::string_view item) {
        walker.start(item);
        extract(walker, PodWants, 3, rows.emplace_back());
    }).has_value();
    return rows.size();
}

/// Calls f(reader) for each field of a message.
template<typename F>
void eachField(std::string_view bytes, const F &f)
{
    text::ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (!f(reader))
            reader.skip();
    }
}

bool takeColumn(text::ProtobufReader &reader, Row &row, const std::array<signed char, 16> &columns)
{
    const int column = reader.tag() < columns.size() ? columns[reader.tag()] : -1;
    if (column < 0)
        return false;
    row[std::size_t(column)].assign(text::takeView(reader));
    return true;
}

constexpr std::array<signed char, 16> MetadataColumns = {-1, Name, -1, Namespace, -1, Uid, Version, -1, Created, -1, -1, -1, -1, -1, -1, -1};
constexpr std::array<signed char, 16> SpecColumns = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, Node, -1, -1, -1, -1, -1};
constexpr std::array<signed char, 16> StatusColumns = {-1, Phase, -1, -1, -1, HostIp, PodIp, -1, -1, Qos, -1, -1, -1, -1, -1, -1};
constexpr std::array<signed char, 16> OwnerColumns = {-1, -1, -1, Owner, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

void extractPod(std::string_view pod, Row &row)
{
    eachField(pod, [&](text::ProtobufReader &part) {
        const std::uint32_t number = part.tag();
        if (number < 1 || number > 3)
            return false;
        eachField(text::takeView(part), [&](text::ProtobufReader &reader) {
            if (number == 1 && reader.tag() == 13) {
                eachField(text::takeView(reader), [&](auto &owner) { return takeColumn(owner, row, OwnerColumns); });
                return true;
            }
            if (number == 3 && reader.tag() == 8) {
                eachField(text::takeView(reader), [&](auto &status) {
                    if (status.tag() != 5)
                        return false;
                    row[Restarts].assign(std::to_string(status.get_int64()));
                    return true;
                });
                return true;
            }
            return takeColumn(reader, row, number == 1 ? MetadataColumns : number == 2 ? SpecColumns : StatusColumns);
        });
        return true;
    });
}

std::size_t limitProtobuf(const std::string &list)
{
    std::vector<Row> rows;
    const auto object = text::openProtobufObject(list);
    eachField(object->message, [&](text::ProtobufReader &reader) {
        if (reader.tag() != 2)
            return false;
        extractPod(text::takeView(reader), rows.emplace_back());
        return true;
    });
    return rows.size();
}

std::size_t touch(const std::string &list)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < list.size(); i += 64)
        sum += std::uint8_t(list[i]);
    return sum;
}

/// Our rows: the cells of the kind, their texts kept one behind the other.
struct OurRows
{
    struct Place { kube::Cell cell; std::size_t offset; };
    std::string texts;
    std::vector<Place> cells;
    std::size_t count = 0;

    void add(const kube::ReadRow &row)
    {
        for (const std::string_view text : {row.namespaceName, row.name, row.uid, row.resourceVersion})
            texts += text;
        for (std::size_t i = 0; i < row.cells->size(); ++i) {
            const kube::Cell cell = row.cells->cell(i);
            cells.push_back({cell, texts.size()});
            texts += cell.text;
        }
        ++count;
    }
};

template<typename Splitter>
std::size_t ours(const std::string &list, kube::ItemFormat format)
{
    static const kinds::Kind *kind = kinds::findKind("v1", "Pod");
    kinds::KindRowReader reader(*kind, kinds::KeepObject::No);
    OurRows rows;
    Splitter splitter;
    for (std::size_t at = 0; at < list.size(); at += ChunkSize) {
        (void)splitter.feed(std::string_view(list).substr(at, ChunkSize), [&](std::string_view item) {
            const auto row = reader.read(format, item);
            if (!row)
                std::abort();
            rows.add(*row);
        }).has_value();
    }
    return splitter.finish() ? rows.count : 0;
}

/// `floorRatio` is what limits.md measured between the limit program and its floor.
bool report(const char *format, std::size_t pods, std::size_t bytes, const std::vector<double> &ms, double floorRatio)
{
    const double ratio = ms[2] / ms[1];
    const double limitRatio = ms[1] / ms[0];
    const bool isLimit = limitRatio <= 1.5 * floorRatio;
    std::printf("%-8s %zu pods, %.0f MB: floor %.1f ms, limit %.1f ms (%.2f us/pod, %.1fx its floor: %s), ours %.1f ms (%.2f us/pod)\n"
                "%-8s ours / limit = %.2fx, bar %.1fx: %s\n",
                format, pods, double(bytes) / 1e6, ms[0], ms[1], ms[1] * 1000 / double(pods), limitRatio,
                isLimit ? "counts" : "TOO SLOW TO COUNT", ms[2], ms[2] * 1000 / double(pods), format, ratio, Bar,
                ratio <= Bar ? "met" : "MISSED");
    return isLimit && ratio <= Bar;
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t pods = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 50'000;
    std::size_t sink = 0;
    bool met = true;
    {
        const std::string list = bench::podList(pods, true);
        const auto ms = measure({{"floor", [&] { sink = touch(list); return sink; }, 0}, {"limit", [&] { return limitJson(list); }, pods},
                                 {"ours", [&] { return ours<text::JsonListSplitter>(list, kube::ItemFormat::Json); }, pods}});
        met = report("JSON", pods, list.size(), ms, 7.3) && met;
    }
    const std::string list = bench::podList(pods, false);
    const auto ms = measure({{"floor", [&] { sink = touch(list); return sink; }, 0}, {"limit", [&] { return limitProtobuf(list); }, pods},
                             {"ours", [&] { return ours<text::ProtobufListSplitter>(list, kube::ItemFormat::Protobuf); }, pods}});
    return report("protobuf", pods, list.size(), ms, 3.7) && met ? 0 : 1;
}
