// Watch ingest on one thread: MODIFIED events of pods, from the bytes of the stream to kept rows and compressed objects, ours
// against the cheapest correct program for the same bytes; the protobuf stream beside it.
// bench_watch [EVENTS]; prints medians of five alternating runs and their ratios. Exit code 1 when the bar is missed.

#include "models/fields/ToJson.h"
#include "models/kinds/KindRowReader.h"
#include "models/kube/ChangeQueue.h"
#include "models/kube/ItemStreams.h"
#include "models/kube/ObjectPacker.h"
#include "models/kube/Store.h"
#include "models/text/Compression.h"
#include "tests/bench/LimitPrograms.h"
#include "tests/bench/PodLists.h"

#include <cstring>
#include <unordered_map>

namespace {

using namespace bench;

constexpr double Bar = 0.45;
constexpr std::size_t ChunkSize = 512 * 1024;
/// A multiple of the variants, so that an event is always about the same pod.
constexpr std::size_t Pods = 64 * 78;
/// A frame's worth of events: how often the store takes what waits.
constexpr std::size_t FrameEvents = 800;

std::string watchBytes(std::size_t events, bool json)
{
    const std::vector<std::string> variants = podVariants(json);
    std::string out;
    for (std::size_t i = 0; i < events; ++i) {
        std::string pod = variants[i % variants.size()];
        setNumber(pod, i % Pods);
        if (json) {
            out += R"({"type":"MODIFIED","object":)" + pod + "}\n";
            continue;
        }
        const std::string event = protobuf::bytes(1, "MODIFIED") + protobuf::bytes(2, protobuf::bytes(1, protobuf::object("v1", "Pod", pod)));
        const auto size = static_cast<std::uint32_t>(event.size());
        for (int shift = 24; shift >= 0; shift -= 8)
            out += static_cast<char>(size >> shift);
        out += event;
    }
    return out;
}

std::size_t findLines(const std::string &stream)
{
    std::size_t lines = 0;
    for (const char *at = stream.data(), *end = at + stream.size(); at < end; ++lines) {
        const void *found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        at = found ? static_cast<const char *>(found) + 1 : end;
    }
    return lines;
}

/// Line by line: extract twelve columns, find the row by uid, store interned columns, strip managedFields, compress, keep.
std::size_t limit(const std::string &stream)
{
    std::unordered_map<std::string, std::size_t> rowOfUid;
    std::unordered_map<std::string, std::uint32_t> strings;
    std::vector<std::array<std::uint32_t, 12>> rows;
    std::vector<std::string> blobs;
    std::vector<std::string> samples;
    text::Compressor compressor;
    text::JsonWalker walker;
    std::string stripped, packed;
    Row row;
    std::size_t events = 0;
    for (const char *at = stream.data(), *end = at + stream.size(); at < end; ++events) {
        const char *line = at;
        at = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at))) + 1;
        constexpr std::size_t head = sizeof(R"({"type":"MODIFIED","object":)") - 1;
        const std::string_view object(line + head, static_cast<std::size_t>(at - line) - head - 2);
        walker.start(object);
        extract(walker, PodWants, 3, row);
        const std::size_t index = rowOfUid.try_emplace(row[Uid], rows.size()).first->second;
        if (index == rows.size()) {
            rows.emplace_back();
            blobs.emplace_back();
        }
        for (std::size_t column = 0; column < row.size(); ++column)
            rows[index][column] = strings.try_emplace(row[column], static_cast<std::uint32_t>(strings.size())).first->second;
        stripped.clear();
        static_cast<void>(fields::stripJsonManagedFields(object, stripped));
        if (samples.size() < 100) {
            samples.push_back(stripped);
            if (samples.size() == 100)
                compressor.setDictionary(*text::Dictionary::train(samples));
        }
        packed.clear();
        compressor.compress(stripped, packed);
        blobs[index] = packed;
    }
    return events;
}

std::size_t ours(const std::string &stream, kube::ItemFormat format)
{
    kinds::KindRowReader reader(*kinds::findKind("v1", "Pod"), kinds::KeepObject::Yes);
    const auto packer = std::make_shared<kube::ObjectPacker>();
    kube::Store store(reader.columns(), packer);
    kube::ChangeQueue queue;
    const auto splitter = kube::makeWatchSplitter(format);
    std::size_t events = 0;
    for (std::size_t at = 0; at < stream.size(); at += ChunkSize) {
        const auto fed = splitter->feed(std::string_view(stream).substr(at, ChunkSize), [&](const text::WatchFrame &frame) {
            auto row = reader.read(format, frame.object);
            if (!row)
                std::abort();
            row->object = packer->pack(row->object);
            queue.put(*row);
            if (++events % FrameEvents == 0)
                store.apply(queue.take());
        });
        if (!fed)
            std::abort();
    }
    store.apply(queue.take());
    return store.size() == std::min(Pods, events) ? events : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t events = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 50'000;
    const std::string json = watchBytes(events, true);
    const std::string protobuf = watchBytes(events, false);
    const auto ms = measure({{"find lines", [&] { return findLines(json); }, events}, {"limit", [&] { return limit(json); }, events},
                             {"ours", [&] { return ours(json, kube::ItemFormat::Json); }, events},
                             {"protobuf", [&] { return ours(protobuf, kube::ItemFormat::Protobuf); }, events}});
    const auto perEvent = [&](double milliseconds) { return milliseconds * 1000 / double(events); };
    // limits.md 5 measured 12.2 us for the limit program where finding lines took 0.41 us.
    const bool counts = ms[1] / ms[0] <= 1.5 * 12.2 / 0.41;
    const double ratio = ms[1] / ms[2];
    std::printf("%zu events, %.0f MB of JSON: find lines %.2f us, limit %.2f us (%.0fx its floor: %s), ours %.2f us; protobuf %.2f us\n"
                "ours at %.2fx the limit program's rate, bar %.2fx: %s\n",
                events, double(json.size()) / 1e6, perEvent(ms[0]), perEvent(ms[1]), ms[1] / ms[0], counts ? "counts" : "TOO SLOW TO COUNT",
                perEvent(ms[2]), perEvent(ms[3]), ratio, Bar, ratio >= Bar ? "met" : "MISSED");
    return counts && ratio >= Bar ? 0 : 1;
}
