// Any bytes as a watch, JSON and protobuf: cut at any place they give the same events as in one piece.

#include "models/kube/ItemStreams.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

struct Heard
{
    std::string events;
    bool failed = false;

    bool operator==(const Heard &) const = default;
};

Heard hear(kube::ItemFormat format, std::string_view bytes, std::size_t piece)
{
    const auto splitter = kube::makeWatchSplitter(format);
    Heard heard;
    for (std::size_t at = 0; at < bytes.size() && !heard.failed; at += piece) {
        const auto fed = splitter->feed(bytes.substr(at, piece), [&](const text::WatchFrame &frame) {
            ((heard.events += frame.type) += '\n') += frame.object;
            switch (kube::watchEventType(frame.type)) {
            case kube::WatchEventType::Error:
                static_cast<void>(kube::readWatchError(format, frame.object));
                break;
            case kube::WatchEventType::Bookmark:
                static_cast<void>(kube::readMark(format, frame.object));
                break;
            default:
                break;
            }
        });
        heard.failed = !fed;
    }
    heard.failed = heard.failed || !splitter->finish();
    return heard;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const auto format = data[0] & 1 ? kube::ItemFormat::Protobuf : kube::ItemFormat::Json;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 2, size - 2);
    const Heard whole = hear(format, bytes, bytes.size() + 1);
    if (hear(format, bytes, data[1] + 1u) != whole)
        std::abort();
    return 0;
}
