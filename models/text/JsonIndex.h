#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

/// What 64 bytes of JSON hold: one bit per byte, and the depth they begin at.
struct JsonBlock
{
    std::uint64_t quotes = 0;       ///< that begin or end a string
    std::uint64_t opens = 0;        ///< { and [ outside of strings
    std::uint64_t closes = 0;       ///< } and ] outside of strings
    std::uint64_t backslashes = 0;
    std::int32_t depth = 0;         ///< of brackets, before the first byte
    std::int32_t closeCount = 0;
};

/// What a scan has to remember from one block to the next.
struct JsonScanState
{
    std::uint64_t inString = 0;     ///< all ones inside of a string
    std::uint64_t escaped = 0;      ///< 1 when the next byte is escaped
    std::int32_t depth = 0;
};

/// Scans whole blocks of 64 bytes with the widest instructions the processor has.
void scanJsonBlocks(const char *bytes, std::size_t blockCount, JsonBlock *blocks, JsonScanState &state);
/// Scans fewer than 64 bytes; the bits beyond them are 0.
void scanJsonTail(const char *bytes, std::size_t size, JsonBlock &block, JsonScanState &state);

/// The names of the scanners this processor can run, the best first; tests compare them.
std::vector<std::string_view> jsonScanners();
/// As scanJsonBlocks, by the scanner of that name.
void scanJsonBlocksWith(std::string_view scanner, const char *bytes, std::size_t blockCount, JsonBlock *blocks,
                        JsonScanState &state);

} // namespace text
