#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Gives the input behind its first byte, after proof that it is heard the same as a whole and in pieces, whose length that byte says.
template<typename Hear>
std::string_view heardInPieces(const std::uint8_t *data, std::size_t size, Hear hear)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    if (hear(bytes, bytes.size()) != hear(bytes, data[0] % 16 + 1u))
        std::abort();
    return bytes;
}
