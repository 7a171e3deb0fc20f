#pragma once

#include "models/text/JsonIndex.h"
#include "models/text/Splitter.h"

#include <string>
#include <string_view>

namespace text {

/// Finds where JSON objects begin and end while bytes arrive: those of one list's "items" or "rows", or those of a stream of
/// objects. Each byte is scanned once.
class JsonCutter
{
public:
    enum class Source { List, Stream };
    explicit JsonCutter(Source source);

    base::Result<void> feed(std::string_view chunk, const ItemSink &sink);

    /// Of a list: everything but its items. Grows with the bytes.
    const std::string &envelope() const { return m_envelope; }
    /// Whether the bytes so far end where a list or stream may end.
    bool isComplete() const;
    std::size_t offset() const { return m_offset; }

private:
    enum class Place { Envelope, Items, Item, Behind };

    bool feedBlock(const JsonBlock &block, std::size_t base);
    bool open(std::size_t at);
    bool close(std::size_t at);
    bool beginItem(std::size_t at);
    bool endItem(std::size_t at);
    bool endChunk();
    bool takeGap(std::size_t end);
    bool takeEnvelope(std::size_t end);
    bool keep(std::string &target, std::string_view bytes);
    bool fail(std::string message, std::size_t at, base::ErrorKind kind = base::ErrorKind::BadInput);

    Source m_source;
    Place m_place;
    JsonScanState m_scan;
    std::int32_t m_depth = 0;
    std::int32_t m_itemDepth = 0;       // where items begin
    bool m_isFirst = true;              // no item yet in this list
    int m_commas = 0;                   // since the last item
    std::size_t m_offset = 0;           // of the chunk in the stream
    std::string m_partial;              // of an item that began in an earlier chunk
    std::string m_envelope;
    std::string_view m_chunk;
    std::size_t m_from = 0;             // in the chunk: what belongs to the present place begins here
    const ItemSink *m_sink = nullptr;
    base::Error m_error;
};

} // namespace text
