#pragma once

#include "models/text/Splitter.h"

#include <string>
#include <string_view>

namespace text {

/// The beginning of one field: its tag, and how many bytes it takes.
struct ProtobufHeader
{
    enum class State { Complete, Incomplete, Broken };
    State state = State::Incomplete;
    std::uint32_t number = 0;
    bool isBytes = false;
    std::size_t size = 0;       ///< of the tag and the length
    std::size_t payload = 0;    ///< of what follows
};

/// A protobuf list: "k8s\0", runtime.Unknown, and in it the list message with its metadata (1) and items (2).
class ProtobufListSplitter final : public ListSplitter
{
public:
    base::Result<void> feed(std::string_view chunk, const ItemSink &sink) override;
    base::Result<ListHead> finish() override;

private:
    enum class Place { Magic, Envelope, List };

    bool takeFields(std::string_view bytes, std::size_t &taken);
    std::size_t sizeOfNext(std::string_view bytes);
    bool takeNext(std::string_view bytes);
    bool takeOfEnvelope(std::string_view payload);
    void takeOfList(std::string_view payload);
    bool fail(std::string message, base::ErrorKind kind = base::ErrorKind::BadInput);

    Place m_place = Place::Magic;
    ProtobufHeader m_header;        // of the field at hand
    std::string m_partial;          // of one field
    std::size_t m_wanted = 0;       // bytes that complete m_partial, or tell how long it is
    std::size_t m_listBytes = 0;    // of the list message that are still to come
    std::size_t m_offset = 0;
    bool m_hasList = false;
    ListHead m_head;
    const ItemSink *m_sink = nullptr;
    base::Error m_error;
};

/// A protobuf watch: frames of a four-byte length, highest byte first, and a WatchEvent.
class ProtobufWatchSplitter final : public WatchSplitter
{
public:
    base::Result<void> feed(std::string_view chunk, const WatchSink &sink) override;
    base::Result<void> finish() override;

private:
    bool takeFrames(std::string_view bytes, std::size_t &taken, const WatchSink &sink);
    bool fail(std::string message, base::ErrorKind kind = base::ErrorKind::BadInput);

    std::string m_partial;          // of one frame
    std::size_t m_wanted = 0;
    std::size_t m_offset = 0;
    base::Error m_error;
};

} // namespace text
