#include "models/text/ProtobufStream.h"

#include "models/text/Protobuf.h"

#include <algorithm>

namespace text {
namespace {

constexpr std::string_view Magic("k8s\0", 4);
constexpr std::size_t LengthBytes = 4;

/// Moves bytes from the chunk to what is left of the chunks before, until it is as long as it wants to be.
bool topUp(std::string &partial, std::size_t wanted, std::string_view &chunk)
{
    const std::size_t count = std::min(chunk.size(), wanted - partial.size());
    partial.append(chunk.substr(0, count));
    chunk.remove_prefix(count);
    return partial.size() == wanted;
}

/// Feeds fields or frames to `take`, which says how many bytes it has used and sets `wanted` for the rest.
template<typename Take>
bool feedPieces(std::string &partial, const std::size_t &wanted, std::string_view chunk, const Take &take)
{
    std::size_t taken = 0;
    while (!partial.empty() && !chunk.empty()) {
        if (!topUp(partial, wanted, chunk))
            return true;
        if (!take(std::string_view(partial), taken))
            return false;
        partial.erase(0, taken);
    }
    if (chunk.empty())
        return true;
    if (!take(chunk, taken))
        return false;
    partial.assign(chunk.substr(taken));
    return true;
}

/// A varint of at most ten bytes.
ProtobufHeader::State takeVarint(std::string_view bytes, std::size_t &at, std::uint64_t &value)
{
    value = 0;
    for (unsigned shift = 0; shift < 70; shift += 7) {
        if (at == bytes.size())
            return ProtobufHeader::State::Incomplete;
        const auto byte = std::uint8_t(bytes[at++]);
        value |= std::uint64_t(byte & 0x7f) << shift;
        if (byte < 0x80)
            return ProtobufHeader::State::Complete;
    }
    return ProtobufHeader::State::Broken;
}

ProtobufHeader readHeader(std::string_view bytes)
{
    using State = ProtobufHeader::State;
    ProtobufHeader header;
    std::uint64_t tag = 0;
    std::uint64_t value = 0;
    header.state = takeVarint(bytes, header.size, tag);
    if (header.state != State::Complete)
        return header;
    header.number = std::uint32_t(tag >> 3);
    header.isBytes = (tag & 7) == 2;
    if (tag >> 3 == 0 || tag >> 32 != 0)
        header.state = State::Broken;
    else if ((tag & 7) == 0 || (tag & 7) == 2)
        header.state = takeVarint(bytes, header.size, value);
    else if ((tag & 7) == 1 || (tag & 7) == 5)
        header.payload = (tag & 7) == 1 ? 8 : 4;
    else
        header.state = State::Broken;
    if (header.isBytes)
        header.payload = value;
    return header;
}

void readListMeta(std::string_view bytes, ListHead &head)
{
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        const bool isText = isWire(reader, ProtobufWire::length_delimited);
        if (reader.tag() == 2 && isText)
            head.resourceVersion = takeView(reader);
        else if (reader.tag() == 3 && isText)
            head.continueToken = takeView(reader);
        else if (reader.tag() == 4 && isWire(reader, ProtobufWire::varint))
            head.remaining = reader.get_int64();
        else
            reader.skip();
    }
}

void readTypeMeta(std::string_view bytes, ListHead &head)
{
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        const bool isText = isWire(reader, ProtobufWire::length_delimited);
        if (reader.tag() == 1 && isText)
            head.apiVersion = takeView(reader);
        else if (reader.tag() == 2 && isText)
            head.kind = takeView(reader);
        else
            reader.skip();
    }
}

std::size_t frameLength(std::string_view bytes)
{
    std::size_t length = 0;
    for (const char byte : bytes.substr(0, LengthBytes))
        length = length << 8 | std::uint8_t(byte);
    return length;
}

/// RawExtension.raw.
std::string_view readRaw(std::string_view bytes)
{
    std::string_view raw;
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        if (reader.tag() == 1 && isWire(reader, ProtobufWire::length_delimited))
            raw = takeView(reader);
        else
            reader.skip();
    }
    return raw;
}

WatchFrame readFrame(std::string_view bytes)
{
    WatchFrame frame;
    ProtobufReader reader(bytes.data(), bytes.size());
    while (reader.next()) {
        const bool isText = isWire(reader, ProtobufWire::length_delimited);
        if (reader.tag() == 1 && isText)
            frame.type = takeView(reader);
        else if (reader.tag() == 2 && isText)
            frame.object = readRaw(takeView(reader));
        else
            reader.skip();
    }
    return frame;
}

} // namespace

base::Result<void> ProtobufListSplitter::feed(std::string_view chunk, const ItemSink &sink)
{
    if (!m_error.message.empty())
        return m_error;
    m_sink = &sink;
    const auto take = [this](std::string_view bytes, std::size_t &taken) { return takeFields(bytes, taken); };
    try {
        if (!feedPieces(m_partial, m_wanted, chunk, take))
            return m_error;
    } catch (const ProtobufError &) {
        fail("the list's own members make no sense");
        return m_error;
    }
    return {};
}

base::Result<ListHead> ProtobufListSplitter::finish()
{
    if (!m_error.message.empty())
        return m_error;
    if (m_place != Place::Envelope || !m_partial.empty() || !m_hasList) {
        fail("the list is cut off");
        return m_error;
    }
    return m_head;
}

bool ProtobufListSplitter::takeFields(std::string_view bytes, std::size_t &taken)
{
    taken = 0;
    while (taken < bytes.size()) {
        const std::string_view rest = bytes.substr(taken);
        m_wanted = sizeOfNext(rest);
        if (m_wanted == 0)
            return false;
        if (m_wanted > rest.size())
            return true;
        if (!takeNext(rest.substr(0, m_wanted)))
            return false;
        taken += m_wanted;
        m_offset += m_wanted;
    }
    return true;
}

/// The bytes that are needed to take the next field, or to know more about it; 0 when there is no sense in them.
std::size_t ProtobufListSplitter::sizeOfNext(std::string_view bytes)
{
    if (m_place == Place::Magic)
        return Magic.size();
    m_header = readHeader(bytes);
    if (m_header.state == ProtobufHeader::State::Broken) {
        fail("this is no protobuf");
        return 0;
    }
    if (m_header.state == ProtobufHeader::State::Incomplete)
        return bytes.size() + 1;
    if (m_place == Place::Envelope && m_header.number == 2 && m_header.isBytes)
        return m_header.size;
    if (m_header.payload > MaxItemBytes) {
        fail("an object has more than 64 MiB", base::ErrorKind::TooLarge);
        return 0;
    }
    const std::size_t size = m_header.size + m_header.payload;
    if (m_place == Place::List && size > m_listBytes) {
        fail("an item reaches beyond its list");
        return 0;
    }
    return size;
}

bool ProtobufListSplitter::takeNext(std::string_view bytes)
{
    if (m_place == Place::Magic) {
        m_place = Place::Envelope;
        return bytes == Magic || fail("this is no Kubernetes protobuf list: it does not begin with k8s");
    }
    const std::string_view payload = bytes.substr(std::min(m_header.size, bytes.size()));
    if (m_place == Place::Envelope)
        return takeOfEnvelope(payload);
    takeOfList(payload);
    m_listBytes -= bytes.size();
    if (m_listBytes == 0)
        m_place = Place::Envelope;
    return true;
}

bool ProtobufListSplitter::takeOfEnvelope(std::string_view payload)
{
    if (m_header.number == 1 && m_header.isBytes)
        readTypeMeta(payload, m_head);
    if (m_header.number != 2 || !m_header.isBytes)
        return true;
    if (!m_head.kind.ends_with("List"))
        return fail("this is no list but a " + (m_head.kind.empty() ? "thing without a kind" : m_head.kind));
    m_hasList = true;
    m_listBytes = m_header.payload;
    m_place = m_listBytes > 0 ? Place::List : Place::Envelope;
    return true;
}

void ProtobufListSplitter::takeOfList(std::string_view payload)
{
    if (m_header.number == 1 && m_header.isBytes)
        readListMeta(payload, m_head);
    else if (m_header.number == 2 && m_header.isBytes)
        (*m_sink)(payload);
}

bool ProtobufListSplitter::fail(std::string message, base::ErrorKind kind)
{
    m_error = base::makeError(kind, std::move(message) + ", at byte " + std::to_string(m_offset));
    return false;
}

base::Result<void> ProtobufWatchSplitter::feed(std::string_view chunk, const WatchSink &sink)
{
    if (!m_error.message.empty())
        return m_error;
    const auto take = [&](std::string_view bytes, std::size_t &taken) { return takeFrames(bytes, taken, sink); };
    try {
        if (!feedPieces(m_partial, m_wanted, chunk, take))
            return m_error;
    } catch (const ProtobufError &) {
        fail("a watch event that is no protobuf");
        return m_error;
    }
    return {};
}

base::Result<void> ProtobufWatchSplitter::finish()
{
    if (m_error.message.empty() && !m_partial.empty())
        fail("a watch event is cut off");
    if (!m_error.message.empty())
        return m_error;
    return {};
}

bool ProtobufWatchSplitter::takeFrames(std::string_view bytes, std::size_t &taken, const WatchSink &sink)
{
    taken = 0;
    while (taken < bytes.size()) {
        const std::string_view rest = bytes.substr(taken);
        m_wanted = LengthBytes;
        if (rest.size() >= LengthBytes)
            m_wanted += frameLength(rest);
        if (m_wanted > LengthBytes + MaxItemBytes)
            return fail("a watch event has more than 64 MiB", base::ErrorKind::TooLarge);
        if (m_wanted > rest.size())
            return true;
        const WatchFrame frame = readFrame(rest.substr(LengthBytes, m_wanted - LengthBytes));
        if (frame.type.empty())
            return fail("a watch event without a type");
        sink(frame);
        taken += m_wanted;
        m_offset += m_wanted;
    }
    return true;
}

bool ProtobufWatchSplitter::fail(std::string message, base::ErrorKind kind)
{
    m_error = base::makeError(kind, std::move(message) + ", at byte " + std::to_string(m_offset));
    return false;
}

} // namespace text
